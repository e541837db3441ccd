"""Lint again what changed: a file is known by its stamp, and keeps its result while stamp and settings stand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from linter.language import NamedTuple
from linter.runs import run
from linter.runs.linted import Linted, Task
from linter.settings.workspace import DECISIONS, SETTINGS

# Seconds between two looks at the files. Looking at a thousand of them takes some ten milliseconds.
PAUSE = 0.3


class Stamp(NamedTuple):
    """What tells two states of a file apart."""

    modified: int
    size: int


class Memory:
    """Lints files, those whose stamp and settings stand only once; ``linted`` names the ones that were."""

    def __init__(self) -> None:
        self.linted: list[str] = []
        self._settings: Mapping[Path, Stamp] = {}
        self._kept: dict[str, tuple[Stamp | None, Linted]] = {}

    def begin(self, settings: Mapping[Path, Stamp]) -> None:
        """Begin a round under settings files with these stamps; if one changed, everything is forgotten."""
        self.linted = []
        if settings != self._settings:
            self._kept = {}
        self._settings = settings

    def lint(self, task: Task) -> Linted:
        """The result of a file, from memory if it did not change. Takes the place of ``run.lint_file``."""
        now = stamp(Path(task.path))
        kept = self._kept.get(task.path)
        if kept is None or kept[0] != now:
            self.linted.append(task.path)
            kept = self._kept[task.path] = (now, run.lint_file(task))
        return kept[1]


def rounds(documents: Callable[[], Iterable[str]], wait: Callable[[float], None] = time.sleep) -> Iterator[Memory]:
    """A memory to lint with, now and whenever a document or a file of settings changed, came or went. Never ends."""
    memory = Memory()
    before: tuple[Mapping[Path, Stamp], Mapping[Path, Stamp]] | None = None
    while True:
        paths = [Path(path).absolute() for path in documents()]
        now = stamps(paths), stamps(settings_above(paths))
        if now != before:
            memory.begin(now[1])
            yield memory
            before = now
        wait(PAUSE)


def stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    """The stamps of the files that are there."""
    return {path: found for path in paths if (found := stamp(path))}


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file, None if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size)


def settings_above(documents: Iterable[Path]) -> Iterator[Path]:
    """Where settings and decisions may be; beside a settings file, also the files it may build on, and a baseline."""
    for folder in {folder for document in documents for folder in document.parents}:
        yield from (folder / name for name in (*SETTINGS, DECISIONS))
        if any((folder / name).is_file() for name in SETTINGS):
            yield from folder.glob("*.y*ml")
            yield from folder.glob("*baseline*.json")
