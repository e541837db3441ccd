"""Where a YAML check looks: kinds of text (title, heading, paragraph, cell) in parts of some genre (通知, 预案…)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from linter.facts.base import quoted_spans
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Part, Section, Table

Where = Literal["title", "heading", "paragraph", "cell"]
WHERE: tuple[Where, ...] = ("title", "heading", "paragraph", "cell")
_NOTE = lazy(r"\([^()]*\)$")
_SENTENCE = lazy("[,。;]")


class ScopeUnit(NamedTuple):
    """A stretch of a paragraph in which a check looks, as one text."""

    where: Where
    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words in normal form."""
        return self.paragraph.text[self.start : self.end]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The raw span of ``text[start:end]``."""
        return self.paragraph.span(self.start + start, self.end if end is None else self.start + end)


class Scope(NamedTuple):
    """Kinds of text, genres of document (none: all), whether quoted words count, and whether only whole ones do."""

    where: frozenset[Where] = frozenset(WHERE)
    genres: tuple[str, ...] = ()
    quoted: bool = False
    whole: bool = False

    def parts(self, document: Document) -> list[tuple[int, Part]]:
        """The parts of a document that are of a genre, with their indexes."""
        return [(at, part) for at, part in enumerate(document.parts) if self._is_of_genre(document, part)]

    def _is_of_genre(self, document: Document, part: Part) -> bool:
        return not self.genres or _NOTE.sub("", title_of(document, part)).endswith(self.genres)

    def units(self, document: Document) -> Iterator[ScopeUnit]:
        """What is to be looked at, part by part, in order within each."""
        headings = {section.heading.pieces[0].start: section for section in document.sections}
        titles = {
            title.pieces[0].start for title in (document.head.title, *(part.title for part in document.parts)) if title
        }
        for at, part in self.parts(document):
            if at == 0 and document.head.title:
                yield from self._title(document.head.title)
            if part.title and (at or not document.head.title):
                yield from self._title(part.title)
            for block in part.blocks:
                if not isinstance(block, Paragraph):
                    yield from self._cells(block)
                elif block.pieces[0].start not in titles:
                    yield from self._paragraph(block, headings.get(block.pieces[0].start))

    def _title(self, title: Paragraph) -> Iterator[ScopeUnit]:
        if "title" in self.where:
            yield ScopeUnit("title", title, 0, len(title))

    def _cells(self, table: Table) -> Iterator[ScopeUnit]:
        for cells in (table.header, *(row.cells for row in table.rows)) if "cell" in self.where else ():
            for cell in cells:
                yield from (ScopeUnit("cell", paragraph, 0, len(paragraph)) for paragraph in cell.paragraphs)

    def _paragraph(self, block: Paragraph, section: Section | None) -> Iterator[ScopeUnit]:
        cut = _title_end(section) if section else 0
        if cut and "heading" in self.where:
            yield ScopeUnit("heading", block, 0, cut)
        if cut < len(block) and "paragraph" in self.where:
            yield ScopeUnit("paragraph", block, cut, len(block))

    def visible(self, document: Document, span: Span) -> bool:
        """Whether a raw span is the document's own words, or quoted ones are looked at too."""
        if self.quoted:
            return True
        regions = document.read(quoted_spans)
        at = bisect_right(regions, span.start, key=lambda region: region.start) - 1
        return at < 0 or span.end > regions[at].end or span == regions[at]


def title_of(document: Document, part: Part) -> str:
    """The title of a part; the letter bears that of the document, as does the only part."""
    if part.title:
        return part.title.text
    return document.title if part.kind == "letter" or len(document.parts) == 1 else ""


def title_span(document: Document, part: Part) -> Span:
    """Where a finding on a whole part is told: at its title, or its first paragraph."""
    title = part.title or document.head.title
    if title:
        return title.span()
    first = next((block for block in part.blocks if isinstance(block, Paragraph)), None)
    return first.span() if first else Span(part.span.start, min(part.span.start + 1, part.span.end))


def is_heading(section: Section) -> bool:
    """Whether the words after a mark are a heading and not an item that is a sentence."""
    return not _SENTENCE.search(section.title)


def _title_end(section: Section) -> int:
    """How much of a paragraph is heading."""
    if not is_heading(section):
        return 0
    if not section.run_in:
        return len(section.heading)
    pieces = section.heading.pieces
    piece = pieces[bisect_right(pieces, section.title_span.end - 1, key=lambda one: one.start) - 1]
    return piece.offset + section.title_span.end - piece.start
