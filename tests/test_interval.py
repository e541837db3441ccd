"""Intervals and how they meet, with the library portion as oracle: it knows no sources, but it can count."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import portion
from hypothesis import given
from hypothesis import strategies as st

from linter.language.interval import Bound, Interval, Meeting, contains, empty, meet

values = st.integers(-20, 20)
sides = st.sampled_from([True, False, None])


@st.composite
def bounds(draw: st.DrawFn) -> Bound | None:
    return Bound(draw(values), draw(sides)) if draw(st.integers(0, 4)) else None


@st.composite
def intervals(draw: st.DrawFn, *, whole: bool = False) -> Interval:
    return Interval(draw(bounds()), draw(bounds()), whole)


def decided(interval: Interval) -> list[Interval]:
    """The interval under every reading of its undecided bounds."""
    choices = [
        [bound]
        if bound is None or bound.inclusive is not None
        else [bound._replace(inclusive=True), bound._replace(inclusive=False)]
        for bound in interval[:2]
    ]
    return [Interval(lower, upper, interval.whole) for lower, upper in product(*choices)]


def oracle(interval: Interval) -> portion.Interval:
    lower, upper = interval.lower, interval.upper
    left = portion.CLOSED if lower and lower.inclusive else portion.OPEN
    right = portion.CLOSED if upper and upper.inclusive else portion.OPEN
    return portion.Interval.from_atomic(
        left, lower.value if lower else -portion.inf, upper.value if upper else portion.inf, right
    )


def below(interval: Interval) -> portion.Interval:
    return oracle(Interval(None, interval.upper))


def above(interval: Interval) -> portion.Interval:
    return oracle(Interval(interval.lower, None))


@given(intervals(), st.fractions(-21, 21, max_denominator=4))
def test_contains(interval: Interval, value: Fraction) -> None:
    answers = {value in oracle(one) for one in decided(interval)}
    assert contains(interval, value) is (answers.pop() if len(answers) == 1 else None)


@given(intervals())
def test_empty(interval: Interval) -> None:
    if all(bound is None or bound.inclusive is not None for bound in interval[:2]):
        assert empty(interval) == oracle(interval).empty


@given(intervals(), intervals())
def test_meeting_of_continuous_bands(low: Interval, high: Interval) -> None:
    meeting = meet(low, high)
    if low.upper is None or high.lower is None:
        assert meeting is None
        return
    assert meeting is not None
    kinds = set()
    for one, other in product(decided(low), decided(high)):
        common, missing = below(one) & above(other), ~(below(one) | above(other))
        kinds.add("overlap" if not common.empty else "joined" if missing.empty else "gap")
        check_witness(meeting, common, missing)
    assert meeting.kind == (kinds.pop() if len(kinds) == 1 else "undecided")
    assert meeting.shared == (low.upper.value == high.lower.value)


def check_witness(meeting: Meeting, common: portion.Interval, missing: portion.Interval) -> None:
    if meeting.kind == "overlap":
        assert meeting.witness in common
    elif meeting.kind == "gap":
        assert meeting.witness in missing
    else:
        assert meeting.witness is None


@given(intervals(whole=True), intervals(whole=True))
def test_meeting_of_whole_bands(low: Interval, high: Interval) -> None:
    meeting = meet(low, high)
    if meeting is None:
        return
    everything = range(-25, 26)
    kinds = set()
    for one, other in product(decided(low), decided(high)):
        under = [value for value in everything if value in below(one)]
        over = [value for value in everything if value in above(other)]
        common, missing = set(under) & set(over), set(everything) - set(under) - set(over)
        kinds.add("overlap" if common else "gap" if missing else "joined")
        if meeting.kind == "overlap":
            assert meeting.witness in common
        elif meeting.kind == "gap":
            assert meeting.witness in missing
    assert meeting.kind == (kinds.pop() if len(kinds) == 1 else "undecided")


def test_whole_numbers_meet_next_to_each_other() -> None:
    low = Interval(Bound(3, inclusive=True), Bound(9, inclusive=True), whole=True)
    high = Interval(Bound(10, inclusive=True), None, whole=True)
    assert meet(low, high) == Meeting("joined", None, shared=False)
    assert meet(low._replace(whole=False), high) == Meeting("gap", Fraction(19, 2), shared=False)
