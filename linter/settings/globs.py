"""Patterns of paths: ``*`` and ``?`` within a name, ``**`` over folders. The work is that of pattern times path."""

from __future__ import annotations

import re

from linter.language import NamedTuple

_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")


class Glob(NamedTuple):
    """A pattern as its parts: wildcards, and words as they stand."""

    parts: tuple[str, ...]

    def matches(self, path: str) -> bool:
        """Whether the pattern names a whole path. All ways of matching are followed at once, so none is tried again."""
        ends = {0}
        for part in self.parts:
            ends = _after(part, path, ends)
        return len(path) in ends


def _after(part: str, path: str, starts: set[int]) -> set[int]:
    """Where a part may end that begins at one of these places."""
    if part not in ("**/", "**", "*", "?"):
        return {at + len(part) for at in starts if path.startswith(part, at)}
    if part == "?":
        return {at + 1 for at in starts if at < len(path) and path[at] != "/"}
    if not starts:
        return starts
    first = range(min(starts), len(path) + 1)
    if part == "**":
        return set(first)
    if part == "**/":
        return starts | {at for at in first[1:] if path[at - 1] == "/"}
    ends: set[int] = set()
    for at in first:
        if at in starts or (at - 1 in ends and path[at - 1] != "/"):
            ends.add(at)
    return ends


def glob(pattern: str) -> Glob:
    """The pattern that somebody wrote; without ``/`` it names files at any depth."""
    if "/" not in pattern:
        pattern = f"**/{pattern}"
    return Glob(tuple(_PARTS.findall(pattern.removeprefix("./"))))
