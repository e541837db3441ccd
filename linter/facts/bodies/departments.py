"""Departments of a standing trade in several forms: 人力资源和社会保障部门 and, once, 人力资源社会保障行政部门."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.bodies.abbreviations import abbreviations
from linter.facts.bodies.names import TRADE, OtherName, other_name
from linter.language import finds, lazy, vocabulary
from linter.structure import Document, fact

__all__ = ["department_forms"]

_END = "部门"
_QUALIFIED = lazy("(?:行政主管|行政|主管)?$")
_SIZES = sorted({len(trade) for trade in TRADE if len(trade) > 3}, reverse=True)
# The longest trade with a qualifier before the end.
_REACH = 20
# What stands before the department of a government, not of the army or of a ministry.
_BEFORE = lazy("[^\u4e00-\u9fff]|[省市县区州级由经向报和与及或为在请同对将按的]")
# A rare form stands at most so often, the usual one so many times as often.
_FEW, _TIMES = 2, 4


@fact("department-forms")
def department_forms(document: Document) -> tuple[OtherName, ...]:
    """The rare forms of the names of departments, in order."""
    text = document.read(own_words)
    forms: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for trade, words, start in _departments(text):
        forms[trade][words].append(start)
    several = [places for places in forms.values() if len(places) > 1]
    shorts = document.read(abbreviations) if several else ()
    declared = {one.short for one in shorts}
    stream = document.read(flow)
    found: list[OtherName] = []
    for places in several:
        usual = max(places, key=lambda words: len(places[words]))
        often, model = len(places[usual]), places[usual][0]
        for words, starts in places.items():
            if words != usual and len(starts) <= _FEW and often >= _TIMES * len(starts) and words not in declared:
                # The full name that a short form is declared for stands once.
                if any(one.full.endswith(words) for one in shorts):
                    continue
                ends = [start + len(words) for start in starts]
                found.append(other_name(stream, (words, usual), ends, model + len(usual), often))
    return tuple(sorted(found, key=lambda one: one.spans[0]))


def _departments(text: str) -> Iterator[tuple[str, str, int]]:
    """The departments of standing trades: the trade without 和, the words, and where they start."""
    for at in finds(text, _END):
        before = text[max(0, at - _REACH) : at]
        bare = _QUALIFIED.sub("", before, count=1)
        size = next((size for size in _SIZES if bare[-size:] in TRADE), 0)
        start = at - (len(before) - len(bare)) - size
        # 国土资源部门户网站 is the site of a 部.
        whole = not vocabulary.known(text[at + 1 : at + 3])
        if size and whole and (start == 0 or _BEFORE.match(text, start - 1)):
            yield bare[-size:].replace("和", ""), text[start : at + len(_END)], start
