"""Quantities with bounds: 10人以上30人以下, 不足1万元, 10-29例, 12≤T<24, [10, 20), and what is wrong with their form.

Pure over strings: ``scan`` reads one text in normal form and gives its bands with offsets into it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.facts.bands.atoms import ABOUT, AGES, Atom, Flaw, Side, atoms, lent
from linter.facts.bands.flaws import against, broken, reversed_order, slip
from linter.language import Bound, Interval, NamedTuple, Number, lazy, quick, remembered
from linter.language.units import NO_UNIT, Unit, open_unit, unit_at, unit_of

Form = Literal["bound", "range", "between", "bare"]

_JOIN = lazy(r"[,、]?(?:并?且|[-并但而和至到~—])?(?:在)?$")
_RANGE = lazy(r"\s?(?:[-~—–]{1,2}|至|到)第?\s?$")
# 由过去最高五成至八成: what stood there before, and what it came to.
_CHANGE = lazy(r"[由从][^,;。:]{0,6}$")
_SIGNS = frozenset("<>≤≥≦≧")
_CHAIN = lazy(r"\s?(?P<first>[<>]=?|[≤≥≦≧])[^\d<>≤≥≦≧;。]{0,14}(?P<second>[<>]=?|[≤≥≦≧])\s?$")
_SIGN = lazy(r"\s?(?P<sign>[<>]=?|[≤≥≦≧])(?![\d<>≤≥])")
_BRACKETED = lazy(
    r"(?P<left>[\[(])\s?(?P<inner>-?\d[\d.]*[^\d\[\]()]{0,6}[,、~]\s?(?:-?\d[\d.]*[^\d\[\]()]{0,6}|\+?∞))(?P<right>[\])])"
)
_BOUNDING = lazy(
    r"[以之左][上下内外间右的]|[不未][满足到达]|满[\d一二两三四五六七八九十百半]|{COMPARED}|至[多少]|[≤≥<>≦≧]"
    r"|\d ?(?:分钟|小时|[日天年月])内|[\d)][-~—–至]-?\d|[\d.], ?\+?[\d∞]"
    r"|达到?\d[\d.]*[^\d,;。:、]{1,6},(?:启动|发布|进入)"
    r"|[\d一二两三四五六七八九十百千万半][^\d,;。:、]{0,4}[-~—–至到]第?[\d一二两三四五六七八九十百千万半]"
)


@remembered(1 << 14)
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
        return quick(Interval, (self.lower, self.upper, self.unit.whole))


@remembered(1 << 14)
def scan(text: str, unit: str = "") -> tuple[Band, ...]:
    """The bands of a text in normal form, in order of place; ``unit`` serves numbers without one (泄漏量(吨): 5以下).

    Kept, because several facts read the same paragraph.
    """
    default = (unit_of(unit) or open_unit(unit, whole=False)) if unit else None
    if "[" not in text and "]" not in text and "∞" not in text:
        return tuple(_bands(text, list(atoms(text, default))))
    # [150,350) holds two numbers, and 150,350 none.
    text = _BRACKETED.sub(lambda match: match[0].replace(",", "、"), text)
    found = list(atoms(text, default))
    marked = tuple(_marked(text, found))
    rest = [one for one in found if not any(band.start < one.end and one.start < band.end for band in marked)]
    return tuple(sorted((*_bands(text, rest), *marked), key=lambda band: band.start))


def _marked(text: str, found: list[Atom]) -> Iterator[Band]:
    """[10, 20) and (20, +∞): a square bracket includes its end; two round ones may be anything."""
    for match in _BRACKETED.finditer(text):
        if match["left"] + match["right"] == "()" and "∞" not in match["inner"]:
            continue
        inside = [one for one in found if match.start() < one.start < match.end() and not one.side]
        if len(inside) != (1 if "∞" in match["inner"] else 2):
            continue
        unit = inside[-1].unit or inside[0].unit or _unit_behind(text, match.end()) or NO_UNIT
        ends = [one.bound(unit, "[", inclusive=True, fixed=True) for one in inside]
        low = ends[0]._replace(inclusive=match["left"] == "[")
        high = ends[1]._replace(inclusive=match["right"] == "]") if len(ends) > 1 else None
        end = match.end() + (len(unit.name) if text.startswith(unit.name, match.end()) else 0)
        yield Band(low, high, unit, match.start(), end)


def _unit_behind(text: str, at: int) -> Unit | None:
    """The unit behind an interval: [10, 20)万元."""
    return unit_at(text, at) or (unit_of(text[at : at + 2]) if text[at : at + 1] in {"万", "亿", "千"} else None)


def _bands(text: str, found: list[Atom]) -> Iterator[Band]:
    at = 0
    while at < len(found):
        one = found[at]
        others = found[at + 1 : at + 4]
        paired = _crossed(text, one, others) or _paired(text, one, others)
        if paired:
            yield from paired[0]
            at += paired[1]
            continue
        one = _before_sign(text, one)
        flaw, end = broken(text, one)
        if not flaw and (flaw := against(text, one)):
            end = one.end
        if flaw:
            yield _single(one)._replace(flaw=flaw, end=end)
        elif one.side or (one.unit is not None and text[one.digits[0] : one.digits[0] + 1] != "一"):
            yield _single(one)
        at += 1


def _before_sign(text: str, one: Atom) -> Atom:
    """3000平方米≤面积: a number before a sign bounds what stands behind it."""
    near = text[one.end : one.end + 1]
    sign = _SIGN.match(text, one.end) if not one.side and near and near in " ≤≥≦≧<>" else None
    if sign is None:
        return one
    lower, closed = sign["sign"][0] in "<≤≦", sign["sign"][-1] in "≤≥≦≧="
    side: Side = "lower" if lower else "upper"
    return one._replace(side=side, inclusive=closed, fixed=True, trail=sign["sign"], end=sign.end())


def _single(one: Atom) -> Band:
    unit = one.unit or NO_UNIT
    about = one.lead in ABOUT or one.trail in ABOUT
    lower = one.bound(unit) if one.side != "upper" else None
    upper = one.bound(unit) if one.side != "lower" else None
    form: Form = "bound" if one.side else "bare"
    return Band(lower, upper, unit, one.start, one.end, form, one.flaw, one.lead, one.trail, about)


def _paired(text: str, one: Atom, others: list[Atom]) -> tuple[list[Band], int] | None:
    """Two numbers that make one band, and how many atoms that takes."""
    if not others or others[0].start - one.end > 14:
        return None
    one, other = lent(text, one, others[0])
    flaw = slip(text, one, other)
    if flaw:
        return [_two(one, other)._replace(flaw=flaw)], 2
    band = _bounded(text, one, other) or _ranged(text, one, other) or _chained(text, one, other)
    if band and not band.flaw and (lost := broken(text, one)[0] or broken(text, other)[0]):
        band = band._replace(flaw=lost)
    return ([band], 2) if band else None


def _crossed(text: str, one: Atom, others: list[Atom]) -> tuple[list[Band], int] | None:
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


def _lend(one: Atom, other: Atom) -> Atom:
    return one._replace(side=other.side, inclusive=other.inclusive, fixed=other.fixed, trail=other.trail)


def _same(one: Unit | None, other: Unit | None) -> bool:
    return one is not None and other is not None and one.dimension == other.dimension


def _two(low: Atom, high: Atom) -> Band:
    """A band with a bound on each side; the unit of one may serve the other."""
    unit = low.unit or high.unit or NO_UNIT
    first, last = (low, high) if low.start < high.start else (high, low)
    if last.both and not first.fixed:
        low, high = (one._replace(inclusive=last.inclusive, fixed=True) for one in (low, high))
    flaw: Flaw = low.flaw or high.flaw
    if (low.unit is None) != (high.unit is None) and not flaw:
        flaw = "no-unit"
    return Band(
        low.bound(low.unit or unit), high.bound(high.unit or unit), unit, first.start, last.end, "bound", flaw,
        low.lead, high.trail,
    )  # fmt: skip


def _bounded(text: str, one: Atom, other: Atom) -> Band | None:
    """10人以上30人以下, 500吨以上不足1000吨, and 10人以上30人以上, whose second bound is on the wrong side."""
    if not one.side or not other.side or not _JOIN.match(text[one.end : other.start]):
        return None
    if (one.unit and other.unit and one.unit.about != other.unit.about) or _excepts(text, one, other):
        return None
    if one.side == other.side:
        aged = one.unit is not None and one.unit.name in AGES  # 18周岁以上、40周岁以上
        joined = text[one.end : other.start] in ({"", "至", "、"} if aged else {"", "至"})
        grows = one.value * _factor(one) < other.value * _factor(other)
        led = bool(one.lead) and one.lead == other.lead and not text[one.end : other.start] and grows
        if not joined or not _same(one.unit, other.unit) or not (led or (one.lead in {"", "在"} and not other.lead)):
            return None
        return _two(one, other)._replace(flaw="same-side")
    low, high = (one, other) if one.side == "lower" else (other, one)
    crossed = one.side == "upper" and low.value * _factor(low) >= high.value * _factor(high)
    told = reversed_order(text, one, other) and _same(one.unit, other.unit)
    return None if crossed and not told and not _excluding(low, high) else _two(low, high)


def _excluding(low: Atom, high: Atom) -> bool:
    """<1.0,≥1.0: two signs about one number, which no value meets; of two numbers (<6,>9) one or the other may hold."""
    signs = all(one.lead[:1] in _SIGNS for one in (low, high))
    return signs and low.value == high.value and not (low.inclusive and high.inclusive)


def _excepts(text: str, low: Atom, high: Atom) -> bool:
    """累计缴费不少于15年,不足15年的继续缴费: what is asked for, and in a clause of its own who falls short of it."""
    led = low.side == "lower" and high.side == "upper" and bool(low.lead and high.lead)
    # ≥3万,<2万: signs bound one thing.
    led = led and not (low.lead[0] in _SIGNS and high.lead[0] in _SIGNS)
    return (
        led
        and low.end < high.start
        and text[low.end] in ",、"
        and high.value * _factor(high) <= low.value * _factor(low)
    )


def _factor(one: Atom) -> Number:
    return (one.unit or NO_UNIT).factor


def _ranged(text: str, one: Atom, other: Atom) -> Band | None:
    """10-29例, 3人至9人, 10人以上至30人, 介于10%与20%之间, and 4至9人以上, which bounds a range."""
    between = text[one.end : other.start]
    alike = one.unit is None or other.unit is None or one.unit.dimension == other.unit.dimension
    if not alike or (other.unit is None and not _framed(text, one, other)):
        return None
    led = _is_led(one) and not _CHANGE.search(text, max(one.start - 8, 0), one.start)
    if one.side == "upper" and not led:
        return None
    led_in = one.lead in {"介于", "在"}
    if not _RANGE.match(between) and not (led_in and between in {"和", "与", "至", ""}):
        return None
    word, inclusive = between.strip() or "至", None if one.lead == "介于" else True
    form: Form = "between" if one.lead == "介于" else "range"
    # The unit of the second number serves the first; 5000至1万元 and 5至10万元 are read as written.
    unit = other.unit or NO_UNIT
    low = one.bound(one.unit or unit) if one.side else one.bound(unit, word, inclusive=inclusive)
    if one.unit and not one.side:
        low = one.bound(one.unit, word, inclusive=inclusive)
    high = other.bound(unit, word, inclusive=inclusive)
    # 20千瓦(含)至50千瓦: where one end has a note, the other is meant to be the opposite.
    if not one.side and not other.side and one.fixed != other.fixed:
        if one.fixed:
            high = high._replace(inclusive=not one.inclusive, fixed=True)
        else:
            low = low._replace(inclusive=not other.inclusive, fixed=True)
    flaw: Flaw = "range-bound" if other.trail[-2:] in {"以上", "以下"} and not one.side else ""
    if one.side and other.side:
        return None
    if led:
        flaw = "led-range"
    end = other.end + 2 if text.startswith("之间", other.end) else other.end
    about = other.trail in ABOUT or one.lead in ABOUT
    start = one.start - (text[one.start - 1 : one.start] == "第")
    return Band(low, high, unit, start, end, form, flaw, one.lead, other.trail, about)


def _framed(text: str, one: Atom, other: Atom) -> bool:
    """Whether two bare numbers are a range by what stands around them: 在34-49之间, A(85-100), 80-89 in a cell."""
    if one.unit is not None:
        return False
    bracketed = text[one.start - 1 : one.start] == "(" and text[other.end : other.end + 1] == ")"
    if one.start == 0 and other.end == len(text.rstrip()):  # all that a cell holds: 80-89, not 0351-2345678
        return text[0] != "0" or not text[1].isdigit()
    return one.lead in {"介于", "在"} or bracketed or text.startswith("之间", other.end)


def _is_led(one: Atom) -> bool:
    """Whether a range that begins with this number is bounded by the word before it: 不少于3至5人, 小于2~3米.

    超过36000元至144000元 and 满6周岁至18周岁 have two ends: the first is excluded, or begins a span.
    """
    if not one.lead or one.trail or one.lead == "满":
        return False
    return one.side == "upper" or (one.side == "lower" and bool(one.inclusive))


def _chained(text: str, one: Atom, other: Atom) -> Band | None:
    """10≤死亡人数<30, 10吨≤量≤20吨, 20>T≥10."""
    signs = _CHAIN.match(text[one.digits[1] : other.digits[0]])
    if one.side or signs is None or (signs["first"][0] in "<≤≦") != (signs["second"][0] in "<≤≦"):
        return None
    if one.unit and other.unit and one.unit.dimension != other.unit.dimension:
        return None
    unit = other.unit or one.unit or NO_UNIT
    closed = [sign[-1] in "≤≥≦≧=" for sign in (signs["first"], signs["second"])]
    first = one.bound(one.unit or unit, signs["first"], inclusive=closed[0], fixed=True)
    second = other.bound(other.unit or unit, signs["second"], inclusive=closed[1], fixed=True)
    low, high = (first, second) if signs["first"][0] in "<≤≦" else (second, first)
    return Band(low, high, unit, one.start, other.end, "bound")
