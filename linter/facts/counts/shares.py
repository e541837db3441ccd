"""Rates and shares that follow from counts in the same sentence: 发现800处,已整改720处,整改率90%; 62.5%,比上年的60.1%
提高2.4个百分点; 共120亿元,其中出口84亿元,占70%.

As all figures, they are read as printed: each may be off by half a unit of its last place.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from linter.facts.base import Flow, flow
from linter.facts.counts.rates import Derived
from linter.facts.counts.sums import sums
from linter.facts.counts.terms import UNIT, Sum, plain, read, share_slack
from linter.language.numerals import ARABIC
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["derived_shares"]

_PERCENT = r"(?P<c>\d{1,3}(?:\.\d{1,2})?)%(?![点]|[至—~-]|以)"
_PLAIN = r"\d{1,3}(?:\.\d{1,2})?"
# 发现问题800处,已整改720处,整改率90%: the rate is named after what was done to so many.
_DONE = lazy(
    rf"(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT})[^,。;:()\n\d]{{0,8}},(?:其中)?(?:目前)?(?:已|现已|均已|实际)?"
    rf"(?P<verb>[^\W\d_]{{2,4}}?)(?:了)? ?(?P<b>{ARABIC}) ?(?P=u),(?P=verb)率(?:为|达到?)?{_PERCENT}"
)
# 62.5%,比2020年的60.1%提高2.4个百分点; 由60.1%提高到62.5%,提高2.4个百分点
_POINTS = (
    lazy(
        rf"(?<![.\d])(?P<b>{_PLAIN})%,[比较][^,。;:\n%]{{0,12}}?(?<![.\d])(?P<a>{_PLAIN})%"
        rf"(?P<way>{{RISES}}|{{FALLS}})了?(?P<c>{_PLAIN})个?百分点"
    ),
    lazy(
        rf"[由从](?:[^,。;:\n%]{{0,16}}?)(?<![.\d])(?P<a>{_PLAIN})%(?P<way>{{RISES}}|{{FALLS}})[到至为](?P<b>{_PLAIN})%,"
        rf"(?:共|累计)?(?:{{RISES}}|{{FALLS}})了?(?P<c>{_PLAIN})个?百分点"
    ),
)
_FALLS = lazy("{FALLS}")
# 由720元提高到760元,每人每月提高40元
_STEP = lazy(
    rf"[由从](?P<from>[^,。;:\n\d]{{0,16}})(?P<a>{ARABIC}) ?(?P<u>{UNIT})[^,。;:\n\d]{{0,4}}"
    rf"(?P<way>{{RISES}}|{{FALLS}})[到至为](?P<b>{ARABIC}) ?(?P=u)[^,。;:\n\d]{{0,4}},"
    rf"(?P<each>[^,。;:\n\d]{{0,8}}?)(?P=way)了?(?P<c>{ARABIC}) ?(?P=u)(?![/%·])"
)
_SO_MUCH = frozenset({"", "共", "累计", "净"})
# 预算收入24.6亿元,增长4.2%,其中税收收入16.9亿元,占预算收入的比重为68.7%: one part, whose base is named.
_CHANGED = r"(?:,(?:比上年|同比)?(?:{RISES}|{FALLS})\d{1,3}(?:\.\d{1,2})?%)?"
_ONE = lazy(
    rf"(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT}){_CHANGED},其中[:,]?[^,。;:\n\d]{{2,16}}"
    rf"(?P<b>{ARABIC}) ?(?P=u){_CHANGED},占(?P<base>[^,。;:()\n\d]{{2,14}}?)的?(?:比重|比例)?(?:为|达)?{_PERCENT}"
)
_OF = lazy(rf",?(?:约)?占(?P<base>[^,。;:()\n\d]{{0,12}}?)的?(?:比重|比例)?(?:为|达)?{_PERCENT}")
_WHOLE_BASE = lazy(r"(?:全部|其|总[数量额值]|总人[口数])?$")
_Ends: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"
_BEFORE = 24
_SPREAD = 10**6


@fact("derived-shares")
def derived_shares(document: Document) -> tuple[Derived, ...]:
    """The rates and shares of all sentences that follow from counts beside them, those that agree included."""
    stream = document.read(flow)
    steps = tuple(_steps(stream))
    if "%" not in stream.text:
        return steps
    found = [*steps, *_rates(stream), *_differences(stream)]
    for one in document.read(sums) if "占" in stream.text else ():
        found += _of_whole(stream, one)
    told = {one.span for one in found}
    found += [one for one in _of_one(stream) if one.span not in told]
    return tuple(sorted(found, key=lambda one: one.span))


def _steps(stream: Flow) -> Iterator[Derived]:
    """How much a figure rose from one value to another; so much a year on the average is something else."""
    for match in _STEP.finditer(stream.text):
        before, after, stated = read(match["a"]), read(match["b"]), read(match["c"])
        if before and after and stated and (match["each"] in _SO_MUCH or match["each"] in match["from"]):
            sign = -1 if _FALLS.match(match["way"]) else 1
            exact = match["u"][0] not in "万亿" and not any("." in match[name] for name in "abc")
            slack = 0.0 if exact else (before[1] + after[1]) / 2 / _SPREAD
            spans = match.span("a"), match.span("b")
            yield _told(stream, match, sign * (after[0] - before[0]) / _SPREAD, slack, spans)


def _of_one(stream: Flow) -> Iterator[Derived]:
    """The share of the only part named, of the whole that stands before it by the same name."""
    for match in _ONE.finditer(stream.text) if "占" in stream.text else ():
        whole, part = read(match["a"]), read(match["b"])
        named = stream.text[max(0, match.start() - _BEFORE) : match.start()]
        if whole and part and 0 < part[0] <= whole[0] and named.endswith(match["base"]):
            slack = 100 * (part[1] / 2 / whole[0] + part[0] * whole[1] / 2 / whole[0] ** 2)
            spans = match.span("a"), match.span("b")
            yield _told(stream, match, 100 * part[0] / whole[0], slack, spans)


def _rates(stream: Flow) -> Iterator[Derived]:
    for match in _DONE.finditer(stream.text) if "率" in stream.text else ():
        whole, part = read(match["a"]), read(match["b"])
        if whole and part and 0 < part[0] <= whole[0]:
            yield _told(stream, match, 100 * part[0] / whole[0], 0.0, (match.span("a"), match.span("b")))


def _differences(stream: Flow) -> Iterator[Derived]:
    if "百分点" not in stream.text:
        return
    for pattern in _POINTS:
        for match in pattern.finditer(stream.text):
            before, after = read(match["a"]), read(match["b"])
            if before and after:
                sign = -1 if _FALLS.match(match["way"]) else 1
                slack = (before[1] + after[1]) / 2 / _SPREAD
                difference = sign * (after[0] - before[0]) / _SPREAD
                yield _told(stream, match, difference, slack, (match.span("a"), match.span("b")))


def _of_whole(stream: Flow, one: Sum) -> list[Derived]:
    """The shares of the parts of a sum in it; a share of nothing named only beside others that agree."""
    text = stream.text
    named = text[max(0, one.total.start - _BEFORE) : one.total.start]
    found: list[Derived] = []
    proven = False
    for part in one.parts:
        match = _OF.match(text, part.end)
        if match is None or one.total.value <= 0:
            continue
        base = match["base"]
        if base and not _WHOLE_BASE.match(base) and base not in named:
            continue
        slack = 100 * share_slack(part, one.total)
        ends = (one.total.start, one.total.end), (part.start, part.end)
        share = _told(stream, match, 100 * part.value / one.total.value, slack, ends)
        proven = proven or share.fits or (bool(base) and base in named)
        found.append(share)
    return found if proven else []


def _told(stream: Flow, match: re.Match[str], expected: float, slack: float, given: _Ends) -> Derived:
    value = read(match["c"])
    stated, last = (value[0] / _SPREAD, value[1] / _SPREAD) if value else (0.0, 0.0)
    # A rate is often cut rather than rounded: a whole unit of the last place is let pass.
    fits = abs(stated - expected) <= last + slack + 1e-9
    unit = match[0][match.end("c") - match.start() :] or "%"
    printed = plain(round(round(expected, max(1, len(match["c"].partition(".")[2]))) * _SPREAD))
    span = stream.span(match.start("c"), match.end("c") + len(unit))
    whole, part = given
    return Derived(match["c"] + unit, span, (stream.span(*whole), stream.span(*part)), printed + unit, fits)
