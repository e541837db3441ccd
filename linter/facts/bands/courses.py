"""Which way a measure runs along a scale: more is worse, less is worse, or neither for certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from linter.facts.bands.ladders import ladders, step_chains, turned
from linter.facts.bands.measures import Measure, measures
from linter.facts.bands.neighbours import above, between
from linter.facts.bands.quantities import scan
from linter.facts.bands.readings import Reading
from linter.language import NamedTuple, Number, empty
from linter.structure import Document, fact

__all__ = ["Course", "courses", "leads", "usable"]

_UNREADABLE = frozenset(
    {
        "range-bound",
        "same-side",
        "opposed",
        "no-unit",
        "open-lower",
        "open-upper",
        "cut-word",
        "miswritten",
        "unit-order",
        "no-number",
        "no-zero",
    }
)
# 造成死亡 and 死亡 share two thirds of their characters, 直辖市电网减供负荷 and 减供负荷 do not.
_NEARLY = 0.62
# So many more pairs of the other measures of a scale go one way than the other, where that shows the way of all.
_OTHERS = 3
# Steps without names, more than so many, need no consequence to show which two have changed places.
_FEW = 3


class Course(NamedTuple):
    """A measure with its direction: 1 if more is worse, -1 if less is worse, 0 unknown; pairs that run against it."""

    measure: Measure
    direction: int
    against: tuple[tuple[Reading, Reading], ...]


@fact("courses")
def courses(document: Document) -> tuple[Course, ...]:
    """The measures of all scales with the way they run, then the ladders without names."""
    found = [one for one in document.read(measures) if not _asks(one)]
    leanings: dict[int, int] = {}
    for measure in found:
        leanings[id(measure.scale)] = leanings.get(id(measure.scale), 0) + sum(_votes(measure))
    named = [_course(measure, leanings[id(measure.scale)] - sum(_votes(measure))) for measure in found]
    climbing = document.read(ladders)
    known = {id(one) for one in climbing}
    odd = [(one, turned(one.readings)) for one in document.read(step_chains) if id(one) not in known]
    return (
        *named,
        *(Course(one, 0, ()) for one in climbing),
        *(Course(one, 0, (pair,)) for one, pair in odd if pair and (len(one.readings) > _FEW or leads(one))),
    )


def _asks(measure: Measure) -> bool:
    """Whether each level has a range of its own, and none goes on where another ends: 纵坡 4—6, 5—6, 7—8 by classes of
    roads are asked for, and grade nothing.
    """
    if len(measure.readings) < _FEW or any(one.band.form != "range" or empty(one.interval) for one in measure.readings):
        return False
    met = [between(one, other) for one, other in measure.pairs()]
    return any(one and one.kind == "overlap" and not one.shared for one in met) and not any(
        one and (one.shared or one.kind == "joined") for one in met
    )


def leads(measure: Measure) -> bool:
    """Whether each step leads to an amount of its own, one above the other: 得10分, 得20分, 得30分."""
    amounts = [_amount(one) for one in measure.readings]
    if None in amounts or len({one[1] for one in amounts if one}) > 1:
        return False
    pairs = list(pairwise(one[0] for one in amounts if one))
    return all(one < other for one, other in pairs) or all(one > other for one, other in pairs)


def _amount(one: Reading) -> tuple[Number, str] | None:
    """The first amount of what follows from a step, and its unit."""
    text = one.item.paragraph.text
    behind = [
        band
        for band in scan(text, one.item.unit)
        if band.start >= one.band.end and ";" not in text[one.band.end : band.start]
    ]
    found = behind or [band for deed in one.level.deeds for band in deed.bands()]
    bound = (found[0].lower or found[0].upper) if found else None
    return (bound.value, found[0].unit.dimension) if bound else None


def usable(one: Reading) -> bool:
    """Whether a band can be compared: bounded, well formed, not inverted."""
    return one.band.form != "bare" and one.band.flaw not in _UNREADABLE and not empty(one.interval)


def sure(one: Reading, other: Reading) -> bool:
    """Whether two aligned bands can contradict each other: each alone in its condition, or worded nearly alike."""
    if one.words == other.words:
        return True
    if _opposed(one.words, other.words) or _opposed(other.words, one.words):
        return False
    if one.sole and other.sole:
        return True
    common = sum((Counter(one.words) & Counter(other.words)).values())
    return 2 * common >= _NEARLY * (len(one.words) + len(other.words))


def _opposed(below: str, beyond: str) -> bool:
    """低于汛限水位0.5米以内 and 高于汛限水位1米以上 are measured from one point to two sides."""
    return "低于" in below and beyond in {below.replace("低于", word, 1) for word in ("高于", "超过")}


def _votes(measure: Measure) -> list[int]:
    return [_vote(worse, lighter) for worse, lighter in measure.pairs()]


def _vote(worse: Reading, lighter: Reading) -> int:
    if not usable(worse) or not usable(lighter) or worse.qualified or lighter.qualified:
        return 0
    return int(above(worse, lighter)) - int(above(lighter, worse))


def _course(measure: Measure, leaning: int) -> Course:
    votes = _votes(measure)
    total = sum(votes)
    if sum(map(abs, votes)) == 1:
        total = _shape(measure, votes) or (leaning if abs(leaning) > 1 else 0) or total
    if total == 0:
        ends = [one for one in measure.readings if usable(one)]
        total = _vote(ends[0], ends[-1]) if len(ends) > 1 else 0
    direction = (total > 0) - (total < 0) if _ordered(measure, votes, leaning) else 0
    against = [
        (worse, lighter)
        for (worse, lighter), vote in zip(measure.pairs(), votes, strict=True)
        if vote and vote == -direction and sure(worse, lighter)
    ]
    if not against and (pair := turned([one for one in measure.readings if usable(one)])):
        against = [pair]
    return Course(measure, direction, tuple(against))


def _ordered(measure: Measure, votes: Sequence[int], leaning: int) -> bool:
    """Whether the order of levels can be judged: they grade something bad, or the other measures beside this one, and
    all of its own pairs but one, go one way (五星 30以上, 四星 20以上, 三星 25以上, 二星 8以上).
    """
    if measure.scale is None or measure.scale.graded:
        return measure.scale is not None
    total = sum(votes)
    return abs(leaning) >= _OTHERS and total * leaning > 0 and abs(total) == len(votes) - 2 > 0


def _shape(measure: Measure, votes: Sequence[int]) -> int:
    """Two bands open above (10例以上, 5例以上) must rise with the level, two open below (低于20%, 低于30%) fall."""
    worse, lighter = measure.pairs()[[abs(vote) for vote in votes].index(1)]
    if worse.interval.upper is None and lighter.interval.upper is None:
        return 1
    return -1 if worse.interval.lower is None and lighter.interval.lower is None else 0
