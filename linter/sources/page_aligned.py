"""Tables without lines, and words side by side: lines whose parts stand below each other, with white between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from linter.language import NamedTuple
from linter.sources.page import Box
from linter.sources.page_cells import OPEN, PageCell, cell
from linter.sources.page_joins import starts_item
from linter.sources.page_lines import CLOSED, LinePiece, PageLine
from linter.sources.page_tables import Ruled

# So many lines with words in several columns are a table.
_LINES = 3
# Between columns is so much white, and lines are so far apart (em); those of one cell no further than the closest ones
# times a factor.
_WHITE = 0.6
_FAR = 4.0
_SAME = 0.2
_CLOSE = 1.25
# Lines nearer than this (em) stand in one row: a cell is centred beside one of several lines.
_BESIDE = 1.0
# In a column a cell is broken that is so wide, and reaches so near to its edge (em); what ends in an open mark goes on.
_BROKEN = 4.5
_FULL = 1.3

_RUNNING = re.compile("[，。；]")

# The cells of a line by the number of their column.
_Cells = Mapping[int, PageLine]


class _AlignedColumn(NamedTuple):
    """Where the cells of a column lie."""

    left: float
    right: float


def aligned(items: Sequence[PageLine | Ruled]) -> Iterator[PageLine | Ruled]:
    """Lines and tables of a page, those lines that make a table as one."""
    at = 0
    while at < len(items):
        run, columns = _run(items, at)
        rows = _rows(run, columns) if run else []
        lines = sum(map(len, rows))
        if sum(len(one) > 1 for row in rows for one in row) >= _LINES:
            yield from _tables(run[:lines], rows, columns)
        elif len(alike := _alike(items, at)) >= _LINES:
            lines = len(alike)
            yield _listed(alike)
        else:
            lines = max(len(run), 1)
            yield from items[at : at + lines]
        at += lines


def _alike(items: Sequence[PageLine | Ruled], at: int) -> list[PageLine]:
    """The lines from one with several cells on that have as many, wherever these stand."""
    found: list[PageLine] = []
    for item in map(items.__getitem__, range(at, len(items))):
        if not isinstance(item, PageLine) or len(item.cells) != len((found or [item])[0].cells) or len(item.cells) < 2:
            break
        found.append(item)
    return found


def _listed(lines: Sequence[PageLine]) -> Ruled:
    """Lines of as many cells as a table."""
    box = Box(lines[0].left, lines[0].top, lines[0].right, lines[-1].bottom)
    rows = tuple(tuple(PageCell((one.words,)) for one in line.cells) for line in lines)
    return Ruled(box, (box.left, box.right), rows)


def _run(items: Sequence[PageLine | Ruled], at: int) -> tuple[list[PageLine], list[_AlignedColumn]]:
    """The lines from one with several cells on that keep to the same columns."""
    run: list[PageLine] = []
    columns: list[_AlignedColumn] = []
    for item in map(items.__getitem__, range(at, len(items))):
        if not isinstance(item, PageLine) or (not run and len(item.cells) < 2) or (run and not _follows(run[-1], item)):
            break
        wider = _widened(columns, item) or _parted(run, item)
        if not wider:
            break
        run.append(item)
        columns = wider
    return run, columns


def _parted(run: Sequence[PageLine], line: PageLine) -> list[_AlignedColumn] | None:
    """The columns of the cells of a line and those above; None if there are no more of them than above."""
    if not run or len(line.cells) <= max(len(one.cells) for one in run):
        return None
    columns: list[_AlignedColumn] | None = []
    for one in (line, *run):
        columns = None if columns is None else _widened(columns, one)
    return columns


def _follows(before: PageLine, after: PageLine) -> bool:
    """Whether a line stands near below another one, in the same size."""
    same = (before.page, before.column) == (after.page, after.column) and abs(
        before.size - after.size
    ) < 0.2 * after.size
    return same and after.top - before.top < _FAR * after.size


def _widened(columns: list[_AlignedColumn], line: PageLine) -> list[_AlignedColumn] | None:
    """The columns with the cells of another line in them; None if one of them reaches over several."""
    placed = _placed(columns, line)
    if placed is None:
        return None
    found = list(columns)
    for number, pieces in placed.items():
        if number >= 0:
            own = found[number]
            found[number] = _AlignedColumn(min(own.left, pieces[0].left), max(own.right, pieces[-1].right))
    if len(line.cells) > 1:
        found += [_AlignedColumn(one.left, one.right) for one in placed.get(-1, ())]
    elif -1 in placed:
        return None
    found.sort()
    white = _WHITE * line.size
    return found if all(after.left - before.right >= white for before, after in pairwise(found)) else None


def _placed(columns: Sequence[_AlignedColumn], line: PageLine) -> dict[int, list[LinePiece]] | None:
    """The pieces of a line by the number of their column, -1 for none; None if one of them reaches over several."""
    found: dict[int, list[LinePiece]] = {}
    for one in line.cells:
        inside = [one] if len(_over(columns, one)) < 2 else [piece for piece in line.pieces if _within(piece, one)]
        for piece in inside:
            over = _over(columns, piece)
            if len(over) > 1:
                return None
            found.setdefault(over[0] if over else -1, []).append(piece)
    own = [number for one in line.cells for number in {*_over(columns, one)}]
    return found if len(own) == len(set(own)) else None


def _over(columns: Sequence[_AlignedColumn], piece: LinePiece) -> list[int]:
    return [number for number, one in enumerate(columns) if piece.left < one.right and piece.right > one.left]


def _within(piece: LinePiece, whole: LinePiece) -> bool:
    return whole.left <= piece.left and piece.right <= whole.right


def _rows(run: Sequence[PageLine], columns: Sequence[_AlignedColumn]) -> list[list[_Cells]]:
    """The lines of a run by rows, up to the first row that has words in one column only."""
    lines = [_cells(one, columns) for one in run]
    steps = [after.top - before.top for before, after in pairwise(run)]
    size = run[0].size
    apart = [step for step in steps if step >= _BESIDE * size]
    close = _CLOSE * min(apart, default=0.0)
    rows = _by_white(lines, steps, close, len(columns))
    if rows is None:
        rows = [[lines[0]]]
        for step, one in zip(steps, lines[1:], strict=True):
            if step < _BESIDE * size or (step <= close and _goes_on(rows[-1], one, columns)):
                rows[-1].append(one)
            else:
                rows.append([one])
    end = next((at for at, row in enumerate(rows) if len({number for one in row for number in one}) < 2), len(rows))
    return rows[:end]


def _cells(line: PageLine, columns: Sequence[_AlignedColumn]) -> dict[int, PageLine]:
    found = {}
    for number, pieces in (_placed(columns, line) or {}).items():
        words = " ".join(piece.words for piece in pieces)
        found[number] = line._replace(words=words, left=pieces[0].left, right=pieces[-1].right, cells=(), pieces=())
    return found


def _by_white(lines: Sequence[_Cells], steps: Sequence[float], close: float, columns: int) -> list[list[_Cells]] | None:
    """The lines in rows with white between them; None if that is not how they are set.

    Each row then begins in the first column, and only one of its lines has words in all.
    """
    rows = [[lines[0]]]
    for step, one in zip(steps, lines[1:], strict=True):
        if step <= close:
            rows[-1].append(one)
        else:
            rows.append([one])
    whole = all(any(0 in one for one in row) and sum(len(one) == columns for one in row) < 2 for row in rows)
    return rows if whole and len(rows) > 1 else None


def _goes_on(row: Sequence[_Cells], after: _Cells, columns: Sequence[_AlignedColumn]) -> bool:
    """Whether a line goes on with the cells of the row above it: each with one that is full, or ends openly.

    If all of them have words in it, one must end openly, or what goes on must be running text; a single one that is not
    the first goes on in any case.
    """
    last = {number: one for cells in row for number, one in cells.items()}
    if not after or not after.keys() <= last.keys():
        return False
    if len(after) == 1 and 0 not in after:
        return True
    openly = [last[number].words.endswith(OPEN) for number in after]
    full = [_is_broken(last[number], one, columns[number]) for number, one in after.items()]
    running = all(_RUNNING.search(one.words) for one in after.values())
    return all(map(max, openly, full)) and (any(openly) or running or len(after) < len(last))


def _is_broken(before: PageLine, after: PageLine, column: _AlignedColumn) -> bool:
    """Whether the words of a cell reach to the edge of their column, and those below may be the rest of them."""
    wide = before.right - before.left >= _BROKEN * before.size
    numbers = before.words[-1].isdigit() and after.words[0].isdigit()
    ended = before.words.endswith(CLOSED) or starts_item(after.words)
    return wide and not numbers and not ended and column.right - before.right < _FULL * before.size


def _tables(
    run: Sequence[PageLine], rows: Sequence[Sequence[_Cells]], columns: Sequence[_AlignedColumn]
) -> Iterator[Ruled]:
    """The rows as a table; a single one is words side by side, which are read one after the other."""
    top, bottom = run[0].top, max(one.bottom for one in run)
    box = Box(columns[0].left, top, columns[-1].right, bottom)
    made = tuple(tuple(_cell(row, number, columns[number]) for number in range(len(columns))) for row in rows)
    if len(made) > 1:
        yield Ruled(box, (*(one.left for one in columns), box.right), made)
        return
    for one, words in zip(columns, made[0], strict=True):
        yield Ruled(Box(one.left, top, one.right, bottom), (one.left, one.right), ((words,),))


def _cell(row: Sequence[_Cells], number: int, column: _AlignedColumn) -> PageCell:
    lines = [one[number] for one in row if number in one]
    return cell(lines, column.right) if lines else PageCell()
