"""PDF. The parser runs in a process of its own: it is native code, and files can make it loop.

Pages without a text layer are recognised, if the extra for that is installed.
"""

from base64 import b64decode
from typing import Any

from linter.language import Span
from linter.sources import AS_USUAL, How, Reads, Source, SourceError, extra
from linter.sources.worker import ask, heard

READS = Reads("pdf", (".pdf",), "application/pdf", begins=b"%PDF-")


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a PDF. Raises SourceError with one line if it has none, is locked, damaged or takes too long."""
    if b"%PDF-" not in data[:1024]:
        raise SourceError("不是 PDF 文件，或已损坏 (not a PDF file, or damaged)")
    extra("pypdfium2", "pdf")
    answer = ask("linter.sources.pdf_worker", data, "PDF")
    if "scans" in answer:
        return _recognised(data, answer, how)
    return heard(answer, data, "pdf")._replace(scanned=tuple(Span(*place) for place in answer["scanned"]))


def _recognised(data: bytes, answer: dict[str, Any], how: How) -> Source:
    """The text of a PDF some pages of which are scans: laid out here, with what is recognised in them."""
    from linter.sources.page import page_from
    from linter.sources.page_text import source_of
    from linter.sources.scan_pages import recognised

    def image_of(number: int) -> bytes:
        return b64decode(ask("linter.sources.pdf_image_worker", data, "PDF", str(number))["image"])

    pages = recognised(list(map(page_from, answer["pages"])), answer["scans"], image_of, how.pages)
    return source_of(pages, data, "pdf")
