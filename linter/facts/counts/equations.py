"""Arithmetic that a text prints: 200×25%×20%=10万元; 3天(72小时); 预算金额的1%,即5.8万元; 按4:6比例分担,分别为…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from linter.facts.base import Flow, flow
from linter.facts.counts.counted import count_value
from linter.facts.counts.rates import Derived
from linter.facts.counts.terms import SCALE, UNIT, VALUE, plain, read
from linter.language import ARABIC, NamedTuple, Span, finds, lazy
from linter.language.units import UNITS
from linter.structure import Document, fact

__all__ = ["equations"]

_TERM = rf"{ARABIC}%?(?:[^\W\d_A-Za-z]{{0,4}}(?:/[^\W\d_A-Za-z]{{1,3}})?)"
_SIGN = r" ?[×*÷+−-] ?"
_EQUATION = lazy(
    rf"(?<![A-Za-z\d.%)(×*÷+−/:~=-])(?P<left>{ARABIC}%?[^\W\d_A-Za-z]{{0,4}}(?:{_SIGN}{_TERM}){{1,6}}) ?= ?"
    rf"(?P<right>{ARABIC})(?P<unit>%|{UNIT})?(?![\d%×*÷+−/=.:-])"
)
_PART = lazy(rf"(?P<sign>^|[×*÷+−-]) ?(?P<n>{ARABIC})(?P<rest>%|万亿|亿|万)?")
# 200×5%=10万元 is reckoned in 万元 throughout.
_SHIFTS = tuple([Fraction(10) ** power for power in (0, 4, 8, -4, -8)])
_SPREAD = 10**6
# 2天(16小时) may be of eight hours; what is rounded may be so by one in a hundred.
_WORKING, _ROUNDED = 3, 100
# Of so many times the size it is something else in brackets.
_FAR = 10
_SAME = lazy(
    r"(?<![\d.—~至到或第每-])(?P<a>\d{1,5}(?:\.\d{1,4})?|[一两二三四五六七八九十]{1,3}) ?(?P<u>[^\W\d_]{1,3})"
    r"\((?:即|合|共)?(?P<b>\d{1,6}(?:\.\d{1,4})?) ?(?P<v>[^\W\d_]{1,3})\)"
)
_NAMED = lazy(
    rf"(?P<name>[^\W\d_]{{2,12}})的(?P<rate>\d{{1,2}}(?:\.\d{{1,2}})?)%,即(?:为|人民币)?"
    rf"(?P<n>{ARABIC}) ?(?P<u>万元|亿元|元)(?![以/])"
)
_AMOUNT = lazy(rf"(?:为|是|:|共|共计)? ?(?P<n>{ARABIC}) ?(?P<u>万元|亿元|元)")
_RATIO = lazy(r"按照?(?P<ratio>\d{1,2}(?:[:∶]\d{1,2}){1,3})的?比例[^,。;\d]{0,8},(?P<rest>[^。;\n]{4,80})")
_SHARE = lazy(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)(?P<u>%)")


class _Amount(NamedTuple):
    """A number in millionths, and the worth of its last printed digit."""

    value: int
    last: int


@fact("equations")
def equations(document: Document) -> tuple[Derived, ...]:
    """The results that a text prints with the figures they follow from, those that agree included, in order."""
    stream = document.read(flow)
    found = [*_printed(stream), *_conversions(stream), *_rates_of(stream), *_ratios(stream)]
    return tuple(sorted(found, key=lambda one: one.span))


def _printed(stream: Flow) -> Iterator[Derived]:
    for match in _EQUATION.finditer(stream.text) if "=" in stream.text else ():
        value, stated = _value(match["left"]), read(match["right"])
        if value is None or stated is None:
            continue
        scale = SCALE.get(match["unit"] or "", 1) if match["unit"] != "%" else Fraction(1, 100)
        printed, last = (Fraction(one, _SPREAD) * scale for one in stated[:2])
        shift = min(_SHIFTS, key=lambda one: abs(value * one - printed))
        fits = abs(value * shift - printed) < last + Fraction(1, _SPREAD)
        expected = plain(round(value * shift / scale * _SPREAD)) + (match["unit"] or "")
        spans = stream.span(match.start("left"), match.end("left")), stream.span(*match.span("left"))
        span = stream.span(match.start("right"), match.end("unit") if match["unit"] else match.end("right"))
        yield Derived(match["right"] + (match["unit"] or ""), span, spans, expected, fits)


def _value(words: str) -> Fraction | None:
    """What numbers with signs between them make; × and ÷ before + and −."""
    total, product = Fraction(0), Fraction(0)
    for part in _PART.finditer(words):
        number = _number(part)
        if number is None:
            return None
        if part["sign"] in {"×", "*"}:
            product *= number
        elif part["sign"] == "÷":
            if not number:
                return None
            product /= number
        else:
            total, product = total + product, -number if part["sign"] in {"-", "−"} else number
    return total + product


def _number(part: re.Match[str]) -> Fraction | None:
    value = read(part["n"])
    scale = Fraction(1, 100) if part["rest"] == "%" else SCALE.get((part["rest"] or "") + "元", 1)
    return Fraction(value[0], _SPREAD) * scale if value else None


def _conversions(stream: Flow) -> Iterator[Derived]:
    """3天(72小时): one length in two units."""
    for match in _SAME.finditer(stream.text):
        one, other = UNITS.get(match["u"]), UNITS.get(match["v"])
        if not one or not other or one.dimension != other.dimension or one.factor == other.factor or one.whole:
            continue
        many, stated = (
            Fraction(match["a"]) if match["a"][0].isdigit() else count_value(match["a"]),
            Fraction(match["b"]),
        )
        exact = many * Fraction(one.factor, other.factor)
        slack = max(exact / _ROUNDED, Fraction(1, 10 ** len(match["b"].partition(".")[2])) / 2)
        hours = exact / _WORKING if other.dimension == "时间" else exact
        fits = abs(exact - stated) <= slack or hours == stated
        given = stream.span(match.start("a"), match.end("u"))
        place = stream.span(match.start("b"), match.end("v"))
        if stated and exact and 1 / _FAR < stated / exact < _FAR:
            yield Derived(
                match["b"] + match["v"], place, (given, given), plain(round(exact * _SPREAD)) + match["v"], fits
            )


def _rates_of(stream: Flow) -> Iterator[Derived]:
    """预算金额的1%,即5.8万元, where 预算金额 has one value in the text."""
    for match in _NAMED.finditer(stream.text) if "%,即" in stream.text else ():
        names = [match["name"][at:] for at in range(len(match["name"]) - 2)]
        amounts = next((found for name in names if (found := _amounts(stream, name))), [])
        stated = read(match["n"], SCALE[match["u"]])
        if len({one[0] for one in amounts}) == 1 and stated:
            value, span = amounts[0]
            exact = Fraction(match["rate"]) * value / 100
            scale = SCALE[match["u"]]
            fits = abs(exact - stated[0]) < stated[1]
            place = stream.span(match.start("n"), match.end("u"))
            rate = stream.span(match.start("rate"), match.end("rate") + 1)
            yield Derived(match["n"] + match["u"], place, (span, rate), plain(round(exact / scale)) + match["u"], fits)


def _amounts(stream: Flow, name: str) -> list[tuple[int, Span]]:
    found: list[tuple[int, Span]] = []
    for at in finds(stream.text, name):
        match = _AMOUNT.match(stream.text, at + len(name))
        value = read(match["n"], SCALE[match["u"]]) if match else None
        if match and value:
            found.append((value[0], stream.span(match.start("n"), match.end("u"))))
    return found


def _ratios(stream: Flow) -> Iterator[Derived]:
    """按5:2:3比例分担,分别为290万元、116万元和174万元."""
    for match in _RATIO.finditer(stream.text) if "比例" in stream.text else ():
        parts = [int(one) for one in match["ratio"].replace("∶", ":").split(":")]
        pattern = _SHARE if "%" in match["rest"] else VALUE
        values = list(pattern.finditer(stream.text, *match.span("rest")))
        read_ = [read(one["n"], SCALE.get(one["u"], 1)) for one in values]
        if len(values) == len(parts) and all(parts) and all(read_) and len({one["u"] for one in values}) == 1:
            yield from _proportional(stream, match, parts, values, [_Amount(*one[:2]) for one in read_ if one])


def _proportional(
    stream: Flow,
    match: re.Match[str],
    parts: Sequence[int],
    values: Sequence[re.Match[str]],
    amounts: Sequence[_Amount],
) -> Iterator[Derived]:
    """The one value that is not as the others are; of two, the second."""
    ratio = stream.span(*match.span("ratio"))
    for at in reversed(range(len(parts))):
        others = [one for one in range(len(parts)) if one != at]
        first = others[0]
        exact = [Fraction(amounts[first].value * parts[one], parts[first]) for one in range(len(parts))]
        slack = [
            amounts[one].last + Fraction(amounts[first].last * parts[one], parts[first]) for one in range(len(parts))
        ]
        agree = [abs(amounts[one].value - exact[one]) < slack[one] for one in range(len(parts))]
        if all(agree[one] for one in others):
            value = values[at]
            printed = plain(round(exact[at] / SCALE.get(value["u"], 1))) + value["u"]
            given = ratio, stream.span(*values[first].span())
            yield Derived(value[0], stream.span(*value.span()), given, printed, agree[at])
            return
