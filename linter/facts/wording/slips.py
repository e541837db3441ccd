"""Words that the list does not know, one character away from a word that the document itself writes elsewhere: 煤体."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.facts.base import characters, own_words
from linter.facts.wording.variant import Variant
from linter.language import vocabulary
from linter.language.likeness import SUBSTANCES, look_alikes, sounds_alike
from linter.language.text import is_han
from linter.structure.fact import fact
from linter.structure.model import Document

# How many characters on each side of a word say how it is to be cut.
_AROUND = 6
# The right word must explain its surroundings so much better, as a difference of logarithms: beside the same character
# as elsewhere, anywhere, and where the characters look alike but do not sound so.
_BESIDE, _ANYWHERE, _LOOSE = 6.0, 7.0, 10.0
# The right word stands at least so often, the wrong one at most so often; more so where they only look alike.
_OFTEN, _SELDOM = 2, 2
_STEADY, _ONCE = 5, 1
# What makes a word of two characters that are none: 医源性.
_SUFFIXES = frozenset("性化型式率度者")
_NONE: frozenset[str] = frozenset()
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零")


@fact("slips")
def slips(document: Document) -> tuple[Variant, ...]:
    """Words of two characters, one of them taken for another that looks alike, in order."""
    text = document.read(own_words)
    pairs = Counter(map(str.__add__, text, text[1:]))
    present = document.read(characters) - SUBSTANCES
    others = {one: present.intersection(look_alikes(one)) for one in present}
    before, behind = _beside(pair for pair, times in pairs.items() if times <= _SELDOM)
    found: dict[str, Variant] = {}
    for right, times in [pair for pair in pairs.items() if pair[1] >= _OFTEN]:
        first, second = right[0], right[1]
        taken = [one + second for one in others.get(first, _NONE) & before.get(second, _NONE)]
        taken += [first + one for one in others.get(second, _NONE) & behind.get(first, _NONE)]
        for wrong in sorted(taken):
            few = pairs[wrong] <= times and wrong not in found
            if few and vocabulary.known(right) and not vocabulary.known(wrong):
                for one in _proved(text, wrong, right, times):
                    found[wrong] = one
    return tuple(sorted(found.values()))


def _beside(pairs: Iterable[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The characters that stand before and behind each character in some pairs."""
    before: dict[str, set[str]] = {}
    behind: dict[str, set[str]] = {}
    for pair in pairs:
        first, second = pair[0], pair[1]
        before.setdefault(second, set()).add(first)
        behind.setdefault(first, set()).add(second)
    return before, behind


def _proved(text: str, wrong: str, right: str, times: int) -> Iterator[Variant]:
    """A wrong word with its places where the right one fits better."""
    one, other = next(pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1])
    loose = not sounds_alike(one, other)
    if loose and (times < _STEADY or text.count(wrong) > _ONCE):
        return
    places = []
    models = []
    at = text.find(wrong)
    while at >= 0:
        model = _model(text, at, right)
        better = _LOOSE if loose else _ANYWHERE if model < 0 else _BESIDE
        if (model >= 0 or not loose) and _fits(text, at, right, better):
            model = model if model >= 0 else text.index(right)
            places.append((at, at + len(wrong)))
            models.append((model, model + len(right)))
        at = text.find(wrong, at + 1)
    if places:
        first, usual = places[0], models[0]
        yield Variant(first, usual, "alike", len(places), times, first, usual, tuple(places[1:]))


def _model(text: str, at: int, right: str) -> int:
    """Where the document writes the right word beside the same character, or -1."""
    left, follows = text.find(text[at - 1] + right), text.find(right + text[at + 2])
    if left >= 0 and is_han(text[at - 1]):
        return left + 1
    return follows if is_han(text[at + 2]) else -1


def _fits(text: str, at: int, right: str, better: float) -> bool:
    first, last = at, at + len(right)
    while at - first < _AROUND and is_han(text[first - 1]):
        first -= 1
    while last - at < _AROUND and is_han(text[last]):
        last += 1
    written = text[first:last]
    longer = vocabulary.known(text[at - 1 : at + 2]) or vocabulary.known(text[at : at + 3])
    if (
        longer
        or text[at + 2] in _SUFFIXES
        or vocabulary.is_traditional(written)
        or not _NUMERALS.isdisjoint(text[at : at + 2])
    ):
        return False
    mended = text[first:at] + right + text[at + len(right) : last]
    return vocabulary.likelihood(mended) - vocabulary.likelihood(written) >= better
