"""One notice as text, Word, web page and PDF: the same findings at the same words.

The Word file was made from the text, opened and saved by LibreOffice 7.4, and from it the page and the PDF.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.kernel.result import FileResult
from linter.settings.workspace import Workspace
from linter.sources import read

FORMATS = Path(__file__).parent / "data" / "formats"
Told = tuple[str, str, tuple[str, ...]]


def bare(words: str) -> str:
    """Words without what differs between formats: white space and the marks of paragraphs in cells."""
    return "".join(words.replace("<p>", "").replace("</p>", "").replace("¶", "").split())


def linted(registry: Registry, name: str) -> FileResult:
    source = read((FORMATS / name).read_bytes(), name)
    plan = Workspace(registry, isolated=True).plan(name)
    file, notifications = lint_source(source, name, plan.active, plan.settings.office)
    assert not notifications
    return file


def told(file: FileResult) -> Counter[Told]:
    """Check, words of the place and words of the related places of each finding."""
    return Counter(
        (
            item.code,
            bare(file.text.slice(item.span)),
            tuple(sorted(bare(file.text.slice(related.span)) for related in item.related)),
        )
        for item in file.diagnostics
    )


@pytest.fixture(scope="module")
def text(registry: Registry) -> FileResult:
    return linted(registry, "notice.txt")


def test_the_text_has_the_defects_it_was_chosen_for(text: FileResult) -> None:
    codes = Counter(item.code for item in text.diagnostics)
    assert {"TH001", "TH002", "TH004", "TH005", "TH008", "RF003", "FM002"} <= set(codes)


@pytest.mark.parametrize("name", ["notice.docx", "notice.html", "notice.pdf"])
def test_the_same_findings_at_the_same_words(registry: Registry, text: FileResult, name: str) -> None:
    file = linted(registry, name)
    assert told(file) == told(text)
    assert all(file.source.place(item.span.start) for item in file.diagnostics)


@pytest.mark.parametrize("name", ["notice.docx", "notice.html", "notice.pdf"])
def test_the_same_words(text: FileResult, name: str) -> None:
    assert bare(read((FORMATS / name).read_bytes(), name).raw) == bare(text.text.raw)
