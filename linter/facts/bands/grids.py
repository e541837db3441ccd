"""Tables as grids: what each column is for, which unit its numbers are in, and where one act ends and the next begins.

A grid knows no levels; ``tables`` finds them in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.facts.bands.quantities import may_bound
from linter.language import NamedTuple, lazy, lexicon
from linter.language.units import unit_of
from linter.structure import Cell, Row, Table
from linter.structure.columns import held

Role = Literal["condition", "consequence", "note"]

# 泄漏量(吨), 罚款金额(单位:万元), 单价/元, 月用水量/立方米; a column in words has no such unit.
_UNIT = lazy(r"\((?:单位[:为]?)?(?P<unit>[^()\d,;。:、]{1,8})\)\s*$|[/:](?P<plain>[^()/:\s]{1,4})$")
_TABLE_UNIT = lazy(r"单位[:为]\s?(?P<unit>[^\s()\d,;。、]{1,6})")
_POINTS = lazy(r"(?:分[值数]?|成绩)(?:区?间|段|范围|[A-Za-z])?(?:\([^()]*\))?$")
_DECIDES = lazy(
    r"(?:分[值数率]?|成绩)(?:区?间|段|范围|[A-Za-z])?(?:\([^()]*\))?$|^[^罚处裁奖补资]*幅度"
    r"|^[^罚处裁奖补资助]*(?:费用|金额|价格)(?:段|档|区间|范围)?(?:\([^()]*\))?$"
)
# 处置量: how much, not what is done.
_MEASURED = lazy(r"[^数]量(?:[A-Za-z])?(?:\([^()]*\)|[/:][^()/:]*)?$")
# 岗位等级 | 系数: a bare number of times.
_TIMES = lazy(r"(?:系数|倍数)$")
_DEEDS = tuple(lexicon.words("DEED"))
_PUNISHES = lazy(r"[^,。;\d]{0,12}(?:处|罚款|警告).*")
_SHORT = 14


class GradedColumn(NamedTuple):
    """A column: its head (heads of two rows joined), the unit of its bare numbers, and what it is for."""

    head: str
    unit: str
    role: Role


class GradedGrid(NamedTuple):
    """The rows of a table below its head or heads, and its columns."""

    columns: tuple[GradedColumn, ...]
    rows: tuple[Row, ...]


def grid(table: Table) -> GradedGrid:
    """A table with its columns told apart; a second row of heads under merged ones is part of the head."""
    rows = table.rows
    own = [cell.text for cell in table.header]
    heads = list(own)
    if heads and rows and _second_head(heads, rows[0].cells):
        heads = _joined(heads, [cell.text for cell in rows[0].cells])
        rows = rows[1:]
    if own:  # Each page prints the head again.
        rows = tuple(row for row in rows if [cell.text for cell in row.cells] != own)
    shared = _TABLE_UNIT.search(table.title.text) if table.title else None
    width = max((len(row.cells) for row in rows), default=0)
    heads += [""] * (width - len(heads))
    columns = [label_of(head, shared["unit"] if shared else "") for head in heads]
    columns = [_by_content(rows, at, column) for at, column in enumerate(columns)]
    bounded = [stated(rows, at) for at in range(len(columns))]
    return GradedGrid(tuple(map(_in_points, graded(columns, bounded))), rows)


def graded(labels: Sequence[GradedColumn], bounded: Sequence[bool]) -> list[GradedColumn]:
    """Labels of columns, or of rows, of which some state bounds. Points and 幅度 are a consequence, but where no
    condition has bounds they are what decides: 等级 | 得分, A | [90,100]; 档次 | 超定额幅度 | 倍数.
    """
    if any(one.role == "condition" and has for one, has in zip(labels, bounded, strict=True)):
        return list(labels)
    return [
        one._replace(role="condition") if has and _DECIDES.search(one.head) else one
        for one, has in zip(labels, bounded, strict=True)
    ]


def _by_content(rows: Sequence[Row], at: int, column: GradedColumn) -> GradedColumn:
    """A column whose cells all punish is a consequence, whatever its head (具体标准)."""
    cells = [words for row in rows if (words := words_of(row, at))]
    punishes = column.role == "condition" and bool(cells) and all(_PUNISHES.match(words) for words in cells)
    return column._replace(role="consequence") if punishes else column


def _in_points(column: GradedColumn) -> GradedColumn:
    """A column of points, or times, without a unit of its own counts these: 学历 | 分值, 本科 | 80."""
    if column.role != "consequence" or column.unit:
        return column
    if _TIMES.search(column.head):
        return column._replace(unit="倍")
    return column._replace(unit="分") if _POINTS.search(column.head) else column


def stated(rows: Sequence[Row], at: int) -> bool:
    """Whether most cells of a column state bounds."""
    return sum(may_bound(words_of(row, at)) for row in rows) * 2 > len(rows)


def label_of(head: str, shared: str = "") -> GradedColumn:
    """What a head says of its column, or a label of its row; ``shared`` is the unit of the whole table."""
    plain = "".join(head.split())
    found = _UNIT.search(plain)
    unit = (found["unit"] or (found["plain"] if unit_of(found["plain"]) else "")) if found else ""
    unit = unit or shared
    says = held(plain)
    if "note" in says and "consequence" not in says:
        return GradedColumn(plain, "", "note")
    if "condition" in says and not plain.endswith(_DEEDS):
        return GradedColumn(plain, unit, "condition")
    done = "consequence" in says and not _MEASURED.search(plain)
    return GradedColumn(plain, unit, "consequence" if done else "condition")


def _second_head(heads: Sequence[str], cells: Sequence[Cell]) -> bool:
    """Whether a row goes on with merged heads: short words without a number, below a head that lacks or repeats one."""
    words = [cell.text for cell in cells]
    merged = len(set(heads)) < len(heads) or not all(heads)
    plain = [word for word in words if word]
    return merged and len(plain) > 1 and all(len(w) <= _SHORT and not any(c.isdigit() for c in w) for w in plain)


def _joined(heads: Sequence[str], below: Sequence[str]) -> list[str]:
    """Each head with the one under it; a blank head goes on with the one to its left."""
    joined: list[str] = []
    last = ""
    for at in range(max(len(heads), len(below))):
        head = heads[at] if at < len(heads) else ""
        under = below[at] if at < len(below) else ""
        last = head or (last if under else "")
        joined.append(last if last == under else last + under)
    return joined


def words_of(row: Row, index: int) -> str:
    """The text of a cell; "" if the row lacks it."""
    return row.cells[index].text if index < len(row.cells) else ""


def acts(rows: Sequence[Row], before: int) -> list[list[Row]]:
    """Rows in groups that a filled cell left of column ``before`` begins: one act, its laws, its levels.

    A table whose left cells are all filled, or all blank, is one group.
    """
    filled = [any(words_of(row, index) for index in range(before)) for row in rows]
    if all(filled) or not any(filled[1:]):
        return _by_words(rows, before) if before and all(filled) else [list(rows)]
    groups: list[list[Row]] = []
    for row, begins in zip(rows, filled, strict=True):
        if begins or not groups:
            groups.append([])
        groups[-1].append(row)
    return groups


def _by_words(rows: Sequence[Row], before: int) -> list[list[Row]]:
    """Groups by equal words in the cell left of the level, as merged cells are written out again in each row."""
    groups: list[list[Row]] = []
    last = None
    for row in rows:
        words = words_of(row, before - 1)
        if words != last:
            groups.append([])
        groups[-1].append(row)
        last = words
    return groups if any(len(group) > 1 for group in groups) else [list(rows)]
