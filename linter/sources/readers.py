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
    ".ofd": "ofd",
    ".pdf": "pdf",
    ".txt": "plain",
    ".xlsx": "sheets",
    ".xls": "sheets_old",
    ".et": "sheets_old",
}
# The bytes with which a file begins → module.
BEGINNINGS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "legacy",
    b"%PDF-": "pdf",
}
# How the name of a part of a package begins → module.
PARTS = {
    "word/": "docx",
    "ofd.xml": "ofd",
    "xl/": "sheets",
}
# Format → type of media.
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "markdown": "text/markdown",
    "ofd": "application/ofd",
    "pdf": "application/pdf",
    "text": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
}
