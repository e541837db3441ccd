"""The comparison of two builds over a folder: what came, went, moved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

sys.path.append(str(ROOT / "tests" / "benchmarks"))

from ecosystem import Report, compare, summary


def finding(code: str, start: int, text: str = "供水", fingerprint: str = "") -> dict[str, Any]:
    place = {"path": "a.txt", "line": 1, "column": start, "start": start, "end": start + 2}
    return {"code": code, "text": text, "message": "说明", "fingerprint": fingerprint or f"{code}{start}", **place}


def test_findings_come_go_and_move() -> None:
    old = [finding("TH001", 1), finding("TH001", 5, "甲", "f"), finding("WD001", 9), finding("WD001", 20, "乙")]
    new = [finding("TH001", 1), finding("TH001", 7, "丙", "f"), finding("WD001", 30, "乙"), finding("OR001", 2)]
    compared = compare(old, new)
    assert [one["code"] for one in compared.came] == ["OR001"]
    assert [one["start"] for one in compared.went] == [9]
    assert [(one["start"], other["start"]) for one, other in compared.moved] == [(5, 7), (20, 30)]


def test_one_finding_answers_one_other() -> None:
    compared = compare([finding("TH001", 1, fingerprint="f")] * 3, [finding("TH001", 2, fingerprint="f")] * 2)
    assert (len(compared.came), len(compared.went), len(compared.moved)) == (0, 1, 2)


def test_the_summary_is_markdown() -> None:
    old, new = Report([finding("TH001", 1)], [], 1.0), Report([finding("WD001", 1)] * 12, ["a.txt: 失败"], 2.0)
    text = "\n".join(summary(old, new, compare(old.findings, new.findings), 10))
    assert "| TH001 |  | 1 |  |" in text
    assert "| WD001 | 12 |  |  |" in text
    assert "- WD001 and 2 more" in text
    assert "**Fails now**: a.txt: 失败" in text


def test_this_build_against_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("第一条 减供负荷40%以上13%以下的。\n", "utf-8")
    script = ROOT / "tests" / "benchmarks" / "ecosystem.py"
    lint = f"{sys.executable} -m linter"
    command = [sys.executable, str(script), str(tmp_path), "--old", lint]
    same = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (same.returncode, "0 came, 0 went, 0 moved" in same.stdout) == (0, True), same.stderr
    other = subprocess.run(
        [*command, "--", "--ignore", "TH001"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert "0 before, 0 now" in other.stdout


def test_a_build_that_gives_no_report_is_told(tmp_path: Path) -> None:
    script = ROOT / "tests" / "benchmarks" / "ecosystem.py"
    command = [sys.executable, str(script), str(tmp_path), "--old", f"{sys.executable} -c 'raise SystemExit(3)'"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "raise SystemExit" in done.stderr


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no repository")
def test_a_revision_is_unpacked_and_run(tmp_path: Path) -> None:
    from ecosystem import build

    made = build("HEAD", tmp_path)
    assert made.variables == {"PYTHONPATH": str(tmp_path)}
    assert (tmp_path / "linter" / "__main__.py").exists()
