"""``archive``: what many documents say, kept in one file, searched and checked against one another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.archive.store import ArchiveError, ArchiveStore
from linter.cli.check import check
from linter.cli.linting import report, tell
from linter.cli.merge import DONE
from linter.cli.options import CheckWish, taken
from linter.cli.outputs import read_outputs, refuse_early
from linter.cli.settings import found, refused, settings_options, workspace
from linter.reports.excerpt import plain
from linter.runs.gathering import Hooks
from linter.runs.guard import WriteGuard
from linter.runs.run import Inputs, lint_files, slashed
from linter.runs.writing import Failure, complain, emit
from linter.settings.config import activate

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.kernel.archived import ArchivedDocument
    from linter.kernel.check import Active
    from linter.kernel.result import FileResult
    from linter.runs.linted import Many
    from linter.runs.run import Outcome
    from linter.settings.config import Language
    from linter.settings.workspace import Plan, Workspace

    Each = Callable[[FileResult, Language], None]

DEFAULT = "gazette-lint.archive"
# Who names a higher plan wants it compared, preview or not.
_AGAINST = "ladder-differs-from-higher"
# So many documents are shown.
_MOST = 50
_WHERE: dict[str, Any] = {"metavar": "FILE", "default": DEFAULT, "show_default": True, "help": "档案文件。The archive."}
_ARCHIVE = click.option("--archive", "file", **_WHERE)


@click.group()
def archive() -> None:
    """档案：把许多文件的题名、文号、日期、引用等存入一个文件，互相对照。

    An archive of what many documents say, checked against one another.
    """


@archive.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@_ARCHIVE
@settings_options
def add(paths: tuple[str, ...], file: str, **words: Any) -> int:
    """存入文件或文件夹；没有改动的跳过，已删除的去掉。

    Put documents in; those unchanged are left, those gone are taken out.
    """
    from linter.runs import archiving

    wish = taken(words)
    inputs = found(paths, wish)
    with refused():
        work = workspace(wish)
        store = _opened(file, made=True)
        added = archiving.add(store, inputs.paths, work.plan)
        store.close()
    counts = f"存入 {added.put} 个文件，未变 {added.unchanged} 个，去掉 {added.gone} 个"
    click.echo(f"{file}: {counts} ({added.put} put in, {added.unchanged} unchanged, {added.gone} taken out)")
    return tell((*inputs.notifications, *added.notifications), quiet=False)


@archive.command()
@click.argument("words", required=False)
@_ARCHIVE
def show(words: str | None, file: str) -> None:
    """档案里有多少；给出词语、文号则列出有关的文件。

    How much there is; with words, the documents with them in a title, a number or a citation.
    """
    store = _opened(file)
    shown = [_amount(store, file)] if words is None else [_line(one) for one in store.search(words, _MOST)]
    emit("".join(f"{line}\n" for line in shown), None, people=True)
    store.close()


def _check(file: str, against: str | None, **words: Any) -> int:
    """各文件互相对照：文号、题名、废止、上位预案的分级。

    Check the documents of an archive against one another. Reports and exit code as of check.
    """
    from linter.runs.archived import Findings

    settings = taken(words)
    if against:
        settings = settings._replace(extend_select=(*settings.extend_select, _AGAINST))
    wish = CheckWish(settings, **words, **DONE)
    refuse_early(read_outputs(wish.output, wish.form), WriteGuard((file,), wish.force))
    store = _opened(file)
    with refused():
        work = workspace(wish.settings)
        active = _active(work, file)
        if against:
            store.against = _put_in(against, store, work)

        def planner(path: str) -> Plan:
            return work.plan(path)._replace(active=active)

        found = Findings(store, active, planner)

    def lint(inputs: Inputs, _wish: CheckWish, many: Many, each: Each | None) -> Outcome:
        with refused():
            hooks = Hooks(many, work.mark, each=each)
            outcome = lint_files(inputs, planner, hooks=hooks)
        result = outcome.result._replace(checks=tuple(item.check for item in active))
        return outcome._replace(result=result)

    code = report(Inputs(found.paths, tuple(found.notifications)), wish, found.many, lint)
    if not wish.quiet:
        complain(_amount(store, file))
    store.close()
    return code


archive.add_command(
    click.Command(
        "check",
        callback=_check,
        params=[
            click.Option(["--archive", "file"], **_WHERE),
            click.Option(
                ["--against"],
                metavar="FILE",
                help="上位预案：所引、同题的预案与它对照。A higher plan that its lower ones are held against.",
            ),
            *(param for param in check.params if param.name not in {"paths", *DONE}),
        ],
        help=_check.__doc__,
    )
)


def _put_in(path: str, store: ArchiveStore, work: Workspace) -> str:
    """Have a file in the archive as it is now. Its path there. Raises Failure if it cannot be read."""
    from linter.runs import archiving

    known = slashed(path)
    added = archiving.put(store, [known], work.plan)
    if added.notifications:
        raise Failure(f"{path}: {added.notifications[0].text}")
    return known


def _active(work: Workspace, file: str) -> list[Active]:
    plan = work.plan(file)
    return activate(plan.registry, plan.settings, archive=True)


def _opened(file: str, *, made: bool = False) -> ArchiveStore:
    if not made and not Path(file).is_file():
        raise Failure(f"没有档案 {file}，先用 archive add (no such archive)")
    try:
        return ArchiveStore(file)
    except ArchiveError as error:
        raise Failure(str(error)) from None


def _amount(store: ArchiveStore, file: str) -> str:
    counts = store.counts()
    told = f"{counts.files} 个文件、{counts.documents} 件公文、{counts.citations} 处引用、{counts.facts} 条事实"
    return f"{file}: {told} (files, documents, citations, facts)"


def _line(one: ArchivedDocument) -> str:
    at = f"{plain(one.place.path)}:{one.place.line}:{one.place.column}"
    return "  ".join(filter(None, (at, one.day, one.number, plain("、".join(one.titles)))))
