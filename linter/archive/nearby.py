"""Titles that are a slip of the hand away from a known one."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from linter.language.near import edit, near_pairs

# Whose act it is stands first, what kind of act last: 江西省…, 江苏省…; …条例, …规定. They make another act.
_HEAD, _TAIL = 3, 2
_SHORTEST = 7
# Parts of one work are numbered: 解释(二), 解释(三).
_ORDINALS = frozenset("0123456789一二三四五六七八九十")


def slips(unknown: Collection[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each unknown title that has a character more, less or other than exactly one known, and that one."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for pair in near_pairs((*unknown, *known)):
        for one, other in (pair, pair[::-1]):
            if one in unknown and other in known and _is_slip(one, other):
                near[one].add(other)
    yield from ((one, found.pop()) for one, found in sorted(near.items()) if len(found) == 1)


def _is_slip(one: str, other: str) -> bool:
    change = edit(one, other)
    if change is None or min(len(one), len(other)) < _SHORTEST or _ORDINALS & {*change.old, *change.new}:
        return False
    return change.at >= _HEAD and change.at + len(change.old) <= len(one) - _TAIL
