"""One thing by two names: lists that name the same things, and differ in one of them.

Two lists that share most of their items name the same things; where an item of one answers to another of the other, by
its place between items that are the same, and by its words, one thing has two names. So it has where the text goes
through a list and names an item of it otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from linter.facts.base import flow
from linter.facts.bodies import is_body
from linter.facts.wording.item_lists import NUMBERED, ListedName, NamedList, item_lists
from linter.facts.wording.list_walks import are_opposed, are_two_things, renamed_items
from linter.language import NamedTuple, common_ends, common_length, dice, edit
from linter.structure import Document, fact

__all__ = ["two_names"]

# Lists that share fewer items, or a smaller share of them, show nothing.
_FEW, _SHARE = 3, 0.4
# Lists that share so many, and are else the same, hold one thing where two names are hardly alike.
_MANY = 4
_HARDLY = 0.4
_GROUPS, _POSTS, _DEPARTMENT = "组队", "组队长员人", "部"
# An item in more lists than this is a word of all lists (备注), and pairing them all would be quadratic.
_CROWD = 12
# How much alike two names are; where all other items are the same, they have a length and one end in common.
_ALIKE, _MATCHED = 0.5, 0.0


class TwoNames(NamedTuple):
    """One thing under two names: the rarer with its place, the other with its place, and how often each stands."""

    rare: ListedName
    usual: ListedName
    counts: tuple[int, int]


@fact("two-names")
def two_names(document: Document) -> tuple[TwoNames, ...]:
    """Items that answer to each other in two lists and differ, each pair of words once, in order of place."""
    lists = document.read(item_lists)
    found: dict[frozenset[str], tuple[ListedName, ListedName]] = {}
    for one, other in _akin(lists):
        # Items numbered alike in two articles list what two matters need: (五)诊断证明, (三)妊娠诊断证明.
        apart = one.scheme in NUMBERED and one.scheme == other.scheme
        for pair in _answering(one, other):
            if apart and not edit(pair[0].words, pair[1].words):
                continue
            found.setdefault(frozenset(item.words for item in pair), pair)
    for pair in document.read(renamed_items):
        found.setdefault(frozenset(item.words for item in pair), pair)
    if not found:
        return ()
    text = document.read(flow).text
    told = [_ranked(text, *pair) for pair in found.values()]
    return tuple(sorted((one for one in told if one), key=lambda one: one.rare.span))


def _ranked(text: str, one: ListedName, other: ListedName) -> TwoNames | None:
    """The pair with the rarer first; None where both are in frequent use."""
    names = [item.paragraph.text[item.start : item.end] for item in (one, other)]
    counts = _count(text, *names), _count(text, *reversed(names))
    if min(counts) > 2:
        return None
    later = counts[0] < counts[1] or (counts[0] == counts[1] and one.span.start > other.span.start)
    rare, usual = (one, other) if later else (other, one)
    return TwoNames(rare, usual, (min(counts), max(counts)))


def _count(text: str, words: str, other: str) -> int:
    """How often words stand, not as a part of the other name."""
    return text.count(words) - (text.count(other) if words in other else 0)


def _akin(lists: tuple[NamedList, ...]) -> Iterator[tuple[NamedList, NamedList]]:
    """Pairs of lists that share most of the items of the shorter one; two rows of words in sentences are no pair."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(lists):
        for words in dict.fromkeys(item.words for item in one.items):
            holders[words].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= _CROWD:
            shared.update(combinations(places, 2))
    for (first, second), count in shared.items():
        one, other = lists[first], lists[second]
        least = min(len(one.items), len(other.items))
        if count >= _FEW and _SHARE * least <= count < least and not (one.in_sentence and other.in_sentence):
            yield one, other


def _answering(one: NamedList, other: NamedList) -> Iterator[tuple[ListedName, ListedName]]:
    """The items of two lists that differ and stand beside items that are the same in both."""
    theirs = {item.words: at for at, item in enumerate(other.items)}
    mine = {item.words for item in one.items}
    for at, item in enumerate(one.items):
        if item.words in theirs or not one.set_off(at):
            continue
        for step in (-1, 1):
            beside = theirs.get(one.items[at + step].words) if 0 <= at + step < len(one.items) else None
            place = -1 if beside is None else beside - step
            if not 0 <= place < len(other.items) or other.items[place].words in mine or not other.set_off(place):
                continue
            theirs_there = other.items[place]
            same, sure = _matched(one, other, at, place), one.sure(at) and other.sure(place)
            alike = _MATCHED if same >= _FEW else _ALIKE
            whole = same >= _MANY and _answers(item.words, theirs_there.words, many=same > _MANY)
            if whole or ((sure or same >= _FEW) and _one_thing(item.words, theirs_there.words, alike=alike)):
                yield item, theirs_there
                break


def _matched(one: NamedList, other: NamedList, at: int, place: int) -> int:
    """How many items two lists share that are the same, item by item, but for one: 基建类, 设备类; 0 if others differ.

    The shorter list may be a run of the longer one. The first and the last item of a row of words may hold what
    leads to the row and follows it.
    """
    if len(one.items) > len(other.items):
        one, other, at, place = other, one, place, at
    first = place - at
    pairs = list(zip(one.items, other.items[max(first, 0) :], strict=False))
    if first < 0 or len(pairs) < len(one.items):
        return 0
    same = all(
        mine.words == theirs.words
        or (not one.sure(number) and theirs.words in mine.words)
        or (not other.sure(number + first) and mine.words in theirs.words)
        for number, (mine, theirs) in enumerate(pairs)
        if number != at
    )
    return (len(pairs) - 1) * same


def _answers(one: str, other: str, *, many: bool) -> bool:
    """Whether two names in one place of two lists that are else the same may be one thing's: half of them is alike.

    Of ``many`` items that are the same half of the characters are enough (武术套路, 武术散打). One may have words more,
    but not before it, where they say whose it is: 强化知识产权保护和运用, (企业)营业执照. Bodies and working groups
    have checks of their own, but not 宣传部 of an event.
    """
    short, long = sorted((one, other), key=len)
    named = any((is_body(name) or name[-1] in _POSTS) and name[-1] != _DEPARTMENT for name in (one, other))
    alike = dice(one, other) >= _HARDLY or (many and 2 * common_length(one, other) >= len(long))
    return (
        not named and not long.endswith(short) and not are_opposed(one, other) and 2 * len(short) > len(long) and alike
    )


def _one_thing(one: str, other: str, *, alike: float) -> bool:
    """Whether two names are so much alike, if only in length and in how they begin or end, and not two things."""
    # Bodies and working groups have checks of their own.
    if (is_body(one) and is_body(other)) or (one[-1] in _GROUPS and other[-1] in _GROUPS):
        return False
    near = dice(one, other) >= alike if alike else len(one) == len(other) and sum(common_ends(one, other)) > 0
    return near and not are_two_things(one, other)
