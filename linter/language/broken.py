"""Slips in names: words that lost a character, of which the rest stands alone (垂直|理|部门), or that changed places."""

from __future__ import annotations

from linter.language import vocabulary
from linter.language.near import common_ends

_NUMERALS = frozenset("0123456789一二三四五六七八九十")


def is_broken(one: str, other: str) -> bool:
    """Whether the shorter of two names is the other without a character of a word, no number: 居住证暂条例."""
    short, whole = sorted((one, other), key=len)
    at, tail = common_ends(short, whole)
    lost = whole[at : len(whole) - tail]
    one_lost = len(lost) == 1 and at + tail == len(short) and lost not in _NUMERALS
    return one_lost and rest(short[:at], lost, short[at:]) is not None


def is_turned(one: str, other: str) -> bool:
    """Whether two neighbouring parts of a name have changed places in the other: 建筑防火设计规范, 建筑设计防火规范."""
    head, tail = common_ends(one, other)
    old, new = one[head : len(one) - tail], other[head : len(other) - tail]
    return any(new == old[at:] + old[:at] for at in range(1, len(old)))


def rest(before: str, lost: str, behind: str) -> tuple[int, int] | None:
    """How many characters are left of the word that a lost one belongs to, before its place and behind it.

    None if it is a word by itself, or if what is left on both sides of the gap is or makes a word.
    """
    sizes = word_around(before, lost, behind)
    if not sizes:
        return None
    seams, at = vocabulary.seams(before + behind), len(before)
    sides = [at - 1] * (sizes[0] > 0) + [at] * (sizes[1] > 0)
    # 科|人员: of what is left of 科研人员 one side may be a word.
    parted = 1 in sizes and {at - sizes[0], at, at + sizes[1]} <= seams
    return sizes if parted or all({side, side + 1} <= seams for side in sides) else None


def word_around(before: str, lost: str, behind: str) -> tuple[int, int] | None:
    """How many characters of the word that a lost one is part of stand before it and behind it."""
    end, at = 0, len(before)
    for word in vocabulary.cut(before + lost + behind):
        start, end = end, end + len(word)
        if end > at:
            return (at - start, end - at - 1) if len(word) > 1 else None
    return None
