"""Figures that follow from others in one sentence: 由100亿元增长到120亿元,增长20%; 20台,每台3万元,共60万元.

Values are read as printed, so that each may be off by half a unit of its last place; 万 and 亿 are rounded too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from linter.facts.base import Flow, flow
from linter.facts.counts.counted import count_value
from linter.facts.counts.terms import APART, SCALE, UNIT, plain, read
from linter.language import ARABIC, NamedTuple, Span, lazy
from linter.structure import Document, fact

__all__ = ["derived_figures"]

_MORE = "{RISES}"
_EARLIER = r"(?:上年|去年|上一年|(?:19|20)\d\d年)(?:同期)?"
_LESS = "{FALLS}"
_PERCENT = r"(?P<c>\d{1,3}(?:\.\d{1,2})?)%(?![点]|[至—~-]|以)"
# 由A增长到B,增长C%
_FROM_TO = lazy(
    rf"[由从](?:[^,。;:\n\d]{{0,12}}(?:\d{{4}}年)?[^,。;:\n\d]{{0,8}})(?P<a>{ARABIC}) ?(?P<u>{UNIT})"
    rf"(?:[^,。;:\n\d]{{0,4}})?(?P<way>{_MORE}|{_LESS})(?:到|至|为)(?:\d{{4}}年[^,。;:\n\d]{{0,4}})?"
    rf"(?P<b>{ARABIC}) ?(?P<v>{UNIT}),(?:同比|共|累计|总体)?(?:{_MORE}|{_LESS}|增幅|降幅)(?:了|率?为|达)?{_PERCENT}"
)
# 完成B,比上年的A增长C%; 完成B,上年同期为A,同比增长C%. Product is compared at constant prices, and not here.
_AGAINST = lazy(
    rf"(?<![.\d])(?P<b>{ARABIC}) ?(?P<v>{UNIT}),(?:(?P<by>[比较])(?:{_EARLIER})的|(?:{_EARLIER})[^,。;:\n\d]{{0,8}})"
    rf"(?P<a>{ARABIC}) ?(?P<u>{UNIT})(?(by)|,(?:同比|[比较]{_EARLIER})?)"
    rf"(?P<way>{_MORE}|{_LESS})(?:了|率?为|达)?{_PERCENT}"
)
# 支出2415万元,同比增长15%(2022年为2100万元)
_IN_BRACKETS = lazy(
    rf"(?<![.\d])(?P<b>{ARABIC}) ?(?P<v>{UNIT}),(?:同比|[比较]{_EARLIER})?(?P<way>{_MORE}|{_LESS})"
    rf"(?:了|率?为|达)?{_PERCENT}\({_EARLIER}[^,。;:()\n\d]{{0,6}}(?P<a>{ARABIC}) ?(?P<u>{UNIT})\)"
)
_OTHER_BASE = lazy("{OTHER_BASE}|GDP")
_YEAR = lazy(r"(?:19|20)\d\d(?=年)")
# 共A家,其中…B家,占C%
_SHARE = lazy(
    rf"(?:共有?|总[数计]|合计)[^,。;:\n\d]{{0,8}}(?P<a>{ARABIC}) ?(?P<u>{UNIT})[^,。;:\n\d]{{0,12}},其中:?"
    rf"[^,。;:\n\d]{{1,20}}(?P<b>{ARABIC}) ?(?P<v>{UNIT}),(?:约?占)"
    rf"(?:总[数量额]|总人数|全部|其)?的?(?:比重?例?)?(?:为|达)?{_PERCENT}"
)
# 购置N台,每台M万元,共计X万元
_TIMES = lazy(
    rf"(?P<a>\d{{1,6}}) ?(?P<u>(?P<person>[名人位])|[个台辆套户亩件间座处])[^,。;:\n\d]{{0,10}},"
    r"(?:每(?:(?P=u)|(?(person)[人名]|(?!)))|单价)"
    rf"[^,。;:\n\d]{{0,8}}"
    rf"(?P<b>{ARABIC}) ?(?P<v>亿元|万元|元),"
    rf"(?:[共合总]?计|共需?)[^,。;:\n\d]{{0,6}}(?P<c>{ARABIC}) ?(?P<w>亿元|万元|元)"
)
# 每台补贴1.2万元,本批补贴35台,共计补贴资金42万元
_EACH_FIRST = lazy(
    rf"每(?P<each>[个台辆套户名人亩件间座处月天班])[^,。;:\n\d每]{{0,6}}(?P<b>{ARABIC}) ?(?P<v>亿元|万元|元),"
    rf"[^,。;:\n\d]{{0,8}}(?P<a>\d{{1,6}}) ?(?P<u>个?(?P=each)),"
    rf"(?:[共合总]?计|共需?|[^\W\d_]{{0,4}}总[额价])[^,。;:\n\d]{{0,6}}(?P<c>{ARABIC}) ?(?P<w>亿元|万元|元)"
)
# 每班不超过35人,招收8个班,最多280人
_EACH_OF = lazy(
    rf"每个?(?P<u>[^\W\d_]{{1,2}})(?:不超过|最多|招收|安排)?各?(?P<b>{ARABIC}) ?(?P<v>[名人个户件]),[^,。;:\n\d]{{0,6}}"
    rf"(?P<a>\d{{1,4}}) ?个?(?P=u),(?:[共合总]计|总?共|最多)[^,。;:\n\d]{{0,6}}"
    rf"(?P<c>{ARABIC}) ?(?P<w>(?P=v))(?![以至~—-])"
)
# 名额共600名,安排在3个基地,每个基地200名: so many groups of so many.
_GROUPS = lazy(
    r"(?:共|合计|总[数计])[^,。;:\n\d]{0,6}(?P<c>\d{1,6}) ?(?P<w>[名人户个份台套张册]),[^,。;:\n\d]{0,8}"
    r"(?P<a>\d{1,3}|[两二三四五六七八九十]) ?个(?P<u>[^\W\d_]{2,6}),(?:平均)?每个(?:(?P=u))?[^,。;:\n\d]{0,4}"
    r"(?P<b>\d{1,6}) ?(?P<v>(?P=w))(?![以至~—-])"
)
# 三年共投入1800万元,平均每年600万元
_YEARS = lazy(
    r"(?<!\d)(?P<a>\d{1,2}|[两二三四五六七八九十])(?P<u>年|个月)[^,。;:\n\d]{0,4}(?:共|累计|合计)[^,。;:\n\d]{0,6}"
    rf"(?P<c>{ARABIC}) ?(?P<w>{UNIT}),(?:平均)?每[年月][^,。;:\n\d]{{0,6}}(?P<b>{ARABIC}) ?(?P<v>{UNIT})(?![以至~—-])"
)
_LESS_WORD = lazy(_LESS)
_SPREAD = 10**6
_TINY = 1e-9
# How far before a figure its subject stands, in characters.
_SUBJECT = 24


class Derived(NamedTuple):
    """A figure that two others give: its words, what they give, and whether both agree within what is printed.

    It is not ``sure`` where one of the two may have been made comparable: a table names no base of its changes.
    """

    words: str
    span: Span
    given: tuple[Span, Span]
    expected: str
    fits: bool
    sure: bool = True


class Range(NamedTuple):
    """The values between which a printed one may lie, or what follows from such."""

    low: float
    high: float


@fact("derived-figures")
def derived_figures(document: Document) -> tuple[Derived, ...]:
    """The figures of all sentences that follow from two others, those that agree included, in order of place."""
    stream = document.read(flow)
    found = [
        derived
        for pattern, formula in ((_FROM_TO, _growth), (_SHARE, _share), (_AGAINST, _nominal), (_IN_BRACKETS, _nominal))
        for match in (pattern.finditer(stream.text) if "%" in stream.text else ())
        if (derived := _percent(stream, match, formula))
    ]
    for pattern in (
        (_TIMES, _EACH_FIRST, _EACH_OF, _GROUPS, _YEARS) if "每" in stream.text or "单价" in stream.text else ()
    ):
        found += [one for match in pattern.finditer(stream.text) if (one := _product(stream, match))]
    return tuple(sorted(found, key=lambda one: one.span))


def _growth(match: re.Match[str], a: Range, b: Range) -> Range | None:
    low, high = b.low / a.high - 1, b.high / a.low - 1
    return Range(-high, -low) if _LESS_WORD.match(match["way"]) else Range(low, high)


def _nominal(match: re.Match[str], a: Range, b: Range) -> Range | None:
    before = match.string[max(0, match.start() - _SUBJECT) : match.start()]
    if _OTHER_BASE.search(before):
        return None
    # 2023年产量50万吨,2024年达到54万吨: the figure of the earlier year stands first.
    years = [_YEAR.findall(words) for words in (before, match[0][match.end("b") - match.start() :])]
    turned = all(years) and years[0][-1] < years[1][0]
    return _growth(match, b, a) if turned else _growth(match, a, b)


def _share(_match: re.Match[str], a: Range, b: Range) -> Range | None:
    return Range(b.low / a.high, b.high / a.low) if b.high <= a.low else None


def _percent(
    stream: Flow, match: re.Match[str], formula: Callable[[re.Match[str], Range, Range], Range | None]
) -> Derived | None:
    both = ranges(match)
    expected = formula(match, *both) if both else None
    given = match.span("a")[0], match.end("u"), match.span("b")[0], match.end("v")
    return rate(stream, match, "c", expected, given) if expected else None


def rate(stream: Flow, match: re.Match[str], name: str, expected: Range, given: tuple[int, int, int, int]) -> Derived:
    """The rate that stands in a group, against what the figures between the offsets give.

    A rate is often cut rather than rounded: a whole unit of the last place is let pass.
    """
    words = match[name]
    stated, last = float(words), 10.0 ** -len(words.partition(".")[2])
    low, high = 100 * expected.low, 100 * expected.high
    fits = low - last - _TINY <= stated <= high + last + _TINY
    span = stream.span(match.start(name), match.end(name) + 1)
    spans = stream.span(*given[:2]), stream.span(*given[2:])
    return Derived(f"{words}%", span, spans, f"{(low + high) / 2:.{max(1, _decimals(words))}f}%", fits)


def _product(stream: Flow, match: re.Match[str]) -> Derived | None:
    price, total = read(match["b"], SCALE[match["v"]]), read(match["c"], SCALE[match["w"]])
    many = count_value(match["a"])
    if price is None or total is None or not many:
        return None
    value = many * price[0]
    fits = abs(value - total[0]) * 2 <= many * price[1] + total[1]
    whole = stream.span(match.start("a"), max(match.end("a"), match.end("u")))
    given = whole, stream.span(match.start("b"), match.end("v"))
    expected = plain(value // SCALE[match["w"]]) + match["w"]
    words = match["c"] + match["w"]
    return Derived(words, stream.span(match.start("c"), match.end("w")), given, expected, fits or price[0] == 0)


def ranges(match: re.Match[str]) -> tuple[Range, Range] | None:
    """The values of the groups a and b, with their units u and v, which are of one kind; None if they are not.

    Beside 12.6亿元, 12亿元 is printed to the same place.
    """
    if match["u"].lstrip("万亿") != match["v"].lstrip("万亿"):
        return None
    places = max(_decimals(match["a"]), _decimals(match["b"])) if match["u"] == match["v"] else 0
    one, other = (_range(match[number], match[unit], places) for number, unit in (("a", "u"), ("b", "v")))
    return (one, other) if one and other and one.low > 0 else None


def _range(words: str, unit: str, places: int) -> Range | None:
    """The values that are printed so, to so many decimals at least; counts in whole small units are exact."""
    missing = places - _decimals(words)
    value = read((words if "." in words else words + ".") + "0" * missing if missing > 0 else words, SCALE.get(unit, 1))
    if value is None:
        return None
    counted = "." not in words and unit[0] not in "万亿" and not unit.endswith(APART)
    half = 0 if counted else value[1] / 2
    return Range(value[0] - half, value[0] + half)


def _decimals(words: str) -> int:
    return len(words.partition(".")[2])
