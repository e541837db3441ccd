"""Patterns that are compiled when they are first used: a run needs few of them, and each costs a part of the start."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Lazy:
    """A regular expression with the methods of a compiled one, compiled on the first call."""

    __slots__ = ("_compiled", "_flags", "_pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern, for inner loops."""
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, self._flags)
        return self._compiled

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match at ``start``."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match at or behind ``start``."""
        return self.compiled.search(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in order."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)
