"""Quantities with bounds: 10人以上30人以下, 不足1万元, 10-29例, 超过100人(含), and what is wrong with their form.

Pure over strings: ``scan`` reads one text in normal form and gives its bands with offsets into it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.facts.units import NO_UNIT, UNITS, Unit, unit_at
from linter.interval import Bound, Interval
from linter.numerals import NUMBER, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.numerals import Number

Side = Literal["lower", "upper", ""]
Form = Literal["bound", "range", "between", "bare"]
# What is wrong with the form of a band: a range with 以上 or 以下 behind it; 达…以内; two bounds on the same side; a
# word before and one after the number that oppose each other, or say the same twice; 超过N(含); one unit missing.
Flaw = Literal["", "range-bound", "reach-within", "same-side", "opposed", "double", "note", "no-unit"]

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
_ABOUT = frozenset({"约", "大约", "近", "左右", "上下"})

_NUMBER = re.compile(NUMBER)
_LEAD = re.compile(
    r"(?:不(?:得|应|能)?(?:超过?|高于|多于|大于|低于|少于|小于|[足满到及])|未(?:超过|[满达足])|超[过出]?|[高大多低少小]于"
    r"|[大小高低]于或?者?等于|逾|满|至少|至多|最[低少高多]|达到?|大?约|近|介于|在|[≥≤]|[<>]=?)[到为了]?$"
)
_NOTE = r"(?:\((?P<{0}>不?)(?:均)?(?:含|包含|包括)(?:本数|本级|[\d.]+[^\d(),;。]{{0,4}})?(?:,?[以上下]*下同)?\))?"
_TRAIL = re.compile(
    _NOTE.format("before") + r"(?P<word>[及或]?其?以[上下]|以[内外]|之内|内|左右|上下)?" + _NOTE.format("after")
)
_JOIN = re.compile(r"[,、]?(?:且|并且|并|但|而|和|至|到|[-~—])?(?:在)?$")
_RANGE = re.compile(r"\s?(?:[-~—–]{1,2}|至|到)\s?$")
_CHAIN = re.compile(r"(<=?|≤)[^\d<>≤≥;。]{0,12}(<=?|≤)$")
_DROPPED = str.maketrans("", "", "得应能或者")
_BELOW_ZERO = re.compile(r"(?:零下|[至到为达于]-)$")
_SHARE = re.compile(r"百分之|千分之|万分之|\d+分之|[二三四五六七八九十]+分之")


_BOUNDING = re.compile(r"以[上下内]|不[满足]|未满|超过?|[高低大小多少]于|[≤≥<>]|\d[-~—–至]\d")


def may_bound(text: str) -> bool:
    """Whether a text can hold a bounded quantity: a cheap test before ``scan``."""
    return _BOUNDING.search(text) is not None


class Band(NamedTuple):
    """A quantity as a range of values in base units of its dimension, and its place in the text.

    ``lead`` and ``trail`` are the words around the number (both of them only in a flawed band); ``about`` marks
    estimates (约, 左右), which no one compares.
    """

    lower: Bound | None
    upper: Bound | None
    unit: Unit
    start: int
    end: int
    form: Form = "bound"
    flaw: Flaw = ""
    lead: str = ""
    trail: str = ""
    about: bool = False

    @property
    def interval(self) -> Interval:
        """The values alone."""
        return Interval(self.lower, self.upper, self.unit.whole)


class _Atom(NamedTuple):
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


@lru_cache(maxsize=4096)
def scan(text: str) -> tuple[Band, ...]:
    """The bands of a text in normal form, in order of place. Kept, because several facts read the same paragraph."""
    return tuple(_bands(text, list(_atoms(text))))


def _atoms(text: str) -> Iterator[_Atom]:
    done = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start < done:  # the number in 3人以上(含3人)
            continue
        before = text[start - 1 : start]
        if before == "第" or (before in {".", "-"} and text[start - 2 : start - 1].isdigit() and before == "."):
            continue
        try:
            value, unit = _value(match[0])
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


def _atom(text: str, value: Number, unit: Unit | None, start: int, end: int) -> _Atom:
    digits = (start, end)
    if unit and unit.dimension == "温度" and (sign := _BELOW_ZERO.search(text, max(0, start - 2), start)):
        value, start = -value, start - (2 if sign[0] == "零下" else 1)
    led = _LEAD.search(text[max(0, start - 7) : start])
    lead = led[0] if led else ""
    tail = _TRAIL.match(text, end)
    trail = (tail["word"] or "") if tail else ""
    if trail == "内" and (unit is None or unit.dimension not in {"时间", "工作日", "月", "长度"}):
        trail, tail = "", None
    note = _note(tail)
    side, inclusive, fixed, flaw = _reading(lead, trail, note)
    if tail:
        end = tail.end()
    start -= len(lead) if lead != "在" else 0
    return _Atom(value, unit, side, inclusive, fixed, lead, trail, flaw, start, end, digits)


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
    elif (lead in {"约", "大约"} and words in _ABOUT) or (ahead and words in _ABOUT):
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


def _bands(text: str, atoms: list[_Atom]) -> Iterator[Band]:
    at = 0
    while at < len(atoms):
        one = atoms[at]
        others = atoms[at + 1 : at + 4]
        paired = _crossed(text, one, others) or _paired(text, one, others)
        if paired:
            yield from paired[0]
            at += paired[1]
            continue
        if one.side or (one.unit is not None and text[one.digits[0] : one.digits[0] + 1] != "一"):
            yield _single(one)
        at += 1


def _single(one: _Atom) -> Band:
    unit = one.unit or NO_UNIT
    about = one.lead in _ABOUT or one.trail in _ABOUT
    lower = one.bound(unit) if one.side != "upper" else None
    upper = one.bound(unit) if one.side != "lower" else None
    form: Form = "bound" if one.side else "bare"
    return Band(lower, upper, unit, one.start, one.end, form, one.flaw, one.lead, one.trail, about)


def _paired(text: str, one: _Atom, others: list[_Atom]) -> tuple[list[Band], int] | None:
    """Two numbers that make one band, and how many atoms that takes."""
    if not others or others[0].start - one.end > 14:
        return None
    other = others[0]
    band = _bounded(text, one, other) or _ranged(text, one, other) or _chained(text, one, other)
    return ([band], 2) if band else None


def _crossed(text: str, one: _Atom, others: list[_Atom]) -> tuple[list[Band], int] | None:
    """20万间或7万户以上、30万间或10万户以下: two bands that cross; 30万间或10万户以上: the bound serves both."""
    if not others or one.side or one.unit is None or text[one.end : others[0].start] not in {"或", "或者"}:
        return None
    second = others[0]
    if not second.side or second.lead or second.unit is None or second.unit.dimension == one.unit.dimension:
        return None
    first = _lend(one, second)
    if len(others) == 3 and second.side == "lower" and text[others[1].end : others[2].start] in {"或", "或者"}:
        third, fourth = others[1], others[2]
        if _same(first.unit, third.unit) and _same(second.unit, fourth.unit) and fourth.side == "upper":
            third = _lend(third, fourth)
            return [_two(first, third), _two(second, fourth)], 4
    return [_single(first), _single(second)], 2


def _lend(one: _Atom, other: _Atom) -> _Atom:
    return one._replace(side=other.side, inclusive=other.inclusive, fixed=other.fixed, trail=other.trail)


def _same(one: Unit | None, other: Unit | None) -> bool:
    return one is not None and other is not None and one.dimension == other.dimension


def _two(low: _Atom, high: _Atom) -> Band:
    """A band with a bound on each side; the unit of one may serve the other."""
    unit = low.unit or high.unit or NO_UNIT
    first, last = (low, high) if low.start < high.start else (high, low)
    flaw: Flaw = low.flaw or high.flaw
    if (low.unit is None) != (high.unit is None) and not flaw:
        flaw = "no-unit"
    return Band(
        low.bound(low.unit or unit), high.bound(high.unit or unit), unit, first.start, last.end, "bound", flaw,
        low.lead, high.trail,
    )  # fmt: skip


def _bounded(text: str, one: _Atom, other: _Atom) -> Band | None:
    """10人以上30人以下, 500吨以上不足1000吨, and 10人以上30人以上, whose second bound is on the wrong side."""
    if not one.side or not other.side or not _JOIN.match(text[one.end : other.start]):
        return None
    if one.unit and other.unit and one.unit.dimension != other.unit.dimension:
        return None
    if one.side == other.side:
        joined = text[one.end : other.start] == ""
        if not joined or not _same(one.unit, other.unit) or one.lead or other.lead:
            return None
        return _two(one, other)._replace(flaw="same-side")
    low, high = (one, other) if one.side == "lower" else (other, one)
    if one.side == "upper" and low.value * (low.unit or NO_UNIT).factor >= high.value * (high.unit or NO_UNIT).factor:
        return None
    return _two(low, high)


def _ranged(text: str, one: _Atom, other: _Atom) -> Band | None:
    """10-29例, 3人至9人, 10人以上至30人, 介于10%与20%之间, and 4至9人以上, which bounds a range."""
    between = text[one.end : other.start]
    if other.unit is None or (one.unit and one.unit.dimension != other.unit.dimension) or one.side == "upper":
        return None
    about = one.lead in {"介于", "在"}
    if not _RANGE.match(between) and not (about and between in {"和", "与", "至", ""}):
        return None
    word, inclusive = between.strip() or "至", None if one.lead == "介于" else True
    form: Form = "between" if one.lead == "介于" else "range"
    # The unit of the second number serves the first; 5000至1万元 and 5至10万元 are read as written.
    low = one.bound(one.unit or other.unit) if one.side else one.bound(other.unit, word, inclusive=inclusive)
    if one.unit and not one.side:
        low = one.bound(one.unit, word, inclusive=inclusive)
    high = other.bound(other.unit, word, inclusive=inclusive)
    flaw: Flaw = "range-bound" if other.trail[-2:] in {"以上", "以下"} and not one.side else ""
    if one.side and other.side:
        return None
    return Band(low, high, other.unit, one.start, other.end, form, flaw, one.lead, other.trail, other.trail in _ABOUT)


def _chained(text: str, one: _Atom, other: _Atom) -> Band | None:
    """10≤死亡人数<30."""
    signs = _CHAIN.search(text[one.end : other.digits[0]])
    if one.side or signs is None or signs.start():
        return None
    unit = other.unit or one.unit or NO_UNIT
    low = one.bound(unit, signs[1], inclusive=signs[1] != "<", fixed=True)
    return Band(low, other.bound(unit), unit, one.start, other.end, "bound")
