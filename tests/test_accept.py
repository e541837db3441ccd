"""Accepted findings: comments in the document, decisions beside it, and what is said of those without effect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import run_cli
from word_checks import lint, samples

from checks.en.en001_unused_suppression import unused_suppression
from checks.en.en003_acceptance_without_reason import acceptance_without_reason
from linter.accepted.accept import FindingReference, read
from linter.accepted.decisions import HEAD, Decision, block, day, parse
from linter.accepted.files import Accepted, accept
from linter.accepted.matching import Trace, traces
from linter.forms.nodes import BadFileError
from linter.kernel import registry as registries
from linter.kernel.check import Active, Check
from linter.kernel.identity import FindingId, short_ids, without_ids
from linter.kernel.result import FileResult, Notification
from linter.language.text import Span
from linter.settings.config import Settings, activate
from linter.sources import Comment

EN001: Check = unused_suppression  # type: ignore[assignment]  # the decorator makes a record of it
EN003: Check = acceptance_without_reason  # type: ignore[assignment]
TODAY = dt.date(2026, 6, 30)
NOTICE = "# 某市关于做好工作的通知\n\n{}其它事项照旧。\n\n截止目前，其它各项均已完成。\n"


def settle(file: FileResult, *decisions: Decision) -> tuple[FileResult, list[Notification]]:
    """Apply comments and decisions under the sample checks and EN001."""
    registry = samples()
    active = [*activate(registry, Settings()), Active(EN001, "warning", {}), Active(EN003, "warning", {})]
    return accept(file, active, registry.codes_of, Accepted(decisions, TODAY))


def state(file: FileResult) -> list[tuple[str, int, str | None]]:
    """Code, line and reason of suppression of each diagnostic."""
    return [
        (item.code, file.text.position(item.span.start).line, item.suppression.reason if item.suppression else None)
        for item in file.diagnostics
    ]


def commented(comment: str) -> FileResult:
    return settle(lint(NOTICE.format(comment), "a.md"))[0]


def test_a_comment_reaches_over_the_next_paragraph() -> None:
    file = commented("<!-- gazette-lint: ignore AA001 引自来文 -->\n\n")
    assert state(file) == [("AA001", 5, "引自来文"), ("AA002", 7, None), ("AA001", 7, None)]
    assert file.diagnostics[0].suppression
    assert file.diagnostics[0].suppression.kind == "inSource"


def test_a_comment_in_a_paragraph_reaches_over_that_paragraph() -> None:
    text = NOTICE.format("").replace("均已完成。", "均已完成。<!-- gazette-lint: ignore AA001, word-aa002: 定稿 -->")
    assert state(settle(lint(text, "a.md"))[0]) == [("AA001", 3, None), ("AA002", 5, "定稿"), ("AA001", 5, "定稿")]


@pytest.mark.parametrize("verb", ["ignore-file", "ignore-notice"])
def test_a_comment_on_the_whole(verb: str) -> None:
    file = commented(f"<!-- gazette-lint: {verb} AA -->\n\n")
    assert [(code, reason) for code, _, reason in state(file)] == [
        ("EN003", None),
        ("AA001", ""),
        ("AA002", ""),
        ("AA001", ""),
    ]


def test_a_comment_reaches_over_a_table() -> None:
    table = "| 项目 | 内容 |\n| --- | --- |\n| 一 | 其它 |\n| 二 | 其它 |\n"
    text = f"# 某市通知\n\n<!--gazette-lint: ignore AA001 表内照录-->\n\n{table}\n其它。\n"
    assert [reason for _, _, reason in state(settle(lint(text, "a.md"))[0])] == ["表内照录", "表内照录", None]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore AA002 理由", "这里没有这样的问题"),
        ("ignore AA001, AA002 理由", "这里没有这样的问题"),
        ("ignore AA901 理由", "没有这项检查"),
        ("忽略 AA001", "应写作"),
        ("ignore", "应写作"),
        ("ignore 其它", "应写作"),
    ],
)
def test_comments_without_effect_are_findings(comment: str, told: str) -> None:
    file = commented(f"<!-- gazette-lint: {comment} -->\n\n")
    (found,) = [item for item in file.diagnostics if item.code == "EN001"]
    assert told in found.message.zh
    assert file.text.position(found.span.start).line == 3


def test_a_comment_on_a_check_that_is_off_is_no_finding() -> None:
    assert "EN001" not in [code for code, _, _ in state(commented("<!-- gazette-lint: ignore BB001 另有用处 -->\n\n"))]


def test_comments_in_plain_text_are_text() -> None:
    file, _ = settle(lint(NOTICE.format("<!-- gazette-lint: ignore AA001 -->\n\n"), "a.txt"))
    assert [reason for _, _, reason in state(file)] == [None, None, None]


def test_a_comment_that_the_reader_took_out_has_a_place() -> None:
    file = lint("某市通知\n\n其它事项。\n\n其它安排。\n")
    at = file.text.raw.index("其它安排")
    source = file.source._replace(comments=(Comment(Span(at, at), "gazette-lint: ignore AA001 照录"),))
    assert [reason for _, _, reason in state(settle(file._replace(source=source))[0])] == [None, "照录"]
    end = len(file.text)
    source = file.source._replace(comments=(Comment(Span(end, end), "gazette-lint: ignore AA001"),))
    assert ("EN001", 5, None) in state(settle(file._replace(source=source))[0])


# --- decisions

ISSUED = (
    "某市人民政府关于做好工作的通知\n\n某政发〔2026〕3号\n\n各县人民政府：\n\n其它事项照旧。\n\n其它安排另行通知。\n"
)


def decision(at: int = 0, document: str = "某政发〔2026〕3号", **more: object) -> Decision:
    return Decision(traces(lint(ISSUED))[at], document, "领导已定", **more)  # type: ignore[arg-type]


def test_a_decision_accepts_one_finding() -> None:
    file, told = settle(lint(ISSUED), decision(1, who="秘书科", until=TODAY))
    assert state(file) == [("AA001", 7, None), ("AA001", 9, "领导已定（秘书科，至 2026-06-30）")]
    assert told == []


def test_a_decision_survives_edits() -> None:
    text = ISSUED.replace("各县人民政府：", "各县人民政府：\n\n为加强管理，现通知如下。").replace(
        "另行通知", "另行发文"
    )
    assert state(settle(lint(text), decision(1))[0])[1][2] == "领导已定"


def test_a_decision_whose_day_has_passed() -> None:
    file, (told,) = settle(lint(ISSUED), decision(0, until=TODAY - dt.timedelta(1)))
    assert [reason for _, _, reason in state(file)] == [None, None]
    assert "第 7 行 AA001" in told.text
    assert "2026-06-29" in told.text


def test_a_decision_without_effect_is_told_at_the_number() -> None:
    file, _ = settle(lint(ISSUED.replace("其它事项", "有关事项")), decision(0))
    (found,) = [item for item in file.diagnostics if item.code == "EN001"]
    assert file.text.slice(found.span) == "某政发〔2026〕3号"
    assert "AA001" in found.message.zh


def test_a_decision_on_another_document_is_left_alone() -> None:
    file, told = settle(lint(ISSUED), decision(0, document="某政发〔2026〕4号"))
    assert [code for code, _, _ in state(file)] == ["AA001", "AA001"]
    assert (file.diagnostics[0].suppression, told) == (None, [])


def test_decisions_read_back() -> None:
    for one in (
        decision(0),
        decision(1, who="“张” \\ : #", until=TODAY),
        Decision(Trace("AA001", "k", ends=("e",)), "", "因"),
    ):
        assert parse(HEAD + block(one), "d") == (one,)
    assert parse("decisions:\n", "d") == parse("decisions: []\n", "d") == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("decisions:\n  - code: AA001\n    fingerprint: k\n", 2),
        ("decisions:\n  - {code: AA001, fingerprint: k, reason: r, until: 明年}\n", 2),
        ("decisions:\n  - {code: AA001, fingerprint: k, reason: r}\n  - note\n", 3),
        ("decisons: []\n", 1),
        ("", 1),
    ],
)
def test_mistakes_in_decisions_have_their_lines(text: str, line: int) -> None:
    with pytest.raises(BadFileError, match=f"d:{line}: "):
        parse(text, "d")


@pytest.mark.parametrize(("text", "is_day"), [("2026-12-31", True), ("20261231", False), ("2026-02-30", False)])
def test_days(text: str, *, is_day: bool) -> None:
    assert (day(text) is not None) is is_day


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("a b.txt:12", FindingReference("a b.txt", 12)),
        ("dir/a.txt:12:5", FindingReference("dir/a.txt", 12, 5)),
        ("a.txt:12:TH003", FindingReference("a.txt", 12, 0, "TH003")),
        ("a.txt:12:5: band-gap", FindingReference("a.txt", 12, 5, "band-gap")),
        ("C:/稿/a.txt:12:TH003", FindingReference("C:/稿/a.txt", 12, 0, "TH003")),
        ("36d5cf5fa23c", FindingReference(fingerprint="36d5cf5fa23c")),
        ("a.txt", None),
        ("TH003", None),
        ("TH003-7f3a", FindingReference(id=FindingId("TH003", "7f3a"))),
        ("th003-7f3a0.2", FindingReference(id=FindingId("TH003", "7f3a0", 2))),
        ("TH003-7f3", None),
    ],
)
def test_references(text: str, reference: FindingReference | None) -> None:
    assert read(text) == reference


# --- the command

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(registries, "load", lambda: samples(EN001, EN003))
    Path("公文").mkdir()
    Path("公文/a.txt").write_text(ISSUED, "utf-8")

    return run_cli


def test_accept_writes_what_check_reads(run: Run) -> None:
    assert run("check", "公文/a.txt")[0] == 1
    assert run("accept", "公文/a.txt:7:AA001", "--reason", "照旧", "--who", "秘书科", "--until", "2100-01-01")[0] == 0
    assert run("accept", "公文/a.txt:9", "--reason", "照旧")[0] == 0
    written = Path("公文/gazette-lint.decisions.yaml").read_text("utf-8")
    assert written.startswith(HEAD)
    assert 'document: "某政发〔2026〕3号"' in written
    assert run("check", "公文/a.txt")[0] == 0
    code, said = run("accept", "公文/a.txt:9", "--reason", "再说")
    assert code == 2
    assert "没有未接受的问题" in said


def test_accept_by_fingerprint_and_beside_the_settings(run: Run) -> None:
    Path("gazette-lint.yaml").write_text("language: zh\n", "utf-8")
    key = lint(ISSUED).diagnostics[0].fingerprint[:10]
    code, said = run("accept", key, "公文", "--reason", "照旧")
    assert code == 2
    assert "指 2 处" in said
    assert run("accept", key, "公文", "--reason", "照旧", "--all")[0] == 0
    assert Path("gazette-lint.decisions.yaml").exists()
    assert run("check", "公文")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("公文/a.txt",), "文件:行"),
        (("abcdef12", "公文"), "没有未接受"),
        (("公文/a.txt:1",), "没有未接受"),
        (("公文/no.txt:1",), "什么也没有写，可只写明要查的文件"),
        (("公文/a.txt:7", "--until", "明年"), "日期"),
        (("公文/a.txt:7", "--until", "2020-01-01"), "已经过去"),
        ((), "请写明"),
    ],
)
def test_what_cannot_be_accepted_writes_nothing(run: Run, arguments: tuple[str, ...], told: str) -> None:
    code, said = run("accept", *arguments, "--reason", "因")
    assert code == 2
    assert told in said
    assert list(Path("公文").iterdir()) == [Path("公文/a.txt")]


def test_another_file_that_cannot_be_read_is_told_and_no_hindrance(run: Run) -> None:
    Path("公文/b.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    key = lint(ISSUED).diagnostics[0].fingerprint[:10]
    code, said = run("accept", key, "公文", "--reason", "照旧", "--all")
    assert code == 0
    assert "b.docx: " in said
    assert "已接受" in said
    code, said = run("baseline", "公文")
    assert (code, "什么也没有写" in said) == (2, True)


def test_a_file_in_another_form_is_not_spoiled(run: Run) -> None:
    kept = Path("公文/gazette-lint.decisions.yaml")
    kept.write_text("decisions: []\n", "utf-8")
    assert run("accept", "公文/a.txt:7", "--reason", "因")[0] == 2
    assert kept.read_text("utf-8") == "decisions: []\n"


def test_mistakes_in_the_decisions_stop_the_run(run: Run) -> None:
    Path("公文/gazette-lint.decisions.yaml").write_text("decisions:\n  - code: AA001\n", "utf-8")
    code, said = run("check", "公文/a.txt")
    assert code == 2
    assert said.count("gazette-lint.decisions.yaml:2: ") == 2


def test_an_unreadable_decisions_file_is_one_line(run: Run) -> None:
    Path("bad.yaml").write_bytes(b"\xff\xfe\x81")
    code, told = run("accept", "公文/a.txt:9", "--reason", "照旧", "--decisions", "bad.yaml")
    assert code == 2
    assert told == "bad.yaml:1: 不是 UTF-8、GB18030 或 UTF-16 文本 (not text in a known encoding)"
    assert Path("bad.yaml").read_bytes() == b"\xff\xfe\x81"


def test_a_short_name_names_one_of_two_alike(run: Run) -> None:
    quiet = run("check", "公文", "--quiet")[1].splitlines()
    names = [line.split()[2] for line in quiet]
    assert names[0].partition(".")[0] == names[1].partition(".")[0]
    assert [name.rpartition(".")[2] for name in names] == ["1", "2"]
    assert run("accept", names[1], "--reason", "照旧")[0] == 0
    left = run("check", "公文", "--quiet")[1].splitlines()
    assert left == quiet[:1]
    assert run("accept", names[1], "--reason", "照旧")[0] == 2


def test_what_was_accepted_is_listed_and_taken_back(run: Run) -> None:
    for line, more in ((7, ("--reason", "照旧", "--who", "秘书科")), (9, ())):
        assert run("accept", f"公文/a.txt:{line}", *more)[0] == 0
    file = Path("公文/gazette-lint.decisions.yaml")
    file.write_text(file.read_text("utf-8").replace("  - code", "  # 会上定的\n  - code"), "utf-8")
    code, listed = run("accept", "--list")
    first, second = listed.splitlines()[1:]
    assert (code, listed.splitlines()[0]) == (0, "公文/gazette-lint.decisions.yaml")
    assert "照旧（秘书科）" in first
    assert "没有理由" in second
    name = first.split()[0]
    assert run("accept", "--undo", name.partition(".")[0])[0] == 2
    assert run("accept", "--undo", name)[0] == 0
    assert [line for line in file.read_text("utf-8").splitlines() if "会上" in line or "reason" in line] == [
        "  # 会上定的",
        "  # 会上定的",
        '    reason: ""',
    ]
    assert len(run("accept", "--list")[1].splitlines()) == 2
    assert run("accept", "--undo", "AA001-0000")[0] == 2
    assert run("accept", "--undo", second.split()[0].partition(".")[0])[0] == 0
    assert run("accept", "--list")[1].splitlines() == ["没有接受记录 (nothing accepted)"]


def test_an_acceptance_without_a_reason_is_told_until_it_has_one(run: Run) -> None:
    assert run("accept", "公文/a.txt:7", "--all")[0] == 0
    _, told = run("check", "公文", "--quiet", "--select", "AA001,EN003")
    assert [line.split()[2].partition("-")[0] for line in told.splitlines()] == ["EN003", "AA001"]
    file = Path("公文/gazette-lint.decisions.yaml")
    file.write_text(file.read_text("utf-8").replace('reason: ""', "reason: 照旧"), "utf-8")
    assert "EN003" not in run("check", "公文", "--quiet")[1]


def test_short_names_are_as_long_as_it_takes() -> None:
    keys = [("AA001", "abcd1" + "0" * 19), ("AA001", "abcd2" + "0" * 19), ("AA002", "abcd1" + "0" * 19)]
    assert short_ids([keys, keys[:1]]) == [["AA001-abcd1", "AA001-abcd2", "AA002-abcd"], ["AA001-abcd1"]]
    assert short_ids([[*keys[1:], keys[1]]]) == [["AA001-abcd.1", "AA002-abcd", "AA001-abcd.2"]]
    assert without_ids("[错误] TH003-7f3a.2 band-gap，见 TH003-x") == "[错误] TH003 band-gap，见 TH003-x"
