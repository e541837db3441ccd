"""What comes in of a run: each result is accepted, kept, told of, counted and handed on as it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from linter.kernel.finding import SEVERITIES
from linter.kernel.identity import Key, keys, named, short_ids
from linter.kernel.result import FileResult, Notification, Result, Tally, changed
from linter.language import NamedTuple
from linter.limits import failure
from linter.runs.kept import Kept

if TYPE_CHECKING:
    from linter.kernel.finding import Severity
    from linter.runs.linted import Linted, Many, Task
    from linter.settings.config import FailOn, Language
    from linter.settings.workspace import Plan

# Marks the findings of all files as new or unchanged, under their plans, and tells what it missed.
Marker: TypeAlias = "Callable[[Sequence[FileResult], Sequence[Plan]], tuple[Sequence[FileResult], list[Notification]]]"


class Hooks(NamedTuple):
    """How a run goes about it.

    ``many`` lints the files (one after the other, unless given). ``mark`` compares them all with a baseline, ``narrow``
    takes findings out of a file. ``each`` gets every result in order, with the language of the report, as soon as
    nothing can change it; ``ticked`` hears of every file that is done, None if it could not be read. ``alive``: how
    many results stay in memory, the others go to disk; None for all.
    """

    many: Many | None = None
    mark: Marker | None = None
    narrow: Callable[[FileResult], FileResult] | None = None
    each: Callable[[FileResult, Language], None] | None = None
    ticked: Callable[[FileResult | None], None] | None = None
    alive: int | None = None


AS_THEY_ARE = Hooks()


class Gathering:
    """What comes in of a run: results are kept, told of and counted as they end, unless a baseline needs them all."""

    def __init__(self, tasks: Sequence[Task], hooks: Hooks, notifications: list[Notification]) -> None:
        self.failing = False
        self.lang: Language = tasks[0].plan.settings.lang if tasks else "zh"
        self.pages = tasks[0].plan.settings.pages if tasks else ""
        self._tasks = tasks
        self._hooks = hooks
        self._notifications = notifications
        self._done = 0
        self._kept = Kept(hooks.alive)
        self._mark = hooks.mark if any(task.plan.baseline for task in tasks) else None
        self._keys: list[list[Key]] = []
        self._tally = Tally()

    def take(self, task: Task, linted: Linted) -> None:
        """Take in what became of a file."""
        file, told = _accepted(task.plan, linted)
        self._done += 1
        self._notifications += told
        if file:
            self._kept.add(file, task, linted)
            self._keys.append(keys(file))
            if not self._mark:
                self._end(file, task.plan)
        if self._hooks.ticked:
            self._hooks.ticked(file)

    def interrupted(self) -> None:
        """Say that no more files will come."""
        done = f"{self._done}/{len(self._tasks)}"
        self._notifications.append(
            Notification("error", f"被中断，检查了 {done} 个文件 (interrupted, {done} files done)")
        )

    def result(self) -> Result:
        """The result of all that was taken in."""
        checks = {item.check.code: item.check for task in self._tasks for item in task.plan.active}
        if self._tasks and not checks:
            self._notifications.append(Notification("error", "没有启用任何检查 (no checks in force)"))
        names = short_ids(self._keys)
        files: Sequence[FileResult] = changed(self._kept.files, lambda at, file: named(file, names[at]))
        plans = self._kept.plans
        if self._mark:
            files, told = self._mark(files, plans)
            self._notifications += told
            for file, plan in zip(files, plans, strict=True):
                self._end(file, plan)
        shown: Sequence[FileResult] = changed(files, lambda at, file: self._shown(self._narrowed(file), plans[at]))
        return Result(
            tuple(shown) if self._hooks.alive is None else shown,
            tuple(checks[code] for code in sorted(checks)),
            tuple(self._notifications),
            tuple({pack.name: pack.version for task in self._tasks for pack in task.plan.registry.packs}.items()),
            self._tally,
        )

    def _end(self, file: FileResult, plan: Plan) -> None:
        """Count a result that nothing will change, and hand it on."""
        file = self._narrowed(file)
        self.failing = self.failing or fails(file, plan.settings.fail_on)
        shown = self._shown(file, plan)
        self._tally.add(shown)
        if self._hooks.each:
            self._hooks.each(shown, self.lang)

    def _narrowed(self, file: FileResult) -> FileResult:
        return self._hooks.narrow(file) if self._hooks.narrow else file

    def _shown(self, file: FileResult, plan: Plan) -> FileResult:
        return at_least(file, plan.settings.level)


def _accepted(plan: Plan, linted: Linted) -> tuple[FileResult | None, list[Notification]]:
    """A result with what comments and decisions accept, and all that is to be told of it."""
    told = list(linted.told)
    if linted.file is None:
        return None, told
    try:
        file, more = plan.accept(linted.file)
    except Exception as error:
        return None, [*told, broken(error, linted.file.path)]
    return file, told + more


def broken(error: Exception, name: str) -> Notification:
    """One line on a file at which this tool failed."""
    return Notification("error", f"内部错误，已跳过此文件 (internal error): {failure(error)}", name)


def at_least(file: FileResult, level: Severity) -> FileResult:
    """The result without diagnostics below a severity."""
    if level == SEVERITIES[-1]:
        return file
    kept = tuple(item for item in file.diagnostics if reaches(item.severity, level))
    hidden = sum(item.counts for item in file.diagnostics) - sum(item.counts for item in kept)
    return file._replace(diagnostics=kept, hidden=file.hidden + hidden)


def fails(file: FileResult, level: FailOn) -> bool:
    """Whether a diagnostic that counts is as grave as the failing level."""
    return level != "never" and any(item.counts and reaches(item.severity, level) for item in file.diagnostics)


def reaches(severity: Severity, level: Severity) -> bool:
    """Whether a severity is as grave as a level, or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(level)
