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


@pytest.fixture(scope="module")
def found(registry: Registry) -> dict[str, list[str]]:
    """The findings of every check, by document."""
    paths = sorted(path for folder in ("composed", "documents") for path in (CORPUS / folder).iterdir())
    assert len(paths) >= 90
    return {path.stem: list(findings(path, registry, EVERY_CHECK)) for path in (*paths, GAZETTE)}


def test_findings_are_those_that_were_read(found: dict[str, list[str]], golden: Callable[[str, str], None]) -> None:
    golden("corpus.txt", "\n".join(line for lines in found.values() for line in lines) + "\n")


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


def test_what_was_judged_is_found_or_gone(
    judged: list[dict[str, str]], found: dict[str, list[str]], registry: Registry
) -> None:
    """In the documents that are kept here: what is given is found, and what is gone is not."""
    kept = {path.stem: path for path in (*CORPUS.glob("*/*"), GAZETTE)}
    known = [row for row in judged if row["document"] in kept]
    assert len(known) >= 90
    others = {row["document"] for row in known} - found.keys()
    told = found | {name: list(findings(kept[name], registry, EVERY_CHECK)) for name in others}
    for row in known:
        at = f"{row['document']}:{row['line']} {row['code']} "
        there = any(line.startswith(at) and not line.startswith(f"{at}strict ") for line in told[row["document"]])
        assert there == (row["now"] == "given"), row


def test_every_document_that_was_read_has_its_source(judged: list[dict[str, str]]) -> None:
    kept = {path.stem for path in (*CORPUS.glob("*/*"), GAZETTE)}
    named = {row["document"] for row in rows(CORPUS / "judged_documents.tsv")}
    assert {row["document"] for row in judged} <= kept | named
