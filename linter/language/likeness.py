"""Characters that are taken for one another: they sound alike, or look alike.

The readings and parts of 11,000 characters are packed by ``packing``; ``alike.tsv`` lists those that look alike without
sharing a part. Both are opened when a candidate stands.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import NamedTuple

from linter.language.lexicon import WORDS, rows

# Substances are named by characters that are made alike on purpose.
SUBSTANCES = frozenset("氟氯溴碘氮氧氢硫磷硅硼碳钾钠钙镁铁铜锌铅汞砷铵锂氨胺氰烷烯炔酸酯醇醛酮酚醚苯")


class Shape(NamedTuple):
    """How a character is usually read, without tone, and its parts that few others have (itself if it is simple)."""

    sound: str
    parts: frozenset[str]


_NONE = Shape("", frozenset())


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters are usually read the same, tones aside."""
    return _shape(one).sound == _shape(other).sound != ""


def looks_alike(one: str, other: str) -> bool:
    """Whether two characters share a part that few have (煤 媒), or are listed as alike (末 未)."""
    if other in _listed().get(one, ""):
        return True
    left, right = _shape(one).parts, _shape(other).parts
    return bool(left & right) or one in right or other in left


def alike(one: str, other: str) -> bool:
    """Whether two characters sound or look alike."""
    return sounds_alike(one, other) or looks_alike(one, other)


def company(characters: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each of some characters, those among them that both sound like it and share a part: 煤 媒, 肝 酐."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in characters - SUBSTANCES:
        shape = _shape(one)
        for part in shape.parts:
            groups.setdefault((shape.sound, part), []).append(one)
    found: dict[str, set[str]] = {}
    for group in groups.values():
        for one in group if len(group) > 1 else ():
            found.setdefault(one, set()).update(group)
    return {one: frozenset(others - {one}) for one, others in found.items()}


@cache
def _shape(one: str) -> Shape:
    parts, _, sound = _lines().get(one, "").partition(" ")
    return Shape(sound, frozenset(parts[1:])) if parts else _NONE


@cache
def _lines() -> dict[str, str]:
    text = zlib.decompress((WORDS / "characters.z").read_bytes()).decode()
    return {line[0]: line for line in text.split("\n")}


@cache
def _listed() -> dict[str, str]:
    found: dict[str, str] = {}
    for (group,) in rows("alike.tsv"):
        for one in group:
            found[one] = found.get(one, "") + group.replace(one, "")
    return found
