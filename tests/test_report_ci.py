"""Reports for build servers, each read back by a program we did not write."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cmarkgfm
import junitparser
import pytest
from lxml import html
from report_samples import CHECKS, lint, record, result, sample

from linter.kernel.finding import Finding, Label, Related
from linter.kernel.result import Notification, Result
from linter.language.text import Span
from linter.reports import ReportOptions, render
from linter.sources import Origin, make_source
from linter.structure.model import Document

CONSUMERS = Path(__file__).parent / "consumers"
# All that a format could take for its own: separators, markup, breaks, characters outside XML, lone surrogates.
NASTY = "a|b, 50%: <b>`x`</b> *粗* _下_ ]]>&amp; @某人 #1 \x07\x1b[31m ::error::x"
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


def _nasty(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    raw = document.text.raw
    at = raw.find(NASTY)
    if at >= 0:
        span = Span(at, at + len(NASTY) + 3)  # over the end of the line
        yield Finding(span, {"low": NASTY, "high": "两\n行"}, (Related(span, Label(NASTY, NASTY)),) * 12)


WORST = record("ZZ104", _nasty, severity="warning")
DRAFT = f"关于放假的通知\n\n各部门：\n\n　　{NASTY}\n\n　　放假。\n"


def worst() -> Result:
    file = lint(make_source(DRAFT, DRAFT.encode(), "text", "UTF-8"), "公文/a,b:c%.txt", (WORST,))
    assert len(file.diagnostics) == 1
    told = (
        Notification("error", "无法读取: 100%", "丢失.txt"),
        Notification("error", "检查出错\n两行", "公文/停电 预案.txt", "ZZ102"),
        Notification("warning", "文件是空的", "空.txt"),
    )
    return Result((sample(), file), (*CHECKS, WORST), told)


def read(kind: str, words: str, tmp_path: Path) -> Any:
    """What a consumer makes of a report."""
    if not (CONSUMERS / "node_modules").is_dir():
        pytest.skip("npm ci --prefix tests/consumers")
    path = tmp_path / "report"
    path.write_text(words, "utf-8")
    ran = subprocess.run(
        ["node", CONSUMERS / "read.mjs", kind, path],
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    assert ran.returncode == 0, ran.stderr.decode()
    out = ran.stdout.decode()
    return out if kind == "github" else json.loads(out)


def report(form: str, found: Result | None = None, **options: Any) -> str:
    words = render(form, found or worst(), ReportOptions(**options))
    assert isinstance(words, str)
    words.encode("utf-8")
    return words


# --- GitHub


@LANGS
def test_github_commands_are_those_of_its_toolkit(lang: str, tmp_path: Path) -> None:
    words = report("github", lang=lang)
    commands = []
    for line in words.splitlines():
        match = re.fullmatch(r"::(error|warning|notice)(?: ([^:]+))?::(.+)", line)
        assert match, line
        pairs = dict(pair.split("=", 1) for pair in (match[2] or "").split(",") if pair)
        assert set(pairs) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        commands.append([match[1], _decoded(match[3]), _for_toolkit(pairs)])
    assert read("github", json.dumps(commands), tmp_path).splitlines() == words.splitlines()


def _decoded(words: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        words = words.replace(code, character)
    return words


def _for_toolkit(pairs: Mapping[str, str]) -> dict[str, str]:
    names = {"line": "startLine", "col": "startColumn"}
    return {names.get(key, key): _decoded(value) for key, value in pairs.items()}


def test_github_has_the_gravest_first_and_columns_within_a_line() -> None:
    lines = report("github", result()).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert ",line=5,endLine=5,col=9,endColumn=18::" in lines[0]
    assert lines[0].startswith("::error title=ZZ101-55e2 sample-inverted,file=公文/停电 预案.txt,")
    assert "%0A→ 第 5 行 相邻一级：“20%25以上”%0A" in lines[0]
    assert ",line=5,endLine=6::" in lines[2]


# --- GitLab


@LANGS
def test_gitlab_has_the_published_type(lang: str, tmp_path: Path) -> None:
    assert read("gitlab", report("gitlab", lang=lang), tmp_path) == []


def test_gitlab_has_what_its_documentation_requires() -> None:
    twice = result(sample(), sample(path="b.txt"), sample())
    issues = json.loads(report("gitlab", twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 9
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["lines"]["begin"] >= 1
    first = issues[0]
    assert (first["location"]["lines"], first["severity"]) == ({"begin": 5, "end": 5}, "critical")
    assert [other["lines"]["begin"] for other in first["other_locations"]] == [5, 5]


def test_fingerprints_survive_inserted_lines() -> None:
    moved = sample().text.raw.replace("各乡镇", "\r\n\r\n各乡镇", 1)
    before, after = json.loads(report("gitlab", result())), json.loads(report("gitlab", result(sample(moved))))
    assert before[0]["location"] != after[0]["location"]
    assert before[0]["fingerprint"] == after[0]["fingerprint"]


# --- XML


@LANGS
def test_junit_is_read_by_a_parser(lang: str, tmp_path: Path) -> None:
    words = report("junit", lang=lang)
    path = tmp_path / "junit.xml"
    path.write_text(words, "utf-8")
    suites = junitparser.JUnitXml.fromfile(str(path))
    assert [suite.name for suite in suites] == ["公文/停电 预案.txt", "公文/a,b:c%.txt", "丢失.txt"]
    assert (suites.tests, suites.failures, suites.errors) == (5, 3, 2)
    counted = [(suite.tests, suite.failures, suite.errors) for suite in suites]
    suites.update_statistics()
    assert counted == [(suite.tests, suite.failures, suite.errors) for suite in suites]
    assert all(case.result or case.system_out for suite in suites for case in suite)
    first = {case.name.split()[0]: case for case in next(iter(suites))}
    assert [type(one).__name__ for one in first["ZZ101"].result] == ["Failure"]
    assert "公文/停电 预案.txt:5:9: " in first["ZZ101"].result[0].text
    assert [type(one).__name__ for one in first["ZZ102"].result] == ["Error", "Failure"]
    assert first["ZZ103"].is_passed  # a note fails nothing
    assert first["ZZ103"].system_out.startswith("公文/停电 预案.txt:5:")
    assert read("junit", words, tmp_path)["failures"] == 3


@LANGS
def test_checkstyle_is_read_by_a_review_tool(lang: str, tmp_path: Path) -> None:
    found = read("checkstyle", report("checkstyle", lang=lang), tmp_path)
    assert [(one["file"], one["line"], one["column"], one["severity"]) for one in found] == [
        ("公文/停电 预案.txt", 5, 9, "error"),
        ("公文/停电 预案.txt", 5, 35, "warning"),
        ("公文/停电 预案.txt", 5, 46, "info"),
        ("公文/a,b:c%.txt", 5, 3, "warning"),
    ]
    message = found[3]["message"]
    assert "a|b, 50%: <b>`x`</b> *粗* _下_ ]]>&amp; @某人 #1 ␇␛[31m ::error::x" in message
    assert message.count("\n") == 11  # ten ends, and how many more


# --- reviewdog


@LANGS
def test_rdjson_is_valid(lang: str, tmp_path: Path) -> None:
    assert read("rdjson", report("rdjson", lang=lang), tmp_path) == {"valid": True, "errors": [], "warnings": []}


def test_rdjson_counts_bytes_and_offers_fixes() -> None:
    found = json.loads(report("rdjson", result()))["diagnostics"]
    at = found[0]["location"]["range"]["start"]
    line = sample().text.raw.split("\n")[at["line"] - 1].encode()
    assert line[at["column"] - 1 :].decode().startswith("40%以上13%以下")
    assert found[0]["suggestions"][0]["text"] == "10"
    assert "suggestions" not in found[1]  # shown, never applied


# --- Markdown


@LANGS
def test_markdown_shows_the_words_as_they_are(lang: str) -> None:
    page = html.fromstring(cmarkgfm.github_flavored_markdown_to_html(report("markdown", lang=lang)))
    assert [title.text_content() for title in page.iter("h3")] == ["公文/停电 预案.txt", "公文/a,b:c%.txt"]
    rows = [[cell.text_content() for cell in row.iter("td")] for row in page.iter("tr")]
    assert [len(row) for row in rows] == [0, 4, 4, 4, 0, 4]
    assert rows[1][1:3] == ["5:9", "ZZ101 sample-inverted"]
    assert "a|b, 50%: <b>`x`</b> *粗* _下_ ]]>&amp; @某人 #1 ␇␛[31m ::error::x" in rows[5][3]
    assert not [*page.iter("b", "code", "em", "strong", "a")]
    assert next(item.text_content() for item in page.iter("li")) == "丢失.txt: 无法读取: 100%"


def test_markdown_stays_below_the_limit_of_a_job_summary() -> None:
    words = report("markdown", result(*[sample(path=f"{n}.txt") for n in range(300)]))
    assert "另有 400 处问题未列出。" in words
    assert len(words.encode()) < 1 << 20


# --- all of them


@pytest.mark.parametrize("form", ["github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"])
def test_lines_of_extracted_text_are_not_taken_for_lines_of_the_file(form: str) -> None:
    source = make_source(sample().text.raw, b"PK", "docx", origins=(Origin(Span(0, 200), "第3页"),))
    words = report(form, result(lint(source, "a.docx")))
    assert "第3页“一、分级标准”" in words
    if form == "github":
        assert "line=" not in words
    if form == "rdjson":
        assert all("range" not in one["location"] for one in json.loads(words)["diagnostics"])


@pytest.mark.parametrize("form", ["github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"])
def test_paths_are_relative_to_the_root(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = report(form, result(sample(path=str(tmp_path / "甲" / "a.txt"))), root=str(tmp_path))
    assert "甲/a.txt" in words
    assert str(tmp_path) not in words


@pytest.mark.parametrize("form", ["gitlab", "checkstyle", "rdjson"])
def test_nothing_found_is_a_report_too(form: str) -> None:
    words = report(form, result(sample()._replace(diagnostics=())))
    assert "公文" not in words
    assert words.endswith("\n")
