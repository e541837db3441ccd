"""What a file is by its first bytes, whatever its name says: offices rename, and programs save under old suffixes."""

from __future__ import annotations

from linter.sources.readers import BEGINNINGS, PARTS

# How the old binary formats begin, and new ones that are encrypted.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PAGE = (b"<html", b"<!doctype html")
# Web pages under such a suffix are what programs make that write "Word files".
_WORD = frozenset((".doc", ".docx", ".wps"))


def reader_of(data: bytes, suffix: str) -> str | None:
    """The module that reads bytes of this kind; None where they do not tell."""
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    for beginning, module in BEGINNINGS.items():
        if data.startswith(beginning):
            return "docx" if _LOCKED in data else module
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "html" if suffix in _WORD and head.startswith(_PAGE) else None


def _package(data: bytes) -> str | None:
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = {name.lower() for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    return next((module for part, module in PARTS.items() if any(name.startswith(part) for name in names)), None)
