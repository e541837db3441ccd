"""Scales in tables: a column or a row for each level."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from linter.facts.bands.levels import LevelName, head_of
from linter.facts.bands.model import GradedItem, Level, Scale, items, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.structure.model import Cell, Table


def by_table(table: Table) -> Iterator[Scale]:
    """The scale of a table, if its header, its second row or one of its first two columns names levels."""
    rows = [table.header, *(row.cells for row in table.rows)] if table.header else [row.cells for row in table.rows]
    for at, cells in enumerate(rows[:2]):
        columns = _named_cells(enumerate(cells))
        if columns:
            labelled = columns[0][0] > 0
            yield _table_scale(
                table, columns, [_column(rows[at + 1 :], index, labelled=labelled) for index, _, _ in columns]
            )
            return
    for index in (0, 1):
        named = _named_cells((at, cells[index]) for at, cells in enumerate(rows) if index < len(cells))
        if named:
            contents = [_row(table, rows[at], index) for at, _, _ in named]
            yield _table_scale(table, named, contents)
            return


def _named_cells(cells: Iterable[tuple[int, Cell]]) -> list[tuple[int, Cell, LevelName]]:
    """The cells that name levels, if there are two or more levels of one vocabulary among them, each once."""
    by_vocabulary: dict[str, list[tuple[int, Cell, LevelName]]] = defaultdict(list)
    for index, cell in cells:
        text = cell.text
        head = head_of(text) if text and len(text) <= 30 else None
        for name in head.names if head else ():
            by_vocabulary[name.vocabulary].append((index, cell, name))
    best = max(by_vocabulary.values(), key=len, default=[])
    ranks = [name.rank for _, _, name in best]
    return best if len(ranks) > 1 and len(set(ranks)) == len(ranks) else []


def _column(rows: Sequence[Sequence[Cell]], index: int, *, labelled: bool) -> Iterator[GradedItem]:
    for cells in rows:
        if index < len(cells):
            label = cells[0].text if labelled else ""
            for paragraph in cells[index].paragraphs:
                yield from items(paragraph, 0, label)


def _row(table: Table, cells: Sequence[Cell], named: int) -> Iterator[GradedItem]:
    for index, cell in enumerate(cells):
        if index == named:
            continue
        label = table.header[index].text if index < len(table.header) else ""
        for paragraph in cell.paragraphs:
            yield from items(paragraph, 0, label)


def _table_scale(
    table: Table, named: Sequence[tuple[int, Cell, LevelName]], contents: Iterable[Iterable[GradedItem]]
) -> Scale:
    levels = []
    for (_, cell, name), conditions in zip(named, contents, strict=True):
        paragraph = cell.paragraphs[0]
        levels.append(Level(name, paragraph.span(), cell.text, tuple(conditions)))
    title = table.title.text if table.title else ""
    subject = named[0][1].text.replace(named[0][2].words, "")
    return Scale(kind_of(subject, title), subject, tuple(levels), -1, table.span)
