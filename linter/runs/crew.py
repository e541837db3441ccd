"""Worker processes. One that dies takes no other file with it, and no file waits for it twice."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from linter.kernel.result import Notification
from linter.limits import failure
from linter.runs import worker
from linter.runs.linted import Linted, Task
from linter.runs.records import unpack
from linter.settings.recipe import Recipe


class Job:
    """A file that a worker has in hand. ``alone``: it was in hand when a worker died, and may have been the cause."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.future: Future[bytes] = Future()
        self.alone = False

    @property
    def lost(self) -> bool:
        """Whether its worker died before it was done."""
        return self.future.done() and isinstance(self.future.exception(), BrokenProcessPool)


class Crew:
    """As many workers as are asked for; they start with the first file. ``cached``: recognised pages are kept."""

    def __init__(self, recipe: Recipe, workers: int, *, cached: bool = False) -> None:
        self._begin = partial(worker.begin, recipe, cached=cached)
        self._workers = workers
        self._pool = self._started(workers)
        self._jobs: deque[Job] = deque()

    def give(self, task: Task) -> Job:
        """Give a file to the workers."""
        job = Job(task)
        self._jobs.append(job)
        self._submit(job)
        return job

    def take(self, job: Job) -> Linted:
        """What became of the file that was given first of those not taken yet."""
        self._jobs.popleft()
        try:
            return unpack(self._alone(job.task) if job.alone else job.future.result(), job.task)
        except BrokenProcessPool:
            if not job.alone:
                self._recover([job, *self._jobs])
                return self._again(job)
            told = "检查它的进程意外终止，此文件未检查 (the process that checked it died)"
            return Linted(None, [Notification("error", told, job.task.name)])
        except Exception as error:
            told = f"内部错误，已跳过此文件 (internal error): {failure(error)}"
            return Linted(None, [Notification("error", told, job.task.name)])

    def end(self) -> None:
        """Let the workers go; what they still have in hand is not waited for."""
        if self._jobs:
            for child in multiprocessing.active_children():
                child.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)
        del self._pool
        gc.collect()  # the semaphores of the pool are released with it, before this process ends

    def _again(self, job: Job) -> Linted:
        self._jobs.appendleft(job)
        return self.take(job)

    def _submit(self, job: Job) -> None:
        try:
            job.future = self._pool.submit(worker.lint, job.task.path, job.task.name)
        except BrokenProcessPool as error:  # known already, told when the job is taken
            job.future.set_exception(error)

    def _recover(self, jobs: Iterable[Job]) -> None:
        """Start new workers. What the old ones had in hand is linted alone, the rest is given to the new ones."""
        self._pool = self._started(self._workers)
        # A pool hands out one file more than it has workers.
        suspects = self._workers + 1
        for job in jobs:
            if job.lost:
                job.alone = suspects > 0
                suspects -= 1
                if not job.alone:
                    job.future = Future()
                    self._submit(job)

    def _alone(self, task: Task) -> bytes:
        with self._started(1) as pool:
            return pool.submit(worker.lint, task.path, task.name).result()

    def _started(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, _context(), self._begin)


def _context() -> multiprocessing.context.BaseContext:
    """Processes that inherit no threads and locks: copies of a server that has imported what they need, or new ones.

    They are started with ``-c``, which would import what lies in the folder of the drafts before what is installed.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([worker.__name__])
    return context
