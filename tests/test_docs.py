"""The documentation tells the truth: its commands run as written, its links lead somewhere, the site builds."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from conftest import ROOT

from linter.cli import cli
from linter.kernel import engine
from linter.kernel.check import Active
from linter.kernel.engine import lint_source
from linter.kernel.result import FileResult, Notification
from linter.language.office import Office
from linter.sources import Source

DOCS = ROOT / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
# Commands of others, which need the network or a service. A first word that is not here must be run.
ELSEWHERE = {"cd", "pip", "podman", "docker", "pre-commit", "npm", "code", "hx", "nvim", "dask"}
# These run until they are stopped, or into a program that is not here.
ENDLESS = ("--watch", " lsp", "| reviewdog", "gazette-lint app", "--cluster")
# This one needs the plug-in that is installed a line above it; test_plugin.py does so.
INSTALLED = "gazette-lint rule OFF001"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block of a page: its language and its words."""

    language: str
    words: str


def blocks(page: str) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall((DOCS / page).read_text("utf-8"))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the examples in a Git repository, as a reader of the documentation has it.

    What one command found in an example another one takes from it.
    """
    monkeypatch.setattr(engine, "lint_source", found_once)
    left_out = shutil.ignore_patterns("node_modules", "__pycache__", "*.vsix")
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=left_out)
    author = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (("init", "-q"), ("add", "."), (*author, "commit", "-qm", "x")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=tmp_path, check=True)
    return tmp_path


LINTED: list[tuple[object, tuple[FileResult, list[Notification]]]] = []


def found_once(
    source: Source, path: str, active: Sequence[Active], office: Office, _: object = None
) -> tuple[FileResult, list[Notification]]:
    """What is found in a source under the same checks as before, as it was found."""
    key = source.raw, source.format, path, tuple(active), office
    found = next((found for known, found in LINTED if known == key), None)
    if found is None:
        found = lint_source(source, path, active, office)
        LINTED.append((key, found))
    return found[0]._replace(source=source), list(found[1])


def run(line: str) -> str:
    """The output of a command in the current folder; it must not fail, but may have findings (exit code 1)."""
    words = shlex.split(line)
    assert words[0] == "gazette-lint", f"{line}: neither run nor known"
    words, target = (words[:-2], words[-1]) if ">" in words else (words, "")
    done = CliRunner().invoke(cli, words[1:], standalone_mode=False)
    assert done.exception is None, f"{line}\n{done.exception!r}"
    assert done.return_value in (None, 0, 1), f"{line}\n{done.output}"
    if target:
        Path(target).write_bytes(done.stdout_bytes)
    return done.stdout_bytes.decode("utf-8", "replace")


@pytest.mark.parametrize("page", PAGES)
def test_commands_run(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    output = ""
    for block in blocks(page):
        if block.language == "sh":
            output = "".join(run(line) for line in block.words.splitlines() if runs_here(line))
        elif block.language == "text" and output:
            missing = [part for part in block.words.split("\n\n") if part.strip("\n") not in output]
            assert not missing, output[:2000]


def runs_here(line: str) -> bool:
    """Whether a command can be run here; those that cannot are known."""
    word = line.split(maxsplit=1)[0] if line.strip() else "#"
    if word in ELSEWHERE or word == "#" or any(part in line for part in ENDLESS):
        return False
    return line != INSTALLED


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = _BLOCK.sub("", (DOCS / page).read_text("utf-8"))
    for target in re.findall(r"\]\(([^)\s#]*)(?:#[^)]*)?\)", text):
        if target and "://" not in target:
            assert (DOCS / target).exists(), f"{page}: {target}"


@pytest.mark.parametrize("page", PAGES)
def test_paths_that_are_named_exist(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    for path in re.findall(r"\b(?:examples|tests|linter|checks)/[\w./-]*\w", text):
        if not path.endswith((".orig", "decisions.yaml")):
            assert (ROOT / path).exists(), f"{page}: {path}"


def test_every_page_is_in_the_navigation() -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert sorted(re.findall(r": ([\w.-]+\.md)$", settings, re.MULTILINE)) == PAGES


def test_the_site_builds(tmp_path: Path) -> None:
    pytest.importorskip("material")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    made = {path.name: path.read_text("utf-8") for path in (tmp_path / "site").glob("*.html")}
    assert {page.replace(".md", ".html") for page in PAGES} <= set(made)
    for name, page in made.items():
        fetched = re.findall(
            r"<(?:script|img|link rel=\"?stylesheet)[^>]*(?:src|href)=\"?((?:https?:)?//[^\" >]+)", page
        )
        assert not fetched, f"{name} is not whole without the network: {fetched}"
