"""Shared fixtures, and golden files: ``pytest --accept`` rewrites them after a deliberate change."""

from __future__ import annotations

import compileall
import difflib
import gc
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from click.testing import CliRunner

from linter.cli import cli
from linter.kernel import registry as registries
from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry, load
from linter.kernel.result import FileResult
from linter.language.text import Text
from linter.runs import many
from linter.runs.cache import FOLDER
from linter.settings.config import Settings, activate
from linter.sources import read
from linter.structure.model import Issue
from linter.structure.parse import parse

ROOT = Path(__file__).parent.parent
GAZETTE = ROOT / "examples" / "jincheng-2021-05.txt"
_NO_BYTE_CODE = sys.dont_write_bytecode
# Files whose tests take longest are begun first, so that none is left alone at the end.
LONG = ("test_app_static.py", "test_docs.py", "test_growth.py", "test_app_page.py", "test_pdf_fonts.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files with what is found now")


def pytest_configure(config: pytest.Config) -> None:
    """Results are kept in a folder of the tests, never in that of whoever runs them.

    Workers start where a test asks for them, not where a machine is slow; nor does a slow one fail what is generated.
    """
    folder = tempfile.mkdtemp(prefix="gazette-lint-tests-")
    os.environ[FOLDER] = folder
    many._PATIENCE = math.inf
    # The modules of a pack are gone through once; a wheel has an index of them, a tree has none.
    registries.checks_of = cache(registries.checks_of)  # type: ignore[attr-defined] # the name by which it is called
    # The same code passes or fails every time; HYPOTHESIS_PROFILE=explore looks elsewhere each time, and further.
    hypothesis.settings.register_profile("tests", deadline=None, derandomize=True)
    hypothesis.settings.register_profile("explore", deadline=None, max_examples=3000)
    hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))
    # Where Python is told to keep no byte code, pytest would rewrite all modules of tests in each run anew.
    sys.dont_write_bytecode = False
    if not hasattr(config, "workerinput"):
        # Where Python is told to keep no byte code, each of some hundred processes would compile all modules anew.
        for package in ("linter", "checks"):
            compileall.compile_dir(ROOT / package, quiet=2)
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_collection_finish() -> None:
    """What was imported is no garbage, and what tests make seldom is; the command line looks for none.

    A check that a test writes twice within a second would be taken for the first by its byte code.
    """
    sys.dont_write_bytecode = _NO_BYTE_CODE
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {name: at for at, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.name, len(LONG)))


def run_cli(*arguments: str) -> tuple[int, str]:
    """The exit code of a command line, and its error or else what it printed."""
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    error = result.exception
    code = getattr(error, "exit_code", 99) if error else int(result.return_value or 0)
    return code, getattr(error, "message", None) or result.output


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load()


@pytest.fixture(scope="session")
def gazette() -> Text:
    return Text(GAZETTE.read_text("utf-8"))


@pytest.fixture(scope="session")
def issue(gazette: Text) -> Issue:
    return parse(gazette)


@pytest.fixture(scope="session")
def linted(registry: Registry) -> FileResult:
    """The gazette under the usual settings, linted once; no check may fail."""
    file, told = lint_source(read(GAZETTE.read_bytes(), "x.txt"), "x.txt", activate(registry, Settings()))
    assert not told
    return file


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare words with a golden file below ``tests/golden``; a difference fails and shows lines gained and lost."""

    def compare(name: str, actual: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, "utf-8")
            return
        expected = path.read_text("utf-8") if path.exists() else ""
        if actual != expected:
            lines = difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), "accepted", "now", lineterm="", n=0
            )
            shown = "\n".join(list(lines)[:80])
            pytest.fail(f"{name} differs; if this is meant: pytest --accept\n{shown}", pytrace=False)

    return compare
