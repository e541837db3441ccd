"""Rows whose lower end stands above their upper one, in two columns: 最低价 | 最高价, 下限 | 上限, 低位数 | 高位数."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from linter.language import NamedTuple, Number, Span, lazy, lexicon, number
from linter.structure import Cell, Document, Row, Table, fact

__all__ = ["crossed_rows"]

_ENDS = lexicon.scales("ends")
_NUMBER = lazy(r"(?P<sign>-?)(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>[^\d\s]{0,4})$")
# So many rows, and twice as many as not, must keep the order of two columns.
_LEAST, _MOST = 2, 2


class CrossedRow(NamedTuple):
    """A row whose lower end is above its upper one: both in words, with their places and the heads of their columns."""

    low: str
    low_head: str
    span: Span
    high: str
    high_head: str
    high_span: Span


@fact("crossed-rows")
def crossed_rows(document: Document) -> tuple[CrossedRow, ...]:
    """The crossed rows of all tables, in order of place."""
    return tuple([one for table in document.tables for columns in _columns(table) for one in _crossed(table, columns)])


def _columns(table: Table) -> Iterator[list[int]]:
    """The columns whose heads name the ends of one thing, from the lowest on."""
    heads = ["".join(cell.text.split()) for cell in table.header]
    for degrees in _ENDS.values():
        found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, head in enumerate(heads):
            for rank, words in enumerate(degrees):
                named = next((word for word in words if word in head), "")
                if named:
                    found[head.replace(named, "#")][rank].append(at)
        for ranks in found.values():
            if len(ranks) > 1 and all(len(columns) == 1 for columns in ranks.values()):
                yield _ordered(ranks)


def _ordered(ranks: Mapping[int, list[int]]) -> list[int]:
    return [ranks[rank][0] for rank in sorted(ranks)]


def _crossed(table: Table, columns: list[int]) -> Iterator[CrossedRow]:
    for low, high in pairwise(columns):
        rows = [(row, _order(row, low, high)) for row in table.rows if max(low, high) < len(row.cells)]
        broken = [row for row, order in rows if order is False]
        kept = sum(order is True for _, order in rows)
        if kept >= max(_LEAST, _MOST * len(broken)):
            for row in broken:
                one, other = row.cells[low], row.cells[high]
                heads = table.header[low].text, table.header[high].text
                places = one.paragraphs[0].span(), other.paragraphs[0].span()
                yield CrossedRow(one.text, heads[0], places[0], other.text, heads[1], places[1])


def _order(row: Row, low: int, high: int) -> bool | None:
    """Whether the two numbers of a row are in order; None if there are none of one unit."""
    one, other = _value(row.cells[low]), _value(row.cells[high])
    return None if one is None or other is None or one[1] != other[1] else one[0] <= other[0]


def _value(cell: Cell) -> tuple[Number, str] | None:
    match = _NUMBER.match(cell.text.replace(" ", "")) if len(cell.paragraphs) == 1 else None
    if match is None:
        return None
    value = number(match["n"].replace(",", ""))
    return (-value if match["sign"] else value), match["unit"]
