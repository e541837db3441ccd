"""Words with a wrong character, though the document has the right one nowhere: 徇私无弊, 不得擅字.

Two characters that make no word and never stand side by side, where a character that sounds or looks like one of them
makes a word, and a phrase that official texts often use. Without such a phrase the two may well be a word of some trade
(环孢素, 配植, 馆方): of ten told in real documents one was a slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import as_words, bigrams, of_han, own_words
from linter.facts.wording.confusions import Confusion, confusion, makes_sense
from linter.language import NamedTuple, finds, is_han, usual, vocabulary
from linter.language.likeness import SUBSTANCES
from linter.structure import Document, fact

__all__ = ["spoilt_words"]

# The right word must explain its surroundings so much better, as a difference of logarithms; more where the characters
# may belong to two other words.
_IN_PHRASE, _ACROSS = 4.5, 10.0
# A word so frequent is meant where it stands.
_WELL_KNOWN = 5.0
# Characters that end one clause and begin the next: what they make with their neighbours is no word.
_FUNCTION = frozenset("的了以及且已或之")
# Prepositions that open a clause with the noun behind them: ,按|全损赔付.
_OPENERS = frozenset("按对由从向在经凡自")
_NUMERALS = frozenset("一二三四五六七八九十百千万两零第壹贰叁肆伍陆柒捌玖拾佰仟")
# What ends the name of a place: 青禾|县.
_PLACES = frozenset("省市县区旗镇乡村州")
# Behind 全 any group of people or rooms stands by right: 全室人员, 全班.
_GROUPS = frozenset("室班组队科系所")
_NEVER = _FUNCTION | _NUMERALS | SUBSTANCES
# A run of so few characters is a name.
_NAME = 2


class _Pair(NamedTuple):
    """Two characters that are no word and were never met, and the words they may have been."""

    words: str
    meant: list[str]


@fact("spoilt-words")
def spoilt_words(document: Document) -> tuple[Confusion, ...]:
    """The places of such words, in order."""
    text = document.read(own_words)
    once = [number for number, times in document.read(bigrams).items() if times == 1]
    found = [
        confusion(at, pair.words, right)
        for pair in _unusual(once)
        for at in finds(text, pair.words)
        if (right := _meant(text, at, pair))
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _unusual(numbers: list[int]) -> Iterator[_Pair]:
    """The pairs that are no words and were never met, if they may have been some."""
    words = as_words(of_han(numbers))
    for first, second in zip(words[::2], words[1::2], strict=True):
        known = usual.behind(first)
        if second in known.lawful or second in known.rare or (first == "全" and second in _GROUPS):
            continue
        meant: list[str] = []
        if second not in _NEVER and known.words:
            alike = usual.mistakable(second)
            meant += [first + other for other in known.words if other in alike and other not in _NUMERALS]
        if first not in _NEVER and second not in _PLACES and (firsts := usual.behind(second).firsts):
            alike = usual.mistakable(first)
            meant += [other + second for other in firsts if other in alike and other not in _NUMERALS]
        if meant and vocabulary.weight(first + second) < usual.FEWEST:
            yield _Pair(first + second, meant)


def _meant(text: str, at: int, pair: _Pair) -> str:
    """The word that is meant at an offset, if it makes a usual phrase there; or nothing."""
    around = _around(text, at)
    size = len("".join(around).replace(usual.END, "")) + 2
    if size == _NAME:
        return ""
    meant = [word for word in pair.meant if not _is_of_others(text, at, word)]
    right = _likeliest(text, at, [word for word in pair.meant if _is_phrase(around, word)])
    needed = _IN_PHRASE if right in meant else _ACROSS
    return right if right and makes_sense(text, at, pair.words, right, needed) else ""


def _likeliest(text: str, at: int, words: list[str]) -> str:
    """The word that makes the best sense at an offset; empty if there is none."""
    if len(words) < 2:
        return "".join(words)
    return max(words, key=lambda word: vocabulary.likelihood(text[max(0, at - 2) : at] + word + text[at + 2 : at + 4]))


def _around(text: str, at: int) -> tuple[str, str]:
    """Two characters before and two behind a pair, up to the ends of the run that it belongs to."""
    before = text[max(0, at - 2) : at]
    return _run(before[::-1])[::-1], _run(text[at + 2 : at + 4])


def _run(words: str) -> str:
    end = next((at for at, one in enumerate(words) if not is_han(one)), -1)
    return words if end < 0 else words[:end] + usual.END


def _is_phrase(around: tuple[str, str], word: str) -> bool:
    words = word.join(around)
    return any(usual.is_phrase(words[first : first + 4]) for first in range(len(words) - 3))


def _beside(text: str, at: int, word: str) -> tuple[str, str]:
    """The character that would change with its other neighbour, and the one that stays with its own."""
    left, right = text[at - 1 : at + 1], text[at + 1 : at + 3]
    return (left, right) if text[at] != word[0] else (right, left)


def _is_of_others(text: str, at: int, word: str) -> bool:
    """Whether the two characters belong to two words: 申请人可|异地, 仲裁|院, 电、煤|有."""
    changed, kept = _beside(text, at, word)
    if changed.startswith("、") or (text[at] in _OPENERS and text[at] != word[0] and not is_han(changed[0])):
        return True
    return vocabulary.known(changed) or vocabulary.weight(kept) >= _WELL_KNOWN
