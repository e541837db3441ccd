"""Words with a wrong character that are none (按装), where the right one makes better sense of what stands around."""

from functools import cache

from linter.facts.base import as_number, bigrams, own_words
from linter.facts.wording.confusions import Confusion
from linter.language import vocabulary
from linter.language.confusables import Confusable
from linter.language.lexicon import rows
from linter.language.text import finds, is_han
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["typos"]

# How many characters on each side of a word say how it is to be cut.
_AROUND = 6
# The right word must explain its surroundings so much better, as a difference of logarithms: 排列如下 is no 排例如下.
_BETTER = 3.0


@fact("typos")
def typos(document: Document) -> tuple[Confusion, ...]:
    """The places of words that are none, in order."""
    present = document.read(bigrams)
    by_pair = _by_pair()
    text = document.read(own_words)
    found = [
        Confusion(at, _entry(wrong, right))
        for pair in by_pair.keys() & present.keys()
        for wrong, right in by_pair[pair]
        for at in finds(text, wrong, apart=True)
        if makes_sense(text, at, wrong, right, _BETTER)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


@cache
def _by_pair() -> dict[int, list[tuple[str, ...]]]:
    """The wrong words with the right ones, by the first two characters of the wrong one."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for row in rows("typos.tsv"):
        found.setdefault(as_number(row[0]), []).append(row)
    return found


@cache
def _entry(wrong: str, right: str) -> Confusable:
    return Confusable(wrong, right, "D", "", "", (wrong,), (right,))


def makes_sense(text: str, at: int, wrong: str, right: str, better: float) -> bool:
    """Whether the right word in place of the wrong one explains the words around it so much better."""
    first, last = at, at + len(wrong)
    while first > 0 and at - first < _AROUND and is_han(text[first - 1]):
        first -= 1
    while last < len(text) and last - at < _AROUND and is_han(text[last]):
        last += 1
    written = text[first:last]
    mended = text[first:at] + right + text[at + len(wrong) : last]
    return vocabulary.likelihood(mended) - vocabulary.likelihood(written) >= better
