"""One thread that lints, one document after another, so that the loop that answers the editor is never held up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class GivenUpError(Exception):
    """The work is no longer wanted."""


class Wanted:
    """Whether a piece of work is still wanted: it asks now and then, and ends if nobody waits for it any more."""

    def __init__(self) -> None:
        self.off = False

    def ask(self) -> None:
        """Raise GivenUpError if the work is no longer wanted."""
        if self.off:
            raise GivenUpError


class Worker:
    """The thread. All that reads facts runs in it, so that no two threads make one at once."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "lint")

    async def do(self, work: Callable[[Wanted], T]) -> T:
        """The value of some work; cancelled, the work is told to end."""
        wanted = Wanted()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work, wanted)
        finally:
            wanted.off = True
