"""Dates, in figures or Han characters, and the clauses that say from when something is in force.

Offsets are those of the flow. A year below 1000 is none of the common era (98年, 民國九十三年): it is kept as
written, and ``Date.full`` is false.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, TypeVar

from linter.facts.base.flow import Flow, flow
from linter.language import NamedTuple, Span, finds, lazy, number
from linter.structure import Document, fact

__all__ = [
    "Date",
    "Effect",
    "add_months",
    "dates",
    "days_between",
    "effects",
    "month_length",
    "parted_by_articles",
    "possible",
    "signature_date",
    "weekday",
    "within",
]

_HAN = "〇零○一二三四五六七八九十廿"
_NUMERALS = frozenset(_HAN + "0123456789")
_DAY_SIGNS = frozenset("日号")
_LONGEST = 4
# Before the number of a month: a length of time (3个月), an ordinal.
_NO_MONTH = frozenset("个個第百千")
_ISO = lazy(r"(?P<y>(?:19|20)\d\d)(?P<mark>[-/])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?![\d./-])")
# Before an ISO date: part of a longer number or code. The empty string stands for the start of the text.
_GLUE = frozenset("0123456789./-") | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
# 农历, 阴历 and lunar months keep their own calendar.
_LUNAR = lazy(r"(?:[农阴夏旧]历|農曆)[^,。;\n]{0,10}$")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Kind = Literal["figures", "han", "iso"]
_Placed = TypeVar("_Placed", "Date", "Effect")


class Date(NamedTuple):
    """A date of the text: year and day are None where they are not written. ``words`` are in normal form."""

    year: int | None
    month: int
    day: int | None
    kind: Kind
    words: str
    start: int
    end: int
    span: Span

    @property
    def full(self) -> bool:
        """Whether it names a day of the common era."""
        return self.day is not None and self.year is not None and self.year >= 1000

    @property
    def key(self) -> tuple[int, int, int]:
        """Year, month and day for comparing full dates; what is missing counts as 0."""
        return (self.year or 0, self.month, self.day or 0)


def month_length(month: int, year: int | None) -> int:
    """The number of days of a month (1 to 12); February without a year has 29."""
    if month == 2 and (year is None or year < 1000 or _leap(year)):
        return 29
    return _LENGTHS[month - 1]


def within(items: tuple[_Placed, ...], start: int, end: int) -> list[_Placed]:
    """Those of ``items``, which stand in order, that begin at ``start`` or behind it and before ``end``."""
    first = bisect_left(items, start, key=_start)
    return list(items[first : bisect_left(items, end, first, key=_start)])


def _start(item: Date | Effect) -> int:
    return item.start


def possible(date: Date) -> bool:
    """Whether month and day exist in the calendar."""
    if not 1 <= date.month <= 12:
        return False
    return date.day is None or 1 <= date.day <= month_length(date.month, date.year)


def weekday(year: int, month: int, day: int) -> int:
    """The day of the week of a possible date, Monday 0 to Sunday 6."""
    return (_ordinal(year, month, day) + 6) % 7


def days_between(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """Days from one day to another, each as year, month, day."""
    return _ordinal(*other) - _ordinal(*one)


def add_months(day: tuple[int, int, int], months: int) -> tuple[int, int, int]:
    """The day ``months`` after a day, each as year, month, day; kept within its month."""
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    return (year, month + 1, min(day[2], month_length(month + 1, year)))


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _ordinal(year: int, month: int, day: int) -> int:
    """Days since the first of January of the year 1, which is 1."""
    before = year - 1
    leap = 1 if month > 2 and _leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(_LENGTHS[: month - 1]) + leap + day


@fact("dates", "个日期", "date|dates")
def dates(document: Document) -> tuple[Date, ...]:
    """All dates of a document in order, those of table cells included; lunar ones left out."""
    stream = document.read(flow)
    text = stream.text
    found: list[Date] = []
    for at in finds(text, "月"):
        date = _read(stream, at)
        if date and not _LUNAR.search(text, max(0, date.start - 16), date.start):
            found.append(date)
    for match in _ISO.finditer(text):
        if text[match.start() - 1 : match.start()] not in _GLUE:
            values = (int(match["y"]), int(match["m"]), int(match["d"]))
            found.append(Date(*values, "iso", match[0], *match.span(), stream.span(*match.span())))
    return tuple(sorted(found, key=lambda date: date.start))


def _read(stream: Flow, at: int) -> Date | None:
    """The date around the 月 at ``at``; None for what is no date: 三月 as a duration, 18月龄, 第三月."""
    text = stream.text
    month = _numeral_before(text, at)
    if month is None or text[month[0] - 1 : month[0]] in _NO_MONTH:
        return None
    year, day = _year_before(text, month[0]), _day_behind(text, at + 1)
    if year is None and (day is None or text[day[1]] == "号"):
        return None
    try:
        parts = [None if word is None else int(number(text[word[0] : word[1]].strip())) for word in (year, month, day)]
    except ValueError:
        return None
    start, end = (year or month)[0], (day[1] if day else at) + 1
    kind: Kind = "figures" if text[month[0]].isdigit() else "han"
    return Date(parts[0], parts[1] or 0, parts[2], kind, text[start:end], start, end, stream.span(start, end))


def _numeral_before(text: str, end: int) -> tuple[int, int] | None:
    """The numeral that ends at ``end``, or before one space: at most four characters, all figures or all Han."""
    if text[end - 1 : end] == " ":
        end -= 1
    start = end
    while start > 0 and text[start - 1] in _NUMERALS:
        start -= 1
    return (start, end) if _plain(text[start:end]) else None


def _year_before(text: str, end: int) -> tuple[int, int] | None:
    """The number of the year whose 年 or 年度 ends at ``end``, or before one space."""
    if text[end - 1 : end] == " ":
        end -= 1
    if text[end - 1 : end] == "度":
        end -= 1
    year = _numeral_before(text, end - 1) if text[end - 1 : end] == "年" else None
    return year if year and year[1] - year[0] > 1 else None


def _day_behind(text: str, start: int) -> tuple[int, int] | None:
    """The number of the day that begins at ``start``; its 日 or 号 stands at its end, or behind one space."""
    if text[start : start + 1] == " ":
        start += 1
    end = start
    while text[end : end + 1] in _NUMERALS:
        end += 1
    if not _plain(text[start:end]):
        return None
    sign = end + 1 if text[end : end + 1] == " " else end
    return (start, sign) if text[sign : sign + 1] in _DAY_SIGNS else None


def _plain(words: str) -> bool:
    return 0 < len(words) <= _LONGEST and (words.isascii() or not any(map(str.isdigit, words)))


@fact("signature-date")
def signature_date(document: Document) -> Date | None:
    """The date a notice is signed with (成文日期), if it is a full one that exists."""
    signed = document.head.date
    if signed is None:
        return None
    start, end = signed.span()
    for date in document.read(dates):
        if start <= date.span.start < end and date.full and possible(date):
            return date
    return None


_EFFECT = lazy(
    r"[自从] ?(?P<when>[^,。;:()\n自从起]{2,24}?) ?(?P<since>起|开始)? ?(?:正式|全面)?"
    r"(?P<verb>{FORCE})"
)
_EVENT = lazy(r"({ISSUE}|公告|通过|批准)之 ?日$")
_SUBJECT = lazy(r"本(?![市省县区级次款项章节])(?!条[^例])[^\W\d_]{1,8}$")


class Effect(NamedTuple):
    """自…起施行: its subject (本办法, empty if not named), the day (a date, or that of issue), 起, and the verb.

    ``date`` is None if the day is that of issue or publication; ``event`` is the word for it (印发).
    """

    subject: str
    date: Date | None
    event: str
    since: bool
    verb: str
    start: int
    end: int
    when: Span
    span: Span


@fact("effects")
def effects(document: Document) -> tuple[Effect, ...]:
    """The clauses of a document that say from when it is in force, in order."""
    stream = document.read(flow)
    text = stream.text
    ending = {date.end: date for date in document.read(dates)}
    found: list[Effect] = []
    for match in _EFFECT.finditer(text):
        date = ending.get(match.end("when"))
        if date and date.start != match.start("when"):
            date = None
        event = None if date else _EVENT.search(match["when"])
        if not date and not event:
            continue
        subject = _SUBJECT.search(text, max(0, match.start() - 10), match.start())
        begin = subject.start() if subject else match.start()
        when = match.span("when") if date or not event else (match.start("when") + event.start(), match.end("when"))
        found.append(
            Effect(
                subject[0].rstrip("应须将可") if subject else "",
                date,
                event[1] if event else "",
                match["since"] is not None,
                match["verb"],
                match.start(),
                match.end(),
                stream.span(*when),
                stream.span(begin, match.end()),
            )
        )
    return tuple(found)


def parted_by_articles(document: Document, effect: Effect, signed: Date) -> bool:
    """Whether articles begin before the clause and anew behind the signature: the file holds a second act's letter."""
    starts = [one.span.start for one in document.sections if one.mark.scheme == "article" and one.mark.value == (1,)]
    clause = document.read(flow).span(effect.start, effect.start + 1).start
    return any(at < clause for at in starts) and any(at > signed.span.start > clause for at in starts)
