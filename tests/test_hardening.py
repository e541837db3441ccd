"""What must not be lost, hang, or be taken for findings: one test a kind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import run_cli

from linter.cli import fix
from linter.runs import run

DRAFT = "某市人民政府关于开展检查的通知\n\n各县区：\n\n请于5月1日前报送《方案》。。\n\n某市人民政府\n2024年4月1日\n"
WRONG = "第一条 减供负荷40%以上13%以下的。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_a_folder_is_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "x.txt")
    Path("y.txt").write_text(DRAFT, "utf-8")
    assert run.find(["."]).paths == ("y.txt",)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_told_and_not_followed(folder: Path) -> None:
    (folder / "in").mkdir()
    Path("secret.txt").write_text(DRAFT, "utf-8")
    Path("in/own.txt").write_text(DRAFT, "utf-8")
    Path("in/link.txt").symlink_to(folder / "secret.txt")
    Path("in/beside.txt").symlink_to("own.txt")
    found = run.find(["in"])
    assert found.paths == ("in/beside.txt", "in/own.txt")
    assert [one.path for one in found.notifications] == ["in/link.txt"]


def test_a_report_does_not_replace_the_document(folder: Path) -> None:
    Path("a.txt").write_text(WRONG, "utf-8")
    code, told = run_cli("check", "a.txt", "--format", "json", "--output", str(folder / "a.txt"))
    assert (code, "a.txt" in told) == (2, True)
    assert Path("a.txt").read_text("utf-8") == WRONG


def test_an_edit_made_while_fixing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = folder / "a.txt"
    draft.write_text(DRAFT, "utf-8")
    each = fix._each

    def edited(*arguments: Any) -> Iterator[Any]:
        for one in each(*arguments):
            draft.write_text(DRAFT + "编者改动。\n", "utf-8")
            yield one

    monkeypatch.setattr(fix, "_each", edited)
    run_cli("check", "a.txt", "--fix", "--unsafe-fixes")
    assert draft.read_text("utf-8").endswith("编者改动。\n")


def test_each_original_is_kept_for_its_owner(folder: Path) -> None:
    draft = folder / "a.txt"
    for text in (DRAFT, DRAFT.replace("检查", "督查")):
        draft.write_text(text, "utf-8")
        draft.chmod(0o600)
        run_cli("check", "a.txt", "--fix", "--unsafe-fixes")
    kept = sorted(folder.glob("a.txt.orig*"))
    assert [one.name for one in kept] == ["a.txt.orig", "a.txt.orig1"]
    assert ["督查" in one.read_text("utf-8") for one in kept] == [False, True]
    if sys.platform != "win32":
        assert {one.stat().st_mode & 0o777 for one in kept} == {0o600}


def test_decisions_of_several_processes_are_all_kept(folder: Path) -> None:
    lines = [f"第{n}条 减供负荷{40 + at}%以上{13 + at}%以下的。" for at, n in enumerate("一二三四五六")]
    Path("a.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    command = [sys.executable, "-m", "linter", "accept", "--reason", "原文如此"]
    running = [subprocess.Popen([*command, f"a.txt:{2 * at + 1}:TH001"], stdout=subprocess.DEVNULL) for at in range(6)]
    assert [one.wait(60) for one in running] == [0] * 6
    assert (folder / "gazette-lint.decisions.yaml").read_text("utf-8").count("TH001") == 6


def test_what_was_not_foreseen_is_one_line_and_exit_2(folder: Path) -> None:
    call = (
        "import linter.cli as c\n"
        "def broken(*a, **k): raise RuntimeError('first\\nsecond')\n"
        "c.cli.main = broken\nc.main()"
    )
    done = subprocess.run([sys.executable, "-c", call], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "RuntimeError: first second" in done.stderr
