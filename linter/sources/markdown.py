"""Markdown: the plain text of the file, and beside it what a reader sees of it."""

import re

from linter.language import Span
from linter.sources import AS_USUAL, Comment, How, Reads, Source, make_source
from linter.sources.markdown_shown import shown
from linter.sources.plain import decode

READS = Reads("markdown", (".md", ".markdown"), "text/markdown")
_COMMENT = re.compile(r"<!--\s*(gazette-lint:.*?)\s*-->", re.DOTALL)


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """Decode bytes as plain text; positions are those of the file."""
    raw, encoding = decode(data)
    return make_source(raw, data, "markdown", encoding)._replace(comments=comments(raw), shown=shown(raw))


def comments(raw: str) -> tuple[Comment, ...]:
    """The comments of a text that speak to the linter."""
    if "gazette-lint:" not in raw:
        return ()
    return tuple(Comment(Span(*found.span()), found[1]) for found in _COMMENT.finditer(raw))
