"""The office's own list of bodies: it makes no other body unknown unless it says that it is complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import run_cli

DRAFT = (
    "某江市人民政府关于做好防汛工作的通知\n\n某江政发〔2026〕3号\n\n各县（区）人民政府：\n\n"
    "一、某江市应急管理局、某江市水务局、某江市公安局按照职责分工负责。\n\n"
    "二、某江市应急管里局负责值班，某江市水利局、某江市体育局参加。\n\n某江市人民政府\n\n2026年5月6日\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(DRAFT, "utf-8")


def told(settings: str, encoding: str = "utf-8") -> list[str]:
    Path("gazette-lint.yaml").write_bytes(settings.encode(encoding))
    code, printed = run_cli("check", "a.txt", "--quiet", "--preview", "--select", "OR006")
    assert code in (0, 1), printed
    return [line.partition("unknown-body ")[2] for line in printed.splitlines()]


NEAR = "没有名为“某江市应急管里局”的机构，可能指“某江市应急管理局”（{}）。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_one_body_makes_no_other_unknown(encoding: str) -> None:
    settings = "# 本市\noffice:\n  bodies: [某江市应急管理局]\n"
    assert told(settings, encoding) == [NEAR.format("gazette-lint.yaml:3")]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_near_miss_is_told_with_the_line_of_the_list(encoding: str) -> None:
    Path("名录.txt").write_bytes("# 名录\n\n某江市应急管理局\n".encode(encoding))
    assert told("office:\n  bodies: 名录.txt\n") == [NEAR.format("名录.txt:3")]


def test_a_list_that_says_it_is_complete_makes_others_unknown() -> None:
    settings = "office:\n  bodies-complete: true\n  bodies: [某江市应急管理局, 某江市水务局]\n"
    assert told(settings) == [
        "没有名为“某江市公安局”的机构。",
        NEAR.format("gazette-lint.yaml:3"),
        "没有名为“某江市体育局”的机构。",
    ]
    assert told("office: {bodies-complete: true}\n") == []
    assert told("office: {bodies: [某江市应急管理局], words: [甲]}\n") == [NEAR.format("gazette-lint.yaml:1")]


def test_a_file_in_no_known_encoding_is_one_line() -> None:
    Path("gazette-lint.yaml").write_bytes(b"\xff\xff\xfe")
    code, printed = run_cli("check", "a.txt")
    assert (code, printed) == (
        2,
        "gazette-lint.yaml:1: 不是 UTF-8、GB18030 或 UTF-16 文本 (not text in a known encoding)",
    )
