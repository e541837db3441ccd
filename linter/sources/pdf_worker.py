"""The process that reads one PDF: bytes on standard input, text with its pages as JSON on standard output."""

from __future__ import annotations

import json
import sys
from typing import Any

from linter.sources import SourceError, extra
from linter.sources.blocks import Builder
from linter.sources.page import DAMAGED, Page
from linter.sources.page_text import check_words, notes, write
from linter.sources.pdf_fonts import use_box_font
from linter.sources.pdf_page import load

_MEMORY = 900 * 1024 * 1024
_MAX_PAGES = 3000
_PASSWORD = 4


def extract(data: bytes) -> dict[str, Any]:
    """Text, origins (start, end, page) and notes. Raises SourceError with one line."""
    pages = _pages(data)
    check_words(pages, "PDF")
    builder = Builder()
    write(builder, pages)
    raw, origins = builder.finish()
    return {
        "raw": raw,
        "origins": [(origin.span.start, origin.span.end, origin.place) for origin in origins],
        "notes": notes(pages),
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
