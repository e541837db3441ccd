"""Values in running text: a number, its unit and what it measures: 10个工作日, 三分之二, 每年3月, 编制12名.

Steps of a ladder (10人以上), estimates, ends of ranges, dates of a year, scores and small counts are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.language import HAN_DIGITS, NamedTuple, Number, lazy, number
from linter.language.units import UNITS, unit_at

_UNIT_STARTS = frozenset(name[0] for name in UNITS)
# A pattern that begins with a set is quickly passed over what it does not match.
_VALUE = lazy(rf"[\d{HAN_DIGITS}](?:[\d{HAN_DIGITS}]|[.点](?=[\d{HAN_DIGITS}])|,(?=\d{{3}})|分之(?=[\d{HAN_DIGITS}]))*")
_DAY = lazy(r"月(?:(?P<day>\d{1,2})日|底|初)?")
_DATED = "日期"
# What makes a value a step, an estimate, an end of a range, or one of several.
_STEP_BEFORE = lazy(
    r"(?:(?<!不)(?<!不得)(?:超过|[高低大小]于)|不[足满]|[约近满第—~至到或和及、×-]|分别|[~<>≤≥=])(?:人民币)?$"
)
_STEP_BEHIND = lazy(r"[以之左上不][上下右足满]|[—~至到或和及×/级月度\d-]|年度|、[\d一二三四五六七八九十]")
# Years counted from the founding of the Republic, and scores, fix no term and no amount.
_ERA = lazy("民[国國] ?$")
_SCORE = "分"
_WRITTEN_YEAR = 1000
# Counts fix a measure only of training and of staff (40学时, 编制12名), or where they are too large for steps.
_HOURS, _STAFF, _MANY = "课时", "编制", 100
# A share as a number of thousandths, as 50% is.
_WHOLE_SHARE = 1000
# Words for one and for a few are mostly no number: 一日, 几年, 千元.
_NO_NUMBER = frozenset("几百千万十")
_ONE, _DAYS = frozenset("一两"), frozenset("日天次")
# Sides of a ladder need not be told; a deadline before a day (10日前) is another matter than a term.
BEFORE_DAY = "前"


class ReadValue(NamedTuple):
    """A number with its unit: what it measures, where both stand in the flow, and its value in base units."""

    kind: str
    start: int
    end: int
    value: Number


def read_values(text: str) -> Iterator[ReadValue]:
    """The values of a text that may be fixed for something, in order."""
    for match in _VALUE.finditer(text):
        behind = text[match.end() : match.end() + 1]
        if behind == "月":
            read = _day(text, match)
        else:
            read = _measured(text, match) if behind in _UNIT_STARTS or "分之" in match[0] else None
        if read:
            yield read


def values_within(text: str, span: tuple[int, int]) -> set[tuple[Number, str]]:
    """All values of a sentence, steps and estimates too, each with what it measures."""
    found: set[tuple[Number, str]] = set()
    for match in _VALUE.finditer(text, *span):
        read = _quantity(text, match)
        if read:
            found.add((read.value, read.kind.removesuffix(BEFORE_DAY)))
    return found


def _day(text: str, match: re.Match[str]) -> ReadValue | None:
    """A day of no certain year, or a month of every year: 10月15日前, 每年3月."""
    start, day = match.start(), _DAY.match(text, match.end())
    before = text[max(0, start - 2) : start]
    if (
        day is None
        or not match[0].isdecimal()
        or (before.endswith("年") and before != "每年")
        or not (day[0][1:] or before == "每年")
    ):
        return None
    if _STEP_BEHIND.match(text, day.end()) or _STEP_BEFORE.search(text, max(0, start - 8), start):
        return None
    return ReadValue(_DATED, start, day.end(), int(match[0]) * 100 + int(day["day"] or 0))


def _measured(text: str, match: re.Match[str]) -> ReadValue | None:
    """As ``_quantity``; None for a step, an estimate, an end of a range, a date, or a count."""
    start, end = match.span()
    before = text[start - 1 : start]
    if match[0] in _NO_NUMBER or before == "第" or (before.isascii() and before.isalnum()):
        return None
    read = _quantity(text, match)
    if (
        read is None
        or read.kind == _SCORE
        or _STEP_BEHIND.match(text, read.end)
        or _STEP_BEFORE.search(text, max(0, start - 8), start)
    ):
        return None
    unit = text[end : read.end]
    if match[0] in _ONE and unit in _DAYS:
        return None
    if unit == "年":
        return read if number(match[0]) < _WRITTEN_YEAR and not _ERA.search(text, max(0, start - 3), start) else None
    return None if unit == "日" and text.startswith("月", start - 1) and text[start - 2 : start] != "每月" else read


def _quantity(text: str, match: re.Match[str]) -> ReadValue | None:
    """What a number measures, where its unit ends, and its value in base units; None if it counts things."""
    words, end = match[0], match.end()
    unit = unit_at(text, end)
    share = "分之" in words
    if unit is None and not share:
        return None
    try:
        value = number(words)
    except ValueError:
        return None
    if (
        unit
        and unit.whole
        and unit.dimension != _HOURS
        and value < _MANY
        and not text.startswith(_STAFF, max(0, match.start() - 2))
    ):
        return None
    if share or unit is None:
        return ReadValue("%", match.start(), end, value * _WHOLE_SHARE)
    end += len(unit.name)
    kind = unit.dimension + (BEFORE_DAY if text.startswith(BEFORE_DAY, end) else "")
    return ReadValue(kind, match.start(), end, value * unit.factor)
