"""``check --fix`` and ``--diff``: change files before they are reported on, or show what would be changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.settings import with_options
from linter.runs import run
from linter.runs.guard import WriteGuard
from linter.runs.writing import Failure, complain, emit, write

if TYPE_CHECKING:
    from linter.cli.options import CheckWish
    from linter.kernel.finding import FixKind
    from linter.runs.fixing import Fixed
    from linter.settings.workspace import Workspace

fix_options = with_options(
    click.option(
        "--fix", is_flag=True, help="作有把握的修改，原件存为 .orig。Apply safe fixes; keep the original as .orig."
    ),
    click.option(
        "--unsafe-fixes",
        is_flag=True,
        help="与 --fix 或 --diff 同用：也作须核对的修改。With those: fixes to be checked, too.",
    ),
    click.option("--diff", is_flag=True, help="只显示会作的修改，不写文件。Show what would be fixed, change nothing."),
    click.option("--no-backup", is_flag=True, help="不留 .orig。Keep no .orig."),
)


def wanted(wish: CheckWish) -> bool:
    """Whether files are to be fixed. Raises Failure for options that do not go together."""
    if wish.unsafe_fixes and not (wish.fix or wish.diff):
        raise Failure("--unsafe-fixes 须与 --fix 或 --diff 同用 (--unsafe-fixes goes with --fix or --diff)")
    fixing = bool(wish.fix or wish.diff)
    for name in ("watch", "since", "changed_lines"):
        if fixing and getattr(wish, name):
            raise Failure(f"--fix、--diff 不能与 --{name.replace('_', '-')} 同用 (they do not go together)")
    return fixing


def show(inputs: run.Inputs, work: Workspace, wish: CheckWish) -> int:
    """Print what fixing would change. Exit code: 1 if anything, 2 if a file could not be read, else 0."""
    from linter.reports.excerpt import pictured
    from linter.runs.fixing import diff

    failed = any(notification.level == "error" for notification in inputs.notifications)
    code = 2 if failed else 0
    shown = []
    for path, _, fixed in _each(inputs, work, wish):
        if fixed is None:
            code = 2
        elif fixed.applied:
            shown.append(diff(path, fixed))
            code = code or 1
    for target in wish.output or (None,):
        if target:
            WriteGuard(inputs.paths, wish.force).refuse(target)
        changes = "".join(shown)
        emit(changes if target or not sys.stdout.isatty() else pictured(changes), target)
    return code


def fix_files(inputs: run.Inputs, work: Workspace, wish: CheckWish) -> None:
    """Fix files in place, each whole or not at all; of old Word files, a new one beside it.

    Raises Failure if one cannot be written.
    """
    if run.STDIN in inputs.paths:
        raise Failure("标准输入不能改写，请用 --diff (standard input cannot be fixed, use --diff)")
    for path, data, fixed in _each(inputs, work, wish):
        if fixed is not None and fixed.applied:
            if Path(path).is_symlink() and not wish.follow_links:
                complain(f"{path}: 是链接，未作修改，要改请加 --follow-links (a link, left as it is)")
                continue
            if Path(path).read_bytes() != data:
                complain(f"{path}: 检查期间被改动，未作修改，请再运行一次 (changed meanwhile, left as it is)")
                continue
            target = Path(path).with_suffix(fixed.suffix) if fixed.suffix else Path(path)
            if fixed.suffix and os.path.lexists(target):
                complain(f"{path}: 已有 {target.name}，未作修改 ({target.name} is there, nothing was changed)")
                continue
            kept = f"，另存为 {target.name}" if fixed.suffix else "" if wish.no_backup else _keep(path, data)
            write(target, fixed.data)
            complain(f"{path}: 改动 {fixed.applied} 处{kept} ({fixed.applied} edits)")


def _keep(path: str, data: bytes) -> str:
    """Keep the bytes of a file beside it, for its owner alone if the file is; what an earlier run kept stays."""
    names = (f"{path}.orig{number or ''}" for number in count())
    backup = next(one for one in map(Path, names) if not os.path.lexists(one) or _same(one, data))
    if not os.path.lexists(backup):
        write(backup, data, mode=Path(path).stat().st_mode)
    return f"，原件存为 {backup.name}"


def _same(path: Path, data: bytes) -> bool:
    """Whether a file that is no link holds these bytes."""
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data


def _each(inputs: run.Inputs, work: Workspace, wish: CheckWish) -> Iterator[tuple[str, bytes, Fixed | None]]:
    """Every file with its bytes and what fixing makes of it; None where it cannot be fixed, which is told."""
    from linter.runs.fixing import fix
    from linter.sources import SourceError

    kinds: tuple[FixKind, ...] = ("safe", "unsafe") if wish.unsafe_fixes else ("safe",)
    for path in inputs.paths:
        name = run.slashed(wish.stdin_filename) if path == run.STDIN else path
        data = b""
        try:
            data = sys.stdin.buffer.read() if path == run.STDIN else Path(path).read_bytes()
            yield name, data, fix(data, name, work.plan(name), kinds)
        except SourceError as error:
            complain(f"{name}: {error}")
            yield name, data, None
        except OSError as error:
            complain(f"{name}: 无法读取 (cannot read): {error.strerror}")
            yield name, data, None
