"""Processor time in seconds of the machine by which the bounds of tests were set.

A core whose sibling is busy takes twice the processor time for the same work, and another machine is slower or faster
altogether. So a piece of work of known cost is done before and after what is measured and, where there is a timer of
processor time, every so often while it runs: what is slow for one is slow for both, and their quotient stays.
"""

from __future__ import annotations

import gc
import re
import signal
import time
from typing import Self

# What ``_piece`` takes on that machine in the midst of other work, and how much work lies between two of them.
PIECE, EVERY = 0.0037, 0.06
# How many are done before, and as many after: what ends sooner than the timer rings has these alone.
AROUND = 3

_TEXT = "".join(
    f"第{at}条  市公安局、县财政局应当于2021年{at % 12 + 1}月前报送材料{at * 37 % 9973}份，{chr(0x4E00 + at)}。\n"
    for at in range(400)
)
_WORDS = re.compile("应当|不得|可以|报送(?=材料)|[市县](?:公安|财政)局")
_NUMBERS = re.compile(r"第?(\d+)(?:年|月|[条份])")


def _piece() -> int:
    """Work like that of the linter: patterns sought, records made and put in order, words cut and joined."""
    found: dict[str, list[tuple[int, int]]] = {}
    for pattern in (_WORDS, _NUMBERS):
        for match in pattern.finditer(_TEXT):
            found.setdefault(match[0], []).append(match.span())
    places = sorted((span, word) for word, spans in found.items() for span in spans)
    lines = [line.split("、") for line in _TEXT.splitlines() if "市" in line]
    return len("".join(_TEXT[start:end] for (start, end), _ in places)) + sum(map(len, lines))


class Stopwatch:
    """``with Stopwatch() as watch:`` around the work; ``watch.seconds`` tells after it what it took."""

    def __enter__(self) -> Self:
        gc.collect()  # what others left behind is no part of the work
        self._pieces: list[float] = []
        self._around()
        if hasattr(signal, "setitimer"):
            self._before = signal.signal(signal.SIGPROF, lambda *_: self._take())
            signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
        self._begun = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        taken = time.process_time() - self._begun
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, self._before)
        taken -= sum(self._pieces[AROUND:])
        self._around()
        self.seconds = taken * PIECE * len(self._pieces) / sum(self._pieces)

    def _around(self) -> None:
        for _ in range(AROUND):
            self._take()

    def _take(self) -> None:
        """Do a piece, without the garbage of the work around it. The clock of the thread is exact beside a timer."""
        collects = gc.isenabled()
        gc.disable()
        begun = time.thread_time()
        _piece()
        self._pieces.append(time.thread_time() - begun)
        if collects:
            gc.enable()
