"""What a reader sees of an EQ field, by which Word sets a character in a ring (带圈字符) or a reading over it."""

from __future__ import annotations

import re

_RINGS = frozenset("○□△◇〇")
_OVERSTRIKE = re.compile(r"\s*EQ\s*\\o", re.IGNORECASE)
# The whole numbers from 1 that have a character of their own in a ring.
_RINGED = [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)]
_SWITCH = re.compile(r"\\[a-z]+ ?-?\d*", re.IGNORECASE)


def equation(instruction: str) -> str:
    """The base of characters set over each other, in a ring if it is a number; nothing for other instructions."""
    if not _OVERSTRIKE.match(instruction):
        return ""
    inner = instruction[instruction.find("(") + 1 : instruction.rfind(")")]
    parts = [_SWITCH.sub("", part).strip("() ") for part in _arguments(inner)]
    base = [part for part in parts if part and part not in _RINGS]
    if not base:
        return ""
    words = base[-1]
    ringed = any(part in _RINGS for part in parts) and words.isascii() and words.isdigit() and len(words) < 3
    return chr(_RINGED[int(words) - 1]) if ringed and 1 <= int(words) <= len(_RINGED) else words


def _arguments(words: str) -> list[str]:
    """What stands between the commas of the outermost brackets; Chinese versions of Word may write semicolons."""
    found, depth = [""], 0
    for character in words:
        depth += (character == "(") - (character == ")")
        if character in ",;" and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return found
