"""Reports of this tool are known again: they are passed over among documents, and a new report may replace them."""

import re
from pathlib import Path

# Word files with comments for people are called so, in front of the name of the draft.
COMMENTED = "批注_"
# So much of a file is looked at.
_HEAD = 8192
# So much of a part of a package.
_PART = 1 << 24
# By which part of a package, and what stands in it, a report is known: comments, a new Word file, a spreadsheet.
_SIGNS = (
    ("word/comments.xml", b'author="gazette-lint"'),
    ("docProps/app.xml", b"<Application>gazette-lint</Application>"),
    ("docProps/core.xml", b">gazette-lint<"),
)
# The colours of a terminal.
_PAINT = r"(?:\x1b\[[\d;]*m)*"
_SEVERITY = "(?:错误|警告|提示|error|warning|note)"
# How reports that are text begin, byte order mark aside.
_BEGINNINGS = (
    r'<!doctype html>(?s:.){0,400}<meta name="generator" content="gazette-lint',
    r'\{(?s:.){0,4000}"name": ?"gazette-lint"',
    r'\{"kind": "(?:file", "path": "[^\n]*, "format": |run", "tool": )',
    r'\{"kind": "gazette-lint part ',
    r'\[\s*(?:\{(?s:.){0,400}"check_name": "gazette-lint/|\]\s*\Z)',
    r'<\?xml [^>]*>\s*<testsuites name="gazette-lint"',
    r'<\?xml [^>]*>\s*<checkstyle [^>]*>(?:(?s:.){0,4000}source="gazette-lint\.|\s*</checkstyle>)',
    r'<\?xml (?s:.){0,400}namespace="https://gazette-lint\.invalid/',
    r"## gazette-lint\n",
    r"(?:序号,文件,位置,|No\.,File,Place,|sheet,line,level,words,)",
    r"::(?:error|warning|notice) [^\n]*::",
    rf"{_PAINT}[^\n]{{1,400}}: {_PAINT}{_SEVERITY}{_PAINT} [A-Z]{{2,6}}\d{{3}}-[0-9a-f]{{4,24}}",
    r"已接受 \d+ 处：\n|\d+ accepted:\n",
    r"在 \d+ 个文件、\d+ 件公文中|(?:No findings|\d+ findings?:)[^\n]* in \d+ documents? of \d+ files?",
)
_TEXT = re.compile("|".join(f"(?:{beginning})" for beginning in _BEGINNINGS))


def is_own(path: Path) -> bool:
    """Whether a file is a report of this tool, by how it begins; a Word file by our comments. False if unreadable."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if head.startswith(b"PK\x03\x04"):
                file.seek(0)
                return _packed(file.read())
    except OSError:
        return False
    return bool(_TEXT.match(head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")))


def is_passed_over(path: Path) -> bool:
    """Whether a file in a folder is a report rather than a document.

    A draft with comments of ours stays a draft unless its name says that it was made as a report; one without comments
    was if what it is named after stands beside it.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return path.name.startswith(COMMENTED) and (is_own(path) or _has_draft(path))
    return suffix in _TEXTUAL and is_own(path)


def _has_draft(path: Path) -> bool:
    """Whether the draft of a commented Word file is beside it, under any suffix."""
    name = path.stem.removeprefix(COMMENTED)
    return any(name in (other.stem, other.name) for other in path.parent.iterdir() if other != path)


_TEXTUAL = {".txt", ".md", ".markdown", ".html", ".htm", ".xlsx"}


def _packed(data: bytes) -> bool:
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            return any(part in names and mark in package.open(part).read(_PART) for part, mark in _SIGNS)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return False


def same_draft(old: bytes, new: bytes) -> bool:
    """Whether an annotated Word file has nothing a new one would lose: the same words, the same comments of others."""
    from linter.reports.docx_comments import others
    from linter.sources import SourceError, read

    if not old.startswith(b"PK\x03\x04") or not new.startswith(b"PK\x03\x04"):
        return True
    try:
        one, other = (read(data, "a.docx") for data in (old, new))
        return one.format != "docx" or (one.raw == other.raw and others(old) == others(new))
    except SourceError:
        return False
