"""Scales in tables: a column for each level, or rows for each level, act by act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.facts.bands.grids import GradedColumn, GradedGrid, acts, graded, label_of, stated, words_of
from linter.facts.bands.levels import LevelName, cell_names
from linter.facts.bands.model import GradedItem, Level, Scale, items, kind_of
from linter.facts.bands.quantities import may_bound
from linter.language import NamedTuple, Span
from linter.structure import Cell, Row, Table
from linter.structure.columns import held

_FIRST, _SHORTEST = 5, 2
STEP = "step"
_NUMERALS = tuple("一二三四五六七八九十")


class _NamedRows(NamedTuple):
    """A level of a table: the cell that names it (None: a step with a consequence of its own only), and its rows."""

    cell: Cell | None
    name: LevelName
    rows: list[Row]


def by_table(table: Table, laid: GradedGrid) -> Iterator[Scale]:
    """The scales of a table: one if its head or its second row names levels, else one an act of its rows."""
    rows = [table.header, *(row.cells for row in table.rows)] if table.header else [row.cells for row in table.rows]
    for at, cells in enumerate(rows[:2]):
        columns = _across(enumerate(cells))
        if columns:
            yield _of_columns(table, columns, rows[at + 1 :])
            return
    yield from _down(table, laid)


# Levels across


def _across(cells: Iterable[tuple[int, Cell]]) -> list[tuple[int, Cell, LevelName]]:
    """The cells that name levels, if there are two or more levels of one vocabulary among them, each once."""
    by_vocabulary: dict[str, list[tuple[int, Cell, LevelName]]] = defaultdict(list)
    for index, cell in cells:
        for name in cell_names(cell.text):
            by_vocabulary[name.vocabulary].append((index, cell, name))
    best = max(by_vocabulary.values(), key=len, default=[])
    ranks = [name.rank for _, _, name in best]
    return best if len(ranks) > 1 and len(set(ranks)) == len(ranks) else []


def _of_columns(table: Table, columns: Sequence[tuple[int, Cell, LevelName]], rows: Sequence[Sequence[Cell]]) -> Scale:
    first = columns[0][0]
    bounded = [all(i < len(cells) and may_bound(cells[i].text) for i, _, _ in columns) for cells in rows]
    labels = graded([_row_label(cells[:first]) for cells in rows], bounded)
    levels = []
    for index, cell, name in columns:
        conditions: list[GradedItem] = []
        deeds: list[GradedItem] = []
        for cells, label in zip(rows, labels, strict=True):
            if index < len(cells):
                into = deeds if label.role == "consequence" else conditions
                for paragraph in cells[index].paragraphs:
                    into.extend(items(paragraph, 0, label.head, label.unit))
        levels.append(Level(name, cell.paragraphs[0].span(), cell.text, tuple(conditions), tuple(deeds)))
    discretion = all(len(level.items) == 1 and level.deeds for level in levels)
    subject = columns[0][1].text.replace(columns[0][2].words, "")
    return _scale(table, subject, levels, table.span)._replace(discretion=discretion)


def _row_label(left: Sequence[Cell]) -> GradedColumn:
    """What the cells left of the levels say of a row; the nearest says what it states: 未设置围挡 | 罚款 | 1万元."""
    words = [cell.text for cell in left if cell.text]
    label = label_of(words[-1] if words else "")
    return label._replace(head="".join([*words[:-1], label.head]))


# Levels down


def _down(table: Table, laid: GradedGrid) -> Iterator[Scale]:
    at = _level_column(laid)
    if at is None:
        return
    for group in acts(laid.rows, at):
        for named in _blocks(laid, group, at):
            levels = [_level(laid, one, at) for one in named]
            span = Span(named[0].rows[0].span.start, named[-1].rows[-1].span.end)
            subject = named[0].cell.text.replace(named[0].name.words, "") if named[0].cell else ""
            discretion = _one_condition(laid, named, at) and all(level.deeds for level in levels)
            yield _scale(table, subject, levels, span)._replace(discretion=discretion)


def _level_column(laid: GradedGrid) -> int | None:
    """The column whose cells name levels: of the first ones that with most names, at least two of one vocabulary."""
    best, most = None, 1
    for index in range(min(_FIRST, len(laid.columns))):
        count = sum(bool(_names(laid, row, index)) for row in laid.rows)
        if count > most and _two_alike(laid, index):
            best, most = index, count
    return best


def _two_alike(laid: GradedGrid, index: int) -> bool:
    ranks: dict[str, set[int]] = defaultdict(set)
    for row in laid.rows:
        for name in _names(laid, row, index):
            ranks[name.vocabulary].add(name.rank)
    return any(len(some) > 1 for some in ranks.values())


def _names(laid: GradedGrid, row: Row, index: int) -> tuple[LevelName, ...]:
    """The levels that a cell names; a bare number is one in a column that numbers the levels of an act."""
    words = words_of(row, index).strip()
    if not words:
        return ()
    if (rank := _rank(words)) > 0:
        head = laid.columns[index].head
        says = held(head)
        # 序号 numbers levels only beside an act that spans its rows.
        serial = not says.isdisjoint(("serial", "code")) and index > 0 and _spans_rows(laid, index)
        said = head + words if not serial else f"第{words}档"
        return (LevelName(STEP, rank, said, 0, len(words)),) if "level" in says or serial else ()
    return cell_names(row.cells[index].text)


def _rank(words: str) -> int:
    """The number that a cell consists of: 1, 一, Ⅰ; 0 if it is none."""
    if len(words) <= _SHORTEST and words.isdecimal():
        return int(words)
    if words in _NUMERALS:
        return _NUMERALS.index(words) + 1
    return "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ".find(words) + 1 if len(words) == 1 else 0


def _spans_rows(laid: GradedGrid, index: int) -> bool:
    """Whether a cell left of a column spans rows, so that numbers in the column start anew in each act."""
    blank = sum(not any(words_of(row, before) for before in range(index)) for row in laid.rows)
    return blank * 2 >= len(laid.rows)


def _blocks(laid: GradedGrid, rows: Sequence[Row], at: int) -> Iterator[list[_NamedRows]]:
    """Runs of levels of one vocabulary in the rows of an act; a rank that comes again begins another run."""
    vocabulary = _vocabulary(laid, rows, at)
    run: list[_NamedRows] = []
    for row in rows:
        name = next((one for one in _names(laid, row, at) if one.vocabulary == vocabulary), None)
        if name is None:
            if run and not words_of(row, at):
                _go_on(laid, run, row)
            elif run and words_of(row, at) != laid.columns[at].head:
                # 从轻, 适中, 从重: a word that names no level parts those beside it.
                yield from [run] if len(run) > 1 else []
                run = []
            continue
        if vocabulary == STEP:
            again = bool(run) and name.rank < run[-1].name.rank
            name = name._replace(rank=1 if again or not run else len(run) + 1)
        else:
            again = name.rank in {one.name.rank for one in run}
        if again:
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(_NamedRows(row.cells[at], name, [row]))
    yield from [run] if len(run) > 1 else []


def _go_on(laid: GradedGrid, run: list[_NamedRows], row: Row) -> None:
    """A row without a name goes on with the level above, or is a step of its own if it has its own consequence."""
    own = run[-1].name.vocabulary == STEP and any(
        column.role == "consequence" and words_of(row, index) for index, column in enumerate(laid.columns)
    )
    if own:
        run.append(_NamedRows(None, run[-1].name._replace(rank=len(run) + 1, words=""), [row]))
    else:
        run[-1].rows.append(row)


def _vocabulary(laid: GradedGrid, rows: Sequence[Row], at: int) -> str:
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for name in _names(laid, row, at):
            counts[name.vocabulary] += 1
    return max(counts, key=lambda key: counts[key], default="")


def _level(laid: GradedGrid, named: _NamedRows, at: int) -> Level:
    conditions: list[GradedItem] = []
    deeds: list[GradedItem] = []
    for row in named.rows:
        for index, cell in enumerate(row.cells):
            column = laid.columns[index]
            if column.role == "note" or index == at:
                continue
            if index < at and laid.columns[at].head and not stated(laid.rows, index):  # the act, not what it rests on
                continue
            into = deeds if column.role == "consequence" else conditions
            for paragraph in cell.paragraphs:
                into.extend(items(paragraph, 0, column.head, column.unit))
    head = named.cell
    place = head.paragraphs[0].span() if head else named.rows[0].span
    return Level(named.name, place, head.text if head else "", tuple(conditions), tuple(deeds))


def _one_condition(laid: GradedGrid, named: Sequence[_NamedRows], at: int) -> bool:
    """Whether one column alone states conditions; two of them make a matrix, in which each repeats."""
    columns = {
        index
        for one in named
        for row in one.rows
        for index, cell in enumerate(row.cells)
        if index > at and cell.paragraphs and laid.columns[index].role == "condition"
    }
    return len(columns) == 1


def _scale(table: Table, subject: str, levels: Sequence[Level], span: Span) -> Scale:
    title = table.title.text if table.title else ""
    return Scale(kind_of(subject, title), subject, tuple(levels), -1, span)
