"""Where a document writes a confusable word in the context that makes it wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cache

from linter.facts.base import as_number
from linter.language.confusables import Confusable, beginning, ending
from linter.language.record import NamedTuple

__all__ = ["Confusion", "confusions"]

# How far a context pattern may look before a word, in characters.
_BEFORE = 24


class Confusion(NamedTuple):
    """A wrong word at ``start`` of the text."""

    start: int
    entry: Confusable

    @property
    def end(self) -> int:
        """The offset behind the word."""
        return self.start + len(self.entry.wrong)


def confusions(
    text: str, table: Iterable[Confusable], lawful: Iterable[str] = (), present: Container[int] | None = None
) -> Iterator[Confusion]:
    """The entries of ``table`` that ``text`` holds in their context, but for those inside a lawful word.

    Linear: a word costs a substring search if its first two characters are among the pairs that are ``present``, and a
    pattern only where it stands.
    """
    by_word: defaultdict[str, list[Confusable]] = defaultdict(list)
    for entry in table:
        if present is None or len(entry.wrong) < 2 or _beginning(entry.wrong) in present:
            by_word[entry.wrong].append(entry)
    for wrong, entries in by_word.items():
        at = text.find(wrong)
        while at >= 0:
            found = next((entry for entry in entries if holds(text, at, entry)), None)
            if found and not _inside(text, at, at + len(wrong), lawful):
                yield Confusion(at, found)
            at = text.find(wrong, at + len(wrong))


def holds(text: str, at: int, entry: Confusable) -> bool:
    """Whether an entry's context holds where its word stands in the text."""
    end = at + len(entry.wrong)
    head = text[max(0, at - _BEFORE) : at]
    if entry.before and not ending(entry.before).search(head):
        return False
    if entry.not_before and ending(entry.not_before).search(head):
        return False
    if entry.after and not beginning(entry.after).match(text, end):
        return False
    return not (entry.not_after and beginning(entry.not_after).match(text, end))


@cache
def _beginning(word: str) -> int:
    return as_number(word)


def _inside(text: str, start: int, end: int, lawful: Iterable[str]) -> bool:
    """Whether a lawful word stands around text[start:end]."""
    for word in lawful:
        at = text.find(word, max(0, end - len(word)), start + len(word))
        if 0 <= at <= start and end <= at + len(word):
            return True
    return False
