"""Packs of strangers: found beside the tool, named when they fail."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

EXAMPLE = ROOT / "examples" / "plugin"
TEXT = "某市通知\n\n各县：\n\n请认真自查，报送自查报告。\n"
CHECK = """\
\"\"\"说明。\"\"\"
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding


EXAMPLES = (Bad("[[一]]"), Good("二"))


@check(code="{code}", name="{name}", severity="note", message={{"zh": "一", "en": "one"}}, examples=EXAMPLES)
def run(document, options):
    yield from ()
"""


def install(folder: Path, name: str, version: str, entry: str, modules: dict[str, str]) -> None:
    """Lay a distribution into a folder as an installer does: its modules and its metadata."""
    for path, text in modules.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    meta = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
    (meta / "entry_points.txt").write_text(f"[gazette_lint.checks]\n{entry}\n", "utf-8")


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "linter", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def example(folder: Path) -> None:
    """The example, laid down as its own project file describes it."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))
    ((name, module),) = project["project"]["entry-points"]["gazette_lint.checks"].items()
    source = EXAMPLE / "src"
    modules = {path.relative_to(source).as_posix(): path.read_text("utf-8") for path in source.rglob("*.py")}
    install(folder, project["project"]["name"], project["project"]["version"], f"{name} = {module}", modules)


def test_a_pack_beside_the_tool_is_found(tmp_path: Path) -> None:
    example(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    found = lint(tmp_path, "check", "--quiet", "--select", "OFF", "a.txt")
    assert found.stdout.startswith("a.txt:5:7: 警告 OFF001"), found.stderr
    assert "office 1.2.0: 1 " in lint(tmp_path, "--version").stdout
    sarif = lint(tmp_path, "check", "--format", "sarif", "--select", "OFF", "a.txt").stdout
    assert '"extensions"' in sarif
    assert '"office"' in sarif


def test_the_example_as_an_installer_installs_it(tmp_path: Path) -> None:
    """Built and installed as its page says, then its own tests run against it."""
    pytest.importorskip("hatchling")
    flags = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    install_it = [sys.executable, "-m", "pip", "install", *flags, "--target", str(tmp_path), str(EXAMPLE)]
    subprocess.run(install_it, check=True)
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(EXAMPLE)]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(tests, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "3 passed" in done.stdout, done.stdout


@pytest.mark.parametrize(
    ("code", "name", "text", "told"),
    [
        ("ZZ001", "some-thing", "import nowhere\n", "No module named 'nowhere'"),
        ("ZZ001", "some-thing", "raise SystemExit(3)\n", "SystemExit"),
        ("ZZ1", "some-thing", "", "'ZZ1' is not letters and three digits"),
        ("ZZ001", "Some", "", "'Some' is not lower-case words"),
        ("EN901", "some-thing", "", "reserved prefix"),
        ("ZZ001", "unused-suppression", "", "duplicate check unused-suppression"),
    ],
)
def test_a_broken_pack_fails_with_one_line_that_names_it(
    tmp_path: Path, code: str, name: str, text: str, told: str
) -> None:
    install(
        tmp_path, "bad-pack", "0.1", "badpack = bad_pack", {"bad_pack.py": text + CHECK.format(code=code, name=name)}
    )
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    failed = lint(tmp_path, "check", "a.txt")
    assert failed.returncode == 2
    assert failed.stdout == ""
    assert failed.stderr.count("\n") == 1
    assert told in failed.stderr
    assert "badpack" in failed.stderr or "bad_pack" in failed.stderr


def test_two_packs_with_one_code(tmp_path: Path) -> None:
    for name in ("one", "two"):
        module = CHECK.format(code="ZZ001", name=f"thing-{name}")
        install(tmp_path, name, "0.1", f"{name} = {name}_pack", {f"{name}_pack.py": module})
    failed = lint(tmp_path, "rules")
    assert failed.returncode == 2
    assert "one_pack" in failed.stderr
    assert "two_pack" in failed.stderr


def test_nothing_beside_a_document_is_executed(tmp_path: Path) -> None:
    folder = tmp_path / "文稿"
    folder.mkdir()
    trap = textwrap.dedent("""
        from pathlib import Path
        Path(__file__).with_name("sprung").write_text("")
    """)
    for name in ("checks.py", "conftest.py", "gazette_lint.py", "sitecustomize.py", "regex.py", "yaml.py", "click.py"):
        (folder / name).write_text(trap, "utf-8")
    (folder / "gazette-lint.yaml").write_text("level: note\n", "utf-8")
    (folder / "a.md").write_text(TEXT, "utf-8")
    lint(tmp_path, "check", "文稿")
    assert not (folder / "sprung").exists()
