"""A fact: what a document says, extracted once, lazily, and shared by all checks.

A fact is a function of a document (or of an issue) with a name. ``document.read(fact)`` computes it once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from linter.kernel.finding import Label

T = TypeVar("T")


@dataclass(frozen=True, eq=False, slots=True)
class Fact(Generic[T]):
    """A named extractor. Identity is the key of the cache; ``label`` as in ``Seen``."""

    name: str
    extract: Callable[[Any], T]
    label: Label | None = None


def fact(name: str, zh: str = "", en: str = "") -> Callable[[Callable[[Any], T]], Fact[T]]:
    """Make a function of a document the extractor of the fact ``name`` (the word of ``gazette-lint facts --kind``).

    ``zh`` and ``en`` stand behind the number of what was recognised (个日期, dates), where a report shall tell it.
    """
    label = Label(zh, en) if zh else None
    return lambda extract: Fact(name, extract, label)
