"""The part of ``regex`` that checks in YAML use, on ``re``; what ``re`` would take for something else is refused.

Stands in for regex inside the browser only, where the page ends what takes too long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

error = re.error
# Properties of characters, fuzzy matches, sets of sets, recursion, lists by name, borders of words by kind.
_UNKNOWN = re.compile(
    r"\\[pPXRKGmM]|\\[LN][<{]|\{[^}]*[<>][^}]*\}|\[\[|\|\||&&|--|~~|\(\?(?:R|&|\||\d|[-a-zA-Z]*[bepVrfw][-a-zA-Z]*[:)])"
)


class CompiledPattern:
    """A compiled pattern; what limits its time is the page."""

    def __init__(self, pattern: str) -> None:
        found = _UNKNOWN.search(pattern)
        if found:
            raise error(f"浏览器里的页面不支持 {found[0]} (not supported in the browser)")
        self._pattern = re.compile(pattern)
        self.pattern = pattern
        self.groupindex = self._pattern.groupindex
        self.groups = self._pattern.groups

    def finditer(self, text: str, *where: int, **_limits: Any) -> Iterator[re.Match[str]]:
        """All places, from left to right."""
        return self._pattern.finditer(text, *where)

    def search(self, text: str, *where: int, **_limits: Any) -> re.Match[str] | None:
        """The first place."""
        return self._pattern.search(text, *where)


def compile(pattern: str, **_settings: Any) -> CompiledPattern:  # noqa: A001 - the name in regex
    """A pattern. Raises ``error`` for one that is wrong or needs more than ``re`` knows."""
    return CompiledPattern(pattern)


def search(pattern: str, text: str, **_limits: Any) -> re.Match[str] | None:
    """The first place of a pattern."""
    return compile(pattern).search(text)
