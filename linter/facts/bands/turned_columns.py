"""Columns of numbers beside steps that go one way, all but one of their rows: 5, 10, 8, 25 beside 8, 15, 25, 40.

The steps are bands (1小时以内) or count on (0类, 1类; 2轴, 3轴), in a table of what is allowed, asked for or paid;
of counts, and of years, no order is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.bands.quantities import may_bound
from linter.facts.bands.row_bounds import CrossedRow
from linter.facts.bands.scales import whole_tables
from linter.language import Number, lazy, lexicon, number, numerals
from linter.structure import Cell, Document, Table, fact

__all__ = ["turned_columns"]

_VALUE = lazy(r"[≤≥<>]?(?P<n>\d+(?:\.\d+)?)(?P<unit>[^\d\s,;。、~—–-]{0,6})$|免费$")
_STEP = lazy(r"第?(?P<n>\d{1,2}|[一二三四五六七八九十])(?P<unit>[类级档等轴层区座柱孔芯])(?:[区车]|功能区)?$")
# How a step begins, a band or one that counts on: a cheap test.
_BEGINS = lazy(r"[^\d]{0,12}[\d一二三四五六七八九十]")
_RULES = lazy("|".join(sorted(lexicon.members("RULED_HEAD"))))
_COUNTS = lazy("|".join(map(re.escape, sorted(lexicon.members("TALLIED_HEAD")))) + "|数$")
_FEW, _ALONE = 3, 5


@fact("turned-columns")
def turned_columns(document: Document) -> tuple[CrossedRow, ...]:
    """The cell out of order of each table, and the one above it, where it is proven that the column goes one way."""
    return tuple([one for table in document.read(whole_tables) for one in _of(document, table)])


def _of(document: Document, table: Table) -> Iterator[CrossedRow]:
    first = [cells[0].text for cells in (table.header[1:2], table.rows[0].cells if table.rows else ()) if cells]
    if not any(_BEGINS.match(words) for words in first):
        return
    title = f"{document.title} {table.title.text if table.title else ''}"
    rows = [row.cells for row in table.rows if len(row.cells) == len(table.header)]
    if not _RULES.search(title + " ".join(cell.text for cells in (table.header, *rows) for cell in cells[:9])):
        return
    if len(rows) == len(table.rows) and rows:
        columns = list(zip(*rows, strict=True))
        yield from _turned(columns[0], list(zip(table.header[1:], columns[1:], strict=True)), _ALONE)
        # 项目 | 第一档 | 第二档 | 第三档: the steps stand across.
        yield from _turned(table.header[1:], [(cells[0], cells[1:]) for cells in rows], _ALONE - 1)


def _turned(steps: Sequence[Cell], series: Sequence[tuple[Cell, Sequence[Cell]]], alone: int) -> Iterator[CrossedRow]:
    found: list[tuple[Cell, Cell, Cell]] = []
    proven: set[int] = set()
    for head, cells in series if len(steps) >= _FEW and _are_steps(steps) else ():
        values = None if _COUNTS.search(head.text) else _values(cells)
        off = _odd(values) if values else -1
        proven |= {_way(values)} if values and off is None else set()
        found += [(head, cells[off], cells[off - 1])] if off is not None and off > 0 else []
    # One column is out of order, and the others are not; or it is long enough to show its way itself.
    if len(found) == 1 and (proven in ({1}, {-1}) or (not proven and len(steps) >= alone)):
        head, one, above = found[0]
        places = one.paragraphs[0].span(), above.paragraphs[0].span()
        yield CrossedRow(one.text, head.text, places[0], above.text, head.text, places[1])


def _are_steps(cells: Sequence[Cell]) -> bool:
    """Whether cells all state bands, or count on by one."""
    texts = ["".join(cell.text.split()) for cell in cells]
    if all(may_bound(text) for text in texts):
        return True
    steps = [_STEP.match(text) for text in texts]
    known = [(int(numerals.number(one["n"])), one["unit"]) for one in steps if one]
    return len(known) == len(texts) and all(one[1] == two[1] and one[0] + 1 == two[0] for one, two in pairwise(known))


def _values(cells: Sequence[Cell]) -> list[Number] | None:
    """The numbers of a column, of one unit, one a row."""
    matches = [_VALUE.match("".join(cell.text.split())) for cell in cells]
    known = [match for match in matches if match]
    if len(known) != len(cells) or len({match["unit"] for match in known if match["n"]}) > 1:
        return None
    return [number(match["n"] or "0") for match in known]


def _way(values: Sequence[Number]) -> int:
    """1 if values rise throughout, -1 if they fall, 0 if neither."""
    pairs = list(pairwise(values))
    return int(all(one < other for one, other in pairs)) - int(all(one > other for one, other in pairs))


def _odd(values: Sequence[Number]) -> int | None:
    """The one value between others without which they go one way; -1 if there is none, None if they all do."""
    if _way(values):
        return None
    odd = [at for at in range(1, len(values) - 1) if _way([*values[:at], *values[at + 1 :]])]
    # Of two neighbours either of which may be wrong, it is the one that turns.
    return odd[-1] if odd and len(values) > _FEW else (odd[0] if len(odd) == 1 else -1)
