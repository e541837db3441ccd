"""How the work grows with the length of a document: calls made for n and for 4 n of a pattern.

python tests/benchmarks/growth.py [--seconds] [--members | --mixes] [WORD …]

Calls are counted, not seconds, so that a busy machine changes nothing. Linear work grows fourfold; above 4.6 it is a
fault, if it is so at ten times the length too, where what has a bound has met it. The patterns are made of a small
grammar (tests/benchmarks/repeated.py). Some are part of the suite (tests/test_growth.py); all of them run by hand, or
those whose name holds a word. ``--seconds`` lints 200 KB of each instead and tells the processor time. What a reader
refuses is told as refused, not as fast. ``--members`` and ``--mixes`` take documents whose members all differ
(tests/benchmarks/members.py) instead, of one kind and of two.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from clock import Stopwatch
from members import MEMBERS, MIXES
from repeated import PATTERNS, Repeated

from linter.kernel.check import Active
from linter.kernel.engine import lint_source
from linter.kernel.registry import load
from linter.settings.config import Settings, activate
from linter.sources import SourceError, read

MOST = 4.6
LENGTH = 600
SIZE, SECONDS = 200_000, 3.0


def calls(data: bytes, name: str, active: Sequence[Active]) -> int:
    """How many calls and returns reading and linting a document makes, those of built-in functions included."""
    counted = 0

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        lint_source(read(data, name), name, active)
    finally:
        sys.setprofile(None)
    return counted


def growth(one: Repeated, active: Sequence[Active], length: int = LENGTH) -> float:
    """How many times the calls grow when a pattern is written four times as often."""
    often = max(2, length // len(one.unit(0)))
    calls(one.made(4 * often), one.name, active)  # what is read and compiled once
    # A word before them makes them texts that no cache has met.
    return calls(one.made(4 * often, "甲"), one.name, active) / calls(one.made(often, "甲"), one.name, active)


def sustained(one: Repeated, active: Sequence[Active]) -> float:
    """The growth, measured again at ten times the length where it is much: what is bounded has met its bound there."""
    found = growth(one, active)
    return found if found <= MOST else min(found, growth(one, active, 10 * LENGTH))


def seconds(one: Repeated, active: Sequence[Active]) -> float:
    """The processor time of a document of so many bytes; SourceError if its reader refuses it."""
    often = SIZE // len(one.unit(SIZE).encode())
    data = one.made(often)
    with Stopwatch() as watch:
        lint_source(read(data, one.name), one.name, active)
    return watch.seconds


def main() -> int:
    """Print the growth of each pattern, or its time. 1 if one grows too fast or takes too long."""
    active = activate(load(), Settings(preview=True, strict=True))
    gc.disable()  # as the command line does
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    made = MIXES if "--mixes" in sys.argv else MEMBERS if "--members" in sys.argv else PATTERNS
    measure, most = (seconds, SECONDS) if "--seconds" in sys.argv else (sustained, MOST)
    faults = 0
    for title, one in made.items():
        if not words or any(word in title for word in words):
            try:
                found = measure(one, active)
            except SourceError as reason:
                print(f"refused  {title}: {reason}", flush=True)
                continue
            faults += found > most
            print(f"{found:5.2f}  {title}{'   too fast' if found > most else ''}", flush=True)
    print(f"{faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
