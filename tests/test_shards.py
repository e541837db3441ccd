"""A run in shares: merged, the parts are the same bytes as one run; what does not fit together is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import run_cli

from linter.runs.shards import Shard, read_shard

NOTICE = "关于做好第{0}次防汛工作的通知\n\n某发〔2021〕{0}号\n\n各单位:\n\n　　请做好其它工作，参加{0}人（含本数。\n"


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("drafts").mkdir()
    for number in range(1, 8):
        Path("drafts", f"{number}.txt").write_text(NOTICE.format(number), "utf-8")
    Path("drafts", "8.txt").write_bytes(b"\x00\x01\x02")


def shares(count: int, *arguments: str) -> list[str]:
    names = [f"part-{number}" for number in range(1, count + 1)]
    for number, name in enumerate(names, 1):
        asked = ("check", "drafts", "没有.txt", "--shard", f"{number}/{count}", "--output", name, "--jobs", "1")
        assert run_cli(*asked, *arguments) == (0, "")
    return names


@pytest.mark.parametrize("form", ["text", "sarif", "jsonl", "html"])
def test_merged_parts_are_the_bytes_of_one_run(form: str) -> None:
    one = run_cli("check", "drafts", "没有.txt", "--output", f"{form}:whole", "--quiet")
    assert one[0] == 2
    for count in (1, 3, 12):
        assert run_cli("merge", *reversed(shares(count)), "--output", f"{form}:merged", "--force", "--quiet") == one
        assert Path("merged").read_bytes() == Path("whole").read_bytes()


def test_what_was_accepted_counts_when_parts_are_merged() -> None:
    assert run_cli("accept", "drafts/3.txt:7:WD004", "--reason", "引用")[0] == 0
    run_cli("check", "drafts", "没有.txt", "--format", "sarif", "--output", "whole.sarif")
    run_cli("merge", *shares(2), "--format", "sarif", "--output", "merged.sarif")
    assert Path("merged.sarif").read_bytes() == Path("whole.sarif").read_bytes()
    assert '"accepted"' in Path("merged.sarif").read_text("utf-8")


def test_parts_that_do_not_fit_are_told() -> None:
    one, two, three = shares(3)
    for names, words in (
        ((one, three), "缺 2/3"),
        ((one, two, two), "同一份"),
        ((one, two, "drafts/1.txt"), "不是 --shard"),
        ((one, two, "nothing"), "无法读取"),
    ):
        code, told = run_cli("merge", *names)
        assert (code, words in told) == (2, True), told
    code, told = run_cli("merge", one, two, three, "--preview")
    assert (code, "别的设置" in told) == (2, True), told
    Path("drafts", "9.txt").write_text(NOTICE.format(9), "utf-8")
    run_cli("check", "drafts", "没有.txt", "--shard", "3/3", "--output", "other")
    assert "不是同一批" in run_cli("merge", one, two, "other")[1]
    lines = Path(two).read_text("utf-8").splitlines(keepends=True)
    for cut, words in ((lines[:-1], "不完整"), ([*lines[:-1], lines[-1][:-40]], "损坏")):
        Path(two).write_text("".join(cut), "utf-8")
        code, told = run_cli("merge", one, two, three)
        assert (code, words in told) == (2, True), told


def test_a_share_is_a_number_of_a_number() -> None:
    assert read_shard("3/16") == Shard(3, 16)
    for words in ("0/2", "3/2", "1", "a/b", "-1/2", "1/2/3"):
        assert read_shard(words) is None
        assert run_cli("check", "drafts", "--shard", words)[0] == 2
    assert run_cli("check", "drafts", "--shard", "1/2")[0] == 2
