"""What a file is by its first bytes, whatever its name says: offices rename, and programs save under old suffixes."""

from linter.sources.readers import BEGINNINGS, PARTS

# How the old binary formats begin, and new ones that are encrypted.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
_PAGE = (b"<html", b"<!doctype html")
# How a web archive begins, and a file of rich text.
_ARCHIVE, _RICH = (b"mime-version:", b"from: <saved by"), b"{\\rtf"
# Web pages under such a suffix are what programs make that write "Word files" and "Excel files".
_WORD = frozenset((".doc", ".docx", ".wps"))
_SHEETS = frozenset((".xls", ".xlsx", ".et"))
# The streams of Excel 97 and 95, and the one of Word.
_BOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_DOCUMENT = "WordDocument".encode("utf-16-le")


def reader_of(data: bytes, suffix: str) -> str | None:
    """The module that reads bytes of this kind; None where they do not tell."""
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(OLE):
        return _compound(data, suffix)
    for beginning, module in BEGINNINGS.items():
        if data.startswith(beginning):
            return module
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if suffix in _WORD | _SHEETS and head.startswith(_PAGE):
        return "html"
    if head.startswith(_RICH):
        return "rtf"
    return "mht" if head.startswith(_ARCHIVE) else None


def _compound(data: bytes, suffix: str) -> str:
    """A file of streams: locked, a workbook, or of Word; each may have the other embedded, then the suffix decides."""
    if LOCKED in data:
        return "sheets_old" if suffix in _SHEETS else "docx"
    book, document = any(name in data for name in _BOOKS), _DOCUMENT in data
    return "sheets_old" if book and (not document or suffix in _SHEETS) else "legacy"


def _package(data: bytes) -> str | None:
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = {name.lower() for name in package.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return None
    return next((module for part, module in PARTS.items() if any(name.startswith(part) for name in names)), None)
