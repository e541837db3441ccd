"""A fact: what a document says, extracted once, lazily, and shared by all checks.

A fact is a function of a document (or of an issue) with a name. ``document.read(fact)`` computes it once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from linter.language.label import Label

__all__ = ["Fact", "fact"]

T = TypeVar("T")


class Fact(Generic[T]):
    """A named extractor. Identity is the key of the cache; ``label`` as in ``Seen``."""

    __slots__ = ("extract", "label", "name")

    def __init__(self, name: str, extract: Callable[[Any], T], label: Label | None = None) -> None:
        self.name = name
        self.extract = extract
        self.label = label


def fact(name: str, zh: str = "", en: str = "") -> Callable[[Callable[[Any], T]], Fact[T]]:
    """Make a function of a document the extractor of the fact ``name`` (the word of ``gazette-lint facts --kind``).

    ``zh`` and ``en`` stand behind the number of what was recognised (个日期, date|dates), where a report shall tell it.
    """
    label = Label(zh, en) if zh else None
    return lambda extract: Fact(name, extract, label)


class FactHolder:
    """What facts are read of, each extracted once."""

    def __init__(self) -> None:
        self._facts: dict[Any, Any] = {}

    def read(self, fact: Fact[T]) -> T:
        """The value of a fact, extracted on the first call."""
        try:
            value: T = self._facts[fact]
        except KeyError:
            value = self._facts[fact] = fact.extract(self)
        return value
