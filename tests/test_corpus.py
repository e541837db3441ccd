"""What is found in the reviewed corpus: a change of behaviour shows as findings gained and lost.

``pytest --accept tests/test_corpus.py`` takes what is found now as right, after it has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import GAZETTE, ROOT
from measured import JUDGED, VERDICTS, rows

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate
from linter.sources import read

CORPUS = ROOT / "tests" / "corpus"
DEFAULT = Settings()
EVERY_CHECK = Settings(preview=True, strict=True)
PREVIEWS = Settings(preview=True)


def findings(path: Path, registry: Registry, settings: Settings = DEFAULT) -> Iterator[str]:
    """The findings in one document, a line each: place, code, severity or what must be asked for, words, message."""
    source = read(path.read_bytes(), path.name)
    file, told = lint_source(source, path.name, activate(registry, settings))
    assert not told, path.name
    for item in file.diagnostics:
        words = " ".join(file.text.slice(item.span).split())[:30]
        line = file.text.position(item.span.start).line
        asked = next((name for name in ("preview", "strict") if getattr(item.check, name)), item.severity)
        yield f"{path.stem}:{line} {item.code} {asked} ⟦{words}⟧ {item.message.zh}"


def test_findings_are_those_that_were_read(registry: Registry, golden: Callable[[str, str], None]) -> None:
    paths = sorted(path for folder in ("composed", "documents") for path in (CORPUS / folder).iterdir())
    assert len(paths) >= 90
    lines = [line for path in (*paths, GAZETTE) for line in findings(path, registry, EVERY_CHECK)]
    golden("corpus.txt", "\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def judged() -> list[dict[str, str]]:
    return rows(JUDGED)


def test_judgements_are_complete(judged: list[dict[str, str]], registry: Registry) -> None:
    assert len(judged) >= 100
    for row in judged:
        assert row["verdict"] in VERDICTS, row
        assert row["now"] in {"given", "gone"}, row
        assert row["code"] in registry.by_code, row
        assert row["line"].isdigit(), row
        assert row["document"], row
        assert row["reason"], row
    assert len({(row["document"], row["line"], row["code"], row["words"]) for row in judged}) == len(judged)


def test_what_was_judged_is_found_or_gone(judged: list[dict[str, str]], registry: Registry) -> None:
    """In the documents that are kept here: what is given is found, and what is gone is not."""
    kept = {path.stem: path for path in (*CORPUS.glob("*/*"), GAZETTE)}
    known = [row for row in judged if row["document"] in kept]
    assert len(known) >= 90
    found = {name: "\n".join(findings(kept[name], registry, PREVIEWS)) for name in {row["document"] for row in known}}
    for row in known:
        there = f"{row['document']}:{row['line']} {row['code']} " in found[row["document"]]
        assert there == (row["now"] == "given"), row


def test_every_document_that_was_read_has_its_source(judged: list[dict[str, str]]) -> None:
    kept = {path.stem for path in (*CORPUS.glob("*/*"), GAZETTE)}
    named = {row["document"] for row in rows(CORPUS / "judged_documents.tsv")}
    assert {row["document"] for row in judged} <= kept | named
