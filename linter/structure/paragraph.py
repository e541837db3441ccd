"""Words with the way back to the raw text: paragraphs, and tables of cells.

All values are frozen. Spans are code points of the raw text.
"""

from __future__ import annotations

from bisect import bisect_right

from linter.language import NamedTuple, Span, quick

__all__ = ["Block", "Cell", "Paragraph", "Row", "Table"]

# The offsets of a paragraph of one piece, shared by all.
_ONE = [0]


class Piece(NamedTuple):
    """A run of a paragraph: its offset in the joined text, and the range of the raw text it was taken from."""

    offset: int
    start: int
    end: int


class Paragraph:
    """Words joined over line, column and page breaks, in normal form, with the way back to the raw text."""

    __slots__ = ("_offsets", "pieces", "text")

    def __init__(self, normal: str, ranges: list[tuple[int, int]]) -> None:
        """Join ``ranges`` of ``normal``. Raises ValueError if they are empty, overlap or run backwards."""
        if len(ranges) == 1:  # most paragraphs are one line without spaces
            start, end = ranges[0]
            if start < end:
                self.text = normal[start:end]
                self.pieces: tuple[Piece, ...] = (quick(Piece, (0, start, end)),)
                self._offsets = _ONE
                return
        pieces = []
        offset = 0
        last = -1
        for start, end in ranges:
            if not last <= start < end:
                raise ValueError(f"range {start}:{end} after {last}")
            pieces.append(quick(Piece, (offset, start, end)))
            offset += end - start
            last = end
        if not pieces:
            raise ValueError("a paragraph without words")
        self.pieces = tuple(pieces)
        self.text = "".join([normal[start:end] for start, end in ranges])
        self._offsets = [piece.offset for piece in pieces]

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Paragraph({self.text!r})"

    def source(self, offset: int) -> int:
        """The raw offset of the character at ``offset`` of the joined text."""
        if self._offsets is _ONE:
            return self.pieces[0].start + offset
        piece = self.pieces[bisect_right(self._offsets, offset) - 1]
        return piece.start + offset - piece.offset

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The raw span of ``text[start:end]``: from its first to behind its last character."""
        if end is None:
            end = len(self.text)
        if self._offsets is _ONE:
            base = self.pieces[0].start
            return quick(Span, (base + start, base + max(start, end)))
        first = self.source(start)
        return quick(Span, (first, self.source(end - 1) + 1 if end > start else first))


class Cell(NamedTuple):
    """A table cell: its paragraphs (none if empty), its place, and its words, paragraphs run together."""

    paragraphs: tuple[Paragraph, ...]
    span: Span
    text: str


class Row(NamedTuple):
    """A table row. ``page`` counts the pieces of a table broken over pages, from 0."""

    cells: tuple[Cell, ...]
    span: Span
    page: int = 0


class Table(NamedTuple):
    """A table, joined over page breaks: header cells (empty if none was recognised) and the rows below."""

    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    span: Span
    title: Paragraph | None = None

    def column(self, index: int) -> list[Cell]:
        """The cells of one column, rows that lack it left out."""
        return [row.cells[index] for row in self.rows if index < len(row.cells)]


Block = Paragraph | Table
