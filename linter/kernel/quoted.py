"""Words that a message quotes, as the document writes them: checks compare the normal form of the text."""

from __future__ import annotations

from collections.abc import Iterator

from linter.kernel.finding import Finding
from linter.language import Span, Text, lazy

# A mark that the normal form of a text folds, beside a Chinese character; the number of an item.
_FOLDED = lazy("[\u4e00-\u9fff][,;:()?!%]|[,;:()?!][\u4e00-\u9fff]|^\\(\\w{1,4}\\)$")
# Characters on each side of a place within which its words are looked for first.
_AROUND = 60


def as_written(finding: Finding, text: Text) -> Finding:
    """The finding with the marks of its quoted words as wide as they stand in the text."""
    args = {name: _written(value, finding, text) for name, value in finding.args.items()}
    return finding._replace(args=args) if args != dict(finding.args) else finding


def _written(value: object, finding: Finding, text: Text) -> object:
    if not isinstance(value, str) or _FOLDED.search(value) is None:
        return value
    for start, end in _windows(finding, text, len(value)):
        if text.shown.find(value, start, end) >= 0:
            return value
        at = text.normal.find(value, start, end)
        if at >= 0:
            return text.shown[at : at + len(value)]
    return value


def _windows(finding: Finding, text: Text, length: int) -> Iterator[Span]:
    """Where quoted words of a length stand: at the finding, beside it, at the places related to it, anywhere."""
    yield Span(finding.span.start, finding.span.start + length)
    for span in (finding.span, *(one.span for one in finding.related)):
        yield Span(max(0, span.start - _AROUND), min(len(text), span.end + _AROUND))
    yield Span(0, len(text))
