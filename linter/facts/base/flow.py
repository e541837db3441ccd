"""The running text of a document: its paragraphs and cells in order, one a line, with the way back to the raw text.

One string lets a pattern run once over a whole document; a line break in it is always the end of a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right

from linter.language import NamedTuple, Span, quick
from linter.structure import Block, Document, Paragraph, Table, fact

__all__ = ["Flow", "flow"]


class FlowUnit(NamedTuple):
    """A paragraph of the flow: where it starts, and where it stands.

    ``part`` and ``table`` are indexes into the parts and tables of the document; ``table`` is -1 outside of tables.
    """

    start: int
    paragraph: Paragraph
    part: int
    table: int

    @property
    def end(self) -> int:
        """The offset behind its last character, where its line break stands."""
        return self.start + len(self.paragraph.text)


class Flow:
    """The words of ``units``, each ended by a line break. Offsets into ``text`` are code points from 0."""

    __slots__ = ("_starts", "text", "units")

    def __init__(self, units: tuple[FlowUnit, ...]) -> None:
        self.units = units
        self.text = "".join([unit.paragraph.text + "\n" for unit in units])
        self._starts = [unit.start for unit in units]

    def index_at(self, offset: int) -> int:
        """The index of the unit that holds an offset."""
        return bisect_right(self._starts, offset) - 1

    def unit_at(self, offset: int) -> FlowUnit:
        """The unit that holds an offset."""
        return self.units[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The raw span of ``text[start:end]``, from its first to behind its last character."""
        first = self.unit_at(start)
        begin = first.paragraph.source(start - first.start)
        if end <= start:
            return Span(begin, begin)
        last = first if end <= first.end else self.unit_at(end - 1)
        return Span(begin, last.paragraph.source(min(end, last.end) - 1 - last.start) + 1)


@fact("flow")
def flow(document: Document) -> Flow:
    """All paragraphs of the document, those of table cells included, in order."""
    units: list[FlowUnit] = []
    start = tables = 0
    for part, one in enumerate(document.parts):
        for block in one.blocks:
            table = -1
            if isinstance(block, Table):
                table = tables
                tables += 1
            for paragraph in _paragraphs(block):
                units.append(quick(FlowUnit, (start, paragraph, part, table)))
                start += len(paragraph.text) + 1
    return Flow(tuple(units))


def _paragraphs(block: Block) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    rows = (block.header, *(row.cells for row in block.rows))
    return [paragraph for cells in rows for cell in cells for paragraph in cell.paragraphs]
