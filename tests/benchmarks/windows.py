"""Seconds for 200 KB of what stands in real documents: a few lines from anywhere, over and over.

python tests/benchmarks/windows.py FOLDER [--times 500] [--seed 1] [--keep FOLDER]

A window of one to twenty lines is said again as it is, with its numbers counted up, run together into one line, or with
one character of each line changed. Told are those above three seconds of processor time, by file, line and number of
lines, and the slowest; ``--keep`` writes them down. No grammar thinks of what such windows hold: they showed ladders
whose last level went on to the end of a document, and clauses on bounds that were gone through for each band.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from clock import Stopwatch
from growth import SECONDS, SIZE

from linter.kernel.engine import lint_source
from linter.kernel.registry import load
from linter.settings.config import Settings, activate
from linter.sources import SourceError, read

_LENGTHS = (1, 1, 1, 2, 3, 5, 8, 20)
_NUMBER = re.compile(r"(?<!\d)\d{1,5}(?!\d)")
_STRAY = "一二三四五甲乙丙丁东南西北"


def _counted(line: str, at: int, _: random.Random) -> str:
    return _NUMBER.sub(lambda number: str(int(number[0]) + at), line, count=1) + "\n"


def _changed(line: str, _: int, chance: random.Random) -> str:
    place = chance.randrange(len(line))
    return f"{line[:place]}{chance.choice(_STRAY)}{line[place + 1 :]}\n"


_WAYS: Mapping[str, Callable[[str, int, random.Random], str]] = {
    "again": lambda line, *_: f"{line}\n",
    "counted": _counted,
    "joined": lambda line, *_: line,
    "changed": _changed,
}


def repeated(lines: Sequence[str], way: str, chance: random.Random) -> bytes:
    """A window of lines over and over in one of the ways, of ``SIZE`` bytes at least."""
    made: list[bytes] = []
    size = 0
    for at in count(1):
        for line in lines:
            made.append(_WAYS[way](line, at, chance).encode())
            size += len(made[-1])
        if size >= SIZE:
            break
    return b"".join(made)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    files = sorted(file for file in options.folder.rglob("*") if file.suffix in (".txt", ".md") and file.is_file())
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    active = activate(load(), Settings(preview=True, strict=True))
    slowest = (0.0, "")
    for number in range(options.times):
        file = chance.choice(files)
        lines = [line for line in file.read_text("utf-8", "replace").split("\n") if line.strip()] or ["无"]
        first, length = chance.randrange(len(lines)), chance.choice(_LENGTHS)
        way = chance.choice(list(_WAYS))
        data = repeated(lines[first : first + length], way, chance)
        with Stopwatch() as watch, suppress(SourceError):  # what is refused takes no time
            lint_source(read(data, "a.txt"), "a.txt", active)
        told = f"{watch.seconds:5.2f} s  {file} {first + 1}+{length} {way}"
        slowest = max(slowest, (watch.seconds, told))
        if watch.seconds > SECONDS:
            print(told, flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{options.seed}-{number}.txt").write_bytes(data)
    print(f"{options.times} windows; the slowest: {slowest[1]}")
    return int(slowest[0] > SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
