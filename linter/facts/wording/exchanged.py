"""Characters and words exchanged, where the document has the right ones in the same surroundings.

川舶 for 船舶, 结构按全 for 结构安全: what sounds alike need not look alike, as those of ``slips``, nor stand
in a phrase that recurs. 消防服务技术机构 for 消防技术服务机构: two words have changed places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from linter.facts.base import (
    FREE,
    PAIR_BITS,
    bigrams,
    characters,
    codes,
    han_run,
    own_words,
    rarities,
    same_around,
)
from linter.facts.wording.phrases import Variant
from linter.language import lazy, lexicon, vocabulary
from linter.language.broken import word_around
from linter.language.likeness import SUBSTANCES, reading
from linter.language.text import finds, is_han
from linter.structure import Document, fact

__all__ = ["misheard", "turned_words"]

# The right word stands in the same surroundings so often; so many characters around it are the same, beyond the word
# on each side, and it must explain the words so much better, as a difference of logarithms.
_OFTEN, _SAME, _BETTER = 2, 4, 3.0
_ONE_SIDE, _MUCH_BETTER = 2, 5.0
_SHOWN = 3
# Characters that meet neither neighbour as usual, by ``rarities``.
_LONE = lazy("r(?=[r-])|-(?=r)")
# How long two words are that change places, and how the characters meet in them and between them; how often they stand
# in the usual order, and what is the same beside them.
_SEAMS = (((2, 2), lazy("(?<=u)r(?=u)")), ((2, 3), lazy("(?<=u)r(?=uu)")), ((3, 2), lazy("(?<=uu)r(?=u)")))
_USUAL, _BESIDE = 3, 3
# So many places are looked at in a document.
_MOST = 400
# Words of grammar and numbers are exchanged with the sense of a sentence.
_FREE = SUBSTANCES | lexicon.members("GRAMMAR_CHARACTER")


@fact("misheard")
def misheard(document: Document) -> tuple[Variant, ...]:
    """Characters that make no word, for one that sounds alike and does, in order."""
    text, sounding = document.read(own_words), _by_sound(document.read(characters))
    often = frozenset([number for number, times in document.read(bigrams).items() if times >= _OFTEN])
    # It makes a word with neither neighbour, and none of grammar by itself.
    seconds, places = vocabulary.seconds, [match.end() for match in _LONE.finditer(document.read(rarities))]
    alone = [
        at
        for at in places
        if text[at + 1] not in seconds(one := text[at]) and one not in _FREE and one not in seconds(text[at - 1])
    ]
    likely = islice(((at, one) for at in alone for one in _sounding(text, at, sounding, often)), _MOST)
    found = [variant for at, one in likely if (variant := _shown(text, at, one))]
    return tuple({one.changed[0]: one for one in found}.values())


def _by_sound(present: frozenset[str]) -> dict[str, list[int]]:
    """The characters that may be the right ones, by their reading, as code points."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for one in present - _FREE:
        if sound := reading(one):
            found[sound].append(ord(one))
    return found


def _sounding(text: str, at: int, sounding: dict[str, list[int]], often: frozenset[int]) -> list[str]:
    """The characters that sound like the one at an offset, and often stand beside those beside it."""
    left, one, right = map(ord, text[at - 1 : at + 2])
    found = [other for other in sounding.get(reading(text[at]), ()) if other != one]
    before, behind = is_han(text[at - 1]), is_han(text[at + 1])
    if before:
        found = [other for other in found if left | other << PAIR_BITS in often]
    if behind:
        found = [other for other in found if other | right << PAIR_BITS in often]
    return sorted(map(chr, found)) if before or behind else []


