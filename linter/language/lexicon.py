"""The words of official Chinese, in files beside this module: a row a word, with its source.

Reading thirty lists takes longer than checking a page. The wheel therefore carries what is made of them in one file
(see ``generate/stores.py``); a source tree reads the lists.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from linter.language.record import NamedTuple

WORDS = Path(__file__).with_name("words")
# Beside this module in a wheel: the classes, what limits their words, and the rows of the other lists.
STORE = "words.bin"
# The first line of a list of word classes. The two sentences show the word where it counts and where it does not; ‹ ›
# enclose there a longer run of characters within which the word never counts: 由‹公安排›查 is no 安排.
HEADER = "word\tclass\tsource\tcounts\tnot"


class Word(NamedTuple):
    """A word of a class, where it was read, a sentence in which it counts, and one in which it does not.

    ``longer`` are the characters within which it does not count, wherever they stand; none if its place decides.
    """

    text: str
    kind: str
    source: str
    counts: str
    silent: str
    longer: str = ""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a list of words, row by row; lines that begin with ``#`` and empty ones are left out.

    Raises OSError if there is no such list.
    """
    if kept := _store().get(name):
        return tuple(marshal.loads(kept))  # noqa: S302 - written by the build of this very package
    lines = (WORDS / name).read_text("utf-8").splitlines()
    return tuple([tuple(line.split("\t")) for line in lines if line and not line.startswith("#")])


def scales(group: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The vocabularies of degrees of a group by name: their degrees from the worst, greatest or best down, in words."""
    return {
        name: tuple([tuple(degree.split()) if degree != "-" else () for degree in degrees])
        for kind, name, *degrees in rows("scales.tsv")
        if kind == group
    }


def words(kind: str) -> frozenset[str]:
    """The words of a class. Raises KeyError if there is no such class."""
    return classes()[kind]


def members(name: str) -> frozenset[str]:
    """The characters or words of a set of ``sets.tsv``. Raises KeyError if there is no such set."""
    return sets()[name]


@cache
def sets() -> dict[str, frozenset[str]]:
    """The sets of ``sets.tsv`` by name."""
    return {name: frozenset(some.split(" ") if " " in some else some) for name, some in rows("sets.tsv")}


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of words by name."""
    if kept := _store().get("classes"):
        members: dict[str, tuple[str, ...]] = marshal.loads(kept)  # noqa: S302 - written by the build of this package
        return {kind: frozenset(some) for kind, some in members.items()}
    found: dict[str, set[str]] = {}
    for line in _lines():
        word, kind, _ = line.split("\t", 2)
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(members) for kind, members in found.items()}


@cache
def limits() -> dict[str, dict[str, str]]:
    """By class and word, the assertion behind a word that does not count within a longer run of characters."""
    if kept := _store().get("limits"):
        return dict(marshal.loads(kept))  # noqa: S302 - written by the build of this very package
    found: dict[str, dict[str, str]] = {}
    for word in map(_word, (line for line in _lines() if "‹" in line)):
        found.setdefault(word.kind, {})[word.text] = _outside(word.text, word.longer)
    return found


@cache
def _store() -> dict[str, bytes]:
    """The store that came with the package, empty without one."""
    try:
        return unpack(Path(__file__).with_name(STORE).read_bytes())
    except OSError:
        return {}


def unpack(data: bytes) -> dict[str, bytes]:
    """What a store holds by name, each to be unpacked when it is asked for; nothing if it is damaged."""
    try:
        kept = marshal.loads(data)  # noqa: S302 - written by the build of this very package
    except (EOFError, ValueError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def gathered() -> bytes:
    """The store: what the lists say, the same bytes each time."""
    others = {path.name for path in WORDS.iterdir() if path.suffix in (".tsv", ".txt")} - {
        path.name for path in _lists()
    }
    members = {kind: tuple(sorted(some)) for kind, some in classes().items()}
    kept: dict[str, Any] = {"classes": members, "limits": limits(), **{name: rows(name) for name in sorted(others)}}
    # Later versions of the format write down which objects are shared, which is not the same in every run.
    return marshal.dumps({name: marshal.dumps(value, 2) for name, value in kept.items()}, 2)


def _outside(word: str, longer: str) -> str:
    """What must hold behind the word: that it is not the one in the longer run."""
    before, _, behind = longer.partition(word)
    if not behind:
        return f"(?<!{longer})"
    return f"(?!{behind})" if not before else f"(?!(?<={before}{word}){behind})"


def meanings() -> dict[str, str]:
    """What each class is, as the heads of the lists say."""
    heads = [line for path in _lists() for line in path.read_text("utf-8").splitlines() if line.startswith("# ")]
    return {kind: meaning for kind, _, meaning in (head[2:].partition(": ") for head in heads) if meaning}


def entries() -> Iterator[Word]:
    """Every row of every list of word classes."""
    return map(_word, _lines())


def _word(line: str) -> Word:
    text, kind, source, counts, silent = line.split("\t")
    longer = silent[silent.index("‹") + 1 : silent.index("›")] if "‹" in silent else ""
    return Word(text, kind, source, counts, silent.replace("‹", "").replace("›", ""), longer)


@cache
def _lines() -> tuple[str, ...]:
    """The rows of all lists of word classes."""
    lines = [line for path in _lists() for line in path.read_text("utf-8").splitlines()[1:]]
    return tuple(line for line in lines if line and not line.startswith("#"))


def _lists() -> Iterator[Path]:
    for path in sorted(WORDS.glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            if file.readline() == HEADER + "\n":
                yield path
