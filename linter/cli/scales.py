"""``scales``: the ladders of a file as tables: editors can check how they were read, and programs reuse them."""

import click

from linter.pages.scale_sheets import FORMATS, sheets, written
from linter.runs.guard import WriteGuard
from linter.runs.run import STDIN, load, slashed
from linter.runs.writing import Failure, emit
from linter.sources import SourceError
from linter.structure.parse import parse


@click.command()
@click.argument("path", metavar="FILE")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="text", help="格式。The format.")
@click.option("--output", metavar="FILE", help="写到文件。Write to a file.")
@click.option("--force", is_flag=True, help="可覆盖不是报告的文件。A file that is no report may be replaced.")
@click.option("--stdin-filename", metavar="NAME", default=STDIN, help="标准输入的文件名。The name of standard input.")
def scales(path: str, kind: str, output: str | None, stdin_filename: str, *, force: bool) -> None:
    """分级和阶梯，一项指标一张表：级别、上下限、是否含本数、后果。

    The ladders of a file, one table a measure: levels, ends, whether they are included, what follows. DMN 1.3 opens in
    tools for decision tables.
    """
    if output:
        WriteGuard((path,), force).refuse(output)
    try:
        source = load(path, stdin_filename)
    except SourceError as error:
        raise Failure(f"{slashed(path)}: {error}") from None
    emit(written(sheets(parse(source.text)), kind, slashed(path)), output, people=kind == "text")
