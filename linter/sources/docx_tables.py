"""Tables of Word: rows and cells that are there in a view of the changes, merged cells, cells left free."""

from __future__ import annotations

from collections.abc import Iterator

from linter.language import NamedTuple
from linter.sources.docx_revisions import RevisionView
from linter.sources.ooxml import Element, W, value


class GridCell(NamedTuple):
    """A cell and the number of columns it takes."""

    element: Element
    columns: int


def rows_of(table: Element, view: RevisionView) -> Iterator[Element]:
    """The rows of a table that are there."""
    for child in table:
        if child.tag == f"{W}tr":
            if not view.drops_row(child):
                yield child
        elif child.tag in view.containers:
            yield from rows_of(child, view)


def cells_of(row: Element, view: RevisionView) -> Iterator[GridCell]:
    """The cells of a row that are there, with the columns each takes."""
    for child in row:
        if child.tag in view.containers:
            yield from cells_of(child, view)
        elif child.tag == f"{W}tc" and not view.drops_cell(child):
            yield GridCell(child, _count(child.find(f"{W}tcPr/{W}gridSpan"), 1))


def paragraphs_of(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of a table in it included, those of text boxes left out.

    A cell that goes on with the one above it (vMerge) or before it (hMerge) shows nothing.
    """
    merges = [cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge")]
    if any(merge is not None and value(merge) != "restart" for merge in merges):
        return
    for paragraph in cell.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}txbxContent", f"{W}tc")).tag == f"{W}tc":
            yield paragraph


def skipped_before(row: Element) -> int:
    """The columns left free before the first cell of a row."""
    return _count(row.find(f"{W}trPr/{W}gridBefore"), 0)


def _count(element: Element | None, default: int) -> int:
    words = value(element)
    return max(default, int(words[:6])) if words.isdecimal() else default
