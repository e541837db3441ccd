"""Figures with the bounding words next to them: 超过30人, 10%以上, 不足1万元(含), ≥5吨.

Bounds that lost a word, a number or their unit's place, told where the words around them leave no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, cast

from linter.facts.bands.figures import Figure, figures
from linter.language import Bound, NamedTuple, Number, lazy
from linter.language.lexicon import rows
from linter.language.units import Unit

Side = Literal["lower", "upper", ""]
# What is wrong with the form of a band: a range with 以上 or 以下 behind it, or 不少于 before it; 达…以内; two bounds
# on the same side; a word before and one after the number that oppose each other, or say the same twice; 超过N(含); one
# unit missing; the word of one bound dropped (20%以上30%的, 1吨不足3吨, 1000元以2000元以下); a number or its unit
# broken (2.5元万, 以上万元以下, 一百万一十元); a mark within a quantity (5、台以上); a fall to 35 or more, a rise to 80
# or less.
Flaw = Literal[
    "", "range-bound", "led-range", "reach-within", "same-side", "opposed", "double", "note", "no-unit",
    "open-upper", "open-lower", "cut-word", "miswritten", "no-number", "unit-order", "no-zero", "stray", "falls-above",
    "rises-below",
]  # fmt: skip

_BOUNDS: dict[str, dict[str, tuple[Side, bool | None]]] = {"before": {}, "behind": {}, "about": {}}
for _word, _place, _side, _inclusive in rows("quantity_bounds.tsv"):
    _BOUNDS[_place][_word] = cast("Side", _side), {"yes": True, "no": False}.get(_inclusive)
_LEADS, _TRAILS = _BOUNDS["before"], _BOUNDS["behind"]
ABOUT = frozenset(_BOUNDS["about"])

_LEAD = lazy(
    r"(?:(?:达到?|等于)或者?(?:超过|[大小高低多少]于)|不(?:得|应|能)?(?:{COMPARED}|超過|下于|[足满滿到及])|未(?:超[过過]?|[满滿达達足及])|超過|{COMPARED}|[大小高低多少]于或?者?等于|{BOUND_LEAD}"
    r"|[≥≤≧≦]|[<>]=?)[到为了]?\s?$"
)
_NOTE = (
    r"(?:{1}\((?P<{0}>不?)(?:均)?(?:含|包含|包括)(?:本[数级]|该数|两端|端点|[\d.一二三四五六七八九十百千万半]+[^(),;。]{{0,12}})?"
    r"(?:,?[以上下]*下同)?\))?"
)
_TRAIL = lazy(
    _NOTE.format("before", "")
    + r"\s?(?P<word>(?:[及或]?其?(?=以[上下]))?{BOUND_BEHIND}|起(?=[,;。、)的]|$)|止)?"
    + _NOTE.format("after", "的?")
)
# 超过上年同期40%(含): the note contradicts a word that stands apart from the number.
_FAR_LEAD = lazy(r"(?<![不未得能应])(?:[大高多少低小]于|超[过出])[^\d,;。:、()\n且或并至]{1,10}$")
_FAR = 18
# 水位达到28米时,启动Ⅳ级响应: what is reached begins a level.
_BEGINS = lazy(r"(?:的|时)?,(?:启动|发布|进入)")
_GOES_ON = lazy("[-~—–至到和及]")
# The characters that can end a lead and begin a trail: a cheap test before the patterns.
_LEAD_ENDS = frozenset("过過滿達出于超逾满少多低高足到及达约近在为了≥≤≧≦<>=")
_TRAIL_STARTS = frozenset(" (及或其以之内左上起止")
_DROPPED = str.maketrans("", "", "得应能或者")
# A note that speaks of both numbers of a band: (含12小时和24小时), (均含).
_BOTH = lazy(r"均|两端|端点|[和与、及]")
_REACHED = "突破"
_ENDS_NOTED = lazy(r"\((?P<low>不?)含[^(),、;]{1,8}[,、;](?P<high>不?)含[^(),、;]{1,8}\)")
_NUMERAL = lazy(r"[\d.]+")
# A note that names the number it speaks of: 1—3公斤(含1公斤).
_NAMED = lazy(r"\(不?(?:含|包含|包括)(?P<number>[\d.]+)")
_TIMED = frozenset({"时间", "工作日", "月", "长度"})


class Atom(NamedTuple):
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
    both: bool = False  # its note speaks of the number before it as well

    def bound(self, unit: Unit, word: str = "", *, inclusive: bool | None = None, fixed: bool = False) -> Bound:
        """The number as a bound in base units; a range gives its own ``word`` and reading."""
        return Bound(
            self.value * unit.factor,
            inclusive if word and not self.fixed else self.inclusive,
            word or self.trail or self.lead,
            self.fixed or fixed,
            *self.digits,
        )


def atoms(text: str, default: Unit | None = None) -> Iterator[Atom]:
    """The figures of a text in order with their bounds; a number within a note (3人(含3人)) is no figure of its own."""
    done = 0
    for figure in figures(text, default):
        if figure.start < done:
            continue
        atom = _atom(text, figure)
        done = atom.end
        yield atom


def _atom(text: str, figure: Figure) -> Atom:
    start, end, unit = figure.start, figure.end, figure.unit
    before = text[start - 1 : start]
    if before == " ":  # ≥ 10
        before = text[start - 2 : start - 1] if text[start - 2 : start - 1] in {"≥", "≤", "<", ">", "="} else ""
    led = _LEAD.search(text[max(0, start - 8) : start]) if before in _LEAD_ENDS else None
    lead = led[0].strip() if led else ""
    # A note behind the particle: 少于12个月的(含12个月).
    trailed = text[end : end + 1] in _TRAIL_STARTS or text.startswith("的(", end)
    tail = _TRAIL.match(text, end) if trailed else None
    trail = (tail["word"] or "") if tail else ""
    if (trail == "内" and (unit is None or unit.dimension not in _TIMED)) or (trail == "起" and unit is None):
        trail, tail = "", None
    note = _note(tail)
    if tail is not None and not trail and note is None:
        tail = None
    side, inclusive, fixed, flaw = _reading(lead, trail, note)
    far = _FAR_LEAD.search(text, max(0, start - _FAR), start) if note and not lead and not trail else None
    if far and not _GOES_ON.match(text, tail.end() if tail else end):
        lead, flaw = far[0], "note"
        start = far.start()
    if not side and not trail and text.endswith(("达到", "达"), 0, figure.start) and _BEGINS.match(text, end):
        side, lead = "lower", lead or "达到"
        start -= 0 if led else 2 if text[start - 1] == "到" else 1
    both = bool(tail and note is not None and _BOTH.search(tail[0]) and "均" not in lead)
    start -= len(led[0]) if led and lead != "在" else 0
    return Atom(
        figure.value, unit, side, inclusive, fixed, lead, trail, flaw, start, tail.end() if tail else end,
        (figure.start, end), both,
    )  # fmt: skip


def lent(text: str, one: Atom, other: Atom) -> tuple[Atom, Atom]:
    """Two ends of a band as the notes behind them say: 1—3公斤(含1公斤), 3万—6万元(含3万元,不含6万元)."""
    both = _ENDS_NOTED.match(text, other.end) if text[other.end : other.end + 1] == "(" else None
    if both:
        low = one._replace(inclusive=not both["low"], fixed=True)
        return low, other._replace(inclusive=not both["high"], fixed=True, end=both.end())
    one = _reached(text, one, other)
    note = _NAMED.search(text, other.digits[1], other.end) if other.fixed and not (one.fixed or other.both) else None
    first, second = (_NUMERAL.match(text, end.digits[0]) for end in (one, other))
    if note is None or first is None or first[0] != note["number"] or (second and second[0] == note["number"]):
        return one, other
    _, inclusive, fixed, _ = _reading(other.lead, other.trail, None)
    return one._replace(inclusive=other.inclusive, fixed=True), other._replace(inclusive=inclusive, fixed=fixed)


def _reached(text: str, one: Atom, other: Atom) -> Atom:
    """突破500万元不足1000万元, 500万元(含)不足1000万元: a number that is reached, before one that is not."""
    falls_short = other.side == "upper" and other.lead and text[one.end : other.start] in {"", ",", "、"}
    if one.side or not falls_short or not (one.fixed or text.startswith(_REACHED, one.start - len(_REACHED))):
        return one
    return one._replace(side="lower", inclusive=one.fixed and one.inclusive)


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
    elif (lead in {"约", "大约"} and words in ABOUT) or (ahead and words in ABOUT):
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


AGES = frozenset({"周岁", "岁", "周歲", "歲"})
