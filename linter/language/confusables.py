"""Words that are taken for one another, each with the context in which it is wrong, and examples that tests run."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from linter.language.lexicon import rows
from linter.language.pattern import lazy
from linter.language.record import NamedTuple

# Wrong in its context whatever the style of the house; a form that is no word; two forms of one word, of which official
# texts prefer the second.
ConfusableKind = Literal["context", "slip", "variant"]


class Confusable(NamedTuple):
    """A wrong word, the right one, where it is wrong, and examples: ``bad`` are reported, ``good`` are not.

    ``before`` and ``after`` are patterns that must match next to the word, ``not_before`` and ``not_after`` such as must
    not, ``absent`` one that must match nowhere in the document. ``key`` names the entry: the two words, with a number if
    others are about the same two.
    """

    wrong: str
    right: str
    source: str
    zh: str
    en: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    before: str = ""
    after: str = ""
    not_before: str = ""
    not_after: str = ""
    absent: str = ""
    key: str = ""


@cache
def confusables(*kinds: ConfusableKind) -> tuple[Confusable, ...]:
    """The confusable words of some kinds."""
    met: dict[str, int] = {}
    found = []
    for kind, *cells in rows("confusables.tsv"):
        wrong, right, source, zh, en, bad, good, *around = ["" if cell == "-" else cell for cell in cells]
        pair = f"{wrong}→{right}"
        met[pair] = number = met.get(pair, 0) + 1
        if kind in kinds:
            before, after, not_before, not_after, absent = (*around, "")[:5]
            key = pair if number == 1 else f"{pair}{number}"
            examples = _examples(bad), _examples(good)
            context = before, after, not_before, not_after, absent
            found.append(Confusable(wrong, right, source, zh, en, *examples, *context, key))
    return tuple(found)


@cache
def ending(context: str) -> re.Pattern[str]:
    """The pattern of what must stand before a word, to be searched for at the end of what does."""
    return lazy(_ended(context))


@cache
def beginning(context: str) -> re.Pattern[str]:
    """The pattern of what must stand behind a word."""
    return lazy(context)


def contexts() -> list[str]:
    """The patterns of all contexts, as they are written here."""
    found: list[str] = []
    for entry in confusables("context", "slip", "variant"):
        found += [_ended(one) for one in (entry.before, entry.not_before) if one]
        found += [one for one in (entry.after, entry.not_after, entry.absent) if one]
    return found


def _ended(context: str) -> str:
    return f"(?:{context})$"


def _examples(words: str) -> tuple[str, ...]:
    return tuple(words.split(" / ")) if words else ()
