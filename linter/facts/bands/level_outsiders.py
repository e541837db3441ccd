"""Cells that name a degree beyond those a document lists in full: 较轻, where 违法程度分为轻微、一般、严重三个等次."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.bands.levels import cell_names, names_in
from linter.language import NamedTuple, Span, lazy, number
from linter.structure import Cell, Document, Paragraph, Table, fact

__all__ = ["level_outsiders"]

_LISTED = lazy(
    r"(?:{DIVIDED}|(?<=[划区])分为)(?P<words>(?P<list>[^。;:,\d]{5,60}?)"
    r"(?P<n>[二两三四五六七2-7])个?(?:裁量|违法)?(?:[等阶档]次|级别|等?级|档))"
)
_VOCABULARY = "grave"
# Two words may be an example; a column shows that it holds degrees by two words of the list.
_FEW, _SHOWN = 3, 2


class Outsider(NamedTuple):
    """A cell with a degree, the words of the list that lacks it, and their place."""

    name: str
    span: Span
    words: str
    listed: Span


class _List(NamedTuple):
    words: str
    span: Span
    names: frozenset[str]


@fact("level-outsiders")
def level_outsiders(document: Document) -> tuple[Outsider, ...]:
    """The one cell of all tables beyond the only list; where several lack it, the tables have a scale of their own."""
    if not document.tables:
        return ()
    lists = [one for paragraph in document.paragraphs for one in _lists(paragraph)]
    if len({one.names for one in lists}) != 1:
        return ()
    known = lists[0]
    found = {cell.span: cell for table in document.tables for cell in _beyond(table, known.names)}
    if len(found) != 1:
        return ()
    return tuple([Outsider(cell.text.strip(), span, known.words, known.span) for span, cell in found.items()])


def _lists(paragraph: Paragraph) -> Iterator[_List]:
    """Lists of degrees that hold as many as they say."""
    for match in _LISTED.finditer(paragraph.text) if "分为" in paragraph.text else ():
        names = [one for one in names_in(paragraph.text, *match.span("list")) if one.vocabulary == _VOCABULARY]
        words = frozenset(one.words for one in names)
        if len(words) == len(names) == int(number(match["n"])) >= _FEW:
            yield _List(match["words"], paragraph.span(*match.span("words")), words)


def _beyond(table: Table, names: frozenset[str]) -> Iterator[Cell]:
    """The cells of columns that hold degrees and nothing else, whose degree is none of these."""
    for index in range(max((len(row.cells) for row in table.rows), default=0)):
        cells = [cell for cell in table.column(index) if cell.text.strip()]
        degrees = [(cell, words) for cell in cells if (words := _degree(cell.text))]
        own = {words for _, words in degrees if words in names}
        if len(own) >= _SHOWN and len(degrees) == len(cells):
            yield from (cell for cell, words in degrees if words not in names)


def _degree(text: str) -> str:
    """The degree that a cell consists of."""
    words = text.strip()
    return next((one.words for one in cell_names(words) if one.vocabulary == _VOCABULARY and one.words == words), "")
