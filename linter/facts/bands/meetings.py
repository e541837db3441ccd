"""Neighbours on a scale: how each two bands beside one another meet."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.bands.atoms import AGES
from linter.facts.bands.courses import courses, sure, usable
from linter.facts.bands.measures import Measure
from linter.facts.bands.neighbours import above, as_meant, between, spacing
from linter.facts.bands.readings import Reading, leads_on, level_readings, masked
from linter.facts.bands.tallies import tallied
from linter.language import Meeting, NamedTuple, Number, contains, exact, lazy, meet
from linter.structure import Document, fact

__all__ = ["BandPair", "by_clause", "covered", "neighbours"]

_DEED = lazy(r"的?,(?:应当)?(?:由|报|经)[^,。;]{2,24}?(?P<verb>\w{2})$")


class BandPair(NamedTuple):
    """Two bands of one measure beside one another, by value, and how they meet."""

    measure: Measure
    low: Reading
    high: Reading
    meeting: Meeting


@fact("neighbours")
def neighbours(document: Document) -> tuple[BandPair, ...]:
    """All pairs of neighbours that can be compared, those of measures that run out of order left out, and those of
    counts that share a number.
    """
    ordered = [course.measure for course in document.read(courses) if not course.against]
    return tuple([pair for measure in ordered for pair in _compared(document, list(_pairs(measure)))])


def _compared(document: Document, pairs: list[BandPair]) -> list[BandPair]:
    """The pairs of a measure, without those that share a number if its steps only count what there is."""
    if any(pair.meeting.shared for pair in pairs) and tallied(document, pairs[0].measure):
        return [pair for pair in pairs if not pair.meeting.shared]
    return pairs


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
        if meeting and meeting.kind == "gap" and (_two_ends(measure, low, high) or _of_ages(measure, low, high)):
            continue
        # A step in running text that leaves out what it measures goes on with the step before it.
        elided = measure.scale is None and not (low.words and high.words)
        if meeting and (meeting.kind in {"joined", "undecided"} or elided or sure(low, high)):
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


def _of_ages(measure: Measure, low: Reading, high: Reading) -> bool:
    """Whether text speaks of the young and of the old, and means to leave out those between: 14周岁以上未满18周岁的须…,
    60周岁以上的建议….
    """
    lower, upper, beyond = low.interval.lower, low.interval.upper, high.interval.lower
    aged = measure.scale is None and low.band.unit.name in AGES
    return aged and bool(lower and upper and beyond and beyond.value - upper.value > upper.value - lower.value)


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
    counts = values == list(range(1, len(values) + 1)) and len(values) > (measure.scale is not None)
    return tuple(bare) if counts and len(bare) < len(measure.readings) else ()


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
