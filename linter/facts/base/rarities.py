"""Where two Chinese characters meet that hardly ever do in a document: at the seams of words, and at slips."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from linter.facts.base.held import as_pair, bigrams
from linter.facts.base.masks import own_words
from linter.language.near import common_ends
from linter.language.record import NamedTuple
from linter.language.text import is_han
from linter.structure import Document, fact
from linter.structure.profile import script_of

__all__ = ["Neighbours", "han_run", "neighbours", "rarities", "same_around"]

# So often two characters meet at most, and so often at least where that is usual.
_SELDOM, _OFTEN = 2, 2
# So far from a place its words are read and compared.
_AROUND, _REACH = 6, 10


class Neighbours(NamedTuple):
    """The Chinese characters that usually stand behind one, and those that usually stand before one."""

    behind: defaultdict[str, set[str]]
    before: defaultdict[str, set[str]]


@fact("rarities")
def rarities(document: Document) -> tuple[int, ...]:
    """The offsets of the flow between two characters that hardly ever stand side by side, in order.

    None in traditional text, whose words are not listed.
    """
    if script_of(document.text.normal, document.span) == "traditional":
        return ()
    counts: Counter[int] = document.read(bigrams)
    seldom = [as_pair(number) for number, times in counts.items() if times <= _SELDOM]
    rare = {pair for pair in seldom if is_han(pair[0]) and is_han(pair[1])}
    text: str = document.read(own_words)
    pairs = enumerate(map("".join, pairwise(text)), 1)
    return tuple([at for at, pair in pairs if pair in rare])


@fact("neighbours")
def neighbours(document: Document) -> Neighbours:
    """Who usually stands beside whom."""
    behind: defaultdict[str, set[str]] = defaultdict(set)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for number, times in document.read(bigrams).items():
        if times >= _OFTEN:
            pair = as_pair(number)
            first, second = pair[0], pair[1]
            if is_han(first) and is_han(second):
                behind[first].add(second)
                before[second].add(first)
    return Neighbours(behind, before)


def han_run(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the Chinese characters around a range, a few on each side."""
    first, last = start, end
    while first > 0 and start - first < _AROUND and is_han(text[first - 1]):
        first -= 1
    while last < len(text) and last - end < _AROUND and is_han(text[last]):
        last += 1
    return first, last


def same_around(text: str, one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """How many characters are the same before two ranges and behind them."""
    before = [text[max(0, start - _REACH) : start][::-1] for start, _ in (one, other)]
    behind = [text[end : end + _REACH] for _, end in (one, other)]
    return common_ends(*before)[0], common_ends(*behind)[0]
