"""``check --watch``: the report again whenever a file changes."""

import gc
from collections.abc import Sequence

import click

from linter.cli.linting import report
from linter.cli.options import CheckWish
from linter.cli.settings import found
from linter.runs import run
from linter.runs.linted import one_by_one
from linter.runs.watch import rounds
from linter.runs.writing import Failure, complain


def watch(paths: Sequence[str], wish: CheckWish) -> int:
    """Lint and report until interrupted; mistakes in settings are told and waited for. Exit code 0."""
    if run.STDIN in paths:
        raise Failure("标准输入不能监视，请给出文件或文件夹 (standard input cannot be watched)")
    gc.enable()  # the command line is started without, and this does not end soon
    try:
        for memory in rounds(lambda: found(paths, wish.settings, follow=wish.follow_links).paths):
            click.clear()
            inputs = found(paths, wish.settings, follow=wish.follow_links)
            try:
                report(inputs, wish, one_by_one(memory.lint))
            except click.ClickException as error:
                error.show()
            if not wish.quiet:
                count = len(memory.linted)
                complain(f"检查了 {count} 个文件，正在等待改动，按 Ctrl-C 结束 (linted {count}, watching, Ctrl-C ends)")
    except KeyboardInterrupt:
        complain("")
    return 0
