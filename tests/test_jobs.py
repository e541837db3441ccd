"""Several processes: the same bytes as from one, whatever dies, and an end at Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import run_cli

NOTICE = "关于做好第{0}次防汛工作的通知\n\n某发〔2021〕{0}号\n\n各单位:\n\n　　请做好其它工作，参加{0}人（含本数。\n"
# A check that does to its process what the text says.
LOOSE = '''"""执行文中所说的事。

Summary Does what the text says.
"""

import os
import signal
import time

from linter.kernel.check import Bad, Good, check


SAID = {"zh": "说", "en": "said"}


@check(code="ZZ901", name="told-to", severity="note", message=SAID, examples=(Bad("x"), Good("y")))
def told_to(document, options):
    """Die or wait."""
    if "立即停止运行" in document.text.raw:
        os.kill(os.getpid(), signal.SIGKILL)
    if "稍等片刻" in document.text.raw:
        time.sleep(0.2)
    return ()
'''


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(1, 9):
        Path(f"{number}.txt").write_text(NOTICE.format(number), "utf-8")
    Path("9.txt").write_bytes(b"\x00\x01\x02")
    Path("checks").mkdir()
    Path("checks", "told.py").write_text(LOOSE, "utf-8")


def report(form: str, *arguments: str) -> tuple[int, bytes]:
    code, _ = run_cli("check", ".", "--format", form, "--quiet", "--output", ".report", *arguments)
    return code, Path(".report").read_bytes()


@pytest.mark.usefixtures("drafts")
def test_two_processes_write_the_same_bytes_as_one() -> None:
    Path("gazette-lint.yaml").write_text("checks: {WD004: {severity: error}}\n", "utf-8")
    for form in ("text", "sarif", "jsonl"):
        one = report(form, "--jobs", "1")
        assert report(form, "--jobs", "2") == one
        assert one[0] == 2
        assert b"8.txt" in one[1]


@pytest.mark.usefixtures("drafts")
def test_workers_import_nothing_that_lies_beside_the_drafts() -> None:
    for name in ("linter", "checks", "multiprocessing"):
        Path(name).mkdir(exist_ok=True)
        Path(name, "__init__.py").write_text('from pathlib import Path\nPath("sprung").touch()\n', "utf-8")
    # As the installed command is run: from its own folder, not from that of the drafts.
    start = "import sys; del sys.path[0]; import runpy; runpy.run_module('linter', run_name='__main__')"
    command = [sys.executable, "-c", start, "check", ".", "--jobs", "2", "--no-cache", "--output", ".report"]
    subprocess.run(command, capture_output=True, check=False)
    assert "8.txt" in Path(".report").read_text("utf-8")
    assert not Path("sprung").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
@pytest.mark.usefixtures("drafts")
def test_a_worker_that_dies_takes_no_other_file_with_it() -> None:
    Path("3.txt").write_text("关于停电的通知\n\n各单位：\n\n立即停止运行。\n", "utf-8")
    Path("6.txt").write_text("关于停水的通知\n\n各单位：\n\n立即停止运行。\n", "utf-8")
    code, data = report("json", "--jobs", "2", "--checks-path", "checks")
    found: dict[str, Any] = json.loads(data)
    assert code == 2
    assert [file["path"] for file in found["files"]] == [f"{number}.txt" for number in (1, 2, 4, 5, 7, 8)]
    told = [one for one in found["notifications"] if one["path"] != "9.txt"]
    assert [one["path"] for one in told] == ["3.txt", "6.txt"]
    assert all("意外终止" in one["text"] for one in told)


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups on Windows")
@pytest.mark.usefixtures("drafts")
def test_ctrl_c_ends_with_what_was_done() -> None:
    for number in range(1, 9):
        Path(f"{number}.txt").write_text(NOTICE.format(number) + "稍等片刻\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "linter",
        "check",
        ".",
        "--format",
        "jsonl",
        "--jobs",
        "2",
        "--checks-path",
        "checks",
    ]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "bufsize": 0, "start_new_session": True}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        rest, error = process.communicate(timeout=20)
    lines = [json.loads(line) for line in (first + rest).splitlines()]
    assert process.returncode == 130
    assert b"Traceback" not in error
    assert (lines[0]["kind"], lines[-1]["kind"], lines[-1]["exit_code"]) == ("file", "run", 130)
    assert sum(line["kind"] == "file" for line in lines) < 8
    assert _gone(process.pid)


def _gone(group: int) -> bool:
    """Whether all processes of a group end within a few seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind on Windows")
@pytest.mark.usefixtures("drafts")
def test_a_terminal_is_shown_how_far_it_is() -> None:
    master, terminal = os.openpty()
    command = [sys.executable, "-m", "linter", "check", ".", "--jobs", "1", "--output", ".report"]
    subprocess.run(command, stderr=terminal, check=False)
    os.close(terminal)
    shown = os.read(master, 1 << 16).decode()
    os.close(master)
    assert "9/9" in shown
    assert "处问题" in shown


def test_jobs_must_be_a_number() -> None:
    for words in ("0", "-1", "two", "1000"):
        assert run_cli("check", "a.txt", "--jobs", words)[0] == 2
