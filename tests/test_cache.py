"""The cache: what did not change is not linted again, what changed in any way is, and a bad cache harms nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import run_cli

from linter.kernel.registry import load
from linter.runs import many
from linter.runs.cache import FOLDER, Cache, Pages, cache_file
from linter.runs.keys import Keys
from linter.runs.linted import Linted, Task
from linter.settings.recipe import Recipe
from linter.settings.workspace import Plan, Workspace

NOTICE = "关于做好第{0}次防汛工作的通知\n\n某发〔2021〕{0}号\n\n各单位:\n\n　　请做好其它工作，参加{0}人（含本数。\n"
MARKED = "# 关于放假的通知\n\n<!-- gazette-lint: ignore[WD004] 引用原文 -->\n\n请做好其它工作。\n"
LOOSE = '''"""说话。

Summary Says a word.
"""

from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding
from linter.language.text import Span

SAID = {"zh": "WORD", "en": "word"}


@check(code="ZZ901", name="says-a-word", severity="note", message=SAID, examples=(Bad("x"), Good("y")))
def says(document, options):
    """Say it."""
    yield Finding(Span(document.span.start, document.span.start + 1))
'''


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    Path("drafts").mkdir()
    for number in range(1, 7):
        Path("drafts", f"{number}.txt").write_text(NOTICE.format(number), "utf-8")
    Path("drafts", "7.md").write_text(MARKED, "utf-8")


def report(*arguments: str, form: str = "sarif") -> bytes:
    run_cli("check", "drafts", "--format", form, "--jobs", "1", "--output", "report.txt", *arguments)
    return Path("report.txt").read_bytes()


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are linted from now on."""
    names: list[str] = []
    lint_file = many.lint_file

    def counted(task: Task, pages: Pages | None = None) -> Linted:
        names.append(Path(task.path).name)
        return lint_file(task, pages)

    monkeypatch.setattr(many, "lint_file", counted)
    return names


@pytest.mark.parametrize("form", ["text", "sarif", "html", "jsonl"])
def test_a_second_run_lints_nothing_and_writes_the_same_bytes(linted: list[str], form: str) -> None:
    first = report("--no-cache", form=form)
    assert report(form=form) == first
    assert len(linted) == 14
    assert report(form=form) == first
    assert len(linted) == 14


def test_only_what_changed_is_linted(linted: list[str]) -> None:
    report()
    linted.clear()
    Path("drafts", "3.txt").write_text(NOTICE.format(33), "utf-8")
    Path("drafts", "2.txt").rename(Path("drafts", "8.txt"))
    report()
    assert linted == ["3.txt"]


def test_one_file_is_linted_anew_unless_asked(linted: list[str]) -> None:
    path = str(Path("drafts", "1.txt"))
    for options, count in (((), 1), ((), 2), (("--cache",), 3), (("--cache",), 3), (("--no-cache",), 4)):
        run_cli("check", path, *options)
        assert len(linted) == count


def test_an_edited_check_is_run_anew() -> None:
    Path("checks").mkdir()
    for word in ("甲甲", "乙乙"):
        Path("checks", "says.py").write_text(LOOSE.replace("WORD", word), "utf-8")
        os.utime(Path("checks", "says.py"), ns=(1, hash(word) % 10**9))
        command = [sys.executable, "-m", "linter", "check", "drafts", "--checks-path", "checks"]
        done = subprocess.run(command, capture_output=True, check=False)
        assert word in done.stdout.decode()


def test_edited_rules_and_settings_are_followed(linted: list[str]) -> None:
    report()
    linted.clear()
    for settings in ("checks: {WD004: {severity: note}}\n", "preview: true\n", "office: {words: [其它]}\n"):
        Path("gazette-lint.yaml").write_text(settings, "utf-8")
        report()
    assert len(linted) == 3 * 7
    report()
    Path("gazette-lint.yaml").write_text("office: {words: [其它]}\nlevel: error\n", "utf-8")
    report()
    assert len(linted) == 3 * 7


def plan(**settings: object) -> Plan:
    return Workspace(load(), settings, isolated=True).plan("a.txt")


def test_a_key_is_of_all_that_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys(Recipe())
    data = NOTICE.encode()
    plain = plan()
    found = [
        keys.key(data, "a.txt", plain),
        keys.key(data + b" ", "a.txt", plain),
        keys.key(data, "a.md", plain),
        keys.key(data, "a.html", plain),
        keys.key(data, "a.txt", plan(ignore=("WD004",))),
        keys.key(data, "a.txt", plan(changes="rejected")),
    ]
    assert len(set(found)) == len(found)
    assert keys.key(data, "b/c.TXT", plan()) == Keys(Recipe()).key(data, "a.txt", plain)
    assert keys.key(data, "a.doc", plan(convert=True)) is None
    monkeypatch.setattr("linter.runs.keys._PACKAGES", ("click",))
    assert Keys(Recipe()).key(data, "a.html", plain) not in found
    assert Keys(Recipe()).key(data, "a.txt", plain) in found


def test_a_damaged_cache_harms_nothing(linted: list[str]) -> None:
    whole = report()
    path = cache_file()
    with sqlite3.connect(path) as base:
        base.execute("UPDATE entries SET value = substr(value, 1, 40)")
    base.close()
    assert report() == whole
    assert len(linted) == 14
    for data in (b"no database at all" * 500, path.read_bytes()[:5000] + b"\xff" * 9000, b""):
        for tail in ("-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
        path.write_bytes(data)
        assert report() == whole
    linted.clear()
    report()
    report()
    assert linted in ([], [f"{number}.txt" for number in range(1, 7)] + ["7.md"])


def test_a_folder_that_cannot_be_written_harms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = report("--no-cache")
    Path("file").write_text("in the way")
    monkeypatch.setenv(FOLDER, str(Path("file", "kept")))
    assert report() == whole


def test_two_processes_use_one_cache() -> None:
    for number in range(10, 60):
        Path("drafts", f"{number}.txt").write_text(NOTICE.format(number), "utf-8")
    command = [sys.executable, "-m", "linter", "check", "drafts", "--quiet", "--jobs", "1"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    (one, one_error), (two, two_error) = (process.communicate() for process in both)
    assert (one_error, two_error) == (b"", b"")
    assert one == two
    cache = Cache(cache_file())
    assert cache.state().entries == 57
    cache.close()


def test_the_cache_stays_within_its_limit(tmp_path: Path) -> None:
    limit = 300_000
    cache = Cache(tmp_path / "small.sqlite", limit)
    for number in range(400):
        cache.put(b"%d" % number, os.urandom(2000))
    cache.close()
    cache = Cache(tmp_path / "small.sqlite", limit)
    state = cache.state()
    assert 50 < state.entries < 150
    assert cache.get(b"399") is not None
    assert cache.get(b"0") is None
    cache.close()
    assert (tmp_path / "small.sqlite").stat().st_size < 2 * limit


def test_recognised_pages_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "pages.sqlite")
    Pages(cache)["abc"] = b"what was read"
    other = Cache(tmp_path / "pages.sqlite")
    assert Pages(other)["abc"] == b"what was read"
    assert Pages(other).get("abd") is None
    cache.close()
    other.close()


def test_the_command_shows_and_clears() -> None:
    report()
    assert "7 条" in run_cli("cache")[1]
    assert "7 条" in run_cli("cache", "clear")[1]
    assert not cache_file().exists()
    assert " 0 条" in run_cli("cache", "show")[1]
