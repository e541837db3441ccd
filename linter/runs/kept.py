"""The results of a run: the first few as they are, the rest on disk, so that memory stays flat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.kernel.result import Files
from linter.language import NamedTuple
from linter.reports.paths import STDIN

if TYPE_CHECKING:
    from typing import IO

    from linter.kernel.result import FileResult
    from linter.runs.linted import Linted, Task
    from linter.settings.workspace import Plan

# So many results are kept as they are: an ordinary run writes nothing but its report. A gazette takes half a megabyte.
ALIVE = 16


class _Aside(NamedTuple):
    """Where in the file a record was put."""

    task: Task
    offset: int
    size: int


class Kept:
    """Results in order. ``alive``: how many are kept in memory, None for all."""

    def __init__(self, alive: int | None = None) -> None:
        self.plans: list[Plan] = []
        self._entries: list[FileResult | _Aside] = []
        self._alive = alive
        self._aside: IO[bytes] | None = None
        self._end = 0

    def add(self, file: FileResult, task: Task, linted: Linted) -> None:
        """Keep the result of a task, as its plan made it of ``linted``."""
        self.plans.append(task.plan)
        if self._alive is None or len(self._entries) < self._alive or task.path == STDIN:
            self._entries.append(file)
            return
        record = linted.record
        if not record:
            from linter.runs.records import pack

            record = pack(linted)
        self._entries.append(_Aside(task, self._end, len(record)))
        self._write(record)

    @property
    def files(self) -> Files:
        """The results, those on disk made anew whenever they are looked at."""
        return Files(self._made, range(len(self._entries)))

    def _write(self, record: bytes) -> None:
        if self._aside is None:
            from tempfile import TemporaryFile
            from weakref import finalize

            self._aside = TemporaryFile()  # noqa: SIM115 - it goes with the results
            finalize(self, self._aside.close)
        self._aside.seek(self._end)
        self._aside.write(record)
        self._end += len(record)

    def _made(self, at: int) -> FileResult:
        entry = self._entries[at]
        if not isinstance(entry, _Aside):
            return entry
        from linter.runs.records import unpack

        assert self._aside is not None  # noqa: S101 - an entry was put there
        self._aside.seek(entry.offset)
        file = unpack(self._aside.read(entry.size), entry.task).file
        assert file is not None  # noqa: S101 - only results of files are kept
        return entry.task.plan.accept(file)[0]
