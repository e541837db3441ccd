r"""Patterns that name classes of words, compiled when they are first used or when the package was built.

``{ACT}`` in a pattern stands for the words of that class (``linter.language.lexicon``), the longest first, each where it
is not part of a longer run that its row names; within ``[…]`` for its characters. ``\d`` stands for the ten digits, of
full width too: for those of other scripts the engine would ask the table of all characters at each character.

Compiling the three hundred patterns that a gazette needs takes a fifth of its run. The wheel therefore carries their
compiled form (see ``linter.language.compiled``) for the interpreter that built it; any other interpreter, and a source tree,
compiles them as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

__all__ = ["extend", "last_characters", "lazy", "remembered", "sought"]

Function = TypeVar("Function", bound=Callable[..., Any])
# Beside this module in a wheel: the engine it is for, then by pattern and flags the arguments of the constructor.
STORE = "patterns.bin"
_METHODS = ("match", "search", "finditer", "fullmatch", "findall", "split", "sub", "pattern")
# What matters in a pattern: an escaped character, the ends of a set of characters, the name of a class.
_TOKENS = r"(?s)\\.|\[\^?\]?|\]|\{[A-Z][A-Z_]*\}|[^\\\[\]{]+|\{"
_DIGITS = "0-9０-９"
# Brackets that open at the head of a pattern.
_OPENED = r"(?:\((?:\?:|\?P<\w+>)?)*"

# The patterns that may name classes, what was remembered of them, and the words the office at hand adds to classes.
_NAMING: list[_Lazy] = []
_REMEMBERED: list[Callable[[], None]] = []
_added: Mapping[str, frozenset[str]] = {}


class _Lazy:
    """Stands for a compiled pattern: the first use compiles it and binds its methods, later ones cost nothing."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)
        if "{" in pattern:
            _NAMING.append(self)

    def __getattr__(self, name: str) -> Any:
        pattern, flags = self._source
        plain = _added.keys().isdisjoint(named(pattern)) if _added else True
        compiled = (stored(pattern, flags) if plain else None) or re.compile(written(pattern), flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that may name classes of words, compiled when it is first used.

    Raises re.error then, not now; KeyError if there is no such class.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, int(flags)))


def extend(added: Mapping[str, frozenset[str]]) -> None:
    """Let an office's own words count in classes, in place of those of the office before.

    The patterns that name one of these classes are compiled anew when they are next used.
    """
    global _added  # noqa: PLW0603 - one office at a time, and patterns belong to modules
    changed = {kind for kind in {*added, *_added} if added.get(kind) != _added.get(kind)}
    _added = added
    for forget in _REMEMBERED if changed else ():
        forget()
    for one in _NAMING if changed else ():
        if not changed.isdisjoint(named(one._source[0])):  # noqa: SLF001 - of this module
            for method in _METHODS:
                vars(one).pop(method, None)


def remembered(size: int) -> Callable[[Function], Function]:
    """Let a function of words remember its last ``size`` answers: lines, cells and names recur. It may use patterns.

    What it remembers is dropped when an office changes what patterns mean.
    """

    def remember(function: Function) -> Function:
        remembering = lru_cache(maxsize=size)(function)
        _REMEMBERED.append(remembering.cache_clear)
        return cast("Function", remembering)

    return remember


@remembered(32)
def last_characters(alternatives: str) -> frozenset[str]:
    """The characters in which words and classes of words end that ``|`` parts."""
    words = [words_of(one[1:-1]) if one[0] == "{" else {one} for one in alternatives.split("|")]
    return frozenset(word[-1] for some in words for word in some)


def sought(pattern: re.Pattern[str], hint: re.Pattern[str], text: str, reach: int) -> Iterator[re.Match[str]]:
    """The matches of a slow pattern in order, sought no further than ``reach`` characters from those of a quick one.

    Each match, with what stands before and behind it, must be around a match of ``hint``.
    """
    done = 0
    for place in hint.finditer(text):
        for match in pattern.finditer(text, max(place.start() - reach, done), place.end() + reach):
            done = match.end()
            yield match


