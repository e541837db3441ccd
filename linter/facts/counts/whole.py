"""Counts of a whole document: 共分4个方面、10项任务, against its top headings and the items counted through them.

What an act says of its own extent: 本办法共六章四十八条, against its chapters and articles.

The act is told by its title, which ends in the same noun; its divisions count only if they are numbered from one on
without a gap. Fewer than declared are sure only where the last one is such as acts end with.

Counts of what an attached list holds: 第六批…项目（共计12项），现予公布, against the rows of that list.

The list is the one attachment whose title names what is counted. Its rows are known by their serial numbers, of which
one may be mistyped; a difference beyond a few rows means that another thing is counted, or that rows were lost.

How many bodies a title says have issued a notice (商务部等9部门关于…), and who signed it.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow, own_words, search
from linter.facts.bodies import NAME_ENDS
from linter.facts.counts.counted import Count, count_value
from linter.language import Span, lazy, number
from linter.structure import Document, Part, Row, Section, Table, fact
from linter.structure.columns import headed, is_total

__all__ = ["signers", "whole_counts"]

_N = r"[\d一二三四五六七八九十]{1,3}"
_BOTH = lazy(
    rf"(?P<tops>{_N}) ?个?(?:方面|部分|大项)[,、]?(?:共|共计)?(?P<words>(?P<items>{_N}) ?[项条个](?:具体|重点|主要)?"
    r"{TASKED})"
)
_PARTS = ("方面", "部分", "大项")
_FEW = 4


@fact("whole-counts")
def whole_counts(document: Document) -> tuple[Count, ...]:
    """What a document counts of the whole of itself: its items, its chapters and articles, the rows of its lists."""
    divisions = [one for match in search(document, _OWN, "章", "条") for one in _counts(document, match)]
    return (*_items(document), *divisions, *_attached(document))


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


_DECLARED = lazy(
    r"[(,]?(?:共计?|合计) ?(?P<words>(?P<n>[\d一二三四五六七八九十百]{1,5}) ?[项个家名件处人])(?=[),。;]|\n)"
)
_CLAUSE = lazy(r"[^,。;:\n]*$")
_LIST = lazy(r"(?:(?:名[单录]|目录|清单|一览表)(?:\([^()]*\))?|的)$")
# What makes the counted a part of the list, or of another list: a batch, a number, what is new.
_NARROWS = lazy(r"[第\d]|新增|其中|[首本一二三四五六七八九十]批")
_WINDOW = 60
_SHARED = 6
_PREFIX = 10
_FEW_ROWS = 3
# Of how many rows one may be missing.
_OF = 10


def _attached(document: Document) -> Iterator[Count]:
    """The counts of attached lists that were found, in order of place."""
    lists = [part for part in document.parts if part.kind in ("attachment", "appendix") and part.title]
    for match in search(document, _DECLARED, "共", "合计") if lists else ():
        if one := _listed_as(document, match, lists):
            yield one


def _listed_as(document: Document, match: re.Match[str], lists: list[Part]) -> Count | None:
    stream, value = document.read(flow), count_value(match["n"])
    unit = stream.unit_at(match.start())
    clause = _CLAUSE.search(stream.text, max(unit.start, match.start() - _WINDOW), match.start())
    if unit.table >= 0 or not clause or not value:
        return None
    named = [part for part in lists if _named_as(_LIST.sub("", clause[0].replace(" ", "")), part)]
    if len(named) != 1 or document.parts[unit.part] is named[0]:
        return None
    rows = _serials(named[0])
    if len(rows) < _FEW_ROWS or abs(value - len(rows)) > max(1, value // _OF):
        return None
    span = stream.span(*match.span("words"))
    return Count(value, match["words"], span, len(rows), len(rows), (rows[-1].span,), "rows")


def _named_as(counted: str, part: Part) -> bool:
    """Whether words end in what the title of a list says that it lists, all but the body that made it."""
    title = part.title.text.replace(" ", "") if part.title else ""
    held = _LIST.sub("", title)
    if held == title:
        return False
    shared = 0
    while shared < min(len(held), len(counted)) and held[-1 - shared] == counted[-1 - shared]:
        shared += 1
    before, wider = counted[: len(counted) - shared], held[: len(held) - shared]
    return shared >= _SHARED and len(wider) <= _PREFIX and not _NARROWS.search(before) and not _NARROWS.search(wider)


def _serials(part: Part) -> list[Row]:
    """The numbered rows of all tables of a part, if the last number is how many they are and one at most is wrong."""
    found: list[Row] = []
    wrong = number = 0
    for table in (block for block in part.blocks if isinstance(block, Table)):
        if table.header and headed(table, "serial") != [0]:
            return []
        for row in table.rows:
            words = row.cells[0].text.strip() if row.cells else ""
            if not words or is_total(words):
                continue
            if not (words.isdigit() and words.isascii()):
                return []
            found.append(row)
            number = int(words)
            wrong += number != len(found)
    return found if number == len(found) and wrong <= 1 else []


_JOINT = lazy(
    r"(?P<lead>[^\W\d_]{2,20}?)等(?P<words>(?P<n>\d{1,2}|[二三四五六七八九十]{1,3})个?(?:部门|部委|单位|委办局))(?=关于|印发|联合)"
)
_TOKEN = lazy(r"[^ \t、]+")
# 教 育 部: the characters of a short name are spread over its width.
_SPREAD = lazy(r"(?<!\S)(?:\S +){2,}\S(?!\S)")
_SEAL = lazy(r"\((?:代章|章|盖章|印)\)")
_MARKS = frozenset(",。;:《》“”?!")
_ENDS = NAME_ENDS | {"央"}
# A shorter word is the rest of a name that a line broke.
_SHORTEST = 3
_LINE = 60


@fact("signers")
def signers(document: Document) -> tuple[Count, ...]:
    """The declared number of issuers with the names above the date; nothing where these cannot be told for certain."""
    head = document.head
    title = head.title
    joint = _JOINT.match(title.text) if title and head.date else None
    if not joint or not title or not head.date:
        return ()
    names = _signed(document, head.date.source(0))
    if names is None or not any(name.startswith(joint["lead"]) for name, _ in names):
        return ()
    total = len({name for name, _ in names})
    span = title.span(*joint.span("words"))
    return (
        Count(int(number(joint["n"])), joint["words"], span, total, total, tuple(one for _, one in names), "sentence"),
    )


def _signed(document: Document, end: int) -> list[tuple[str, Span]] | None:
    """The names in the lines above an offset, None if one of these lines may be more of them and is not understood."""
    found: list[tuple[str, Span]] = []
    for line, start in _lines_above(document, end):
        bare = line.strip()
        if not bare:
            continue
        if len(bare) > _LINE or not _MARKS.isdisjoint(bare):
            break
        names = list(_signing(line, start))
        if not all(len(name) >= _SHORTEST and name[-1] in _ENDS for name, _ in names):
            return None
        found += names
    return found if len(found) >= _SHORTEST else None


def _lines_above(document: Document, end: int) -> Iterator[tuple[str, int]]:
    text = document.text.normal
    while end > document.span.start:
        start = max(text.rfind("\n", document.span.start, end - 1) + 1, document.span.start)
        yield text[start:end].rstrip("\n"), start
        end = start


def _signing(line: str, start: int) -> Iterator[tuple[str, Span]]:
    bare = _SEAL.sub(lambda seal: " " * len(seal[0]), line)
    spread = [(match.start(), match.end()) for match in _SPREAD.finditer(bare)]
    at = 0
    while match := _TOKEN.search(bare, at):
        end = next((last for first, last in spread if first == match.start()), match.end())
        yield "".join(bare[match.start() : end].split()), Span(start + match.start(), start + end)
        at = end
