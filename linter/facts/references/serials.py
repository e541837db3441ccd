"""Numbers in columns of tables, the serial one and those that count the cases of each matter, and in captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.references.number_runs import NumberedItem, Run
from linter.language import lazy, ordinal
from linter.structure import Cell, Document, Paragraph, Part, Table
from linter.structure.columns import headed

# 表3 水位标准, 图8.1-2 流程, 专栏1 指标: what stands above or below a table, a picture or a box. 8.1.2 names a section.
_CAPTION = lazy(
    r"(?P<mark>(?P<kind>[表图]|专栏) ?(?P<lead>(?:\d{1,2}\.){0,2}\d{1,2}-)?(?P<number>\d{1,2}))"
    r"(?![\d.\-年月日份张个至到、和与及中是为])(?P<title>[^。;,]{0,60})$"
)

_HAN = lazy("[一二三四五六七八九十]{1,3}")
# A jump beyond this is a cell of another column, moved by merged cells; the column is counted anew behind it.
_JUMP = 3
# What proves that a column counts within the rows of the first one: so many lists, and nearly all cells in order.
_LISTS = 3
_IN_ORDER = 0.9


def columns(document: Document) -> Iterator[Run]:
    """The serial column of each table, one that counts on from the table before joined to it; and counting columns."""
    for part in document.parts:
        items: list[NumberedItem] = []
        for block in part.blocks:
            if not isinstance(block, Table):
                continue
            serials = _serials(block)
            if items and serials and serials[0].value != items[-1].value + 1:
                yield from _runs(items)
                items = []
            items += serials
            yield from _counting(block)
        if items:
            yield from _runs(items)


def captions(document: Document) -> Iterator[Run]:
    """The numbers of tables, pictures and boxes in each part; one that is said again on the next page counts once."""
    for part in document.parts:
        runs: dict[tuple[str, str], dict[tuple[int, str], NumberedItem]] = {}
        for kind, lead, title, item in _captioned(part):
            runs.setdefault((kind, lead), {}).setdefault((item.value, title), item)
        for run in runs.values():
            yield Run("caption", "caption", tuple(run.values()))


def _captioned(part: Part) -> Iterator[tuple[str, str, str, NumberedItem]]:
    for block in part.blocks:
        if isinstance(block, Paragraph) and block.text[0] in "表图专" and (found := _CAPTION.match(block.text)):
            title = found["title"].strip()
            if "续" not in title:
                span = block.span(*found.span("mark"))
                yield found["kind"], found["lead"] or "", title, NumberedItem(int(found["number"]), found["mark"], span)


def _runs(items: Sequence[NumberedItem]) -> Iterator[Run]:
    """The stretches of a column that count on without a jump."""
    run = [items[0]]
    for before, item in pairwise(items):
        if item.value != 1 and abs(item.value - before.value) > _JUMP:
            yield Run("column", "serial", tuple(run))
            run = []
        run.append(item)
    yield Run("column", "serial", tuple(run))


def _serials(table: Table) -> list[NumberedItem]:
    at = headed(table, "serial") or _counted(table)
    found: list[NumberedItem] = []
    named = ""
    # 一, 二, 三 number the rows where no figure stands among them; else they head groups.
    cells = table.column(at[0]) if len(at) == 1 else ()
    is_number = _is_number if any(map(_is_number, cells)) else _is_han
    for row in table.rows if len(at) == 1 else ():
        cell, beside = ([*row.cells[at[0] : at[0] + 2], None, None])[:2]
        # The second row of one entry bears its number and its name again.
        same = beside is not None and beside.text in ("", named) and found and cell and found[-1].text == cell.text
        if cell and is_number(cell) and not same:
            found.append(_item(cell))
            named = beside.text if beside else ""
    return found


def _counted(table: Table) -> list[int]:
    """The columns headed 编号 that count from 1, as a serial column does."""
    columns = [(at, [cell.text for cell in table.column(at)]) for at in headed(table, "code")]
    return [at for at, words in columns if words[:2] == ["1", "2"] and all(map(str.isdigit, words))]


def _is_number(cell: Cell) -> bool:
    return cell.text.isdigit() and len(cell.text) <= 4


def _is_han(cell: Cell) -> bool:
    return _HAN.fullmatch(cell.text) is not None


def _item(cell: Cell) -> NumberedItem:
    return NumberedItem(ordinal(cell.text), cell.text, cell.paragraphs[0].span())


def _counting(table: Table) -> Iterator[Run]:
    """A column that begins at 1 in every row whose first cell is filled, and counts on in the rows below it."""
    for at in range(1, len(table.header)):
        lists: list[list[Cell]] = []
        for row in table.rows:
            if len(row.cells) <= at:
                continue
            if row.cells[0].text:
                lists.append([])
            if lists and row.cells[at].text:
                lists[-1].append(row.cells[at])
        told = [cells for cells in lists if cells]
        if len(told) >= _LISTS and all(_is_number(cell) for cells in told for cell in cells) and _in_order(told):
            for cells in told:
                yield Run("column", "serial", tuple(_item(cell) for cell in cells))


def _in_order(lists: Sequence[Sequence[Cell]]) -> bool:
    """Whether nearly every list begins at 1, and nearly every number in them follows the one before."""
    first = sum(1 for cells in lists if cells[0].text == "1")
    steps = [int(other.text) - int(one.text) for cells in lists for one, other in pairwise(cells)]
    right = sum(1 for step in steps if step == 1)
    return first >= len(lists) * _IN_ORDER and len(steps) >= _LISTS and right >= len(steps) * _IN_ORDER
