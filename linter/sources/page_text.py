"""Pages → text: what the layout finds, with the page of each part, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from linter.sources import SourceError
from linter.sources.blocks import PILCROW, Builder, check_columns, clean
from linter.sources.page import DAMAGED, PICTURES, SHAPES, TURNED, UNNAMED, Page
from linter.sources.page_layout import Grid, Words, blocks

# Characters of a private area: the font names no characters, so that the words cannot be known.
_PRIVATE = range(0xE000, 0xF900)


def check_words(pages: Sequence[Page], form: str) -> None:
    """Raise SourceError if a file of this format has no words, or has too many that nobody can know."""
    chars = [char for page in pages for char in page.chars]
    if not chars:
        raise SourceError(f"{form} 没有文字层（扫描件），请先做文字识别 (no text layer; run text recognition first)")
    if sum(ord(char.words) in _PRIVATE or char.words == "\ufffd" for char in chars) > len(chars) // 5:
        raise SourceError(f"{form} 的字体没有字符编码，读不出文字 (fonts name no characters)")


def write(builder: Builder, pages: Sequence[Page], part: str = "") -> None:
    """Write the paragraphs and tables of pages; ``part`` names the document that they are of, if there are several."""
    for block in blocks(pages):
        if isinstance(block, Words):
            _write_words(builder, block, part)
        else:
            _write_grid(builder, block, part)


def _write_words(builder: Builder, block: Words, part: str) -> None:
    builder.block(f"{part}第{block.parts[0][1]}页")
    for words, page in block.parts:
        builder.at(f"{part}第{page}页")
        builder.write(clean(words, breaks=True))


def _write_grid(builder: Builder, block: Grid, part: str) -> None:
    begin = builder.block
    for cells, page, _ in block.rows:
        check_columns(len(cells))
        begin(f"{part}第{page}页")
        begin = builder.row
        texts = [[clean(words) for words in cell.words] for cell in cells]
        builder.write("\t".join(PILCROW.join(cell) for cell in texts))


def notes(pages: Sequence[Page], part: str = "") -> list[str]:
    """What was not read on which pages, a line for each reason."""
    found = []
    for what in (PICTURES, SHAPES, TURNED, UNNAMED, DAMAGED):
        shown = [str(number) for number, page in enumerate(pages, 1) if what in page.unread]
        if shown:
            found.append(f"{part}第{'、'.join(shown)}页{what}")
    return found
