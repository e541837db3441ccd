"""What is known of national acts from outside: how many articles they have, and the years of their changes."""

from __future__ import annotations

from functools import cache

from linter.facts.references.statutes import STATE
from linter.language.lexicon import rows
from linter.language.record import NamedTuple

__all__ = ["ACTS_END", "known_act"]

# The collection ends with this month; what was adopted later is not in it.
ACTS_END = (2025, 4)


class Act(NamedTuple):
    """An act: its last article in any version known (0 if not known), since when versions are known (ISO day, empty if
    from the first), and the years of its adoption and changes.
    """

    title: str
    last: int
    since: str
    years: frozenset[int]


@cache
def _acts() -> dict[str, Act]:
    return {
        title: Act(title, int(last or 0), since, frozenset(map(int, years.split())))
        for title, last, since, years in rows("law_articles.tsv")
    }


def known_act(title: str) -> Act | None:
    """The act of a title, with or without the name of the state; None if the list does not have it."""
    return _acts().get(title.removeprefix(STATE))
