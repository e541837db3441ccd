"""Counts of a whole document: 共分4个方面、10项任务, against its top headings and the items counted through them.

What an act says of its own extent: 本办法共六章四十八条, against its chapters and articles. The act is told by its
title, which ends in the same noun; its divisions count only if they are numbered from one on without a gap. Fewer than
declared are sure only where the last one is such as acts end with.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow, own_words, search
from linter.facts.counts.attached_lists import attached
from linter.facts.counts.counted import Count, count_value
from linter.language import Span, lazy
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["whole_counts"]

_N = r"[\d一二三四五六七八九十]{1,3}"
_BOTH = lazy(
    rf"(?P<tops>{_N}) ?个?(?:方面|部分|大项)[,、]?(?:共|共计)?(?P<words>(?P<items>{_N}) ?[项条个](?:具体|重点|主要)?"
    r"{TASKED})"
)
# 以上四项, 对上述四个问题: what stands above, counted near the head of a paragraph.
_ABOVE = lazy(
    rf"(?:以上|上述|前述)(?P<words>(?P<n>{_N}) ?(?:[项条点类种]|个方面|个(?!月|工作日|小时))(?P<noun>[^\W\d_]{{0,2}}))"
)
_ACTS = frozenset({"article", "chapter", "volume", "division"})
_HEAD = 24
_PARTS = ("方面", "部分", "大项")
_FEW = 4


@fact("whole-counts")
def whole_counts(document: Document) -> tuple[Count, ...]:
    """What a document counts of the whole of itself: its items, its chapters and articles, the rows of its lists."""
    divisions = [one for match in search(document, _OWN, "章", "条") for one in _counts(document, match)]
    return (*_items(document), *divisions, *attached(document), *_summed_up(document))


def _summed_up(document: Document) -> Iterator[Count]:
    """以上四项: what counts, wrongly by one, the items of the list before it, or those of the section before."""
    for section in document.sections:
        for block in section.body:
            match = _ABOVE.search(block.text, 0, _HEAD) if isinstance(block, Paragraph) else None
            items = _above(document, section, match["noun"], first=block is section.body[0]) if match else []
            value = count_value(match["n"]) if match else 0
            # 上述两项 may be two of three, or those before the section itself.
            wrong = (1, -1) if items and items[-1] is not section else (1,)
            if match and isinstance(block, Paragraph) and items and value - len(items) in wrong:
                spans = tuple(one.mark.span for one in items)
                place = block.span(*match.span("words"))
                yield Count(value, match["words"], place, len(items), len(items), spans, "headings")


def _above(document: Document, section: Section, noun: str, *, first: bool) -> list[Section]:
    """The items that end with this section, or those of the section before it, if its title names what is counted."""
    beside = list(
        document.children(document.sections[section.parent]) if section.parent >= 0 else document.roots(section.part)
    )
    at = next((at for at, one in enumerate(beside) if one.index == section.index), 0)
    titled = first and at and len(noun) > 1 and noun[:2] in beside[at - 1].title
    items = list(document.children(beside[at - 1])) if titled else beside if section is beside[-1] else []
    counted = [one.mark.value[-1] for one in items] == list(range(1, len(items) + 1))
    return items if counted and len(items) > 1 and items[0].mark.scheme not in _ACTS else []


def _items(document: Document) -> list[Count]:
    """Counts of items beside a count of top headings that agrees; only items numbered through the whole are counted."""
    stream = document.read(flow)
    own = document.read(own_words)
    found: list[Count] = []
    for match in _BOTH.finditer(own) if any(word in own for word in _PARTS) else ():
        value, items = count_value(match["items"]), _through(document, count_value(match["tops"]))
        if value and items:
            span = stream.span(*match.span("words"))
            found.append(Count(value, match["words"], span, len(items), len(items), items, "headings"))
    return found


def _through(document: Document, tops: int) -> tuple[Span, ...]:
    """The items below as many top headings as stated, if they are numbered from one on through all of them."""
    for part in range(len(document.parts)):
        roots = document.roots(part)
        below = [one for root in roots for one in document.children(root)]
        counted = [one.mark.value[-1] for one in below]
        alike = len({one.mark.scheme for one in below}) == 1
        if len(roots) == tops and len(below) >= _FEW and alike and counted == list(range(1, len(counted) + 1)):
            return tuple(one.mark.span for one in below)
    return ()


_NUMERAL = r"[\d零〇一二两三四五六七八九十百]{1,6}"
_OWN = lazy(
    r"本(?P<act>{ACT}|{GUIDE}|规划)(?:\([^()\n]{1,8}\))?(?:总?共(?:计|有|设|分)?|分)(?:[为成])?"
    rf"(?=[\d零〇一二两三四五六七八九十百])(?:(?P<chapters>{_NUMERAL} ?章))?(?:[,、和]?(?:共|计)?{_NUMERAL} ?节)?"
    rf"[,、和]?(?:共|计)?(?:(?P<articles>{_NUMERAL} ?条))?(?=[,。;:、)和及\n]|组成|构成)"
)
_FORCE = lazy(r"\([^()]{1,12}\)$")
_LAST_CHAPTER = lazy("附则$")
_LAST_ARTICLE = lazy("起(?:施行|实施|生效)|(?:公布|发布|印发)之日")
_LEAST = 2


def _counts(document: Document, match: re.Match[str]) -> Iterator[Count]:
    """The counts of its chapters and articles that an act declares, where the act itself stands in the document."""
    part = _titled(document, match["act"]) if match["chapters"] or match["articles"] else -1
    if part < 0:
        return
    sections = [one for one in document.sections if one.part == part]
    if match["chapters"]:
        chapters = _chapters(sections)
        ended = bool(chapters) and _LAST_CHAPTER.search(chapters[-1].title.replace(" ", "")) is not None
        yield from _count(document, match, "chapters", chapters, ended)
    if match["articles"]:
        articles = _in_sequence([one for one in sections if one.mark.scheme == "article"])
        ended = bool(articles) and _LAST_ARTICLE.search(articles[-1].heading.text) is not None
        yield from _count(document, match, "articles", articles, ended)


def _count(
    document: Document, match: re.Match[str], group: str, divisions: list[Section], ended: bool
) -> Iterator[Count]:
    """A declared count of these divisions, if all that are declared can be expected among them."""
    number, listed = count_value(match[group][:-1].strip()), len(divisions)
    if number and listed >= _LEAST and (ended or number <= listed):
        span = document.read(flow).span(*match.span(group))
        marks = tuple([one.mark.span for one in (divisions if group == "chapters" else divisions[-1:])])
        yield Count(number, match[group], span, listed, listed, marks, "headings")


def _titled(document: Document, act: str) -> int:
    """The one part whose title ends in a noun; -1 if there is none, or more than one."""
    found = []
    for index, part in enumerate(document.parts):
        title = part.title or (document.head.title if part.kind == "letter" else None)
        if title and _FORCE.sub("", title.text.replace(" ", "")).endswith(act):
            found.append(index)
    return found[0] if len(found) == 1 else -1


def _chapters(sections: list[Section]) -> list[Section]:
    """The chapters: 第一章 and on, or of standards and guides the top divisions 1, 2 and on."""
    chapters = [one for one in sections if one.mark.scheme == "chapter"]
    if chapters:
        return _in_sequence(chapters)
    tops = [one for one in sections if one.parent < 0]
    plain = all(one.mark.scheme == "decimal" and len(one.mark.value) == 1 and not one.run_in for one in tops)
    return _in_sequence(tops) if plain else []


def _in_sequence(sections: list[Section]) -> list[Section]:
    """The sections, if they are numbered from one on without a gap; none otherwise."""
    return sections if all(one.mark.value == (at,) for at, one in enumerate(sections, 1)) else []