def _shown(text: str, at: int, right: str) -> Variant | None:
    """The character at an offset against the right one, if that makes a word there and stands in the same words."""
    start, end = han_run(text, at, at + 1)
    sizes = word_around(text[start:at], right, text[at + 1 : end])
    if not sizes or vocabulary.word_at(text[start:end], at - start) != text[at]:
        return None
    mended = text[start:at] + right + text[at + 1 : end]
    better = vocabulary.likelihood(mended) - vocabulary.likelihood(text[start:end])
    # 消毒|机 is no 消毒剂: what is left of the word is one.
    rest = text[at - sizes[0] : at] + text[at + 1 : at + 1 + sizes[1]]
    if better < _BETTER or (len(rest) > 1 and vocabulary.known(rest)):
        return None
    models = [one + sizes[0] for one in finds(text, mended[at - start - sizes[0] : at - start + sizes[1] + 1])]
    alike = _alike(text, at, models, sizes, much=better >= _MUCH_BETTER)
    if len(alike) < _OFTEN or text.count(text[at - sizes[0] : at + sizes[1] + 1]) > 1:
        return None
    model, before, behind = max(alike, key=lambda one: one[1] + one[2])
    before, behind = min(before, _SHOWN), min(behind, _SHOWN)
    place, usual = (at - before, at + 1 + behind), (model - before, model + 1 + behind)
    return Variant(place, usual, "alike", 1, len(models), (at, at + 1), (model, model + 1))


def _alike(
    text: str, at: int, models: Iterable[int], sizes: tuple[int, int], *, much: bool
) -> list[tuple[int, int, int]]:
    """The places of the right word with the same characters around it, beyond the word, and how many on each side.

    ``sizes`` are those of the word on each side of its character; ``much`` says that it explains the words much better.
    """
    # Before a word that begins behind a mark nothing needs to be the same, nor if more is behind.
    begins = is_han(text[at - sizes[0] - 1])
    found = []
    for one in models:
        left, right = same_around(text, (at, at + 1), (one, one + 1))
        before, behind = left - sizes[0], right - sizes[1]
        both = before >= begins and behind >= 1 and left + right >= _SAME
        if both or (much and before >= 0 and behind >= _ONE_SIDE):
            found.append((one, left, right))
    return found


@fact("turned-words")
def turned_words(document: Document) -> tuple[Variant, ...]:
    """Two words that stand once in an order that is usually the other one, between the same characters, in order."""
    text, signs = document.read(own_words), codes(document)
    often = frozenset([number for number, times in document.read(bigrams).items() if times >= _USUAL])
    seams = [
        (match.start() + 1, sizes)
        for sizes, seam in _SEAMS
        for match in seam.finditer(document.read(rarities))
        if signs[match.start() + sizes[1]] | signs[match.start() + 1 - sizes[0]] << PAIR_BITS in often
    ]
    found = [(at, size) for at, size in sorted(seams) if _are_words(text, at - size[0], at, at + size[1])]
    turned = [one for at, size in found[:_MOST] if (one := _turned(text, at, size))]
    return tuple({one.changed[0]: one for one in turned}.values())


def _turned(text: str, at: int, sizes: tuple[int, int]) -> Variant | None:
    """Two words of some sizes before and behind an offset, if they usually stand the other way round."""
    start, end = at - sizes[0], at + sizes[1]
    models = list(finds(text, text[at:end] + text[start:at]))
    if len(models) < _USUAL or text.count(text[start:end]) > 1:
        return None
    same = [(one, *same_around(text, (start, end), (one, one + end - start))) for one in models]
    alike = [one for one in same if min(one[1:]) >= 1 and one[1] + one[2] >= _BESIDE]
    if len(alike) < _OFTEN:
        return None
    model, before, behind = max(alike, key=lambda one: one[1] + one[2])
    before, behind = min(before, _SHOWN), min(behind, _SHOWN)
    place, usual = (start - before, end + behind), (model - before, model + end - start + behind)
    return Variant(place, usual, "order", 1, len(models), (start, end), (model, model + end - start))


def _are_words(text: str, start: int, at: int, end: int) -> bool:
    """Whether two words of the list stand between three offsets, none of which moves in a sentence by right."""
    if not vocabulary.known(text[start:at]) or not vocabulary.known(text[at:end]):
        return False
    # The other order stands in the text: a look before the words are cut.
    if not FREE.isdisjoint(text[start:end]) or text[at:end] + text[start:at] not in text:
        return False
    first, last = han_run(text, start, end)
    return {start - first, at - first, end - first} <= vocabulary.seams(text[first:last])
