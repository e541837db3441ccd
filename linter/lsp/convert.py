"""Between spans of the text (code points from 0) and positions of the protocol (lines from 0, units of the client)."""

from __future__ import annotations

from lsprotocol import types as lsp

from linter.language import Span, Text


class Columns:
    """Columns in the encoding that client and server agreed on: UTF-16 units unless the client asks otherwise."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self._encoding = encoding

    def units(self, words: str) -> int:
        """How many units of the client some words take."""
        if self._encoding == "utf-32" or words.isascii():
            return len(words)
        if self._encoding == "utf-8":
            return len(words.encode("utf-8", "surrogatepass"))
        return len(words.encode("utf-16-le", "surrogatepass")) // 2

    def position(self, text: Text, offset: int) -> lsp.Position:
        """The protocol's position of an offset."""
        line, column = text.position(offset)
        start = text.starts[line - 1]
        return lsp.Position(line - 1, self.units(text.raw[start : start + column - 1]))

    def range(self, text: Text, span: Span) -> lsp.Range:
        """The protocol's range of a span."""
        return lsp.Range(self.position(text, span.start), self.position(text, span.end))

    def offset(self, text: Text, position: lsp.Position) -> int:
        """The offset of a position; one behind the end of a line or of the text is taken as the end."""
        if position.line >= len(text.starts):
            return len(text)
        start, end = text.line_span(position.line + 1)
        left = position.character
        for at in range(start, end):
            if left <= 0:
                return at
            left -= self.units(text.raw[at])
        return end

    def span(self, text: Text, where: lsp.Range) -> Span:
        """The span of a range."""
        return Span(self.offset(text, where.start), self.offset(text, where.end))
