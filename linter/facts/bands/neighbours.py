"""How the readings of two neighbouring levels lie: which is the higher, how far they are apart, what is meant."""

from __future__ import annotations

from collections.abc import Sequence

from linter.facts.bands.readings import Reading
from linter.language import ARABIC, Bound, Meeting, Number, exact, lazy, meet

__all__ = ["above", "between"]

_JOINING = frozenset("-~—–至到")


def between(worse: Reading, lighter: Reading) -> Meeting | None:
    """How two neighbours meet, whichever of them holds the higher values; None if they do not meet."""
    low, high = (lighter, worse) if above(worse, lighter) else (worse, lighter)
    return meet(low.interval, high.interval)


def above(one: Reading, other: Reading) -> bool:
    """Whether one holds higher values than the other: by lower bounds, else by upper ones."""
    first, second = one.interval, other.interval
    if first.lower and second.lower and first.lower.value != second.lower.value:
        return first.lower.value > second.lower.value
    if first.upper and second.upper and first.upper.value != second.upper.value:
        return first.upper.value > second.upper.value
    return (first.lower is not None and second.lower is None) or (first.upper is None and second.upper is not None)


_DIGITS = lazy(ARABIC)


def spacing(pairs: Sequence[tuple[Reading, Reading]]) -> Number:
    """How far ranges of a measure lie apart if all of them do so alike (85-100, 70-84.5, 60-69.5): the least step of
    what they count; 0 if they do not.
    """
    apart = [
        high.interval.lower.value - low.interval.upper.value
        for low, high in pairs
        if low.interval.upper and high.interval.lower and {low.band.form, high.band.form} == {"range"}
    ]
    return max(apart[0], 0) if len(apart) > 1 and len(set(apart)) == 1 else 0


def as_meant(low: Reading, high: Reading, meeting: Meeting, apart: Number) -> Meeting:
    """Ranges of a continuous unit: 10%-20% beside 20%-30% leaves 20% open; 5.0-5.9级 beside 6.0级 is complete.

    Where both ends say themselves whether they are included (10%(含), 20%(不含)), nothing is left to be meant; what
    ends with its number may lie a step below the next (89周岁(含), 90周岁(含); 0—180(含), 181—260(含)).
    """
    if low.interval.whole or "range" not in {low.band.form, high.band.form}:
        return meeting
    ranges = {low.band.form, high.band.form} <= {"range", "between"}
    upper, lower = low.interval.upper, high.interval.lower
    decided = upper and lower and upper.fixed and (lower.fixed or _exceeds(lower))
    if decided and (meeting.shared or not (upper and upper.inclusive)):
        return meeting
    if meeting.kind == "overlap" and meeting.shared and ranges:
        return Meeting("undecided", None, shared=True)
    # 3公里以内 beside 超过4公里至10公里: what is exceeded leaves nothing to be meant.
    open_above = lower is not None and _exceeds(lower) and not meeting.shared
    if open_above or meeting.kind != "gap" or upper is None or lower is None:
        return meeting
    if lower.value - upper.value <= max(_step(low, upper), apart):
        return Meeting("joined", None)
    return meeting


def _exceeds(lower: Bound) -> bool:
    """Whether a word says that the bound itself is not meant: 大于100万元, 超过4公里."""
    return lower.inclusive is False and lower.word[0] not in _JOINING


def _step(one: Reading, bound: Bound) -> Number:
    """One unit in the last printed place of a bound, in base units."""
    digits = _DIGITS.match(one.item.paragraph.text, bound.start)
    count = int(digits[0].replace(",", "").replace(".", "")) if digits else 0
    return bound.value * exact(1, count) if count else 0