def named(pattern: str) -> list[str]:
    """The classes that a pattern names."""
    return re.findall(r"\{([A-Z][A-Z_]*)\}", pattern)


def words_of(kind: str) -> frozenset[str]:
    """The words of a class, with those of the office at hand. Raises KeyError if there is no such class."""
    from linter.language import lexicon

    return lexicon.words(kind) | _added.get(kind, frozenset())


def written(pattern: str, words: Callable[[str], Iterable[str]] = words_of) -> str:
    """A pattern with its classes and digits written out. Raises KeyError for a class there is not, ValueError for words in ``[…]``."""
    if not named(pattern) and r"\d" not in pattern:
        return pattern
    from linter.language.lexicon import limits

    whole, inside = "", False
    for piece in re.findall(_TOKENS, pattern):
        if len(piece) > 1 and piece[0] == "{":
            kind = piece[1:-1]
            piece = (  # noqa: PLW2901 - spelled out
                _characters(words(kind))
                if inside
                else _alternation(words(kind), limits().get(kind, {}), leads=re.fullmatch(_OPENED, whole) is not None)
            )
        elif piece == r"\d":
            piece = _DIGITS if inside else f"[{_DIGITS}]"  # noqa: PLW2901 - spelled out
        elif inside:
            inside = piece != "]"
        else:
            inside = piece.startswith("[")
        whole += piece
    return whole


def _characters(words: Iterable[str]) -> str:
    """Single characters, for a set of them."""
    if longer := sorted(word for word in words if len(word) > 1):
        raise ValueError(f"words in a set of characters: {longer}")
    return "".join(sorted(words))


def _alternation(words: Iterable[str], limits: Mapping[str, str], *, leads: bool = False) -> str:
    """The longest words first, then a set of the single characters; behind a word what must hold there.

    Where a class leads a pattern the single characters stand each for itself: the engine then passes what begins no word.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    single = "".join(word for word in ordered if len(word) == 1 and word not in limits)
    longer = [word + limits.get(word, "") for word in ordered if len(word) > 1 or word in limits]
    if not longer:
        return f"[{single}]"
    singles = single if leads else [f"[{single}]"] if single else []
    return f"(?:{'|'.join([*longer, *singles])})"


def stored(pattern: str, flags: int) -> re.Pattern[str] | None:
    """The pattern from the store; None if it is not there, or was made by another engine."""
    entry = _store().get((pattern, flags))
    if entry is None:
        return None
    import _sre  # type: ignore[import-not-found]

    own_flags, code, groups, names, indexes = entry
    try:
        # The engine checks the code itself and refuses what it did not make.
        return cast(
            "re.Pattern[str]", _sre.compile(pattern, own_flags, array("I", code).tolist(), groups, names, indexes)
        )
    except (RuntimeError, TypeError, ValueError):
        return None


@cache
def _store() -> dict[tuple[str, int], tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]]:
    """The store that came with the package; empty without one, or with one of another engine."""
    try:
        return unpack(Path(__file__).with_name(STORE).read_bytes())
    except OSError:
        return {}


def engine() -> tuple[str, int, int]:
    """What the compiled form depends on: the interpreter, its version, and the magic number of its pattern engine."""
    from re import _compiler  # type: ignore[attr-defined]

    return sys.implementation.cache_tag or "", sys.hexversion, int(_compiler.MAGIC)


def unpack(data: bytes) -> dict[Any, Any]:
    """The entries of a store; none if it was made by another engine or is damaged."""
    try:
        made_by, entries = marshal.loads(data)  # noqa: S302 - written by the build of this very package
    except (EOFError, ValueError, TypeError):
        return {}
    return entries if made_by == engine() and isinstance(entries, dict) else {}
