"""Periods of days: 10月1日(星期五)至7日, and those that end before they begin: 自2024年5月10日起至5月3日止,
9月18日至9月15日, 5月20日至18日.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.base.dates import Date, add_months, dates, days_between, month_length, possible
from linter.facts.base.flow import flow
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, fact

__all__ = ["DayRange", "day_ranges", "inverted_periods"]

# 2024年5月6日9:00至5月12日17:00: the hour may stand behind either day.
# 自2024年5月10日起至5月3日止, 自6月1日起施行,有效期至2023年5月31日.
_TO = lazy(
    r" ?(?P<hour>\d{1,2}(?:[:时点]\d{0,2}分?))?"
    r"(?P<since>起(?:正式|开始)?{FORCE}?,? ?(?:有效期限?|试行期|期限)?(?:自[^,。;\d]{0,4})?)?"
    r" ?(?:延[长期]|顺延|推迟)?(?:至|到|—|--?|~|(?:截至|截止(?:到|至)?)) ?"
)
# 5月20日至18日: the second day is of the month of the first.
_DAY = lazy(r" ?(?:至|到|[—~\-]{1,2}) ?(?P<day>\d{1,2}) ?日(?![内前后上下])")
# 每年12月26日至25日 is a year less nothing.
_EVERY = lazy("每[年月] ?$")
_HOUR = lazy(r" ?\d{1,2}[:时点]")
# A year for two days of one month that name none; every month has its days in it.
_ANY = 2000
# A common year, for periods whose year is not written.
_SOME_YEAR = 2001
# The weekday may stand between: 10月1日(星期五)至7日(星期四).
# Whole days may have their first and last hour: 9月1日0时至30日24时.
_BETWEEN = lazy(
    r"(?:\((?:星期|周)[一二三四五六日天]\)|[0零][时点]|0:00)? ?起?(?:至|到|—|--?|~) ?(?P<next>次年|翌年|第二年)?"
)
_TO_DAY = lazy(r"(?P<d>\d{1,2}) ?日")
_LAST_HOUR = lazy(r"24(?:[时点]|:00)")
_TO_MONTH = lazy(r"(?P<m>0?[1-9]|1[0-2]) ?月(?! ?\d|[初中下上末底])")
# 11月25日至10月6日 would go on for so many months, and no one writes that without 次年.
_TOO_LONG = 10
# From one day to the day before it in the next year, leap days left aside.
_YEAR = 364
# 12月30日至1日, as notices of holidays write: from the last week of a month into the first days of the next.
_LAST, _FIRST = 7, 10


class DayRange(NamedTuple):
    """A period from one day, or month, to another: the first and the last as year, month and day, 1 where there is
    none; a year that is not written is some common year. ``to`` and ``end`` are the offsets of the last day.
    """

    date: Date
    first: tuple[int, int, int]
    last: tuple[int, int, int]
    to: int
    end: int


@fact("day-ranges")
def day_ranges(document: Document) -> tuple[DayRange, ...]:
    """The periods of days and of months, in order of place."""
    text, found = document.read(flow).text, document.read(dates)
    ranges = [_range(text, date, found[at + 1 : at + 2]) for at, date in enumerate(found)]
    return tuple([one for one in ranges if one])


def _range(text: str, date: Date, following: Sequence[Date]) -> DayRange | None:
    to = _BETWEEN.match(text, date.end)
    if not to or not possible(date):
        return None
    first = (date.year or _SOME_YEAR, date.month, date.day or 1)
    day = _TO_DAY.match(text, to.end()) if date.day else None
    if day:
        return DayRange(date, first, _same_month(date, int(day["d"])), to.end(), _end(text, day.end()))
    month = _TO_MONTH.match(text, to.end()) if date.day is None else None
    if month and int(month["m"]) > date.month:
        return DayRange(date, first, (first[0], int(month["m"]), 1), to.end(), month.end())
    for other in following:
        if other.start == to.end() and (other.day is None) == (date.day is None) and possible(other):
            return DayRange(date, first, _last(date, other, bool(to["next"])), to.end(), _end(text, other.end))
    return None


def _end(text: str, at: int) -> int:
    """Where a last day ends, its last hour included."""
    hour = _LAST_HOUR.match(text, at)
    return hour.end() if hour else at


def _same_month(date: Date, day: int) -> tuple[int, int, int]:
    """The last day of a period that names its month once: 12月30日至1日 ends in the next."""
    month = (date.year or _SOME_YEAR, date.month, 1)
    return (*(add_months(month, 1) if runs_over(date, day) else month)[:2], day)


def _last(date: Date, other: Date, following: bool) -> tuple[int, int, int]:
    year = other.year or date.year or _SOME_YEAR
    if following or (other.year is None and other.month < date.month):
        year += 1
    return (year, other.month, other.day or 1)


@fact("inverted-periods")
def inverted_periods(document: Document) -> tuple[tuple[Date, Date], ...]:
    """The first and last day of each period that ends before it begins, in order of place."""
    text = document.read(flow).text
    found = document.read(dates)
    told = list(_within_month(text, found))
    for at, (one, other) in enumerate(pairwise(found)):
        match = _TO.match(text, one.end)
        if not match or match.end() != other.start:
            continue
        # Hours are given for days that are near, and no period is a year less some days: both are of one year.
        near = other.year is None and (match["hour"] or _HOUR.match(text, other.end) or other.month == one.month)
        near = near or (other.year is None and ((at > 0 and _goes_on(found[at - 1], one)) or _too_long(one, other)))
        last = other._replace(year=one.year) if near else other
        first = one
        if one.year is None and near and other.month == one.month:  # 11月28日至11月8日
            first, last = one._replace(year=_ANY), last._replace(year=_ANY)
        if _comparable(first, last) and last.key < first.key:
            told.append((one, other))
    return tuple(sorted(told, key=lambda period: period[1].span))


def _within_month(text: str, found: Sequence[Date]) -> Iterator[tuple[Date, Date]]:
    for one in found:
        match = _DAY.match(text, one.end) if one.day else None
        every = _EVERY.search(text, max(0, one.start - 3), one.start)
        if match and 0 < int(match["day"]) < (one.day or 0) and not every and not runs_over(one, int(match["day"])):
            start, end = match.start("day") - one.end, match.end() - one.end
            span = Span(one.span.end + start, one.span.end + end)
            words = text[match.start("day") : match.end()]
            yield one, one._replace(day=int(match["day"]), words=words, span=span)


def runs_over(one: Date, day: int) -> bool:
    """Whether a period that names its month once ends in the first days of the next: 12月30日至1日."""
    return (
        one.day is not None and one.day > month_length(one.month, one.year) - _LAST and day <= min(_FIRST, one.day - 1)
    )


def _too_long(one: Date, other: Date) -> bool:
    """Whether a period would go on into the next year for most of it, and not be a whole year (10月1日至9月30日)."""
    if one.day is None or other.day is None or one.month == other.month or not (possible(one) and possible(other)):
        return False
    days = days_between((_ANY, one.month, one.day), (_ANY + 1, other.month, other.day))
    return 12 - one.month + other.month >= _TOO_LONG and days < _YEAR


def _goes_on(before: Date, date: Date) -> bool:
    """Whether a period begins on the day after the last one named: the steps of one plan, which are near."""
    before = before._replace(year=before.year or date.year)
    return all(day.full and possible(day) for day in (before, date)) and days_between(before.key, date.key) == 1


def _comparable(one: Date, other: Date) -> bool:
    alike = (one.day is None) == (other.day is None) and possible(one) and possible(other)
    return alike and min(one.year or 0, other.year or 0) >= 1000
