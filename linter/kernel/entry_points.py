"""Installed entry points of one group, as the packaging specifications lay them down on disk.

``importlib.metadata`` says the same, but its import alone takes a twentieth of the time in which a whole gazette is
checked: it brings in archives, mail headers and sockets. Here only names, values and versions are read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from linter.language.record import NamedTuple

_FOLDERS = (".dist-info", ".egg-info")
_FILE = "entry_points.txt"


class EntryPoint(NamedTuple):
    """One entry point: its name, what it names (``package.module`` or ``package.module:attribute``), whose it is."""

    name: str
    value: str
    version: str

    def load(self) -> Any:
        """Import what it names. Raises whatever the import raises."""
        module, _, attributes = self.value.partition(":")
        found: Any = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def entries(group: str) -> list[EntryPoint]:
    """The entry points of a group, by name. Of a distribution found twice on the path the first counts."""
    found: dict[str, list[EntryPoint]] = {}
    for folder in dict.fromkeys(sys.path):
        for distribution in _distributions(folder or "."):
            name, version = _identity(distribution.name)
            if name not in found:
                found[name] = list(_read(distribution / _FILE, group, version))
    return sorted(entry for several in found.values() for entry in several)


def _distributions(folder: str) -> list[Path]:
    """The metadata folders in a folder of the path that have entry points at all."""
    try:
        names = [name for name in os.listdir(folder) if name.endswith(_FOLDERS)]  # noqa: PTH208 - Path is slower
    except OSError:
        return []
    return [Path(folder, name) for name in sorted(names) if os.path.isfile(os.path.join(folder, name, _FILE))]  # noqa: PTH113, PTH118


def _identity(folder: str) -> tuple[str, str]:
    """Name and version in the name of a metadata folder: ``gazette_lint-0.1.0.dist-info``."""
    name, _, version = folder.rpartition(".")[0].partition("-")
    return name.lower().replace("-", "_").replace(".", "_"), version.partition("-py")[0]


def _read(path: Path, group: str, version: str) -> Iterator[EntryPoint]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return
    inside = False
    for line in text.splitlines() if group in text else ():
        words = line.strip()
        if words.startswith("["):
            inside = words == f"[{group}]"
        elif inside and "=" in words and not words.startswith(("#", ";")):
            name, _, value = words.partition("=")
            yield EntryPoint(name.strip(), value.partition("[")[0].strip(), version)
