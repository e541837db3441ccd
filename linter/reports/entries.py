"""What the reports for build servers have in common: one entry a finding that counts, its place, and its other ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.kernel import labels
from linter.kernel.result import Diagnostic, FileResult, Result, State, file_of
from linter.language import NamedTuple, Position, Span
from linter.reports import ReportOptions
from linter.reports.excerpt import plain
from linter.reports.paths import relative
from linter.reports.places import where

# XML 1.0 knows no other control characters, and neither XML nor JSON in UTF-8 can hold a lone surrogate.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# So many characters of a related place are quoted, enough to know it by; so many places are quoted at all.
_QUOTED, _MOST = 40, 10


class ReportEntry(NamedTuple):
    """A finding to report: its file and itself, the path of the file for the report, and its sentence in one line.

    ``first`` and ``last`` are where it begins and ends (exclusive), lines and columns from 1, columns in code points.
    """

    file: FileResult
    item: Diagnostic
    path: str
    first: Position
    last: Position
    message: str

    @property
    def told(self) -> str:
        """Its sentence with its short name, for formats that have no place for it."""
        return f"{self.message} [{self.item.known_as}]"

    @property
    def last_line(self) -> int:
        """The last line with a character of the finding."""
        return max(self.first.line, self.last.line - (self.last.column == 1))


def entries(result: Result, options: ReportOptions, state: State = "open") -> Iterator[ReportEntry]:
    """The findings of a state, those that count unless another is asked for, in order of file and place."""
    for file in result.files:
        path = clean(relative(file.path, options.root))
        for item in file.diagnostics:
            if item.state == state:
                yield _entry(file, item, path, options.lang)


def _entry(file: FileResult, item: Diagnostic, path: str, lang: str) -> ReportEntry:
    message = _placed(file, item.span, plain(labels.pick(item.message, lang)), lang)
    return ReportEntry(
        file, item, path, file.text.position(item.span.start), file.text.position(item.span.end), message
    )


def _placed(file: FileResult, span: Span, words: str, lang: str) -> str:
    """Words under the place in the original, where lines exist only in the text taken from it (Word, PDF)."""
    origin = where(file, span.start, lang) if file.source.place(span.start) else ""
    return f"{origin}{colon(lang)}{words}" if origin else words


def ends(entry: ReportEntry, lang: str) -> Iterator[str]:
    """The other ends of a finding, a line each: where, what it is, its words."""
    related = entry.item.related
    for other in related[:_MOST]:
        file = file_of(other, entry.file)
        words, label = plain(file.text.slice(other.span)), plain(labels.pick(other.label, lang))
        place = ("" if file is entry.file else f"{file.path} ") + where(file, other.span.start, lang)
        yield clean(f"→ {place} {label}{behind(label, words, lang)}")
    if len(related) > _MOST:
        yield f"→ {len(related) - _MOST} more" if lang == "en" else f"→ 另有 {len(related) - _MOST} 处"


def behind(label: str, words: str, lang: str) -> str:
    """What stands at the other end, quoted behind its label; nothing where the label quotes it already."""
    if f"“{words}”" in label:
        return ""
    quoted = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    return f"{colon(lang)}“{quoted}”"


def heading(entry: ReportEntry) -> str:
    """The short name of a finding, and the name of its check."""
    return f"{entry.item.known_as} {entry.item.check.name}"


def colon(lang: str) -> str:
    """The colon of a language."""
    return ": " if lang == "en" else "："


def clean(words: str) -> str:
    """Words that XML 1.0 and UTF-8 can hold."""
    return _ILLEGAL.sub("\ufffd", words)
