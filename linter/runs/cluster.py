"""Workers on many machines: those of a Dask cluster, to whom files lie at the same paths as here.

The scheduler gives a file that was in the hands of a worker that died to another one, and gives it up when three have
died of it.
"""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from pickle import dumps, loads
from typing import Any

from linter.installing import install
from linter.kernel.result import Notification
from linter.limits import failure
from linter.runs.linted import Linted, Task
from linter.runs.records import pack, unpack
from linter.runs.run import lint_file
from linter.runs.writing import Failure
from linter.settings.recipe import Recipe
from linter.settings.workspace import Workspace

# Seconds within which a scheduler answers.
_PATIENCE = 10


class Lent:
    """A file that is in the hands of the cluster; ``future`` is that of Dask."""

    def __init__(self, task: Task, future: Any) -> None:
        self.task = task
        self.future = future


class Cluster:
    """The workers of a scheduler. Raises Failure if it does not answer, or its workers are not like this process."""

    def __init__(self, recipe: Recipe, address: str, *, cached: bool = False) -> None:
        try:
            import distributed
        except ModuleNotFoundError:
            raise Failure(f"缺少 distributed，请先安装 (install first): {install('cluster')}") from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        # Its methods are typed in part.
        make: Any = distributed.Client
        try:
            self._client = make(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise Failure(f"集群 {address} 没有答复 (no answer from the cluster): {failure(error)}") from None
        self._address = address
        self._cached = cached
        self._recipe = dumps(_absolute(recipe))
        try:
            self._compare()
        except Failure:
            self.end()
            raise

    def _compare(self) -> None:
        """Refuse workers that would find something else. Raises Failure."""
        told = self._client.run(_installed)
        if not told:
            raise Failure(f"集群 {self._address} 没有工作进程 (the cluster has no workers)")
        if others := {where: one for where, one in told.items() if one != _installed()}:
            where, one = min(others.items())
            raise Failure(f"{where} 上装的是 {one}，这里是 {_installed()} (a worker differs from this process)")
        if any(threads != 1 for threads in self._client.nthreads().values()):
            raise Failure("工作进程须各用一个线程：dask worker --nthreads 1 (workers with one thread each wanted)")

    def give(self, task: Task) -> Lent:
        """Give a file to the cluster."""
        path, name = str(Path(task.path).absolute()), str(Path(task.name).absolute())
        future = self._client.submit(lint, self._recipe, path, name, cached=self._cached, pure=False)
        return Lent(task, future)

    def take(self, lent: Lent) -> Linted:
        """What became of a file, waited for. Raises Failure if the cluster is gone."""
        from concurrent.futures import CancelledError

        from distributed.scheduler import KilledWorker

        try:
            return unpack(lent.future.result(), lent.task)
        except KilledWorker:
            told = "检查它的进程意外终止，此文件未检查 (the process that checked it died)"
        except CancelledError:
            raise Failure(f"集群 {self._address} 不再答复 (the cluster is gone)") from None
        except Exception as error:
            told = f"内部错误，已跳过此文件 (internal error): {failure(error)}"
        return Linted(None, [Notification("error", told, lent.task.name)])

    def end(self) -> None:
        """Let the workers go; what they still have in hand is not waited for."""
        self._client.close(timeout=_PATIENCE)


def _absolute(recipe: Recipe) -> Recipe:
    """The recipe with the paths that it has for a process in any folder."""
    paths = {name: getattr(recipe, name) for name in ("file", "baseline", "loose")}
    return recipe._replace(**{name: path.absolute() for name, path in paths.items() if path})


def _installed() -> str:
    """What is installed: the tool and all packs of checks, with their versions."""
    from linter.kernel.registry import load

    return ", ".join(sorted(f"{pack.name} {pack.version}" for pack in load().packs))


def lint(recipe: bytes, path: str, name: str, *, cached: bool) -> bytes:
    """What a worker does: the record of a file, found under the settings that hold where it lies."""
    pages = (_pages(),) if cached else ()
    return pack(lint_file(Task(path, name, _workspace(recipe).plan(name)), *pages))


@cache
def _workspace(recipe: bytes) -> Workspace:
    wanted: Recipe = loads(recipe)  # noqa: S301 - from the process that gave the file
    return wanted.workspace()


@cache
def _pages() -> MutableMapping[str, bytes]:
    from linter.runs.cache import Cache, Pages, cache_file

    return Pages(Cache(cache_file()))
