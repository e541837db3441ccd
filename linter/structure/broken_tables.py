"""Tables that lost cells, or whose merged cells were poured together or left out."""

from collections import Counter
from collections.abc import Iterator

from linter.language import Span, lazy
from linter.language.office import DamageKind
from linter.structure.model import Document
from linter.structure.paragraph import Cell, Row, Table

# A cell that only says whose names should follow.
_ROLE = lazy(r"{ROLE}(?:单位|部门|人员)?:?$|(?:副?组长|成员):?$")
_NAMED = lazy(r"(?:单位|部门|{TASK_COLUMN})$")
# Rows below which an empty column may be chance.
_ROWS = 3
# A column is lost, rather than left to be filled in, if the others hold words in this share of their cells.
_FILLED = 0.8
# Rows that are shorter by nature: totals and notes.
_SHORT = lazy(r"(?:[合总小共] ?计|备?注|说明)[:(]?")
# The same words two or more times in a cell: cells that were merged, each filled with the words of all.
_POURED = lazy(r"(?P<words>\S{3,}?)(?: *(?P=words))+$|(?P<short>\S{2})(?: *(?P=short)){2,}$")


def find(document: Document) -> Iterator[tuple[DamageKind, Span, str]]:
    """The damaged regions of all tables: kind, place, and the words by which it is known."""
    for table in document.tables:
        yield from _unnamed(table)
        if ragged := _ragged(table):
            yield "ragged", table.span, ragged
        yield from _poured(table)


def _unnamed(table: Table) -> Iterator[tuple[DamageKind, Span, str]]:
    """Role labels without names behind them, and named columns without a word."""
    rows = [row for row in table.rows if _without_names(row)]
    if len(rows) > 1:
        yield "cells", Span(rows[0].span.start, rows[-1].span.end), rows[0].cells[_label(rows[0])].text
        return
    for at, head in enumerate(table.header):
        column = table.column(at)
        if len(column) >= _ROWS and _NAMED.search(head.text) and not any(cell.text for cell in column):
            others = [cell for row in table.rows for index, cell in enumerate(row.cells) if index != at]
            if others and sum(1 for cell in others if cell.text) >= _FILLED * len(others):
                yield "column", head.span, head.text


def _ragged(table: Table) -> str:
    """The words of a row that has fewer cells than most others: what was merged above it was left out of it.

    Rows of one cell head a group, and totals and notes span columns by nature; empty if no row is short.
    """
    rows = [row for row in table.rows if len(row.cells) > 1 and not _SHORT.match(row.cells[0].text)]
    widths = Counter(len(row.cells) for row in rows)
    if table.header:
        widths[len(table.header)] += 1
    full = max(widths, default=0)
    short = [row for row in rows if len(row.cells) < full]
    return next((cell.text for row in short for cell in row.cells if cell.text), "") if short else ""


def _poured(table: Table) -> Iterator[tuple[DamageKind, Span, str]]:
    """Cells that hold the same words several times and nothing else."""
    for row in table.rows:
        for cell in row.cells:
            # A character of words poured together stands there again.
            if len(cell.text) > 5 and cell.text[0] in cell.text[2:] and _POURED.match(cell.text):
                yield "merged", cell.span, cell.text


def _label(row: Row) -> int:
    """The index of the cell that is a role label and nothing else, or -1."""
    return next((at for at, cell in enumerate(row.cells) if cell.text and _ROLE.match(cell.text)), -1)


def _without_names(row: Row) -> bool:
    """Whether a role label ends its row, no names behind it."""
    at = _label(row)
    behind: tuple[Cell, ...] = row.cells[at + 1 :]
    return at >= 0 and not any(cell.text for cell in behind)
