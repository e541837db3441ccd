"""The most memory that a document of a megabyte takes, read and checked, in a process of its own.

python tests/benchmarks/memory.py [--size 1000000] [--formats | --members] [WORD …]

Without a choice the patterns of tests/benchmarks/repeated.py, as growth.py has them; ``--members`` those of members.py;
``--formats`` some of them as a file of each format, as large as its reader takes it or as the size allows, whichever is
less. Told are megabytes at the peak, of a process and the reader that runs beside it, and the processor time; above
300 MB is a fault. Needs the extras of the readers, and a system that forks.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from anyformat import MAKERS
from members import MEMBERS
from repeated import PATTERNS, Repeated

from linter.kernel.check import Active
from linter.kernel.engine import lint_source
from linter.kernel.registry import load
from linter.settings.config import Settings, activate
from linter.sources import SourceError, read

MOST = 300
# What is written in each format: paragraphs that differ, rows that differ, and the same again and again.
IN_FORMATS = {
    "articles": MEMBERS["members articles blocks"],
    "short forms": MEMBERS["members short forms blocks"],
    "names": MEMBERS["members plain blocks"],
    "cells": MEMBERS["members bodies cells"],
    "again": PATTERNS["lines of addressees"],
}


def used(data: bytes, name: str, active: Sequence[Active]) -> tuple[int, float, str]:
    """Megabytes at the peak of a process that reads and lints a document; processor time; why it refused it."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        told, beside = "", 0
        try:
            source = read(data, name)
            beside = _most(resource.RUSAGE_SELF) + _most(resource.RUSAGE_CHILDREN)
            lint_source(source, name, active)
        except SourceError as reason:
            told = str(reason)
        except BaseException as error:  # noqa: BLE001 - told by the parent
            told = f"{type(error).__name__}: {error}"
        peak = max(beside, _most(resource.RUSAGE_SELF))
        os.write(into, f"{peak} {time.process_time()} {told}"[:4000].encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    os.waitpid(child, 0)
    peak, seconds, told = said.split(" ", 2)
    return int(peak), float(seconds), told


def apart(make: Callable[[], bytes]) -> bytes:
    """What something makes in a process of its own: the memory that it takes is not that of the linter."""
    with tempfile.NamedTemporaryFile() as file:
        child = os.fork()
        if not child:
            Path(file.name).write_bytes(make())
            os._exit(0)
        os.waitpid(child, 0)
        return Path(file.name).read_bytes()


def _most(who: int) -> int:
    return resource.getrusage(who).ru_maxrss >> 10


def of_size(one: Repeated, size: int) -> bytes:
    """A document of a pattern of so many bytes."""
    return one.made(max(1, size // len(one.unit(size // 20).encode())))


def fitted(make: Callable[[str], bytes], one: Repeated, name: str, size: int) -> bytes:
    """The largest file of a pattern that stays within a size and is read, of those half as long again as another."""
    found = b""
    length = 1 << 14
    while length <= 64 * size:
        try:
            data = make(of_size(one, length).decode())
        except struct.error:  # what makes files of Word 97 for tests makes no large ones
            break
        if len(data) > size or refused(data, name):
            break
        found, length = data, length * 3 // 2
    return found


def refused(data: bytes, name: str) -> bool:
    try:
        read(data, name)
    except SourceError:
        return True
    return False


def documents(wish: argparse.Namespace) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """What each is called, the name of its file, and what makes its bytes."""
    if wish.formats:
        for form, make in MAKERS.items():
            for title, one in IN_FORMATS.items():
                name = f"a.{form}"
                yield f"{form} {title}", name, partial(fitted, make, one, name, wish.size)
        return
    for title, one in (MEMBERS if wish.members else PATTERNS).items():
        yield title, one.name, partial(of_size, one, wish.size)


def main() -> int:
    """Print the peak of each document. 1 if one takes too much."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--formats", action="store_true")
    parser.add_argument("--members", action="store_true")
    wish = parser.parse_args()
    active = activate(load(), Settings(preview=True, strict=True))
    gc.disable()  # as the command line does
    faults = 0
    for title, name, make in documents(wish):
        if wish.words and not any(word in title for word in wish.words):
            continue
        data = apart(make)
        peak, seconds, told = used(data, name, active)
        faults += peak > MOST
        print(
            f"{peak:5} MB {seconds:6.2f} s {len(data) >> 10:5} KB  {title}  {told[:100]}",
            "  too much" if peak > MOST else "",
            flush=True,
        )
    print(f"{faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
