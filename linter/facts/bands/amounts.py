"""Amounts for grades in running text: 国家级、省级的分别给予80万元、30万元; 五星级的10万元,四星级的5万元.

What is done at a level: fines, terms, rewards, each with its band, kept apart from the conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from linter.facts.bands.model import GradedItem
from linter.facts.bands.quantities import Band
from linter.facts.bands.readings import consequence
from linter.language import NamedTuple, Number, Span, lazy, lexicon
from linter.structure import Document, Paragraph, fact

__all__ = ["Graded", "Penalty", "Uneven", "graded_amounts", "inversions", "penalties"]

# Grades of each vocabulary from the best down.
_RANKS = [
    {word: rank for rank, words in enumerate(grades) for word in words} for grades in lexicon.scales("grades").values()
]
_AMOUNT = r"\d[\d.]*[万亿千百]*元"
_JOINT = r"(?:、|,|和|及|与|以及)"
_WORDS = ["|".join(ranks) for ranks in _RANKS]
_GRADES = tuple([lazy(words) for words in _WORDS])
# A further item of another kind, before or behind, makes the list another one.
_LISTS = tuple([lazy(rf"(?<![、和及与])(?:{one})(?:{_JOINT}(?:{one}))+(?!{_JOINT}\w{{1,8}}级)") for one in _WORDS])
_EACH = lazy(
    rf"(?P<between>[^;。:\d]{{0,40}}?)分别(?P<verb>[^;。:、\d]{{0,16}}?)(?P<amounts>{_AMOUNT}(?:{_JOINT}{_AMOUNT})+)"
    r"(?!\w?[、,和及]\d)"
)
_ONE = lazy(rf"(?:[^,;。:、\d]|的,){{0,16}}?(?P<amount>{_AMOUNT})")
_VALUE = lazy(r"(?P<n>\d+(?:\.\d+)?)(?P<scale>[万亿千百]*)元")
_SCALE = {"百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8}
# What several levels pay for one thing is divided among them, not graded.
_DIVIDED = lazy("{BEARS}|{FUNDS}")
# Between two steps of one sentence stands a comma, and a word or two.
_APART = 6
_LEAST = 3


class Graded(NamedTuple):
    """A value in yuan for a grade (0 the best), with the words of the amount and its span."""

    rank: int
    value: float
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
    for paragraph in document.paragraphs:
        if "元" not in paragraph.text:
            continue
        for vocabulary, ranks in enumerate(_RANKS):
            if sum(word in paragraph.text for word in ranks) > 1:
                for one in (*_respective(paragraph, vocabulary), *_stepwise(paragraph, vocabulary)):
                    if isinstance(one, Uneven):
                        uneven.append(one)
                    else:
                        steps.append(one)
    return tuple(steps), tuple(uneven)


def inversions(steps: Sequence[Graded]) -> Iterator[tuple[Graded, Graded]]:
    """Neighbours of which the better grade gets less, unless better grades get less throughout."""
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
        if run and word.start() - end > _APART:
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
    return Graded(rank, value, amount[0], paragraph.span(*amount.span()))


# The kind of a consequence stands right behind its band (…以下的罚款) or right before it (奖励5000元).
_BEHIND = lazy(r"(?:的|人民币)?({CONSEQUENCE})")
_BEFORE = lazy(r"({CONSEQUENCE})(?:金额|[^\W\d_]{2,4}[人者])?(?:为|标准为)?$")
# 暂扣许可证3个月以上6个月以下, 责令停业整顿1个月.
_SUSPENDED = lazy(r"({SUSPENDED})[^,;。\d]{0,10}$")
_LABEL = lazy(r"罚款|奖励|补[助贴]")
# 记分, 扣分, 分值: points count as fines do.
_POINTS = lazy(r"[记扣]分|分值")
# Where a cell holds one number only, what its column pays or takes: 水价, 报销比例.
_PRICED = lazy(r"{HEAD_CONSEQUENCE}")


class Penalty(NamedTuple):
    """A consequence: its kind (罚款), the band of its amount or term, and its place."""

    kind: str
    item: GradedItem
    band: Band

    @property
    def key(self) -> tuple[str, str]:
        """What can be compared: the kind in one unit."""
        return self.kind, self.band.unit.dimension

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


def penalties(items: Iterable[GradedItem]) -> dict[tuple[str, str], Penalty]:
    """The consequences among some conditions, by kind and unit; a kind that comes twice is left out."""
    found: dict[tuple[str, str], list[Penalty]] = {}
    for item in items:
        for band in item.bands():
            kind = _kind(item, band)
            if kind and not band.flaw and not band.about:
                one = Penalty(kind, item, band)
                found.setdefault(one.key, []).append(one)
    return {key: several[0] for key, several in found.items() if len(several) == 1}


def _kind(item: GradedItem, band: Band) -> str:
    text = item.paragraph.text
    behind = _BEHIND.match(text, band.end)
    before = _BEFORE.search(text, item.start, band.start) or _SUSPENDED.search(text, item.start, band.start)
    label = _LABEL.search(item.label) or _POINTS.search(item.label)
    if label is None and item.label and text[item.start : item.end].strip() == text[band.start : band.end]:
        label = _PRICED.search(item.label)
    if behind and consequence(item, band):
        return behind[1]
    return before[1] if before else label[0] if label else ""


def lighter(one: Penalty, other: Penalty) -> bool:
    """Whether one consequence is lighter than another: neither bound is higher, and one is lower."""
    pairs = [(_value(one, side), _value(other, side)) for side in (0, 1)]
    known = [(first, second) for first, second in pairs if first is not None and second is not None]
    return (
        bool(known)
        and all(first <= second for first, second in known)
        and any(first < second for first, second in known)
    )


def _value(one: Penalty, side: int) -> int | None:
    bound = one.band.interval[side]
    return None if bound is None or isinstance(bound, bool) else int(bound.value)
