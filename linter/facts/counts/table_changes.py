"""Changes and shares in tables that follow from columns beside them: 本期, 上期, 环比(%); 数量, 占比(%) of a total.

Which columns these are is not written: those that the other rows agree with. What grows at constant prices is left out,
and so are small differences, where the earlier figure may have been revised.
"""

from collections.abc import Iterator
from itertools import permutations

from linter.facts.counts.rates import Derived
from linter.facts.counts.table_rates import proven
from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import Term, read
from linter.language.pattern import lazy
from linter.structure.columns import headed, holds
from linter.structure.fact import fact
from linter.structure.model import Cell, Document, Row, Table

__all__ = ["table_changes"]

_CHANGE = lazy(r"[同环]比|增[长减速]|[涨跌增降]幅|涨跌")
_NO_CHANGE = lazy(r"百分点|[排位][名次]|拉动|贡献|{OTHER_BASE}")
_STATED = lazy(r"(?P<sign>[-+−－]?)(?P<n>\d{1,3}(?:\.\d{1,2})?)%?$")
_OTHER_BASE = lazy("{OTHER_BASE}|GDP|价格指数")
_HUNDRED, _SPREAD = 100 * 10**6, 10**6
# A revised figure of last year makes less than so many points.
_REVISED = 0.5
# Of more columns, or rows, not every pair is tried.
_WIDE, _LONG = 10, 120


@fact("table-changes")
def table_changes(document: Document) -> tuple[Derived, ...]:
    """The changes and shares of tables that do not follow where two or more others, and most of them, do."""
    tables = [table for table in document.tables if table.header and len(table.header) <= _WIDE]
    return tuple([one for table in tables if len(table.rows) <= _LONG for one in _of_table(table)])


def _of_table(table: Table) -> Iterator[Derived]:
    heads = ["".join(cell.text.split()) for cell in table.header]
    changes = [at for at, head in enumerate(heads) if at and _CHANGE.search(head) and not _NO_CHANGE.search(head)]
    shares = [at for at in headed(table, "share") if at]
    if not changes and not shares:
        return
    rows = [row for row in table.rows if len(row.cells) == len(heads)]
    figures = [
        at for at in range(1, len(heads)) if not holds(table, at, "serial") and _CHANGE.search(heads[at]) is None
    ]
    for at in changes:
        pairs = [pair for pair in permutations(figures, 2) if at not in pair]
        yield from proven([_changed(rows, *pair, at) for pair in pairs])
    for at in shares:
        whole = next((row for row in rows if label_of(row) or _is_whole(row.cells[at])), None)
        parts = [row for row in rows if row is not whole]
        yield from proven([_shared(parts, whole, column, at) for column in figures if whole and column != at])


def _is_whole(cell: Cell) -> bool:
    stated = _percent(cell)
    return stated is not None and stated[0] == _HUNDRED


def _changed(rows: list[Row], now: int, before: int, at: int) -> list[Derived]:
    """How each row changed from one column to another."""
    found: list[Derived] = []
    for row in rows:
        later, earlier, stated = term_of(row.cells[now]), term_of(row.cells[before]), _percent(row.cells[at])
        if later and earlier and stated and min(later.value, earlier.value) > 0 and not _OTHER_BASE.search(_name(row)):
            if later.value == earlier.value and not stated[0]:
                continue  # Nothing changed, which proves nothing.
            ratio = later.value / earlier.value
            slack = 50 * (later.last + ratio * earlier.last) / earlier.value
            given = row.cells[now], row.cells[before]
            found += _derived(row.cells[at], stated, 100 * (ratio - 1), slack, given)
    return found


def _shared(rows: list[Row], whole: Row | None, column: int, at: int) -> list[Derived]:
    """The share of each row in a row of totals."""
    total = term_of(whole.cells[column]) if whole else None
    if whole is None or total is None or total.value <= 0:
        return []
    found: list[Derived] = []
    for row in rows:
        part, stated = term_of(row.cells[column]), _percent(row.cells[at])
        if part and stated and 0 < part.value <= total.value:
            slack = 50 * (_half(part) + _half(total)) / total.value
            given = whole.cells[column], row.cells[column]
            found += _derived(row.cells[at], stated, 100 * part.value / total.value, slack, given)
    return found


def _half(term: Term) -> int:
    return term.last if term.last < term.scale else 0


def _name(row: Row) -> str:
    return "".join(cell.text for cell in row.cells[:2])


def _percent(cell: Cell) -> tuple[int, int] | None:
    """A stated change, and the worth of its last digit, in millionths of a per cent."""
    match = _STATED.match("".join(cell.text.split()))
    value = read(match["n"]) if match else None
    return (-value[0] if match["sign"] not in {"", "+"} else value[0], value[1]) if match and value else None


def _derived(
    cell: Cell, stated: tuple[int, int], expected: float, slack: float, given: tuple[Cell, Cell]
) -> Iterator[Derived]:
    off = abs(stated[0] / _SPREAD - expected)
    fits = off <= stated[1] / _SPREAD + slack + 1e-9
    if fits or off > _REVISED:
        yield Derived(cell.text.strip(), cell.span, (given[0].span, given[1].span), f"{expected:.1f}%", fits)
