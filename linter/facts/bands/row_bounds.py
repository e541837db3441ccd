"""Rows whose lower end stands above their upper one, in two columns: 最低价 | 最高价, 下限 | 上限, 低位数 | 高位数.

Ranges of a column whose ends have changed places, as those beside them tell: 6～10, 15～11, 16～20.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from linter.facts.base import flow
from linter.language import NamedTuple, Number, Span, lazy, lexicon, number
from linter.language.units import unit_of
from linter.structure import Cell, Document, Row, Table, fact

__all__ = ["crossed_rows", "turned_ranges"]

_ENDS = lexicon.scales("ends")
_NUMBER = lazy(r"(?P<sign>-?)(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>[^\d\s]{0,4})$")
_RANGE = lazy(
    r"(?P<low>\d+(?:\.\d+)?)(?P<unit>[^\d\s]{0,4}?)(?:(?P<dash>-)|[-~—–]{1,2}|至|到)(?P<high>\d+(?:\.\d+)?)(?P<all>[^\d\s]{0,6})$"
)
_FALLS = lazy(r"(\d{1,9})(?:\.\d+)?[^\d\s]{0,4}?[-~—–至到]{1,2}(\d{1,9})")
# The first and the last step beside ranges have one end: 5层以下, 16层以上.
_OPEN = lazy(r"(?P<low>\d+(?:\.\d+)?)(?P<all>[^\d\s]{0,6}?)(?:\(含\)|及)?以[上下内](?:\(含\))?$")
# So many rows, and twice as many as not, must keep the order of two columns.
_LEAST, _MOST = 2, 2
_WINDOW = 3


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


@fact("turned-ranges")
def turned_ranges(document: Document) -> tuple[tuple[str, Span, Span], ...]:
    """The ranges of columns whose ends have changed places, with their places and that of a range beside each."""
    found: list[tuple[str, Span, Span]] = []
    text = document.read(flow).text if document.tables else ""
    falls = any(int(one[1]) > int(one[2]) for one in _FALLS.finditer(text))
    for table in document.tables if falls else ():
        for at in range(max((len(row.cells) for row in table.rows), default=0)):
            cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at].paragraphs]
            ranges = [(cell, one) for cell in cells if (one := _range(cell, table, at))]
            for place, (cell, (low, high, _)) in enumerate(ranges):
                beside = ranges[max(place - 1, 0) : place] + ranges[place + 1 : place + 2]
                if low > high and beside and _between(ranges, place):
                    found.append((cell.text, cell.paragraphs[0].span(), beside[0][0].paragraphs[0].span()))
    return tuple(found)


def _range(cell: Cell, table: Table, at: int) -> tuple[Number, Number, str] | None:
    """The ends of a range; 3-2 without a unit, in the cell or in its head, may be the number of a room."""
    words = cell.text.replace(" ", "") if len(cell.paragraphs) == 1 else ""
    if opened := _OPEN.match(words):
        return number(opened["low"]), number(opened["low"]), opened["all"]
    match = _RANGE.match(words)
    head = table.header[at].text if at < len(table.header) else ""
    plain = match and match["dash"] and not match["all"] and not unit_of(head.rpartition("(")[2].rstrip(")"))
    if match is None or plain or match["unit"] not in {"", match["all"]}:
        return None
    return number(match["low"]), number(match["high"]), match["all"]


def _between(ranges: list[tuple[Cell, tuple[Number, Number, str]]], at: int) -> bool:
    """Whether a range with its ends exchanged lies between the two beside it, or goes on with the two next to it."""
    first = min(max(at - 1, 0), max(len(ranges) - _WINDOW, 0))
    window = [one for _, one in ranges[first : first + _WINDOW]]
    low, high, unit = ranges[at][1]
    window[at - first] = high, low, unit
    alike = len(window) == _WINDOW and all(one[0] <= one[1] and one[2] == unit for one in window)
    return alike and any(all(one[1] <= other[0] for one, other in pairwise(way)) for way in (window, window[::-1]))
