"""What official texts usually write: words, pairs of characters that stand side by side, phrases of four characters.

Counted in 800 laws, regulations, notices and plans, and packed by ``generate/phrases.py``; a row is read when it is asked
for. A phrase is proof of the word in it that a slip has spoilt; that a phrase is not there proves nothing.
"""

from __future__ import annotations

from functools import cache

from linter.language.lexicon import WORDS, rows
from linter.language.likeness import reading
from linter.language.packed import PackedRows
from linter.language.record import NamedTuple
from linter.language.text import finds

# What stands for the end of a run of characters, in a phrase.
END = "\u4dff"
# Words of the list with less weight are hardly written: pairs that are no words are counted with them.
FEWEST = 3.0
# Rests of phrases are so long: all but the first character.
_REST = 3


class Usual(NamedTuple):
    """What stands behind a character: the ends of words that every office writes; of all that several do; of words and
    usual pairs; of pairs met at all. ``firsts`` make such words before it, ``rests`` are those of usual phrases, one
    behind the other. Sets of as many characters would take thirty times the memory.
    """

    common: str
    words: str
    firsts: str
    lawful: str
    rare: str
    rests: str


@cache
def behind(first: str) -> Usual:
    """What usually stands behind a character."""
    common, written, firsts, pairs, rare, rests = (_table().row(ord(first)) or "\t" * 5).split("\t")
    return Usual(common, common + written, firsts, common + written + pairs, rare, rests)


def is_phrase(words: str) -> bool:
    """Whether four characters are a usual phrase, or part of one; ``END`` stands before its first or behind its last."""
    return any(at % _REST == 0 for at in finds(behind(words[0]).rests, words[1:]))


@cache
def mistakable(one: str) -> str:
    """The characters that one may have been typed or recognised for: read alike, or listed as alike by their shape."""
    return _sounds().get(reading(one), "") + _shapes().get(one, "")


@cache
def _sounds() -> dict[str, str]:
    """The characters that are read alike, by their reading."""
    return {reading(line[0]): line for line in (WORDS / "sounds.txt").read_text("utf-8").splitlines()}


@cache
def _shapes() -> dict[str, str]:
    found: dict[str, str] = {}
    for (group,) in rows("alike.tsv"):
        for one in group:
            found[one] = found.get(one, "") + group
    return found


@cache
def _table() -> PackedRows:
    return PackedRows((WORDS / "phrases.table").read_bytes())
