"""Find the checks: every pack enters through the entry-point group ``gazette_lint.checks``, the built-in one too.

Installed entry points of one group, as the packaging specifications lay them down on disk.

``importlib.metadata`` says the same, but its import alone takes a twentieth of the time in which a whole gazette is
checked: it brings in archives, mail headers and sockets. Here only names, values and versions are read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from linter.kernel.check import Check
from linter.kernel.packs import checks_of
from linter.language import NamedTuple
from linter.limits import failure

GROUP = "gazette_lint.checks"
# The pack whose letters (TH, LV, …) other packs may not use, so that its next code is never taken.
BUILTIN = "builtin"


class RegistryError(Exception):
    """A pack that cannot be used, or a name nobody has; the message is one line."""


class Pack(NamedTuple):
    """An installed set of checks: name, version, and the checks in order of code."""

    name: str
    version: str
    checks: tuple[Check, ...]


class Registry(NamedTuple):
    """All checks by code and by name."""

    packs: tuple[Pack, ...]
    by_code: dict[str, Check]
    by_name: dict[str, Check]

    @property
    def checks(self) -> tuple[Check, ...]:
        """All checks in order of code."""
        return tuple(self.by_code[code] for code in sorted(self.by_code))

    def resolve(self, word: str) -> tuple[Check, ...]:
        """The checks that ``find`` finds. Raises RegistryError with a suggestion if there is none."""
        found = self.find(word)
        if not found:
            raise RegistryError(f"没有名为 {word} 的检查{self.suggest(word)}")
        return found

    def find(self, word: str) -> tuple[Check, ...]:
        """The checks that a code, a name, a family prefix, a severity or ``all`` selects; none for other words."""
        if word.lower() == "all":
            return self.checks
        found = self.by_code.get(word.upper()) or self.by_name.get(word.lower())
        if found:
            return (found,)
        return tuple(
            check
            for check in self.checks
            if word and (check.code.startswith(word.upper()) or check.severity == word.lower())
        )

    def codes_of(self, word: str) -> frozenset[str]:
        """The codes that a word selects, none if it selects nothing."""
        return frozenset(check.code for check in self.find(word))

    def suggest(self, word: str) -> str:
        """“did you mean” for an unknown word, or nothing."""
        import difflib

        near = difflib.get_close_matches(word.upper(), list(self.by_code), 1, 0.7) or difflib.get_close_matches(
            word.lower(), list(self.by_name), 1, 0.6
        )
        return f"，是否指 {near[0]}？(did you mean {near[0]}?)" if near else f" (unknown check {word})"


def load(extra: Iterable[Pack] = ()) -> Registry:
    """Load every installed pack. Raises RegistryError that names a pack which fails, or a code used twice."""
    packs = [_pack(entry) for entry in entries(GROUP)]
    return build([*packs, *extra])


def build(packs: Iterable[Pack]) -> Registry:
    """A registry of packs. Raises RegistryError if a code or name is used twice, or a family of the built-in pack."""
    packs = tuple(packs)
    own = {check.family for pack in packs if pack.name == BUILTIN for check in pack.checks}
    by_code: dict[str, Check] = {}
    by_name: dict[str, Check] = {}
    for pack in packs:
        for check in pack.checks:
            if pack.name != BUILTIN and check.family in own:
                raise RegistryError(f"{pack.name}：{check.code} 的字母 {check.family} 归内置检查使用 (reserved prefix)")
            for table, key in ((by_code, check.code), (by_name, check.name)):
                other = table.setdefault(key, check)
                if other is not check:
                    raise RegistryError(f"检查 {key} 重复：{other.module} 与 {check.module} (duplicate check {key})")
    return Registry(packs, by_code, by_name)


def _pack(entry: EntryPoint) -> Pack:
    try:
        module = entry.load()
        checks = checks_of(module)
    except (Exception, SystemExit) as error:
        raise RegistryError(f"检查包 {entry.name} ({entry.value}) 无法载入 (cannot load): {failure(error)}") from error
    return Pack(entry.name, entry.version, checks)


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
