"""Old binary formats (.doc, .wps) are not read; the one line says how to convert them."""

from __future__ import annotations

import shlex
from typing import NoReturn

from linter.sources import SourceError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes, name: str) -> NoReturn:
    """Raise SourceError with the command that converts the file."""
    command = f"soffice --headless --convert-to docx {shlex.quote(name)}"
    raise SourceError(f"不读取旧格式 .doc、.wps，请另存为 .docx，或运行 {command} (convert to .docx first)")
