"""Characters that are taken for one another: they sound alike, or look alike.

The usual readings of 5,200 characters and those that look like each are packed by ``packing``, which reads ``alike.tsv``
beside a table of parts.
"""

from functools import cache

from linter.language.lexicon import WORDS, members
from linter.language.packed import PackedRows

# Substances are named by characters that are made alike on purpose.
SUBSTANCES = members("SUBSTANCE_CHARACTER")


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters are usually read the same, tones aside."""
    return reading(one) == reading(other) != ""


def looks_alike(one: str, other: str) -> bool:
    """Whether two characters share a part that few have (煤 媒), or are listed as alike (末 未)."""
    return other in look_alikes(one)


def alike(one: str, other: str) -> bool:
    """Whether two characters sound or look alike."""
    return sounds_alike(one, other) or looks_alike(one, other)


def look_alikes(one: str) -> str:
    """The characters that look like one, in no order that means anything."""
    both, looks, _ = _row(ord(one))
    return both + looks


@cache
def alike_codes(one: int) -> tuple[frozenset[int], frozenset[int]]:
    """The characters that look like one and sound like it, and all that look like it; all by their code points."""
    both, looks, _ = _row(one)
    return frozenset(map(ord, both)), frozenset(map(ord, both + looks))


@cache
def reading(one: str) -> str:
    """The usual reading of a character, tones aside; empty if it is not listed."""
    return _row(ord(one))[2]


@cache
def _row(one: int) -> list[str]:
    """The characters that look and sound like one, those that only look like it, and its usual reading."""
    return (_table().row(one) or "  ").split(" ")


@cache
def _table() -> PackedRows:
    return PackedRows((WORDS / "characters.table").read_bytes())
