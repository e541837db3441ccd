"""``accept`` and ``baseline``: findings that are known and do not count again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli.options import AcceptWish, taken
from linter.cli.settings import refused, settings_options, workspace
from linter.runs import run
from linter.runs.writing import Failure, complain, locked, write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from linter.accepted.accept import NamedFinding
    from linter.accepted.baseline import Baseline
    from linter.kernel.result import FileResult
    from linter.settings.workspace import Workspace

BASELINE = "gazette-lint.baseline.json"


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date | None:
    from linter.accepted.decisions import day

    found = day(value) if value else None
    if value and found is None:
        raise Failure(f"--until 应为日期，如 2026-12-31，不是 {value} (not a date)")
    return found


@click.command()
@click.argument("finding")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--reason", required=True, help="接受的理由。Why it is accepted.")
@click.option("--who", default="", help="接受的人或科室。Who accepts it.")
@click.option("--until", metavar="DATE", callback=_day, help="有效期至，含当日。The last day it holds.")
@click.option("--all", "every", is_flag=True, help="接受所指的每一处。Accept every finding that is named.")
@click.option("--decisions", metavar="FILE", help="写入哪个文件。The file to write to.")
@click.option("--as-words", is_flag=True, help="所指的词语本来就对，写进设置的 office.words。Right in every document.")
@settings_options
def accept(finding: str, paths: tuple[str, ...], **words: Any) -> int:
    """接受一处问题，写入 gazette-lint.decisions.yaml。

    FINDING: 文件:行、文件:行:列、文件:行:代码，或指纹。Accept a finding: file:line, file:line:column, file:line:CODE as
    reports write it, or its fingerprint together with PATHS.
    """
    from linter.accepted.accept import file_decisions, find, read
    from linter.forms.nodes import read_text, shown

    wish = AcceptWish(taken(words), **words)
    reference = read(finding)
    if reference is None or not (reference.path or paths):
        raise Failure(f"看不懂 {finding}：应为 文件:行:代码，或指纹加文件 (file:line:CODE, or a fingerprint and files)")
    with refused():
        work = workspace(wish.settings)
        named = find(linted(work, [reference.path] if reference.path else paths), reference)
        _one(named, finding, every=wish.every)
        if wish.as_words:
            return _as_words(work, named, wish.reason)
        target = Path(wish.decisions) if wish.decisions else work.decisions_file(named[0].file.path)
        with locked(target):
            before = read_text(target, shown(target)) if target.is_file() else ""
            text = file_decisions(before, shown(target), named, wish.reason, wish.who, wish.until)
            write(target, text.encode())
    for one in named:
        click.echo(f"{shown(target)}: 已接受 (accepted) {described(one)}")
    return 0


def _as_words(work: Workspace, named: Sequence[NamedFinding], reason: str) -> int:
    """Write the words of findings into the settings: two names that are two things, in this and all other documents."""
    from linter.forms.nodes import read_text, shown
    from linter.settings.words import with_words

    target = work.words_file(named[0].file.path)
    with locked(target):
        before = read_text(target, shown(target)) if target.is_file() else ""
        words = [one.trace.text for one in named]
        write(target, with_words(before, shown(target), words, reason).encode())
    click.echo(f"{shown(target)}: office.words {'、'.join(words)}")
    return 0


def _one(named: Sequence[NamedFinding], finding: str, *, every: bool) -> None:
    if not named:
        raise Failure(f"{finding} 处没有未接受的问题 (no such finding)")
    if len(named) > 1 and not every:
        listed = "；".join(described(one) for one in named)
        raise Failure(f"{finding} 指 {len(named)} 处，请写明列或代码，或加 --all (ambiguous): {listed}")


def described(one: NamedFinding) -> str:
    """A finding in one line: place, code, words."""
    line, column = one.file.text.position(one.diagnostic.span.start)
    return f"{one.file.path}:{line}:{column} {one.diagnostic.code}“{one.trace.text}”"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--add-new", is_flag=True, help="把新问题也记入已有的基线。Take new findings into an existing baseline.")
@settings_options
def baseline(paths: tuple[str, ...], *, add_new: bool, **words: Any) -> int:
    """把现有问题记入基线，以后只报告新问题。

    Draw a baseline, by default gazette-lint.baseline.json. An existing one only loses entries that met no finding; new
    findings enter it with --add-new alone.
    """
    from linter.accepted.baseline import dumps
    from linter.accepted.files import name_under
    from linter.forms.nodes import shown

    with refused():
        work = workspace(taken(words))
        files = linted(work, paths)
        target = work.baseline or work.plan(files[0].path if files else paths[0]).baseline or Path(BASELINE)
        with locked(target):
            entries, told = _drawn(work, files, target, name_under(target.resolve().parent), add=add_new)
            write(target, dumps(entries).encode())
    click.echo(f"{shown(target)}: {told}")
    return 0


def _drawn(
    work: Workspace, files: Sequence[FileResult], target: Path, name: Callable[[str], str], *, add: bool
) -> tuple[Baseline, str]:
    """The entries to write, and what is said of them."""
    from linter.accepted.baseline import compare, draw, renewed
    from linter.accepted.files import read_baseline

    if not target.exists():
        entries = draw(files, name)
        return entries, f"记下 {_count(entries)} 处问题 (findings taken in)"
    folder = target.resolve().parent
    known = read_baseline(target)
    compared = compare(files, known, lambda entry: not (folder / entry).exists(), name)
    in_force = {item.check.code for file in files for item in work.plan(file.path).active}
    entries = renewed(known, compared, in_force)
    new = draw([_only_new(file) for file in compared.files], name)
    if add:
        entries = {path: (*entries.get(path, ()), *new.get(path, ())) for path in {**entries, **new}}
    dropped = _count(known) + (_count(new) if add else 0) - _count(entries)
    said = "记入 (taken in)" if add else "未记入，可用 --add-new (left out)"
    counts = f"留 {_count(entries)} 条 (kept)，去 {dropped} 条 (dropped)，新问题 {_count(new)} 处"
    return entries, counts + said


def _only_new(file: FileResult) -> FileResult:
    from dataclasses import replace

    return replace(file, diagnostics=tuple(item for item in file.diagnostics if item.baseline == "new"))


def _count(entries: Mapping[str, Sequence[Any]]) -> int:
    return sum(map(len, entries.values()))


def linted(work: Workspace, paths: Sequence[str]) -> Sequence[FileResult]:
    """The files with their findings, no baseline applied. Raises Failure if one cannot be read or a check crashed."""
    outcome = run.lint_files(run.find(paths), work.plan)
    failed = [one for one in outcome.result.notifications if one.level == "error"]
    for one in failed:
        complain(f"{one.path}: {one.text}" if one.path else one.text)
    if failed:
        raise Failure("有文件或检查失败，什么也没有写 (something failed, nothing was written)")
    return outcome.result.files
