"""Compile all patterns of the package for the interpreter at hand: run when a wheel is built.

python -m linter.language.compiled FILE
"""

import marshal
import pkgutil
import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from linter.language import pattern as lazy
from linter.language.confusables import contexts
from linter.language.leading import leading_sets

# Where patterns are; whatever these import is searched as well.
HOMES = (
    *("linter.kernel.check", "linter.kernel.identity", "linter.kernel.fingerprint", "linter.structure", "linter.facts"),
    *(
        "linter.sources.html_blocks",
        "linter.sources.page_layout",
        "linter.reports.excerpt",
        "linter.pages.explain",
        "checks",
    ),
)

Entries = dict[tuple[str, int], tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]]


def entries(sources: list[tuple[str, int]]) -> Entries:
    """The arguments with which the engine builds each pattern, taken down while it is compiled."""
    from re import _compiler  # type: ignore[attr-defined]

    made: Entries = {}
    real = _compiler._sre  # noqa: SLF001 - the one door to the compiled form

    def record(pattern: str, flags: int, code: list[int], groups: int, names: dict[str, int], indexes: Any) -> Any:
        made[current] = (int(flags), array("I", code).tobytes(), groups, dict(names), tuple(indexes))
        return real.compile(pattern, flags, code, groups, names, indexes)

    _compiler._sre = SimpleNamespace(**{**vars(real), "compile": record})  # noqa: SLF001
    try:
        with leading_sets():
            for current in dict.fromkeys(sources):
                _compiler.compile(lazy.written(current[0]), current[1])
    finally:
        _compiler._sre = real  # noqa: SLF001
    return made


def sources(packages: Sequence[str]) -> list[tuple[str, int]]:
    """Pattern and flags of every lazy pattern in packages and all that they import of them, and of confusable words."""
    found: list[tuple[str, int]] = []
    for package in packages:
        _walk(package)
    roots = tuple({package.partition(".")[0] + "." for package in packages})
    for module in list(sys.modules.values()):
        if (module.__name__ or "").startswith(roots):
            for value in [*vars(module).values()]:
                found += _held(value)
    found += [(context, 0) for context in contexts()]
    return sorted(set(found))


def _held(value: object) -> Iterator[tuple[str, int]]:
    """The lazy patterns that a name of a module stands for: alone, in a table of rows, or held by what runs a row."""
    if isinstance(value, lazy._Lazy):  # noqa: SLF001
        yield value._source  # noqa: SLF001
    elif isinstance(value, tuple):
        for item in value:
            owner = getattr(item, "__self__", None)
            yield from _held(getattr(owner, "pattern", item))


def _walk(name: str) -> None:
    module = import_module(name)
    for info in pkgutil.iter_modules(getattr(module, "__path__", ())):
        _walk(f"{name}.{info.name}")


def pack(packages: Sequence[str]) -> bytes:
    """The store: the engine it is for, and the entries."""
    return marshal.dumps((lazy.engine(), entries(sources(packages))))


def main() -> None:
    """Write the store to the file named."""
    Path(sys.argv[1]).write_bytes(pack(HOMES))
    re.purge()


if __name__ == "__main__":
    main()
