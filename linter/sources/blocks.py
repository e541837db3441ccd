"""Text out of blocks: a paragraph or a table row is a line, an empty line parts blocks, tabs part cells."""

from __future__ import annotations

import re

from linter.language import Span
from linter.limits import BYTES, COLUMNS, characters
from linter.sources import Origin, SourceError, too_long

# Line ends and tabs are the grammar of the text; control characters come from damaged files.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# Parts the paragraphs of a table cell: no document holds this mark, so it is not taken for words or for markup.
PILCROW = "¶"
_BREAKS = re.compile(r"[\t\n\r]")


def clean(words: str, *, breaks: bool = False) -> str:
    """Words without control characters, length kept: tabs and (unless ``breaks``) line ends become spaces."""
    if breaks:
        words = words.replace("\t", " ").replace("\r", " ")
    elif _BREAKS.search(words):
        words = _BREAKS.sub(" ", words)
    return _CONTROL.sub(" ", words)


class Builder:
    """Collects the text of a document and where each range came from; ``size`` are the bytes of its file."""

    def __init__(self, size: int = BYTES) -> None:
        self._most = characters(size)
        self._words: list[str] = []
        self._origins: list[Origin] = []
        self._place = ""
        self._placed_at = 0
        self.length = 0

    def block(self, place: str) -> None:
        """Begin a paragraph or the first row of a table."""
        self._begin("\n\n", place)

    def row(self, place: str) -> None:
        """Begin another row of the same table."""
        self._begin("\n", place)

    def at(self, place: str) -> None:
        """What is written from now on stood at ``place``: another page, another cell."""
        if place != self._place:
            self._close()
            self._place = place

    def write(self, words: str) -> int:
        """Append words, which must be clean, and return their offset. Raises SourceError beyond the limit."""
        offset = self.length
        self._words.append(words)
        self.length += len(words)
        if self.length > self._most:
            raise too_long(self._most)
        return offset

    def so_far(self) -> str:
        """The text written up to now."""
        return "".join(self._words)

    def finish(self) -> tuple[str, tuple[Origin, ...]]:
        """The text, ended by a line end, and its origins in order."""
        self._close()
        if self.length:
            self._words.append("\n")
        return "".join(self._words), tuple(self._origins)

    def _begin(self, separator: str, place: str) -> None:
        self._close()
        if self.length:
            self.write(separator)
        self._place = place
        self._placed_at = self.length

    def _close(self) -> None:
        if self._placed_at < self.length and self._place:
            self._origins.append(Origin(Span(self._placed_at, self.length), self._place))
        self._placed_at = self.length


def check_columns(count: int) -> None:
    """Raise SourceError if a table is wider than any document's."""
    if count > COLUMNS:
        raise SourceError(f"表格超过 {COLUMNS} 列，不予读取 (table wider than {COLUMNS} columns)")
