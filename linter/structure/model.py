"""The model of a document: paragraphs, tables, sections, parts, notices and the issue that holds them.

All values are frozen. Spans are code points of the raw text. Nothing here knows how they are recognised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

from linter.language import NamedTuple, Span, Text, quick
from linter.language.office import NO_OFFICE, Office
from linter.structure.fact import Fact, FactHolder

__all__ = [
    "Block",
    "Cell",
    "ContentsEntry",
    "Document",
    "Issue",
    "Mark",
    "Paragraph",
    "Part",
    "Row",
    "Section",
    "Table",
]

PartKind = Literal["letter", "instrument", "appendix", "attachment"]
Scheme = Literal[
    "volume",
    "chapter",
    "division",
    "article",
    "decimal",
    "chinese",
    "chinese-paren",
    "arabic",
    "arabic-paren",
    "circled",
]


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


class Mark(NamedTuple):
    """The number before a heading or item: its words, scheme and value (``4.2.1`` is (4, 2, 1))."""

    text: str
    scheme: Scheme
    value: tuple[int, ...]
    span: Span


class Section(NamedTuple):
    """A numbered heading or item with what stands under it, up to the next mark.

    ``heading`` is the whole paragraph with its mark; ``title`` its words after the mark, up to the first full stop if
    text runs on behind it; ``body`` what runs on, then the paragraphs and tables below. ``parent`` and ``children``
    are indexes into the sections of the document, -1 at the top of a part.
    """

    index: int  # type: ignore[assignment]  # hides the method of tuples, which nobody calls
    parent: int
    part: int
    mark: Mark
    heading: Paragraph
    title: str
    title_span: Span
    run_in: bool
    children: tuple[int, ...]
    body: tuple[Block, ...]
    span: Span


class Part(NamedTuple):
    """The letter itself, an enclosed instrument, an appendix or an attachment. Numbering starts anew in each.

    ``label`` is its words (附录9.1, 附件2), ``number`` the value in them ("" if it has none); ``blocks`` hold all its
    paragraphs and tables in order, headings included; ``preamble`` those before its first section.
    """

    kind: PartKind
    span: Span
    blocks: tuple[Block, ...]
    label: Paragraph | None = None
    number: str = ""
    title: Paragraph | None = None


class Number(NamedTuple):
    """A document number 晋市政办〔2021〕33号: agency code, year, serial number, and its words."""

    agency: str
    year: int
    serial: int
    text: str
    span: Span


class ContentsEntry(NamedTuple):
    """A line of the table of contents: title, document number, page."""

    title: Paragraph
    number: Number | None
    page: int | None
    span: Span


class Head(NamedTuple):
    """What a notice says of itself; each is None where it was not found."""

    title: Paragraph | None = None
    issuer: str = ""
    number: Number | None = None
    addressee: Paragraph | None = None
    signature: Paragraph | None = None
    date: Paragraph | None = None
    annotation: Paragraph | None = None


class Document(FactHolder):
    """One notice with its instrument and appendices, a lone plan, or a law: the scope of most checks."""

    def __init__(
        self, text: Text, span: Span, head: Head, parts: tuple[Part, ...], sections: tuple[Section, ...], index: int = 0
    ) -> None:
        super().__init__()
        self.text = text
        self.span = span
        self.head = head
        self.parts = parts
        self.sections = sections
        self.index = index
        self.office = NO_OFFICE

    def of(self, office: Office) -> Document:
        """The same document as an office reads it; facts are extracted anew."""
        document = Document(self.text, self.span, self.head, self.parts, self.sections, self.index)
        document.office = office
        return document

    def facts(self) -> Iterator[tuple[Fact[Any], Any]]:
        """Each fact read so far, with its value."""
        return iter(self._facts.items())

    @property
    def title(self) -> str:
        """The title of the notice, else of the first part that has one, else nothing."""
        if self.head.title:
            return self.head.title.text
        return next((part.title.text for part in self.parts if part.title), "")

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All paragraphs and tables in order."""
        return tuple(block for part in self.parts for block in part.blocks)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in order, those of table cells included."""
        return tuple(_paragraphs(self.blocks))

    @cached_property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs outside tables, in order."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph)])

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def children(self, section: Section) -> list[Section]:
        """The sections directly under one."""
        return [self.sections[index] for index in section.children]

    def roots(self, part: int) -> list[Section]:
        """The top sections of a part, by its index."""
        return [section for section in self.sections if section.part == part and section.parent < 0]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.heading.pieces[0].start for section in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section whose span holds a raw offset."""
        at = bisect_right(self._section_starts, offset) - 1
        while at >= 0:
            section = self.sections[at]
            if section.span.start <= offset < section.span.end:
                return section
            at = section.parent
        return None

    def part_at(self, offset: int) -> Part | None:
        """The part whose span holds a raw offset."""
        return next((part for part in self.parts if part.span.start <= offset < part.span.end), None)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for cell in block.header:
            yield from cell.paragraphs
        for row in block.rows:
            for cell in row.cells:
                yield from cell.paragraphs


class Masthead(NamedTuple):
    """The front of a gazette issue: title, year, number, total number, date of publication, editorial data."""

    title: Paragraph
    year: int | None = None
    number: int | None = None
    total: int | None = None
    date: Paragraph | None = None
    editorial: tuple[Paragraph, ...] = ()


class Issue(FactHolder):
    """A whole file: an issue of many notices, or a single document."""

    def __init__(
        self,
        text: Text,
        documents: tuple[Document, ...],
        masthead: Masthead | None = None,
        contents: tuple[ContentsEntry, ...] = (),
        office: Office = NO_OFFICE,
    ) -> None:
        super().__init__()
        self.text = text
        self.documents = documents
        self.masthead = masthead
        self.contents = contents
        self.office = office
        self._starts = [document.span.start for document in documents]

    def of(self, office: Office) -> Issue:
        """The same issue as an office reads it; facts are extracted anew."""
        return Issue(self.text, tuple([one.of(office) for one in self.documents]), self.masthead, self.contents, office)

    def document_at(self, offset: int) -> Document | None:
        """The document whose span holds a raw offset."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.documents[at].span.end:
            return self.documents[at]
        return None
