"""``archive``: what many documents say, kept in one file, searched and checked against one another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.archive.store import ArchiveError, ArchiveStore
from linter.cli.accept import accept, file_them, one_of
from linter.cli.check import check
from linter.cli.linting import report, tell
from linter.cli.merge import DONE
from linter.cli.options import AcceptWish, CheckWish, taken
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

    from linter.cli.options import SettingsWish
    from linter.kernel.archived import ArchivedDocument
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
    settings = taken(words)
    if against:
        settings = settings._replace(extend_select=(*settings.extend_select, _AGAINST))
    wish = CheckWish(settings, **words, **DONE)
    refuse_early(read_outputs(wish.output, wish.form), WriteGuard((file,), wish.force))
    store = _opened(file)
    run = _ArchiveRun(store, wish.settings, file, against)
    code = report(run.inputs, wish, run.many, run.lint)
    if not wish.quiet:
        complain(_amount(store, file))
    store.close()
    return code


def _accept(finding: str, file: str, **words: Any) -> int:
    """接受档案检查的一处问题，如 AR004-5d34；列出、撤销用 gazette-lint accept。

    Accept a finding of archive check by its short name; accept lists acceptances and takes them back.
    """
    from linter.accepted.accept import find, read

    wish = AcceptWish(taken(words), **words, listing=False, undo=False, as_words=False, source=None)
    reference = read(finding)
    if reference is None or reference.id is None:
        raise Failure(f"看不懂 {finding}：应为 AR004-5d34 这样的编号 (a short name)")
    store = _opened(file)
    run = _ArchiveRun(store, wish.settings, file)
    named = find(run.lint(run.inputs, None, run.many).result.files, reference)
    one_of(named, finding, every=wish.every)
    code = file_them(run.work, named, wish)
    store.close()
    return code


class _ArchiveRun:
    """The checks of an archive as a run: its files with findings, under the settings that hold for each."""

    def __init__(self, store: ArchiveStore, wish: SettingsWish, file: str, against: str | None = None) -> None:
        from linter.runs.archiving import Findings

        with refused():
            self.work = workspace(wish)
            plan = self.work.plan(file)
            self._active = activate(plan.registry, plan.settings, archive=True)
            if against:
                store.against = _put_in(against, store, self.work)
            found = Findings(store, self._active, self._plan)
        self.inputs = Inputs(found.paths, tuple(found.notifications))
        self.many = found.many

    def _plan(self, path: str) -> Plan:
        return self.work.plan(path)._replace(active=self._active)

    def lint(self, inputs: Inputs, _wish: CheckWish | None, many: Many, each: Each | None = None) -> Outcome:
        """The outcome, as of files that are linted; the checks are told even if they found nothing."""
        try:
            with refused():
                outcome = lint_files(inputs, self._plan, hooks=Hooks(many, self.work.mark, each=each))
        except ArchiveError as error:
            raise Failure(str(error)) from None
        result = outcome.result._replace(checks=tuple(item.check for item in self._active))
        return outcome._replace(result=result)


_AT = click.Option(["--archive", "file"], **_WHERE)
_HIGHER = click.Option(
    ["--against"],
    metavar="FILE",
    help="上位预案：所引、同题的预案与它对照。A higher plan that its lower ones are held against.",
)
_NOT_ACCEPTED_SO = {"words", "listing", "undo", "as_words", "source"}
archive.add_command(
    click.Command(
        "check",
        callback=_check,
        params=[_AT, _HIGHER, *(one for one in check.params if one.name not in {"paths", *DONE})],
        help=_check.__doc__,
    )
)
archive.add_command(
    click.Command(
        "accept",
        callback=_accept,
        params=[
            click.Argument(["finding"]),
            _AT,
            *(one for one in accept.params if one.name not in _NOT_ACCEPTED_SO),
        ],
        help=_accept.__doc__,
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
