"""Payments in steps, each with its percentage of the whole and its amount: 付30%,计5.4万元;付60%,计10.8万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.base import Flow
from linter.facts.counts.rates import Derived
from linter.facts.counts.terms import SCALE, plain, read
from linter.language import ARABIC, lazy

# 付30%,计5.4万元;付60%,计10.8万元: percentages of one amount; 增值税6%,计…;城建税7%,计… are not.
_COMES_TO = lazy(
    r"付[^,;。:%\d\n]{0,8}(?P<c>\d{1,2}(?:\.\d+)?)%(?:,?(?:共?计|即|为)|\()(?:人民币)?"
    rf"(?P<b>{ARABIC}) ?(?P<u>亿元|万元|元)"
)
# So many steps prove a whole, so near to one another.
_STEPS, _BEFORE = 3, 24
_HUNDRED = 100 * 10**6


def of_amount(stream: Flow) -> Iterator[Derived]:
    """The one amount that is not its percentage of what all others beside it, two at least, are percentages of."""
    near: list[re.Match[str]] = []
    for match in (*_COMES_TO.finditer(stream.text), None):
        if match and (
            not near
            or (match.start() - near[-1].end() <= _BEFORE and "\n" not in stream.text[near[-1].end() : match.start()])
        ):
            near.append(match)
            continue
        yield from _odd_amount(stream, near)
        near = [match] if match else []


def _odd_amount(stream: Flow, near: Sequence[re.Match[str]]) -> Iterator[Derived]:
    """The one amount of some payments that is another percentage of what all others are percentages of."""
    read_ones = [(read(one["b"], SCALE[one["u"]]), read(one["c"])) for one in near]
    known = [(amount[:2], share[0]) for amount, share in read_ones if amount and share and share[0]]
    wholes = [amount[0] * _HUNDRED // share for amount, share in known]
    whole = max(wholes, key=wholes.count, default=0)
    if len(near) < _STEPS or len(known) < len(near) or wholes.count(whole) != len(near) - 1:
        return
    at = next(at for at, one in enumerate(wholes) if one != whole)
    one, (amount, share), other = near[at], known[at], near[1 - min(at, 1)]
    due = whole * share // _HUNDRED
    if abs(due - amount[0]) > amount[1]:  # not rounded
        expected = plain(due // SCALE[one["u"]]) + one["u"]
        given = stream.span(*one.span("c")), stream.span(other.start("b"), other.end("u"))
        yield Derived(one["b"] + one["u"], stream.span(one.start("b"), one.end("u")), given, expected, fits=False)
