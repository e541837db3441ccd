"""Rates in tables that follow from two columns beside them: 发现隐患, 已整改, 整改率.

The head of a rate names what was done; the column of those to whom it was done carries the same words. Which column
is the whole is not written: the one that the other rows agree with.
"""

from collections.abc import Iterable, Iterator

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
    wholes = [at for at in range(len(table.header)) if at not in (rate, part)]
    yield from proven([[one for row in table.rows if (one := _row(row, whole, part, rate))] for whole in wholes])


def proven(readings: Iterable[list[Derived]]) -> list[Derived]:
    """What does not fit in the one of several readings of a column that two rows, and two in three of all, agree with;
    nothing if no reading or more than one is so.
    """
    found: list[list[Derived]] = []
    for one in readings:
        fitting = sum(1 for derived in one if derived.fits)
        if fitting >= _PROOF and fitting * 3 >= len(one) * 2:
            found.append([derived for derived in one if not derived.fits])
    return found[0] if len(found) == 1 else []


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
