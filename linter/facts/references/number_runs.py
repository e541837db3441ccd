"""Runs of numbers, whatever they stand at, and where they do not count on.

``breaks`` reads the numbers alone: each break is one cause, however many numbers it shifts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.language import NamedTuple, Span, lazy, to_chinese

__all__ = ["NumberedItem", "Run", "written"]

Origin = Literal["section", "inline", "column", "caption"]
Kind = Literal["skipped", "repeated", "misplaced"]

_DIGITS = lazy(r"\d+|[一二三四五六七八九十廿卅百千零〇○]+")


class NumberedItem(NamedTuple):
    """A number in a run: its value, the words of its mark and their place.

    ``foreign``: a decimal whose beginning is not the number of the section above (3.3 under 4).
    """

    value: int
    text: str
    span: Span
    foreign: bool = False


class Run(NamedTuple):
    """Numbers counted on together, in order of place; ``scheme`` is that of the marks, ``is`` (一是), ``serial`` or
    ``caption``.
    """

    origin: Origin
    scheme: str
    items: tuple[NumberedItem, ...]


class Break(NamedTuple):
    """Where a run does not count on: the wrong item and its index, the value due there, and its neighbours.

    ``confirmed``: the number after it is the one that follows the value due, so that this one alone is wrong.
    """

    kind: Kind
    item: NumberedItem
    expected: int
    before: NumberedItem | None
    after: NumberedItem | None
    at: int
    confirmed: bool = False


def breaks(items: Sequence[NumberedItem]) -> list[Break]:
    """The breaks of a run. A list may start again at 1; a single wrong number is told by the one after it."""
    found: list[Break] = []
    at = last = 0
    while at < len(items):
        cause, taken, last = _judged(items, at, last)
        at += taken
        if cause:
            found.append(cause)
    return found


def _judged(items: Sequence[NumberedItem], at: int, last: int) -> tuple[Break | None, int, int]:
    """The break at an item behind the number ``last``, if it is one; how many items that takes, and the number then."""
    item, due = items[at], last + 1
    if item.value == due and not item.foreign:
        return None, 1, due
    after = items[at + 1] if at + 1 < len(items) else None
    following = after.value if after and not after.foreign else 0
    cause = Break(_kind(item, due), item, due, items[at - 1] if at else None, after, at)
    if following == due + 1 and following != 2:
        return cause._replace(confirmed=True), 1, due
    anew = due == 1 and [one.value for one in items[at + 1 : at + 4]] == [1, 2, 3]  # ② behind 注:①, then ①②③
    if following == due and item.value == due + 1 and not anew:
        return cause._replace(kind="misplaced"), 2, item.value
    if item.value == 1 and following == due > 2:
        return None, 1, last  # a 1 in the middle of a list that goes on behind it is none of its numbers
    if item.value == 1 and not item.foreign:
        # No list of inserted articles begins again: 第五条之一, 第五条之一.
        again = last == 1 and (following == 2 or is_inserted(item))
        return cause._replace(kind="repeated") if again else None, 1, 1
    return cause, 1, due if item.foreign else item.value


def _kind(item: NumberedItem, due: int) -> Kind:
    if item.foreign:
        return "misplaced"
    return "repeated" if item.value < due else "skipped"


def written(scheme: str, value: int, like: str) -> str:
    """The mark of a value in the manner of another mark of its run."""
    if scheme == "circled":
        return chr(ord("①") + value - 1)
    if scheme == "letter":
        return chr(ord("a") + value - 1) + like[1:]
    old = list(_DIGITS.finditer(like))[-1]
    number = str(value) if old[0].isdigit() else to_chinese(value)
    return like[: old.start()] + number + like[old.end() :]


def is_inserted(item: NumberedItem) -> bool:
    """Whether a number is that of an article between two others: 第五条之一."""
    return "之" in item.text
