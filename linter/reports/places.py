"""Places in words people know: 第3页, 第10段 under its heading; lines and columns in files that have lines.

One thing, two names: the findings that tell of it, those with one usual name together, to be decided once.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kernel.result import Diagnostic, FileResult, file_of
from linter.language import NamedTuple
from linter.reports.excerpt import plain

# So much of a heading tells where one is.
_HEADING = 20


def where(file: FileResult, offset: int, lang: str) -> str:
    """The place in the original with the heading above it; in a file that has lines, the line."""
    if origin := file.source.place(offset):
        heading = above(file, offset)
        return f"{origin}“{heading}”" if heading else origin
    line = file.text.position(offset).line
    return f"line {line}" if lang == "en" else f"第 {line} 行"


def spot(file: FileResult, offset: int) -> str:
    """The same in brief: line and column, where there are lines."""
    if file.source.place(offset):
        return where(file, offset, "zh")
    line, column = file.text.position(offset)
    return f"{line}:{column}"


def in_file(file: FileResult, offset: int, name: str) -> str:
    """A place with the name of its file in front: ``a.txt:12:5``, or ``a.docx 第3段``."""
    return f"{name}{' ' if file.source.place(offset) else ':'}{spot(file, offset)}"


def above(file: FileResult, offset: int) -> str:
    """The innermost heading around an offset, cut to what tells it from others; nothing if it is the heading itself."""
    document = file.issue.document_at(offset)
    section = document.section_at(offset) if document else None
    if section is None or section.mark.span.start <= offset < section.title_span.end:
        return ""
    words = section.mark.text + section.title
    return words if len(words) <= _HEADING else f"{words[:_HEADING]}…"


# A name is no longer; what is longer is a passage, and told as one.
_LONGEST = 40


class Naming(NamedTuple):
    """A name, the other names of the thing, and for each of these the findings with their keys, in order of place."""

    usual: str
    others: dict[str, list[tuple[str, Diagnostic]]]

    @property
    def times(self) -> int:
        """The number of its findings."""
        return sum(len(found) for found in self.others.values())


def namings(file: FileResult, items: Iterable[tuple[str, Diagnostic]]) -> list[Naming]:
    """What bears two names in a file by its open findings, each with its key, in order of place."""
    found: dict[str, Naming] = {}
    for key, item in items:
        if item.counts and item.check.two_names and item.related:
            end = item.related[0]
            here = "".join(plain(file.text.slice(item.span)).split())
            there = "".join(plain(file_of(end, file).text.slice(end.span)).split())
            if here != there and max(len(here), len(there)) <= _LONGEST:
                naming = found.setdefault(there, Naming(there, {}))
                naming.others.setdefault(here, []).append((key, item))
    return list(found.values())
