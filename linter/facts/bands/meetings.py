"""Neighbours on a scale: which way a measure runs, and how each two bands beside one another meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.bands.ladders import ladders, step_chains, turned
from linter.facts.bands.measures import Measure, measures
from linter.facts.bands.quantities import scan
from linter.facts.bands.readings import Reading, above, as_meant, between, leads_on, level_readings, masked, spacing
from linter.language import Meeting, NamedTuple, Number, contains, empty, exact, lazy, meet
from linter.structure import Document, fact

__all__ = ["BandPair", "Course", "by_clause", "courses", "covered", "leads", "neighbours", "usable"]

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


_DEED = lazy(r"的?,(?:应当)?(?:由|报|经)[^,。;]{2,24}?(?P<verb>\w{2})$")


class BandPair(NamedTuple):
    """Two bands of one measure beside one another, by value, and how they meet."""

    measure: Measure
    low: Reading
    high: Reading
    meeting: Meeting


class Course(NamedTuple):
    """A measure with its direction: 1 if more is worse, -1 if less is worse, 0 unknown; pairs that run against it."""

    measure: Measure
    direction: int
    against: tuple[tuple[Reading, Reading], ...]


@fact("courses")
def courses(document: Document) -> tuple[Course, ...]:
    """The measures of all scales with the way they run, then the ladders without names."""
    found = document.read(measures)
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


@fact("neighbours")
def neighbours(document: Document) -> tuple[BandPair, ...]:
    """All pairs of neighbours that can be compared, those of measures that run out of order left out."""
    ordered = [course.measure for course in document.read(courses) if not course.against]
    return tuple(pair for measure in ordered for pair in _pairs(measure))


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


def _sure(one: Reading, other: Reading) -> bool:
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
        if vote and vote == -direction and _sure(worse, lighter)
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


def _pairs(measure: Measure) -> Iterator[BandPair]:
    counted = _counted(measure)
    pairs = [
        (one, other)
        for one, other in measure.pairs()
        if (usable(one) or one in counted) and (usable(other) or other in counted)
    ]
    if _demands(measure):
        return
    # What qualifies something else has one value throughout.
    pairs = [
        ((other, one) if above(one, other) else (one, other)) for one, other in pairs if one.limits != other.limits
    ]
    apart = spacing(pairs)
    # 2至7, 7至12, 18以上 beside 12至18: ranges that share their ends include none of them in earnest.
    loose = any({low.band.form, high.band.form} == {"range"} and _shares(low, high) for low, high in pairs)
    for low, high in pairs:
        meeting = meet(low.interval, high.interval) or _unbounded(measure, low, high)
        if meeting and meeting.kind == "gap" and _two_ends(measure, low, high):
            continue
        # A step in running text that leaves out what it measures goes on with the step before it.
        elided = measure.scale is None and not (low.words and high.words)
        if meeting and (meeting.kind in {"joined", "undecided"} or elided or _sure(low, high)):
            meant = as_meant(low, high, meeting, apart)
            if loose and meant.kind == "overlap" and meant.shared and not _fixed(low, high):
                meant = Meeting("undecided", None, shared=True)
            yield BandPair(measure, low, high, meant)


def _two_ends(measure: Measure, low: Reading, high: Reading) -> bool:
    """Whether no more is told than what comes of much and of little: 90分以上的奖励, 低于60分的约谈."""
    upper, lower = low.interval.upper, high.interval.lower
    open_ended = low.interval.lower is None and high.interval.upper is None and len(measure.readings) == 2
    apart = open_ended and measure.scale is None and bool(upper and lower and upper.value != lower.value)
    return apart and not _same_deed(low, high)


def _same_deed(one: Reading, other: Reading) -> bool:
    """Whether two steps lead to one deed of two bodies: 10株以下的,由县主管部门批准;超过20株的,由市主管部门批准."""
    deeds = [_DEED.match(each.item.paragraph.text, each.band.end, each.item.end) for each in (one, other)]
    return all(deeds) and len({deed["verb"] for deed in deeds if deed}) == 1


def _demands(measure: Measure) -> bool:
    """Whether levels ask for ranges and do not part them: 5以上14以下 twice, then 3以上14以下; or three end alike."""
    pairs = measure.pairs()
    tops = {one.interval.upper and one.interval.upper.value for one in measure.readings}
    if len(pairs) > 1 and len(tops) == 1 and None not in tops:
        return True
    same = any(one.limits == other.limits and one.interval.lower and one.interval.upper for one, other in pairs)
    parts = any((met := between(one, other)) and (met.shared or met.kind == "joined") for one, other in pairs)
    return same and not (parts and (measure.scale is None or measure.scale.graded))


def _shares(low: Reading, high: Reading) -> bool:
    upper, lower = low.interval.upper, high.interval.lower
    return upper is not None and lower is not None and upper.value == lower.value and not _fixed(low, high)


def _fixed(low: Reading, high: Reading) -> bool:
    return any(bound is not None and bound.fixed for bound in (low.interval.upper, high.interval.lower))


def _counted(measure: Measure) -> tuple[Reading, ...]:
    """The bare numbers of a measure that counts from the first on: 1辆, 2辆, 3辆以上."""
    bare = [one for one in measure.readings if one.band.form == "bare" and one.interval.whole and not one.band.about]
    values = sorted(one.interval.lower.value for one in bare if one.interval.lower)
    if len(values) > 1 and values == list(range(1, len(values) + 1)) and len(bare) < len(measure.readings):
        return tuple(bare)
    return ()


def _unbounded(measure: Measure, low: Reading, high: Reading) -> Meeting | None:
    """A level without an end where the others part the values: 10人以上 between 3人以上10人以下 and 30人以上, or
    不足48小时 between 不足24小时 and 超过48小时. What lies beyond the level beside it is in both.
    """
    same = low.others == high.others and masked(low.item) == masked(high.item)
    if not same or low.qualified or not _parts(measure):
        return None
    # Technical rules add up (超过1m, 超过2.5m); without names only fines show that each case has one step.
    if measure.scale is None and not (leads_on(low.item) and leads_on(high.item)):
        return None
    if low.interval.upper is None and high.interval.lower is not None and low is not measure.readings[0]:
        return Meeting("overlap", _inside(high))
    if high.interval.lower is None and low.interval.upper is not None and high is not measure.readings[0]:
        return Meeting("overlap", _inside(low))
    return None


def _parts(measure: Measure) -> bool:
    """Whether another two neighbours of a measure meet, so that its levels are meant to part the values.

    Events go by the worst level they reach (10人以上, 3人以上, 3人以下): there one level must have both ends.
    """
    if (
        measure.scale
        and measure.scale.kind == "event"
        and not any(one.interval.lower and one.interval.upper for one in measure.readings)
    ):
        return False
    meetings = [between(one, other) for one, other in measure.pairs() if usable(one) and usable(other)]
    return len(measure.readings) > 2 and any(one and (one.shared or one.kind == "joined") for one in meetings)


def _inside(one: Reading) -> Number | None:
    """A value of a band open at one side: its bound if it includes it, else one just inside."""
    lower, upper = one.interval.lower, one.interval.upper
    bound = lower or upper
    if bound is None:
        return None
    if bound.inclusive:
        return bound.value
    step = one.band.unit.factor if one.interval.whole else exact(one.band.unit.factor, 2)
    return bound.value + (step if lower else -step)


def covered(document: Document, pair: BandPair, value: Number) -> bool:
    """Whether another condition of the scale about the same thing takes in a value that two neighbours leave out."""
    scale = pair.measure.scale
    if scale is None:
        return False
    subjects = {one.subject for one in (pair.low, pair.high)}
    known = document.read(level_readings)
    return any(
        contains(one.interval, value) is not False and one.subject in subjects
        for level in scale.levels
        for one in known.of(level)
        if one.band.form != "bare"
    )


def by_clause(pair: BandPair) -> bool:
    """Whether two bands share a bound and a clause alone makes both of them include it, or both exclude it."""
    upper, lower = pair.low.interval.upper, pair.high.interval.lower
    if not pair.meeting.shared or upper is None or lower is None or upper.fixed or lower.fixed:
        return False
    governed = pair.low.upper_clause is not None and (pair.high.lower_clause is not None or lower.word == "以上")
    return governed and upper.inclusive == lower.inclusive
