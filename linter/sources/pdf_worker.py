"""The process that reads one PDF: bytes on standard input, text with its pages as JSON on standard output."""

from __future__ import annotations

import json
import sys
from typing import Any

from linter.sources import SourceError, extra
from linter.sources.blocks import PILCROW, Builder, check_columns, clean
from linter.sources.pdf_fonts import use_box_font
from linter.sources.pdf_layout import Grid, Words, blocks
from linter.sources.pdf_page import DAMAGED, PICTURES, SHAPES, TURNED, UNNAMED, Page, load

_MEMORY = 900 * 1024 * 1024
_MAX_PAGES = 3000
_PASSWORD = 4
# Characters of a private area: the font names no characters, so that the words cannot be known.
_PRIVATE = range(0xE000, 0xF900)


def extract(data: bytes) -> dict[str, Any]:
    """Text, origins (start, end, page) and notes. Raises SourceError with one line."""
    pages = _pages(data)
    chars = [char for page in pages for char in page.chars]
    if not chars:
        raise SourceError("PDF 没有文字层（扫描件），请先做文字识别 (no text layer; run text recognition first)")
    if sum(ord(char.words) in _PRIVATE or char.words == "\ufffd" for char in chars) > len(chars) // 5:
        raise SourceError("PDF 的字体没有字符编码，读不出文字 (fonts name no characters)")
    builder = Builder()
    for block in blocks(pages):
        if isinstance(block, Words):
            _write_words(builder, block)
        else:
            _write_grid(builder, block)
    raw, origins = builder.finish()
    return {
        "raw": raw,
        "origins": [(origin.span.start, origin.span.end, origin.place) for origin in origins],
        "notes": _notes(pages),
    }


def _pages(data: bytes) -> list[Page]:
    pdfium = extra("pypdfium2", "pdf")
    use_box_font(pdfium.raw)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        if pdfium.raw.FPDF_GetLastError() == _PASSWORD:
            raise SourceError("PDF 有密码保护，读不出文字 (encrypted)") from None
        raise SourceError("不是 PDF 文件，或已损坏 (not a PDF file, or damaged)") from None
    if len(document) > _MAX_PAGES:
        raise SourceError(f"PDF 超过 {_MAX_PAGES} 页，不予读取 (more than {_MAX_PAGES} pages)")
    pages = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pages.append(Page(0, 0, (), (), (DAMAGED,)))
            continue
        pages.append(load(page, pdfium.raw))
        page.close()
    return pages


def _write_words(builder: Builder, block: Words) -> None:
    builder.block(f"第{block.parts[0][1]}页")
    for words, page in block.parts:
        builder.at(f"第{page}页")
        builder.write(clean(words, breaks=True))


def _write_grid(builder: Builder, block: Grid) -> None:
    begin = builder.block
    for cells, page, _ in block.rows:
        check_columns(len(cells))
        begin(f"第{page}页")
        begin = builder.row
        texts = [[clean(words) for words in cell.words] for cell in cells]
        builder.write("\t".join(PILCROW.join(cell) for cell in texts))


def _notes(pages: list[Page]) -> list[str]:
    notes = []
    for what in (PICTURES, SHAPES, TURNED, UNNAMED, DAMAGED):
        shown = [str(number) for number, page in enumerate(pages, 1) if what in page.unread]
        if shown:
            notes.append(f"第{'、'.join(shown)}页{what}")
    return notes


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Read standard input; every outcome but a crash is JSON."""
    _limit_memory()
    try:
        answer = extract(sys.stdin.buffer.read())
    except SourceError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": "读取 PDF 超出内存限制，不予读取 (too much memory needed)"}
    except Exception as error:  # noqa: BLE001 - told apart from a damaged file
        answer = {"error": f"读取 PDF 时出错 (internal error): {type(error).__name__}: {error}".splitlines()[0]}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
