"""Regions of SARIF: lines and columns in UTF-16 units or code points, snippets, context, and GitHub's line hash."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import Any

from linter.language.text import Span, Text

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# More context than a screen shows only makes the report longer.
_CONTEXT_LIMIT = 1500
# codeql-action hashes the 100 UTF-16 units from the start of a line, spaces and tabs left out, as a number to base 37.
_WINDOW, _BASE, _MASK = 100, 37, (1 << 64) - 1
_END_OF_FILE = "\uffff"


class Regions:
    """The regions of one text. Offsets are code points; what comes out counts ``utf16`` units unless told otherwise."""

    def __init__(self, text: Text, *, utf16: bool = True) -> None:
        self.text = text
        self._astral = [match.start() for match in _ASTRAL.finditer(text.raw)] if utf16 else []

    def unit(self, offset: int) -> int:
        """The units before an offset: every character beyond the BMP counts two."""
        return offset + bisect_left(self._astral, offset)

    def region(self, span: Span) -> dict[str, Any]:
        """Line, column, offset and words of a span, all of the same range (§3.30)."""
        found = self.bare(span)
        found["snippet"] = {"text": self.text.slice(span)}
        return found

    def bare(self, span: Span) -> dict[str, Any]:
        """A region without its words."""
        first, last = self.text.position(span.start), self.text.position(span.end)
        return {
            "startLine": first.line,
            "startColumn": self._column(first.line, span.start),
            "endLine": last.line,
            "endColumn": self._column(last.line, span.end),
            "charOffset": self.unit(span.start),
            "charLength": self.unit(span.end) - self.unit(span.start),
        }

    def _column(self, line: int, offset: int) -> int:
        return self.unit(offset) - self.unit(self.text.starts[line - 1]) + 1

    def context(self, span: Span) -> dict[str, Any] | None:
        """The lines around a span, one more on either side (§3.29.5). None if there are none, or they are long."""
        first, last = self.text.position(span.start).line, self.text.position(span.end).line
        low, high = max(1, first - 1), min(len(self.text.starts), last + 1)
        if high > low and self.text.starts[high - 1] == len(self.text):
            high -= 1  # behind the last line end there is no line to show
        start, end = self.text.starts[low - 1], self.text.line_span(high).end
        if (low, high) == (first, last) or end - start > _CONTEXT_LIMIT:
            return None
        return {"startLine": low, "endLine": high, "snippet": {"text": self.text.raw[start:end]}}

    def line_hash(self, line: int) -> str:
        """``primaryLocationLineHash`` as upload-sarif computes it: the hash of what follows, and its ordinal."""
        window, ordinal = self._windows[min(line, len(self._windows)) - 1]
        value = 0
        for unit in window.ljust(_WINDOW, "\0"):
            value = value * _BASE + ord(unit) & _MASK
        return f"{value:x}:{ordinal}"

    @cached_property
    def _windows(self) -> list[tuple[str, int]]:
        """For each line the units that are hashed, and how many lines so far had the same."""
        plain = self.text.raw.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
        units = _ASTRAL.sub(_pair, plain) + _END_OF_FILE
        seen: Counter[str] = Counter()
        windows = []
        start = 0
        for line in units.split("\n"):
            window = units[start : start + _WINDOW]
            seen[window] += 1
            windows.append((window, seen[window]))
            start += len(line) + 1
        return windows


def _pair(match: re.Match[str]) -> str:
    """A character beyond the BMP as the two units that UTF-16 makes of it."""
    high, low = divmod(ord(match[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
