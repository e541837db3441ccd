"""The text of a document as HTML: one row a line, tables as tables, the places of findings and other ends marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from linter.kernel.finding import SEVERITIES, Related, Severity
from linter.kernel.result import Diagnostic, Elsewhere, FileResult
from linter.language import NamedTuple, Span, Text
from linter.reports.excerpt import pictured
from linter.sources.blocks import PILCROW
from linter.structure import Table

# Tags that a conversion left in cells, as they stand in a page.
_TAG = re.compile(r"&lt;(?:/?p|br ?/?)&gt;")


def page(lang: str, style: str, content: str, script: str = "") -> str:
    """A page that needs no other file; ``style`` is one of ours, ``script`` runs when everything is there."""
    scripts = "script-src 'unsafe-inline'; " if script else ""
    running = f'<script type="module">\n{script}\n</script>\n' if script else ""
    return (
        f'<!doctype html>\n<html lang="{"en" if lang == "en" else "zh-CN"}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="gazette-lint">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        f'{scripts}img-src data:">\n<link rel="icon" href="data:,">\n<title>{title(lang)}</title>\n'
        f"<style>\n{asset(style)}</style>\n</head>\n<body>\n{content}{running}</body>\n</html>\n"
    )


def title(lang: str) -> str:
    """What the page is called."""
    return "Gazette lint report" if lang == "en" else "公文检查报告"


def asset(name: str) -> str:
    """The words of a file that comes with the reports: ``report.css``, ``report.js``."""
    return (files("linter.reports") / "assets" / name).read_text("utf-8")


def safe(words: str) -> str:
    """Words as they stand in a page: markup as text, control characters as their pictures, one for one."""
    return escape(pictured(words))


class ShownPlace(NamedTuple):
    """A range to mark: its span, the anchor it gets, the finding it belongs to, and whether it is the other end."""

    span: Span
    anchor: str
    key: str
    severity: Severity
    far: bool


class _ShownLine(NamedTuple):
    """A line that holds words: its number from 1, its range, and whether it is a row of a table."""

    number: int
    start: int
    end: int
    tabular: bool


def sheet(file: FileResult, items: list[tuple[str, Diagnostic]], name: str, guests: Sequence[ShownPlace] = ()) -> str:
    """All lines of a file; ``name`` tells their ids from those of other files. Empty lines are left out.

    ``guests`` are the ends of findings in other files.
    """
    return _Sheet(file, items, name, guests).render()


class _Sheet:
    def __init__(
        self, file: FileResult, items: list[tuple[str, Diagnostic]], name: str, guests: Sequence[ShownPlace]
    ) -> None:
        self._file = file
        self._raw = file.text.raw
        self._name = name
        self._pieces = _pieces(len(file.text), sorted([*_places(items), *guests]))
        self._ends = [piece.end for piece in self._pieces]
        documents = file.issue.documents
        parts = [part.title for document in documents for part in document.parts]
        titles = [title for title in (*(document.head.title for document in documents), *parts) if title]
        tables = [block for document in documents for block in document.blocks if isinstance(block, Table)]
        self._titles = {title.pieces[0].start for title in titles}
        self._heads = {file.text.position(table.header[0].span.start).line for table in tables if table.header}

    def render(self) -> str:
        """The lines, rows that follow each other as one table."""
        runs = _runs(_lines(self._file.text))
        return "\n".join(self._table(run) if run[0].tabular else self._row(run[0]) for run in runs)

    def _row(self, line: _ShownLine) -> str:
        words = self._raw[line.start : line.end]
        kind = " title" if line.end - len(words.lstrip()) in self._titles else ""
        return (
            f'<div class="row{kind}" id="{self._name}-{line.number}">{self._number(line, "span")}'
            f'<span class="t">{self._words(line.start, line.end)}</span></div>'
        )

    def _table(self, lines: list[_ShownLine]) -> str:
        return f'<div class="grid"><table>\n{"".join(map(self._cells, lines))}</table></div>'

    def _cells(self, line: _ShownLine) -> str:
        """A row; each cell keeps the tab behind it, so that the text stays whole."""
        tabs = [at + 1 for at in range(line.start, line.end) if self._raw[at] == "\t"]
        edges = pairwise([line.start, *tabs, line.end])
        cells = "".join(f'<td class="t">{_parted(self._words(*edge))}</td>' for edge in edges)
        kind = ' class="head"' if line.number in self._heads else ""
        return f'<tr{kind} id="{self._name}-{line.number}">{self._number(line, "th")}{cells}</tr>\n'

    def _number(self, line: _ShownLine, tag: str) -> str:
        """The number of a line; pointed at, it says where the line stood in the original."""
        place = self._file.source.place(line.start)
        title = f' title="{safe(place)}"' if place else ""
        return f'<{tag} class="n"{title}>{line.number}</{tag}>'

    def _words(self, start: int, end: int) -> str:
        return "".join(_marked(self._raw, self._pieces, bisect_right(self._ends, start), start, end))


def _lines(text: Text) -> Iterator[_ShownLine]:
    for number, start in enumerate(text.starts, 1):
        end = text.line_span(number).end
        words = text.raw[start:end]
        if words.strip():
            yield _ShownLine(number, start, end, "\t" in words.strip(" "))


def _runs(lines: Iterable[_ShownLine]) -> Iterator[list[_ShownLine]]:
    """The rows of a table together, every other line by itself."""
    run: list[_ShownLine] = []
    for line in lines:
        if run and not (line.tabular and run[-1].tabular and line.number == run[-1].number + 1):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _parted(words: str) -> str:
    """The paragraphs of a cell on lines of their own; what parts them stays in the text, hidden or pale."""
    if PILCROW in words:
        words = words.replace(PILCROW, f'<span class="part">{PILCROW}</span>')
    return _TAG.sub(r'<span class="tag">\g<0></span>', words) if "&lt;" in words else words


def _places(items: list[tuple[str, Diagnostic]]) -> Iterator[ShownPlace]:
    for key, item in items:
        yield ShownPlace(item.span, f"m{key}", key, item.severity, far=False)
        yield from (place for place, end in ends_of(key, item) if not isinstance(end, Elsewhere))


def ends_of(key: str, item: Diagnostic) -> Iterator[tuple[ShownPlace, Related | Elsewhere]]:
    """The other ends of a finding, and how each is marked."""
    for number, end in enumerate(item.related):
        yield ShownPlace(end.span, f"r{key}-{number}", key, item.severity, far=True), end


class _Piece(NamedTuple):
    """A stretch between two boundaries with everything that covers it, and the anchors that begin in it."""

    start: int
    end: int
    places: tuple[ShownPlace, ...]
    anchors: tuple[str, ...]


def _pieces(length: int, places: list[ShownPlace]) -> list[_Piece]:
    """Cut overlapping ranges at every boundary, so that marks never cross. An empty range marks the next character."""
    widened = [
        place._replace(span=type(place.span)(place.span.start, min(length, max(place.span.end, place.span.start + 1))))
        for place in places
    ]
    edges = sorted({edge for place in widened for edge in place.span})
    pieces = []
    active: list[ShownPlace] = []
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
        yield safe(raw[start:first])
        if first < last:
            yield _mark(safe(raw[first:last]), piece, first == piece.start)
        start = last
        at += 1
    yield safe(raw[start:end])


def _mark(words: str, piece: _Piece, begins: bool) -> str:
    near = [place for place in piece.places if not place.far]
    shown = near or list(piece.places)
    severity = min((place.severity for place in shown), key=SEVERITIES.index)
    keys = " ".join(dict.fromkeys(place.key for place in [*near, *piece.places]))
    anchors = piece.anchors if begins else ()
    identity = f' id="{anchors[0]}"' if anchors else ""
    # On paper, where nothing can be clicked, a finding is known by its number.
    begun = [str(int(anchor.rpartition("-")[2]) + 1) for anchor in anchors if anchor[0] == "m"]
    identity += f' data-n="{"、".join(begun)}"' if begun else ""
    extra = "".join(f'<span id="{anchor}"></span>' for anchor in anchors[1:])
    return f'<mark class="{severity if near else "far"}" data-ids="{keys}"{identity}>{extra}{words}</mark>'
