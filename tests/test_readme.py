"""The README tells the truth: its commands are those of CI, its output is real."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT

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


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_shown_output_is_real(name: str, lang: str) -> None:
    shown = next(block for block in blocks(name) if block.startswith("examples/jincheng-2021-05.txt:"))
    command = [sys.executable, "-m", "linter", "check", "--lang", lang, "examples/jincheng-2021-05.txt"]
    actual = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    for part in shown.split("\n\n"):
        assert part.strip("\n") in actual
