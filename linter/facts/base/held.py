"""What a document's own words hold: which characters, which two side by side. What is not there need not be sought."""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import compress, count
from sys import byteorder

from linter.facts.base.masks import HIDDEN, own_words
from linter.language import remembered
from linter.structure import Document, fact

__all__ = [
    "PAIR_BITS",
    "as_number",
    "as_pair",
    "as_words",
    "bigrams",
    "characters",
    "code_units",
    "codes",
    "pairs_in",
    "places_of_pairs",
    "search",
    "side_by_side",
]

# Two characters as a number: the second stands so many bits higher.
PAIR_BITS = 16
_FIRST = (1 << PAIR_BITS) - 1
# Each character once, whatever documents hold it: many documents are kept at a time.
_ONE_EACH: dict[str, str] = {}


@fact("code-units")
def code_units(document: Document) -> bytes:
    """The document's own words, two bytes a character, the lower first; one beyond the basic plane is hidden."""
    text = document.read(own_words)
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) > 2 * len(text):
        data = "".join([one if one <= "\uffff" else HIDDEN for one in text]).encode("utf-16-le", "surrogatepass")
    return data


def side_by_side(document: Document, apart: int = 1) -> array:  # type: ignore[type-arg]  # generic for the checker only
    """Each two characters of the document's own words that stand so far apart, as numbers, in order of the first."""
    units = array("H", document.read(code_units))
    size = max(0, len(units) - apart)
    both = array("H", bytes(4 * size))
    both[::2], both[1::2] = units[:size], units[apart:]
    return _numbers("I", both.tobytes())


def codes(document: Document) -> array:  # type: ignore[type-arg]  # generic for the checker only
    """The code point of each character of the document's own words; those beyond the basic plane are hidden."""
    return _numbers("H", document.read(code_units))


def _numbers(kind: str, data: bytes) -> array:  # type: ignore[type-arg]  # generic for the checker only
    numbers = array(kind, data)
    if byteorder == "big":
        numbers.byteswap()
    return numbers


def places_of_pairs(document: Document, pairs: Collection[int], apart: int = 1) -> list[int]:
    """The offsets of the flow at which some pairs of characters begin, which stand so far apart, in order."""
    return list(compress(count(), map(pairs.__contains__, side_by_side(document, apart))))


@fact("bigrams")
def bigrams(document: Document) -> Counter[int]:
    """How often each two characters stand side by side; as numbers they are counted in half the time."""
    return Counter(side_by_side(document))


@fact("characters")
def characters(document: Document) -> frozenset[str]:
    """The characters of the basic plane; the last of all, a line break, stands before it, too."""
    pairs: Counter[int] = document.read(bigrams)
    present = list(map(chr, set(map(_FIRST.__and__, pairs))))
    return frozenset(map(_ONE_EACH.setdefault, present, present))


def search(document: Document, pattern: re.Pattern[str], *needles: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the document's own words, if it holds one of the ``needles`` at all."""
    text = document.read(own_words)
    present = document.read(characters)
    if any(present.issuperset(needle) and needle in text for needle in needles):
        yield from pattern.finditer(text)


def as_words(numbers: list[int]) -> str:
    """The characters of numbers, two of each, one behind the other."""
    return _numbers("I", array("I", numbers).tobytes()).tobytes().decode("utf-16-le", "surrogatepass")


def as_number(pair: str) -> int:
    """Two characters as a number."""
    return ord(pair[0]) | ord(pair[1]) << PAIR_BITS


@remembered(1 << 10)
def pairs_in(words: str) -> frozenset[int]:
    """The pairs of some words, which stand nowhere where one of these does not."""
    return frozenset([as_number(words[at : at + 2]) for at in range(len(words) - 1)])


def as_pair(number: int) -> str:
    """The two characters of a number."""
    return chr(number & _FIRST) + chr(number >> PAIR_BITS)
