"""Numbers with their unit and the bounding words next to them: 超过30人, 10%以上, 不足1万元(含)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.language.interval import Bound
from linter.language.numerals import NUMBER, number
from linter.language.pattern import lazy
from linter.language.units import UNITS, Unit, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.language.numerals import Number

Side = Literal["lower", "upper", ""]
# What is wrong with the form of a band: a range with 以上 or 以下 behind it, or 不少于 before it; 达…以内; two bounds
# on the same side; a word before and one after the number that oppose each other, or say the same twice; 超过N(含); one
# unit missing.
Flaw = Literal["", "range-bound", "led-range", "reach-within", "same-side", "opposed", "double", "note", "no-unit"]

# Word before the number: the side it bounds, and whether the number is included (民法典 1259; 不少于, 不超过 as its
# complements; 不足, 低于 as in 国务院 and ministry rules that define them).
_LEAD_WORDS: tuple[tuple[Side, bool, str], ...] = (
    ("lower", False, "超过 超出 高于 大于 多于 超 逾 >"),
    ("lower", True, "不低于 不少于 不小于 至少 最低 最少 满 ≥ >= 大于等于 高于等于"),
    ("upper", False, "不足 不满 不到 不及 未满 未达 未足 低于 少于 小于 <"),
    ("upper", True, "不超过 不高于 不多于 不大于 不超 未超过 至多 最高 最多 ≤ <= 小于等于 低于等于"),
)
_LEADS = {word: (side, inclusive) for side, inclusive, words in _LEAD_WORDS for word in words.split()}
_TRAILS: dict[str, tuple[Side, bool | None]] = {
    "以上": ("lower", True),
    "以外": ("lower", False),
    "以下": ("upper", None),
    "以内": ("upper", True),
    "之内": ("upper", True),
    "内": ("upper", True),
}
ABOUT = frozenset({"约", "大约", "近", "左右", "上下"})

_NUMBER = lazy(NUMBER)
_LEAD = lazy(
    r"(?:不(?:得|应|能)?(?:{COMPARED}|[足满到及])|未(?:超过|[满达足])|{COMPARED}|[大小高低]于或?者?等于|{BOUND_LEAD}"
    r"|[≥≤]|[<>]=?)[到为了]?$"
)
_NOTE = r"(?:\((?P<{0}>不?)(?:均)?(?:含|包含|包括)(?:本数|本级|[\d.]+[^\d(),;。]{{0,4}})?(?:,?[以上下]*下同)?\))?"
_TRAIL = lazy(_NOTE.format("before") + r"(?P<word>(?:[及或]?其?(?=以[上下]))?{BOUND_BEHIND})?" + _NOTE.format("after"))
# The characters that can end a lead and begin a trail: a cheap test before the patterns.
_LEAD_ENDS = frozenset("过出于超逾满少多低高足到及达约近在为了≥≤<>=")
_TRAIL_STARTS = frozenset("(及或其以之内左上")
_DROPPED = str.maketrans("", "", "得应能或者")
_BELOW_ZERO = lazy(r"(?:零下|[至到为达于]-)$")
_SHARE = lazy(r"(?:[百千万]|\d+|[二三四五六七八九十]+)分之")


class Atom(NamedTuple):
    """A number with its unit and the bounding words next to it."""

    value: Number
    unit: Unit | None
    side: Side
    inclusive: bool | None
    fixed: bool
    lead: str
    trail: str
    flaw: Flaw
    start: int
    end: int
    digits: tuple[int, int]  # the number with its unit

    def bound(self, unit: Unit, word: str = "", *, inclusive: bool | None = None, fixed: bool = False) -> Bound:
        """The number as a bound in base units; a range gives its own ``word`` and reading."""
        return Bound(
            self.value * unit.factor,
            inclusive if word and not self.fixed else self.inclusive,
            word or self.trail or self.lead,
            self.fixed or fixed,
            *self.digits,
        )


def atoms(text: str) -> Iterator[Atom]:
    """The numbers of a text in order; article and section numbers, dates and estimates (十余人) are left out."""
    done = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start < done:  # the number in 3人以上(含3人)
            continue
        if text[end - 1] in "千百" and unit_at(text, end - 1):  # 30万千瓦
            end -= 1
        before = text[start - 1 : start]
        if _not_counted(text, start, before):
            continue
        try:
            value, unit = _value(text[start:end])
        except ValueError:
            continue
        at = end + (text[end : end + 1] == " ")
        if unit is None:
            unit = unit_at(text, at)
            at = at + len(unit.name) if unit else end
        else:
            at = end
        if _is_date(text, start, value, unit) or text[end : end + 1] in {"余", "多", "来", "几"}:
            continue
        atom = _atom(text, value, unit, start, at)
        done = atom.end
        yield atom


def _not_counted(text: str, start: int, before: str) -> bool:
    """Article and section numbers (第三条, 5.2.1), and numbers nobody counted (几十人, 数百人)."""
    if before == ".":
        return text[start - 2 : start - 1].isdigit()
    return before in {"第", "几"} or (before == "数" and text[start] in "十百千万")


def _value(words: str) -> tuple[Number, Unit | None]:
    """The value, with % as the unit of a share: 百分之三十 is 30 %, 三分之一 a third of 100 %."""
    if not _SHARE.match(words):
        return number(words), None
    if words.startswith("百分之"):
        return number(words[3:]), UNITS["%"]
    return number(words) * 100, UNITS["%"]


def _is_date(text: str, start: int, value: Number, unit: Unit | None) -> bool:
    if unit is None:
        return False
    return (unit.name == "年" and value >= 1000) or (unit.name == "日" and text[start - 1 : start] == "月")


def _atom(text: str, value: Number, unit: Unit | None, start: int, end: int) -> Atom:
    digits = (start, end)
    if unit and unit.dimension == "温度" and (sign := _BELOW_ZERO.search(text, max(0, start - 2), start)):
        value, start = -value, start - (2 if sign[0] == "零下" else 1)
    led = _LEAD.search(text[max(0, start - 7) : start]) if text[start - 1 : start] in _LEAD_ENDS else None
    lead = led[0] if led else ""
    tail = _TRAIL.match(text, end) if text[end : end + 1] in _TRAIL_STARTS else None
    trail = (tail["word"] or "") if tail else ""
    if trail == "内" and (unit is None or unit.dimension not in {"时间", "工作日", "月", "长度"}):
        trail, tail = "", None
    note = _note(tail)
    side, inclusive, fixed, flaw = _reading(lead, trail, note)
    if tail:
        end = tail.end()
    start -= len(lead) if lead != "在" else 0
    return Atom(value, unit, side, inclusive, fixed, lead, trail, flaw, start, end, digits)


def _note(tail: re.Match[str] | None) -> bool | None:
    """What a note in brackets says: (含) True, (不含) False."""
    if tail is None:
        return None
    words = tail["before"] if tail["before"] is not None else tail["after"]
    return None if words is None else words == ""


def _bare_lead(lead: str) -> str:
    """不得超过 as 不超过, 未达到 as 未达, 超过了 as 超过."""
    lead = lead.translate(_DROPPED)
    return lead[:-1] if len(lead) > 1 and lead[-1] in "到为了" and lead[:-1] in _LEADS else lead


def _reading(lead: str, trail: str, note: bool | None) -> tuple[Side, bool | None, bool, Flaw]:
    """The side a number bounds, whether it is included, whether that is fixed by the words, and the flaw."""
    words = trail.lstrip("及或其")
    ahead, behind = _LEADS.get(_bare_lead(lead)), _TRAILS.get(words)
    flaw: Flaw = ""
    if ahead and behind:
        if lead != "满":  # 满十年以上 is common usage
            flaw = "double" if ahead[0] == behind[0] else "opposed"
    elif ahead and note is not None and note is not ahead[1]:
        flaw = "note"
    elif (lead in {"约", "大约"} and words in ABOUT) or (ahead and words in ABOUT):
        flaw = "double"
    elif lead in {"达", "达到"} and words == "以内":
        flaw = "reach-within"
    side, inclusive = behind or ahead or ("", True)
    fixed = note is not None or (words != trail and bool(behind))
    if note is not None:
        inclusive = note
    elif fixed:
        inclusive = True
    return side, inclusive, fixed, flaw
