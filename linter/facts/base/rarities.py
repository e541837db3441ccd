"""Where two Chinese characters meet that hardly ever do in a document: at the seams of words, and at slips."""

from __future__ import annotations

from linter.facts.base.held import PAIR_BITS, bigrams, code_units, side_by_side
from linter.language import lexicon
from linter.language.near import common_ends
from linter.language.text import is_han
from linter.structure import Document, fact
from linter.structure.profile import script_of

__all__ = ["FREE", "han_run", "of_han", "rarities", "same_around"]

# So often two characters meet at most that hardly ever do.
_SELDOM = 2
# What becomes of whether two characters hardly ever meet, and of the upper byte of a code point.
_KINDS = b"ur" + bytes(254)
_HAN = bytes([0xFF if 0x4E <= upper <= 0x9F else 0 for upper in range(256)])
# So far from a place its words are read and compared.
_AROUND, _REACH = 6, 10
# What a phrase may have or lack by right, and what moves in it.
FREE = lexicon.members("FREE_CHARACTER")
# The Chinese characters of the basic block, and the bits of the first of two.
_FIRST, _LAST, _LOWER = 0x4E00, 0x9FFF, (1 << PAIR_BITS) - 1
_FIRST_PAIR, _LAST_PAIR = _FIRST << PAIR_BITS | _FIRST, _LAST << PAIR_BITS | _LAST


@fact("rarities")
def rarities(document: Document) -> str:
    """How each character of the flow and the next meet: r, two Chinese ones that hardly ever do; u, usually; else -.

    Empty in traditional text, whose words are not listed.
    """
    if script_of(document.text.normal, document.span) == "traditional":
        return ""
    seldom = {pair for pair, times in document.read(bigrams).items() if times <= _SELDOM}
    kinds = bytes(map(seldom.__contains__, side_by_side(document))).translate(_KINDS)
    # The upper byte of a code point tells whether it is in the basic block.
    han = document.read(code_units)[1::2].translate(_HAN)
    first, second, known = (int.from_bytes(one, "little") for one in (han, han[1:], kinds))
    return (known & first & second).to_bytes(len(kinds), "little").replace(b"\0", b"-").decode()


def of_han(pairs: list[int]) -> list[int]:
    """Those of some pairs of characters that are two Chinese ones."""
    return [one for one in pairs if _FIRST_PAIR <= one <= _LAST_PAIR and _FIRST <= one & _LOWER <= _LAST]


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
