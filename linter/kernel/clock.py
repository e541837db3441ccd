"""A limit on the processor time of a block, so that no check and no document holds up the others for good."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # ``signal`` makes enumerations of numbers at each call
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NoReturn

from linter import limits
from linter.sources import SourceError

# Seconds between two looks at the blocks that run in threads.
_LOOK = 0.05
# Less than this is nothing: a signal rings up to two ticks of the system early.
_TICK = 0.01
# The processor time of this thread; a browser has none, and no other thread.
_spent = getattr(time, "thread_time", time.monotonic)


class TooSlowError(SourceError):
    """Something took longer than it may; the message is one line."""

    def __init__(self, words: str = "用时过长，已停止 (took too long, stopped)") -> None:
        super().__init__(words)


class Allowance:
    """The processor time of one document, of which a check may take a part; it runs from now on, in this thread."""

    def __init__(self, seconds: float | None = None, check: float | None = None) -> None:
        self.seconds = limits.DOCUMENT_SECONDS if seconds is None else seconds
        self.check = limits.CHECK_SECONDS if check is None else check
        self._end = _spent() + self.seconds

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self._left() < _TICK

    def whole(self) -> AbstractContextManager[None]:
        """Raise TooSlowError in the block once all that is left is spent."""
        return limited(self._left())

    def part(self) -> AbstractContextManager[None]:
        """Raise TooSlowError in the block once what a check may take is spent."""
        return limited(min(self.check, self._left()))

    def _left(self) -> float:
        return self._end - _spent()


def limited(seconds: float) -> AbstractContextManager[None]:
    """Raise TooSlowError in the block after so many seconds of processor time; blocks do not lie in one another.

    In the main thread a signal rings, also while a pattern is searched; in another thread, and where signals do not
    ring (Windows), a second thread looks at the clock, and what is written in C comes to its end
    first. In a browser the page limits the time.
    """
    if seconds <= 0:
        raise TooSlowError
    if sys.platform == "emscripten":
        return nullcontext()
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        return _Rung(seconds)
    return _Watched(seconds)


class _Rung:
    """A block in which a signal rings; a hundred of them are a document."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        self._end = _spent() + self._seconds
        self._before = _signal.signal(signal.SIGVTALRM, self._ring)
        signal.setitimer(signal.ITIMER_VIRTUAL, self._seconds)

    def _ring(self, _signal: int, _frame: Any) -> None:
        """Stop the block, or wait for the rest: the timer counts all threads, and whole ticks."""
        left = self._end - _spent()
        if left < _TICK:
            raise TooSlowError
        signal.setitimer(signal.ITIMER_VIRTUAL, left)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        _signal.signal(signal.SIGVTALRM, self._before)


class _Watched:
    """A block that another thread stops by raising TooSlowError in it, once."""

    def __init__(self, seconds: float) -> None:
        self._thread = threading.get_ident()
        self._clock = _clock_of(self._thread)
        self._end = self._clock() + seconds
        self._cut = False

    def __enter__(self) -> None:
        _watch.add(self)

    def __exit__(self, kind: object, *_: object) -> None:
        with _watch.lock:
            _watch.blocks.discard(self)
            if self._cut:
                _settle(self._thread)
        if self._cut and kind is None:
            raise TooSlowError  # the block let it pass

    def look(self) -> bool:
        """Stop the block if its time is over; whether it was."""
        if self._clock() < self._end:
            return False
        self._cut = True
        _raise_in(self._thread, TooSlowError)
        return True


class _Watch:
    """The thread that looks at the clocks of blocks; it sleeps while there are none."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.blocks: set[_Watched] = set()
        self._wanted = threading.Event()
        self._begun = False

    def add(self, block: _Watched) -> None:
        """Look at a block from now on."""
        with self.lock:
            self.blocks.add(block)
            if not self._begun:
                self._begun = True
                threading.Thread(target=self._look, name="clock", daemon=True).start()
        self._wanted.set()

    def _look(self) -> NoReturn:
        while True:
            self._wanted.wait()
            time.sleep(_LOOK)
            with self.lock:
                self.blocks -= {block for block in self.blocks if block.look()}
                if not self.blocks:
                    self._wanted.clear()


_watch = _Watch()


def _clock_of(thread: int) -> Callable[[], float]:
    """The processor time of a thread, or where it cannot be asked for the time that passes."""
    if sys.platform == "win32":
        return time.monotonic
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _raise_in(thread: int, error: type[BaseException]) -> None:
    """Raise an error in a thread as soon as it executes Python."""
    from ctypes import c_ulong, py_object, pythonapi

    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), py_object(error))


def _settle(thread: int) -> None:
    """Leave nothing under way in this thread: raise the error once more and catch it.

    Taking it back instead leaves Python 3.11 looking for it ever after, and a profiler then never comes to an end.
    """
    try:
        _raise_in(thread, TooSlowError)
        while True:
            pass
    except TooSlowError:
        pass
