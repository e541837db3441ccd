"""Cells of tables: lines → the paragraphs of a cell.

Where pages part into two columns.

Forms filled in over an image: no line tells their cells, so the file's order does, in which a cell is whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from linter.language import NamedTuple
from linter.sources.page import Char, Page
from linter.sources.page_joins import between, glue, is_full, margins
from linter.sources.page_lines import CLOSED, PageLine, line, segments

# A line of a cell that ends so goes on.
OPEN = tuple("，、（《〈“")


class PageCell(NamedTuple):
    """The paragraphs of a table cell, and how many em its last line leaves free; none are as many as can be."""

    words: tuple[str, ...] = ()
    free: float = math.inf

    def goes_on(self, after: str) -> bool:
        """Whether the cell ends within a sentence that these words would go on with; numbers are taken for whole."""
        numbers = self.words[-1][-1].isdigit() and after[0].isdigit()
        return not numbers and not self.words[-1].endswith(CLOSED) and is_full(self.free, after)


def cell(lines: Sequence[PageLine], right: float) -> PageCell:
    """The paragraphs of a table cell that ends at ``right``; words centred under each other are one."""
    column = margins(lines, 0.0)
    found = [lines[0].words]
    for before, after in pairwise(lines):
        centred = abs(before.left + before.right - after.left - after.right) < 0.8 * after.size
        goes_on = before.words.endswith(OPEN) or between(before, after, column, column) is not None
        if goes_on or (centred and len(lines) < 4):
            found[-1] += glue(before, after) + after.words
        else:
            found.append(after.words)
    last = lines[-1]
    return PageCell(tuple(found), 0.0 if last.words.endswith("-") else (right - last.right) / last.size)


# Two columns: so many lines on each side, so large a share of them filled up to the gap, so few lines across it.
_COLUMN_LINES = 8
_COLUMN_FILLED = 0.6
_COLUMN_CROSSED = 0.4


class _Part(NamedTuple):
    """A piece of a row between wide gaps: where it begins and ends, and the height of its characters."""

    start: float
    end: float
    em: float


def gutters(pages: Sequence[Sequence[list[Char]]]) -> list[float]:
    """Where each page, given by its rows, parts into two columns, 0 for one column.

    Where most pages have two, those whose lines are too short or too few to show it have them too.
    """
    parted = [
        [_Part(part[0].left, part[-1].right, part[0].size) for row in rows for part in segments(row)] for rows in pages
    ]
    found = [_gutter(parts) for parts in parted]
    shown = [place for place in found if place]
    if len(shown) * 2 < len(parted):
        return found
    usual = median(shown)
    return [place or (usual if _parts_at(parts, usual) else 0.0) for place, parts in zip(found, parted, strict=True)]


def _parts_at(parts: Sequence[_Part], place: float) -> bool:
    """Whether few enough parts run across a place for columns to part there."""
    return sum(one.start < place < one.end for one in parts) <= _COLUMN_CROSSED * len(parts)


def _gutter(parts: Sequence[_Part]) -> float:
    """Where a page of two columns parts; 0 if it does not show them."""
    if len(parts) < 2 * _COLUMN_LINES:
        return 0.0
    left, right = min(one.start for one in parts), max(one.end for one in parts)
    steps = [left + (right - left) * share / 100 for share in range(35, 66)]
    counts = [sum(one.start < step < one.end for one in parts) for step in steps]
    best = [step for step, count in zip(steps, counts, strict=True) if count == min(counts)]
    place = best[len(best) // 2]
    sides = [one for one in parts if one.end <= place], [one for one in parts if one.start >= place]
    if min(len(side) for side in sides) < _COLUMN_LINES or not _parts_at(parts, place):
        return 0.0
    start = min(one.start for one in sides[1])
    lined = sum(one.start - start < 2.5 * one.em for one in sides[1]) >= _COLUMN_FILLED * len(sides[1])
    return place if lined and all(map(_filled, sides)) else 0.0


def _filled(side: Sequence[_Part]) -> bool:
    """Whether most lines of a column reach its end."""
    end = max(one.end for one in side)
    return sum(end - one.end < 2 * one.em for one in side) >= _COLUMN_FILLED * len(side)


# In em: how far characters of one line may stand apart and aside, and lines of one cell below each other.
_APART = 1.5
_ASIDE = 0.4
_BELOW = 1.6
# A line drawn again follows at so many lines at most.
_LAST = 3


def entries(page: Page) -> Iterator[str]:
    """The paragraphs of a form, entry by entry."""
    found: list[PageLine] = []
    drawn: list[PageLine] = []
    for one in map(line, _runs(page.chars)):
        if any(_again(before, one) for before in drawn[-_LAST:]):
            continue
        drawn.append(one)
        if found and not _goes_on(found[-1], one):
            yield from cell(found, found[-1].right).words
            found = []
        found.append(one)
    if found:
        yield from cell(found, found[-1].right).words


def _again(before: PageLine, after: PageLine) -> bool:
    """Whether a line is drawn a second time to look bold."""
    near = max(abs(before.left - after.left), abs(before.top - after.top)) < _ASIDE * after.size
    return near and before.words == after.words


def _runs(chars: Sequence[Char]) -> list[list[Char]]:
    """Characters in the order of the file, those together that follow each other on one line."""
    found: list[list[Char]] = []
    for char in chars:
        last = found[-1][-1] if found else None
        if last and _beside(last, char):
            found[-1].append(char)
        else:
            found.append([char])
    return found


def _beside(before: Char, after: Char) -> bool:
    level = abs(before.top + before.bottom - after.top - after.bottom) / 2
    return level < _ASIDE * before.size and -_ASIDE < (after.left - before.right) / before.size < _APART


def _goes_on(before: PageLine, after: PageLine) -> bool:
    """Whether a line stands below another one in the same cell: from the same edge or middle, in the same size."""
    size = before.size
    near = 0 < after.top - before.top < _BELOW * size and abs(after.size - size) < 0.15 * size
    middle = abs(before.left + before.right - after.left - after.right) / 2
    return near and min(abs(after.left - before.left), middle) < size
