"""What the result of a document depends on, as one key: its bytes and how they are read, the checks and their code.

Code is known by the names, sizes and times of its files: whoever edits a check in a checkout never gets what the old
one found.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath
from typing import Any

from linter import __version__
from linter.kernel.check import Check
from linter.settings.recipe import Recipe
from linter.settings.workspace import Plan
from linter.sources.readers import READERS
from linter.sources.sniff import reader_of

# Readers that need no other package; what the others read depends on the versions of these.
_OWN = frozenset(("plain", "markdown", "odt", "ofd", "rtf"))
_PACKAGES = ("lxml", "msdoc2docx", "pypdfium2", "rapidocr", "onnxruntime", "openpyxl", "xlrd")


class Keys:
    """The keys of a run under one recipe."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._plans: dict[int, tuple[Plan, bytes]] = {}
        self._packages: list[str] | None = None

    def key(self, data: bytes, name: str, plan: Plan) -> bytes | None:
        """The key of a document called ``name``; None where its result depends on what is not known here."""
        suffix = PurePath(name).suffix.lower()
        reader = reader_of(data, suffix) or READERS.get(suffix, "plain")
        if reader == "legacy" and plan.settings.convert:
            return None  # LibreOffice may read it, in whatever version
        packages = [] if reader in _OWN else self._versions()
        parts = [self._plan(plan), hashlib.sha256(data).digest(), _words([suffix, reader, packages])]
        return hashlib.sha256(b"".join(parts)).digest()

    def _plan(self, plan: Plan) -> bytes:
        if id(plan) not in self._plans:
            self._plans[id(plan)] = plan, self._digest(plan)
        return self._plans[id(plan)][1]

    def _digest(self, plan: Plan) -> bytes:
        """Of the tool, the code of all checks, the checks in force and their options, the office, and how is read."""
        told = (settings_digest(plan), sys.version_info[:3], unicodedata.unidata_version)
        files = [_stamps(path) for path in sorted(set(self._code(plan)))]
        return hashlib.sha256(_words([told, files])).digest()

    def _code(self, plan: Plan) -> Iterator[Path]:
        """The folders and files that the checks of a plan are made of."""
        yield Path(__file__).parent.parent
        yield from _homes(plan.registry.by_code.values())
        if self._recipe.loose:
            yield self._recipe.loose.absolute()
        for layer in plan.project.every_layer() if plan.project else ():
            rules = layer.node.get("rules")
            yield from (layer.root / word.text for word in (rules.listed() if rules else ()))

    def _versions(self) -> list[str]:
        if self._packages is None:
            from importlib.metadata import PackageNotFoundError, version

            self._packages = []
            for package in _PACKAGES:
                try:
                    self._packages.append(f"{package} {version(package)}")
                except PackageNotFoundError:
                    self._packages.append(package)
        return self._packages


def settings_digest(plan: Plan) -> str:
    """Of the version of the tool and its packs, the checks in force and their options, the office, how is read."""
    settings = plan.settings
    active = [(item.check.code, item.severity, item.options) for item in plan.active]
    packs = [(pack.name, pack.version) for pack in plan.registry.packs]
    how = (settings.how.changes, settings.how.convert)
    return hashlib.sha256(_words([__version__, packs, active, settings.office, how])).hexdigest()


def _homes(checks: Iterable[Check]) -> Iterator[Path]:
    """The top folder or file of each package that has checks."""
    for name in {check.module.partition(".")[0] for check in checks}:
        module = sys.modules.get(name)
        yield from map(Path, getattr(module, "__path__", ()))
        if file := getattr(module, "__file__", None):
            yield Path(file)


def _stamps(path: Path) -> list[tuple[str, int, int]]:
    """Name, size and time of a file, or of every file below a folder but what Python compiled."""
    if not path.is_dir():
        return [_stamp(path)] if path.exists() else []
    found = []
    for top, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        found += [_stamp(Path(top, name)) for name in sorted(names)]
    return found


def _stamp(path: Path) -> tuple[str, int, int]:
    known = path.stat()
    return str(path), known.st_size, known.st_mtime_ns


def _words(value: Any) -> bytes:
    """A value as bytes that are the same in every process."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return sorted(([_plain(key), _plain(item)] for key, item in value.items()), key=repr)
    if isinstance(value, AbstractSet):
        return sorted((_plain(item) for item in value), key=repr)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool) or value is None else repr(value)
