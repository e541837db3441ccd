"""``baseline``: findings that were there before, so that only new ones count."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from linter.accepted.baseline import Baseline
from linter.cli.linting import linted
from linter.cli.options import taken
from linter.cli.settings import found, refused, settings_options, workspace
from linter.kernel.result import FileResult
from linter.runs.writing import locked, write
from linter.settings.workspace import Workspace

BASELINE = "gazette-lint.baseline.json"


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
        wish = taken(words)
        work = workspace(wish)
        files = linted(work, found(paths, wish), whole=True)
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
    return file._replace(diagnostics=tuple(item for item in file.diagnostics if item.baseline == "new"))


def _count(entries: Mapping[str, Sequence[Any]]) -> int:
    return sum(map(len, entries.values()))
