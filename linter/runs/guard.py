"""What a report may replace: nothing that was read, and no file that is not a report of this tool."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from linter.language import NamedTuple
from linter.runs.run import STDIN
from linter.runs.writing import Failure


class WriteGuard(NamedTuple):
    """Keeps drafts from being written over: the files that were read, and whether others may be replaced by force."""

    inputs: Sequence[str] = ()
    force: bool = False

    def refuse(self, target: str, new: bytes | None = None) -> None:
        """Raise Failure for a target that must not be written; ``new`` is what would stand there, once it is known.

        A document is known through links and under other spellings of its path. What is not there, empty, the same
        already, or no regular file (a pipe, a device) can be lost by nobody.
        """
        if target == STDIN:
            return
        try:
            found = Path(target).stat()
        except OSError:
            return
        key = (found.st_dev, found.st_ino)
        if any(_key(path) == key for path in self.inputs):
            raise Failure(f"--output {target} 是被检查的文件，会被报告覆盖 (the report would replace the document)")
        if self.force or not stat.S_ISREG(found.st_mode) or not found.st_size:
            return
        old = Path(target).read_bytes() if new is not None else b""
        if old == new:
            return
        from linter.reports.own import is_own, same_draft

        if not is_own(Path(target)):
            raise Failure(f"{target} 已经存在，不是本工具的报告；要覆盖请加 --force (no report of ours, use --force)")
        if new is not None and not same_draft(old, new):
            raise Failure(f"{target} 里有人改过或批注过；要覆盖请加 --force (it was edited, use --force)")


def _key(path: str) -> tuple[int, int] | None:
    """What tells a file from all others on the machine."""
    try:
        found = os.stat(path)  # noqa: PTH116 - of a plain string, thousands of times
    except OSError:
        return None
    return found.st_dev, found.st_ino
