"""The report for people: places, excerpts, related places, summary; nothing of a document may drive the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import TEXT, result, sample

from linter.kernel.plural import Counted, counted
from linter.kernel.result import Notification, Suppression
from linter.language.text import Span, Text
from linter.reports import ReportOptions, render
from linter.reports.excerpt import excerpt, head, tail, width


def shown(**options: object) -> str:
    report = render("text", result(), ReportOptions(**options))
    assert isinstance(report, str)
    return report


def test_finding_names_place_check_and_sentence() -> None:
    first = shown().splitlines()[0]
    assert first == "公文/停电 预案.txt:5:9: 错误 ZZ101-55e2 sample-inverted 下限“40%”大于上限“13%”。"


def test_place_is_underlined_by_columns() -> None:
    _, words, under, *_ = shown().splitlines()
    number, excerpted = words.split("│ ")
    assert number.strip() == "5"
    marks = under.split("│ ")[1]
    at = len(marks) - len(marks.lstrip())
    assert head(excerpted, at) + "40%以上13%以下" == excerpted[: len(head(excerpted, at)) + 10]
    assert marks.strip() == "^" * width("40%以上13%以下") == "^" * 14


def test_related_places_and_fix_follow() -> None:
    lines = shown().splitlines()
    assert lines[3] == "    → 5:29 相邻一级：…为Ⅰ级；减供负荷【20%以上】的[见附件](附件1…"
    assert lines[4] == "    → 5:3 指标[名]：钱𬭎【电网减供负荷】40%以上13%以下的…"
    assert lines[5] == "    = 可按需修改：改为10 (40 → 10)"


@pytest.mark.parametrize(("count", "lines"), [(10, 10), (12, 12), (13, 11)])
def test_many_related_places_take_one_line(count: int, lines: int) -> None:
    file = sample()
    first = next(item for item in file.diagnostics if item.code == "ZZ101")
    many = file._replace(diagnostics=(first._replace(related=first.related[:1] * count),))
    shown = [line for line in str(render("text", result(many), ReportOptions())).splitlines() if "→ 5:" in line]
    compact = [line for line in str(render("text", result(many), ReportOptions())).splitlines() if "另有" in line]
    assert len(shown) + len(compact) == lines
    assert compact in ([], ["    → 另有 3 处：5:29 5:29 5:29"])


def test_place_over_a_line_break_stays_in_one_line() -> None:
    assert any("为Ⅱ级。↵二、附则" in line for line in shown().splitlines())


def test_summary_says_what_was_found_and_looked_at() -> None:
    found, looked, kinds = shown().splitlines()[-3:]
    assert found == "在 1 个文件、1 件公文中发现 3 处问题：1 处错误、1 处警告、1 处提示。"
    assert re.fullmatch(r"检查范围：1 件公文、2 个章节、.*。", looked)
    assert re.fullmatch(r"文件类别：.*，简体。", kinds)


def test_summary_in_english() -> None:
    found, looked, kinds = shown(lang="en").splitlines()[-3:]
    assert found == "3 findings: 1 error, 1 warning, 1 note in 1 document of 1 file."
    assert looked.startswith("Looked at: 1 document, 2 sections, ")
    assert re.fullmatch(r"Read as: .*, simplified characters\.", kinds)


def test_nothing_found_still_says_what_was_looked_at() -> None:
    report = render("text", result(sample("关于放假的通知\n各部门：\n放假三天。\n")), ReportOptions())
    assert str(report).startswith("在 1 个文件、1 件公文中没有发现问题。\n检查范围：1 件公文")


def test_what_was_not_read_is_told_beside_nothing_found() -> None:
    unread = Notification("warning", "第2页有图像，其中的文字未检查 (words in images are not read)", "a.pdf")
    told = result(sample("关于放假的通知\n各部门：\n放假三天。\n"))._replace(notifications=(unread,))
    assert str(render("text", told, ReportOptions())).endswith("另有 1 条提醒，如有的地方没有读到，详见上文。\n")
    assert str(render("text", told, ReportOptions(lang="en"))).endswith("were not read, see above.\n")


def test_accepted_findings_are_counted_apart() -> None:
    file = sample()
    first, *rest = file.diagnostics
    accepted = file._replace(diagnostics=(first._replace(suppression=Suppression("external", "惯例")), *rest))
    report = str(render("text", result(accepted), ReportOptions()))
    assert re.search("已接受 1 处：\n  公文/停电 预案.txt:5:9 ZZ101-[0-9a-f]{4} 惯例\n\n", report)
    assert "ZZ101-55e2 sample" not in report
    assert "发现 2 处问题：1 处警告、1 处提示（另有 1 处已接受）。" in report


def test_quiet_is_one_line_a_finding() -> None:
    assert [line.split(" ")[3].partition("-")[0] for line in shown(quiet=True).splitlines()] == [
        "ZZ101",
        "ZZ102",
        "ZZ103",
    ]


def test_statistics_rank_checks() -> None:
    file = sample(TEXT + "\r\n减供负荷50%以上20%以上，负荷9%以上8%以下。")
    report = str(render("text", result(file), ReportOptions(statistics=True)))
    assert re.search(r"^ +2  ZZ101 sample-inverted  停电规模的上下限颠倒。\n +1  ZZ102 ", report, re.MULTILINE)


def test_failure_is_not_taken_for_a_clean_run() -> None:
    failed = result().__class__((), (), (Notification("error", "无法读取", "x.txt"),))
    assert render("text", failed, ReportOptions()) == "1 处未能检查，详见错误信息。\n"


def test_colour_only_when_wanted() -> None:
    assert "\x1b[" not in shown()
    coloured = shown(color=True)
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == shown()


def test_a_document_cannot_drive_the_terminal() -> None:
    file = sample("电网\x1b[31m减供\x07负荷40%以上13%以下\u202e，20%以上。\n", "a\x1b[2Jb.txt")
    report = str(render("text", result(file), ReportOptions()))
    assert "ZZ101" in report
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", report)


@pytest.mark.parametrize(
    ("words", "columns"), [("ab", 2), ("公文", 4), ("Ⅱ级", 3), ("e\u0301", 1), ("𬭎", 2), ("（", 2)]
)
def test_width_counts_columns(words: str, columns: int) -> None:
    assert width(words) == columns


@given(st.text(st.sampled_from("ab公文𬭎\u0301\n\t，")), st.data())
def test_excerpt_keeps_within_its_columns(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    before, words, after = excerpt(Text(raw), Span(start, end), 6, 8)
    assert width(before) <= 7
    assert width(words) <= 9
    assert width(after) <= 7
    assert "\n" not in before + words + after


@given(st.text(st.sampled_from("ab公文𬭎\u0301")), st.integers(0, 12))
def test_head_and_tail_are_the_longest_that_fit(words: str, columns: int) -> None:
    first, last = head(words, columns), tail(words, columns)
    assert words.startswith(first)
    assert words.endswith(last)
    assert width(first) <= columns >= width(last)
    assert first == words or width(words[: len(first) + 1]) > columns
    assert last == words or width(words[-len(last) - 1 :]) > columns


def test_numbers_bring_their_words() -> None:
    words = "{count:# place|# places}{count:|，共#处} {count} {count:02}"
    assert words.format(count=Counted(1)) == "1 place 1 01"
    assert words.format(count=Counted(2)) == "2 places，共2处 2 02"
    assert counted(1, "个日期") == counted(2, "个日期") == "个日期"
