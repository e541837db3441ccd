"""How far a run is, on standard error where that is a terminal: files, findings, time left."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from linter.cli.options import CheckWish
from linter.kernel.result import FileResult

Ticked = Callable[["FileResult | None"], None]


@contextmanager
def progress(files: int, wish: CheckWish) -> Iterator[Ticked | None]:
    """What is to be called with the result of every file; None where nobody would look."""
    if files < 2 or wish.quiet or not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    english = wish.settings.lang == "en"
    found = 0

    def shown(count: int | None) -> str:
        return f"{count or 0} findings" if english else f"{count or 0} 处问题"

    with click.progressbar(
        length=files, label="Checking" if english else "检查", show_pos=True, item_show_func=shown, file=sys.stderr
    ) as bar:

        def ticked(file: FileResult | None) -> None:
            nonlocal found
            found += sum(item.counts for item in file.diagnostics) if file else 0
            bar.update(1, found)

        yield ticked
