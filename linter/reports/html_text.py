"""The text of a document as HTML: one row a line, with the places of findings and their other ends marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from linter.finding import SEVERITIES

if TYPE_CHECKING:
    from linter.finding import Severity
    from linter.result import Diagnostic, FileResult
    from linter.text import Span


class Place(NamedTuple):
    """A range to mark: its span, the anchor it gets, the finding it belongs to, and whether it is the other end."""

    span: Span
    anchor: str
    key: str
    severity: Severity
    far: bool


def sheet(file: FileResult, items: list[tuple[str, Diagnostic]]) -> str:
    """All lines of a file; empty ones are left out."""
    text = file.text
    pieces = _pieces(len(text), sorted(_places(items)))
    titles = {title.pieces[0].start for document in file.issue.documents for title in [document.head.title] if title}
    titles |= {part.title.pieces[0].start for document in file.issue.documents for part in document.parts if part.title}
    rows = []
    at = 0
    for number, start in enumerate(text.starts, 1):
        end = text.line_span(number).end
        while at < len(pieces) and pieces[at].end <= start:
            at += 1
        words = "".join(_marked(text.raw, pieces, at, start, end))
        if not words.strip():
            continue
        first = start + len(text.raw[start:end]) - len(text.raw[start:end].lstrip())
        kind = " title" if first in titles else " table" if "\t" in text.raw[start:end] else ""
        rows.append(
            f'<div class="row{kind}" id="l{number}"><span class="n">{number}</span><span class="t">{words}</span></div>'
        )
    return "\n".join(rows)


def _places(items: list[tuple[str, Diagnostic]]) -> Iterator[Place]:
    for key, item in items:
        yield Place(item.span, f"m{key}", key, item.severity, far=False)
        for number, related in enumerate(item.related):
            yield Place(related.span, f"r{key}-{number}", key, item.severity, far=True)


class _Piece(NamedTuple):
    """A stretch between two boundaries with everything that covers it, and the anchors that begin in it."""

    start: int
    end: int
    places: tuple[Place, ...]
    anchors: tuple[str, ...]


def _pieces(length: int, places: list[Place]) -> list[_Piece]:
    """Cut overlapping ranges at every boundary, so that marks never cross. An empty range marks the next character."""
    widened = [
        place._replace(span=type(place.span)(place.span.start, min(length, max(place.span.end, place.span.start + 1))))
        for place in places
    ]
    edges = sorted({edge for place in widened for edge in place.span})
    pieces = []
    active: list[Place] = []
    waiting = sorted(widened, key=lambda place: place.span.start)
    at = 0
    for start, end in pairwise(edges):
        begun = []
        while at < len(waiting) and waiting[at].span.start <= start:
            begun.append(waiting[at].anchor)
            active.append(waiting[at])
            at += 1
        active = [place for place in active if place.span.end > start]
        if active:
            pieces.append(_Piece(start, end, tuple(active), tuple(begun)))
    return pieces


def _marked(raw: str, pieces: list[_Piece], at: int, start: int, end: int) -> Iterator[str]:
    while at < len(pieces) and pieces[at].start < end:
        piece = pieces[at]
        first, last = max(start, piece.start), min(end, piece.end)
        yield escape(raw[start:first])
        if first < last:
            yield _mark(escape(raw[first:last]), piece, first == piece.start)
        start = last
        at += 1
    yield escape(raw[start:end])


def _mark(words: str, piece: _Piece, begins: bool) -> str:
    near = [place for place in piece.places if not place.far]
    shown = near or list(piece.places)
    severity = min((place.severity for place in shown), key=SEVERITIES.index)
    keys = " ".join(dict.fromkeys(place.key for place in [*near, *piece.places]))
    anchors = piece.anchors if begins else ()
    identity = f' id="{anchors[0]}"' if anchors else ""
    extra = "".join(f'<span id="{anchor}"></span>' for anchor in anchors[1:])
    return f'<mark class="{severity if near else "far"}" data-ids="{keys}"{identity}>{extra}{words}</mark>'
