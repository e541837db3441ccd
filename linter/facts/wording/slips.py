"""Words that the list does not know, one character away from a word that the document itself writes elsewhere: 煤体."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from sys import byteorder

from linter.facts.base import HIDDEN, characters, own_words
from linter.facts.wording.variant import Variant
from linter.language import vocabulary
from linter.language.likeness import SUBSTANCES, alike_codes, sounds_alike
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
# A pair of characters as a number: the second stands so many bits higher.
_BITS = 16
_FIRST = (1 << _BITS) - 1
# What makes a word of two characters that are none: 医源性.
_SUFFIXES = frozenset("性化型式率度者")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零")


@fact("slips")
def slips(document: Document) -> tuple[Variant, ...]:
    """Words of two characters, one of them taken for another that looks alike, in order."""
    text = document.read(own_words)
    alike = _LookAlikes(document.read(characters) - SUBSTANCES)
    pairs = _counted(text)
    slipped: list[int] = []
    for first, second in _words(pairs):
        behind = second << _BITS
        slipped += [one | behind for one in alike.codes(first)]
        slipped += [first | one << _BITS for one in alike.codes(second)]
    found: list[Variant] = []
    for number in pairs.keys() & slipped:
        wrong = _pair(number)
        if pairs[number] <= _SELDOM and not vocabulary.known(wrong):
            right = _taken_for(text, wrong, pairs, alike)
            found += _proved(text, wrong, right, pairs[_number(right)]) if right else ()
    return tuple(sorted(found))


class _LookAlikes:
    """The characters of a document that look like one, all by their code points."""

    def __init__(self, present: frozenset[str]) -> None:
        self._present = frozenset(map(ord, present))
        self._found: dict[int, frozenset[int]] = {}

    def codes(self, one: int) -> frozenset[int]:
        """Those that look like a character of the document; none for one that is left out."""
        found = self._found.get(one)
        if found is None:
            alike = self._present & alike_codes(one) if one in self._present else frozenset()
            found = self._found[one] = alike
        return found


def _counted(text: str) -> Counter[int]:
    """How often each two characters stand side by side; as numbers they are counted in half the time."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) > 2 * len(text):
        data = "".join([one if one <= "\uffff" else HIDDEN for one in text]).encode("utf-16-le", "surrogatepass")
    pairs = Counter[int]()
    for start in (0, 2):
        numbers = array("I", data[start : start + (len(data) - start) // 4 * 4])
        if byteorder == "big":
            numbers.byteswap()
        pairs.update(numbers)
    return pairs


def _number(pair: str) -> int:
    return ord(pair[0]) | ord(pair[1]) << _BITS


def _pair(number: int) -> str:
    return chr(number & _FIRST) + chr(number >> _BITS)


def _words(pairs: Counter[int]) -> Iterator[tuple[int, int]]:
    """The words of two characters that stand often enough to be the right ones."""
    seconds: dict[int, str] = {}
    for number in [pair for pair, times in pairs.items() if times >= _OFTEN]:
        first, second = number & _FIRST, number >> _BITS
        known = seconds.get(first)
        if known is None:
            known = seconds[first] = vocabulary.seconds(chr(first))
        if chr(second) in known:
            yield first, second


def _taken_for(text: str, wrong: str, pairs: Counter[int], alike: _LookAlikes) -> str | None:
    """The word that stands most often of those one like character away; of two that do, the one that stands first."""
    first, second = wrong[0], wrong[1]
    near = [chr(one) + second for one in alike.codes(ord(first))]
    near += [first + chr(one) for one in alike.codes(ord(second))]
    least = max(_OFTEN, pairs[_number(wrong)])
    right = [word for word in near if pairs[_number(word)] >= least and vocabulary.known(word)]
    return min(right, key=lambda word: (-pairs[_number(word)], text.find(word)), default=None)


def _proved(text: str, wrong: str, right: str, times: int) -> Iterator[Variant]:
    """A wrong word with its places where the right one fits better."""
    one, other = next(pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1])
    loose = not sounds_alike(one, other)
    places = _places(text, wrong)
    if loose and (times < _STEADY or len(places) > _ONCE):
        return
    models = _places(text, right)
    before = {text[at - 1]: at for at in reversed(models)}
    behind = {text[at + 2]: at for at in reversed(models)}
    found = []
    for at in places:
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


def _places(text: str, words: str) -> list[int]:
    """Where some words stand, those that overlap included."""
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


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
