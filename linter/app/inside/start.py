"""The desk inside the browser, as the worker of the page calls it; the page keeps the settings, files by name."""

from __future__ import annotations

import importlib
import io
import json
import runpy
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from linter.app.inside import etree, patterns

OFFICE = Path("/office")
# Readers that are loaded while nobody waits; the others are seldom wanted.
READERS = ("linter.sources.docx", "linter.sources.html", "pypdfium2", "linter.sources.page")


class CallReply(NamedTuple):
    """What a verb gives: plain data as JSON, the bytes of a file, and the settings if they have changed."""

    text: str
    data: bytes | None
    settings: str | None


def stand_in() -> None:
    """Put the stand-ins where lxml and regex are looked for, and let readers with a process of their own work here."""
    package = ModuleType("lxml")
    package.etree = etree  # type: ignore[attr-defined]  # a package made of one module
    sys.modules.update({"lxml": package, "lxml.etree": etree, "regex": patterns})
    from linter.sources import worker

    worker.ask = ask


def warm(module: str) -> None:
    """Load a module before it is wanted."""
    importlib.import_module(module)


def ask(module: str, data: bytes, form: str, *arguments: str) -> dict[str, Any]:
    """What a reader answers that elsewhere runs in a process of its own. Raises SourceError."""
    from linter.sources import SourceError

    before = sys.argv, sys.stdin, sys.stdout
    out = io.StringIO()
    sys.argv, sys.stdin, sys.stdout = [module, *arguments], io.TextIOWrapper(io.BytesIO(data)), out
    try:
        runpy.run_module(module, run_name="__main__")
    finally:
        sys.argv, sys.stdin, sys.stdout = before
    answer: dict[str, Any] = json.loads(out.getvalue())
    if "error" in answer:
        raise SourceError(f"{answer['error']} [{form}]")
    return answer


class Inside:
    """One desk, its settings in a folder of the worker's own."""

    def __init__(self) -> None:
        from linter.app.desk import Desk

        OFFICE.mkdir(exist_ok=True)
        self._desk = Desk(OFFICE)

    def call(self, verb: str, arguments: str, data: Any, settings: str | None) -> CallReply:
        """Do what the page asks, under the settings it keeps if they have changed elsewhere.

        ``data`` is an array of the page. A failure is data with the key ``error``.
        """
        from linter.app.downloads import Download
        from linter.app.verbs import call
        from linter.runs.writing import Failure

        if settings is not None:
            self._take(settings)
        before = self._settings()
        try:
            told = call(self._desk, verb, json.loads(arguments), _bytes(data))
        except Failure as error:
            return CallReply(json.dumps({"error": error.message}), None, None)
        after = self._settings()
        changed = after if after != before else None
        if isinstance(told, Download):
            return CallReply(json.dumps({"name": told.name, "media": told.media}), told.data, changed)
        return CallReply(json.dumps(told, ensure_ascii=False), None, changed)

    def versions(self, key: str) -> list[bytes]:
        """The bytes of an open document, as dropped and after each fix, for the page to keep."""
        return list(self._desk.draft(key).versions)

    def restore(self, key: str, name: str, versions: Any) -> None:
        """Open a document again under its key, in a worker that replaces another."""
        self._desk.restore(key, name, [_bytes(one) for one in versions])

    def _settings(self) -> str:
        return json.dumps({path.name: path.read_text("utf-8") for path in sorted(OFFICE.iterdir()) if path.is_file()})

    def _take(self, settings: str) -> None:
        """Put the files of the settings in place of those that are there."""
        wanted: dict[str, str] = json.loads(settings)
        for path in OFFICE.iterdir():
            if path.name not in wanted:
                path.unlink()
        for name, words in wanted.items():
            path = OFFICE / Path(name).name
            if not path.is_file() or path.read_text("utf-8") != words:
                path.write_text(words, "utf-8")
        self._desk.changed()


def _bytes(array: Any) -> bytes:
    """The bytes of an array of the page."""
    return bytes(array.to_py()) if array is not None else b""
