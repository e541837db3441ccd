"""The characters with which what a pattern matches can begin.

The engine passes quickly over characters that begin no match, but only for patterns that start with a set or with plain
words. Most of ours start with a group, a repetition or a look behind, and are then tried at every character. Here the
whole pattern is looked at, when the package is built.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from re import _compiler, _constants  # type: ignore[attr-defined]
from typing import Any

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
