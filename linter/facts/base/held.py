"""What a document's own words hold: which characters, which two side by side. What is not there need not be sought."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator
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
    "pairs_in",
    "search",
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


@fact("bigrams")
def bigrams(document: Document) -> Counter[int]:
    """How often each two characters stand side by side; as numbers they are counted in half the time."""
    data = document.read(code_units)
    found = Counter[int]()
    for start in (0, 2):
        numbers = array("I", data[start : start + (len(data) - start) // 4 * 4])
        if byteorder == "big":
            numbers.byteswap()
        found.update(numbers)
    return found


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
    data = array("I", numbers)
    if byteorder == "big":
        data.byteswap()
    return data.tobytes().decode("utf-16-le", "surrogatepass")


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
