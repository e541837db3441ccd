"""The command line as its users meet it: what it says, where, and with which exit code."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import GAZETTE, ROOT
from report_samples import CHECKS, TEXT, record

from linter.cli import cli
from linter.kernel import registry as registries
from linter.kernel.registry import Pack, Registry, build
from linter.kernel.result import Notification
from linter.runs.run import find

Run = Callable[..., Result]
CLEAN = "关于放假的通知\n\n各部门：\n\n放假三天。\n"


def _crash(_document: object, _options: object) -> object:
    raise ValueError("两行\n错误")


CRASH = record("ZZ900", _crash)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder of its own, with the sample checks in place of the installed ones."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    packs = [Pack("samples", "9.9", CHECKS)]
    monkeypatch.setattr(registries, "load", lambda: build(packs))

    def call(*arguments: str, data: bytes | None = None) -> Result:
        return CliRunner().invoke(cli, arguments, input=data, standalone_mode=False, catch_exceptions=True)

    return call


def code(result: Result) -> int:
    """The exit code as ``main`` gives it."""
    error = result.exception
    return getattr(error, "exit_code", 99) if error else int(result.return_value or 0)


def one_line(result: Result) -> str:
    """What was said on standard error: one line."""
    if result.exception is not None:
        assert not result.stderr
        message = getattr(result.exception, "message", repr(result.exception))
        assert "\n" not in message
        return str(message)
    assert result.stderr.count("\n") == 1, result.stderr
    return result.stderr


@pytest.fixture
def draft(tmp_path: Path) -> str:
    (tmp_path / "预案.txt").write_bytes(TEXT.encode())
    return "预案.txt"


# --- findings and exit codes


def test_findings_exit_with_one(run: Run, draft: str) -> None:
    result = run("check", draft)
    assert code(result) == 1
    assert result.stdout.startswith("预案.txt:5:9: 错误 ZZ101-55e2 ")
    assert result.stderr == ""


def test_clean_exits_with_zero(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    result = run("check", "a.txt")
    assert code(result) == 0
    assert "没有发现问题" in result.stdout


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--fail-on", "error"), 1),
        (("--ignore", "ZZ101"), 1),
        (("--ignore", "ZZ101", "--fail-on", "error"), 0),
        (("--select", "ZZ103"), 0),
        (("--select", "ZZ103", "--fail-on", "note"), 1),
        (("--fail-on", "never"), 0),
        (("--level", "error", "--ignore", "sample-inverted"), 1),
    ],
)
def test_failing_level(run: Run, draft: str, options: tuple[str, ...], expected: int) -> None:
    assert code(run("check", draft, *options)) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["ZZ101", "ZZ102"]),
        (("--preview",), ["ZZ101", "ZZ102", "ZZ103"]),
        (("--extend-select", "ZZ103"), ["ZZ101", "ZZ102", "ZZ103"]),
        (("--select", "zz101,sample-bracket"), ["ZZ101", "ZZ102"]),
        (("--select", "ZZ", "--ignore", "ZZ102"), ["ZZ101"]),
        (("--select", "ZZ101", "--select", "ZZ103"), ["ZZ101", "ZZ103"]),
        (("--level", "warning", "--preview"), ["ZZ101", "ZZ102"]),
    ],
)
def test_checks_are_chosen(run: Run, draft: str, options: tuple[str, ...], expected: list[str]) -> None:
    result = run("check", draft, "--quiet", *options)
    assert [line.split()[2].partition("-")[0] for line in result.stdout.splitlines()] == expected


def test_unknown_code_gets_a_suggestion(run: Run, draft: str) -> None:
    result = run("check", draft, "--select", "ZZ1O1")
    assert code(result) == 2
    assert "did you mean ZZ101" in one_line(result)


def test_a_run_without_checks_is_no_clean_run(run: Run, draft: str) -> None:
    result = run("check", draft, "--select", "ZZ", "--ignore", "ZZ")
    assert code(result) == 2
    assert "no checks in force" in one_line(result)


def test_english(run: Run, draft: str) -> None:
    assert "error ZZ101-55e2 sample-inverted lower bound 40%" in run("check", draft, "--lang", "en").stdout


def test_colour_is_for_terminals(run: Run, draft: str) -> None:
    assert "\x1b[" not in run("check", draft).stdout
    assert "\x1b[" in run("check", draft, "--color", "always").stdout


# --- inputs


def test_folders_are_searched_for_documents(run: Run, tmp_path: Path) -> None:
    for name in (
        "b/通知.md",
        "b/预案.txt",
        ".git/x.txt",
        "b/node_modules/x/x.md",
        "b/.hidden.txt",
        "b/~$锁.docx",
        "b/图.png",
        "a.TXT",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(CLEAN, "utf-8")
    result = run("check", ".", "b/预案.txt", "--show-files")
    assert result.stdout.splitlines() == ["a.TXT", "b/通知.md", "b/预案.txt"]
    assert code(result) == 0


def test_standard_input_takes_a_name(run: Run) -> None:
    result = run("check", "-", "--stdin-filename", "草案/预案.txt", data=TEXT.encode())
    assert result.stdout.startswith("草案/预案.txt:5:9: ")
    assert run("check", "-", data=TEXT.encode()).stdout.startswith("-:5:9: ")


def test_nothing_to_check(run: Run) -> None:
    result = run("check")
    assert code(result) == 2
    assert "name files" in one_line(result)


@pytest.mark.parametrize(
    ("content", "expected", "words"),
    [
        (None, 2, "没有这个文件"),
        (b"", 0, "文件是空的"),
        (b" \r\n", 0, "文件是空的"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 2, "二进制"),
        ("公文\n".encode() * 2000 + b"\0", 2, "二进制"),
        (b"\xff\xfe\x00", 2, "无法"),
        (b"x" * 5_000_000, 2, "一行超过"),
    ],
)
def test_bad_inputs_are_one_line(run: Run, tmp_path: Path, content: bytes | None, expected: int, words: str) -> None:
    if content is not None:
        (tmp_path / "a.txt").write_bytes(content)
    result = run("check", "a.txt")
    assert code(result) == expected
    assert words in one_line(result)
    assert one_line(result).startswith("gazette-lint: a.txt: ")


def test_folder_without_documents(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    result = run("check", "空")
    assert code(result) == 2
    assert "没有公文" in one_line(result)


def test_file_that_vanishes(run: Run, draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "linter.cli.settings.find", lambda *said, **more: find(*said, **more)._replace(paths=("没了.txt", draft))
    )
    result = run("check", draft)
    assert code(result) == 2
    assert "没了.txt: 无法读取" in one_line(result)
    assert "ZZ101" in result.stdout


def test_one_bad_file_does_not_hide_the_others(run: Run, draft: str, tmp_path: Path) -> None:
    (tmp_path / "坏.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0")
    result = run("check", "坏.txt", draft, "没有.txt")
    assert code(result) == 2
    assert result.stderr.count("gazette-lint: ") == result.stderr.count("\n") == 2
    assert "ZZ101" in result.stdout
    assert "2 处未能检查" in result.stdout


def test_crash_in_a_check_is_told_and_the_rest_goes_on(run: Run, draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    crashing: Registry = build([Pack("samples", "9.9", (*CHECKS, CRASH))])
    monkeypatch.setattr(registries, "load", lambda: crashing)
    result = run("check", draft)
    assert code(result) == 2
    assert "ZZ900" in one_line(result)
    assert "ZZ101" in result.stdout


def test_crash_of_the_engine_is_told(run: Run, draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(*_: object) -> None:
        raise RecursionError("too deep\nindeed")

    monkeypatch.setattr("linter.kernel.engine.lint_source", burst)
    result = run("check", draft)
    assert code(result) == 2
    assert "RecursionError: too deep" in one_line(result)


# --- outputs


def test_report_goes_to_a_file(run: Run, draft: str, tmp_path: Path) -> None:
    target = tmp_path / "report.sarif"
    target.write_text('{"runs": [{"tool": {"driver": {"name": "gazette-lint"}}}]}')
    target.chmod(0o640)
    result = run("check", draft, "--format", "sarif", "--output", "report.sarif")
    assert code(result) == 1
    assert result.stdout == ""
    assert "发现 2 处问题" in one_line(result)
    assert json.loads(target.read_text("utf-8"))["version"] == "2.1.0"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.sarif", "预案.txt"]


def test_uris_are_relative_to_the_root(run: Run, draft: str) -> None:
    log = json.loads(run("check", draft, "--format", "sarif", "--root", "..").stdout)
    location = log["runs"][0]["artifacts"][0]["location"]
    assert location["uri"].endswith("/%E9%A2%84%E6%A1%88.txt")


def test_output_that_cannot_be_written(run: Run, draft: str, tmp_path: Path) -> None:
    target = "没有/report.json"
    result = run("check", draft, "--format", "json", "--output", target)
    assert code(result) == 2
    assert f"无法写入 {target}" in one_line(result)
    assert [path.name for path in tmp_path.iterdir()] == ["预案.txt"]


def test_output_to_a_device_leaves_the_device(run: Run, draft: str) -> None:
    run("check", draft, "--output", os.devnull)
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)


def test_output_through_a_link_keeps_the_link(run: Run, draft: str, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to("real.json")
    run("check", draft, "--format", "json", "--output", "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))["findings"]


# --- documentation and facts


def test_rule_page(run: Run) -> None:
    assert run("rule", "ZZ101").stdout.startswith("ZZ101 sample-inverted\n停电规模的上下限颠倒。\n")
    assert run("rule", "sample-inverted", "--format", "markdown").stdout.startswith("# ZZ101 sample-inverted\n")
    assert "lower bound above" in run("rule", "ZZ101", "--lang", "en").stdout
    assert json.loads(run("rule", "ZZ101", "--format", "json").stdout)[0]["zh"]["limits"] == "不看图表 <p>。"


def test_rule_that_nobody_knows(run: Run) -> None:
    result = run("rule", "sample-invertd")
    assert code(result) == 2
    assert "did you mean sample-inverted" in one_line(result)


def test_rules_list(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["ZZ101", "ZZ102", "ZZ103"]
    assert lines[2].endswith("[--preview]")
    assert len(run("rules", "ZZ102").stdout.splitlines()) == 1


def test_version_names_packs(run: Run) -> None:
    assert run("--version").stdout.splitlines()[1] == "  samples 9.9: 3 项检查 (checks)"


def test_facts_show_structure_facts_and_what_was_not_read(run: Run, draft: str) -> None:
    found = json.loads(run("facts", draft).stdout)
    (document,) = found["documents"]
    assert [section["mark"] for part in document["parts"] for section in part["sections"]] == ["一、", "二、"]
    assert found["unread"] == []
    assert set(run("facts", draft, "--list").stdout.split()) == {"structure", "unread", *found["facts"]}


def test_facts_of_one_kind(run: Run, draft: str) -> None:
    found = json.loads(run("facts", draft, "--kind", "dates").stdout)
    assert list(found["facts"]) == ["dates"]
    assert "documents" not in found
    result = run("facts", draft, "--kind", "date")
    assert code(result) == 2
    assert "did you mean dates" in one_line(result)


# --- the process


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "linter", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_module_runs_with_the_installed_checks() -> None:
    done = process("check", str(GAZETTE.relative_to(ROOT)), "--format", "json")
    assert done.returncode == 1
    assert done.stderr == b""
    assert json.loads(done.stdout)["tool"]["packs"]["builtin"]


def test_report_does_not_depend_on_the_order_of_sets() -> None:
    command = ("check", "examples", "--jobs", "1", "--format", "sarif", "--preview", "--strict")
    first, second = (process(*command, env=os.environ | {"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert first
    assert first == second


def test_closed_pipe_is_no_error() -> None:
    command = f'"{sys.executable}" -m linter check examples/jincheng-2021-05.txt --format json | head -c 10'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b'{\n  "tool"', b"")


@pytest.mark.parametrize(("closed", "expected"), [(">&-", b"gazette-lint: "), ("2>&-", b"")])
def test_closed_streams_are_no_crash(closed: str, expected: bytes, draft: str, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m linter check "{tmp_path / draft}" {closed}'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (1, 2)
    assert done.stderr.startswith(expected)
    assert done.stderr.count(b"\n") == bool(expected)


def test_a_terminal_that_knows_no_chinese(draft: str, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = process("check", str(tmp_path / draft), "没有.txt", env=environment)
    assert done.returncode == 2
    assert done.stdout.isascii()
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_start_imports_no_more_than_it_needs() -> None:
    probe = "import sys, linter.cli.check; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True).stdout.split()
    heavy = {
        "yaml",
        "regex",
        "json",
        "tomllib",
        "linter.structure.parse",
        "linter.reports.sarif",
        "linter.reports.text",
    }
    assert not heavy & set(loaded)


def test_find_reports_every_bad_path() -> None:
    found = find(["没有一", "没有二"])
    assert found.paths == ()
    assert [(one.level, one.path) for one in found.notifications] == [("error", "没有一"), ("error", "没有二")]
    assert all(isinstance(one, Notification) for one in found.notifications)
