"""References to articles, chapters and sections by number: 本办法第十二条第二款, 第三章, 本预案4.1.2, 前款.

Only references to the document itself are kept. 《…》第三条, 刑法第五条, 该法第六条 and what is enumerated with them
belong to other acts; words in quotation marks belong to whoever is quoted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import Literal

from linter.facts.base import flow, own_words
from linter.facts.references.appendices import appendices
from linter.facts.references.citations import own_titles
from linter.facts.references.numbering import is_amending
from linter.language import ORDINAL, NamedTuple, Span, lazy, ordinal
from linter.structure import Document, Paragraph, fact

__all__ = ["ClauseReference", "clause_references"]
import re

_N = rf"[{ORDINAL}\d]"
_KINDS = "(?:暂行|实施)?(?:{STANDARD}|{ACT})"
_ARTICLE = lazy(
    rf"(?:第(?P<article>{_N}{{1,8}})条(?:之(?P<sub>[一二三四五六七八九十]{{1,2}}))?|(?P<before>前条)(?!件)|(?P<here>前款)(?=第)"
    rf"|(?P<this>本条)(?=第))"
    rf"(?:第(?P<clause>{_N}{{1,3}})款)?(?:第\(?(?P<item>{_N}{{1,4}})\)?项)?"
)
# 第一项至第五项, 第(一)项、第(四)项: more items of the same article.
# 本条第一款、第四款: more paragraphs of the same article.
_PARAGRAPH = lazy(rf"(?:[、,和或及与至到]|或者|以及)(?P<words>第(?P<clause>{_N}{{1,3}})款)(?!第)")
_ITEM = lazy(rf"(?:[、,和或及与至到]|或者|以及)(?P<words>第\(?(?P<item>{_N}{{1,4}})\)?项)")
_CHAPTER = lazy(
    rf"(?:本(?:{_KINDS})(?:的|中)?)?(?:第(?P<chapter>{_N}{{1,4}})章(?:第(?P<division>{_N}{{1,3}})节)?|本章第(?P<here>{_N}{{1,3}})节)"
)
_OWN = lazy(rf"本(?:{_KINDS})(?:的|中)?(?:规定的)?$")
# 本裁量基准第十七条: the end of the document's own title, whatever kind it is.
_SELF = lazy(r"本(?P<name>[\u4e00-\u9fff]{2,8}?)(?:的|中)?(?:规定的)?$")
# An enumeration goes on: 第三条、第五条和第九条.
_JOINED = lazy(r"(?:的规定|规定)?(?:[、,和或及与至到]|或者|以及){1,2}$")
_PLAIN = lazy(r"(?:{BASIS}|违反|[符属][合于]|[从实][事施]|(?:达不?到|满足)|[除有])$")
# What leads to a place of the act itself: a name right before it is that of another text, 上级文件第十条.
_LED = lazy(r"[依由按从与和或及、,。;:(（\n] ?$")
# An article that begins with another: 第四条 第三条第一项规定的情形,由…
_HEADED = lazy(rf"\n第{_N}{{1,8}}条 ?$")
# 本办法 and 第五条的规定 are no other act.
_OTHER_ACT = lazy(
    r"》|(?<!本)(?<!本[实暂][施行])(?:{STANDARD}|{ACT}(?<![的条款项章节]规定)|{TREATY}|合同)|[该其](?![他中余它])"
)
_DECIMAL = lazy(
    rf"(?:本(?:{_KINDS})(?:第)?|(?:[详参]?见|按|基于|{{BASIS}}|{{PROVIDED}}[同与])"
    rf"(?:本(?:{_KINDS}))?第? ?|(?P<appended>附[录件表图]) ?|(?:符合|违反)(?=[\d.]{{3,12}}条?的规定))"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.%‰a-zA-Z]| ?[亿万元倍吨米亩度个人级家])"
)
# 本预案3.2至3.8: the last of them.
_LAST = lazy(r"(?:至|到|—|--?|~)(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.%‰a-zA-Z]| ?[亿万元倍吨米亩度个人级家])")
_NAMED = lazy(r"(?:条(?:之[一二三四五六七八九十]{1,2})?|第)$")
_BACK = lazy(r"前(?P<count>[两二三四])?(?P<unit>款|条)(?!件)")

Level = Literal["article", "chapter", "section", "before"]


class ClauseReference(NamedTuple):
    """A reference to a place of the document itself.

    ``value`` is the number of an article (with 之N), chapter or decimal section, or for 前款 the count of what lies
    before; ``clause`` (款, of a chapter 节) and ``item`` (项) are 0 if not named. ``part`` is the part it stands in.
    ``certain``: words before it say so (本法第三条, 违反第三条); 由第三条 may be that of a text nobody named.
    """

    level: Level
    value: tuple[int, ...]
    clause: int
    item: int
    text: str
    span: Span
    part: int
    certain: bool = True


@fact("clause-references", "处条款引用", "reference to clauses|references to clauses")
def clause_references(document: Document) -> tuple[ClauseReference, ...]:
    """The references of a document to its own articles, chapters, sections and preceding clauses, in order."""
    if is_amending(document):
        return ()
    found = [*_articles(document), *_chapters(document), *_decimals(document), *_backward(document)]
    return tuple(sorted(found, key=lambda one: one.span))


def _articles(document: Document) -> Iterator[ClauseReference]:
    text = document.read(own_words)
    stream = document.read(flow)
    own, certain, last = False, False, -1
    kinds = {one.title[-length:] for one in document.read(own_titles) for length in range(2, 9)}
    for match in _ARTICLE.finditer(text) if "条" in text else ():
        if not _joins(text, last, match.start()):
            own = match["article"] is None or _is_own(document, match.start(), kinds)
            certain = match["article"] is None or _is_certain(text, match.start())
        last = match.end()
        unit = stream.unit_at(match.start())
        value = _value(document, match, stream.span(*match.span()).start) if own else None
        # 第三条 at the head of a paragraph is the article itself, where it is no section: all that follows ran into it.
        if value is None or (match.start() == unit.start and match["article"] and not match["clause"]):
            continue
        first = ClauseReference(
            "article",
            value,
            ordinal(match["clause"] or "零"),
            ordinal(match["item"] or "零"),
            match[0],
            stream.span(*match.span()),
            unit.part,
            certain,
        )
        yield first
        while first.clause and not first.item and (more := _PARAGRAPH.match(text, last)):
            last = more.end()
            place = stream.span(*more.span("words"))
            yield first._replace(clause=ordinal(more["clause"]), text=more["words"], span=place)
        while first.item and (more := _ITEM.match(text, last)):
            last = more.end()
            place = stream.span(*more.span("words"))
            yield first._replace(item=ordinal(more["item"]), text=more["words"], span=place)


def _value(document: Document, match: re.Match[str], offset: int) -> tuple[int, ...] | None:
    """The number of the article that is meant; None if 前条 or 前款 names no 款 or 项 of an article."""
    if match["article"]:
        return (ordinal(match["article"]),) + ((ordinal(match["sub"]),) if match["sub"] else ())
    section = next((one for one in document.sections_at(offset) if one.mark.scheme == "article"), None)
    if section is None or not (match["clause"] or match["item"]):
        return None
    if match["this"]:
        return section.mark.value
    if match["here"]:
        return section.mark.value if match["item"] and not match["clause"] else None
    return document.read(articles_before).get((section.part, section.mark.value))


@fact("articles-before")
def articles_before(document: Document) -> dict[tuple[int, tuple[int, ...]], tuple[int, ...]]:
    """The number of the article before each, by its part and number."""
    order = [(one.part, one.mark.value) for one in document.sections if one.mark.scheme == "article"]
    return {after: one[1] for one, after in pairwise(order) if one[0] == after[0]}


def _is_own(document: Document, at: int, kinds: Container[str]) -> bool:
    """Whether an article is one of this document: 本法第三条, or 违反第三条 where the sentence names no other act."""
    text = document.read(own_words)
    if _OWN.search(text, max(0, at - 16), at) or _HEADED.search(text, max(0, at - 16), at):
        return True
    if (self := _SELF.search(text, max(0, at - 16), at)) and self["name"] in kinds:
        return True
    return _is_of_this(document, at)


def _is_certain(text: str, at: int) -> bool:
    """Whether the words before a place name its act, or apply it: 本法, 违反, 依照."""
    return any(one.search(text, max(0, at - 16), at) for one in (_OWN, _HEADED, _SELF, _PLAIN))


def _is_of_this(document: Document, at: int) -> bool:
    """Whether a place without a name is one of this document: it is led to (违反第三条, 由第三条), and no other act is
    named before it: in its sentence behind 违反 and the like, else in its paragraph.
    """
    text = document.read(own_words)
    plain = _PLAIN.search(text, max(0, at - 4), at)
    if not plain and not _LED.search(text, max(0, at - 2), at):
        return False
    ends = document.read(other_acts)
    before = bisect_right(ends, at)
    return not before or any(text.find(stop, ends[before - 1], at) >= 0 for stop in ("。;\n" if plain else "\n"))


@fact("other-acts")
def other_acts(document: Document) -> tuple[int, ...]:
    """Where the names of other acts, treaties and contracts end in the words of a document, in order."""
    return tuple(match.end() for match in _OTHER_ACT.finditer(document.read(own_words)))


def _joins(text: str, last: int, at: int) -> bool:
    """Whether a place goes on with an enumeration, whose last member ends at ``last``; -1 if there is none."""
    return last >= 0 and at - last <= 8 and _JOINED.match(text[last:at]) is not None


def _chapters(document: Document) -> Iterator[ClauseReference]:
    text = document.read(own_words)
    stream = document.read(flow)
    own, certain, last = False, False, -1
    for match in _CHAPTER.finditer(text) if "章" in text else ():
        unit = stream.unit_at(match.start())
        named = match[0][0] == "本"
        if named or not _joins(text, last, match.start()):
            own = named or _is_of_this(document, match.start())
        last = match.end()
        # 第三章 at the head of a paragraph is the heading itself.
        if not own or (match.start() == unit.start and not named):
            continue
        span = stream.span(*match.span())
        value = (ordinal(match["chapter"]),) if match["chapter"] else _chapter_of(document, span.start)
        division = ordinal(match["division"] or match["here"] or "零")
        if value:
            certain = match[0][0] == "本" or _is_certain(text, match.start())
            yield ClauseReference("chapter", value, division, 0, match[0], span, unit.part, certain)


def _chapter_of(document: Document, offset: int) -> tuple[int, ...]:
    """The number of the chapter that a place stands in, empty if it stands in none."""
    chapters = (one.mark.value for one in document.sections_at(offset) if one.mark.scheme == "chapter")
    return next(chapters, ())


def _decimals(document: Document) -> Iterator[ClauseReference]:
    if not any(section.mark.scheme == "decimal" and len(section.mark.value) > 1 for section in document.sections):
        return
    text = document.read(own_words)
    stream = document.read(flow)
    # 附录9.4 where section 9 holds the appendices and none has a label of its own.
    labelled = bool(document.read(appendices))
    decimals = [one for one in document.sections if one.mark.scheme == "decimal"]
    appended = set() if labelled else {one.mark.value[0] for one in decimals if "附" in one.title}
    for match in _DECIMAL.finditer(text):
        unit = stream.unit_at(match.start())
        value = tuple(int(part) for part in match["number"].split("."))
        if match["appended"] and value[0] not in appended:
            continue
        yield ClauseReference("section", value, 0, 0, match["number"], stream.span(*match.span("number")), unit.part)
        last = _LAST.match(text, match.end())
        if last and last["number"].count(".") == match["number"].count("."):
            end = tuple(int(part) for part in last["number"].split("."))
            yield ClauseReference("section", end, 0, 0, last["number"], stream.span(*last.span("number")), unit.part)


def _backward(document: Document) -> Iterator[ClauseReference]:
    """前款, 前两款 and 前条 with nothing before them to mean: other uses of them are right and not kept."""
    text = document.read(own_words)
    stream = document.read(flow)
    for match in _BACK.finditer(text) if "前" in text else ():
        # 刑法第三百零七条之一前三款: clauses of the article named.
        if _NAMED.search(text, max(0, match.start() - 24), match.start()):
            continue
        span = stream.span(*match.span())
        count = {"两": 2, "二": 2, "三": 3, "四": 4}.get(match["count"] or "", 1)
        unit = stream.unit_at(match.start())
        if _lies_before(document, unit.paragraph, span.start, match["unit"]) < count:
            yield ClauseReference("before", (count,), 0, 0, match[0], span, unit.part)


def _lies_before(document: Document, paragraph: Paragraph, offset: int, unit: str) -> int:
    """How many clauses of its article, or articles of its law, lie before a place; many if that is not known.

    Within a paragraph whose sentences end before it, the line breaks between clauses may have been lost.
    """
    section = document.section_at(offset)
    if section is None or section.mark.scheme != "article":
        return 9
    if unit == "条":
        return section.mark.value[0] - 1
    if "。" in paragraph.text[: max(0, _offset_in(paragraph, offset))]:
        return 9
    blocks = [section.heading, *section.body]
    return next((at for at, block in enumerate(blocks) if block is paragraph), 9)


def _offset_in(paragraph: Paragraph, offset: int) -> int:
    """Where a raw offset lies in the joined words of a paragraph."""
    piece = next((one for one in reversed(paragraph.pieces) if one.start <= offset), paragraph.pieces[0])
    return piece.offset + offset - piece.start
