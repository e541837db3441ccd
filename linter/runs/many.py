"""Lint many files in their order: what the cache knows, what workers do, what is done here is all the same."""

from __future__ import annotations

import os
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from linter.language import NamedTuple
from linter.runs.linted import Linted
from linter.runs.run import STDIN, lint_file

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from linter.runs.cluster import Cluster, Lent
    from linter.runs.crew import Crew, Job
    from linter.runs.known import Known, Miss
    from linter.runs.linted import Many, Task
    from linter.settings.recipe import Recipe

# Workers take so many seconds to start; as long as the files take less, they are linted here.
_PATIENCE = 0.5
# So many files are in hand or waiting for one before them.
_AHEAD = 128


class Means(NamedTuple):
    """By what files are linted: the settings that workers follow, how many there are (0: as it pays), the cache.

    ``cluster`` is the address of a Dask scheduler whose workers are to do it; none if it is empty.
    """

    recipe: Recipe
    jobs: int = 0
    cached: bool = False
    cluster: str = ""


class _InHand(NamedTuple):
    """A file that is linted, or was, and where its result is to be kept."""

    given: Linted | Job | Lent
    wanted: Miss | None = None

    @property
    def ready(self) -> bool:
        """Whether its result can be taken without waiting."""
        return isinstance(self.given, Linted) or self.given.future.done()


def many_by(means: Means) -> Many:
    """How to lint many files by these means."""

    def many(tasks: Sequence[Task]) -> Generator[Linted, None, None]:
        pending: deque[_InHand] = deque()
        hands = _Hands(means)
        try:
            for at, task in enumerate(tasks):
                pending.append(hands.give(task, len(tasks) - at))
                while pending and (pending[0].ready or len(pending) >= _AHEAD):
                    yield hands.take(pending.popleft())
            while pending:
                yield hands.take(pending.popleft())
        finally:
            hands.end()

    return many


class _Hands:
    """Whoever lints: the cache, this process, and workers as soon as they pay."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._crew: Crew | Cluster | None = None
        self._known: Known | None = None
        self._spent = 0.0
        if means.cached:
            from linter.runs.known import Known

            self._known = Known(means.recipe)

    def give(self, task: Task, left: int) -> _InHand:
        """Have a file linted, of which ``left`` are left: here at once, or by a worker."""
        wanted = self._known.find(task) if self._known and task.path != STDIN else None
        if isinstance(wanted, Linted):
            return _InHand(wanted)
        return _InHand(self._crew_for(left).give(task) if self._shared(task, left) else self._here(task), wanted)

    def take(self, one: _InHand) -> Linted:
        """The result of a file, the first of those given."""
        given: Any = one.given
        linted = given if isinstance(given, Linted) else self._crew_for(1).take(given)
        if self._known and one.wanted:
            self._known.keep(one.wanted, linted)
        return linted

    def end(self) -> None:
        """Let the workers go, and keep what is to be kept."""
        if self._crew:
            self._crew.end()
        if self._known:
            self._known.close()

    def _here(self, task: Task) -> Linted:
        started = time.monotonic()
        linted = lint_file(task, self._known.pages if self._known else None)
        self._spent += time.monotonic() - started
        return linted

    def _crew_for(self, left: int) -> Crew | Cluster:
        if self._crew is None and self._means.cluster:
            from linter.runs.cluster import Cluster

            self._crew = Cluster(self._means.recipe, self._means.cluster, cached=self._means.cached)
        if self._crew is None:
            from linter.runs.crew import Crew

            self._crew = Crew(self._means.recipe, min(self._means.jobs or cores(), left), cached=self._means.cached)
        return self._crew

    def _shared(self, task: Task, left: int) -> bool:
        """Whether a worker is to lint it."""
        if task.path == STDIN or self._crew or self._means.cluster:
            return task.path != STDIN
        if self._means.jobs:
            return self._means.jobs > 1
        return self._spent > _PATIENCE and left > 1 and cores() > 1


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
