"""Tables of rich text: cells end at places across the page, which are no columns until all rows are known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from linter.language import NamedTuple
from linter.sources.blocks import check_columns
from linter.sources.stories import Story, StoryCell

# Edges that lie closer together are one (twentieths of a point).
_NEAR = 30


class _CellEdge(NamedTuple):
    """Where a cell ends, and whether it goes on with the one above it or before it."""

    right: int
    merged: bool


class _RichRow(NamedTuple):
    """Where the first cell begins, where each ends, and the paragraphs of each."""

    left: int
    edges: Sequence[_CellEdge]
    cells: Sequence[Sequence[str]]


class RichTable:
    """The paragraphs of a story, and its tables; words about them come in the order of the file."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._left = 0
        self._edges: tuple[_CellEdge, ...] = ()
        self._merged = False
        self._cell: list[str] = []
        self._row: list[list[str]] = []
        self._rows: list[_RichRow] = []

    def paragraph(self, *, inside: bool) -> None:
        """End a paragraph, of a cell or behind a table."""
        if inside:
            self._cell.append(self._story.end())
        else:
            self._close()
            self._story.paragraph()

    def finish(self) -> None:
        """End whatever is open."""
        self._close()
        self._story.finish()

    def cell(self) -> None:
        """End a cell."""
        self._cell.append(self._story.end())
        self._row.append(self._cell)
        self._cell = []

    def row(self) -> None:
        """End a row."""
        self._story.stories.count()
        if self._cell:
            self._row.append(self._cell)
        self._rows.append(_RichRow(self._left, self._edges, self._row))
        self._cell, self._row = [], []

    def define(self) -> None:
        """Forget how the last row was parted."""
        self._left, self._edges, self._merged = 0, (), False

    def begin(self, left: int) -> None:
        """Where the first cell begins."""
        self._left = left

    def merge(self) -> None:
        """The cell whose edge comes next goes on with another."""
        self._merged = True

    def edge(self, right: int) -> None:
        """Where the next cell ends."""
        check_columns(len(self._edges) + 1)
        self._edges += (_CellEdge(right, self._merged),)
        self._merged = False

    def _close(self) -> None:
        if self._cell or self._row:
            self.row()
        if self._rows:
            rows, self._rows = self._rows, []
            self._story.table(list(_laid_out(rows)))


def _laid_out(rows: Sequence[_RichRow]) -> Iterator[list[StoryCell]]:
    """The rows with the columns that each cell takes."""
    places = sorted({row.left for row in rows} | {edge.right for row in rows for edge in row.edges})
    edges = [place for at, place in enumerate(places) if not at or place - places[at - 1] > _NEAR]
    for row in rows:
        if len(row.cells) != len(row.edges):
            yield [StoryCell(paragraphs) for paragraphs in row.cells]
            continue
        at = bisect_right(edges, row.left)
        skipped = at - 1
        cells = []
        for edge, paragraphs in zip(row.edges, row.cells, strict=True):
            end = max(bisect_right(edges, edge.right), at + 1)
            cells.append(StoryCell(() if edge.merged else paragraphs, end - at, skipped))
            at, skipped = end, 0
        yield cells
