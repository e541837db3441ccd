"""Quantities with bounds, well or badly formed, wherever a document has them."""

from __future__ import annotations

from linter.facts.bands.quantities import Band, may_bound, scan
from linter.language import Bound, NamedTuple, Span
from linter.structure import Document, Paragraph, fact

__all__ = ["Bounded", "bounded"]


class Bounded(NamedTuple):
    """A band and the paragraph it stands in."""

    paragraph: Paragraph
    band: Band

    @property
    def span(self) -> Span:
        """Its place in the raw text."""
        return self.paragraph.span(self.band.start, self.band.end)

    @property
    def quote(self) -> str:
        """Its words."""
        return self.paragraph.text[self.band.start : self.band.end]

    def number(self, bound: Bound) -> str:
        """The number and unit of one of its bounds, as written."""
        return self.paragraph.text[bound.start : bound.end]


@fact("bounded")
def bounded(document: Document) -> tuple[Bounded, ...]:
    """The quantities of a document that have a bound or a flaw, in order of place."""
    return tuple(
        Bounded(paragraph, band)
        for paragraph in document.paragraphs
        if may_bound(paragraph.text)
        for band in scan(paragraph.text)
        if band.flaw or band.form != "bare"
    )
