"""The pairs of characters that stand side by side in a document: which words can be in it at all."""

from array import array
from collections import Counter
from sys import byteorder

from linter.facts.base import HIDDEN, own_words
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["pairs"]

# A pair of characters as a number: the second stands so many bits higher.
PAIR_BITS = 16
FIRST = (1 << PAIR_BITS) - 1


@fact("pairs")
def pairs(document: Document) -> Counter[int]:
    """How often each two characters stand side by side; as numbers they are counted in half the time."""
    text = document.read(own_words)
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) > 2 * len(text):
        data = "".join([one if one <= "\uffff" else HIDDEN for one in text]).encode("utf-16-le", "surrogatepass")
    found = Counter[int]()
    for start in (0, 2):
        numbers = array("I", data[start : start + (len(data) - start) // 4 * 4])
        if byteorder == "big":
            numbers.byteswap()
        found.update(numbers)
    return found


def as_words(numbers: list[int]) -> str:
    """The characters of numbers, two of each, one behind the other."""
    data = array("I", numbers)
    if byteorder == "big":
        data.byteswap()
    return data.tobytes().decode("utf-16-le", "surrogatepass")


def as_number(pair: str) -> int:
    """Two characters as a number."""
    return ord(pair[0]) | ord(pair[1]) << PAIR_BITS


def as_pair(number: int) -> str:
    """The two characters of a number."""
    return chr(number & FIRST) + chr(number >> PAIR_BITS)
