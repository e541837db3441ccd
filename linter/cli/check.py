"""``check``: lint files and report."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import fix
from linter.cli.options import CheckWish, taken
from linter.cli.settings import refused, settings_options, workspace
from linter.reports import FORMATS, ReportError, ReportOptions, render
from linter.reports.paths import root_of
from linter.runs import run
from linter.runs.writing import Failure, colored, complain, emit
from linter.sources import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.kernel.result import FileResult, Notification

# Azure DevOps tells the build in these variables; its service wants them in the report.
_PIPELINE = {
    "buildDefinitionId": "SYSTEM_DEFINITIONID",
    "buildDefinitionName": "BUILD_DEFINITIONNAME",
    "phaseId": "SYSTEM_PHASEID",
    "phaseName": "SYSTEM_PHASENAME",
}


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="报告格式。Format of the report."
)
@click.option("--output", metavar="FILE", help="报告写入文件。Write the report to a file.")
@settings_options
@fix.fix_options
@click.option("--statistics", is_flag=True, help="按检查统计。Count findings by check.")
@click.option("--quiet", is_flag=True, help="一处一行，不附摘录与小结。One line a finding, nothing else.")
@click.option("--show-files", is_flag=True, help="只列出要检查的文件。Only list the files.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="颜色。Colour.")
@click.option(
    "--stdin-filename", metavar="NAME", default=run.STDIN, help="标准输入的文件名。The name of standard input."
)
@click.option(
    "--since", metavar="REV", default="", help="只报告自此版本以来改动处的问题。Only what touches lines changed since."
)
@click.option("--changed-lines", is_flag=True, help="只报告未提交的改动处的问题。The same as --since HEAD.")
@click.option("--watch", is_flag=True, help="文件改动后重新检查，按 Ctrl-C 结束。Lint again whenever a file changes.")
@click.option("--root", metavar="DIR", help="报告中路径的起点。Folder that paths in reports are relative to.")
@click.option(
    "--sarif-profile",
    "profile",
    type=click.Choice(["default", "github", "ghazdo"]),
    default="default",
    help="SARIF 的用途。Whom the SARIF report is for.",
)
@click.option(
    "--sarif-columns",
    "columns",
    type=click.Choice(["utf16", "codepoint"]),
    default="utf16",
    help="SARIF 列号的单位。Unit of columns in SARIF.",
)
@click.option("--sarif-category", "category", metavar="WORD", default="", help="区分多次上传。Tells uploads apart.")
def check(paths: tuple[str, ...], **words: Any) -> int:
    """检查公文：文件、文件夹，或用 - 读标准输入。

    Check documents: files, folders, or - for standard input. Exit code: 0 nothing found, 1 findings (see --fail-on),
    2 the tool or its input failed.
    """
    wish = CheckWish(taken(words), **words)
    if not paths:
        raise Failure("请给出文件、文件夹，或用 - 读标准输入 (name files, folders, or - for standard input)")
    inputs = run.find(paths)
    if wish.output and any(same_file(path, wish.output) for path in inputs.paths):
        raise Failure(f"--output {wish.output} 是被检查的文件，会被报告覆盖 (the report would replace the document)")
    if wish.show_files:
        emit("".join(f"{path}\n" for path in inputs.paths), None)
        return tell(inputs.notifications, quiet=False)
    fixing = fix.wanted(wish)
    if wish.watch:
        from linter.cli.watch import watch

        return watch(paths, wish)
    if fixing:
        with refused():
            if wish.diff:
                tell(inputs.notifications, quiet=wish.quiet)
                return fix.show(inputs, workspace(wish.settings), wish)
            fix.fix_files(inputs, workspace(wish.settings), wish)
    return report(inputs, lint(inputs, wish), wish)


def same_file(path: str, output: str) -> bool:
    """Whether two paths name one file that is there."""
    return path != run.STDIN and Path(output).exists() and Path(path).exists() and Path(path).samefile(output)


def report(inputs: run.Inputs, outcome: run.Outcome, wish: CheckWish) -> int:
    """Write the report and say what went wrong. The exit code."""
    tell(outcome.result.notifications, quiet=wish.quiet)
    options = report_options(inputs, outcome, wish)
    try:
        written = render(wish.form, outcome.result, options)
    except (ReportError, SourceError) as error:
        raise Failure(str(error)) from None
    emit(written, wish.output, people=wish.form == "text")
    if wish.output and not wish.quiet:
        from linter.reports.text import summary

        for sentence in summary(outcome.result, options.lang)[:1]:
            complain(sentence)
    return outcome.exit_code


def lint(inputs: run.Inputs, wish: CheckWish, one: run.Linter | None = None) -> run.Outcome:
    """Lint under the settings that files and the command line name, each file by ``one`` where it is given.

    Raises Failure for mistakes in either.
    """
    with refused():
        work = workspace(wish.settings)
        mark: run.Marker = work.mark
        if revision := wish.since or ("HEAD" if wish.changed_lines else ""):
            inputs, mark = narrowed(inputs, mark, revision)
        return run.lint_files(inputs, work.plan, wish.stdin_filename, mark, one)


def narrowed(inputs: run.Inputs, mark: run.Marker, revision: str) -> tuple[run.Inputs, run.Marker]:
    """Only the files that changed since a revision, and of their findings those that touch what changed."""
    from linter.runs.changes import GitError, since

    if run.STDIN in inputs.paths:
        raise Failure("标准输入不在 Git 中，不能限于改动处 (standard input has no history in Git)")
    try:
        changes = since(revision, Path(inputs.paths[0]).parent if inputs.paths else Path())
        changed = tuple(path for path in inputs.paths if changes.lines(path))
    except GitError as error:
        raise Failure(str(error)) from None

    def marked(files: Sequence[FileResult]) -> tuple[list[FileResult], list[Notification]]:
        compared, told = mark(files)
        return [changes.narrow(file) for file in compared], told

    return inputs._replace(paths=changed), marked


def report_options(inputs: run.Inputs, outcome: run.Outcome, wish: CheckWish) -> ReportOptions:
    """How the report is to look."""
    here = Path.cwd()
    return ReportOptions(
        lang=wish.settings.lang or outcome.lang,
        color=colored(wish.color, wish.output),
        statistics=wish.statistics,
        quiet=wish.quiet,
        root=os.path.normpath(here / wish.root) if wish.root else root_of(inputs.paths, here),
        exit_code=outcome.exit_code,
        columns=wish.columns,
        profile=wish.profile,
        category=wish.category,
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
