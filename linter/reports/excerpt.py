"""Excerpts for a terminal: a few dozen characters around a place, cut with …, and their width in columns."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from linter.language import NamedTuple, Span, Text, lazy

# A document may hold anything; a terminal must not obey it. Bidirectional marks would move the place.
_CONTROL = lazy("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")
# What no page may hold; line ends and tabs stay.
_RAW = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What the logs of GitHub and Azure DevOps obey wherever it stands in a line, and what GitHub does at its beginning.
_COMMAND = lazy(r"##(?=\[|vso\[)")
_BREAK = lazy(r"[ \t\r\u3000]*\n\s*")
_WIDE = frozenset("WF")
_WIDTHLESS = frozenset(("Mn", "Me", "Cf"))


class Excerpt(NamedTuple):
    """The words before, at and behind a place, in one line."""

    before: str
    words: str
    after: str


def excerpt(text: Text, span: Span, around: int, most: int) -> Excerpt:
    """The place of ``span`` with up to ``around`` columns of its own lines on either side.

    A place of more than ``most`` columns keeps its two ends. An empty place shows the character behind it.
    """
    first = text.line_span(text.position(span.start).line)
    last = text.line_span(text.position(max(span.start, span.end - 1)).line)
    end = span.end if span.end > span.start else min(span.start + 1, max(last.end, span.start))
    words = plain(text.raw[span.start : end])
    if width(words) > most:
        words = f"{head(words, most // 2)}…{tail(words, most // 2)}"
    # One character has at least no column and at most two: a slice this long holds what is wanted and bounds the work.
    before = plain(text.raw[max(first.start, span.start - 4 * around) : span.start]).lstrip()
    after = plain(text.raw[end : min(last.end, end + 4 * around)]).rstrip()
    left, right = tail(before, around), head(after, around)
    return Excerpt(
        "…" + left if left != before else left,
        words,
        right + "…" if right != after else right,
    )


def plain(words: str) -> str:
    """Words in one line: ↵ for a break, a space for a tab, ␛-like pictures for control characters."""
    return _CONTROL.sub(_picture, _BREAK.sub("↵", words).replace("\t", " ").replace("\r", ""))


def pictured(words: str) -> str:
    """Words with pictures for control characters, one for one; line ends and tabs stay."""
    return _RAW.sub(_picture, words)


def inert(line: str) -> str:
    """A line of a log that no service takes for a command, whatever the document or its name holds."""
    line = _COMMAND.sub("# #", line)
    return f"./{line}" if line.startswith("::") else line


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "�"


def width(words: str) -> int:
    """How many columns words take in a terminal; characters of ambiguous width (“ Ⅱ …) take one."""
    return len(words) if words.isascii() else sum(map(_columns, words))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in _WIDE:
        return 2
    return 0 if unicodedata.category(character) in _WIDTHLESS else 1


def head(words: str, columns: int) -> str:
    """As many characters from the start as fit into columns."""
    used = 0
    for index, character in enumerate(words):
        used += _columns(character)
        if used > columns:
            return words[:index]
    return words


def tail(words: str, columns: int) -> str:
    """As many characters from the end as fit into columns."""
    used = 0
    for index in range(len(words) - 1, -1, -1):
        used += _columns(words[index])
        if used > columns:
            return words[index + 1 :]
    return words
