"""PDF with a text layer. The parser runs in a process of its own, with a limit on its time and its memory.

A file can make any parser loop or fill the memory (forms that draw each other, streams that unpack without end), and
a fault of native code would end the whole run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

from linter.language.text import Span
from linter.sources import AS_USUAL, How, Origin, Source, SourceError, extra, make_source

# 0.05 s a page were measured on thick scans with text; an issue of a gazette has a hundred pages.
_SECONDS = 60


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a PDF. Raises SourceError with one line if it has none, is locked, damaged or takes too long."""
    if b"%PDF-" not in data[:1024]:
        raise SourceError("不是 PDF 文件，或已损坏 (not a PDF file, or damaged)")
    extra("pypdfium2", "pdf")
    answer = _extract(data)
    origins = tuple(Origin(Span(start, end), place) for start, end, place in answer["origins"])
    return replace(make_source(answer["raw"], data, "pdf", origins=origins), notes=tuple(answer["notes"]))


def _extract(data: bytes) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "linter.sources.pdf_worker"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise SourceError(f"PDF 在 {_SECONDS} 秒内未能读完，不予读取 (reading took too long)") from None
    if done.returncode:
        raise SourceError("PDF 已损坏，或读取时超出内存限制 (damaged, or too much memory needed)")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise SourceError(str(answer["error"]))
    return answer
