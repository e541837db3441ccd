"""Bounds and intervals that keep their source, and how two neighbours meet: joined, with a gap, or overlapping.

An interval is never merged with another one: a contradiction lies between two of them, and both must be shown.
"""

from __future__ import annotations

from itertools import product
from typing import Literal

from linter.language.numerals import Number, exact
from linter.language.record import NamedTuple

__all__ = ["Bound", "Interval", "Meeting", "contains", "empty", "meet"]

Kind = Literal["joined", "gap", "overlap", "undecided"]


class Bound(NamedTuple):
    """One end of an interval.

    ``inclusive`` is None where the words leave it open (以下 without a clause). ``word`` is what bounds (以上, 不满, a
    dash), ``fixed`` says that the words themselves decide, whatever a clause says (及以上, 含10人). ``start`` and
    ``end`` are the place of the number with its unit in the string it was read from.
    """

    value: Number
    inclusive: bool | None
    word: str = ""
    fixed: bool = False
    start: int = 0
    end: int = 0


class Interval(NamedTuple):
    """A range of values. A missing bound is infinite; ``whole`` counts whole things only (人, 例, 户)."""

    lower: Bound | None
    upper: Bound | None
    whole: bool = False


class Meeting(NamedTuple):
    """How a lower interval meets a higher one, with a value that shows it.

    The witness of a gap lies in neither, that of an overlap in both, whatever undecided bounds turn out to mean.
    ``shared`` says that the two bounds name the same value.
    """

    kind: Kind
    witness: Number | None = None
    shared: bool = False


def contains(interval: Interval, value: Number) -> bool | None:
    """Whether a value lies in the interval; None if that hangs on an undecided bound."""
    sides: list[bool | None] = []
    for bound, below in ((interval.lower, True), (interval.upper, False)):
        if bound is None:
            sides.append(True)
        elif value == bound.value:
            if bound.inclusive is None:
                sides.append(None)
            else:
                sides.append(bound.inclusive)
        else:
            sides.append((value > bound.value) is below)
    if False in sides:
        return False
    return None if None in sides else True


def empty(interval: Interval) -> bool:
    """Whether no value lies in the interval even if every undecided bound includes its number."""
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None:
        return False
    if lower.value == upper.value:
        return lower.inclusive is False or upper.inclusive is False
    return lower.value > upper.value


def meet(low: Interval, high: Interval) -> Meeting | None:
    """How ``low`` meets ``high`` above it, by the upper bound of one and the lower bound of the other.

    None if one of these bounds is missing: 3人以上 below 10人以上 is a ladder, nothing meets. Undecided bounds are
    tried both ways; if the outcomes differ in kind or share no witness, the meeting is undecided.
    """
    upper, lower = low.upper, high.lower
    if upper is None or lower is None:
        return None
    whole = low.whole and high.whole
    outcomes = [
        _meet(upper._replace(inclusive=one), lower._replace(inclusive=other), whole=whole)
        for one, other in product(_readings(upper), _readings(lower))
    ]
    shared = upper.value == lower.value
    if len({kind for kind, _ in outcomes}) > 1:
        return Meeting("undecided", None, shared)
    kind = outcomes[0][0]
    if kind == "joined":
        return Meeting(kind, None, shared)
    for _, witness in outcomes:
        if _holds(low, high, kind, witness):
            return Meeting(kind, witness, shared)
    return Meeting("undecided", None, shared)


def _readings(bound: Bound) -> tuple[bool, ...]:
    return (True, False) if bound.inclusive is None else (bound.inclusive,)


def _holds(low: Interval, high: Interval, kind: Kind, witness: Number | None) -> bool:
    if witness is None:
        return False
    inside = (contains(low._replace(lower=None), witness), contains(high._replace(upper=None), witness))
    return inside == ((True, True) if kind == "overlap" else (False, False))


def _meet(upper: Bound, lower: Bound, *, whole: bool) -> tuple[Kind, Number | None]:
    """The meeting of two decided bounds."""
    if whole:
        top, bottom = _last(upper), _first(lower)
        if top >= bottom:
            return "overlap", bottom
        return ("gap", top + 1) if bottom > top + 1 else ("joined", None)
    if upper.value == lower.value:
        if upper.inclusive and lower.inclusive:
            return "overlap", upper.value
        return ("joined", None) if upper.inclusive or lower.inclusive else ("gap", upper.value)
    between = _middle(upper.value, lower.value)
    if upper.value > lower.value:
        return "overlap", lower.value if lower.inclusive else between
    return "gap", between if upper.inclusive else upper.value


def _last(upper: Bound) -> int:
    """The greatest whole number below an upper bound."""
    floor = upper.value // 1
    return floor - 1 if floor == upper.value and not upper.inclusive else floor


def _first(lower: Bound) -> int:
    """The least whole number above a lower bound."""
    ceiling = -(-lower.value // 1)
    return ceiling + 1 if ceiling == lower.value and not lower.inclusive else ceiling


def _middle(one: Number, other: Number) -> Number:
    total = one + other
    return exact(total, 2) if isinstance(total, int) else total / 2
