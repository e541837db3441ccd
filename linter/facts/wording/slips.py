"""Words that the list does not know, one character away from a word that the document itself writes elsewhere: 煤体."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from linter.facts.base import PAIR_BITS, as_number, as_pair, as_words, bigrams, characters, own_words
from linter.facts.wording.confusions import makes_sense
from linter.facts.wording.phrases import Variant
from linter.language import finds, is_han, vocabulary
from linter.language.likeness import SUBSTANCES, alike_codes, sounds_alike
from linter.structure import Document, fact

__all__ = ["slips"]

# The right word must explain its surroundings so much better, as a difference of logarithms: beside the same character
# as elsewhere, anywhere, and where the characters look alike but do not sound so.
_BESIDE, _ANYWHERE, _LOOSE = 6.0, 7.0, 10.0
# The right word stands at least so often, the wrong one at most so often; more so where they only look alike, and then
# it must explain still more if it does not stand very often (赤霉病, 赤霜病).
_OFTEN, _SELDOM = 2, 2
_LIKELY, _STEADY, _ONCE = 3, 5, 1
_LOOSER = 12.0
# A word that stands so often beside the same other word is the right one there (共享|单车, 共亨单车), if the list knows
# both well and the wrong character stands nowhere else.
_FRAMED, _WELL_KNOWN, _BETTER_FRAMED = 4, 3.0, 0.5
# What the list hardly knows: it holds words that are slips themselves (租凭).
_HARDLY = 2.0
# A word that stands so often needs to explain no more than so much anywhere: 论椅 for 轮椅.
_FAMILIAR, _ANYWHERE_FAMILIAR = 3, 6.5
# The logarithm of how often the list has a character that is hardly ever written, at most; how many places of such are
# looked at; how many characters must be the same on each side.
_ODD, _MOST = 3.0, 40
_AROUND = ((1, 3), (2, 2), (3, 1))
# What makes a word of two characters that are none: 医源性.
_SUFFIXES = frozenset("性化型式率度者")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零")


@fact("slips")
def slips(document: Document) -> tuple[Variant, ...]:
    """Words of two characters, one of them taken for another that looks alike, in order."""
    text = document.read(own_words)
    present = frozenset(map(ord, document.read(characters) - SUBSTANCES))
    alike, sounding = _LookAlikes(present), _LookAlikes(present, sounding=True)
    counts = document.read(bigrams)
    slipped: list[int] = []
    for number, first, second in _words(counts):
        near = alike if counts[number] >= _LIKELY else sounding
        if others := near[first]:
            behind = second << PAIR_BITS
            slipped += [one | behind for one in others]
        if others := near[second]:
            slipped += [first | one << PAIR_BITS for one in others]
    found: list[Variant] = []
    for number in counts.keys() & slipped:
        wrong = as_pair(number)
        if counts[number] <= _SELDOM and vocabulary.weight(wrong) < _HARDLY:
            right = _taken_for(text, wrong, counts, alike)
            found += _proved(text, wrong, right, counts[as_number(right)]) if right else ()
    return tuple(_one_each(text, sorted([*found, *_odd_characters(document)])))


def _odd_characters(document: Document) -> Iterator[Variant]:
    """Characters that make no word, where others have one that does between the same characters: 侧挢面边缘.

    They need not look alike: recognition takes a rare character for any.
    """
    text = document.read(own_words)
    odd = sorted([one for one in document.read(characters) if _makes_none(one)])
    places = dict.fromkeys(
        islice((at for one in odd for at in finds(text, one) if not vocabulary.in_word(text, at)), _MOST)
    )
    told: dict[str, Variant] = {}
    for at in places:
        wrong = text[at : at + 2]
        found = next(filter(None, (_instead(text, at, before, behind) for before, behind in _AROUND)), None)
        if found and wrong not in told and not vocabulary.is_traditional(wrong):
            starts = [start for start in finds(text, wrong) if start in places]
            right = text[found : found + 2]
            first, usual = (starts[0], starts[0] + 2), (found, found + 2)
            again = tuple([(start, start + 2) for start in starts[1:]])
            told[wrong] = Variant(first, usual, "alike", len(starts), text.count(right), first, usual, again)
    yield from told.values()


@cache
def _makes_none(one: str) -> bool:
    """Whether a character is hardly ever written, and begins no word."""
    return is_han(one) and not vocabulary.seconds(one) and vocabulary.weight(one) <= _ODD


def _instead(text: str, at: int, before: int, behind: int) -> int:
    """Where another character, part of a word, stands between the same characters; 0 if nowhere."""
    left, right = text[at - before : at], text[at + 1 : at + 1 + behind]
    if not all(map(is_han, left + right)):
        return 0
    for match in re.finditer(f"{left}(?!{text[at]})[\u4e00-\u9fff]{right}", text):
        if vocabulary.in_word(text, match.start() + before):
            return match.start() + before
    return 0


def _one_each(text: str, found: list[Variant]) -> list[Variant]:
    """Of two words that share the wrong character (保险夫系: 险夫, 夫系) the one whose right form is likelier."""
    kept: list[Variant] = []
    for one in found:
        if kept and one.changed[0] < kept[-1].changed[1]:
            if vocabulary.likelihood(text[slice(*one.model)]) <= vocabulary.likelihood(text[slice(*kept[-1].model)]):
                continue
            kept.pop()
        kept.append(one)
    return kept


class _LookAlikes(dict[int, frozenset[int]]):
    """The characters of a document that look like one, all by their code points; those that sound like it, or all."""

    def __init__(self, present: frozenset[int], *, sounding: bool = False) -> None:
        self._present = present
        self._sounding = sounding

    def __missing__(self, one: int) -> frozenset[int]:
        """None for a character that is left out."""
        both, alike = alike_codes(one)
        found = both if self._sounding else alike
        self[one] = found & self._present if one in self._present else frozenset()
        return self[one]


def _words(counts: Counter[int]) -> Iterator[tuple[int, int, int]]:
    """The words of two characters that stand often enough to be the right ones."""
    often = [pair for pair, times in counts.items() if times >= _OFTEN]
    words = as_words(often)
    for number, first, second in zip(often, words[::2], words[1::2], strict=True):
        if second in vocabulary.seconds(first):
            yield number, ord(first), ord(second)


def _taken_for(text: str, wrong: str, counts: Counter[int], alike: _LookAlikes) -> str | None:
    """The word that stands most often of those one like character away; of two that do, the one that stands first."""
    first, second = wrong[0], wrong[1]
    near = [chr(one) + second for one in alike[ord(first)]]
    near += [first + chr(one) for one in alike[ord(second)]]
    least = max(_OFTEN, counts[as_number(wrong)])
    right = [word for word in near if counts[as_number(word)] >= least and vocabulary.known(word)]
    return min(right, key=lambda word: (-counts[as_number(word)], text.find(word)), default=None)


def _proved(text: str, wrong: str, right: str, times: int) -> Iterator[Variant]:
    """A wrong word with its places where the right one fits better."""
    one, other = next(pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1])
    loose = not sounds_alike(one, other)
    places = list(finds(text, wrong))
    if loose and (times < _LIKELY or len(places) > _ONCE):
        return
    listed = vocabulary.known(wrong)
    models = list(finds(text, right))
    before = {text[at - 1]: at for at in reversed(models)}
    behind = {text[at + 2]: at for at in reversed(models)}
    found = []
    for at in places:
        left, follows = text[at - 1], text[at + 2]
        model = before.get(left, -1) if is_han(left) else -1
        model = behind.get(follows, -1) if model < 0 and is_han(follows) else model
        anywhere = _ANYWHERE_FAMILIAR if times >= _FAMILIAR else _ANYWHERE
        better = (_LOOSE if times >= _STEADY else _LOOSER) if loose else anywhere if model < 0 else _BESIDE
        likely = not listed and (model >= 0 or not loose) and _fits(text, at, right, better)
        if likely or (
            len(places) == _ONCE and _framed(text, at, one, right) and _fits(text, at, right, _BETTER_FRAMED)
        ):
            found.append((at, model if model >= 0 else models[0]))
    if found:
        first, usual = [(at, at + len(wrong)) for at in found[0]]
        again = tuple([(at, at + len(wrong)) for at, _ in found[1:]])
        yield Variant(first, usual, "alike", len(found), times, first, usual, again)


def _framed(text: str, at: int, changed: str, right: str) -> bool:
    """Whether the right word often stands beside the word beside the wrong one, whose character stands nowhere else."""
    if vocabulary.weight(right) < _WELL_KNOWN or text.count(changed) > _ONCE:
        return False
    before, behind = text[at - 2 : at], text[at + 2 : at + 4]
    frames = [
        frame
        for word, frame in ((before, before + right), (behind, right + behind))
        if vocabulary.weight(word) >= _WELL_KNOWN
    ]
    return any(text.count(frame) >= _FRAMED for frame in frames)


def _fits(text: str, at: int, right: str, better: float) -> bool:
    """Whether a word of two characters is none and no part of a longer one, and the right one explains it better."""
    longer = vocabulary.known(text[at - 1 : at + 2]) or vocabulary.known(text[at : at + 3])
    wrong = text[at : at + 2]
    if longer or text[at + 2] in _SUFFIXES or vocabulary.is_traditional(wrong) or not _NUMERALS.isdisjoint(wrong):
        return False
    return makes_sense(text, at, wrong, right, better)
