"""Spaces that stand where the lines of a page ended: 强化 源头治理, one after every thirty characters.

Programs that take the text out of a PDF write each paragraph in one line and put a space where a line of the page
ended. A reader sees words broken in two; here such spaces are void. They are known by their distance: the lines of a
page are of one length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from linter.language import VOID, lazy

__all__ = ["rejoined"]

_HAN = "\u4e00-\u9fff"
# A space between Chinese words, or behind a mark; behind the number of an article it is meant.
_SPACE = lazy(f" (?<=[{_HAN}，。；：、”）》] )(?<![条章节] )(?=[{_HAN}“（《])")
# Lines of a page have so many characters; a line of the file with two of them is longer.
_SHORTEST, _LONGEST = 20, 50
# So many distances show what the length is, and so large a share of them is near it, a few characters apart.
_ENOUGH, _SHARE, _NEAR = 8, 0.6, 4


def rejoined(raw: str) -> str:
    """The text with void in the place of such spaces, as long as it was."""
    if len(raw) < _SHORTEST * _ENOUGH or " " not in raw:
        return raw
    places = [found for line in _lines(raw) if (found := [match.start() for match in _SPACE.finditer(raw, *line)])]
    distances = [after - at - 1 for found in places for at, after in pairwise(found)]
    if len(distances) < _ENOUGH:
        return raw
    (length, _), *_ = Counter(distances).most_common(1)
    near = sum(abs(distance - length) <= _NEAR for distance in distances)
    if not _SHORTEST <= length <= _LONGEST or near < _SHARE * len(distances):
        return raw
    words = list(raw)
    for found in places:
        start = raw.rfind("\n", 0, found[0])
        for at in found:
            if _ends_line(at - start - 1, length):
                words[at] = VOID
                start = at
    return "".join(words)


def _lines(raw: str) -> Iterator[tuple[int, int]]:
    """The lines of the file that may hold two of a page."""
    for line in re.finditer(rf"[^\n]{{{_SHORTEST},}}", raw):
        yield line.span()


def _ends_line(distance: int, length: int) -> bool:
    """Whether one line of the page ended here, or some of which no other left a space between words."""
    lines = max(1, round(distance / length))
    return abs(distance - lines * length) <= lines * _NEAR
