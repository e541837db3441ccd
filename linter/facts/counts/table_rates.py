"""Rates in tables that follow from two columns beside them: 发现隐患, 已整改, 整改率.

The head of a rate names what was done; the column of those to whom it was done carries the same words. Which column
is the whole is not written: the one that the other rows agree with.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.counts.rates import Derived
from linter.facts.counts.terms import plain, read
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Cell, Document, Row, Table

__all__ = ["table_rates"]

_RATE = lazy(r"(?P<done>[^\W\d_]{2,6})率(?:\((?:单位:)?%\))?$")
_PERCENT = lazy(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)%?$")
_COUNT = lazy(r"(?P<n>\d{1,9}(?:\.\d{1,4})?)$")
_PROOF = 2
_SPREAD = 10**6


@fact("table-rates")
def table_rates(document: Document) -> tuple[Derived, ...]:
    """The rates of tables that do not follow where two or more others of their column, and most of them, do."""
    return tuple([one for table in document.tables for one in _of_table(table)])


def _of_table(table: Table) -> Iterator[Derived]:
    heads = ["".join(cell.text.split()) for cell in table.header]
    for at, head in enumerate(heads):
        match = _RATE.match(head)
        parts = [
            i for i, words in enumerate(heads) if match and i != at and match["done"] in words and "率" not in words
        ]
        if len(parts) == 1:
            yield from _column(table, at, parts[0])


def _column(table: Table, rate: int, part: int) -> Iterator[Derived]:
    """What one column is not, if exactly one other column is its whole."""
    readings: list[list[Derived]] = []
    for whole in range(len(table.header)):
        if whole in (rate, part):
            continue
        rows = [one for row in table.rows if (one := _row(row, whole, part, rate))]
        fitting = sum(1 for one in rows if one.fits)
        if fitting >= _PROOF and fitting * 3 >= len(rows) * 2:
            readings.append([one for one in rows if not one.fits])
    if len(readings) == 1:
        yield from readings[0]


def _row(row: Row, whole: int, part: int, rate: int) -> Derived | None:
    if max(whole, part, rate) >= len(row.cells):
        return None
    cells = row.cells[whole], row.cells[part], row.cells[rate]
    values = [_value(cells[0], counted=True), _value(cells[1], counted=True), _value(cells[2], counted=False)]
    base, done, stated = values
    if base is None or done is None or stated is None or not 0 < done[0] <= base[0]:
        return None
    expected = 100 * done[0] / base[0]
    fits = abs(stated[0] / _SPREAD - expected) <= stated[1] / _SPREAD + 1e-9
    printed = plain(round(round(expected, 1) * _SPREAD)) + "%"
    return Derived(cells[2].text.strip(), cells[2].span, (cells[0].span, cells[1].span), printed, fits)


def _value(cell: Cell, *, counted: bool) -> tuple[int, int, int] | None:
    match = (_COUNT if counted else _PERCENT).match(cell.text.strip())
    return read(match["n"]) if match else None
