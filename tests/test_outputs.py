"""Reports in files and folders: several in a run, never over a draft, known again, and passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import run_cli
from test_report_docx import members
from wordfile import paragraph, word_file

from linter.app.page import page
from linter.reports import FORMATS
from linter.reports.folder import below
from linter.reports.own import is_own

DRAFT = "关于开展安全检查的通知\n\n各单位应当于2023年2月30日前报送自查报告。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("稿/下").mkdir(parents=True)
    for name in ("稿/甲.txt", "稿/下/甲.txt", "稿/下/甲.md", "稿/下/乙.txt"):
        Path(name).write_text(DRAFT, "utf-8")
    return tmp_path


def files(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


@pytest.mark.parametrize("form", FORMATS)
def test_reports_are_known_again_and_replaced(form: str) -> None:
    names = ["稿/甲.txt"] if form == "docx" else ["稿"]
    for more in ((), ("--select", "WD"), ("--quiet",)):
        code, told = run_cli("check", *names, "--format", form, "--output", "报告", *more)
        assert code != 2, told
        assert is_own(Path("报告")) or not Path("报告").read_bytes()


@pytest.mark.parametrize("spelling", ["稿/甲.txt", "稿/下/../甲.txt", "链接", "硬链接"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_report_is_never_written_over_a_draft(spelling: str, force: tuple[str, ...]) -> None:
    Path("链接").symlink_to("稿/甲.txt")
    os.link("稿/甲.txt", "硬链接")
    code, told = run_cli("check", "稿", "--output", f"html:{spelling}", *force)
    assert code == 2
    assert "是被检查的文件" in told
    assert Path("稿/甲.txt").read_text("utf-8") == DRAFT


@pytest.mark.parametrize("words", ["我的笔记\n", '{"name": "别的"}\n', "<!doctype html><title>别的</title>"])
def test_a_file_that_is_no_report_is_replaced_by_force_alone(words: str) -> None:
    Path("笔记").write_text(words, "utf-8")
    for command in (("check", "稿", "--fail-on", "never"), ("check", "稿", "--diff"), ("scales", "稿/甲.txt")):
        code, told = run_cli(*command, "--output", "笔记")
        assert code == 2
        assert "--force" in told
        assert Path("笔记").read_text("utf-8") == words
    assert run_cli("check", "稿", "--fail-on", "never", "--output", "笔记", "--force")[0] == 0
    assert is_own(Path("笔记"))


def test_a_commented_draft_that_somebody_edited_is_kept() -> None:
    Path("a.docx").write_bytes(word_file(paragraph("关于开展检查的通知") + paragraph("应当于2023年2月30日前报送。")))
    Path("我.docx").write_bytes(Path("a.docx").read_bytes())
    assert run_cli("check", "a.docx", "--output", "我.docx")[0] == 2
    assert run_cli("check", "a.docx", "--output", "b.docx", "--fail-on", "never")[0] == 0
    assert run_cli("check", "a.docx", "--output", "b.docx", "--fail-on", "never")[0] == 0
    made = members(Path("b.docx").read_bytes())
    comments, body = (made[f"word/{part}.xml"].decode() for part in ("comments", "document"))
    own = comments[comments.index("<w:comment ") : comments.index("</w:comment>")] + "</w:comment>"
    reply = own.replace("gazette-lint", "张三").replace('w:id="1"', 'w:id="99"')
    for part, words in (
        ("word/comments.xml", comments.replace("</w:comments>", f"{reply}</w:comments>")),
        ("word/document.xml", body.replace("应当于", "须于")),
    ):
        before = word_file("", raw={**made, part: words.encode()})
        Path("b.docx").write_bytes(before)
        code, told = run_cli("check", "a.docx", "--output", "b.docx", "--fail-on", "never")
        assert (code, "有人改过" in told) == (2, True)
        assert Path("b.docx").read_bytes() == before


def test_several_reports_in_one_run() -> None:
    outputs = [word for one in ("a.sarif", "junit:b.xml", "c.csv", "-") for word in ("--output", one)]
    code, printed = run_cli("check", "稿", *outputs)
    assert code == 1
    assert "DT001" in printed
    assert '"version": "2.1.0"' in Path("a.sarif").read_text("utf-8")
    assert "<testsuites" in Path("b.xml").read_text("utf-8")
    assert run_cli("check", "稿", "--output", "c.xml")[0] == 2
    assert run_cli("check", "稿", "--output", "c.csv", "--output", "c.csv")[0] == 2
    assert not Path("c.xml").exists()


def test_what_cannot_be_made_is_told_before_any_report_is_written() -> None:
    outputs = [word for one in ("a.xlsx", "a.jsonl", "a.docx") for word in ("--output", one)]
    code, told = run_cli("check", "稿", *outputs)
    assert (code, "一次只能批注一个文件" in told) == (2, True)
    assert files(".") == ["稿/下/乙.txt", "稿/下/甲.md", "稿/下/甲.txt", "稿/甲.txt"]


@pytest.mark.parametrize("empty", ["", " , "])
def test_an_empty_choice_of_checks_is_not_all_of_them(empty: str) -> None:
    code, told = run_cli("check", "稿", "--select", empty)
    assert (code, "--select 是空的" in told) == (2, True)


def test_a_commented_file_for_each_draft() -> None:
    code, _ = run_cli("check", "稿", "--output", "出/", "--fail-on", "never")
    assert code == 0
    assert files("出") == ["下/批注_乙.docx", "下/批注_甲.md.docx", "下/批注_甲.txt.docx", "批注_甲.docx"]
    assert run_cli("check", "稿", "--output", "出", "--fail-on", "never")[0] == 0


def test_a_folder_of_pages_has_an_index() -> None:
    assert run_cli("check", "稿", "--output", "html:出/", "--fail-on", "never")[0] == 0
    assert files("出") == ["index.html", "下/乙.txt.html", "下/甲.md.html", "下/甲.txt.html", "甲.txt.html"]
    index = Path("出/index.html").read_text("utf-8")
    assert index.count('<th scope="row">') == 5
    assert 'href="./%E4%B8%8B/%E4%B9%99.txt.html"' in index
    assert "共 4 个文件" in index


def test_one_foreign_file_in_a_folder_is_left_and_told() -> None:
    Path("出").mkdir()
    Path("出/批注_甲.docx").write_bytes(word_file(paragraph("别的")))
    code, told = run_cli("check", "稿", "--output", "出/", "--fail-on", "never")
    assert code == 2
    assert "出/批注_甲.docx 已经存在" in told
    assert len(files("出")) == 4


def test_own_reports_are_passed_over_in_folders_and_told() -> None:
    outputs = [word for one in ("稿/报告.html", "稿/报告.md", "稿/报告.txt", "稿/") for word in ("--output", one)]
    assert run_cli("check", "稿", *outputs, "--fail-on", "never")[0] == 0
    code, told = run_cli("check", "稿", "--show-files")
    assert code == 0
    shown = [line for line in told.splitlines() if ": " not in line]
    assert shown == ["稿/下/乙.txt", "稿/下/甲.md", "稿/下/甲.txt", "稿/甲.txt"]
    assert "略过本工具的报告 7 个" in told
    Path("稿/公文校对.html").write_text(page("zh"), "utf-8")
    assert "略过本工具的报告 8 个" in run_cli("check", "稿", "--show-files")[1]
    assert run_cli("check", "稿/报告.html", "--show-files")[1] == "稿/报告.html\n"


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ("下/\n", ["稿/甲.txt"]),
        ("*.txt\n!甲.txt\n", ["稿/下/甲.md", "稿/下/甲.txt", "稿/甲.txt"]),
        ("/甲.txt\n", ["稿/下/乙.txt", "稿/下/甲.md", "稿/下/甲.txt"]),
    ],
)
def test_what_git_ignores_and_settings_exclude(patterns: str, left: list[str]) -> None:
    Path("稿/.gitignore").write_text(patterns, "utf-8")
    assert run_cli("check", "稿", "--show-files")[1].split() == left
    Path("稿/.gitignore").unlink()
    listed = [line.replace("!", "'!", 1) + "'" if line.startswith("!") else f"'{line}'" for line in patterns.split()]
    Path("稿/gazette-lint.yaml").write_text(f"exclude: [{', '.join(listed)}]\n".replace("''", "'"), "utf-8")
    assert run_cli("check", "稿", "--show-files")[1].split() == left
    assert run_cli("check", "稿", "--no-config", "--show-files")[1].count("\n") == 4
    assert run_cli("check", "稿/甲.txt", "--show-files")[1].split() == ["稿/甲.txt"]


def test_a_folder_that_is_named_outright_is_looked_at() -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("稿/\n", "utf-8")
    assert run_cli("check", ".", "--show-files")[0] == 2
    assert len(run_cli("check", "稿", "--show-files")[1].split()) == 4
    assert run_cli("check", "稿", "--exclude", "稿/下", "--show-files")[1].split() == ["稿/甲.txt"]


def test_names_below_the_common_folder() -> None:
    assert [str(path) for path in below(["a/b/1.txt", "a/c/1.txt"])] == ["b/1.txt", "c/1.txt"]
    assert [str(path) for path in below(["a/b/1.txt"])] == ["1.txt"]
    assert below([]) == []


def test_lists_of_words_of_the_office_are_no_documents() -> None:
    Path("稿/词.txt").write_text("市应急局\n", "utf-8")
    Path("稿/类.txt").write_text("赣A\n", "utf-8")
    settings = "office:\n  bodies: 词.txt\n  words: [甲乙]\n  classes:\n    AGENCY: [类.txt]\n"
    Path("稿/gazette-lint.yaml").write_text(settings, "utf-8")
    assert len(run_cli("check", "稿", "--show-files")[1].split()) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "文件是空的"),
        ("hello\n", "没有汉字"),
        ("今天天气很好。\n", "没有认出标题"),
        (DRAFT, ""),
        ("海农函〔2025〕9号\n各区人民政府：\n现将方案印发给你们。\n", ""),
        ("### 2.2 水上交通事故专项应急预案\n\n#### 2.2.1 适用范围\n\n适用于本港。\n", ""),
    ],
)
def test_what_is_no_official_document_is_told(words: str, told: str) -> None:
    Path("a.txt").write_text(words, "utf-8")
    printed = run_cli("check", "a.txt", "--fail-on", "never")[1]
    assert told in printed
    assert ("未认作公文" in printed) == told.startswith("没有")


def test_a_level_that_hides_findings_says_so() -> None:
    Path("稿/甲.txt").write_text(DRAFT + "\n截止目前，各项均已完成。\n", "utf-8")
    assert "1 处低于所选级别，未列出" in run_cli("check", "稿/甲.txt", "--level", "error", "--select", "DT,WD")[1]
    assert "未列出" not in run_cli("check", "稿/甲.txt")[1]
