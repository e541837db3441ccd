"""Which bands of two levels speak of the same thing, by their wording.

Wordings are compared with numbers and level names masked, so that 其他设区的地市 and 其他设区的市 still meet.
Rare words weigh more than those that every condition of the scale repeats.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import fsum, log

from linter.facts.bands.readings import Reading, masked
from linter.language.pattern import lazy
from linter.language.record import NamedTuple

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
    """A reading ready to be compared; ``others`` are the bands of other things in its condition, as written."""

    reading: Reading
    near: frozenset[str]
    topic: frozenset[str]
    others: frozenset[str]
    sole: bool


class _Weighed(NamedTuple):
    """An entry with the weights of its two sets of words."""

    entry: AlignedEntry
    near: float
    topic: float


def entry(one: Reading) -> AlignedEntry:
    """Prepare a reading: the pairs of characters of the words next to it, and of its condition."""
    return AlignedEntry(one, _grams(one.words), _grams(one.item.label + masked(one.item)), one.others, one.sole)


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
    if len(one) < _LONG or len(other) < _LONG:
        return False
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) >= _NEARLY


def _weight(grams: Iterable[str], weights: dict[str, float]) -> float:
    # The sum of a set must not depend on its order, which is another one in every process.
    return fsum(map(weights.__getitem__, grams))
