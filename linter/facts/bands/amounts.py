"""Amounts for grades in running text: 国家级、省级的分别给予80万元、30万元; 五星级的10万元,四星级的5万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.language import lexicon
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Paragraph

__all__ = ["Graded", "Uneven", "graded_amounts", "inversions"]

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
