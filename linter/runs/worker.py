"""What a worker process does: it lints the files that it is told, under the same settings, and hands back records."""

from __future__ import annotations

import gc
import os
import signal
import threading
from multiprocessing import connection, parent_process
from typing import TYPE_CHECKING

from linter.runs.linted import Task
from linter.runs.records import pack
from linter.runs.run import lint_file

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from linter.settings.recipe import Recipe
    from linter.settings.workspace import Workspace

_here: list[Workspace] = []
_pages: list[MutableMapping[str, bytes]] = []


def begin(recipe: Recipe, *, cached: bool) -> None:
    """Load the checks and the settings; from now on end with the parent, whatever ends it, and leave Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _here.append(recipe.workspace())
    if cached:
        from linter.runs.cache import Cache, Pages, cache_file

        _pages.append(Pages(Cache(cache_file())))
    gc.disable()  # as in the command line: results are let go of by counting, and looking for garbage finds none


def lint(path: str, name: str) -> bytes:
    """The record of a file."""
    return pack(lint_file(Task(path, name, _here[0].plan(name)), *_pages))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)
