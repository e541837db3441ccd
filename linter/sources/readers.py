"""Which module of this package reads what, as ``python generate/readers.py`` writes it."""

# Suffix → module.
READERS = {
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".doc": "legacy",
    ".wps": "legacy",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mht": "mht",
    ".mhtml": "mht",
    ".odt": "odt",
    ".ofd": "ofd",
    ".pdf": "pdf",
    ".txt": "plain",
    ".rtf": "rtf",
    ".xlsx": "sheets",
    ".xls": "sheets_old",
    ".et": "sheets_old",
}
# The bytes with which a file begins → module.
BEGINNINGS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "legacy",
    b"%PDF-": "pdf",
    b"{\\rtf": "rtf",
}
# How the name of a part of a package begins → module.
PARTS = {
    "word/": "docx",
    "content.xml": "odt",
    "ofd.xml": "ofd",
    "xl/": "sheets",
}
# Format → type of media.
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "markdown": "text/markdown",
    "odt": "application/vnd.oasis.opendocument.text",
    "ofd": "application/ofd",
    "pdf": "application/pdf",
    "text": "text/plain",
    "rtf": "application/rtf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
}
