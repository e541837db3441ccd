"""Amounts for grades in running text: 国家级、省级的分别给予80万元、30万元; 五星级的10万元,四星级的5万元; and in items
that say the same of each grade: 获得国家级表彰的,加3分; 获得省级表彰的,加2分.

What is done at a level: fines, terms, rewards, each with its band, kept apart from the conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from linter.facts.bands.model import GradedItem
from linter.facts.bands.quantities import Band
from linter.facts.bands.readings import consequence
from linter.facts.base import flow
from linter.language import NamedTuple, Number, Span, lazy, lexicon
from linter.structure import Document, Paragraph, fact

__all__ = ["Graded", "Penalty", "Uneven", "graded_amounts", "inversions", "penalties"]

# Grades of each vocabulary from the best down.
_RANKS = [
    {word: rank for rank, words in enumerate(grades) for word in words} for grades in lexicon.scales("grades").values()
]
_MONEY = r"\d[\d.]*[万亿千百]*元"
_AMOUNT = rf"(?:{_MONEY}|\d[\d.]*(?:个月|分(?!钟)|%))"
_JOINT = r"(?:、|,|和|及|与|以及)"
_WORDS = ["|".join(ranks) for ranks in _RANKS]
_GRADES = tuple([lazy(words) for words in _WORDS])
# A further item of another kind, before or behind, makes the list another one.
_LISTS = tuple([lazy(rf"(?<![、和及与])(?:{one})(?:{_JOINT}(?:{one}))+(?!{_JOINT}\w{{1,8}}级)") for one in _WORDS])
_EACH = lazy(
    rf"(?P<between>[^;。:\d]{{0,40}}?)分别(?P<verb>[^;。:、\d]{{0,16}}?)(?P<amounts>{_MONEY}(?:{_JOINT}{_MONEY})+)"
    r"(?!\w?[、,和及]\d)"
)
_ONE = lazy(rf"(?:[^,;。:、\d]|的,){{0,16}}?(?P<amount>{_AMOUNT})")
_VALUE = lazy(r"(?<!\d)(?P<n>\d++(?:\.\d++)?)(?P<scale>[万亿千百]*)(?P<unit>元|个月|分(?!钟)|%)")
_SCALE = {"百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8}
# What several levels pay for one thing is divided among them, not graded.
_DIVIDED = lazy("{BEARS}|{FUNDS}")
# Between two steps of one sentence stands a comma, and a word or two.
_APART = 6
_LEAST = 3
# Shares that fall to grades (优秀20%,良好50%) are no amounts; where they are, more steps must show it.
_SHARE = "%"
_DISTRIBUTED = lazy(r"占|不[超高]过|名额|比例为?$")
_LONGEST_ITEM = 60
_NUMBERED = lazy(r"^\s*(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）.、]|[①-⑳])\s*")


class Graded(NamedTuple):
    """A value for a grade (0 the best) and its unit (元, 个月, 分, %), with the words of the amount and its span."""

    rank: int
    value: float
    unit: str
    words: str
    span: Span


class Uneven(NamedTuple):
    """A list of grades with another number of amounts: the words of the list, their number and spans, the amounts."""

    words: str
    grades: int
    span: Span
    amounts: tuple[Span, ...]


@fact("graded-amounts")
def graded_amounts(document: Document) -> tuple[tuple[tuple[Graded, ...], ...], tuple[Uneven, ...]]:
    """Sequences of at least three grades with their amounts, and lists whose amounts do not match, in order."""
    steps: list[tuple[Graded, ...]] = []
    uneven: list[Uneven] = []
    items: dict[tuple[int, str, str], list[Graded]] = {}
    stream = document.read(flow)
    valued = {stream.index_at(match.start()) for match in _VALUE.finditer(stream.text)}
    for number, (_, paragraph, _, _) in enumerate(stream.units):
        graded = [at for at, grades in enumerate(_GRADES) if grades.search(paragraph.text)] if number in valued else []
        single = [(at, *item) for at in graded if (item := _item(paragraph, at)) is not None]
        if not single:
            steps += (tuple(run) for run in items.values() if len(run) >= _LEAST)
            items = {}
        for at, before, behind, one in single:
            items.setdefault((at, before, behind), []).append(one)
        for vocabulary in graded:
            for found in (*_respective(paragraph, vocabulary), *_stepwise(paragraph, vocabulary)):
                if isinstance(found, Uneven):
                    uneven.append(found)
                else:
                    steps.append(found)
    steps += (tuple(run) for run in items.values() if len(run) >= _LEAST)
    return tuple(steps), tuple(uneven)


def _item(paragraph: Paragraph, vocabulary: int) -> tuple[str, str, Graded] | None:
    """The amount of an item that names one grade and one number, with the words before and behind the grade."""
    text = paragraph.text
    if len(text) > _LONGEST_ITEM:
        return None
    grades, amounts = list(_GRADES[vocabulary].finditer(text)), list(_VALUE.finditer(text))
    if len(grades) != 1 or len(amounts) != 1 or amounts[0].start() < grades[0].end() or _DIVIDED.search(text):
        return None
    before, between = text[: grades[0].start()], text[grades[0].end() : amounts[0].start()]
    if any(character.isdigit() for character in between) or amounts[0]["unit"] == _SHARE:
        return None
    words = _NUMBERED.sub("", before)
    one = _graded(paragraph, _RANKS[vocabulary][grades[0][0]], amounts[0])
    return words, between + amounts[0]["unit"], one


def inversions(steps: Sequence[Graded]) -> Iterator[tuple[Graded, Graded]]:
    """Neighbours of which the better grade gets less, unless better grades get less throughout."""
    if steps[0].unit == _SHARE and len(steps) <= _LEAST:
        return
    ordered = sorted(steps, key=lambda one: one.rank)
    falls = [(one, other) for one, other in pairwise(ordered) if one.value > other.value]
    rises = [(one, other) for one, other in pairwise(ordered) if one.value < other.value]
    if len({one.rank for one in ordered}) == len(ordered) and falls and len(falls) >= len(rises):
        yield from rises


def _respective(paragraph: Paragraph, vocabulary: int) -> Iterator[tuple[Graded, ...] | Uneven]:
    text = paragraph.text
    for listed in _LISTS[vocabulary].finditer(text):
        each = _EACH.match(text, listed.end())
        if not each or _DIVIDED.search(each["between"] + each["verb"]) or _GRADES[vocabulary].search(each["between"]):
            continue
        ranks = [_RANKS[vocabulary][word[0]] for word in _GRADES[vocabulary].finditer(listed[0])]
        amounts = list(_VALUE.finditer(text, *each.span("amounts")))
        if len(ranks) != len(amounts):
            spans = tuple(paragraph.span(*amount.span()) for amount in amounts)
            yield Uneven(listed[0], len(ranks), paragraph.span(*listed.span()), spans)
        elif len(ranks) >= _LEAST:
            yield tuple(_graded(paragraph, rank, amount) for rank, amount in zip(ranks, amounts, strict=True))


def _stepwise(paragraph: Paragraph, vocabulary: int) -> Iterator[tuple[Graded, ...]]:
    text, run, end = paragraph.text, list[Graded](), 0
    for word in _GRADES[vocabulary].finditer(text):
        one = _ONE.match(text, word.end())
        amount = _VALUE.match(text, one.start("amount")) if one else None
        if not one or not amount or _DIVIDED.search(one[0]):
            continue
        if amount["unit"] == _SHARE and _DISTRIBUTED.search(one[0], 0, one.start("amount") - one.start()):
            continue
        if run and (word.start() - end > _APART or amount["unit"] != run[-1].unit):
            yield from [tuple(run)] if len(run) >= _LEAST else []
            run = []
        run.append(_graded(paragraph, _RANKS[vocabulary][word[0]], amount))
        end = amount.end()
    if len(run) >= _LEAST:
        yield tuple(run)


def _graded(paragraph: Paragraph, rank: int, amount: re.Match[str]) -> Graded:
    value = float(amount["n"])
    for scale in amount["scale"]:
        value *= _SCALE[scale]
    return Graded(rank, value, amount["unit"], amount[0], paragraph.span(*amount.span()))


# The kind of a consequence stands right behind its band (…以下的罚款) or right before it (奖励5000元).
_BEHIND = lazy(r"(?:的|人民币)?({CONSEQUENCE})")
_BEFORE = lazy(r"({CONSEQUENCE})(?:金额|[^\W\d_]{2,4}[人者])?(?:为|标准为)?$")
# 支付65%, 税率为40%, 电价为每千瓦时0.57元: a rate or a price told of a step.
_PAID = lazy(r"({PAID}|(?<=,)发[给放]?|每[月年人日户次]{1,2})(?:比例|标准|价格)?(?:为|按|按照)?(?:每[^\W\d_]{1,4})?$")
# 按1.5%收取, 按每平方米20元缴纳
_CHARGED = lazy(r"的?(?:标准|比例)?(收取|计收|征收|缴纳)")
# 暂扣许可证3个月以上6个月以下, 责令停业整顿1个月.
_SUSPENDED = lazy(r"({SUSPENDED})[^,;。\d]{0,10}$")
_LABEL = lazy(r"罚款|奖励|补[助贴]")
# 记分, 扣分, 分值: points count as fines do.
_POINTS = lazy(r"[记扣]分|分值")
# A column whose bare ranges are fines: 法定幅度, 裁量幅度.
_RANGED = lazy(r"(?:法定|裁量|处罚)(?:幅度|标准)")
# Where a cell holds one number only, what its column pays or takes: 水价, 报销比例.
_PRICED = lazy(r"{HEAD_CONSEQUENCE}|(?:标准|比例|额度|限额)(?:\([^()]{1,10}\))?$")


PenaltyKey = tuple[str, str, str]


class Penalty(NamedTuple):
    """A consequence: its kind (罚款), the band of its amount or term, and its column of numbers ("": none)."""

    kind: str
    item: GradedItem
    band: Band
    column: str = ""

    @property
    def key(self) -> PenaltyKey:
        """What can be compared: the kind in one unit, of one column."""
        return self.kind, self.band.unit.dimension, self.column

    @property
    def values(self) -> tuple[Number | None, Number | None]:
        """The values of its two ends, in base units."""
        lower, upper = self.band.lower, self.band.upper
        return lower and lower.value, upper and upper.value

    @property
    def quote(self) -> str:
        """Its words."""
        return self.item.paragraph.text[self.band.start : self.band.end]

    @property
    def span(self) -> Span:
        """Its place in the raw text."""
        return self.item.paragraph.span(self.band.start, self.band.end)


def penalties(items: Iterable[GradedItem]) -> dict[PenaltyKey, Penalty]:
    """The consequences among some conditions, by kind, unit and column; a kind that comes twice is left out."""
    found: dict[PenaltyKey, list[Penalty]] = {}
    for item in items:
        for band in item.bands():
            kind, column = _kind(item, band)
            if kind and not band.flaw and not band.about:
                one = Penalty(kind, item, band, column)
                found.setdefault(one.key, []).append(one)
    return {key: several[0] for key, several in found.items() if len(several) == 1}


def fines(items: Iterable[GradedItem]) -> Iterator[Penalty]:
    """All fines among some stretches of text."""
    for item in items:
        for band in item.bands():
            kind, column = _kind(item, band)
            alone = band.start == item.start and band.end == item.end and _RANGED.search(item.label)
            if (kind == "罚款" or alone) and not band.flaw and not band.about:
                yield Penalty("罚款", item, band, column)


def _kind(item: GradedItem, band: Band) -> tuple[str, str]:
    """The kind of a consequence ("": none), and the head of its column where that alone tells it (退休支付比例)."""
    text = item.paragraph.text
    behind = _BEHIND.match(text, band.end)
    before = _BEFORE.search(text, item.start, band.start) or _SUSPENDED.search(text, item.start, band.start)
    label = _LABEL.search(item.label) or _POINTS.search(item.label)
    priced = None
    if label is None and item.label and text[item.start : item.end].strip() == text[band.start : band.end]:
        priced = _PRICED.search(item.label)
    if behind and consequence(item, band):
        return behind[1], ""
    paid = _PAID.search(text, item.start, band.start) if band.form == "bare" and not item.label else None
    if paid and not before:
        return paid[1], ""
    if band.form == "bare" and not item.label and not before and (charged := _CHARGED.match(text, band.end)):
        return charged[1], ""
    if before or label or priced is None:
        return (before[1] if before else label[0] if label else ""), ""
    return priced[0], item.label


def lighter(one: Penalty, other: Penalty) -> bool:
    """Whether one consequence is lighter than another: neither bound is higher, and one is lower."""
    pairs = [(_value(one, side), _value(other, side)) for side in (0, 1)]
    known = [(first, second) for first, second in pairs if first is not None and second is not None]
    return (
        bool(known)
        and all(first <= second for first, second in known)
        and any(first < second for first, second in known)
    )


def _value(one: Penalty, side: int) -> Number | None:
    bound = one.band.interval[side]
    return None if bound is None or isinstance(bound, bool) else bound.value
