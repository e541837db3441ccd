"""National bands: what the State Council's grading says of the same thing at the same level.

The table is ``linter/data/national_bands.tsv``; only bands whose wording was read in a source are in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from linter.facts.bands.measures import Measure
from linter.facts.bands.meetings import BandPair
from linter.facts.bands.readings import Reading
from linter.facts.base import signature_date
from linter.language import Bound, Interval, NamedTuple
from linter.language.lexicon import rows
from linter.language.units import UNITS
from linter.structure import Document

__all__ = ["NationalBand", "copies_national", "national", "same_values"]


class NationalBand(NamedTuple):
    """A band of a national norm: the events and the measure it is about, its level from 1, and when it holds."""

    events: tuple[str, ...]
    words: tuple[str, ...]
    without: tuple[str, ...]
    unit: str
    rank: int
    interval: Interval
    first: str
    last: str
    norm: str


@cache
def national_bands() -> tuple[NationalBand, ...]:
    """The table, in its order: special events before accidents in general."""
    return tuple([_band(row) for row in rows("national_bands.tsv")])


def _band(row: tuple[str, ...]) -> NationalBand:
    events, words, without, unit, rank, lower, upper, first, last, norm = row
    whole = UNITS[unit].whole
    interval = Interval(_bound(lower, ">", unit), _bound(upper, "<", unit), whole)
    parts = tuple(words.split()), tuple(without.split())
    return NationalBand(tuple(events.split("|")), *parts, unit, int(rank), interval, first, last, norm)


def _bound(words: str, open_mark: str, unit: str) -> Bound | None:
    if not words:
        return None
    return Bound(int(words.lstrip("<>")) * UNITS[unit].factor, not words.startswith(open_mark), "至")


def national(document: Document, measure: Measure) -> Mapping[int, NationalBand]:
    """The national bands of a measure by level, none if no norm in the table is about it or in force.

    The event is told by the title of the document and the names of the levels, the measure by the words of its bands.
    """
    if measure.scale is None or measure.scale.kind == "response":
        return {}
    event = document.title + measure.scale.subject
    found: dict[int, NationalBand] = {}
    norm = ""
    for band in national_bands():
        if (norm and band.norm != norm) or not any(word in event for word in band.events):
            continue
        if _about(measure.readings[0], band) and _in_force(document, band):
            norm = band.norm
            found.setdefault(band.rank, band)
    return found


def _about(reading: Reading, band: NationalBand) -> bool:
    if reading.band.unit.dimension != UNITS[band.unit].dimension:
        return False
    item = reading.item
    alone = sum(one.unit.dimension == reading.band.unit.dimension for one in item.bands()) == 1
    text = item.label + (item.text if alone else reading.words)
    return all(word in text for word in band.words) and not any(word in text for word in band.without)


def _in_force(document: Document, band: NationalBand) -> bool:
    """Whether the norm is in force on the day of the document; undated documents are taken for recent."""
    date = document.read(signature_date)
    day = "{:04}-{:02}-{:02}".format(*date.key) if date else ""
    if not day and document.head.number:
        day = f"{document.head.number.year}-12-31"
    return not day or (band.first <= day and (not band.last or day <= band.last))


def same_values(one: Interval, other: Interval) -> bool:
    """Whether two bands hold the same values, 10人至29人 as 10人以上30人以下; what 以下 includes is left out."""
    return all(_end(one, side) == _end(other, side) for side in (0, 1))


def copies_national(document: Document, pair: BandPair) -> bool:
    """Whether two neighbours are worded as the national norm words them, so that their gap is its own."""
    norms = national(document, pair.measure)
    wanted = [norms.get(one.level.name.rank) for one in (pair.low, pair.high)]
    return all(
        band is not None and same_values(one.interval, band.interval)
        for one, band in zip((pair.low, pair.high), wanted, strict=True)
    )


def _end(interval: Interval, side: int) -> object:
    bound = interval[side]
    if not isinstance(bound, Bound):
        return None
    if not interval.whole:
        return bound.value
    if side == 0:
        least = bound.value + (bound.inclusive is False)
        return least if least > 1 else None  # 1例以上 says no more than that there is a case
    closed = bound.inclusive and bound.word != "以下"
    return bound.value + 1 if closed else bound.value
