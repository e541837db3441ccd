"""What must not be lost, hang, or be taken for findings: one test a kind."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import run_cli

from linter.cli import fix
from linter.reports import FORMATS
from linter.runs import run, writing

DRAFT = "某市人民政府关于开展检查的通知\n\n各县区：\n\n请于5月1日前报送《方案》。。\n\n某市人民政府\n2024年4月1日\n"
WRONG = "第一条 减供负荷40%以上13%以下的。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_a_folder_is_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "x.txt")
    with socket.socket(socket.AF_UNIX) as line:
        line.bind("z.txt")
    Path("y.txt").write_text(DRAFT, "utf-8")
    assert run.find(["."]).paths == ("y.txt",)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_told_and_not_followed(folder: Path) -> None:
    (folder / "in").mkdir()
    Path("secret.txt").write_text(DRAFT, "utf-8")
    Path("in/own.txt").write_text(DRAFT, "utf-8")
    Path("in/link.txt").symlink_to(folder / "secret.txt")
    Path("in/beside.txt").symlink_to("own.txt")
    found = run.find(["in"])
    assert found.paths == ("in/beside.txt", "in/own.txt")
    assert [one.path for one in found.notifications] == ["in/link.txt"]


def test_a_report_does_not_replace_the_document(folder: Path) -> None:
    Path("a.txt").write_text(WRONG, "utf-8")
    code, told = run_cli("check", "a.txt", "--format", "json", "--output", str(folder / "a.txt"))
    assert (code, "a.txt" in told) == (2, True)
    assert Path("a.txt").read_text("utf-8") == WRONG


def test_an_edit_made_while_fixing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = folder / "a.txt"
    draft.write_text(DRAFT, "utf-8")
    each = fix._each

    def edited(*arguments: Any) -> Iterator[Any]:
        for one in each(*arguments):
            draft.write_text(DRAFT + "编者改动。\n", "utf-8")
            yield one

    monkeypatch.setattr(fix, "_each", edited)
    run_cli("check", "a.txt", "--fix", "--unsafe-fixes")
    assert draft.read_text("utf-8").endswith("编者改动。\n")


def test_each_original_is_kept_for_its_owner(folder: Path) -> None:
    draft = folder / "a.txt"
    for text in (DRAFT, DRAFT.replace("检查", "督查")):
        draft.write_text(text, "utf-8")
        draft.chmod(0o600)
        run_cli("check", "a.txt", "--fix", "--unsafe-fixes")
    kept = sorted(folder.glob("a.txt.orig*"))
    assert [one.name for one in kept] == ["a.txt.orig", "a.txt.orig1"]
    assert ["督查" in one.read_text("utf-8") for one in kept] == [False, True]
    if sys.platform != "win32":
        assert {one.stat().st_mode & 0o777 for one in kept} == {0o600}


def test_decisions_of_several_processes_are_all_kept(folder: Path) -> None:
    lines = [f"第{n}条 减供负荷{40 + at}%以上{13 + at}%以下的。" for at, n in enumerate("一二三四")]
    Path("a.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    command = [sys.executable, "-m", "linter", "accept", "--reason", "原文如此"]
    running = [subprocess.Popen([*command, f"a.txt:{2 * at + 1}:TH001"], stdout=subprocess.DEVNULL) for at in range(4)]
    assert [one.wait(60) for one in running] == [0] * 4
    assert (folder / "gazette-lint.decisions.yaml").read_text("utf-8").count("TH001") == 4


def test_baselines_of_several_processes_are_all_kept(folder: Path) -> None:
    names = [f"{at}.txt" for at in range(4)]
    for at, name in enumerate(names):
        Path(name).write_text(f"第一条 减供负荷{40 + at}%以上{13 + at}%以下的。\n", "utf-8")
    command = [sys.executable, "-m", "linter", "baseline", "--add-new"]
    running = [subprocess.Popen([*command, name], stdout=subprocess.DEVNULL) for name in names]
    assert [one.wait(60) for one in running] == [0] * 4
    kept = (folder / "gazette-lint.baseline.json").read_text("utf-8")
    assert [name for name in names if f'"{name}"' not in kept] == []


def test_what_was_not_foreseen_is_one_line_and_exit_2(folder: Path) -> None:
    call = (
        "import linter.cli as c\n"
        "def broken(*a, **k): raise RuntimeError('first\\nsecond')\n"
        "c.cli.main = broken\nc.main()"
    )
    done = subprocess.run([sys.executable, "-c", call], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "RuntimeError: first second" in done.stderr


@pytest.mark.parametrize(
    "settings",
    [
        "extends: ../secret.yaml",
        "rules: ../secret.yaml",
        "decisions: ../secret.yaml",
        "baseline: ../secret.yaml",
        "office: {words: ../secret.txt}",
        "extends: inner.yaml",
        "paths: {'*.md': {extends: ../secret.yaml}}",
    ],
)
def test_settings_name_no_file_outside_their_project(folder: Path, settings: str) -> None:
    for name in ("secret.yaml", "secret.txt"):
        Path(name).write_text("hunter2: [\n", "utf-8")
    Path("in").mkdir()
    Path("in/inner.yaml").symlink_to(folder / "secret.yaml")
    Path("in/gazette-lint.yaml").write_text(settings + "\n", "utf-8")
    Path("in/a.txt").write_text(WRONG, "utf-8")
    code, told = run_cli("check", "in/a.txt")
    assert (code, told.count("\n")) == (2, 0)
    assert "outside the project" in told
    assert "hunter2" not in told
    assert "outside the project" not in run_cli("check", "in/a.txt", "--trust-settings")[1]
    (folder / ".git").mkdir()  # a repository is one project
    assert "outside the project" not in run_cli("check", "in/a.txt")[1]


@pytest.mark.parametrize("name", ["gazette-lint.yaml", "gazette-lint.decisions.yaml"])
def test_a_settings_file_is_no_link_out_of_the_project(folder: Path, name: str) -> None:
    Path("secret.yaml").write_text("hunter2: 1\n", "utf-8")
    Path("in").mkdir()
    Path("in", name).symlink_to(folder / "secret.yaml")
    Path("in/a.txt").write_text(WRONG, "utf-8")
    for command in (["check", "in/a.txt"], ["accept", "in/a.txt:1:TH001", "--reason", "x"]):
        code, told = run_cli(*command)
        assert (code, "link out of the project" in told, "hunter2" in told) == (2, True, False)
    assert Path("secret.yaml").read_text("utf-8") == "hunter2: 1\n"


@pytest.mark.usefixtures("folder")
def test_nothing_is_written_outside_the_project() -> None:
    Path("in").mkdir()
    Path("in/gazette-lint.yaml").write_text("decisions: ../new.yaml\nbaseline: ../new.json\n", "utf-8")
    Path("in/a.txt").write_text(WRONG, "utf-8")
    assert run_cli("accept", "in/a.txt:1:TH001", "--reason", "x")[0] == 2
    assert run_cli("baseline", "in")[0] == 2
    assert [one.name for one in Path().iterdir()] == ["in"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_fixing_changes_nothing_through_a_link(folder: Path) -> None:
    Path("in").mkdir()
    Path("secret.txt").write_text(DRAFT, "utf-8")
    Path("in/a.txt").symlink_to(folder / "secret.txt")
    run_cli("check", "in/a.txt", "--fix", "--unsafe-fixes")
    assert Path("secret.txt").read_text("utf-8") == DRAFT
    run_cli("check", "in/a.txt", "--fix", "--unsafe-fixes", "--follow-links")
    assert Path("secret.txt").read_text("utf-8") != DRAFT


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_original_is_kept_through_no_link(folder: Path) -> None:
    Path("a.txt").write_text(DRAFT, "utf-8")
    Path("a.txt.orig").symlink_to(folder / "elsewhere")
    run_cli("check", "a.txt", "--fix", "--unsafe-fixes")
    assert not Path("elsewhere").exists()
    assert Path("a.txt.orig1").read_text("utf-8") == DRAFT


@pytest.mark.usefixtures("folder")
def test_drafts_of_processes_that_were_killed_go() -> None:
    Path("a.txt").write_text("old", "utf-8")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    own = writing._draft(Path("a.txt"))
    dead = own.with_name(own.name.replace(f"-{os.getpid()}-", f"-{gone.pid}-"))
    for draft in (own, dead):
        draft.write_text("half", "utf-8")
    writing.write(Path("b.txt"), b"new")
    assert dead.exists()  # of another file
    own.rename("own.part")
    writing.write(Path("a.txt"), b"new")
    assert sorted(one.name for one in Path().iterdir()) == ["a.txt", "b.txt", "own.part"]


@pytest.mark.usefixtures("folder")
def test_a_name_as_long_as_names_may_be_is_written() -> None:
    name = "长" * 80 + ".txt"
    writing.write(Path(name), b"new")
    assert [one.name for one in Path().iterdir()] == [name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("words", [("--version",), ("--help",), ("rules",)])
def test_a_full_device_is_one_line_and_exit_2(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "linter", *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "internal error" not in done.stderr


def test_interrupted_while_starting_is_no_traceback() -> None:
    call = (
        "import sys, linter.__main__ as m\n"
        "class Finder:\n"
        "    def find_spec(self, *a):\n"
        "        raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "m.start()"
    )
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize("form", [one for one in FORMATS if one not in {"docx", "xlsx"}])
def test_the_root_holds_for_every_format(folder: Path, form: str) -> None:
    (folder / "in").mkdir()
    Path("in/a.html").write_text(f"<body><p>关于防汛工作的通知</p><p>{WRONG}</p></body>", "utf-8")
    _, told = run_cli("check", "in/a.html", "--root", "in", "--format", form)
    assert "a.html" in told
    assert "in/a.html" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.usefixtures("folder")
def test_no_line_of_a_log_is_a_command() -> None:
    Path("::error::x.txt").write_text("第一条 减供负荷##[error]##vso[task.x]40%以上13%以下的。\n", "utf-8")
    shown = run_cli("check", ".")[1] + run_cli("check", ".", "--show-files")[1] + run_cli("check", ".", "--quiet")[1]
    assert "x.txt" in shown
    assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert "##" not in shown


def test_pages_hold_no_control_characters(folder: Path) -> None:
    (folder / "a.txt").write_text("第一条 减供\x07负\x1b[31m荷40%以上13%以下的。\x01\x0c\n", "utf-8")
    for form in ("html", "csv", "text"):
        _, told = run_cli("check", "a.txt", "--format", form)
        assert not [one for one in told if ord(one) < 32 and one not in "\n\r\t"]
        assert "减供" in told


@pytest.mark.skipif(sys.platform == "win32", reason="users have folders of their own there")
def test_locks_lie_where_nobody_else_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    (own,) = {writing._locks() for _ in range(2)}
    assert own.stat().st_mode & 0o777 == 0o700
    own.rmdir()
    Path("elsewhere").mkdir()
    own.symlink_to(folder / "elsewhere")
    with pytest.raises(writing.Failure):
        writing._locks()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_draft_is_nobody_elses_file(folder: Path) -> None:
    draft = writing._draft(folder / "a.txt")
    draft.symlink_to(folder / "elsewhere")
    with pytest.raises(writing.Failure):
        writing.write(folder / "a.txt", b"new")
    assert not (folder / "elsewhere").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_settings_in_a_pipe_hang_nothing(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    Path("a.txt").write_text(WRONG, "utf-8")
    for key in ("decisions", "extends"):
        Path("gazette-lint.yaml").write_text(f"{key}: pipe.yaml\n", "utf-8")
        assert run_cli("check", "a.txt")[0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind on Windows")
def test_a_diff_on_a_terminal_says_nothing_to_it(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(DRAFT.replace("请于", "\x1b[31m请于"), "utf-8")
    command = [sys.executable, "-m", "linter", "check", str(draft), "--diff", "--no-config"]
    master, terminal = os.openpty()
    subprocess.run(command, stdout=terminal, stderr=subprocess.DEVNULL, check=False)
    os.close(terminal)
    shown = os.read(master, 1 << 16).decode()
    os.close(master)
    piped = subprocess.run(command, capture_output=True, check=False).stdout.decode()
    assert "\x1b" in piped
    assert "\x1b" not in shown
    assert "␛[31m请于" in shown
