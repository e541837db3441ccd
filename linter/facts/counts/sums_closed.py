"""Sums that are told behind their parts: 价格30分、技术50分、商务20分,满分100分; 一期20万元,二期15万元,共计35万元."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import Flow
from linter.facts.counts.terms import UNIT, VALUE, Sum, Term, apart, begin_of, exact_term, only_in, segments, terms_in
from linter.language import ARABIC, lazy

_TOTAL_AFTER = lazy(
    r"[,;、](?:(?P<named>(?:收入|支出|财力)(?:[合总]计|总量))|(?P<full>满分|总分)|(?P<whole>总(?:投资|金额|面积))|[合总共]计|总?共)(?:为|有|安排|投资)?"
    rf"(?={ARABIC} ?{UNIT})"
)
# Beside the parts of 收入总计: how much of a plan they are, and how they changed; what makes them less.
_RATE_ONLY = lazy(r"[^\d,]{0,24}\d{1,3}(?:\.\d+)?%[^\d,]{0,4}")
CHANGED = lazy(r"同比|[比较](?:上年|去年|\d{4}年)")
_TAKEN_OFF = lazy("减去|扣除|剔除|其中")
_MULTIPLIED = lazy(r"\d ?(?P<each>[^\W\d_])[^。;:\d]{0,10},?每(?P=each)")
_MARKS = (",", ";", "、")
# How far a name reaches before its number, how long a sentence is read.
_PRE, _LONGEST = 8, 1000
_BOTH, _FIFTH = 2, 5


def closing(stream: Flow) -> Iterator[Sum]:
    """The sums of which the parts come first, then 共计 and the total."""
    text = stream.text
    closed = 0  # what an earlier total closed is not counted again
    for match in _TOTAL_AFTER.finditer(text):
        total = exact_term(stream, VALUE.match(text, match.end()))
        begin = max(closed, begin_of(text, match.start(), _LONGEST, ("。", "\n", ":")))
        closed = total.end if total else closed
        if total is None or "其中" in text[begin : match.start()]:
            continue
        # 20台,每台3万元,加上农具10万元,共计70万元: a part is to be multiplied.
        if _MULTIPLIED.search(text, begin, match.start()):
            continue
        parts, whole = _all_before(stream, begin, match.start(), total)
        if match["named"] and (not whole or "加" not in text[begin : match.start()]):
            continue
        if match["full"] and not _of_hundred(parts, total):
            continue
        # 一期2000万元,二期1500万元,总投资3500万元: a whole of what its own words do not add up.
        if match["whole"] and not apart([text[begin_of(text, one.start, _PRE, _MARKS) : one.start] for one in parts]):
            continue
        if match["named"] and text.startswith("加", begin):
            yield from _carried(stream, begin, parts, total)
        elif len(parts) >= 2:
            yield Sum(total, tuple(parts), complete=True)


def _of_hundred(parts: list[Term], total: Term) -> bool:
    """价格30分、技术50分、商务20分,满分100分: about a hundred from several parts, none of which is the whole."""
    added = sum([part.value for part in parts])
    return total.words == "100分" and len(parts) > _BOTH and abs(added - total.value) * _FIFTH <= total.value


def _carried(stream: Flow, begin: int, parts: list[Term], total: Term) -> Iterator[Sum]:
    """加上补助收入5亿元…,收入总计17亿元: what this is added to stands before, and is none or one digit off."""
    first = begin_of(stream.text, begin, _LONGEST, ("\n",))
    found = [Sum(total, (base, *parts), complete=True) for base in terms_in(stream, first, begin) if base]
    near = [one for one in found if one.one_slip]
    if len(near) == 1 and not any(one.fits for one in found):
        yield near[0]


def _all_before(stream: Flow, begin: int, stop: int, total: Term) -> tuple[list[Term], bool]:
    """The parts that end at ``stop``, back to the first segment that is none; whether all segments are parts."""
    text = stream.text
    parts: list[Term] = []
    for start, end in reversed(list(segments(text, begin, stop))):
        changed = _RATE_ONLY.fullmatch(text, start, end) or CHANGED.search(text, start, end)
        term = None if changed or _TAKEN_OFF.search(text, start, end) else only_in(stream, start, end, total)
        if term is None and not changed:
            return parts, False
        if term:
            parts.insert(0, term)
    return parts, True
