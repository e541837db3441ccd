"""Rows under other rows: 一、 over 1. in the first cells, and those that stand under each."""

from collections.abc import Sequence

from linter.language import lazy
from linter.structure import Row

# The marks of levels from the top; in a column of serial numbers they stand alone.
_LEVELS = (
    lazy(r"[一二三四五六七八九十]{1,3}(?:[、.]|$)"),
    lazy(r"\([一二三四五六七八九十]{1,3}\)"),
    lazy(r"\d{1,3}(?:[、.](?!\d)|$)"),
    lazy(r"\(\d{1,3}\)"),
)
_DECIMAL = lazy(r"\d{1,2}(?:\.\d{1,2})+(?!\d)")
_UNMARKED = 9


def levels(rows: Sequence[Row]) -> list[int]:
    """The level of each row, 0 at the top; rows without a mark are below all others; 1.2.1 is below 1.2."""
    return [_level(row) for row in rows]


def _level(row: Row) -> int:
    for cell in row.cells[:2]:
        words = cell.text.replace(" ", "")
        if _DECIMAL.match(words):
            return 2 + words.count(".", 0, 6)
        for level, mark in enumerate(_LEVELS):
            if mark.match(words):
                return level
        if words:
            break
    return _UNMARKED


def children(level: Sequence[int]) -> list[list[int]]:
    """For each row the rows directly under it: those below it in level, up to the next one that is not."""
    found: list[list[int]] = [[] for _ in level]
    path: list[int] = []
    for at, own in enumerate(level):
        while path and level[path[-1]] >= own:
            path.pop()
        if path:
            found[path[-1]].append(at)
        path.append(at)
    return found


def tops(level: Sequence[int]) -> list[int]:
    """The rows that stand under no other."""
    under = {at for rows in children(level) for at in rows}
    return [at for at in range(len(level)) if at not in under]


def leaves(level: Sequence[int]) -> list[int]:
    """The rows that have none under them."""
    return [at for at, rows in enumerate(children(level)) if not rows]
