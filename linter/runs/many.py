"""Lint many files in their order, here or by workers: whoever does it, the results are the same."""

from __future__ import annotations

import os
import time
from collections import deque
from typing import TYPE_CHECKING

from linter.language.record import NamedTuple
from linter.runs.linted import Linted
from linter.runs.run import STDIN, lint_file

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from linter.runs.crew import Crew, Job
    from linter.runs.linted import Many, Task
    from linter.settings.recipe import Recipe

# Workers take so many seconds to start; as long as the files take less, they are linted here.
_PATIENCE = 0.5
# So many files are in hand or waiting for one before them.
_AHEAD = 128


class Means(NamedTuple):
    """By what files are linted: the settings that workers follow, and how many there are; 0: as it pays."""

    recipe: Recipe
    jobs: int = 0


def many_by(means: Means) -> Many:
    """How to lint many files by these means."""

    def many(tasks: Sequence[Task]) -> Generator[Linted, None, None]:
        pending: deque[Linted | Job] = deque()
        hands = _Hands(means)
        try:
            for at, task in enumerate(tasks):
                pending.append(hands.give(task, len(tasks) - at))
                while pending and (hands.ready(pending[0]) or len(pending) >= _AHEAD):
                    yield hands.take(pending.popleft())
            while pending:
                yield hands.take(pending.popleft())
        finally:
            hands.end()

    return many


class _Hands:
    """Whoever lints: this process, and workers as soon as they pay."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._crew: Crew | None = None
        self._spent = 0.0

    def give(self, task: Task, left: int) -> Linted | Job:
        """Have a file linted, of which ``left`` are left: here at once, or by a worker."""
        if task.path == STDIN or not self._workers(left):
            started = time.monotonic()
            linted = lint_file(task)
            self._spent += time.monotonic() - started
            return linted
        if self._crew is None:
            from linter.runs.crew import Crew

            self._crew = Crew(self._means.recipe, min(self._means.jobs or cores(), left))
        return self._crew.give(task)

    def ready(self, given: Linted | Job) -> bool:
        """Whether its result can be taken without waiting."""
        return isinstance(given, Linted) or given.future.done()

    def take(self, given: Linted | Job) -> Linted:
        """The result of a file, the first of those given."""
        if isinstance(given, Linted):
            return given
        assert self._crew is not None  # noqa: S101 - it was given to them
        return self._crew.take(given)

    def end(self) -> None:
        """Let the workers go."""
        if self._crew:
            self._crew.end()

    def _workers(self, left: int) -> bool:
        if self._crew:
            return True
        if self._means.jobs:
            return self._means.jobs > 1
        return self._spent > _PATIENCE and left > 1 and cores() > 1


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
