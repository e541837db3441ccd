"""Lint as a command line asks, write the report, and say what went wrong.

How far a run is, on standard error where that is a terminal: files, findings, time left.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.options import CheckWish
from linter.cli.outputs import Live, put, read_outputs, refuse_unfit
from linter.cli.settings import recipe_of, refused
from linter.kernel.result import FileResult, changed, renamed
from linter.reports import ReportOptions
from linter.reports.paths import relative, root_of
from linter.runs import run
from linter.runs.gathering import Hooks
from linter.runs.guard import WriteGuard
from linter.runs.kept import ALIVE
from linter.runs.many import Means, many_by
from linter.runs.writing import Failure, Sink, colored, complain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from linter.cli.outputs import Output
    from linter.kernel.result import FileResult, Notification, Result
    from linter.runs.linted import Many
    from linter.runs.shards import Shard
    from linter.settings.config import Language
    from linter.settings.workspace import Workspace

# Azure DevOps tells the build in these variables; its service wants them in the report.
_PIPELINE = {
    "buildDefinitionId": "SYSTEM_DEFINITIONID",
    "buildDefinitionName": "BUILD_DEFINITIONNAME",
    "phaseId": "SYSTEM_PHASEID",
    "phaseName": "SYSTEM_PHASENAME",
}


def report(
    inputs: run.Inputs, wish: CheckWish, many: Many | None = None, by: Callable[..., run.Outcome] | None = None
) -> int:
    """Lint, write the report and say what went wrong. The exit code.

    ``many`` lints the files in place of what the command line asks for, ``by`` runs in place of ``lint``. A format that
    can be written while the run goes on is.
    """
    if wish.root and not Path(wish.root).is_dir():
        raise Failure(f"--root {wish.root}：没有这个文件夹 (no such folder)")
    outputs = read_outputs(wish.output, wish.form)
    guard = WriteGuard(inputs.paths, wish.force)
    root = os.path.normpath(Path.cwd() / wish.root) if wish.root else ""

    def placed(file: FileResult) -> FileResult:
        return renamed(file, lambda path: relative(path, root)) if root else file

    with Live(outputs, guard, placed) as live:
        outcome = (by or lint)(inputs, wish, many, live.each)
        tell(outcome.result.notifications, quiet=wish.quiet)
        result = under(outcome.result, placed, root) if root else outcome.result
        refuse_unfit(outputs, result)
        live.end(result, lambda output: report_options(inputs, outcome, wish, output))
    whole = put(outputs, guard, result, lambda output: report_options(inputs, outcome, wish, output))
    if not wish.quiet and all(output.path not in (None, run.STDIN) for output in outputs):
        from linter.reports.text import summary

        for sentence in summary(outcome.result, wish.settings.lang or outcome.lang)[:1]:
            complain(sentence)
    return outcome.exit_code if whole else 2


def write_part(inputs: run.Inputs, wish: CheckWish, shard: Shard) -> int:
    """Lint a share of the files and write what ``merge`` needs to one file. Exit code 0."""
    from linter.runs.shards import written

    if len(wish.output) != 1 or wish.form or wish.fix or wish.diff or wish.since or wish.changed_lines:
        raise Failure("--shard 须有一个 --output，报告和修改留待 merge (needs one --output, and no format or fixes)")
    if run.STDIN in inputs.paths:
        raise Failure("标准输入不能分份 (standard input cannot be shared out)")
    with refused(), Sink(wish.output[0]) as sink:
        recipe = recipe_of(wish.settings)
        with progress(len(shard.share(inputs).paths), wish) as ticked:
            many = many_by(Means(recipe, wish.jobs, wish.cache is not False, wish.cluster))
            for line in written(shard, inputs, recipe.workspace().plan, many):
                sink.put(line)
                if ticked:
                    ticked(None)
    return 0


def lint(
    inputs: run.Inputs,
    wish: CheckWish,
    many: Many | None = None,
    each: Callable[[FileResult, Language], None] | None = None,
) -> run.Outcome:
    """Lint under the settings that files and the command line name, the files by ``many`` where it is given.

    ``each`` gets the results as they end. Raises Failure for mistakes in the settings.
    """
    with refused():
        recipe = recipe_of(wish.settings)
        work = recipe.workspace()
        narrow = None
        if revision := wish.since or ("HEAD" if wish.changed_lines else ""):
            inputs, narrow = narrowed(inputs, revision)
        cached = len(inputs.paths) > 1 if wish.cache is None else wish.cache
        many = many or many_by(Means(recipe, wish.jobs, cached, wish.cluster))
        with progress(len(inputs.paths), wish) as ticked:
            hooks = Hooks(many, work.mark, narrow, each, ticked, ALIVE)
            return run.lint_files(inputs, work.plan, wish.stdin_filename, hooks)


def narrowed(inputs: run.Inputs, revision: str) -> tuple[run.Inputs, Callable[[FileResult], FileResult]]:
    """Only the files that changed since a revision, and what leaves of their findings those that touch what changed."""
    from linter.runs.changes import GitError, since

    if run.STDIN in inputs.paths:
        raise Failure("标准输入不在 Git 中，不能限于改动处 (standard input has no history in Git)")
    try:
        changes = since(revision, Path(inputs.paths[0]).parent if inputs.paths else Path())
        changed = tuple(path for path in inputs.paths if changes.lines(path))
    except GitError as error:
        raise Failure(str(error)) from None
    return inputs._replace(paths=changed), changes.narrow


def under(result: Result, placed: Callable[[FileResult], FileResult], root: str) -> Result:
    """The result with its paths relative to a folder, as the user asked: for every format alike."""
    files = changed(result.files, lambda _, file: placed(file))
    told = tuple(one._replace(path=one.path and relative(one.path, root)) for one in result.notifications)
    return result._replace(files=files, notifications=told)


def report_options(inputs: run.Inputs, outcome: run.Outcome, wish: CheckWish, output: Output) -> ReportOptions:
    """How a report is to look."""
    here = Path.cwd()
    return ReportOptions(
        lang=wish.settings.lang or outcome.lang,
        color=colored(wish.color, output.path),
        statistics=wish.statistics,
        quiet=wish.quiet,
        root=os.path.normpath(here / wish.root) if wish.root else root_of(inputs.paths, here),
        exit_code=outcome.exit_code,
        columns=wish.columns,
        profile=wish.profile,
        category=wish.category,
        pages=outcome.pages,
        pipeline={key: os.environ[name] for key, name in _PIPELINE.items() if os.environ.get(name)},
    )


def tell(notifications: Iterable[Notification], *, quiet: bool) -> int:
    """Say on standard error what went wrong, warnings only if not ``quiet``. The exit code that follows from it."""
    code = 0
    for notification in notifications:
        if notification.level == "error":
            code = 2
        elif quiet:
            continue
        complain(f"{notification.path}: {notification.text}" if notification.path else notification.text)
    return code


def linted(work: Workspace, inputs: run.Inputs, *, whole: bool = False) -> Sequence[FileResult]:
    """The files with their findings, no baseline applied; what failed is told.

    Raises Failure if ``whole`` is asked for and a file could not be read or a check crashed, or if nothing was read.
    """
    outcome = run.lint_files(inputs, work.plan)
    failed = [one for one in outcome.result.notifications if one.level == "error"]
    for one in failed:
        complain(f"{one.path}: {one.text}" if one.path else one.text)
    if failed and (whole or not outcome.result.files):
        raise Failure("有文件或检查失败，什么也没有写，可只写明要查的文件 (nothing written; name the files to read)")
    return outcome.result.files


Ticked = Callable[["FileResult | None"], None]


@contextmanager
def progress(files: int, wish: CheckWish) -> Iterator[Ticked | None]:
    """What is to be called with the result of every file; None where nobody would look."""
    if files < 2 or wish.quiet or not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    english = wish.settings.lang == "en"
    found = 0

    def shown(count: int | None) -> str:
        return f"{count or 0} findings" if english else f"{count or 0} 处问题"

    with click.progressbar(
        length=files, label="Checking" if english else "检查", show_pos=True, item_show_func=shown, file=sys.stderr
    ) as bar:

        def ticked(file: FileResult | None) -> None:
            nonlocal found
            found += sum(item.counts for item in file.diagnostics) if file else 0
            bar.update(1, found)

        yield ticked
