"""Regions that recognition or layout damaged: what stands there is not what the office wrote, and is not judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Cell, Document, Paragraph, Row, Table

Kind = Literal["cells", "column", "lines", "order", "characters"]

# A cell that only says whose names should follow.
_ROLE = lazy(r"(?:牵头|组成|成员|责任|配合|参加|协办|主办|承办|参与)(?:单位|部门|人员)?:?$|(?:副?组长|成员):?$")
_NAMED = lazy(r"(?:单位|部门|人员|职责|任务|电话|措施|内容|时限)$")
# Rows below which an empty column may be chance.
_ROWS = 3
# A column is lost, rather than left to be filled in, if the others hold words in this share of their cells.
_FILLED = 0.8
# The addressees run into the end of the title, or into words of another line.
_RUN_IN = lazy(r"^(?:通知|意见|决定|函)(?=各)|:[^,:]{1,12}。$")
_LOST = lazy("[\ufffd\ue000-\uf8ff]")
# A paragraph that lost so many characters cannot be read.
_MANY_LOST = 3


class Damage(NamedTuple):
    """A damaged region, with the words by which it is known."""

    kind: Kind
    span: Span
    words: str


@fact("damage")
def damage(document: Document) -> tuple[Damage, ...]:
    """The damaged regions of a document in order."""
    found = [one for table in document.tables for one in _table(table)]
    found += _letter(document)
    if _LOST.search(document.text.raw, *document.span):
        found += [
            Damage("characters", paragraph.span(), paragraph.text[:20])
            for paragraph in document.paragraphs
            if sum(1 for _ in _LOST.finditer(paragraph.text)) >= _MANY_LOST
        ]
    return tuple(sorted(found, key=lambda one: one.span))


def _table(table: Table) -> Iterator[Damage]:
    """Role labels without names behind them, and named columns without a word."""
    rows = [row for row in table.rows if _without_names(row)]
    if len(rows) > 1:
        yield Damage("cells", Span(rows[0].span.start, rows[-1].span.end), rows[0].cells[_label(rows[0])].text)
        return
    for at, head in enumerate(table.header):
        column = table.column(at)
        if len(column) >= _ROWS and _NAMED.search(head.text) and not any(cell.text for cell in column):
            others = [cell for row in table.rows for index, cell in enumerate(row.cells) if index != at]
            if others and sum(1 for cell in others if cell.text) >= _FILLED * len(others):
                yield Damage("column", head.span, head.text)


def _label(row: Row) -> int:
    """The index of the cell that is a role label and nothing else, or -1."""
    return next((at for at, cell in enumerate(row.cells) if _ROLE.match(cell.text)), -1)


def _without_names(row: Row) -> bool:
    """Whether a role label ends its row, no names behind it."""
    at = _label(row)
    behind: tuple[Cell, ...] = row.cells[at + 1 :]
    return at >= 0 and not any(cell.text for cell in behind)


def _letter(document: Document) -> Iterator[Damage]:
    """Addressees that ran into other lines, and a signature that stands before the text it signs."""
    head = document.head
    if head.addressee:
        match = _RUN_IN.search(head.addressee.text)
        if match:
            yield Damage("lines", head.addressee.span(*match.span()), match[0])
    if not (head.addressee and head.signature and head.date):
        return
    signed = head.signature.span()
    letter = document.parts[0].blocks
    after = [block for block in letter if isinstance(block, Paragraph) and block.span().start > head.date.span().end]
    if after and head.addressee.span().end <= signed.start and "。" in after[0].text and len(after[0]) > 20:
        between = [block for block in letter if _between(block, head.addressee.span().end, signed.start)]
        if not between:
            yield Damage("order", Span(signed.start, head.date.span().end), head.signature.text)


def _between(block: Paragraph | Table, start: int, end: int) -> bool:
    place = block.span() if isinstance(block, Paragraph) else block.span
    return start <= place.start and place.end <= end
