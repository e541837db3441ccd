"""Columns of numbers beside steps that go one way, all but one of their rows: 5, 10, 8, 25 beside 8, 15, 25, 40.

The steps are bands (1小时以内) or count on (0类, 1类; 五星, 四星), in a table of what is allowed, asked for or paid;
of counts, means and rates, by age and by the hour, no order is known.
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
_STEP = lazy(r"第?(?P<n>\d{1,2}|[一二三四五六七八九十])(?P<unit>[类级档等星轴区座柱孔芯])(?:[区车]|功能区)?$")
_RULES = lazy("(?<!评)(?:" + "|".join(sorted(lexicon.members("RULED_HEAD"))) + ")")
_COUNTS = lazy("|".join(map(re.escape, sorted(lexicon.members("TALLIED_HEAD")))) + "|数$|率|均")
# By age, or by the hour of the day, what is paid may rise and fall.
_NO_ORDER = lazy(r"岁|\d(?:时|点|:\d\d)")
_FEW, _ALONE = 4, 5
# One number out of order turns a column twice at most.
_TURNS = 2


@fact("turned-columns")
def turned_columns(document: Document) -> tuple[CrossedRow, ...]:
    """The cell out of order of each table, and the one above it, where it is proven that the column goes one way."""
    return tuple([one for table in document.read(whole_tables) for one in _of(document, table)])


def _of(document: Document, table: Table) -> Iterator[CrossedRow]:
    rows = [row.cells for row in table.rows]
    if not rows or not table.header or any(len(cells) != len(table.header) for cells in rows):
        return
    down, across = [cells[0] for cells in rows], table.header[1:]
    words = [
        f"{document.title} {table.title.text if table.title else ''}",
        *(one.text for one in (*table.header, *down)),
    ]
    if _are_steps(down) and _RULES.search(" ".join(words)):
        yield from _turned([(head, [cells[at] for cells in rows]) for at, head in enumerate(across, 1)], _ALONE)
    elif _are_steps(across) and _RULES.search(" ".join(words)):  # 项目 | 第一档 | 第二档 | 第三档
        yield from _turned([(cells[0], cells[1:]) for cells in rows], _ALONE - 1)


def _turned(series: Sequence[tuple[Cell, Sequence[Cell]]], alone: int) -> Iterator[CrossedRow]:
    """The turn of the one column that is out of order, the others being in order, or itself long enough to show it."""
    found: list[CrossedRow] = []
    ways: set[int] = set()
    for head, cells in series:
        counted = _COUNTS.search(head.text) and not may_bound(cells[0].text)
        values = [] if counted else _values(cells)
        ways |= {_way(values)} - {0}
        # Of two neighbours either of which may be wrong, it is the one that turns.
        odd = [at for at in _breaks(values) if _way([*values[:at], *values[at + 1 :]])]
        if odd and (len(odd) == 1 or len(values) >= _FEW):
            one, above = cells[odd[-1]], cells[odd[-1] - 1]
            places = one.paragraphs[0].span(), above.paragraphs[0].span()
            found.append(CrossedRow(one.text, head.text, places[0], above.text, head.text, places[1]))
    if len(found) == 1 and (len(ways) == 1 or (not ways and len(series[0][1]) >= alone)):
        yield found[0]


def _are_steps(cells: Sequence[Cell]) -> bool:
    """Whether cells all state bands, or count on by one."""
    if len(cells) < _FEW or _NO_ORDER.search(" ".join([cell.text for cell in cells])):
        return False
    if not all(may_bound(cell.text) or _STEP.match(cell.text) for cell in cells):
        return False
    known = [(int(numerals.number(one["n"])), one["unit"]) for cell in cells if (one := _STEP.match(cell.text))]
    steps = {(two[0] - one[0], one[1] == two[1]) for one, two in pairwise(known)}
    return not known or (len(known) == len(cells) and steps in ({(1, True)}, {(-1, True)}))


def _values(cells: Sequence[Cell]) -> list[Number]:
    """The numbers of a column, of one unit, one a row; none if a row has another."""
    known = [match for cell in cells if (match := _VALUE.match("".join(cell.text.split())))]
    alike = len(known) == len(cells) and len({match["unit"] for match in known if match["n"]}) == 1
    return [number(match["n"] or "0") for match in known] if alike else []


def _breaks(values: Sequence[Number]) -> list[int]:
    """The places within a column beside which it does not go on one way, so few that one may be the cause."""
    found: set[int] = set()
    for way in (1, -1):
        turns = [at for at, (one, other) in enumerate(pairwise(values)) if one * way >= other * way]
        found |= {place for at in turns for place in (at, at + 1)} if 0 < len(turns) <= _TURNS else set()
    return sorted(found & set(range(1, len(values) - 1))) if not _way(values) else []


def _way(values: Sequence[Number]) -> int:
    """1 if values rise throughout, -1 if they fall, 0 if neither."""
    pairs = list(pairwise(values))
    rise, fall = (all(one * way < other * way for one, other in pairs) for way in (1, -1))
    return (int(rise) - int(fall)) if pairs else 0
