"""Watching: only what changed is linted again, settings count, and Ctrl-C ends it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

from linter.kernel.registry import load
from linter.runs import run
from linter.runs.gathering import Hooks
from linter.runs.linted import one_by_one
from linter.runs.watch import rounds
from linter.settings.workspace import Workspace

DRAFT = "关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n　　请做好其它工作。\n"


def test_only_what_changed_is_linted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(DRAFT, "utf-8")
    waited = 0

    def wait(_: float) -> None:
        nonlocal waited
        waited += 1
        assert waited < 50, "a change was not seen"

    watched = rounds(lambda: run.find(["."]).paths, wait)
    registry = load()

    def lint() -> tuple[list[str], int]:
        memory = next(watched)
        hooks = Hooks(many=one_by_one(memory.lint))
        outcome = run.lint_files(run.find(["."]), Workspace(registry).plan, hooks=hooks)
        return memory.linted, len(outcome.result.diagnostics())

    linted, found = lint()
    assert linted == ["a.txt", "b.txt"]
    Path("b.txt").write_text(DRAFT.replace("其它", "其他"), "utf-8")
    os.utime("b.txt", ns=(1, 1))
    assert lint() == (["b.txt"], found - 1)
    Path("c.txt").write_text(DRAFT, "utf-8")
    assert lint()[0] == ["c.txt"]
    Path("c.txt").unlink()
    assert lint() == ([], found - 1)
    Path("gazette-lint.yaml").write_text("ignore: [WD004]\n", "utf-8")
    assert lint() == (["a.txt", "b.txt"], found - 2)
    Path("gazette-lint.decisions.yaml").write_text("decisions: []\n", "utf-8")
    assert lint()[0] == ["a.txt", "b.txt"]


def test_the_command_tells_mistakes_goes_on_and_ends_at_ctrl_c(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(DRAFT, "utf-8")
    command = [sys.executable, "-m", "linter", "check", "--watch", "--quiet", "--select", "WD004", "a.txt"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            assert "a.txt:7:" in until(process, "WD004")
            (tmp_path / "gazette-lint.yaml").write_text("selekt: [WD004]\n", "utf-8")
            until(process, "gazette-lint.yaml:1")
            (tmp_path / "gazette-lint.yaml").unlink()
            draft.write_text("\n" + DRAFT, "utf-8")
            assert "a.txt:8:" in until(process, "a.txt:8:")
            process.send_signal(signal.SIGINT)
            assert process.wait(5) == 0
            assert b"Traceback" not in process.communicate()[0]
        finally:
            process.kill()


def until(process: subprocess.Popen[bytes], words: str) -> str:
    """What the process says until it has said these words."""
    assert process.stdout
    said, end = "", time.monotonic() + 10
    while words not in said:
        assert time.monotonic() < end, said
        if select.select([process.stdout], [], [], 0.2)[0]:
            said += os.read(process.stdout.fileno(), 65536).decode()
            assert process.poll() is None, said
    return said


def test_standard_input_cannot_be_watched() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "linter", "check", "--watch", "-"], capture_output=True, check=False, cwd=ROOT
    )
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1
