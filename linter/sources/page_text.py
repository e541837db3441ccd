"""Pages → text: what the layout finds, with the page of each part, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.installing import install
from linter.language import Span
from linter.limits import SCAN_PICTURES
from linter.sources import LinePicture, Source, SourceError, make_source
from linter.sources.blocks import PILCROW, Builder, check_columns, clean
from linter.sources.page import (
    DAMAGED,
    DOUBT,
    DOUBT_DIGITS,
    FIELDS,
    HIDDEN,
    MANY_UNNAMED,
    PICTURES,
    SCANNED,
    SHAPES,
    TURNED,
    UNNAMED,
    UNSEEN,
    Page,
    is_unnamed,
)
from linter.sources.page_layout import Grid, Words, blocks
from linter.sources.page_sheets import SheetPage, leaves

_DOUBTED = re.compile(f"{DOUBT}([{DOUBT_DIGITS}]*)")
_PLAIN_DIGITS = str.maketrans(DOUBT_DIGITS, "0123456789")
_WORDLESS = "没有文字层（扫描件），请先做文字识别 (no text layer; run text recognition first)"


def source_of(pages: Sequence[Page], data: bytes, form: str) -> Source:
    """The source that pages make, some of them recognised. Raises SourceError if they have no words."""
    check_words(pages, form.upper())
    writer = PageWriter()
    writer.write(pages)
    raw, origins = writer.builder.finish()
    source = make_source(raw, data, form, origins=origins)
    return recognised_in(source, writer)._replace(notes=tuple(notes(pages)))


def recognised_in(source: Source, writer: PageWriter) -> Source:
    """A source with what its pages tell of recognition."""
    scanned, doubtful = tuple(writer.scanned), tuple(writer.doubtful)
    return source._replace(scanned=scanned, doubtful=doubtful, pictures=tuple(writer.pictures))


def check_words(pages: Sequence[Page], form: str) -> None:
    """Raise SourceError if a file of this format has no words, or has too many that nobody can know."""
    chars = [char for page in pages for char in page.chars]
    if not chars:
        told = next((what for page in pages for what in page.unread if what in (SCANNED, UNSEEN)), _WORDLESS)
        raise SourceError(f"{form} {_helped(told)}")
    if sum(map(is_unnamed, chars)) > len(chars) * MANY_UNNAMED:
        raise SourceError(f"{form} 的字体没有字符编码，读不出文字 (fonts name no characters)")


class PageWriter:
    """Writes pages as text; ``scanned`` and ``doubtful`` are the ranges that were recognised, and those in doubt.

    ``pictures`` show the lines of these.
    """

    def __init__(self) -> None:
        self.builder = Builder()
        self.scanned: list[Span] = []
        self.doubtful: list[Span] = []
        self.pictures: list[LinePicture] = []
        self._leaves: Sequence[SheetPage] = ()
        self._part = ""

    def write(self, pages: Sequence[Page], part: str = "") -> None:
        """Write the paragraphs and tables of pages; ``part`` names the document they are of, if there are several."""
        self._leaves, self._part = leaves(pages), part
        for block in blocks([leaf.page for leaf in self._leaves]):
            if isinstance(block, Words):
                self._write_words(block)
            else:
                self._write_grid(block)

    def _place(self, page: int) -> str:
        return self._part + self._leaves[page - 1].name

    def _write_words(self, block: Words) -> None:
        self.builder.block(self._place(block.parts[0][1]))
        for words, page in block.parts:
            self.builder.at(self._place(page))
            self._put(clean(words, breaks=True), page)

    def _write_grid(self, block: Grid) -> None:
        begin = self.builder.block
        for cells, page, _ in block.rows:
            check_columns(len(cells))
            begin(self._place(page))
            begin = self.builder.row
            texts = [[clean(words) for words in cell.words] for cell in cells]
            self._put("\t".join(PILCROW.join(cell) for cell in texts), page)

    def _put(self, words: str, page: int) -> None:
        """Write words of a page (from 1), without the marks behind doubtful characters."""
        if not self._leaves[page - 1].page.scanned:
            self.builder.write(words)
            return
        start = self.builder.length
        at = 0
        for match in _DOUBTED.finditer(words):
            self.builder.write(words[at : match.start()])
            at = match.end()
            self.doubtful.append(Span(self.builder.length - 1, self.builder.length))
            self._show(match[1].translate(_PLAIN_DIGITS), page)
        self.builder.write(words[at:])
        self.scanned.append(Span(start, self.builder.length))

    def _show(self, number: str, page: int) -> None:
        """Keep the picture of the line in which the last character stands."""
        shown = self._leaves[page - 1].page.pictures
        if number and int(number) < len(shown) and len(self.pictures) < SCAN_PICTURES:
            self.pictures.append(LinePicture(self.doubtful[-1], shown[int(number)]))


def notes(pages: Sequence[Page], part: str = "") -> list[str]:
    """What was not read on which pages, a line for each reason."""
    found = []
    for what in (SCANNED, UNSEEN, PICTURES, SHAPES, TURNED, UNNAMED, FIELDS, HIDDEN, DAMAGED):
        shown = [str(number) for number, page in enumerate(pages, 1) if what in page.unread]
        if shown:
            found.append(f"{part}第{'、'.join(shown)}页{_helped(what)}")
    return found


def _helped(what: str) -> str:
    """A reason, with the command that would mend it."""
    return f"{what}: {install('ocr')}" if what == SCANNED else what
