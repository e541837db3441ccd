"""What changed since a revision in Git, by lines, and which findings touch it.

Changes are counted from where the two lines of work parted (the merge base), to the files as they are on disk; a file
Git does not know yet has changed as a whole.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from linter.kernel.result import Diagnostic, FileResult
from linter.language import NamedTuple, Span, Text

# The settings of a user must not change what is read here.
_DIFF = ("-c", "core.quotePath=true", "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--find-renames")
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


class GitError(Exception):
    """Git is missing, or has no answer; the message is one line for the user."""


class Lines(NamedTuple):
    """A range of lines from 1, the last one included."""

    first: int
    last: int


EVERY = (Lines(1, 1 << 60),)


class Changes(NamedTuple):
    """The lines that changed, by file (absolute, symbolic links resolved)."""

    root: Path
    files: Mapping[Path, tuple[Lines, ...]]

    def lines(self, path: str) -> tuple[Lines, ...]:
        """The lines that changed in a file. Raises GitError for a file of another repository."""
        whole = Path(path).resolve()
        if not whole.is_relative_to(self.root):
            raise GitError(f"{path} 不在 Git 仓库 {self.root} 中 (outside the repository)")
        return self.files.get(whole, ())

    def narrow(self, file: FileResult) -> FileResult:
        """The file with only the findings that touch changed lines, at their place or at another end.

        Of a Word or PDF file Git knows no lines: it has changed as a whole or not at all.
        """
        lines = self.lines(file.path)
        if not lines or lines == EVERY or file.source.binary:
            return file if lines else file._replace(diagnostics=())
        return file._replace(diagnostics=tuple(item for item in file.diagnostics if _touches(item, file.text, lines)))


def _touches(item: Diagnostic, text: Text, lines: Sequence[Lines]) -> bool:
    spans = chain((item.span,), (other.span for other in item.related))
    return any(_within(span, text, lines) for span in spans)


def _within(span: Span, text: Text, lines: Sequence[Lines]) -> bool:
    first = text.position(span.start).line
    last = text.position(max(span.start, span.end - 1)).line
    return any(one.first <= last and first <= one.last for one in lines)


def since(revision: str, folder: Path) -> Changes:
    """What changed since a revision in the repository around a folder. Raises GitError."""
    root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        commit = _git(root, *wanted).decode().strip()
    except GitError as error:
        raise GitError(f"Git 中没有版本 {revision} (no such revision)") from error
    files = dict(_changed(root, commit))
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard")
    files |= {os.fsdecode(name): EVERY for name in new.split(b"\0") if name}
    return Changes(root.resolve(), {(root / name).resolve(): lines for name, lines in files.items()})


def _changed(root: Path, commit: str) -> Iterator[tuple[str, tuple[Lines, ...]]]:
    """The files that differ from a commit, with the lines that differ."""
    try:
        base = _git(root, "merge-base", commit, "HEAD").decode().strip()
    except GitError as error:
        raise GitError("找不到共同的祖先，浅克隆请取全部历史 (no merge base, fetch the whole history)") from error
    hunks = dict(parse(_git(root, *_DIFF, *_PATCH, base, "--")))
    for name, binary in _named(_git(root, *_DIFF, "--numstat", "-z", base, "--")):
        yield name, EVERY if binary else hunks.get(name, ())


def _named(output: bytes) -> Iterator[tuple[str, bool]]:
    """The names in ``git diff --numstat -z``, and whether Git takes the file for binary. Renamed: the new name."""
    parts = iter(output.split(b"\0"))
    for part in parts:
        added, _, rest = part.partition(b"\t")
        name = rest.partition(b"\t")[2]
        if part and not name:
            next(parts)
            name = next(parts)
        if name:
            yield os.fsdecode(name), added == b"-"


def parse(patch: bytes) -> Iterator[tuple[str, tuple[Lines, ...]]]:
    """The changed lines of every file in ``git diff --unified=0``; lines around a deletion count as changed."""
    name = ""
    lines: list[Lines] = []
    rest = 0
    for line in patch.split(b"\n"):
        if rest and line[:1] in {b"+", b"-", b"\\"}:
            rest -= line[:1] != b"\\"
        elif line.startswith(b"+++ "):
            if name:
                yield name, tuple(lines)
            name, lines = _unquoted(line[4:]), []
        elif hunk := _HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            lines.append(Lines(first, first + count - 1) if count else Lines(first, first + 1))
            rest = count + _removed(line)
    if name:
        yield name, tuple(lines)


def _removed(hunk: bytes) -> int:
    """How many lines a hunk takes away."""
    before = hunk.split(b" ")[1]
    return int(before.partition(b",")[2] or 1)


def _unquoted(name: bytes) -> str:
    """The path behind ``+++``: odd ones are in quotes with escapes, ones with spaces end in a tab; "" for /dev/null."""
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    name = name.rstrip(b"\t")
    return os.fsdecode(name[2:]) if name.startswith(b"b/") else ""


def _git(folder: Path, *arguments: str) -> bytes:
    """What a command of Git prints. Raises GitError with its first line."""
    try:
        ran = subprocess.run(  # noqa: S603 - fixed commands; the one word of a user stands behind --end-of-options
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the Git of whoever runs this
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except FileNotFoundError:
        raise GitError("没有安装 git (git is not installed)") from None
    if ran.returncode == 0:
        return ran.stdout
    told = ran.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    if "not a git repository" in told:
        raise GitError(f"{folder} 不在 Git 仓库中 (not inside a Git repository)")
    raise GitError(f"git {arguments[0]}: {told or ran.returncode}")
