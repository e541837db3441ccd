"""How far apart ranges of one measure lie on purpose: 90-100, 80-89; 5.0-5.9级 beside 6.0级."""

from collections.abc import Sequence

from linter.facts.bands.readings import Reading
from linter.language.interval import Bound, Meeting
from linter.language.numerals import ARABIC, Number, exact
from linter.language.pattern import lazy

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
    if upper and lower and upper.fixed and lower.fixed:
        step_apart = upper.inclusive and not meeting.shared
        if not step_apart:
            return meeting
    if meeting.kind == "overlap" and meeting.shared and ranges:
        return Meeting("undecided", None, shared=True)
    if meeting.kind == "gap" and upper and lower and lower.value - upper.value <= max(_step(low, upper), apart):
        return Meeting("joined", None)
    return meeting


def _step(one: Reading, bound: Bound) -> Number:
    """One unit in the last printed place of a bound, in base units."""
    digits = _DIGITS.match(one.item.paragraph.text, bound.start)
    count = int(digits[0].replace(",", "").replace(".", "")) if digits else 0
    return bound.value * exact(1, count) if count else 0
