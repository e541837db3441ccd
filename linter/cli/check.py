"""``check``: lint files and report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from linter.cli import fix
from linter.cli.linting import report, tell, write_part
from linter.cli.options import CheckWish, taken
from linter.cli.outputs import read_outputs, refuse_early
from linter.cli.settings import found, refused, settings_options, workspace
from linter.reports import FORMATS
from linter.runs import run
from linter.runs.guard import WriteGuard
from linter.runs.writing import Failure, emit

if TYPE_CHECKING:
    from linter.runs.shards import Shard

MOST_JOBS = 256


def _jobs(_context: click.Context, _option: click.Parameter, value: str) -> int:
    """How many processes, 0 for as many as pay."""
    if value == "auto":
        return 0
    if value.isdecimal() and 0 < int(value) <= MOST_JOBS:
        return int(value)
    raise Failure(f"--jobs 应为 1 到 {MOST_JOBS} 的数或 auto，不是 {value} (a number or auto)")


def _shard(_context: click.Context, _option: click.Parameter, value: str | None) -> Shard | None:
    if not value:
        return None
    from linter.runs.shards import read_shard

    shard = read_shard(value)
    if shard is None:
        raise Failure(f"--shard 应为 3/16 这样的份数，不是 {value} (not a share)")
    return shard


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="报告格式，默认从后缀看出。Format; else the suffix tells.",
)
@click.option(
    "-o",
    "--output",
    metavar="[FORMAT:]FILE|DIR/",
    multiple=True,
    help="报告写入文件，可写几个；文件夹里每份一个批注稿。Write reports; in a folder, a commented draft each.",
)
@click.option("--force", is_flag=True, help="可覆盖不是报告的文件。Files that are no report may be replaced.")
@settings_options
@fix.fix_options
@click.option("--statistics", is_flag=True, help="按检查统计。Count findings by check.")
@click.option("-q", "--quiet", is_flag=True, help="一处一行，不附摘录与小结。One line a finding, nothing else.")
@click.option("--show-files", is_flag=True, help="只列出要检查的文件。Only list the files.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="颜色。Colour.")
@click.option(
    "--stdin-filename", metavar="NAME", default=run.STDIN, help="标准输入的文件名。The name of standard input."
)
@click.option(
    "--since", metavar="REV", default="", help="只报告自此版本以来改动处的问题。Only what touches lines changed since."
)
@click.option("--changed-lines", is_flag=True, help="只报告未提交的改动处的问题。The same as --since HEAD.")
@click.option("--follow-links", is_flag=True, help="跟随指向文件夹之外的链接。Follow links out of the folder.")
@click.option(
    "-w", "--watch", is_flag=True, help="文件改动后重新检查，按 Ctrl-C 结束。Lint again whenever a file changes."
)
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
@click.option(
    "--jobs",
    metavar="N|auto",
    default="auto",
    callback=_jobs,
    help="用几个进程；auto：文件多时按处理器核数。Processes. [auto: as many as cores where files are many]",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="由 Dask 集群检查：调度器的地址。Have a Dask cluster check: the address of its scheduler.",
)
@click.option(
    "--cache/--no-cache",
    default=None,
    help="未改动的文件用上次的结果；默认只用于多个文件。Results of unchanged documents. [where there are several]",
)
@click.option("--shard", metavar="N/M", callback=_shard, help="只查 M 份中的第 N 份，见 merge。The Nth of M shares.")
def check(paths: tuple[str, ...], **words: Any) -> int:
    """检查公文：文件、文件夹，或用 - 读标准输入。

    Check documents: files, folders, or - for standard input. Exit code: 0 nothing found, 1 findings (see --fail-on),
    2 the tool or its input failed.
    """
    wish = CheckWish(taken(words), **words)
    if not paths:
        raise Failure("请给出文件、文件夹，或用 - 读标准输入 (name files, folders, or - for standard input)")
    inputs = found(paths, wish.settings, follow=wish.follow_links)
    refuse_early(read_outputs(wish.output, wish.form), WriteGuard(inputs.paths, wish.force))
    if wish.show_files:
        emit("".join(f"{path}\n" for path in inputs.paths), None)
        return tell(inputs.notifications, quiet=False)
    fixing = fix.wanted(wish)
    if wish.watch:
        from linter.cli.watch import watch

        return watch(paths, wish)
    if wish.shard:
        return write_part(inputs, wish, wish.shard)
    if fixing:
        with refused():
            if wish.diff:
                tell(inputs.notifications, quiet=wish.quiet)
                return fix.show(inputs, workspace(wish.settings), wish)
            fix.fix_files(inputs, workspace(wish.settings), wish)
    return report(inputs, wish)
