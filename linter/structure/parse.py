"""Text → Issue: the one entry to the structure of a file: an issue, a notice, a plan, a law, a scrap."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language import NamedTuple, Span, Text, lazy
from linter.structure import tables
from linter.structure.blocks import Draft, join
from linter.structure.contents import contents, contents_region, masthead
from linter.structure.headline import lone_title, noted, unframed
from linter.structure.lines import ranges, scan
from linter.structure.marks import Found
from linter.structure.model import ContentsEntry, Document, Head, Issue, Masthead, Part, Section
from linter.structure.notices import Start, head, is_addressee, paragraph, starts
from linter.structure.outline import build
from linter.structure.paragraph import Block, Paragraph, Table
from linter.structure.parts import Cut, cut
from linter.structure.run_heads import opened

# How a document ends, in so many last drafts.
_LAST = 5
_IN_FORCE = lazy("起(?:施行|实施|执行|生效)[^。]{0,40}。$")


class NoticePlan(NamedTuple):
    """A text laid out: its front, the entries of its contents, its drafts, and where notices begin in them."""

    front: Masthead | None
    entries: tuple[ContentsEntry, ...]
    drafts: list[Draft]
    found: list[Start]

    @property
    def is_issue(self) -> bool:
        """Whether the text holds several documents, or the front of a gazette."""
        return bool(self.found) and (self.front is not None or len(self.found) > 1)


def parse(text: Text) -> Issue:
    """The structure of a text. Never fails: what is not understood is a document without structure."""
    plan = _plan(text)
    drafts, found = plan.drafts, plan.found
    if not plan.is_issue:
        # Contents without a front are those of a year, if they name numbers; else chapters of the document.
        listed = plan.front is not None or any(one.number for one in plan.entries)
        return Issue(text, (_single(text, drafts, found),), plan.front, plan.entries if listed else ())
    ends = [start.first for start in found[1:]] + [len(drafts)]
    documents = tuple(
        _document(text, drafts, start, end, span, index)
        for index, (start, end, span) in enumerate(zip(found, ends, _bounds(text, drafts, found), strict=True))
    )
    return Issue(text, documents, plan.front, plan.entries)


def notice_spans(text: Text) -> list[Span]:
    """Where each document of a text stands, without parsing any: the whole text if it is one document."""
    plan = _plan(text)
    return _bounds(text, plan.drafts, plan.found) if plan.is_issue else [Span(0, len(text))]


def notice_starts(text: Text) -> list[int]:
    """Where documents with a number begin in a stretch of an issue that holds neither its front nor its contents."""
    drafts = join(scan(text))
    return [drafts[start.first].lines[0].start for start in starts(drafts, ())]


def _plan(text: Text) -> NoticePlan:
    lines = opened(text, scan(text))
    first, last = contents_region(lines)
    front = masthead(text.normal, lines[: last or 60])
    entries = contents(text.normal, lines[first:last])
    drafts = join(lines[last:] if front else lines[:first] + lines[last:])
    found = starts(drafts, entries)
    before = drafts[: found[0].first] if found and not front else []
    if _is_whole(before) or (len(found) > 1 and _is_text(before)):
        found.insert(0, _lone(before))
    return NoticePlan(front, entries, drafts, found)


def _is_whole(drafts: Sequence[Draft]) -> bool:
    """Whether drafts before a notice end as a document does: with its date or the day from which it is in force."""
    return _is_text(drafts) and any(draft.sort == "date" or _IN_FORCE.search(draft.tail) for draft in drafts[-_LAST:])


def _is_text(drafts: Sequence[Draft]) -> bool:
    """Whether drafts before the first notice hold paragraphs: a document of its own, no frame of the page.

    A page has a sentence, too: 本文已被浏览23次。
    """
    written = [at for at, draft in enumerate(drafts) if draft.tail.endswith("。")]
    return len(written) > 1 or (bool(written) and any(map(is_addressee, drafts[: written[0]])))


def _bounds(text: Text, drafts: Sequence[Draft], found: Sequence[Start]) -> list[Span]:
    starting = [drafts[start.first].lines[0].start for start in found]
    return [Span(start, end) for start, end in zip(starting, [*starting[1:], len(text)], strict=True)]


def _single(text: Text, drafts: Sequence[Draft], found: Sequence[Start]) -> Document:
    """A file that holds one document: its title is above its number, or stands first."""
    span = Span(0, len(text))
    if not drafts:
        return Document(text, span, Head(), (), ())
    if found:
        start = found[0]._replace(first=min(noted(drafts), found[0].title[0]))
        return _document(text, drafts, start, len(drafts), span, 0)
    drafts = unframed(drafts)
    return _document(text, drafts, _lone(drafts), len(drafts), span, 0)


def _lone(drafts: Sequence[Draft]) -> Start:
    """Where a document begins that no title above a number tells: with the first of its drafts."""
    number = next((at for at, draft in enumerate(drafts[:12]) if draft.sort == "number"), -1)
    return Start(0, number, lone_title(drafts, number))


def _document(text: Text, drafts: Sequence[Draft], start: Start, end: int, span: Span, index: int) -> Document:
    after = max([start.first - 1, start.number, *start.title]) + 1
    title = "".join(drafts[at].text for at in start.title)
    cuts = cut(drafts, start.first, end, after, title)
    letter_end = next((one.end for one in cuts if one.kind == "letter"), min(end, after + 6))
    about = head(text.normal, drafts, start, end, letter_end)
    headed = {*start.title, start.number}
    parts: list[Part] = []
    sections: list[Section] = []
    for number, one in enumerate(cuts):
        part_span = Span(
            span.start if number == 0 else drafts[one.first].lines[0].start,
            span.end if number == len(cuts) - 1 else drafts[cuts[number + 1].first].lines[0].start,
        )
        items = _items(
            text.normal, drafts[one.first : one.end], {at - one.first for at in headed | {one.label, *one.title}}
        )
        sections += build(items, number, len(sections), part_span.end)
        parts.append(_part(text.normal, drafts, one, part_span, tuple(block for block, _ in items)))
    unsent = parts[0].kind == "letter" and start.number < 0 and not about.addressee
    if unsent and (len(parts) == 1 or _is_act(sections)):
        parts[0] = Part("instrument", parts[0].span, parts[0].blocks, title=about.title)
    return Document(text, span, about, tuple(parts), tuple(sections), index)


def _is_act(sections: Sequence[Section]) -> bool:
    """Whether the first part of a document has articles."""
    return any(section.mark.scheme == "article" for section in sections if section.part == 0)


def _items(normal: str, drafts: Sequence[Draft], plain: set[int]) -> list[tuple[Block, Found | None]]:
    """Blocks with their marks; titles and labels carry none; tables broken over pages are joined."""
    items: list[tuple[Block, Found | None]] = []
    for at, draft in enumerate(drafts):
        if not draft.tabular:
            pieces = [one for line in draft.lines for one in ranges(normal, line.start, line.end)]
            if pieces:
                items.append((Paragraph(normal, pieces), None if at in plain else draft.mark))
            continue
        table = tables.table(normal, draft.lines)
        if table is None:
            continue
        last = items[-1][0] if items else None
        merged = tables.merge(last, table) if isinstance(last, Table) else None
        if merged:
            items[-1] = (merged, None)
        else:
            items.append((table, None))
    return items


def _part(normal: str, drafts: Sequence[Draft], one: Cut, span: Span, blocks: tuple[Block, ...]) -> Part:
    label = title = None
    number = ""
    if one.label >= 0:
        line = drafts[one.label].lines[0]
        found = line.judged.label
        number = found.number if found else ""
        length = found.number_end if found else len(line.text)
        label = Paragraph(normal, ranges(normal, line.start, line.at(length)))
        if found and found.rest and one.title == (one.label,):
            title = Paragraph(normal, ranges(normal, line.at(found.rest_start), line.end, tight=True))
    if one.title and title is None:
        title = paragraph(normal, [drafts[at] for at in one.title])
    return Part(one.kind, span, blocks, label, number, title)
