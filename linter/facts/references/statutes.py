"""Known acts: titles of laws and regulations, and acts that are no longer in force.

The lists are files of ``linter/language/words``; titles stand without the name of the state.

What is known of national acts from outside: how many articles they have, and the years of their changes.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from linter.language import NamedTuple, lexicon, subsequence, vocabulary
from linter.language.lexicon import rows
from linter.language.likeness import alike

__all__ = ["ACTS_END", "STATE", "known_act", "repealed"]

STATE = "中华人民共和国"
# A character that makes another thing of a law: its draft, a code, a book on it.
_MAKES_ANOTHER = frozenset("案典解释学论新旧副正本")
# A short form that keeps less of the title is no slip for it.
_MOST_LEFT_OUT = 4
# What must be left of the name of the state, and of what follows it.
_STATE_LEAST, _REST_LEAST = 4, 3


class Repealed(NamedTuple):
    """An act that ended: title or number, the first day (ISO) on which it was not in force, and what ended it."""

    name: str
    since: str
    basis: str


@cache
def statutes() -> frozenset[str]:
    """The titles of known laws and administrative regulations, in force or once in force."""
    return frozenset([row[0] for row in rows("statutes.txt")])


@cache
def repealed() -> dict[str, Repealed]:
    """Acts no longer in force, by title or document number."""
    return {row[0]: Repealed(*row) for row in rows("repealed.tsv")}


def is_statute(title: str) -> bool:
    """Whether a title, with or without the name of the state, is that of a known act."""
    return title.removeprefix(STATE) in statutes()


@cache
def _shortened(kind: str, least: int) -> dict[str, str]:
    """Every known act of a kind with one character left out, to find it from a title that is one character off."""
    acts = [title for title in statutes() if title.endswith(kind) and len(title) >= least]
    return {title[:at] + title[at + 1 :]: title for title in acts for at in range(len(title))}


def _mistaken(words: str) -> str:
    """The known regulation of which words have one character that is like the right one: 防讯条例."""
    index = _shortened("条例", len("防汛条例"))
    for at, wrong in enumerate(words):
        known = index.get(words[:at] + words[at + 1 :], "")
        if len(known) == len(words) and known[:at] == words[:at] and alike(known[at], wrong):
            return known
    return ""


def _spoilt(words: str) -> str:
    """The one known law of a short title of which one character makes no word: 森材法, but not 电信法."""
    if not words.endswith("法") or vocabulary.known(words[:-1]):
        return ""
    laws = [law for law in statutes() if len(law) == len(words) and sum(map(str.__ne__, law, words)) == 1]
    return laws[0] if len(laws) == 1 and laws[0].endswith("法") else ""


def _clipped(words: str) -> str:
    """The one known law that words leave two to four characters out of (税收征管法), or nothing."""
    found = ""
    for law in statutes():
        short = 2 <= len(law) - len(words) <= _MOST_LEFT_OUT
        if short and law[0] == words[0] and law.endswith("法") and subsequence(words, law):
            if found:
                return ""
            found = law
    return found


def _state_cut(title: str) -> str:
    """The one known law whose title lacks a few characters in a row, the first of them of the state's name.

    中华人民共和行政诉讼法 lacks 国, 中华人民共物防疫法 和国动.
    """
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(title, STATE, strict=False)))
    if same < _STATE_LEAST:
        return ""
    rest = title[same:]
    laws = [law for law in statutes() if (STATE + law).endswith(rest)]
    near = [law for law in laws if 0 < len(STATE) + len(law) - len(title) <= _MOST_LEFT_OUT]
    return STATE + near[0] if len(near) == 1 and len(rest) >= _REST_LEAST else ""


def _state_short(title: str) -> str:
    """The known law whose title lacks one character of the state's name: 中华人共和国慈善法."""
    short = len(STATE) - 1
    law = title[short:]
    lacks = any(title[:short] == STATE[:at] + STATE[at + 1 :] for at in range(len(STATE)))
    return STATE + law if lacks and law in statutes() else ""


def _without_one(words: str) -> str:
    """The known law that words hold one character more than: …污染环境防治法五."""
    shorter = (words[:at] + words[at + 1 :] for at in range(len(words)) if words[at] not in _MAKES_ANOTHER)
    return next((title for title in shorter if title in statutes() and title.endswith("法")), "")


def _without_general(words: str) -> str:
    """The known law that words hold a general word more than: 渔业管理法."""
    shorter = (words.replace(word, "", 1) for word in lexicon.words("GENERAL_WORD") if word in words)
    return next((title for title in shorter if title in statutes() and title.endswith("法")), "")


def near_statute(title: str) -> str:
    """The known law that a title of the state differs from by one character, more or less, or cuts short."""
    words = title.removeprefix(STATE)
    if words == title:
        named, rest = title[: len(STATE)], title[len(STATE) :]
        slips = sum(1 for one, other in zip(named, STATE, strict=False) if one != other)
        if slips == 1 and rest in statutes():
            return STATE + rest
        return _state_short(title) or _state_cut(title)
    if words in statutes():
        return ""
    if len(words) < 5:
        short = _mistaken(words) or _spoilt(words)
        return STATE + short if short else ""
    index = _shortened("法", 5)
    for at in range(len(words)):
        known = index.get(words[:at] + words[at + 1 :])
        if known and len(known) == len(words):
            return STATE + known
    known = (
        _without_one(words)
        or _without_general(words)
        or index.get(words)
        or (_clipped(words) if words.endswith("法") else _mistaken(words))
    )
    return STATE + known if known else ""


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
