"""The words of the language with their frequency, and how they cut a run of characters.

188,000 words of jieba's list (MIT licence), packed by ``packing``: 1.2 MB, of which only the rows of the characters that
are asked for are read. ``simplified`` brings traditional characters to the form of the list.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache

from linter.language.lexicon import WORDS
from linter.language.packed import PackedRows
from linter.language.record import NamedTuple

_FIRST = 65
# In traditional text every third character has another form.
_TRADITIONAL = 8
_LONGEST = 8
# A character that is no word of the list costs a cut this much; the logarithm of all occurrences is 18.
_UNKNOWN = -2.0
_TOTAL = 17.9


class _WordRow(NamedTuple):
    """The words of one first character: its own letter or none; the letters of the words of two, as ``seconds`` has them.

    ``longer`` holds a space, its rest and its letter for each longer word.
    """

    own: str
    letters: str
    longer: str


def weight(word: str) -> float:
    """The natural logarithm of a word's frequency in the list, 0 if it is not there."""
    if not word:
        return 0.0
    row = _row(word[0])
    if len(word) == 2:
        at = seconds(word[0]).find(word[1])
        return _weight(row.letters[at]) if at >= 0 else 0.0
    if len(word) == 1:
        return _weight(row.own) if row.own else 0.0
    return _longer(word[:2]).get(word[1:], 0.0)


def known(word: str) -> bool:
    """Whether the list has a word."""
    return word[1] in seconds(word[0]) if len(word) == 2 else weight(word) > 0


def in_word(words: str, at: int) -> bool:
    """Whether the character at an offset is part of a word of two."""
    return known(words[at - 1 : at + 1]) or known(words[at : at + 2])


@cache
def seconds(first: str) -> str:
    """The characters that make a word of two behind one."""
    return _pairs().row(ord(first))


def cut(words: str) -> list[str]:
    """The most probable words that a run of characters is made of; what is unknown stays single characters."""
    size = len(words)
    best = [0.0, *[-float("inf")] * size]
    last = [0] * (size + 1)
    for start in range(size):
        for length, cost in _costs(words, start):
            # Of two that are as probable the shorter last word is taken.
            if best[start] + cost >= best[start + length]:
                best[start + length], last[start + length] = best[start] + cost, start
    found: list[str] = []
    while size:
        found.append(words[last[size] : size])
        size = last[size]
    return found[::-1]


def word_at(words: str, offset: int) -> str:
    """The word of a run of characters that holds the one at an offset."""
    at = 0
    for word in cut(words):
        at += len(word)
        if at > offset:
            return word
    return words[offset]


def likelihood(words: str) -> float:
    """How well the list explains a run of characters: the logarithm of the probability of its best cut."""
    return sum(_cost(word) for word in cut(words))


def seams(words: str) -> set[int]:
    """The offsets at which words of a run end, 0 and its length among them."""
    found = {0}
    at = 0
    for word in cut(words):
        at += len(word)
        found.add(at)
    return found


@cache
def _forms() -> dict[int, str]:
    old, new = zlib.decompress((WORDS / "traditional.z").read_bytes()).decode().split("\t")
    return dict(zip(map(ord, old), new, strict=True))


def simplified(words: str) -> str:
    """Words with every traditional character in its simplified form, at equal length."""
    return words.translate(_forms())


def is_traditional(words: str) -> bool:
    """Whether so many characters have another, simplified form as in traditional text: one may be misread."""
    plain = simplified(words)
    return plain != words and sum(map(str.__ne__, words, plain)) * _TRADITIONAL >= len(words)


def _cost(word: str) -> float:
    return (weight(word) or _UNKNOWN) - _TOTAL


def _costs(words: str, start: int) -> list[tuple[int, float]]:
    """The lengths of the words that begin at an offset, the single character among them, with the cost of each."""
    row = _row(words[start])
    found = [(1, (_weight(row.own) if row.own else _UNKNOWN) - _TOTAL)]
    second = words[start + 1 : start + 2]
    at = seconds(words[start]).find(second) if second else -1
    if at >= 0:
        found.append((2, _weight(row.letters[at]) - _TOTAL))
    if second and (longer := _longer(words[start : start + 2])):
        ends = range(start + 3, min(start + _LONGEST, len(words)) + 1)
        found += [(end - start, longer[rest] - _TOTAL) for end in ends if (rest := words[start + 1 : end]) in longer]
    return found


def _weight(letter: str) -> float:
    return (ord(letter) - _FIRST) / 2


@lru_cache(1 << 13)
def _longer(pair: str) -> dict[str, float]:
    """The words of three characters or more that begin with two: what stands behind the first, with its weight."""
    row, key = _row(pair[0]).longer, " " + pair[1]
    found: dict[str, float] = {}
    at = row.find(key)
    while at >= 0:
        end = row.find(" ", at + 1)
        word = row[at + 1 : end if end >= 0 else len(row)]
        found[word[:-1]] = _weight(word[-1])
        at = row.find(key, end) if end >= 0 else -1
    return found


@cache
def _row(first: str) -> _WordRow:
    row = _table().row(ord(first))
    return _WordRow(*row.split("\t")) if row else _WordRow("", "", "")


@cache
def _pairs() -> PackedRows:
    return PackedRows((WORDS / "pairs.table").read_bytes())


@cache
def _table() -> PackedRows:
    return PackedRows((WORDS / "vocabulary.table").read_bytes())
