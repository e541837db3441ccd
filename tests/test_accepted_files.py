"""What is found in composed documents of many kinds: each has its defects labelled, and a twin that has none of them.

A label is met by a finding whose place, or a place related to it, overlaps its words, or by one of its family that
begins on its line or on one of its other lines.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.kernel.result import FileResult
from linter.language.text import Span
from linter.settings.config import Settings, activate
from linter.sources import read

UNSEEN = ROOT / "tests" / "corpus" / "unseen"
LABELS = [json.loads(line) for line in (UNSEEN / "labels.jsonl").read_text("utf-8").splitlines()]
DOCUMENTS = sorted({label["document"] for label in LABELS})


def _lint(name: str, registry: Registry) -> FileResult:
    path = Path(UNSEEN / f"{name}.txt")
    file, told = lint_source(read(path.read_bytes(), path.name), path.name, activate(registry, Settings()))
    assert not told
    return file


def _meets(file: FileResult, label: dict[str, Any]) -> bool:
    lines = file.text.raw.split("\n")
    start = sum(len(line) + 1 for line in lines[: label["line"] - 1]) + lines[label["line"] - 1].index(label["quote"])
    words = Span(start, start + len(label["quote"]))
    for item in file.diagnostics:
        places = [item.span, *(related.span for related in item.related)]
        first, last = (file.text.position(at).line for at in (item.span.start, max(item.span.start, item.span.end - 1)))
        named = any(first <= line <= last for line in (label["line"], *label["other_lines"]))
        if any(place.start < words.end and words.start < place.end for place in places):
            return True
        if named and item.code.startswith(label["family"]):
            return True
    return False


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_defects_of_a_document_are_found(name: str, registry: Registry) -> None:
    file = _lint(name, registry)
    missed = [label for label in LABELS if label["document"] == name and not _meets(file, label)]
    assert not missed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_mended_twin_has_no_errors(name: str, registry: Registry) -> None:
    file = _lint(f"{name}.clean", registry)
    assert not [f"{item.code} {item.message.zh}" for item in file.diagnostics if item.severity == "error"]


def test_there_are_enough_labels() -> None:
    assert len(LABELS) >= 50
    assert len({label["family"] for label in LABELS}) >= 9
