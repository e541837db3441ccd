"""The README tells the truth: its commands are those of CI, its output is real."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, run_cli

READMES = ("README.md", "README.zh.md")


def blocks(name: str) -> list[str]:
    return re.findall(r"```(?:sh|text)\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", READMES)
def test_ci_runs_the_test_command(name: str) -> None:
    (command,) = [line for block in blocks(name) for line in block.splitlines() if line.endswith(".venv/bin/pytest")]
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8")):
        assert (ROOT / target).exists(), target


def test_the_table_of_folders_is_that_of_the_tree() -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("## How it is built")[2]
    named = re.findall(r"`((?:linter|checks)/(?:\w+/)?)`", "".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))
    rooms = {f"linter/{path.name}/" for path in (ROOT / "linter").iterdir() if (path / "__init__.py").exists()}
    assert sorted(named) == sorted({*rooms, "checks/"})
    houses = {path.parent.name for path in (ROOT / "linter" / "facts").glob("*/__init__.py")}
    assert set(re.findall(r"`(\w+)`", table.partition("`linter/facts/`")[2].partition("\n")[0])) == houses


# The findings that the READMEs show, by line of the shipped gazette; the summary follows them.
SHOWN = (1090, 2237)


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_shown_output_is_real(
    name: str, lang: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    _, output = run_cli("check", "--lang", lang, "examples/jincheng-2021-05.txt")
    parts = output.strip("\n").split("\n\n")
    wanted = [part for part in parts if part.split(":")[1:2] and part.split(":")[1] in map(str, SHOWN)]
    expected = "\n\n".join([*wanted, parts[-1]]) + "\n"
    shown = next(block for block in blocks(name) if block.startswith("examples/jincheng-2021-05.txt:"))
    if request.config.getoption("--accept"):
        path = ROOT / name
        path.write_text(path.read_text("utf-8").replace(shown, expected), "utf-8")
        return
    assert shown == expected, "pytest --accept tests/test_readme.py shows the output of today"
