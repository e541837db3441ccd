"""The Python interface: texts, bytes and paths, with and without settings."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import GAZETTE, ROOT

import linter
from linter.forms.nodes import BadFileError
from linter.kernel.registry import RegistryError
from linter.runs import api

DRAFT = "关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n　　请做好其它工作。\n"


def codes(result: linter.Result) -> list[str]:
    return [item.code for item in result.diagnostics()]


def test_a_text() -> None:
    result = linter.lint(DRAFT)
    (file,) = result.files
    item = next(item for item in result.diagnostics() if item.code == "WD004")
    assert file.path == "text.txt"
    assert file.text.slice(item.span) == "其它"
    assert file.text.position(item.span.start) == (7, 6)


def test_bytes_and_paths_find_the_same(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(DRAFT.encode("gb18030"))
    expected = codes(linter.lint(DRAFT))
    assert "WD004" in expected
    assert codes(linter.lint(DRAFT.encode("gb18030"), name="x.txt")) == expected
    assert codes(linter.lint(path)) == expected
    assert codes(linter.lint(tmp_path)) == expected


def test_the_name_chooses_the_format() -> None:
    comment = "<!-- gazette-lint: ignore-file WD004 原文如此 -->\n\n"
    assert "WD004" not in codes(linter.lint(comment + DRAFT, name="x.md"))
    assert "WD004" in codes(linter.lint(comment + DRAFT, name="x.txt"))


def test_settings_hold_alone(tmp_path: Path) -> None:
    (tmp_path / "gazette-lint.yaml").write_text("ignore: [WD004]\n", "utf-8")
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, "utf-8")
    assert "WD004" not in codes(linter.lint(path))
    assert codes(linter.lint(path, linter.Settings(select=("WD004",)))) == ["WD004"]
    assert codes(linter.lint(DRAFT, linter.Settings(select=("WD004",)))) == ["WD004"]


def test_offsets_are_those_of_the_text_given() -> None:
    odd = "\ufeff" + DRAFT.replace("防汛", "防\ud83d汛")
    (file,) = linter.lint(odd).files
    assert len(file.text) == len(odd)
    assert any(
        file.text.slice(item.span) == odd[item.span.start : item.span.end] == "其它" for item in file.diagnostics
    )


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    missing = linter.lint(tmp_path / "没有.txt")
    assert not missing.files
    assert [one.level for one in missing.notifications] == ["error"]
    assert linter.lint(b"\0\1\2", name="x.txt").notifications[0].level == "error"


def test_mistakes_in_settings_are_raised(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="WD0004"):
        linter.lint(DRAFT, linter.Settings(select=("WD0004",)))
    (tmp_path / "gazette-lint.yaml").write_text("ignor: [WD004]\n", "utf-8")
    (tmp_path / "a.txt").write_text(DRAFT, "utf-8")
    with pytest.raises(BadFileError):
        linter.lint(tmp_path / "a.txt")


def test_the_example_of_the_docstring_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = doctest.DocTestFinder().find(api.lint, "lint", api, {"linter": linter})
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


def test_the_package_is_typed_and_imports_nothing() -> None:
    assert (ROOT / "linter" / "py.typed").is_file()
    code = "import sys, linter; print([name for name in sys.modules if name.startswith('linter.')]); linter.lint"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
    with pytest.raises(AttributeError, match="nothing"):
        linter.nothing  # noqa: B018 - the access is the test


def test_the_gazette_as_the_command_line_finds_it() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "linter", "check", "--quiet", str(GAZETTE)], capture_output=True, text=True, check=False
    )
    assert len(linter.lint(GAZETTE).diagnostics()) == len(ran.stdout.splitlines()) > 20
