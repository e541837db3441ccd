"""Tracked changes of Word: what is there once all are accepted, or once all are rejected."""

from __future__ import annotations

from collections.abc import Mapping

from linter.language import NamedTuple
from linter.sources import Changes
from linter.sources.ooxml import Element, W

# What may stand around blocks, rows and cells without changing them.
_PLAIN = ("sdt", "sdtContent", "customXml", "smartTag")


class RevisionView(NamedTuple):
    """One reading of the changes: the elements around what stays and around what goes.

    ``containers`` may stand around blocks, rows and cells that are there.
    """

    kept: frozenset[str]
    gone: frozenset[str]
    containers: frozenset[str]
    cell: str
    before: bool

    def joins_next(self, paragraph: Element) -> bool:
        """Whether the mark at the end of a paragraph is gone, so that it goes on in the next one."""
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        return mark is not None and any(one.tag in self.gone for one in mark)

    def properties(self, paragraph: Element) -> Element | None:
        """The properties of a paragraph, those from before the changes if they are rejected."""
        now = paragraph.find(f"{W}pPr")
        old = now.find(f"{W}pPrChange/{W}pPr") if self.before and now is not None else None
        return now if old is None else old

    def drops_row(self, row: Element) -> bool:
        """Whether a row of a table is gone."""
        properties = row.find(f"{W}trPr")
        return properties is not None and any(one.tag in self.gone for one in properties)

    def drops_cell(self, cell: Element) -> bool:
        """Whether a cell is gone."""
        return cell.find(f"{W}tcPr/{self.cell}") is not None


def _view(kept: tuple[str, str], gone: tuple[str, str], cell: str, *, before: bool) -> RevisionView:
    def names(*words: str) -> frozenset[str]:
        return frozenset(W + word for word in words)

    return RevisionView(names(*kept), names(*gone), names(*_PLAIN, *kept), W + cell, before)


_ADDED, _REMOVED = ("ins", "moveTo"), ("del", "moveFrom")
VIEWS: Mapping[Changes, RevisionView] = {
    "accepted": _view(_ADDED, _REMOVED, "cellDel", before=False),
    "rejected": _view(_REMOVED, _ADDED, "cellIns", before=True),
}
