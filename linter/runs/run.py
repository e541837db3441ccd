"""A whole run: find the files, read them, lint them, gather the result. What fails is a notification; the rest goes on.

Used by the command line and by whoever lints from Python.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from linter.kernel.result import Notification, Result
from linter.language import NamedTuple
from linter.limits import BYTES
from linter.runs.gathering import AS_THEY_ARE, Gathering, Hooks, broken
from linter.runs.ignoring import FOLLOWED, Ignoring
from linter.runs.linted import Linted, Task, one_by_one
from linter.sources import AS_USUAL, SourceError, read
from linter.sources.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, MutableMapping, Sequence

    from linter.settings.config import Language
    from linter.settings.workspace import Plan
    from linter.sources import How, Source

STDIN = "-"
# Folders of package managers, with the manuals of other programs in them.
_INSTALLED = frozenset(("node_modules", "site-packages"))
# So many reports that are passed over are named.
_NAMED = 3


class Outcome(NamedTuple):
    """The result, diagnostics below the level of their file left out, and the exit code.

    130 if interrupted, 2 if the tool or an input failed, 1 if a diagnostic that counts reaches the failing level of its
    file, else 0.
    ``lang`` and ``pages`` are those of the settings of the first file.
    """

    result: Result
    exit_code: int
    lang: Language = "zh"
    pages: str = ""


class Inputs(NamedTuple):
    """The files to lint, in order and without doubles, and what is wrong with the paths that were asked for."""

    paths: tuple[str, ...]
    notifications: tuple[Notification, ...] = ()


def find(paths: Sequence[str], ignoring: Ignoring = FOLLOWED, *, follow: bool = False) -> Inputs:
    """The files that paths name: a file as it is, a folder with all documents below it, ``-`` for standard input.

    Documents in folders are known by their suffix; hidden files and folders, what package managers installed, and the
    lock files of word processors (``~$…``), are passed over, as are pipes and devices, what ``ignoring`` names, and
    reports of this tool, which is told; a link that leads out of the folder is told, and only followed on ``follow``.
    """
    found: dict[str, None] = {}
    wrong: list[Notification] = []
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            wrong.append(Notification("error", "没有这个文件或文件夹 (no such file or folder)", slashed(path)))
            continue
        documents = (
            sorted(walk(path, wrong, ignoring, follow=follow)) if path != STDIN and Path(path).is_dir() else [path]
        )
        if not documents:
            wrong.append(Notification("error", f"文件夹里没有公文 (no documents: {' '.join(READERS)})", slashed(path)))
        found.update(dict.fromkeys(slashed(document) for document in documents))
    return Inputs(tuple(found), tuple(wrong))


def walk(
    folder: str, wrong: list[Notification], ignoring: Ignoring = FOLLOWED, *, follow: bool = False
) -> Iterator[str]:
    """The documents below a folder; what cannot be read or is a report of this tool is told in ``wrong``."""
    from linter.reports.own import is_passed_over

    ignored = ignoring.below(Path(folder))
    reports: list[str] = []

    def refused(error: OSError) -> None:
        wrong.append(Notification("error", f"无法读取 (cannot read): {error.strerror}", slashed(error.filename)))

    inside = Path(folder).resolve()
    for top, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _INSTALLED]
        folders[:] = [name for name in folders if not ignored(Path(top, name), True)]
        for name in names:
            if not name.startswith((".", "~$")) and PurePath(name).suffix.lower() in READERS:
                path = Path(top, name)
                if ignored(path, False):
                    continue
                if not follow and path.is_symlink() and not path.resolve().is_relative_to(inside):
                    wrong.append(
                        Notification(
                            "warning", "链接指向文件夹之外，未检查 (link out of the folder)", slashed(str(path))
                        )
                    )
                elif path.is_file() and is_passed_over(path):
                    reports.append(slashed(str(path)))
                elif path.is_file() or path.is_symlink():  # a link that leads nowhere is told when it is read
                    yield str(path)
    if reports:
        named = "、".join(sorted(reports)[:_NAMED]) + ("……" if len(reports) > _NAMED else "")
        told = f"略过本工具的报告 {len(reports)} 个：{named} (own reports passed over)"
        wrong.append(Notification("warning", told, slashed(folder)))


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
    inputs: Inputs, planner: Callable[[str], Plan], stdin_name: str = STDIN, hooks: Hooks = AS_THEY_ARE
) -> Outcome:
    """Lint files, each under its own plan. Interrupted, it ends with what was done and exit code 130.

    Raises RegistryError for a setting that names no check, BadFileError for a settings file with mistakes.
    """
    names = [slashed(stdin_name) if path == STDIN else path for path in inputs.paths]
    tasks = [Task(path, name, planner(name)) for path, name in zip(inputs.paths, names, strict=True)]
    gathered = Gathering(tasks, hooks, list(inputs.notifications))
    interrupted = False
    many = hooks.many or one_by_one(lint_file)
    try:
        with closing(many(tasks)) as results:
            for task, linted in zip(tasks, results, strict=True):
                gathered.take(task, linted)
    except KeyboardInterrupt:
        interrupted = True
        gathered.interrupted()
    result = gathered.result()
    broken = any(notification.level == "error" for notification in result.notifications)
    code = 130 if interrupted else 2 if broken else int(gathered.failing)
    return Outcome(result, code, gathered.lang, gathered.pages)


def lint_file(task: Task, pages: MutableMapping[str, bytes] | None = None) -> Linted:
    """Lint one file; ``pages`` holds what was recognised in images of pages (``How.pages``).

    Its result is None if it could not be read; the notifications say why.
    """
    how = task.plan.settings.how._replace(pages=pages)
    return lint_opened(lambda: load(task.path, task.name, how), task.name, task.plan)


def lint_opened(opened: Callable[[], Source], name: str, plan: Plan) -> Linted:
    """Lint what ``opened`` reads, as ``lint_file`` does; nothing is accepted yet."""
    from linter.kernel.clock import Allowance
    from linter.kernel.engine import lint_source
    from linter.structure.recognised import unrecognised

    allowance = Allowance()
    try:
        with allowance.whole():
            source = opened()
        file, told = lint_source(source, name, plan.active, plan.settings.office, allowance)
    except SourceError as error:
        return Linted(None, [Notification("error", str(error), name)])
    except Exception as error:
        return Linted(None, [broken(error, name)])
    told += [Notification("warning", note, name) for note in source.notes]
    if why := unrecognised(file.issue):
        told.append(Notification("warning", f"{why.zh} ({why.en})", name))
    return Linted(file, told)
