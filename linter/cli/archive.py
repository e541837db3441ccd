"""``archive``: what many documents say, kept in one file, searched and checked against one another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.archive.checking import check_archive
from linter.archive.store import ArchiveError, ArchiveStore
from linter.cli.linting import tell
from linter.cli.options import taken
from linter.cli.settings import found, refused, settings_options, workspace
from linter.kernel import labels
from linter.reports.excerpt import plain
from linter.runs.gathering import reaches
from linter.runs.writing import Failure, emit
from linter.settings.config import activate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.archive.checking import ArchiveDiagnostic
    from linter.kernel.archived import ArchivedDocument, ArchivedPlace
    from linter.settings.workspace import Workspace

DEFAULT = "gazette-lint.archive"
# So many documents are shown.
_MOST = 50
_ARCHIVE = click.option(
    "--archive", "file", metavar="FILE", default=DEFAULT, show_default=True, help="档案文件。The archive."
)


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
    counts = store.counts()
    if words is None:
        told = f"{counts.files} 个文件、{counts.documents} 件公文、{counts.citations} 处引用、{counts.facts} 条事实"
        shown = [f"{file}: {told} (files, documents, citations, facts)"]
    else:
        shown = [_line(one) for one in store.search(words, _MOST)]
    emit("".join(f"{line}\n" for line in shown), None, people=True)
    store.close()


@archive.command()
@_ARCHIVE
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="格式。Format.")
@click.option("--output", metavar="FILE", help="写到文件。Write to a file.")
@settings_options
def check(file: str, form: str, output: str | None, **words: Any) -> int:
    """各文件互相对照：文号、题名、废止。

    Check the documents of an archive against one another. Exit code as of check.
    """
    wish = taken(words)
    with refused():
        work = workspace(wish)
        store = _opened(file)
        plan = work.plan(file)
        found_, told = check_archive(store, _active(work, file))
        store.close()
    settings = plan.settings
    listed = [one for one in found_ if reaches(one.severity, settings.level)]
    write = _text if form == "text" else _json
    emit("".join(f"{line}\n" for one in listed for line in write(one, settings.lang)), output, people=form == "text")
    failed = tell(told, quiet=False)
    fails = settings.fail_on != "never" and any(reaches(one.severity, settings.fail_on) for one in listed)
    return failed or int(fails)


def _active(work: Workspace, file: str) -> list[Any]:
    plan = work.plan(file)
    return activate(plan.registry, plan.settings, archive=True)


def _opened(file: str, *, made: bool = False) -> ArchiveStore:
    if not made and not Path(file).is_file():
        raise Failure(f"没有档案 {file}，先用 archive add (no such archive)")
    try:
        return ArchiveStore(file)
    except ArchiveError as error:
        raise Failure(str(error)) from None


def _line(one: ArchivedDocument) -> str:
    return "  ".join(filter(None, (_at(one.place), one.day, one.number, plain("、".join(one.titles)))))


def _at(place: ArchivedPlace) -> str:
    return f"{plain(place.path)}:{place.line}:{place.column}"


def _text(one: ArchiveDiagnostic, lang: str) -> Iterator[str]:
    severity = labels.severity(one.severity, lang)
    yield f"{_at(one.place)}: {severity} {one.check.code} {one.check.name} {plain(labels.pick(one.message, lang))}"
    colon = ": " if lang == "en" else "："
    for place, label in one.related:
        yield f"    → {_at(place)} {plain(labels.pick(label, lang))}{colon}{plain(place.words)}"


def _json(one: ArchiveDiagnostic, lang: str) -> Iterator[str]:
    related = [{"label": labels.pick(label, lang), **_place(place)} for place, label in one.related]
    record = {
        "code": one.check.code,
        "name": one.check.name,
        "severity": one.severity,
        "message": labels.pick(one.message, lang),
        **_place(one.place),
        "related": related,
    }
    yield json.dumps(record, ensure_ascii=False)


def _place(place: ArchivedPlace) -> dict[str, Any]:
    start, end = place.span
    where = {"path": place.path, "line": place.line, "column": place.column, "start": start, "end": end}
    return {**where, "text": place.words}
