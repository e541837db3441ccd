"""Appendices: their labels, the lists and notes that announce them, and the places that refer to them.

Grammar first: what reads as a label, an entry, a reference. Resolution (which appendix is 附录9.1?) is by word and
number and comes last. Labels and references of other acts (《…》附件2) are none of the document's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from linter.facts.base import flow, own_words
from linter.language import NamedTuple, Span, lazy, ordinal
from linter.structure import Block, Document, Paragraph, Section, Table, fact
from linter.structure.marks import LABEL

__all__ = ["ListedAppendix", "Reference", "announced", "appendices", "appendix_references"]

_CN = "一二三四五六七八九十"
# 附件3份, 附件10万元预算表, 附件2021年…: a quantity or a date, not the number of an appendix.
_NUMBER = (
    rf"(?:[A-Z](?![A-Za-z])|\d{{1,2}}(?:[.\-]\d{{1,2}}){{0,3}}|[{_CN}]{{1,3}})"
    r"(?![\d份个張张页頁件项種种册套本式枚幅万亿元年月日周天名次人条])"
)
_REFERENCE = lazy(rf"(?P<word>附[录件表图圖錄]) ?(?P<first>{_NUMBER})(?P<more>(?:[、和及] ?{_NUMBER})*)")
_MORE = lazy(r"[^、和及 ]+")
# What stands before a reference to an appendix of another act.
_FOREIGN = lazy(
    r"(?:[》號号]|{TREATY}|{STANDARD}|{ACT}(?<![案见知程])(?<![方立]法))(?:的|中的|中|之)?$|第[^ ,。;、]{1,6}条$"
    r"|号文件?(?:的|中的|中)?$|其$|(?:上级|[国省部][^ ,。;、本]{0,5}|[来原])(?:通知|意见|函)(?:的|中的|中)?$"
)
_OWN = lazy(r"本[^ ,。;、《》]{2,6}(?:的|中的|中)?$")
_LIST_TITLE = lazy(r"附[录件表图录錄图圖、和及]*$")
_ENTRY = lazy(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}) *(?P<title>[^\d\s.].{2,60})$")
_NOTE = lazy(rf"(?P<word>附[录件表图]?) ?(?P<number>\d{{1,2}}(?!\d)|[{_CN}](?=[:.、]))? ?(?P<colon>[:.、]?) ?")
# 1.自查表, and 1.2024年岗位表, whose title begins with a year.
_ITEM = lazy(r"(?:^|(?<=[\s:;。》]))(\d{1,2}) ?[.、](?!\d(?!\d{3}年)) ?")
_RUN_IN = lazy(r"(?<=[^的及和])附件\d? ?:")
_TRAILING = "。;,、 .:"
# 附件:1.自查表(略), 2.汇总表(网站下载): not printed, and said so.
_OMITTED = lazy(r"\((?:从?略|另[发附]|请?见网站|[^()]{0,8}下载)\)$|(?:^|\W)略$|(?:另发|另附|请?见网站)$")
_LEADER = lazy(r"[.·…]{3,}")

Source = Literal["list", "note"]


class Appendix(NamedTuple):
    """An appendix that stands in the document: word and number of its label, its title, their places.

    ``head`` are the words of the first paragraphs behind the label, in which a broken title goes on; ``lines`` those
    of the title's own lines, joined in turn, behind which other words may have run into it.
    """

    word: str
    number: str
    title: str
    label_span: Span
    title_span: Span
    head: tuple[str, ...]
    part: int
    lines: tuple[str, ...] = ()


class ListedAppendix(NamedTuple):
    """An appendix that is announced: in the list of a section 附录, or in the note 附件:1.… below the text.

    ``here``: its own text stands right below the entry.
    """

    word: str
    number: str
    title: str
    span: Span
    source: Source
    here: bool = False


class Reference(NamedTuple):
    """A place in running text that names an appendix of this document."""

    word: str
    number: str
    span: Span


def plain_number(words: str) -> str:
    """The number of a label as it is compared: 附件二 is 附件2."""
    words = "".join(words.split())
    return str(ordinal(words)) if words and words[0] in _CN else words


@fact("appendices")
def appendices(document: Document) -> tuple[Appendix, ...]:
    """The appendices that stand in the document, in order: labelled parts, and labels with a title inside them."""
    found: list[Appendix] = []
    for index, part in enumerate(document.parts):
        if part.label:
            title = part.title.text if part.title else ""
            span = part.title.span() if part.title else part.label.span()
            head = _head(part.blocks, part.title or part.label)
            word = LABEL.match(part.label.text)
            found.append(
                Appendix(
                    "".join(word["word"].split()) if word else "附件",
                    plain_number(part.number),
                    "".join(title.split()),
                    part.label.span(),
                    span,
                    head,
                    index,
                    _lines(document, part.title),
                )
            )
        if part.kind in ("appendix", "attachment"):
            own = part.label.span() if part.label else None
            found += [
                one for one in _captions(part.blocks, index) if one.label_span.start != (own.start if own else -1)
            ]
    return tuple(found)


def _head(blocks: Sequence[Block], title: Paragraph) -> tuple[str, ...]:
    """The words of the paragraphs that stand next to a title, joined in turn."""
    end = title.pieces[-1].end
    near = [block.text for block in blocks if isinstance(block, Paragraph) and block.pieces[0].start >= end][:3]
    return tuple("".join("".join(near[:count]).split()) for count in range(1, len(near) + 1))


def _lines(document: Document, title: Paragraph | None) -> tuple[str, ...]:
    """The words of a title of several lines: of its first line, of the first two, and so on."""
    if title is None or len(title.pieces) < 2:
        return ()
    normal = document.text.normal
    ends = [piece.offset for before, piece in pairwise(title.pieces) if "\n" in normal[before.start : piece.start]]
    return tuple("".join(title.text[:end].split()) for end in ends)


def _captions(blocks: Sequence[Block], part: int) -> Iterator[Appendix]:
    """Labels with a number at the head of a paragraph inside an appendix: 附表4-9 应急侦测装备."""
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.text.startswith("附") or _LEADER.search(block.text):
            continue
        label = LABEL.match(block.text)
        if label and label["number"] and len(label["rest"]) <= 60 and not block.text.endswith(("。", ";", ",")):
            span = block.span(0, label.end("number"))
            title = "".join(label["rest"].split())
            yield Appendix(label["word"], plain_number(label["number"]), title, span, span, (), part)


@fact("announced")
def announced(document: Document) -> tuple[ListedAppendix, ...]:
    """The appendices that lists and notes announce, in order of place."""
    listed = list(_lists(document))
    # An entry 附录1 … of a section 附录 reads as a note too.
    places = {one.span for one in listed}
    noted = [one for one in _notes(document) if one.span not in places]
    found = [one for one in (*listed, *noted) if not _OMITTED.search(one.title)]
    return tuple(sorted(found, key=lambda one: one.span))


def _lists(document: Document) -> Iterator[ListedAppendix]:
    """The entries under a section 附录: its children, its cells, its paragraphs 附件1 …."""
    for section in document.sections:
        title = "".join(section.title.split())
        if not title or not _LIST_TITLE.match(title):
            continue
        word = "附录" if "录" in title else title[:2]
        for child in document.children(section):
            if child.title:
                yield ListedAppendix(
                    word, _mark_number(child), child.title.strip(_TRAILING), child.title_span, "list", _has_text(child)
                )
        for block in section.body:
            if isinstance(block, Table):
                yield from _cells(block, word)
            else:
                yield from _labelled(block, "list")


def _mark_number(section: Section) -> str:
    return ".".join(str(value) for value in section.mark.value)


def _has_text(section: Section) -> bool:
    """Whether more than a heading stands at an entry, so that it is the appendix itself."""
    return bool(section.body or section.children)


def _cells(table: Table, word: str) -> Iterator[ListedAppendix]:
    for row in (table.header, *(row.cells for row in table.rows)):
        for cell in row:
            entry = _ENTRY.match(cell.text)
            if entry and len(cell.paragraphs) == 1:
                span = cell.paragraphs[0].span(entry.start("title"), entry.end("title"))
                yield ListedAppendix(word, entry["number"], entry["title"].strip(_TRAILING), span, "list")


def _labelled(block: Paragraph, source: Source) -> Iterator[ListedAppendix]:
    label = LABEL.match(block.text)
    if label and label["number"] and label["rest"] and not _LEADER.search(block.text):
        span = block.span(label.start("rest"), label.end("rest"))
        yield ListedAppendix(label["word"], plain_number(label["number"]), label["rest"].strip(_TRAILING), span, source)


def _notes(document: Document) -> Iterator[ListedAppendix]:
    """The notes 附件:1.… 2.… that stand below a text, before its signature."""
    for part in document.parts:
        skip = part.label
        word, due = "", 0
        for block in part.blocks:
            # 附件: above 1.… 2.…, the last lines of an instrument, is a note that looks like a label.
            if isinstance(block, Table) or (
                skip and block.span().start <= skip.span().start and not block.text.endswith(":")
            ):
                due = 0
                continue
            note = _note(block.text, part.kind in ("appendix", "attachment"))
            if note:
                # 附:1.… lists 附件1 …; 附一:… is the label of an enclosure of its own kind.
                whole = len(note["word"]) > 1 or bool(note["number"])
                entries = list(_entries(block, note.end(), note["word"] if whole else "附件", note["number"]))
                yield from entries
                word, due = (entries[-1].word, int(entries[-1].number or 0) + 1) if entries else ("附件", 1)
            elif due and (item := _ITEM.match(block.text)) and int(item[1]) == due and "。" not in block.text[:-1]:
                entries = list(_entries(block, 0, word, None))
                yield from entries
                due += len(entries)
            else:
                due = 0


def _note(text: str, inside: bool) -> re.Match[str] | None:
    """The head of a note. Inside an appendix only 附表:… is one, since 附表1 … is the label of a table there."""
    note = _NOTE.match(text) if text.startswith("附") and len(text) <= 200 and not _LEADER.search(text) else None
    if not note or not (note["colon"] or (note["number"] and note.end() < len(text))):
        return None
    return None if inside and not note["colon"].endswith(":") else note


def _entries(block: Paragraph, start: int, word: str, number: str | None) -> Iterator[ListedAppendix]:
    """The entries of one paragraph of a note: numbered ones, or a single one without a number."""
    text = block.text
    if start == len(text):
        return
    items = [] if number else list(_ITEM.finditer(text, start))
    if not items or items[0].start() > start:
        yield _listed(block, start, len(text), word, plain_number(number or ""))
        return
    for at, item in enumerate(items):
        end = items[at + 1].start() if at + 1 < len(items) else len(text)
        yield _listed(block, item.end(), end, word, item[1])


def _listed(block: Paragraph, start: int, end: int, word: str, number: str) -> ListedAppendix:
    # The label of the first appendix may have run into the last entry.
    words = _RUN_IN.split(block.text[start:end], maxsplit=1)[0]
    kept = words.rstrip(_TRAILING)
    return ListedAppendix(word, number, "".join(kept.split()), block.span(start, start + len(kept)), "note")


def _between(places: Sequence[int], span: Span) -> bool:
    """Whether one of some places, which are in order, lies in a span."""
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


@fact("appendix-references", "处附件引用", "reference to appendices|references to appendices")
def appendix_references(document: Document) -> tuple[Reference, ...]:
    """The places in running text that name an appendix of this document by number, in order."""
    text = document.read(own_words)
    stream = document.read(flow)
    labels = {one.label_span.start for one in document.read(appendices)}
    entries = sorted(one.span.start for one in document.read(announced))
    found: list[Reference] = []
    for match in _REFERENCE.finditer(text) if "附" in text else ():
        unit = stream.unit_at(match.start())
        first = unit.paragraph.span()
        begins = match.start() == unit.start
        if begins and (first.start in labels or _between(entries, first)):
            continue
        before = text[max(0, match.start() - 12) : match.start()]
        if _FOREIGN.search(before) and not _OWN.search(before):
            continue
        word = match["word"]
        found.append(Reference(word, plain_number(match["first"]), stream.span(match.start(), match.end("first"))))
        found += [
            Reference(word, plain_number(more[0]), stream.span(*more.span()))
            for more in _MORE.finditer(text, *match.span("more"))
        ]
    return tuple(found)
