"""``accept --list`` and ``accept --undo``: what was accepted, by whom and why, and taking it back."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from linter.accepted.decisions import Decision, parse, without
from linter.cli.options import AcceptWish
from linter.cli.settings import found
from linter.forms.nodes import read_text, shown
from linter.kernel.identity import read_id, short_ids
from linter.language.record import NamedTuple
from linter.runs.writing import Failure, locked, write
from linter.settings.workspace import Workspace


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
