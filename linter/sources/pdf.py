"""PDF with a text layer. The parser runs in a process of its own: it is native code, and files can make it loop."""

from __future__ import annotations

from linter.language.text import Span
from linter.sources import AS_USUAL, How, Origin, Reads, Source, SourceError, extra, make_source
from linter.sources.worker import ask

READS = Reads("pdf", (".pdf",), "application/pdf", begins=b"%PDF-")


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a PDF. Raises SourceError with one line if it has none, is locked, damaged or takes too long."""
    if b"%PDF-" not in data[:1024]:
        raise SourceError("不是 PDF 文件，或已损坏 (not a PDF file, or damaged)")
    extra("pypdfium2", "pdf")
    answer = ask("linter.sources.pdf_worker", data, "PDF")
    origins = tuple(Origin(Span(start, end), place) for start, end, place in answer["origins"])
    return make_source(answer["raw"], data, "pdf", origins=origins)._replace(notes=tuple(answer["notes"]))
