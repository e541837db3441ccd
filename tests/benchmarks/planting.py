"""Plant one known defect at a time. Nothing here knows the checks: plain patterns on the raw text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Planted(NamedTuple):
    """A text with one defect, and the range of the new text in which it stands."""

    text: str
    start: int
    end: int


class Operator(NamedTuple):
    """A kind of defect: its name, the checks of which one must find it, and where it can be planted."""

    name: str
    codes: tuple[str, ...]
    plant: Callable[[str], Iterator[Planted]]


OPERATORS: list[Operator] = []


def operator(*codes: str) -> Callable[[Callable[[str], Iterator[Planted]]], Callable[[str], Iterator[Planted]]]:
    """Register a planter under its function name."""

    def add(plant: Callable[[str], Iterator[Planted]]) -> Callable[[str], Iterator[Planted]]:
        OPERATORS.append(Operator(plant.__name__.replace("_", "-"), codes, plant))
        return plant

    return add


def put(raw: str, start: int, end: int, words: str) -> Planted:
    """``raw`` with ``start:end`` replaced by ``words``."""
    return Planted(raw[:start] + words + raw[end:], start, start + max(1, len(words)))


def line_of(raw: str, at: int) -> tuple[int, int]:
    """The range of the line around an offset."""
    end = raw.find("\n", at)
    return raw.rfind("\n", 0, at) + 1, len(raw) if end < 0 else end


def quoted(raw: str, at: int) -> bool:
    """Whether an offset stands inside 《》 or “” on its line."""
    start, _ = line_of(raw, at)
    before = raw[start:at]
    return before.count("《") > before.count("》") or before.count("“") > before.count("”")


def matches(pattern: str, raw: str) -> Iterator[re.Match[str]]:
    """Matches of a pattern outside quotation."""
    return (match for match in re.finditer(pattern, raw) if not quoted(raw, match.start()))
