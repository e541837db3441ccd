"""Likeness of strings, each measure once: one edit apart, common ends, pairs of characters, common order.

Names one edit apart are found in near-linear time: they share a form with one character left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from linter.language.record import NamedTuple

__all__ = [
    "SingleEdit",
    "common_ends",
    "common_length",
    "dice",
    "edit",
    "near_pairs",
    "one_apart",
    "ratio",
    "subsequence",
]

# A form shared by more names than this tells nothing, and pairing them all would be quadratic.
_CROWD = 40
# Longer names are cut for the index only; an edit behind this is not seen.
_LONGEST = 40


class SingleEdit(NamedTuple):
    """How one name becomes another: at an offset of the first, ``old`` is replaced by ``new`` (either may be empty)."""

    at: int
    old: str
    new: str


def near_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of distinct names that one inserted, dropped or changed character sets apart, each once."""
    forms: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if len(name) <= _LONGEST:
            for form in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
                forms.setdefault(form, []).append(name)
    seen: set[tuple[str, str]] = set()
    for group in forms.values():
        if not 1 < len(group) <= _CROWD:
            continue
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen and edit(one, other):
                    seen.add(pair)
                    yield pair


def edit(one: str, other: str) -> SingleEdit | None:
    """The single edit that turns ``one`` into ``other``, or None if they are equal or further apart."""
    if one == other or abs(len(one) - len(other)) > 1:
        return None
    head, tail = common_ends(one, other)
    old, new = one[head : len(one) - tail], other[head : len(other) - tail]
    return SingleEdit(head, old, new) if len(old) <= 1 and len(new) <= 1 else None


def one_apart(one: str, other: str) -> bool:
    """Whether two strings differ by exactly one character replaced, added or dropped."""
    return edit(one, other) is not None


def common_ends(one: str, other: str) -> tuple[int, int]:
    """The lengths of the common beginning and of the common end, which do not overlap."""
    least = min(len(one), len(other))
    head = tail = 0
    while head < least and one[head] == other[head]:
        head += 1
    least -= head
    while tail < least and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail


def dice(one: str, other: str) -> float:
    """The share of pairs of neighbouring characters that two strings share, from 0 to 1 (Dice's coefficient)."""
    pairs = [Counter(pairwise(words)) for words in (one, other)]
    whole = sum(pairs[0].values()) + sum(pairs[1].values())
    return 2 * sum((pairs[0] & pairs[1]).values()) / whole if whole else float(one == other)


def subsequence(short: str, long: str) -> bool:
    """Whether the characters of ``short`` occur in ``long`` in their order."""
    rest = iter(long)
    return all(character in rest for character in short)


def common_length(one: str, other: str) -> int:
    """Length of the longest common subsequence of two names."""
    row = [0] * (len(other) + 1)
    for left in one:
        before = 0
        for at, right in enumerate(other, 1):
            before, row[at] = row[at], before + 1 if left == right else max(row[at], row[at - 1])
    return row[-1]


def ratio(one: str, other: str) -> float:
    """Twice the characters that two strings share in order, by their lengths, from 0 to 1 (Ratcliff and Obershelp)."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
