"""Places in words people know: paragraphs under their headings for Word, lines for text files, at both ends."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from conftest import run_cli
from wordfile import paragraph, word_file

from linter.reports import FORMATS

LINES = [
    "某市人民政府关于做好防汛工作的通知",
    "一、落实责任",
    "各项工作由市公安局、市教育局、市水务局、市公安局按照职责分工负责。",
    "二、加强监管",
    "请认真贯彻执行。",
]
PEOPLE = ["text", "junit", "markdown", "html", "csv", "github", "checkstyle", "gitlab", "rdjson"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(word_file("".join(map(paragraph, LINES))))
    Path("a.txt").write_text("\n\n".join(LINES), "utf-8")


def check(*arguments: str) -> str:
    return run_cli("check", *arguments, "--select", "LS001")[1]


@pytest.mark.parametrize("form", [one for one in FORMATS if one not in {"docx", "xlsx"}])
def test_a_word_file_has_places_at_both_ends_and_no_lines(form: str) -> None:
    told = check("a.docx", "--format", form)
    assert told.count("第3段") >= 2, told
    assert "第 5 行" not in told
    assert not re.search(r"a\.docx:\d", told)


@pytest.mark.parametrize("form", PEOPLE)
def test_the_heading_is_named_where_people_read(form: str) -> None:
    assert "第3段“一、落实责任”" in check("a.docx", "--format", form)


def test_a_text_file_has_lines() -> None:
    told = check("a.txt")
    assert told.startswith("a.txt:5:")
    assert "    → 5:" in told
    assert "第3段" not in told


def test_a_list_has_lines_of_text_files_only() -> None:
    rows = list(csv.DictReader(check("a.docx", "a.txt", "--format", "csv").lstrip("\ufeff").splitlines()))
    assert [(row["位置"], bool(row["行"])) for row in rows] == [("第3段“一、落实责任”", False), ("", True)]


def test_accepting_tells_the_place() -> None:
    name = next(word for word in check("a.docx", "--quiet").split() if word.startswith("LS001-"))
    told = run_cli("accept", name, "a.docx", "--select", "LS001")[1]
    assert f"a.docx 第3段“一、落实责任” {name}" in told
