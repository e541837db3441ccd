"""Periods that end before they begin: 自2024年5月10日起至5月3日止, 9月18日至9月15日, 5月20日至18日."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.base.dates import Date, dates, days_between, month_length, possible
from linter.facts.base.flow import flow
from linter.language import Span, lazy
from linter.structure import Document, fact

__all__ = ["inverted_periods", "runs_over"]

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
# 12月30日至1日, as notices of holidays write: from the last week of a month into the first days of the next.
_LAST, _FIRST = 7, 10


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
        near = near or (other.year is None and at > 0 and _goes_on(found[at - 1], one))
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


def _goes_on(before: Date, date: Date) -> bool:
    """Whether a period begins on the day after the last one named: the steps of one plan, which are near."""
    before = before._replace(year=before.year or date.year)
    return all(day.full and possible(day) for day in (before, date)) and days_between(before.key, date.key) == 1


def _comparable(one: Date, other: Date) -> bool:
    alike = (one.day is None) == (other.day is None) and possible(one) and possible(other)
    return alike and min(one.year or 0, other.year or 0) >= 1000
