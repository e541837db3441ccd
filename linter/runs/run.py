"""A whole run: find the files, read them, lint them, gather the result. What fails is a notification; the rest goes on.

Used by the command line and by whoever lints from Python.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias

from linter.kernel.finding import SEVERITIES
from linter.kernel.identity import identified
from linter.kernel.result import Notification, Result
from linter.language.record import NamedTuple
from linter.limits import BYTES, failure
from linter.sources import AS_USUAL, SourceError, read
from linter.sources.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from linter.kernel.check import Check
    from linter.kernel.finding import Severity
    from linter.kernel.result import FileResult
    from linter.settings.config import FailOn, Language
    from linter.settings.workspace import Plan
    from linter.sources import How, Source

STDIN = "-"
# Folders of package managers, with the manuals of other programs in them.
_INSTALLED = frozenset(("node_modules", "site-packages"))

# Marks the findings of all files as new or unchanged, and tells what it missed.
Marker: TypeAlias = "Callable[[Sequence[FileResult]], tuple[list[FileResult], list[Notification]]]"
# Lints one file: its path, the name reports call it, its plan.
Linter: TypeAlias = "Callable[[str, str, Plan], tuple[FileResult | None, list[Notification]]]"
# Marks what is accepted in a file, and tells what of it has no effect.
Accepting: TypeAlias = "Callable[[FileResult], tuple[FileResult, list[Notification]]]"


class Outcome(NamedTuple):
    """The result, diagnostics below the level of their file left out, and the exit code.

    2 if the tool or an input failed, 1 if a diagnostic that counts reaches the failing level of its file, else 0.
    ``lang`` is the language that the settings of the first file ask for.
    """

    result: Result
    exit_code: int
    lang: Language = "zh"


class Inputs(NamedTuple):
    """The files to lint, in order and without doubles, and what is wrong with the paths that were asked for."""

    paths: tuple[str, ...]
    notifications: tuple[Notification, ...] = ()


def find(paths: Sequence[str]) -> Inputs:
    """The files that paths name: a file as it is, a folder with all documents below it, ``-`` for standard input.

    Documents in folders are known by their suffix; hidden files and folders, what package managers installed, and the
    lock files of word processors (``~$…``), are passed over, as are pipes and devices; a link that leads out of the
    folder is told and not followed.
    """
    found: dict[str, None] = {}
    wrong: list[Notification] = []
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            wrong.append(Notification("error", "没有这个文件或文件夹 (no such file or folder)", slashed(path)))
            continue
        documents = sorted(walk(path, wrong)) if path != STDIN and Path(path).is_dir() else [path]
        if not documents:
            wrong.append(Notification("error", f"文件夹里没有公文 (no documents: {' '.join(READERS)})", slashed(path)))
        found.update(dict.fromkeys(slashed(document) for document in documents))
    return Inputs(tuple(found), tuple(wrong))


def walk(folder: str, wrong: list[Notification]) -> Iterator[str]:
    """The documents below a folder; a folder that cannot be read is told in ``wrong``."""

    def refused(error: OSError) -> None:
        wrong.append(Notification("error", f"无法读取 (cannot read): {error.strerror}", slashed(error.filename)))

    inside = Path(folder).resolve()
    for top, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _INSTALLED]
        for name in names:
            if not name.startswith((".", "~$")) and PurePath(name).suffix.lower() in READERS:
                path = Path(top, name)
                if path.is_symlink() and not path.resolve().is_relative_to(inside):
                    wrong.append(
                        Notification(
                            "warning", "链接指向文件夹之外，未检查 (link out of the folder)", slashed(str(path))
                        )
                    )
                elif path.is_file() or path.is_symlink():  # a link that leads nowhere is told when it is read
                    yield str(path)


def slashed(path: str) -> str:
    """A path with forward slashes and without a leading ``./``.

    It stays where the name is that of standard input, or begins as a workflow command does (``::error::``).
    """
    path = path.replace(os.sep, "/")
    bare = path.removeprefix("./") or path
    return f"./{bare}" if bare.startswith(":") else path if bare == STDIN else bare


def load(path: str, name: str = STDIN, how: How = AS_USUAL) -> Source:
    """Read one file, or standard input as if it had a name. Raises SourceError with one line."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(BYTES + 1)
    except OSError as error:
        raise SourceError(f"无法读取 (cannot read): {error.strerror or error}") from None
    return read(data, name if path == STDIN else path, how)


