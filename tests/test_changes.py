"""Findings on what changed in Git, in repositories made for the purpose."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from report_samples import TEXT, sample

from linter.cli import cli
from linter.language.text import Span
from linter.runs.changes import EVERY, Changes, GitError, Lines, parse, since


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "仓库"
    root.mkdir()
    monkeypatch.chdir(root)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "x")
    git("config", "user.email", "x@example.org")
    # Settings that change how a diff looks must change nothing here.
    git("config", "diff.noprefix", "true")
    git("config", "diff.context", "9")
    git("config", "color.ui", "always")
    return root


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit(**files: str) -> None:
    for name, words in files.items():
        Path(name).write_text(words, "utf-8", newline="")
    git("add", "-A")
    git("commit", "-q", "-m", "x", "--allow-empty")


LONG = "".join(f"第{n}行\n" for n in range(1, 31))


def lines_of(root: Path, revision: str = "HEAD") -> dict[str, tuple[Lines, ...]]:
    changes = since(revision, root)
    return {path.relative_to(changes.root).as_posix(): lines for path, lines in changes.files.items()}


def test_lines_that_changed(repository: Path) -> None:
    commit(**{"a.txt": LONG, "b c.txt": LONG, '怪"名.txt': LONG, "same.txt": LONG})
    Path("a.txt").write_text(
        LONG.replace("第3行", "改").replace("第9行\n第10行\n", "第9行\n+++ b/x\n新\n第10行\n"), "utf-8"
    )
    Path("b c.txt").write_text(LONG.replace("第5行\n", ""), "utf-8")
    Path('怪"名.txt').write_text(LONG + "末行", "utf-8")
    Path("new.txt").write_text(LONG, "utf-8")
    assert lines_of(repository) == {
        "a.txt": (Lines(3, 3), Lines(10, 11)),
        "b c.txt": (Lines(4, 5),),
        '怪"名.txt': (Lines(31, 31),),
        "new.txt": EVERY,
    }


def test_a_renamed_file_has_changed_where_its_words_did(repository: Path) -> None:
    commit(**{"草案.txt": LONG})
    git("mv", "草案.txt", "送审稿.txt")
    commit(**{"送审稿.txt": LONG.replace("第7行", "改")})
    git("mv", "送审稿.txt", "定稿.txt")
    assert lines_of(repository, "HEAD~1") == {"定稿.txt": (Lines(7, 7),)}


def test_binary_files_change_as_a_whole(repository: Path) -> None:
    commit(**{"a.docx": "PK\0\1", "b.docx": "PK\0\1"})
    Path("b.docx").write_bytes(b"PK\0\2")
    assert lines_of(repository) == {"b.docx": EVERY}


def test_others_work_since_the_parting_does_not_count(repository: Path) -> None:
    commit(**{"a.txt": LONG})
    git("checkout", "-q", "-b", "mine")
    commit(**{"a.txt": LONG.replace("第20行", "我的")})
    git("checkout", "-q", "main")
    commit(**{"a.txt": LONG.replace("第2行", "他人的")})
    git("checkout", "-q", "mine")
    assert lines_of(repository, "main") == {"a.txt": (Lines(20, 20),)}


def test_text_in_a_hunk_is_not_taken_for_a_header() -> None:
    patch = b"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-old\n+++ b/y\n+@@ -1 +9 @@\n@@ -7 +7,0 @@\n-z\n"
    assert dict(parse(patch)) == {"x": (Lines(1, 2), Lines(7, 8))}


def test_what_git_cannot_answer_is_one_line(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(**{"a.txt": LONG})
    with pytest.raises(GitError, match="没有版本 nowhere"):
        since("nowhere", repository)
    with pytest.raises(GitError, match="没有版本 --output=x"):
        since("--output=x", repository)
    with pytest.raises(GitError, match="outside the repository"):
        since("HEAD", repository).lines(str(tmp_path / "a.txt"))
    git("checkout", "-q", "--orphan", "other")
    commit(**{"other.txt": LONG})
    with pytest.raises(GitError, match="no merge base"):
        since("main", repository)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="not inside a Git repository"):
        since("HEAD", tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git is not installed"):
        since("HEAD", repository)


def test_a_finding_counts_if_its_other_end_changed() -> None:
    file = sample(path="a.txt")
    inverted = next(item for item in file.diagnostics if item.code == "ZZ101")
    line = file.text.position(inverted.span.start).line

    def left(*lines: Lines) -> list[str]:
        return [item.code for item in Changes(Path.cwd(), {Path.cwd() / "a.txt": lines}).narrow(file).diagnostics]

    assert left() == []
    assert left(*EVERY) == [item.code for item in file.diagnostics]
    assert "ZZ101" in left(Lines(line, line))
    assert left(Lines(1, 2)) == []
    # The neighbour moved to the first line is the other end of the finding.
    moved = inverted._replace(related=(inverted.related[0]._replace(span=Span(0, 5)),))
    file = file._replace(diagnostics=(moved,))
    assert left(Lines(1, 1)) == ["ZZ101"]


# --- the command line


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    error = result.exception
    told = getattr(error, "message", repr(error)) if error else result.stderr
    return getattr(error, "exit_code", 99) if error else int(result.return_value or 0), result.stdout, told


DRAFT = "关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n　　请做好其它工作。\n\n　　请做好其它准备。\n"


@pytest.mark.usefixtures("repository")
def test_check_since() -> None:
    commit(**{"a.txt": DRAFT, "b.txt": DRAFT})
    assert run("check", "--select", "WD004", "--quiet", "--since", "HEAD", ".")[:2] == (0, "")
    Path("b.txt").write_text(DRAFT.replace("请做好其它准备", "请及早做好其它准备"), "utf-8")
    for option in (("--since", "HEAD"), ("--changed-lines",)):
        code, out, _ = run("check", "--select", "WD004", "--quiet", "--fail-on", "note", *option, ".")
        assert (code, [line.split(": ")[0] for line in out.splitlines()]) == (1, ["b.txt:7:6"])  # its other end changed


@pytest.mark.usefixtures("repository")
def test_nothing_changed_is_a_clean_run_in_every_format() -> None:
    commit(**{"a.txt": TEXT})
    for form in ("text", "json", "sarif", "html", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"):
        code, _, told = run("check", "--format", form, "--changed-lines", "--output", "report", ".")
        assert (code, told) == (0, ""), form
        Path("report").unlink()


@pytest.mark.usefixtures("repository")
def test_mistakes_are_one_line() -> None:
    commit(**{"a.txt": DRAFT})
    assert run("check", "--since", "v9", "a.txt") == (2, "", "Git 中没有版本 v9 (no such revision)")
    code, _, told = run("check", "--changed-lines", "-")
    assert (code, told) == (2, "标准输入不在 Git 中，不能限于改动处 (standard input has no history in Git)")
