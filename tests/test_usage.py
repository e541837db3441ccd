"""Command lines with mistakes, in one line with the nearest name; a settings file to begin with; unfilled checks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import run_cli

from linter.cli import COMMANDS
from linter.forms.nodes import BadFileError, parse_yaml
from linter.kernel.unfilled import PLACES, unfilled
from linter.pages.scaffold import python_check, yaml_check

DRAFT = "关于开展安全检查的通知\n\n各单位应当于2023年2月30日前报送自查报告。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(DRAFT, "utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek", "a.txt"), "没有命令 chek，是否指 check？"),
        (("blarg",), "没有命令 blarg (no such command)"),
        (("check", "a.txt", "--ouput", "x"), "没有选项 --ouput，是否指 --output？"),
        (("check", "a.txt", "--format", "htlm"), "--format 没有 htlm 这个值，是否指 html？"),
        (("check", "a.txt", "--level"), "选项 --level 后面缺少值"),
        (("rule",), "缺少 CODE|NAME"),
        (("prove", "none.py"), "没有文件 none.py"),
        (("new-check", "TH001", "mine"), "代码 TH001 已经用于 band-inverted"),
        (("check", "a.txt", "--root", "nowhere"), "--root nowhere：没有这个文件夹"),
        (("check", "a.txt", "--baseline", "none.json"), "none.json: 没有这份基线"),
        (("app", "--port", "x"), "--port 的值不对"),
    ],
)
def test_a_mistake_is_one_line_with_the_nearest_name(arguments: tuple[str, ...], told: str) -> None:
    done = subprocess.run([sys.executable, "-m", "linter", *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr


@pytest.mark.parametrize("command", [(), ("archive",)])
def test_a_group_without_a_command_shows_its_page_of_help(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", "linter", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("用法 (usage): gazette-lint")
    assert done.stderr.count("\n") == run_cli(*command, "--help")[1].count("\n")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gazette-lint ch", ["check"]),
        ("gazette-lint rule th00", ["TH001", "TH002"]),
        ("gazette-lint check --select LS,band-g", ["LS,band-gap"]),
    ],
)
def test_tab_completes_commands_and_checks(line: str, told: list[str]) -> None:
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), "_GAZETTE_LINT_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-m", "linter"], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert [word.partition(",")[2] for word in done.stdout.splitlines()][: len(told)] == told


def test_help_has_headings_in_chinese() -> None:
    for command in ((), ("check",), ("accept",)):
        shown = run_cli(*command, "--help")[1]
        assert shown.startswith("用法 (usage): ")
        assert "\n选项 (options):\n" in shown


def test_short_options() -> None:
    assert run_cli("check", "a.txt", "-s", "DT001", "-f", "csv", "-o", "b.csv", "-q")[0] == 1
    assert "DT001-" in Path("b.csv").read_text("utf-8")


def test_a_settings_file_to_begin_with() -> None:
    assert run_cli("init")[0] == 0
    assert run_cli("config", "a.txt")[0] == 0
    words = Path("gazette-lint.yaml").read_text("utf-8")
    assert run_cli("init", ".")[0] == 2
    assert run_cli("init", "没有")[0] == 2
    assert Path("gazette-lint.yaml").read_text("utf-8") == words
    assert "init" in COMMANDS


def test_completion_is_there() -> None:
    environment = {"_GAZETTE_LINT_COMPLETE": "bash_source", "PATH": "/usr/bin:/bin"}
    call = "import sys; sys.argv[0] = 'gazette-lint'; from linter.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", call], env=environment, capture_output=True, text=True, check=False)
    assert "_gazette_lint_completion" in done.stdout


NEW = [python_check("SY001", "old-term"), yaml_check("SY001", "old-term", "forbid-term")]


@pytest.mark.parametrize(("file", "words"), NEW)
def test_a_check_that_is_not_filled_in_is_refused(file: str, words: str) -> None:
    Path(file).write_text(words, "utf-8")
    for command in (("check", "a.txt", "--checks-path", file), ("rules", "--checks-path", ".")):
        code, told = run_cli(*command)
        assert (code, "还没有填写" in told) == (2, True), command
    assert run_cli("prove", file)[0] == 1
    for place in PLACES:
        words = words.replace(place, "写好的字")
    assert unfilled(words) == ""
    Path(file).write_text(words, "utf-8")
    code, told = run_cli("check", "a.txt", "--checks-path", file, "-q")
    assert "还没有填写" not in told
    assert "DT001-" in told


def test_a_file_that_is_linked_twice_is_loaded_once() -> None:
    Path("检查").mkdir()
    words = python_check("SY001", "old-term")[1]
    for place in PLACES:
        words = words.replace(place, "写好的字")
    Path("检查/一.py").write_text(words, "utf-8")
    Path("检查/二.py").symlink_to("一.py")
    assert run_cli("check", "a.txt", "--checks-path", "检查", "-q")[0] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [("a: [1\n", "配对"), ("a: b: c\n", "缩进"), ("a:\n\t- b\n", "制表符"), ('a: "b\n', "引号")],
)
def test_mistakes_of_yaml_are_told_in_chinese(words: str, told: str) -> None:
    with pytest.raises(BadFileError) as caught:
        parse_yaml(words, "x.yaml")
    assert told in str(caught.value)
    assert "(syntax error: " in str(caught.value)
