"""Long runs: results go to the report as files end, little stays in memory, a report is there whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import run_cli

from linter.cli import linting
from linter.kernel.registry import load
from linter.kernel.result import FileResult
from linter.language.text import Span
from linter.reports import FORMATS, ReportOptions, render
from linter.runs import run
from linter.runs.gathering import Hooks
from linter.runs.linted import Linted, Task
from linter.runs.records import RecordError, pack, unpack
from linter.runs.writing import Sink
from linter.settings.workspace import Workspace
from linter.sources import Comment, Measures, Origin, Source

NOTICE = (
    "关于做好第{0}次防汛工作的通知\n\n某发〔2021〕{0}号\n\n各单位:\n\n　　请做好其它工作，参加人数{0}人（含本数。\n"
)
MARKED = "# 关于放假的通知\n\n<!-- gazette-lint: ignore[WD004] 引用原文 -->\n\n请做好其它工作。\n"

pytestmark = pytest.mark.usefixtures("drafts")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(1, 7):
        Path(f"{number}.txt").write_text(NOTICE.format(number), "utf-8")
    Path("7.md").write_text(MARKED, "utf-8")
    Path("8.txt").write_bytes(b"\x00\x01\x02")


def report(*arguments: str) -> bytes:
    """The report on all drafts, as it is written to a file."""
    run_cli("check", ".", "--quiet", "--output", ".report", *arguments)
    return Path(".report").read_bytes()


def tasks(*paths: str) -> list[Task]:
    work = Workspace(load())
    return [Task(path, path, work.plan(path)) for path in paths]


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in {"docx", "xlsx"}])
def test_results_put_aside_make_the_same_report(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    whole = report("--format", form)
    monkeypatch.setattr(linting, "ALIVE", 1)
    assert report("--format", form) == whole
    assert b"1.txt" in whole


def test_a_baseline_marks_results_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("8.txt").unlink()
    assert run_cli("baseline", ".")[0] == 0
    Path("3.txt").write_text(NOTICE.format(3) + "\n　　其他(见附表。\n", "utf-8")
    arguments = ("--format", "jsonl", "--baseline", "gazette-lint.baseline.json")
    whole = report(*arguments)
    states = {json.loads(line).get("baseline") for line in whole.splitlines()}
    assert {"new", "unchanged"} <= states
    monkeypatch.setattr(linting, "ALIVE", 1)
    assert report(*arguments) == whole


def test_a_record_holds_all_of_a_result_but_its_structure() -> None:
    for task in tasks("1.txt", "7.md", "8.txt"):
        linted = run.lint_file(task)
        made = unpack(pack(linted), task)
        assert list(made.told) == list(linted.told)
        if linted.file is None:
            assert made.file is None
            continue
        assert made.file is not None
        assert made.file.diagnostics == linted.file.diagnostics
        assert made.file.source._replace(measures=None) == linted.file.source._replace(original=b"")
        assert (made.file.source.length, made.file.source.sha256) == (
            linted.file.source.length,
            linted.file.source.sha256,
        )
        assert (made.file.profile, made.file.seen) == (linted.file.profile, linted.file.seen)
        assert made.file.issue.documents[0].title == linted.file.issue.documents[0].title


def test_a_record_holds_every_part_of_a_source() -> None:
    (task,) = tasks("1.txt")
    file = run.lint_file(task).file
    assert file is not None
    comments = (Comment(Span(1, 2), "ignore"),)
    places = ((Origin(Span(0, 3), "第1页"),), True, comments, ("一页没有读出",))
    source = Source(
        file.text.raw, "pdf", "", b"%PDF", *places, b"", "rejected", file.text.raw, (Span(0, 9),), (Span(3, 4),)
    )
    assert all(value not in {None, ""} for value in source._replace(encoding="-", measures=Measures(0, "")))
    made = unpack(pack(Linted(file._replace(source=source))), task)
    assert made.file is not None
    assert made.file.source == source._replace(original=b"", measures=Measures(source.length, source.sha256))


def test_a_damaged_record_is_noticed() -> None:
    (task,) = tasks("1.txt")
    record = pack(run.lint_file(task))
    for bad in (b"", record[:-3], record[:20] + bytes([record[20] ^ 1]) + record[21:], b"pickle"):
        with pytest.raises(RecordError):
            unpack(bad, task)


def test_a_result_is_handed_on_before_the_next_file_is_linted() -> None:
    events: list[str] = []

    def many(wanted: Sequence[Task]) -> Generator[Linted, None, None]:
        for task in wanted:
            events.append(f"lint {task.path}")
            yield run.lint_file(task)

    def each(file: FileResult, _: str) -> None:
        events.append(f"report {file.path}")

    run.lint_files(run.Inputs(("1.txt", "2.txt")), Workspace(load()).plan, hooks=Hooks(many, each=each))
    assert events == ["lint 1.txt", "report 1.txt", "lint 2.txt", "report 2.txt"]


def test_interrupted_the_report_has_what_was_done() -> None:
    def many(wanted: Sequence[Task]) -> Generator[Linted, None, None]:
        yield run.lint_file(wanted[0])
        raise KeyboardInterrupt

    outcome = run.lint_files(run.Inputs(("1.txt", "2.txt")), Workspace(load()).plan, hooks=Hooks(many, alive=1))
    assert outcome.exit_code == 130
    assert [file.path for file in outcome.result.files] == ["1.txt"]
    (told,) = outcome.result.notifications
    assert "1/2" in told.text
    log: dict[str, Any] = json.loads(render("sarif", outcome.result, ReportOptions(exit_code=130)))
    invocation = log["runs"][0]["invocations"][0]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (130, False)


def test_json_lines_say_what_json_says() -> None:
    lines = [json.loads(line) for line in report("--format", "jsonl").splitlines()]
    whole = json.loads(report("--format", "json"))
    assert [line.pop("kind") for line in lines][:2] == ["file", "finding"]
    assert [line for line in lines if "sha256" in line] == whole["files"]
    assert all(finding.pop("id") for finding in whole["findings"])
    assert [line for line in lines if "code" in line] == whole["findings"]
    assert lines[-1] == {key: value for key, value in whole.items() if key not in {"files", "findings"}}


def test_a_report_is_there_whole_or_not_at_all() -> None:
    folder = Path("reports")
    folder.mkdir()
    target = folder / "report.jsonl"
    target.write_text("earlier\n")

    def half() -> None:
        with Sink(str(target)) as sink:
            sink.put("half of it\n")
            assert len(list(folder.iterdir())) == 2
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert (target.read_text(), list(folder.iterdir())) == ("earlier\n", [target])
    with Sink(str(target)) as sink:
        sink.put("one\n")
        sink.put("two\n")
    assert (target.read_text(), list(folder.iterdir())) == ("one\ntwo\n", [target])
