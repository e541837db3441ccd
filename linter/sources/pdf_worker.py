"""The process that reads one PDF: bytes on standard input, text with its pages as JSON on standard output."""

from typing import Any

from linter.limits import PAGES, shown
from linter.sources import SourceError, extra, too_long
from linter.sources.page import DAMAGED, Page, is_scan
from linter.sources.page_text import PageWriter, check_words, notes
from linter.sources.pdf_fonts import use_box_font
from linter.sources.pdf_page import load
from linter.sources.worker import serve, told

_PASSWORD = 4


def extract(data: bytes) -> dict[str, Any]:
    """Text, origins (start, end, page), notes, and what had been recognised; of scans, all pages and which of them are.

    Raises SourceError with one line.
    """
    pages = _pages(data)
    scans = [number for number, page in enumerate(pages, 1) if is_scan(page)]
    if scans:
        return {"pages": pages, "scans": scans}
    check_words(pages, "PDF")
    writer = PageWriter()
    writer.write(pages)
    return told(*writer.builder.finish(), notes(pages)) | {"scanned": writer.scanned}


def _pages(data: bytes) -> list[Page]:
    pdfium = extra("pypdfium2", "pdf")
    use_box_font(pdfium.raw)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        if pdfium.raw.FPDF_GetLastError() == _PASSWORD:
            raise SourceError("PDF 有密码保护，读不出文字 (encrypted)") from None
        raise SourceError("不是 PDF 文件，或已损坏 (not a PDF file, or damaged)") from None
    if len(document) > PAGES:
        raise SourceError(f"PDF 超过 {PAGES} 页，不予读取 (more than {PAGES} pages)")
    pages: list[Page] = []
    most = left = shown(len(data))
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pages.append(Page(0, 0, (), (), (DAMAGED,)))
            continue
        # One more than may be there shows that there are too many.
        pages.append(load(page, pdfium.raw, left + 1))
        page.close()
        left -= len(pages[-1].chars)
        if left < 0:
            raise too_long(most)
    return pages


if __name__ == "__main__":
    serve(extract, "PDF")
