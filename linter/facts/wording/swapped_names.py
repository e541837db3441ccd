"""Names in which two words change place: 职工补充医疗保险, 补充职工医疗保险.

What stands before and behind a name differs from place to place, so that no two phrases with it are near each other;
but the last characters of a name are the same ones in another order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from linter.facts.base import own_words
from linter.facts.wording.phrases import Variant, phrases, variant
from linter.language import common_ends, finds, lazy, lexicon, vocabulary
from linter.structure import Document, fact

__all__ = ["swapped_names"]

_HEADS = lexicon.words("TERM_HEAD")
_HEAD, _TAIL = 2, 8
# More names of the same characters are a family.
_SWAPPED_CROWD = 6
# Words that change places with the sense of a sentence, and those that a name may have anywhere.
_MOVABLE = lazy("{PHRASE_CUT}|{ADVERB}|{MOVED}|{BASIS}|[有相]关|其他|基本|[的和与及或一二三四五六七八九十第#]")


@fact("swapped-names")
def swapped_names(document: Document) -> tuple[Variant, ...]:
    """Names that stand with two of their words in the other order elsewhere, the rarer first, in order of place."""
    tails: defaultdict[int, set[str]] = defaultdict(set)
    for words in document.read(phrases):
        if len(words) >= _TAIL and words[-_HEAD:] in _HEADS:
            tail = words[-_TAIL:]
            tails[sum(map(ord, tail))].add(tail)
    pairs = [pair for some in tails.values() if 1 < len(some) <= _SWAPPED_CROWD for pair in _swapped(some)]
    text = document.read(own_words)
    found = [_variant(text, *pair) for pair in pairs]
    return tuple(sorted([one for one in found if not (_is_cut(text, one.changed) or _is_cut(text, one.model))]))


def _swapped(tails: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of which one has two words of the other in the other order, each a word by itself."""
    for one, other in combinations(sorted(tails), 2):
        left, right = common_ends(one, other)
        old, new = one[left : _TAIL - right], other[left : _TAIL - right]
        seams = [at for at in range(_HEAD, len(old) - 1) if new == old[at:] + old[:at]]
        words = [old[: seams[0]], old[seams[0] :]] if seams and right >= _HEAD else []
        if words and all(map(vocabulary.known, words)) and not _MOVABLE.search(old):
            yield one, other


def _is_cut(text: str, changed: tuple[int, int]) -> bool:
    """Whether the first word that moved belongs to the one before it, which mostly stands with it: 水文|地质补充."""
    start, end = changed
    before, name = text[start - _HEAD : start], text[start - _HEAD : start + _HEAD]
    together = text.count(name) if vocabulary.known(before) else 0
    return together > text.count(name + text[start + _HEAD : end]) and 2 * together > text.count(before)


def _variant(text: str, one: str, other: str) -> Variant:
    """The two, the rarer first; of two that stand as often, the later."""
    found = [list(finds(text, words)) for words in (one, other)]
    places = sorted(found, key=lambda starts: (len(starts), -starts[0]))
    left, right = common_ends(one, other)
    *forms, model = [(at, at + left, at + _TAIL - right, at + _TAIL) for at in (*places[0], places[1][0])]
    return variant("order", forms, model, len(places[1]))
