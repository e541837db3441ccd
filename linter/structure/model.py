"""The model of a document: sections, parts, notices and the issue that holds them.

All values are frozen. Spans are code points of the raw text. Nothing here knows how they are recognised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

from linter.language import NamedTuple, Span, Text
from linter.language.office import NO_OFFICE, Office
from linter.structure.fact import Fact, FactHolder
from linter.structure.paragraph import Block, Paragraph, Table

__all__ = ["ContentsEntry", "Document", "Issue", "Mark", "Part", "Section"]

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

    def sections_at(self, offset: int) -> tuple[Section, ...]:
        """The sections that hold a raw offset, the innermost first."""
        found: list[Section] = []
        section = self.section_at(offset)
        while section is not None:
            found.append(section)
            section = self.sections[section.parent] if section.parent >= 0 else None
        return tuple(found)

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
    """The front of a gazette issue: title, year, number, total number, date of publication."""

    title: Paragraph
    year: int | None = None
    number: int | None = None
    total: int | None = None
    date: Paragraph | None = None


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
