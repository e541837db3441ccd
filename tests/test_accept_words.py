"""``accept --as-words``: two names that are two things go into the office's settings in one step."""

from __future__ import annotations

from pathlib import Path

from conftest import run_cli

DRAFT = "第一条 测定红线交点。\n\n第二条 现场测定红线交点。\n\n第三条 测定红线角点。\n"


def test_what_was_added_is_not_told_again(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    assert "WD011" in run_cli("check", str(draft))[1]
    assert run_cli("accept", f"{draft}:5:WD011", "--reason", "两回事", "--as-words")[0] == 0
    assert "红线角点" in (tmp_path / "gazette-lint.yaml").read_text("utf-8")
    assert "WD011" not in run_cli("check", str(draft))[1]
