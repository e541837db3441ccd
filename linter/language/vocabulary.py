"""The words of the language with their frequency, and how they cut a run of characters.

188,000 words of jieba's list (MIT licence), packed by ``packing``: 650 kB, opened when a candidate stands (15 ms), and
of it only the lines of the characters that are asked for. ``simplified`` brings traditional characters to the form of the
list.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache

from linter.language.lexicon import WORDS

_FIRST = 65
# In traditional text every third character has another form.
_TRADITIONAL = 8
_LONGEST = 8
# Letters of weights come before all Chinese characters.
_HAN = 0x3000
# A character that is no word of the list costs a cut this much; the logarithm of all occurrences is 18.
_UNKNOWN = -2.0
_TOTAL = 17.9


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """The natural logarithm of a word's frequency in the list, 0 if it is not there."""
    row = _rows().get(word[:1], "")
    key = " " + word[1:]
    at = row.find(key)
    while at >= 0:
        letter = ord(row[at + len(key)])
        if letter < _HAN:
            return (letter - _FIRST) / 2
        at = row.find(key, at + 1)
    return 0.0


def known(word: str) -> bool:
    """Whether the list has a word."""
    return weight(word) > 0


def cut(words: str) -> list[str]:
    """The most probable words that a run of characters is made of; what is unknown stays single characters."""
    size = len(words)
    best = [0.0] * (size + 1)
    last = [0] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1] + _cost(words[end - 1 : end])
        last[end] = end - 1
        for start in range(end - 2, max(end - _LONGEST, 0) - 1, -1):
            word = words[start:end]
            if known(word) and best[start] + _cost(word) > best[end]:
                best[end], last[end] = best[start] + _cost(word), start
    found: list[str] = []
    while size:
        found.append(words[last[size] : size])
        size = last[size]
    return found[::-1]


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
    return weight(word) - _TOTAL if known(word) else _UNKNOWN - _TOTAL


@cache
def _rows() -> dict[str, str]:
    """The words by their first character, a string each: behind it for each word a space, its rest, its weight."""
    text = zlib.decompress((WORDS / "vocabulary.z").read_bytes()).decode()
    return {line[0]: line for line in text.split("\n")}
