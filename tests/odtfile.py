"""OpenDocument text made on the fly, for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

_NAMES = ("office", "text", "table", "style")
_SPACES = " ".join(
    [
        *(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES),
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)
TYPE = "application/vnd.oasis.opendocument.text"


def paragraph(inside: str, style: str = "") -> str:
    """A paragraph of markup."""
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def items(*inside: str, style: str = "L", more: str = "") -> str:
    """A list; an item is the markup of its paragraph, or of its blocks."""
    found = (one if one.startswith("<text:p") else paragraph(one) for one in inside)
    made = "".join(f"<text:list-item>{one}</text:list-item>" for one in found)
    return f'<text:list text:style-name="{style}" {more}>{made}</text:list>'


def level(depth: int, form: str, more: str = "") -> str:
    """A level of a style of lists."""
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" {more}/>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of cells with a paragraph each."""
    made = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    return f"<table:table>{made}</table:table>"


def cell(words: str, more: str = "") -> str:
    """A cell."""
    return f"<table:table-cell {more}>{paragraph(words)}</table:table-cell>"


def odt_file(body: str, styles: str = "", margins: str = "", manifest: str = "") -> bytes:
    """A package with this body; ``styles`` are automatic ones, ``margins`` go into the page that it is set on."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("mimetype", TYPE)
        automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
        content = f"{automatic}<office:body><office:text>{body}</office:text></office:body>"
        made.writestr("content.xml", _part("document-content", content))
        pages = f"<office:master-styles><style:master-page>{margins}</style:master-page></office:master-styles>"
        made.writestr("styles.xml", _part("document-styles", pages))
        made.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return target.getvalue()


def _part(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {_SPACES}>{inside}</office:{name}>'


def said(words: str) -> str:
    """Words as markup."""
    return escape(words)
