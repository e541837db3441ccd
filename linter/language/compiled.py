"""Compile all patterns of the package for the interpreter at hand: run when a wheel is built.

The characters with which what a pattern matches can begin.

The engine passes quickly over characters that begin no match, but only for patterns that start with a set or with plain
words. Most of ours start with a group, a repetition or a look behind, and are then tried at every character. Here the
whole pattern is looked at, when the package is built.
"""

import marshal
import pkgutil
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from re import _compiler, _constants  # type: ignore[attr-defined]
from types import SimpleNamespace
from typing import Any

from linter.language import pattern as lazy
from linter.language.confusables import contexts

# Where patterns are; whatever these import is searched as well.
HOMES = (
    *("linter.kernel.check", "linter.kernel.identity", "linter.kernel.fingerprint", "linter.structure", "linter.facts"),
    *(
        "linter.kernel.quoted",
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
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
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

# Items of a set, as the engine has them, and whether nothing may be matched; None where any character may come first.
_Leading = tuple[list[Any], bool] | None
_NOTHING_READ = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


@contextmanager
def leading_sets() -> Iterator[None]:
    """Let the engine know, in what it compiles meanwhile, the characters that lead a pattern."""
    own = _compiler._get_charset_prefix  # noqa: SLF001 - the one door to it

    def known(pattern: Any, flags: int) -> list[Any] | None:
        return own(pattern, flags) or (None if flags & _constants.SRE_FLAG_IGNORECASE else leading(pattern))

    _compiler._get_charset_prefix = known  # noqa: SLF001
    try:
        yield
    finally:
        _compiler._get_charset_prefix = own  # noqa: SLF001


def leading(pattern: Any) -> list[Any] | None:
    """The items of the set of characters that can begin a match of a parsed pattern; None if any can, or none need."""
    found = _sequence(pattern.data)
    return list(dict.fromkeys(found[0])) if found and not found[1] else None


def _sequence(steps: Iterable[tuple[Any, Any]]) -> _Leading:
    """What leads steps one behind the other: the first of them, and the next while they may match nothing."""
    items: list[Any] = []
    for name, argument in steps:
        if name in _NOTHING_READ:
            continue
        found = _step(name, argument)
        if found is None:
            return None
        items += found[0]
        if not found[1]:
            return items, False
    return items, True


def _step(name: Any, argument: Any) -> _Leading:
    known: dict[Any, Callable[[], _Leading]] = {
        _constants.LITERAL: lambda: ([(name, argument)], False),
        _constants.IN: lambda: None if argument[0][0] is _constants.NEGATE else (list(argument), False),
        _constants.BRANCH: lambda: _branches(argument[1]),
        _constants.SUBPATTERN: lambda: None if argument[1] or argument[2] else _sequence(argument[3]),
        _constants.ATOMIC_GROUP: lambda: _sequence(argument),
        **dict.fromkeys(_REPEATS, lambda: _repeat(argument)),
    }
    return known[name]() if name in known else None


def _branches(branches: Iterable[Any]) -> _Leading:
    found = [_sequence(branch) for branch in branches]
    sure = [one for one in found if one is not None]
    if len(sure) < len(found):
        return None
    return [item for items, _ in sure for item in items], any(empty for _, empty in sure)


def _repeat(argument: Any) -> _Leading:
    least, _, steps = argument
    found = _sequence(steps)
    return found and (found[0], found[1] or least == 0)
