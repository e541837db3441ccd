"""A name of a list by a near synonym elsewhere: the cost 公务接待费 of a row, and 公务招待费 in the next article.

Many near synonyms are told apart by right (监测, 检测). In a name that a list, a heading or a table gives, with all the
rest of it the same, one stands for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import own_words
from linter.facts.bodies import is_body
from linter.facts.wording.item_lists import item_lists
from linter.facts.wording.pairs import as_number, pairs
from linter.facts.wording.variant import Variant
from linter.language import vocabulary
from linter.language.lexicon import rows
from linter.language.record import NamedTuple
from linter.language.text import is_han
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["listed_drifts"]

_SHORTEST, _LONGEST = 4, 20
# A name of so many characters or more needs a boundary on one side, a shorter one on both sides.
_LONG = 6
# One of four characters is the usual one if it stands so many times as often.
_STEADY = 3
# Both forms standing so often are meant.
_FEW = 2
# What may stand beside a name of a list.
_BESIDE = frozenset("的和与及或对由为将按在是有无应进要可不等之")


class _Drift(NamedTuple):
    """A name of a list, the form of it with a synonym, and where that begins in both with the length in each."""

    listed: str
    other: str
    at: int
    sizes: tuple[int, int]


@fact("listed-drifts")
def listed_drifts(document: Document) -> tuple[Variant, ...]:
    """Names of lists that stand with a near synonym in them elsewhere, the rarer form first, in order of place."""
    text = document.read(own_words)
    listed: defaultdict[str, set[int]] = defaultdict(set)
    names: set[str] = set()
    lists = document.read(item_lists)
    for number, one in enumerate(lists):
        for at, item in enumerate(one.items):
            listed[item.words].add(number)
            # Words with 的 are a phrase.
            if one.sure(at) and _SHORTEST <= len(item.words) <= _LONGEST and "的" not in item.words:
                names.add(item.words)
    present = document.read(pairs)
    synonyms = [row for row in rows("near_synonyms.tsv") if all(as_number(word[:2]) in present for word in row[:2])]
    found: dict[frozenset[str], Variant] = {}
    for drift in _drifts(text, names, synonyms):
        # What one list names side by side is two things.
        if listed[drift.listed].isdisjoint(listed.get(drift.other, ())) and not is_body(drift.listed):
            variant = _variant(text, drift)
            if variant:
                found.setdefault(frozenset((drift.listed, drift.other)), variant)
    return tuple(sorted(found.values()))


def _drifts(text: str, names: set[str], synonyms: list[tuple[str, ...]]) -> Iterator[_Drift]:
    """Names with a word in them that has a near synonym, if the text has the name with that."""
    joined = "\n".join(["", *sorted(names), ""])
    for one, other, kind in synonyms:
        for word, instead in ((one, other), (other, one)):
            at = joined.find(word)
            while at >= 0:
                start, end = joined.rfind("\n", 0, at) + 1, joined.find("\n", at)
                name, after = joined[start:end], at + len(word)
                form = joined[start:at] + instead + joined[after:end]
                plain = form not in name and name not in form and (kind != "listed" or len(name) > _SHORTEST)
                if plain and form in text:
                    yield _Drift(name, form, at - start, (len(word), len(instead)))
                at = joined.find(word, after)


def _variant(text: str, drift: _Drift) -> Variant | None:
    """The rarer form with the other; of two that stand as often, the one that is in no list."""
    counts = text.count(drift.listed), text.count(drift.other)
    turned = counts[0] < counts[1]
    rare, usual = (drift.listed, drift.other) if turned else (drift.other, drift.listed)
    sizes = drift.sizes if turned else drift.sizes[::-1]
    places = _places(text, rare)
    if min(counts) > _FEW or not _stands_alone(text, places[0], rare, max(counts), min(counts)):
        return None
    model = text.find(usual)
    changed = [(start + drift.at, start + drift.at + sizes[0]) for start in places]
    return Variant(
        (places[0], places[0] + len(rare)),
        (model, model + len(usual)),
        "drift",
        len(places),
        max(counts),
        changed[0],
        (model + drift.at, model + drift.at + sizes[1]),
        tuple(changed[1:]),
    )


def _places(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def _stands_alone(text: str, start: int, words: str, often: int, seldom: int) -> bool:
    """Whether words are a name by themselves and no part of a longer one: the shorter, the surer it must be."""
    before, behind = text[start - 1 : start], text[start + len(words) : start + len(words) + 1]
    left = not is_han(before) or before in _BESIDE
    right = not is_han(behind) or behind in _BESIDE
    if len(words) >= _LONG:
        return left or right
    loose = left or not vocabulary.known(before + words[0])
    if len(words) > _SHORTEST:
        return (left and not vocabulary.known(words[-1] + behind)) or (right and loose)
    return loose and right and often >= _STEADY * seldom
