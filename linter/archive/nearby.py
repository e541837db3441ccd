"""Titles that differ by one character, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from linter.language.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Whose act it is stands first, what kind of act last: 江西省…, 江苏省…; …条例, …规定. They make another act.
_HEAD, _TAIL = 3, 2
_SHORTEST = 7
# Parts of one work are numbered: 解释(二), 解释(三).
_ORDINALS = frozenset("0123456789一二三四五六七八九十")


class NearTitles(NamedTuple):
    """Two titles that are one character apart."""

    one: str
    other: str


def near(ones: Iterable[str], others: Iterable[str]) -> Iterator[NearTitles]:
    """Each of ``ones`` that has a character more, less or other than exactly one of ``others``."""
    wanted = list(ones)
    shorter: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    whole = set()
    for other in others:
        whole.add(other)
        for at, cut in _cuts(other):
            shorter[cut].add((at, other))
    for one in wanted:
        found = {other for _, other in shorter.get(one, ())}
        for at, cut in _cuts(one):
            found |= {other for place, other in shorter.get(cut, ()) if place == at and len(other) == len(one)}
            if cut in whole:
                found.add(cut)
        if len(found) == 1 and one not in whole:
            yield NearTitles(one, found.pop())


def _cuts(title: str) -> Iterator[tuple[int, str]]:
    """A title with one character left out, for each that may be a slip."""
    if len(title) >= _SHORTEST:
        for at in range(_HEAD, len(title) - _TAIL):
            if title[at] not in _ORDINALS:
                yield at, title[:at] + title[at + 1 :]
