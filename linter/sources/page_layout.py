"""Pages → blocks in order of reading: columns, running heads and page numbers out, paragraphs over page breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby

from linter.language import NamedTuple, lazy
from linter.sources.page import Char, Page
from linter.sources.page_aligned import aligned
from linter.sources.page_cells import PageCell, entries, gutters
from linter.sources.page_joins import Margins, between, margins
from linter.sources.page_lines import PageLine, line, rows
from linter.sources.page_tables import Ruled, tables

_PAGE_NUMBER = re.compile(
    r"[-–—·•~\s]*(?:\d{1,4}|[ivxlIVXL]{1,6}|第 ?\d+ ?页(?: ?[,，/]? ?共 ?\d+ ?页)?|\d+ ?/ ?\d+)[-–—·•~\s]*$"
)
# What labels an appendix or a table counts what begins on a page; it is a running head only if the page before has the
# same.
_NUMBER = r"[（(]?(?:\d{1,3}(?:[-–—.]\d{1,3})*|[一二三四五六七八九十]{1,3}|[A-Z])[）)]?"
_LABELLED = lazy(rf"(?:附 ?[件录表图]? ?(?:{_NUMBER})?|{{CAPTION}} ?{_NUMBER})[:：]?$")
_AGAIN = lazy(r"[(（]?(?:单位[:：]|续表)[^,，。;；]{0,16}$")
_DIGITS = re.compile(r"\d+")
# A head stands on this many pages (on half of fewer), within so many points of the same height.
_HEAD_PAGES = 4
_SAME_HEIGHT = 6.0
# A mark may hang into the gap; what is left of it is wider than any space between characters (em).
_COLUMNS_APART = 0.6
# Fewer lines than this on a page do not show its margins; then those of the document count.
_FEW_LINES = 10
# A page narrower than the document is one whose lines fill it in so large a share; else its lines are just short.
_FULL_LINES = 0.4


class Words(NamedTuple):
    """A paragraph: its words with the page of each part."""

    parts: tuple[tuple[str, int], ...]


class PageRow(NamedTuple):
    """A row of a table, and the pages it begins and ends on."""

    cells: tuple[PageCell, ...]
    page: int
    until: int


class Grid(NamedTuple):
    """A table: its rows of cells."""

    rows: tuple[PageRow, ...]


class _Body(NamedTuple):
    """A page: its tables, and the rows of characters outside them."""

    number: int
    tables: list[Ruled]
    rows: list[list[Char]]


def blocks(pages: Sequence[Page]) -> Iterator[Words | Grid]:
    """The paragraphs and tables of a document in order of reading."""
    for form, numbered in groupby(enumerate(pages, 1), key=lambda one: one[1].form):
        if form:
            yield from (Words(((words, number),)) for number, page in numbered for words in entries(page))
        else:
            yield from _flow(dict(numbered))


def _flow(pages: Mapping[int, Page]) -> Iterator[Words | Grid]:
    """The paragraphs and tables of pages by their numbers."""
    bodies = []
    for number, page in pages.items():
        found, free = tables(page)
        bodies.append(_Body(number, found, rows(free)))
    bodies = _without_heads(bodies)
    items = [
        (item, body.number)
        for body, gutter in zip(bodies, gutters([body.rows for body in bodies]), strict=True)
        for item in aligned(list(_in_order(body, gutter)))
    ]
    column_of = _margins(
        [item for item, _ in items if isinstance(item, PageLine)],
        {number: page.width for number, page in pages.items()},
    )
    items = [one for at, one in enumerate(items) if not _goes_before_rest(items, at)]
    last: PageLine | Ruled | None = None
    parts: list[tuple[str, int]] = []
    table: list[PageRow] = []
    for item, number in items:
        if isinstance(item, PageLine):
            words = between(last, item, column_of(last), column_of(item)) if isinstance(last, PageLine) else None
            if words is None:
                yield from _finished(parts, table)
                words = ""
            parts.append((words + item.words, number))
        elif _is_frame(item):
            yield from _finished(parts, table)
            yield from (Words(((words, number),)) for (cell,) in item.rows for words in cell.words)
        else:
            if not (isinstance(last, Ruled) and _same_columns(last, item)):
                yield from _finished(parts, table)
            _extend(table, [PageRow(cells, number, number) for cells in item.rows])
        last = item
    yield from _finished(parts, table)


def _finished(parts: list[tuple[str, int]], table: list[PageRow]) -> Iterator[Words | Grid]:
    if parts:
        yield Words(tuple(parts))
    if table:
        yield Grid(tuple(table))
    parts.clear()
    table.clear()


def _is_frame(item: Ruled) -> bool:
    """Whether a table has one column: a frame beside another."""
    return len(item.rows[0]) == 1


def _same_columns(one: Ruled, other: Ruled) -> bool:
    """Whether a table goes on behind a page break."""
    places = zip(one.columns, other.columns, strict=False)
    return len(one.columns) == len(other.columns) and all(abs(a - b) < _SAME_HEIGHT for a, b in places)


def _goes_before_rest(items: Sequence[tuple[PageLine | Ruled, int]], at: int) -> bool:
    """Whether a line is the unit or the mark 续表 that stands again above the head of a table on its next page."""
    item, number = items[at]
    if not isinstance(item, PageLine) or not 0 < at < len(items) - 1 or not _AGAIN.match(item.words):
        return False
    (above, before), (below, _) = items[at - 1], items[at + 1]
    if not isinstance(above, Ruled) or not isinstance(below, Ruled) or before == number:
        return False
    heads = [[one.words for one in table.rows[0]] for table in (above, below)]
    return _same_columns(above, below) and heads[0] == heads[1]


def _extend(table: list[PageRow], more: list[PageRow]) -> None:
    """Add the rows of another page: without the head that stands there again, the first one joined if it is a rest."""
    if table and table[-1].until != more[0].page:
        again = 0
        while again < min(len(table), len(more)) and _words(table[again]) == _words(more[again]):
            again += 1
        del more[:again]
    if table and more and _is_rest(table[-1], more[0]):
        table[-1] = _whole(table[-1], more.pop(0))
    table.extend(more)


def _words(row: PageRow) -> list[tuple[str, ...]]:
    return [one.words for one in row.cells]


def _is_rest(row: PageRow, after: PageRow) -> bool:
    """Whether a row is what a page break cut off: its words stand below cells that go on with them.

    Beside such a cell, one of several paragraphs may be at the end of one.
    """
    pairs = [(one, other) for one, other in zip(row.cells, after.cells, strict=True) if other.words]
    if row.until == after.page or any(not one.words for one, _ in pairs):
        return False
    goes_on = [one.goes_on(other.words[0]) for one, other in pairs]
    return any(goes_on) and all(on or len(one.words) > 1 for on, (one, _) in zip(goes_on, pairs, strict=True))


def _whole(row: PageRow, rest: PageRow) -> PageRow:
    cells = []
    for one, other in zip(row.cells, rest.cells, strict=True):
        words = one.words + other.words
        if one.words and other.words and one.goes_on(other.words[0]):
            words = (*one.words[:-1], one.words[-1] + other.words[0], *other.words[1:])
        cells.append(PageCell(words, other.free if other.words else one.free))
    return PageRow(tuple(cells), row.page, rest.until)


def _margins(lines: Sequence[PageLine], widths: Mapping[int, float]) -> Callable[[PageLine], Margins]:
    """The margins of the column in which a line stands."""
    by_page: dict[tuple[int, int], list[PageLine]] = {}
    by_column: dict[int, list[PageLine]] = {}
    for one in lines:
        by_page.setdefault((one.page, one.column), []).append(one)
        by_column.setdefault(one.column, []).append(one)
    general = {column: margins(found, widths[found[0].page]) for column, found in by_column.items()}
    own = {}
    for key, found in by_page.items():
        shown = margins(found, widths[key[0]])
        full = sum(abs(one.right - shown.right) < one.size for one in found) >= _FULL_LINES * len(found)
        narrow = shown.right < general[key[1]].right - 2 * shown.size
        if len(found) >= _FEW_LINES and (full or not narrow):
            own[key] = shown._replace(indented=shown.indented or general[key[1]].indented)
    return lambda one: own.get((one.page, one.column), general[one.column])


def _without_heads(bodies: Sequence[_Body]) -> list[_Body]:
    """Bodies without what is repeated at the edges of pages, and without page numbers, if anything else is there."""
    seen: dict[str, list[float]] = {}
    for body in bodies:
        for row in _edges(body):
            seen.setdefault(_key(row), []).append(row[0].top)
    enough = max(2, min(_HEAD_PAGES, len(bodies) // 2))

    def is_head(row: list[Char], before: Collection[str]) -> bool:
        words = line(row).words
        if _LABELLED.match(words):
            return words in before
        near = sum(abs(top - row[0].top) < _SAME_HEIGHT for top in seen.get(_key(row), ()))
        return near >= enough or bool(_PAGE_NUMBER.match(words))

    kept = []
    before: set[str] = set()
    for body in bodies:
        first, end = 0, len(body.rows)
        while first < min(3, end) and is_head(body.rows[first], before):
            first += 1
        while end > max(first, len(body.rows) - 3) and is_head(body.rows[end - 1], before):
            end -= 1
        kept.append(body._replace(rows=body.rows[first:end]))
        before = {line(row).words for row in _edges(body)}
    return kept if any(body.rows or body.tables for body in kept) else list(bodies)


def _edges(body: _Body) -> list[list[Char]]:
    """The first and the last rows of a page, each once."""
    return body.rows if len(body.rows) < 6 else [*body.rows[:3], *body.rows[-3:]]


def _key(row: Sequence[Char]) -> str:
    return _DIGITS.sub("#", "".join(char.words for char in row))


def _in_order(body: _Body, gutter: float) -> Iterator[PageLine | Ruled]:
    """The lines and tables of a page, down the left column before the right one."""
    waiting: list[PageLine] = []
    items: list[tuple[float, list[Char] | Ruled]] = [(row[0].top, row) for row in body.rows]
    items += [(table.box.top, table) for table in body.tables]
    for _, item in sorted(items, key=lambda one: one[0]):
        sides = _sides(item, gutter) if gutter and isinstance(item, list) else None
        if sides:
            if sides[0]:
                yield line(sides[0], body.number, 1)
            if sides[1]:
                waiting.append(line(sides[1], body.number, 2))
            continue
        yield from waiting
        waiting = []
        yield line(item, body.number) if isinstance(item, list) else item
    yield from waiting


def _sides(row: list[Char], gutter: float) -> tuple[list[Char], list[Char]] | None:
    """The characters on either side of the gutter; None for a row that runs across it."""
    sides = [char for char in row if char.left < gutter], [char for char in row if char.left >= gutter]
    reach = max((char.right for char in sides[0]), default=0.0)
    start = min((char.left for char in sides[1]), default=gutter + row[0].size)
    return sides if reach <= start - _COLUMNS_APART * row[0].size else None
