"""Ruled tables of a page: lines → grid → cells, merged where no line parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.language import NamedTuple
from linter.sources.page import Box, Char, Page
from linter.sources.page_cells import PageCell, cell
from linter.sources.page_lines import line, rows

# Points: lines nearer than this are one, and ends nearer than this meet.
_NEAR = 3.0
_MAX_RULES = 1000


class Ruled(NamedTuple):
    """A table: its box, the places of its columns, and its rows of cells."""

    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[PageCell, ...], ...]


class _Rule(NamedTuple):
    """A line along an axis: its place across, and where it begins and ends along."""

    place: float
    start: float
    end: float


def tables(page: Page) -> tuple[list[Ruled], list[Char]]:
    """The tables of a page from the top, and the characters outside them.

    Frames side by side are tables of one cell: what stands in each is read by itself.
    """
    across = _merged(_Rule((box.top + box.bottom) / 2, box.left, box.right) for box in page.rules if _flat(box))
    down = _merged(_Rule((box.left + box.right) / 2, box.top, box.bottom) for box in page.rules if not _flat(box))
    free = list(page.chars)
    found = []
    if min(len(across), len(down)) > 1 and len(across) + len(down) <= _MAX_RULES:
        grids = [_Grid(flat, upright) for flat, upright in _groups(across, down)]
        frames = [grid.box for grid in grids if not grid.is_table()]
        for grid in grids:
            beside = not grid.is_table() and any(_beside(grid.box, other) for other in frames)
            table = grid.fill(free) if beside or grid.is_table() else None
            if table:
                found.append(table)
                free = [char for char in free if not _inside(char, table.box)]
    return sorted(found, key=lambda table: table.box.top), free


def _beside(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one height, apart from each other."""
    level = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = max(one.left, other.left) - min(one.right, other.right)
    return level > _NEAR and apart >= -_NEAR


def _flat(box: Box) -> bool:
    return box.right - box.left >= box.bottom - box.top


def _inside(char: Char, box: Box) -> bool:
    middle, height = (char.left + char.right) / 2, (char.top + char.bottom) / 2
    return box.left <= middle <= box.right and box.top <= height <= box.bottom


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Pieces of one line joined, and lines that lie on each other."""
    found: list[_Rule] = []
    shelf: list[_Rule] = []
    for rule in sorted(rules):
        if shelf and rule.place - shelf[0].place > _NEAR:
            found.extend(_joined(shelf))
            shelf = []
        shelf.append(rule)
    return found + _joined(shelf)


def _joined(shelf: list[_Rule]) -> list[_Rule]:
    found: list[_Rule] = []
    for rule in sorted(shelf, key=lambda one: one.start):
        if found and rule.start <= found[-1].end + _NEAR:
            found[-1] = found[-1]._replace(end=max(found[-1].end, rule.end))
        else:
            found.append(rule)
    return [rule for rule in found if rule.end - rule.start > _NEAR]


def _groups(across: Sequence[_Rule], down: Sequence[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Lines that meet, together; a group without two of each kind is no table."""
    parent = list(range(len(across) + len(down)))
    for at, flat in enumerate(across):
        for other, upright in enumerate(down, len(across)):
            if _meet(flat, upright):
                parent[_root(parent, at)] = _root(parent, other)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for at in range(len(parent)):
        group = groups.setdefault(_root(parent, at), ([], []))
        if at < len(across):
            group[0].append(across[at])
        else:
            group[1].append(down[at - len(across)])
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _meet(flat: _Rule, upright: _Rule) -> bool:
    return (
        flat.start - _NEAR <= upright.place <= flat.end + _NEAR
        and upright.start - _NEAR <= flat.place <= upright.end + _NEAR
    )


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


class _Grid:
    """The cells that the lines of one group make."""

    def __init__(self, across: Sequence[_Rule], down: Sequence[_Rule]) -> None:
        self.tops = _places(across)
        self.lefts = _places(down)
        self._across = [[rule for rule in across if abs(rule.place - top) <= _NEAR] for top in self.tops]
        self._down = [[rule for rule in down if abs(rule.place - left) <= _NEAR] for left in self.lefts]
        self.box = Box(self.lefts[0], self.tops[0], self.lefts[-1], self.tops[-1])
        self.height = len(self.tops) - 1
        self.width = len(self.lefts) - 1
        self._parent = list(range(self.height * self.width))
        self._merge()

    def is_table(self) -> bool:
        """Whether there are at least two columns somewhere, and more than a frame."""
        return self.width > 1 and self.height > 0 and len({_root(self._parent, at) for at in self._parent}) > 1

    def fill(self, chars: Sequence[Char]) -> Ruled | None:
        """The table with its words; None if it holds none."""
        box = self.box
        inside: dict[int, list[Char]] = {}
        for char in chars:
            if _inside(char, box):
                row = bisect_right(self.tops, (char.top + char.bottom) / 2) - 1
                column = bisect_right(self.lefts, (char.left + char.right) / 2) - 1
                at = _root(self._parent, min(row, self.height - 1) * self.width + min(column, self.width - 1))
                inside.setdefault(at, []).append(char)
        ends = {_root(self._parent, at): self.lefts[at % self.width + 1] for at in range(len(self._parent))}
        read = {at: cell([line(row) for row in rows(found)], ends[at]) for at, found in inside.items()}
        whole = [
            tuple(read.get(row * self.width + column, PageCell()) for column in range(self.width))
            for row in range(self.height)
        ]
        filled = tuple(row for row in whole if any(one.words for one in row))
        return Ruled(box, tuple(self.lefts), filled) if filled else None

    def _merge(self) -> None:
        """Join cells that no line parts; the first cell of a group stands for it."""
        for row in range(self.height):
            for column in range(self.width):
                at = row * self.width + column
                if column and not _covered(self._down[column], self.tops[row], self.tops[row + 1]):
                    self._join(at - 1, at)
                if row and not _covered(self._across[row], self.lefts[column], self.lefts[column + 1]):
                    self._join(at - self.width, at)

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((_root(self._parent, one), _root(self._parent, other)))
        self._parent[second] = first


def _places(rules: Sequence[_Rule]) -> list[float]:
    found: list[float] = []
    for rule in sorted(rules):
        if not found or rule.place - found[-1] > _NEAR:
            found.append(rule.place)
    return found


def _covered(rules: Sequence[_Rule], start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(rule.start <= middle <= rule.end for rule in rules)
