"""Figures of one indicator that a report gives twice: 一般公共预算收入86.5亿元,增长6.2%, and again with 增长2.6%.

Two places are of one indicator if they have its value, to three digits at least, and the end of its name; or if they
have its whole name and its rate, and their values differ by one digit or by the order of two. Rates on another base
(同口径, 现价), plans and budgets are not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeAlias

from linter.facts.base import flow
from linter.facts.counts.terms import UNIT
from linter.language import ARABIC, NamedTuple, Span, lazy
from linter.structure import Document, fact

__all__ = ["indicator_conflicts"]

_FIGURE = lazy(
    rf"(?<![\d.,])(?P<n>{ARABIC}) ?(?P<u>{UNIT})(?:,按[^,。;:\n]{{2,12}}计算)?,(?P<base>[^,。;:\d\n]{{0,8}}?)"
    r"(?P<way>{RISES}|{FALLS})(?P<rate>\d{1,3}(?:\.\d{1,2})?)%(?!以|[至—~-])"
)
_LAST_YEAR = lazy(r"(?:(?:全年)?同比|[比较][上去]年(?:同期)?)?$")
_FALLS = lazy("{FALLS}")
_LETTERS = lazy(r"[^\W\d_]*$")
_REACHED = lazy(r"(?:完成|达到?|实现|[为约])$")
# 全年, 2024年, 全市实现: when, where and the verb, at the head of a name.
_WHEN = lazy(r"^(?:.*(?:[年月]|季度|核算|其中)[末底全]?)?(?:[我全][市区县州旗])?(?:实现|完成|预计)?")
_PLANNED = lazy(r"[安编]排|预[计期]|目标|[现名][价义]")
_DIGITS, _NAME, _LONGEST = 3, 4, 20
_Pair: TypeAlias = "tuple[IndicatorFigure, IndicatorFigure]"


class IndicatorFigure(NamedTuple):
    """The value of an indicator, as printed, with its rate of growth (-2.6: it fell) and what is printed of both."""

    name: str
    value: str
    unit: str
    rate: str
    words: str
    span: Span


@fact("indicator-conflicts")
def indicator_conflicts(document: Document) -> tuple[_Pair, ...]:
    """The pairs of places, the later one first, of one indicator whose rates or values differ."""
    by_value: defaultdict[object, list[IndicatorFigure]] = defaultdict(list)
    by_name: defaultdict[object, list[IndicatorFigure]] = defaultdict(list)
    for one in _figures(document):
        by_value[one.value, one.unit, one.name[-_NAME:]].append(one)
        by_name[one.name, one.unit, one.rate].append(one)
    found = [*_differing(by_value, lambda one, other: one.rate != other.rate), *_differing(by_name, _mistyped)]
    return tuple(sorted(found, key=lambda pair: pair[0].span))


def _figures(document: Document) -> Iterator[IndicatorFigure]:
    """The figures of the running text that are told with how they changed within a year."""
    stream = document.read(flow)
    text = stream.text
    for match in _FIGURE.finditer(text) if text.count("%") > 1 else ():
        sentence = text.rfind("。", 0, match.start()) + 1
        letters = _LETTERS.search(text, max(0, match.start() - _LONGEST), match.start())
        name = _WHEN.sub("", _REACHED.sub("", letters[0] if letters else ""))
        planned = _PLANNED.search(text, max(sentence, match.start() - 2 * _LONGEST), match.end())
        if len(name) < _NAME or len(match["n"].replace(".", "").strip("0")) < _DIGITS or planned:
            continue
        if _LAST_YEAR.match(match["base"]) and stream.unit_at(match.start()).table < 0:
            rate = ("-" if _FALLS.match(match["way"]) else "") + match["rate"]
            yield IndicatorFigure(name, match["n"], match["u"], rate, match[0], stream.span(*match.span()))


def _differing(
    groups: defaultdict[object, list[IndicatorFigure]], differ: Callable[[IndicatorFigure, IndicatorFigure], bool]
) -> Iterator[_Pair]:
    """Each figure that differs from the first of its group."""
    for first, *others in groups.values():
        yield from ((one, first) for one in others if differ(one, first))


def _mistyped(one: IndicatorFigure, other: IndicatorFigure) -> bool:
    """Whether two values differ by one digit or by the order of two: 325.4, 352.4."""
    if len(one.value) != len(other.value):
        return False
    differing = [pair for pair in zip(one.value, other.value, strict=True) if pair[0] != pair[1]]
    turned = len(differing) == 2 and differing[0] == differing[1][::-1]
    return len(differing) == 1 or turned
