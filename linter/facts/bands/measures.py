"""Measures: the bands of one thing (死亡人数, 减供负荷) aligned across the levels of a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.bands.alignment import AlignedEntry, align, entry, weigh
from linter.facts.bands.model import Level, Scale
from linter.facts.bands.readings import Reading, leads_on, level_readings
from linter.facts.bands.scales import scales
from linter.language.record import NamedTuple
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["Measure", "measures"]


# Vocabularies of which a scale uses every level from its first to its last.
_UNBROKEN = frozenset({"event", "colour", "numeral", "letter", "size"})


class Measure(NamedTuple):
    """Readings of one thing at levels that follow one another, the worst first, of a scale (None: a bare ladder)."""

    readings: tuple[Reading, ...]
    scale: Scale | None

    @property
    def name(self) -> str:
        """The words that all readings are about, as the first one says them."""
        return self.readings[0].words

    def pairs(self) -> list[tuple[Reading, Reading]]:
        """Neighbours, the worse first."""
        return list(pairwise(self.readings))


@fact("measures", "项分级指标", "graded measure|graded measures")
def measures(document: Document) -> tuple[Measure, ...]:
    """The measures of all scales of a document."""
    return tuple(measure for scale in document.read(scales) for measure in _measures(document, scale))


def _measures(document: Document, scale: Scale) -> Iterator[Measure]:
    levels = scale.ordered
    known = document.read(level_readings)
    entries = [[entry(one) for one in _whole(known.of(level))] for level in levels]
    weights = weigh([one for row in entries for one in row])
    chains: list[list[AlignedEntry]] = []
    open_: dict[int, list[AlignedEntry]] = {}
    for at, row in enumerate(entries):
        links = align(entries[at - 1], row, weights) if at and _next(levels[at - 1], levels[at]) else {}
        following: dict[int, list[AlignedEntry]] = {}
        for index, one in enumerate(row):
            chain = open_.get(links[index]) if index in links else None
            if chain is None:
                chain = []
                chains.append(chain)
            chain.append(one)
            following[index] = chain
        open_ = following
    for chain in chains:
        if len(chain) > 1:
            yield Measure(tuple(one.reading for one in chain), scale)


def _whole(found: Sequence[Reading]) -> list[Reading]:
    """Readings of a level without those of a ladder within it: (一)3人以下重伤,处…; (二)3人以上10人以下重伤,处….

    Steps that each lead to a consequence of their own grade the level itself; none of them goes on in the level beside.
    """
    themes: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for one in found:
        if leads_on(one.item):
            themes.setdefault(one.theme, set()).add((id(one.item.paragraph), one.item.start))
    return [one for one in found if len(themes.get(one.theme, ())) < 2]


def _next(one: Level, other: Level) -> bool:
    """Whether nothing is missing between two levels; 轻微, 一般, 严重 need no 较重 between them."""
    return one.name.vocabulary not in _UNBROKEN or other.name.rank - one.name.rank <= 1
