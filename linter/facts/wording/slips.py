"""Words that the list does not know, one character away from a word that the document itself writes elsewhere: 煤体."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from linter.facts.base import characters, own_words
from linter.facts.wording.variant import Variant
from linter.language import vocabulary
from linter.language.likeness import SUBSTANCES, look_alikes, sounds_alike
from linter.language.text import is_han
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["slips"]

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
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零")


@fact("slips")
def slips(document: Document) -> tuple[Variant, ...]:
    """Words of two characters, one of them taken for another that looks alike, in order."""
    text = document.read(own_words)
    pairs = Counter(map(str.__add__, text, text[1:]))
    present = document.read(characters) - SUBSTANCES
    others = {one: alike for one in present if (alike := present.intersection(look_alikes(one)))}
    before, behind = _beside((pair for pair, times in pairs.items() if times <= _SELDOM), others.keys())
    taken_for: dict[str, tuple[str, int]] = {}
    for right, times in [pair for pair in pairs.items() if pair[1] >= _OFTEN]:
        first, second = right[0], right[1]
        taken = []
        if first in others and second in before:
            taken += [one + second for one in others[first] & before[second]]
        if second in others and first in behind:
            taken += [first + one for one in others[second] & behind[first]]
        for wrong in sorted(taken):
            few = pairs[wrong] <= times and times > taken_for.get(wrong, ("", 0))[1]
            if few and vocabulary.known(right) and not vocabulary.known(wrong):
                taken_for[wrong] = right, times
    places = _places(text, {*taken_for, *[right for right, _ in taken_for.values()]}) if taken_for else {}
    found = [one for wrong, (right, times) in taken_for.items() for one in _proved(text, wrong, right, times, places)]
    return tuple(sorted(found))


def _places(text: str, pairs: set[str]) -> dict[str, list[int]]:
    """Where some pairs of characters stand."""
    found: dict[str, list[int]] = {}
    for at, pair in enumerate(map(str.__add__, text, text[1:])):
        if pair in pairs:
            found.setdefault(pair, []).append(at)
    return found


def _beside(pairs: Iterable[str], wanted: Container[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The wanted characters that stand before and behind each character in some pairs."""
    before: dict[str, set[str]] = {}
    behind: dict[str, set[str]] = {}
    for pair in pairs:
        first, second = pair[0], pair[1]
        if first in wanted:
            before.setdefault(second, set()).add(first)
        if second in wanted:
            behind.setdefault(first, set()).add(second)
    return before, behind


def _proved(text: str, wrong: str, right: str, times: int, places: dict[str, list[int]]) -> Iterator[Variant]:
    """A wrong word with its places where the right one fits better."""
    one, other = next(pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1])
    loose = not sounds_alike(one, other)
    if loose and (times < _STEADY or len(places[wrong]) > _ONCE):
        return
    models = places[right]
    before = {text[at - 1]: at for at in reversed(models)}
    behind = {text[at + 2]: at for at in reversed(models)}
    found = []
    for at in places[wrong]:
        left, follows = text[at - 1], text[at + 2]
        model = before.get(left, -1) if is_han(left) else -1
        model = behind.get(follows, -1) if model < 0 and is_han(follows) else model
        better = _LOOSE if loose else _ANYWHERE if model < 0 else _BESIDE
        if (model >= 0 or not loose) and _fits(text, at, right, better):
            found.append((at, model if model >= 0 else models[0]))
    if found:
        first, usual = [(at, at + len(wrong)) for at in found[0]]
        again = tuple([(at, at + len(wrong)) for at, _ in found[1:]])
        yield Variant(first, usual, "alike", len(found), times, first, usual, again)


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
