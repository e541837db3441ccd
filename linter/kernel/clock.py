"""A limit on the processor time of a block, so that no check and no document holds up the others for good."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from linter.sources import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator


class TooSlowError(SourceError):
    """Something took longer than it may; the message is one line."""


def _ring(_signal: int, _frame: Any) -> NoReturn:
    raise TooSlowError("用时过长，已停止 (took too long, stopped)")


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the block after so many seconds of processor time.

    Where nothing rings (Windows, a browser, a thread that is not the main one) the block has all the time it wants.
    """
    try:
        ring = signal.setitimer
        before = signal.signal(signal.SIGVTALRM, _ring)
    except (AttributeError, ValueError):
        yield
        return
    ring(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        ring(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
