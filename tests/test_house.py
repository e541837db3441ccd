"""A new fact, a new check and a new reader are one file each, and what is generated; shown in a copy of the tree."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

FACT = '''"""Seals: where a document says that it is sealed."""

from __future__ import annotations

from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["seals"]

_SEAL = lazy(r"\\(盖章\\)")


@fact("seals", "处用印", "seals")
def seals(document: Document) -> tuple[Span, ...]:
    """The places of the seals, in order."""
    return tuple(Span(*match.span()) for match in _SEAL.finditer(document.text.normal))
'''
CHECK = '''"""盖了两个章。

依据 无
说明 一件公文只盖一个章。
限度 只数写明的。
Summary Sealed twice.
Basis None.
Why One seal is enough.
Limits Counts what is written only.
"""

from __future__ import annotations

from linter.facts.base import seals
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding

EXAMPLES = (Bad("某市通知\\n\\n某局（盖章）某委[[（盖章）]]\\n"), Good("某市通知\\n\\n某局（盖章）\\n"))


@check(
    code="FM990",
    name="sealed-twice",
    severity="note",
    reads=(seals,),
    message={"zh": "盖了第{number}个章", "en": "seal number {number}"},
    examples=EXAMPLES,
)
def run(document, options):
    """Tell each seal but the first."""
    for number, span in enumerate(document.read(seals)[1:], 2):
        yield Finding(span, {"number": number})
'''
READER = '''"""Drafts kept as JSON: the words under ``text``."""

from __future__ import annotations

import json

from linter.sources import AS_USUAL, How, Reads, Source, make_source

READS = Reads("draft", (".draft",), "application/json", begins=b'{"draft"')


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The words of the draft."""
    return make_source(json.loads(data)["draft"], data, "draft")
'''
ADDED = {
    "linter/facts/base/seals.py": FACT,
    "checks/fm/fm990_sealed_twice.py": CHECK,
    "linter/sources/draft.py": READER,
}
GENERATORS = (
    ("generate/faces.py",),
    ("generate/readers.py",),
    ("generate/catalogue.py",),
    ("-m", "linter.pages.schema"),
)
GENERATED = {
    "linter/facts/base/__init__.py",
    "linter/sources/readers.py",
    "linter/pages/schemas/settings.json",
    ".pre-commit-hooks.yaml",
    "docs/catalogue.md",
    "docs/catalogue.en.md",
}
PARTS = ("linter", "checks", "generate", "docs", "tests/corpus", "tests/benchmarks", ".pre-commit-hooks.yaml")


def held(tree: Path) -> dict[str, bytes]:
    """The files of a tree by their names."""
    return {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def run(tree: Path, *arguments: str) -> str:
    # A run with several processes, earlier in this one, has them import nothing that lies beside a script.
    own = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tree,
        env={**own, "PYTHONPATH": str(tree), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


SAID = """
import json
import sys

from click.testing import CliRunner

from linter.cli import cli

print(json.dumps([CliRunner().invoke(cli, one).stdout for one in json.loads(sys.argv[1])]))
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The product's own files, copied."""
    for part in PARTS:
        source, target = ROOT / part, tmp_path / part
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "images", "unseen"))
        else:
            shutil.copy(source, target)
    return tmp_path


def test_each_is_one_file_and_works_through_the_whole_pipeline(tree: Path) -> None:
    before = held(tree)
    for name, words in ADDED.items():
        (tree / name).write_text(words, "utf-8")
    for generator in GENERATORS:
        run(tree, *generator)
    now = held(tree)
    assert {name for name in now if now[name] != before.get(name)} == {*ADDED, *GENERATED}
    assert before.keys() <= now.keys()
    for name in ("a.draft", "a.txt"):  # known by its suffix, and by how the file begins
        (tree / name).write_text(json.dumps({"draft": "某市通知\n\n某局（盖章）某委（盖章）\n"}), "utf-8")
    check = ("check", "--no-config", "--lang", "en")
    commands = (
        *((*check, "--format", "json", name) for name in ("a.draft", "a.txt")),
        (*check, "a.draft"),
        (*check, "--format", "sarif", "a.draft"),
        ("facts", "--kind", "seals", "a.draft"),
        ("rule", "FM990"),
    )
    *reports, words, sarif, facts, rule = json.loads(run(tree, "-c", SAID, json.dumps(commands)))
    for report in map(json.loads, reports):
        found = [(one["text"], one["message"]) for one in report["findings"] if one["code"] == "FM990"]
        assert found == [("（盖章）", "seal number 2")]
        assert report["files"][0]["format"] == "draft"
        assert report["files"][0]["seen"]["seals"] == 2
    assert "2 seals" in words
    assert json.loads(sarif)["runs"][0]["artifacts"][0]["mimeType"] == "application/json"
    assert '"seals"' in facts
    assert "sealed-twice" in rule
    assert "FM990" in (tree / "docs/catalogue.md").read_text("utf-8")


def test_patterns_are_lazy_where_documents_are_read() -> None:
    calls = "compile|search|match|sub|split|findall|finditer"
    written = re.compile(rf'\bre\.(?:{calls})\(r?"[^"\n]*"[,)]')
    found = [
        str(path)
        for folder in ("linter/facts", "linter/structure", "linter/declared", "checks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if written.search(path.read_text("utf-8"))
    ]
    assert not found, "compiled in every run, which costs more than it finds: lazy() has them compiled in the wheel"
