"""The program in a folder: what it does when files are dropped on it, and as the worker of its own readers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_outputs import DRAFT, files
from wordfile import paragraph, word_file

from linter.cli import portable


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("甲/一.txt", "甲/二.txt", "乙/三.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(DRAFT, "utf-8")
    Path("乙/四.docx").write_bytes(word_file(paragraph("关于放假的通知") + paragraph("放假三天。")))


def test_reports_beside_what_was_dropped() -> None:
    for _ in range(2):
        assert portable.start(["甲/一.txt", "甲/二.txt", "乙"]) == 0
        assert files("甲") == ["一.txt", "二.txt", "批注_一.docx", "批注_二.docx", "报告.html"]
        assert files("乙") == ["三.txt", "四.docx", "批注_三.docx", "批注_四.docx", "报告.html"]


def test_a_report_of_somebody_else_stays() -> None:
    Path("甲/报告.html").write_text("<p>我的</p>", "utf-8")
    assert portable.start(["甲/一.txt"]) == 2
    assert Path("甲/报告.html").read_text("utf-8") == "<p>我的</p>"
    assert not Path("甲/批注_一.docx").exists()


def test_it_is_the_command_line_and_the_worker_of_its_readers() -> None:
    program = [sys.executable, "-c", "import sys; from linter.cli.portable import start; sys.exit(start(sys.argv[1:]))"]
    ran = subprocess.run([*program, "rule", "TH003"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.split()[0]) == (0, "TH003")
    worker = [*program, "-P", "-m", "linter.sources.sheets_worker", "xlsx"]
    ran = subprocess.run(worker, cwd=ROOT, input="none", capture_output=True, text=True, check=False)
    assert ran.stdout.startswith('{"error"')


def test_without_files_the_page_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(portable, "_run", lambda *words: asked.append(words) or 0)
    assert portable.start([]) == 0
    assert asked == [("app",)]
