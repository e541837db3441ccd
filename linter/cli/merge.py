"""``check --shard`` and ``merge``: a run in shares, and the one report of them all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from linter.cli.check import check
from linter.cli.linting import report
from linter.cli.options import CheckWish, taken
from linter.cli.outputs import read_outputs, refuse_early
from linter.runs.guard import WriteGuard
from linter.runs.run import STDIN
from linter.runs.shards import PartError, Parts
from linter.runs.writing import Failure

# Options of ``check`` that say how files are found, linted and changed, as they are where nothing of it is asked.
DONE: dict[str, Any] = {
    "fix": False,
    "unsafe_fixes": False,
    "diff": False,
    "no_backup": False,
    "show_files": False,
    "stdin_filename": STDIN,
    "since": "",
    "changed_lines": False,
    "watch": False,
    "follow_links": False,
    "jobs": 1,
    "cluster": "",
    "cache": False,
    "shard": None,
}


def _merge(parts: Sequence[str], **words: Any) -> int:
    """合并各份结果（check --shard），写出一份报告。

    One report of all the parts that check --shard wrote, the same bytes as of one run. The settings are those of check.
    """
    wish = CheckWish(taken(words), **words, **DONE)
    try:
        known = Parts([Path(part) for part in parts])
        refuse_early(read_outputs(wish.output, wish.form), WriteGuard((*known.inputs.paths, *parts), wish.force))
        return report(known.inputs, wish, known.many)
    except PartError as error:
        raise Failure(str(error)) from None


merge = click.Command(
    "merge",
    callback=_merge,
    params=[
        click.Argument(["parts"], nargs=-1, required=True, metavar="PARTS..."),
        *(param for param in check.params if param.name not in {"paths", *DONE}),
    ],
    help=_merge.__doc__,
)
