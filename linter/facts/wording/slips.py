"""Words that the list does not know, one character away from a word that the document itself writes elsewhere: 煤体."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.facts.base import characters, own_words
from linter.facts.wording.variant import Variant
from linter.language import vocabulary
from linter.language.likeness import company
from linter.language.text import is_han
from linter.structure.fact import fact
from linter.structure.model import Document

# How many characters on each side of a word say how it is to be cut.
_AROUND = 6
# The right word must explain its surroundings so much better, as a difference of logarithms: less is chance.
_BETTER = 6.0
# The right word stands at least so often, the wrong one at most so often.
_OFTEN, _SELDOM = 2, 2


@fact("slips")
def slips(document: Document) -> tuple[Variant, ...]:
    """Words of two characters, one of them taken for another that sounds and looks alike, in order."""
    text = document.read(own_words)
    pairs = Counter(map(str.__add__, text, text[1:]))
    others = company(frozenset([one for one in document.read(characters) if is_han(one)]))
    found: list[Variant] = []
    for right, times in pairs.items():
        for wrong in _taken_for(right, others) if times >= _OFTEN and not others.keys().isdisjoint(right) else ():
            seldom = 0 < pairs.get(wrong, 0) <= min(_SELDOM, times)
            if seldom and vocabulary.known(right) and not vocabulary.known(wrong):
                found += _proved(text, wrong, right, times)
    return tuple(sorted(found))


def _taken_for(word: str, others: dict[str, frozenset[str]]) -> Iterator[str]:
    first, second = word[0], word[1]
    for one in others.get(first, ()):
        yield one + second
    for one in others.get(second, ()):
        yield first + one


def _proved(text: str, wrong: str, right: str, times: int) -> Iterator[Variant]:
    """A wrong word with its places where the right one fits better, and stands beside the same character elsewhere."""
    places = []
    models = []
    at = text.find(wrong)
    while at >= 0:
        model = _model(text, at, right)
        if model >= 0 and _fits(text, at, right):
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


def _fits(text: str, at: int, right: str) -> bool:
    first, last = at, at + len(right)
    while at - first < _AROUND and is_han(text[first - 1]):
        first -= 1
    while last - at < _AROUND and is_han(text[last]):
        last += 1
    written = text[first:last]
    if vocabulary.is_traditional(written):
        return False
    mended = text[first:at] + right + text[at + len(right) : last]
    return vocabulary.likelihood(mended) - vocabulary.likelihood(written) >= _BETTER
