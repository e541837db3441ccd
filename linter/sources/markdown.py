"""Markdown is read as the plain text it is; the structure knows its marks (``#``, ``**``, comments, tables)."""

from __future__ import annotations

from linter.sources import Source, make_source
from linter.sources.plain import decode


def read(data: bytes, name: str) -> Source:
    """Decode bytes as plain text; positions are those of the file."""
    raw, encoding = decode(data)
    return make_source(raw, data, "markdown", encoding)
