"""Where pages part into two columns."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from linter.language.record import NamedTuple
from linter.sources.page import Char
from linter.sources.page_lines import segments

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
