"""``accept``: findings that are known and do not count again; what was accepted is listed, and taken back.

``accept --list`` and ``accept --undo``: what was accepted, by whom and why, and taking it back.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from linter.accepted.accept import NamedFinding
from linter.accepted.decisions import Decision, parse, without
from linter.cli.linting import linted
from linter.cli.options import AcceptWish, taken
from linter.cli.settings import found, refused, settings_options, workspace
from linter.forms.nodes import read_text, shown
from linter.kernel.identity import read_id, short_ids
from linter.language import NamedTuple
from linter.runs.writing import Failure, complain, locked, rewrite, write
from linter.settings.workspace import Workspace


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date | None:
    from linter.accepted.decisions import day

    found = day(value) if value else None
    if value and found is None:
        raise Failure(f"--until 应为日期，如 2026-12-31，不是 {value} (not a date)")
    if found and found < dt.datetime.now(dt.UTC).astimezone().date():
        raise Failure(f"--until {value} 已经过去 (in the past)")
    return found


@click.command()
@click.argument("words", nargs=-1, metavar="[FINDING] [PATHS]...")
@click.option("--reason", default="", help="接受的理由；没有理由的会一直提醒。Why; a warning until there is one.")
@click.option("--who", default="", help="接受的人或科室。Who accepts it.")
@click.option("--until", metavar="DATE", callback=_day, help="有效期至，含当日。The last day it holds.")
@click.option("--all", "every", is_flag=True, help="接受或撤销所指的每一处。Every finding that is named.")
@click.option("--decisions", metavar="FILE", help="接受记录的文件。The file of decisions.")
@click.option("--as-words", is_flag=True, help="所指的词语本来就对，写进设置的 office.words。Right in every document.")
@click.option("--list", "listing", is_flag=True, help="列出已接受的问题。List what was accepted.")
@click.option(
    "--from",
    "source",
    metavar="FILE",
    help="读批注稿里“接受：理由”的答复，或清单的“处理”“备注”两栏。What was accepted in a Word or Excel report.",
)
@click.option("--undo", is_flag=True, help="撤销接受。Take an acceptance back.")
@settings_options
def accept(words: tuple[str, ...], **options: Any) -> int:
    """接受一处问题，写入 gazette-lint.decisions.yaml；列出、撤销已接受的问题。

    FINDING: 报告里的编号（TH003-7f3a），或 文件:行、文件:行:列、文件:行:代码。Accept a finding: its short name in a
    report, or file:line, file:line:column, file:line:CODE. PATHS 默认为当前文件夹 (the current folder by default)。
    """
    wish = AcceptWish(taken(options), **options)
    with refused():
        work = workspace(wish.settings)
        if wish.listing:
            return show(work, words, wish)
        if wish.source:
            return _from(work, words, wish, wish.source)
        if not words:
            raise Failure("请写明接受哪一处，如 TH003-7f3a (name the finding)")
        finding, *paths = words
        if wish.undo:
            return undo(work, finding, paths, wish)
        return _accept(work, finding, paths, wish)


def _accept(work: Workspace, finding: str, paths: Sequence[str], wish: AcceptWish) -> int:
    """Accept what a word names."""
    from linter.accepted.accept import find, read

    reference = read(finding)
    if reference is None:
        raise Failure(f"看不懂 {finding}：应为 TH003-7f3a 这样的编号，或 文件:行:代码 (an ID, or file:line:CODE)")
    inputs = found([reference.path] if reference.path else paths or ["."], wish.settings)
    named = find(linted(work, inputs), reference)
    one_of(named, finding, every=wish.every)
    return _as_words(work, named, wish.reason) if wish.as_words else file_them(work, named, wish)


def _from(work: Workspace, paths: Sequence[str], wish: AcceptWish, source: str) -> int:
    """Accept what people accepted in a report. Exit code 2 if one of the findings is not to be found."""
    from linter.accepted.accept import FindingReference, find
    from linter.runs.replies import read_replies

    replies = read_replies(Path(source))
    if not replies:
        click.echo(f"{source}: 没有接受的答复 (nothing accepted in it)")
        return 0
    files = linted(work, found(paths or ["."], wish.settings))
    code = 0
    for reply in replies:
        named = find(files, FindingReference(id=reply.id))
        if len(named) != 1:
            why = f"指 {len(named)} 处 (ambiguous)" if named else "没有未接受的这一处 (no such finding)"
            complain(f"{source}: {reply.id}：{why}")
            code = code if wish.every and named else 2
        if len(named) == 1 or wish.every:
            said = wish._replace(reason=reply.reason or wish.reason, who=reply.who or wish.who)
            for one in named:
                file_them(work, [one], said)
    return code


def file_them(work: Workspace, named: Sequence[NamedFinding], wish: AcceptWish) -> int:
    """Write a decision on each finding."""
    from linter.accepted.accept import file_decisions

    target = Path(wish.decisions) if wish.decisions else work.decisions_file(named[0].file.path)
    reason = wish.reason.strip()
    rewrite(target, lambda text, name: file_decisions(text, name, named, reason, wish.who, wish.until))
    for one in named:
        click.echo(f"{shown(target)}: 已接受 (accepted) {described(one)}")
    return 0


def _as_words(work: Workspace, named: Sequence[NamedFinding], reason: str) -> int:
    """Write the words of findings into the settings: two names that are two things, in this and all other documents."""
    from linter.settings.edit import with_items

    target = work.words_file(named[0].file.path)
    words = [one.trace.text for one in named]
    rewrite(target, lambda text, name: with_items(text, name, ("office", "words"), words, reason))
    click.echo(f"{shown(target)}: office.words {'、'.join(words)}")
    return 0


def one_of(named: Sequence[NamedFinding], finding: str, *, every: bool) -> None:
    """Raise Failure if a word names no finding, or several where not every one is meant."""
    if not named:
        raise Failure(f"没有未接受的问题 {finding} (no such finding, or accepted already)")
    if len(named) > 1 and not every:
        listed = "；".join(described(one) for one in named)
        raise Failure(f"{finding} 指 {len(named)} 处，请写明编号，或加 --all (ambiguous): {listed}")


def described(one: NamedFinding) -> str:
    """A finding in one line: place, short name, words."""
    from linter.reports.places import in_file

    return f"{in_file(one.file, one.diagnostic.span.start, one.file.path)} {one.diagnostic.id}“{one.trace.text}”"


class FiledDecision(NamedTuple):
    """A decision, its short name among those of its file, that file, and its number there, from 0."""

    decision: Decision
    name: str
    file: Path
    number: int

    def line(self) -> str:
        """What was accepted, where, and why, in one line."""
        one = self.decision
        said = one.justification if one.reason else f"没有理由 (no reason) {one.justification}".rstrip()
        late = "，已到期 (expired)" if one.until and one.until < dt.datetime.now(dt.UTC).astimezone().date() else ""
        return " ".join(filter(None, (self.name, f"“{one.trace.text}”", one.document, said + late)))


def show(work: Workspace, paths: Sequence[str], wish: AcceptWish) -> int:
    """List the decisions in force for paths, file by file."""
    found = list(_filed(work, paths, wish))
    for at, one in enumerate(found):
        if not at or found[at - 1].file != one.file:
            click.echo(shown(one.file))
        click.echo(f"  {one.line()}")
    if not found:
        click.echo("没有接受记录 (nothing accepted)")
    return 0


def undo(work: Workspace, finding: str, paths: Sequence[str], wish: AcceptWish) -> int:
    """Take back the decision that a short name or a fingerprint names."""
    wanted = read_id(finding)
    found = [
        one
        for one in _filed(work, paths, wish)
        if (wanted.names(*one.decision.key) if wanted else one.decision.trace.fingerprint.startswith(finding))
    ]
    if wanted and wanted.number:
        found = [one for one in found if one.name.endswith(f".{wanted.number}")] if len(found) > 1 else found
    if not found:
        raise Failure(f"没有接受过 {finding} (not accepted)")
    if len(found) > 1 and not wish.every:
        listed = "；".join(one.line() for one in found)
        raise Failure(f"{finding} 指 {len(found)} 条记录，请写明编号，或加 --all (ambiguous): {listed}")
    for file in dict.fromkeys(one.file for one in found):
        with locked(file):
            text = read_text(file, shown(file))
            dropped = {one.number for one in found if one.file == file}
            write(file, without(text, shown(file), dropped).encode())
    for one in found:
        click.echo(f"{shown(one.file)}: 已撤销 (taken back) {one.line()}")
    return 0


def _filed(work: Workspace, paths: Sequence[str], wish: AcceptWish) -> Iterator[FiledDecision]:
    """The decisions in the files that hold for paths."""
    documents = found(paths or ["."], wish.settings).paths or [os.path.join(path, "-") for path in paths or ["."]]  # noqa: PTH118
    files = [Path(wish.decisions)] if wish.decisions else [work.decisions_file(path) for path in documents]
    for file in dict.fromkeys(path.absolute() for path in files):
        known = parse(read_text(file, shown(file)), shown(file)) if file.is_file() else ()
        (names,) = short_ids([[one.key for one in known]])
        for number, (one, name) in enumerate(zip(known, names, strict=True)):
            yield FiledDecision(one, name, file, number)
