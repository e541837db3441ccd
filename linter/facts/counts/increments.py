"""Rates that follow from a figure and its change: 收入120万元,增长15%,增收20万元."""

import re

from linter.facts.base import Flow
from linter.facts.counts.rates import Derived, Range, ranges, rate
from linter.facts.counts.terms import UNIT
from linter.language import ARABIC, lazy, sought

_THAN = r"[比较](?:上年|去年|上一年|(?:19|20)\d\d年)(?:度|同期|[末底初])?"
_FALL_WORDS = "{FALLS}|{LOST}"
_CHANGES = f"(?:{{RISES}}|{{GAINED}}|{_FALL_WORDS})"
_RATE = r"(?P<rate>\d{1,3}(?:\.\d{1,2})?)%(?!以|[至—~-])"
_THEN_RATE = rf",(?:同比)?(?:{_CHANGES}|增幅|降幅)(?:了|率?为|达)?{_RATE}"
_BY = rf"(?P<by>{_CHANGES})了?(?P<b>{ARABIC}) ?(?P<v>{UNIT})"
# 为预算的97%, 占调整预算105.47%: how much of a plan it is, between the figure and how it changed.
_OF_PLAN = r"(?:,[^,。;:()\n\d]{0,12}预算[^,。;:()\n\d]{0,8}\d{1,3}(?:\.\d+)?%)?"
_NOW = rf"(?<![\d.,])(?P<a>{ARABIC}) ?(?P<u>{UNIT})(?:\([^()\n]{{1,16}}\))?{_OF_PLAN}"
_STEP_FIRST = lazy(rf"{_NOW},{_THAN}{_BY}{_THEN_RATE}")
_RATE_FIRST = lazy(rf"{_NOW},(?:同比|{_THAN})?{_CHANGES}了?{_RATE},(?:净|同比)?{_BY}(?!/)")
# What all of their matches hold, and how far from it they reach.
_STEP_HINT = lazy(r",[比较](?:上|去|19|20)")
_RATE_HINT = lazy(rf"%,(?:净|同比)?{_CHANGES}")
_AROUND = 90
_FROM_BASE = lazy(rf"{_THAN}的?[^,。;:()\n\d]{{0,12}}(?<![\d.,])(?P<a>{ARABIC}) ?(?P<u>{UNIT}){_BY}{_THEN_RATE}")
_FALLING = lazy(_FALL_WORDS)
_OTHER_BASE = lazy("{OTHER_BASE}|GDP")
# So far before a figure its subject stands; 同口径 in brackets there is of the figure itself.
_SUBJECT = 30


def increments(stream: Flow) -> list[Derived]:
    """The rates that follow from a figure and its change."""
    text = stream.text
    forms = (
        (sought(_STEP_FIRST, _STEP_HINT, text, _AROUND), True),
        (sought(_RATE_FIRST, _RATE_HINT, text, _AROUND), True),
        (_FROM_BASE.finditer(text), False),
    )
    matches = [(match, now) for form, now in forms for match in form]
    return [one for match, now in matches if (one := _increment(stream, match, now))]


def _increment(stream: Flow, match: re.Match[str], now: bool) -> Derived | None:
    """The rate of one sentence; ``now``: the figure is the later one, so that the earlier is without the change."""
    both = ranges(match)
    before = match.string[max(0, match.start() - _SUBJECT) : match.start()].rpartition("。")[2]
    if not both or _OTHER_BASE.search(match[0]) or _OTHER_BASE.search(before.replace("(同口径)", "")):
        return None
    base, step = both
    if now:
        # What fell was more, what rose was less by the change.
        sign = -1 if _FALLING.match(match["by"]) else 1
        steps = sorted((sign * step.low, sign * step.high))
        base = Range(base.low - steps[1], base.high - steps[0])
    if base.low <= 0:
        return None
    given = match.start("a"), match.end("u"), match.start("b"), match.end("v")
    return rate(stream, match, "rate", Range(step.low / base.high, step.high / base.low), given)
