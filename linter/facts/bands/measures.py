"""Measures: the bands of one thing (死亡人数, 减供负荷) aligned across the levels of a scale.

Which bands of two levels speak of the same thing, by their wording.

Wordings are compared with numbers and level names masked, so that 其他设区的地市 and 其他设区的市 still meet.
Rare words weigh more than those that every condition of the scale repeats.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import fsum, log

from linter.facts.bands.model import Level, Scale
from linter.facts.bands.readings import Reading, leads_on, level_readings, masked
from linter.facts.bands.scales import scales
from linter.language import NamedTuple, Number, lazy
from linter.structure import Document, fact

__all__ = ["Measure", "measures"]

# Vocabularies of which a scale uses every level from its first to its last.
_UNBROKEN = frozenset({"event", "lesser", "colour", "numeral", "letter", "size"})


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


# Above this a pair of bands speaks of the same thing; found on real plans, where right pairs score above 0.6.
_ALIKE = 0.5
_MANY = 2500
_FEW = 20
_TIER = 0.15
_MUCH = 0.15
# Words of at least six characters that share nearly all of them are taken for the same.
_LONG = 6
_NEARLY = 0.85
_NOISE = lazy(r"[\s\d,;。:、()（）“”]")


class AlignedEntry(NamedTuple):
    """A reading ready to be compared; ``others`` are the bands of other things in its condition, as written,
    ``window`` the time within which it is measured.
    """

    reading: Reading
    near: frozenset[str]
    topic: frozenset[str]
    others: frozenset[str]
    sole: bool
    window: Number | None


class _Weighed(NamedTuple):
    """An entry with the weights of its two sets of words."""

    entry: AlignedEntry
    near: float
    topic: float


def entry(one: Reading) -> AlignedEntry:
    """Prepare a reading: the pairs of characters of the words next to it, and of its condition."""
    topic = _grams(one.item.label + masked(one.item))
    return AlignedEntry(one, _grams(one.words), topic, one.others, one.sole, one.window)


def _grams(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters."""
    plain = _NOISE.sub("", words)
    return frozenset([plain[at : at + 2] for at in range(len(plain) - 1)] or ([plain] if plain else []))


def weigh(entries: Sequence[AlignedEntry]) -> dict[str, float]:
    """Rare pairs of characters weigh more: log(1 + n/df)."""
    counts = Counter(gram for entry in entries for gram in entry.topic | entry.near)
    return {gram: log(1 + len(entries) / count) for gram, count in counts.items()}


def align(worse: Sequence[AlignedEntry], lighter: Sequence[AlignedEntry], weights: dict[str, float]) -> dict[int, int]:
    """Which entry of the worse level each entry of the lighter one goes with: the best pairs first, each entry once."""
    by_unit: dict[str, list[int]] = defaultdict(list)
    by_words: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(worse):
        by_unit[one.reading.band.unit.about].append(index)
        by_words[one.reading.key].append(index)
    if len(worse) == len(lighter) == 1 and _elides(worse[0], lighter[0]):
        return {0: 0}
    weighed = [_weighed(one, weights) for one in worse]
    scored: list[tuple[float, int, int]] = []
    for index, one in enumerate(lighter):
        own = _weighed(one, weights)
        candidates = by_unit[one.reading.band.unit.about]
        if len(candidates) * len(lighter) > _MANY:  # a level of hundreds of conditions: equal words only
            candidates = by_words[one.reading.key][:_FEW]
        for candidate in candidates:
            score = _likeness(weighed[candidate], own, weights)
            if score >= _ALIKE:
                scored.append((-score, candidate, index))
    return _matched(scored)


def _elides(one: AlignedEntry, other: AlignedEntry) -> bool:
    """Whether of two levels with one band each one leaves out what it measures (书面报告不超过6小时, 不超过12小时), or
    has its symbol alone: 裂缝宽度w>2mm, 1mm<w≤2mm.
    """
    short, long = sorted((one.reading.words, other.reading.words), key=len)
    symbol = short.isascii() and short.isalpha() and long.endswith(short)
    return one.reading.band.unit.about == other.reading.band.unit.about and (symbol or not (one.near and other.near))


def _matched(scored: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """The best pairs first. Who has lost its own best match does not take one that is much worse."""
    best: dict[tuple[bool, int], float] = {}
    for score, candidate, index in scored:
        for key in ((True, candidate), (False, index)):
            best[key] = min(best.get(key, 0.0), score)
    links: dict[int, int] = {}
    taken: set[int] = set()
    for score, candidate, index in sorted(scored):
        close = score <= min(best[True, candidate], best[False, index]) + _MUCH
        if close and candidate not in taken and index not in links:
            taken.add(candidate)
            links[index] = candidate
    return links


def _weighed(one: AlignedEntry, weights: dict[str, float]) -> _Weighed:
    return _Weighed(one, _weight(one.near, weights), _weight(one.topic, weights))


def _likeness(weighed: _Weighed, beside: _Weighed, weights: dict[str, float]) -> float:
    """From 0 to 1: how surely two bands speak of the same thing, by the words next to them and by their conditions."""
    one, other = weighed.entry, beside.entry
    if one.window != other.window and None not in {one.window, other.window}:
        return 0.0
    near = topic = 0.0
    if one.near and other.near:
        near = _weight(one.near & other.near, weights) / min(weighed.near, beside.near)
    elif one.near == other.near:
        near = 1.0
    if one.topic and other.topic:
        topic = 2 * _weight(one.topic & other.topic, weights) / (weighed.topic + beside.topic)
    elif one.topic == other.topic:
        topic = 1.0
    score = (near + topic) / 2
    if one.sole and other.sole:
        score = max(score, topic)
    if score < _ALIKE and _same_letters(one.reading.words, other.reading.words):
        return _ALIKE
    # 电网负荷20000兆瓦以上的省 goes with the same tier, not with 5000兆瓦以上20000兆瓦以下.
    return score + _TIER if one.others & other.others else score


def _same_letters(one: str, other: str) -> bool:
    """职业性中毒 and 职业中毒 have few pairs of characters in common, but nearly all characters."""
    least, whole = min(len(one), len(other)), len(one) + len(other)
    if least < _LONG or 2 * least / whole < _NEARLY:
        return False
    common = sum([min(one.count(each), other.count(each)) for each in {*one} & {*other}])
    return 2 * common / whole >= _NEARLY


def _weight(grams: Iterable[str], weights: dict[str, float]) -> float:
    # The sum of a set must not depend on its order, which is another one in every process.
    return fsum(map(weights.__getitem__, grams))
