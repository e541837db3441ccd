"""Stages of a plan, each with its period: (一)动员阶段(5月1日—5月15日)。(二)整治阶段(5月16日—6月30日)。

Nothing says that stages follow one another; it is taken for granted where one begins on the day, or in the month, after
the one before it has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from linter.facts.base.dates import add_months, days_between
from linter.facts.base.flow import Flow, flow
from linter.facts.base.periods import DayRange, day_ranges
from linter.language import NamedTuple, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["stage_slips"]

# 报名时间 and 审查时间 may overlap: no stages.
_STAGE = lazy(r"阶段|步骤")
_WHOLE = lazy("|".join(sorted(lexicon.members("RUN_TOGETHER"))))
_NEAR = 24
# Between two stages of one plan stands no more than their texts.
_FAR = 1500
# Of no more stages by the month the overlap of two may be meant.
_FEW = 3
# Where the figures of a day begin: 20230516.
_DAY = 6


class StageSlip(NamedTuple):
    """A stage that begins before the one before it has ended, where a neighbour of theirs joins."""

    earlier: DayRange
    later: DayRange


@fact("stage-slips")
def stage_slips(document: Document) -> tuple[StageSlip, ...]:
    """The overlaps of stages, one a plan, in order of place."""
    stream = document.read(flow)
    ranges = document.read(day_ranges) if _STAGE.search(stream.text) else ()
    pairs = list(pairwise(ranges))
    joined = [_joins(one, other) for one, other in pairs]
    found: list[StageSlip] = []
    for at, (one, other) in enumerate(pairs):
        beside = [
            pair
            for near, pair in ((at - 1, pairs[at - 1 : at]), (at + 1, pairs[at + 1 : at + 2]))
            if pair and joined[near]
        ]
        if (
            beside
            and _overlap(one, other)
            and (_by_a_figure(one, other) or len(beside) > 1)  # both neighbours join
            and _are_stages(document, stream, [one, other, *(end for pair in beside for end in pair[0])])
        ):
            found.append(StageSlip(one, other))
    return tuple(found) if len(found) == 1 else ()


def _joins(one: DayRange, other: DayRange) -> bool:
    """Whether a period begins where the one before it has ended."""
    if one.date.day is None or other.date.day is None:
        return one.date.day is other.date.day and add_months(one.last, 1) == other.first
    return days_between(one.last, other.first) == 1


def _overlap(one: DayRange, other: DayRange) -> bool:
    """Whether a period begins within the one before it, and ends behind it."""
    alike = (one.date.day is None) is (other.date.day is None)
    if not alike or not one.first < other.first <= one.last < other.last:
        return False
    return one.date.day is None or other.first < one.last


def _by_a_figure(one: DayRange, other: DayRange) -> bool:
    """Whether one figure makes two periods join: 5月15日 and 5月10日, 16日."""
    if one.date.day is None:
        step = (add_months(one.last, 1), add_months(other.first, -1))
    else:
        step = (_shifted(one.last, 1), _shifted(other.first, -1))
    pairs = ((step[0], other.first), (step[1], one.last))
    return any(
        _one_figure(_figures(right), _figures(written), days=one.date.day is not None) for right, written in pairs
    )


def _one_figure(right: str, written: str, *, days: bool) -> bool:
    """Whether one figure differs, that of a day where there are days: a step may begin a month early on purpose."""
    apart = [at for at, pair in enumerate(zip(right, written, strict=True)) if pair[0] != pair[1]]
    return len(apart) == 1 and (not days or apart[0] >= _DAY)


def _shifted(day: tuple[int, int, int], by: int) -> tuple[int, int, int]:
    moved = date(*day) + timedelta(days=by)
    return (moved.year, moved.month, moved.day)


def _figures(day: tuple[int, int, int]) -> str:
    return "{:04}{:02}{:02}".format(*day)


def _are_stages(document: Document, stream: Flow, ranges: Sequence[DayRange]) -> bool:
    """Whether a word for stages stands by each period, and nothing that lets them run beside one another."""
    first, last = min(one.date.start for one in ranges), max(one.end for one in ranges)
    begin = max(0, first - _NEAR)
    if last - first > _FAR or _WHOLE.search(stream.text, begin, last + _NEAR):
        return False
    tables = {stream.unit_at(one.date.start).table for one in ranges}
    if len(tables) == 1 and min(tables) >= 0:
        return any(_STAGE.search(cell.text) for cell in document.tables[min(tables)].header)
    # The plan of a building has works in months that run beside one another: 设计, 征地.
    if ranges[0].date.day is None and len({one.date.start for one in ranges}) <= _FEW:
        return False
    return all(_STAGE.search(stream.text, max(0, one.date.start - _NEAR), one.date.start) for one in ranges)