def lint_files(
    inputs: Inputs,
    planner: Callable[[str], Plan],
    stdin_name: str = STDIN,
    mark: Marker | None = None,
    one: Linter | None = None,
) -> Outcome:
    """Lint files one after the other, each under its own plan; ``mark`` compares them all with a baseline.

    ``one`` lints a single file in place of ``lint_file``, which it may call. Raises RegistryError for a setting that
    names no check, BadFileError for a settings file with mistakes.
    """
    one = one or lint_file
    files: list[FileResult] = []
    plans: list[Plan] = []
    notifications = list(inputs.notifications)
    checks: dict[str, Check] = {}
    packs: dict[str, str] = {}
    for path in inputs.paths:
        name = slashed(stdin_name) if path == STDIN else path
        plan = planner(name)
        checks.update((item.check.code, item.check) for item in plan.active)
        packs.update((pack.name, pack.version) for pack in plan.registry.packs)
        file, told = one(path, name, plan)
        notifications += told
        if file:
            files.append(file)
            plans.append(plan)
    if inputs.paths and not checks:
        notifications.append(Notification("error", "没有启用任何检查 (no checks in force)"))
    files = list(identified(files))
    if mark:
        files, told = mark(files)
        notifications += told
    both = list(zip(files, plans, strict=True))
    failing = any(fails(file, plan.settings.fail_on) for file, plan in both)
    result = Result(
        tuple(at_least(file, plan.settings.level) for file, plan in both),
        tuple(checks[code] for code in sorted(checks)),
        tuple(notifications),
        tuple(packs.items()),
    )
    broken = any(notification.level == "error" for notification in notifications)
    return Outcome(result, 2 if broken else int(failing), plans[0].settings.lang if plans else "zh")


def lint_file(path: str, name: str, plan: Plan) -> tuple[FileResult | None, list[Notification]]:
    """Lint one file that reports call ``name``. None if it could not be read; the notifications say why."""
    return lint_opened(lambda: load(path, name, plan.settings.how), name, plan)


def lint_opened(opened: Callable[[], Source], name: str, plan: Plan) -> tuple[FileResult | None, list[Notification]]:
    """Lint what ``opened`` reads, as ``lint_file`` does."""
    return linted(opened, name, plan, plan.accept)


def linted(
    opened: Callable[[], Source], name: str, plan: Plan, accept: Accepting | None = None
) -> tuple[FileResult | None, list[Notification]]:
    """Lint what ``opened`` reads; ``accept`` marks what is accepted, without it nothing is."""
    from linter.kernel.engine import lint_source

    more: list[Notification] = []
    try:
        source = opened()
        file, told = lint_source(source, name, plan.active, plan.settings.office)
        if accept:
            file, more = accept(file)
    except SourceError as error:
        return None, [Notification("error", str(error), name)]
    except Exception as error:
        return None, [Notification("error", f"内部错误，已跳过此文件 (internal error): {failure(error)}", name)]
    told += more + [Notification("warning", note, name) for note in source.notes]
    if not source.raw.strip():
        told += [Notification("warning", "文件是空的，没有可检查的内容 (empty file)", name)]
    return file, told


def at_least(file: FileResult, level: Severity) -> FileResult:
    """The result without diagnostics below a severity."""
    if level == SEVERITIES[-1]:
        return file
    return file._replace(diagnostics=tuple(item for item in file.diagnostics if reaches(item.severity, level)))


def fails(file: FileResult, level: FailOn) -> bool:
    """Whether a diagnostic that counts is as grave as the failing level."""
    return level != "never" and any(item.counts and reaches(item.severity, level) for item in file.diagnostics)


def reaches(severity: Severity, level: Severity) -> bool:
    """Whether a severity is as grave as a level, or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(level)
