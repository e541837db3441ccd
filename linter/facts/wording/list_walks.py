"""Lists told again: where the text goes through the items of a list in their order, and names one of them otherwise.

The items of a list (headings, a column, leads, a row of words) are looked for where a word may begin: behind a mark, a
line break or a joint. Where they follow each other and one is passed over, what stands in its stead, between the same
marks as the others, is its other name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress, count, pairwise
from operator import itemgetter

from linter.facts.base import flow, own_words
from linter.facts.bodies import is_body
from linter.facts.wording.item_lists import NUMBERED, ListedName, NamedList, item_lists
from linter.language import HAN, NamedTuple, common_ends, common_length, edit, is_han, lazy, lexicon
from linter.structure import Document, fact

# Marks and joints, behind each of which a word begins.
_SEPARATOR = lazy("[、,;。:.()|\t\n 和及与]")
_END = lazy(rf"(?!{HAN}).|[和及与]|以及|\n")
# Items that stand so far apart are not told one after the other.
_FARTHEST = 300
# What stands so often is a word of the whole text, no item.
_CROWD = 40
# So many items in their order tell a list again.
_TOLD = 3
_KEY = 2
_SHORTEST, _LONGEST = 3, 24
_SURE = 4
# In place of the first or the last item, at most so many beginnings away.
_NEAR = 12

_NUMERALS = frozenset("0123456789一二三四五六七八九十百千甲乙丙丁ⅠⅡⅢⅣIVX")
# Working groups have checks of their own.
_GROUPS = frozenset("组队")
# One character apart, these are two things of one kind.
_OPPOSED = frozenset(map(frozenset, lexicon.members("OPPOSED_PAIR")))
# What only one of two holds makes them two things: 未遵守规范, 危险物品以外的车辆.
_CHANGING = frozenset("未不非无外应等的")


class _ItemPlace(NamedTuple):
    """An item of a list in the text: its offset, its index in the list, and which beginning of a word it is."""

    start: int
    item: int
    order: int


class _Beginnings:
    """The words of a document, cut behind each mark and joint: a name may begin at each piece."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.pieces: list[str] = _SEPARATOR.split(words)
        self._ends = [0, *accumulate(map(len, self.pieces))]

    def __len__(self) -> int:
        return len(self.pieces)

    def start(self, order: int) -> int:
        """The offset at which a piece begins; each before it ends in one character."""
        return self._ends[order] + order


class _SetOff(NamedTuple):
    """How the items of a run are set off: what may stand before them, and what stands behind most of them."""

    before: frozenset[str]
    behind: str


@fact("renamed-items")
def renamed_items(document: Document) -> tuple[tuple[ListedName, ListedName], ...]:
    """Items of lists with the other name that the text has for them, where it goes through the list."""
    lists = [one for one in document.read(item_lists) if not _of_bodies(one)]
    if not lists:
        return ()
    stream = document.read(flow)
    words = document.read(own_words)
    text = _Beginnings(words)
    places = _places(text, {item.words for one in lists for item in one.items})
    begins = {id(unit.paragraph): unit.start for unit in stream.units}
    listed: defaultdict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(lists):
        for item in one.items:
            listed[item.words].add(number)
    found: list[tuple[ListedName, ListedName]] = []
    for one in lists:
        own = {begins.get(id(item.paragraph), -1) + item.start for item in one.items}
        for run in _runs(one, places, own):
            for item, start, name in _renamed(one, run, text):
                if not listed[item.words] & listed.get(name, set()):
                    unit = stream.unit_at(start)
                    at = start - unit.start
                    found.append((item, ListedName(name, unit.paragraph, at, at + len(name))))
    return tuple(found)


def _of_bodies(one: NamedList) -> bool:
    """Bodies have checks of their own."""
    return sum(1 for item in one.items if is_body(item.words)) * 2 > len(one.items)


def _places(text: _Beginnings, names: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Where names stand at the beginning of a word: offset and number of the beginning."""
    keyed: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        keyed[name[:_KEY]].append(name)
    grouped = {key: (frozenset(group), sorted({len(name) for name in group})) for key, group in keyed.items()}
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    keys = list(map(itemgetter(slice(_KEY)), text.pieces))
    for order in compress(count(), map(keyed.__contains__, keys)):
        start, (group, sizes) = text.start(order), grouped[keys[order]]
        for size in sizes:
            name = text.words[start : start + size]
            if name in group:
                found[name].append((start, order))
    return found


def _runs(one: NamedList, places: dict[str, list[tuple[int, int]]], own: set[int]) -> Iterator[list[_ItemPlace]]:
    """Places of items in their order, one after the other or with one left out."""
    spots: list[_ItemPlace] = []
    for at, item in enumerate(one.items):
        found = places.get(item.words, ())
        if len(found) <= _CROWD:
            spots += [_ItemPlace(start, at, order) for start, order in found if start not in own]
    run: list[_ItemPlace] = []
    for spot in sorted(spots):
        if run and not (0 < spot.item - run[-1].item <= 2 and spot.start - run[-1].start <= _FARTHEST):
            yield run
            run = []
        run.append(spot)
    yield run


def _renamed(one: NamedList, run: list[_ItemPlace], text: _Beginnings) -> Iterator[tuple[ListedName, int, str]]:
    """The item that a run passes over, with the place of its other name and that name."""
    gaps = [(first, second) for first, second in pairwise(run) if second.item == first.item + 2]
    # Of three items two are enough, if the third stands between them and is nearly the same.
    brief = len(run) == len(one.items) - 1 == _TOLD - 1 and len(gaps) == 1
    if not (brief or len(run) >= _TOLD) or len(gaps) > 1:
        return
    rule = _rule(one, run, text.words)
    if not rule:
        return
    # Items numbered in two articles list what two matters need: (五)诊断证明, (三)妊娠诊断证明.
    apart = one.scheme in NUMBERED and not rule.before.isdisjoint(").、")
    steps = [second.order - first.order for first, second in pairwise(run) if second.item == first.item + 1]
    close = not steps or max(steps) == 1
    for at, orders in _missing(one, run, gaps, text, close=close):
        item = one.items[at]
        if len(item.words) >= _SHORTEST:
            for order in orders:
                name = _name(text, order, item.words, rule)
                near = not brief or min(common_ends(item.words, name)) >= _KEY
                if name and near and (_is_slip if apart or not one.sure(at) else _may_be)(item.words, name):
                    yield item, text.start(order), name
                    break


def _rule(one: NamedList, run: list[_ItemPlace], words: str) -> _SetOff | None:
    before = frozenset(words[place.start - 1] if place.start else "\n" for place in run[1:])
    ends = [place.start + len(one.items[place.item].words) for place in run]
    behind, times = Counter(words[end : end + 1] for end in ends).most_common(1)[0]
    # 用于 says where 应急用车 ends, 用 does not.
    if behind and any(behind in item.words for item in one.items):
        behind, times = Counter(words[end : end + 2] for end in ends).most_common(1)[0]
    return _SetOff(before | {"\n"}, behind) if behind and times >= 2 and times * 2 > len(run) else None


def _missing(
    one: NamedList, run: list[_ItemPlace], gaps: list[tuple[_ItemPlace, _ItemPlace]], text: _Beginnings, *, close: bool
) -> Iterator[tuple[int, Iterable[int]]]:
    """The indexes of items that a run passes over, with the beginnings of words that stand in their place."""
    for first, second in gaps:
        orders = range(first.order + 1, second.order)
        if not close or len(orders) == 1:
            yield first.item + 1, orders
    if gaps:
        return
    if run[-1].item == len(one.items) - 2:
        order = run[-1].order + 1
        yield len(one.items) - 1, range(order, min(order + (1 if close else _NEAR), len(text)))
    if run[0].item == 1:
        order = run[0].order
        yield 0, range(order - 1, max(-1, order - (2 if close else _NEAR)), -1)


def _name(text: _Beginnings, order: int, item: str, rule: _SetOff) -> str:
    """The words that begin there and end as the others of the run do, or none."""
    words = text.words
    start = text.start(order)
    if start and words[start - 1] not in rule.before:
        return ""
    match = _END.search(words, start)
    end = match.start() if match else len(words)
    if is_han(rule.behind[0]):
        end = words.find(rule.behind, start + _KEY, min(end, start + len(item) + _LONGEST))
    return words[start:end] if _SHORTEST <= end - start <= _LONGEST else ""


def _may_be(item: str, name: str) -> bool:
    """Whether two names may mean one thing: half of the longer one stands in the other, in order."""
    long = max(len(item), len(name))
    if is_body(item) or is_body(name) or item[-1] in _GROUPS or are_two_things(item, name):
        return False
    return common_length(item, name) * 2 >= long


def _is_slip(item: str, name: str) -> bool:
    """Whether one character inside sets two names apart: of the first and the last of a row the ends are not sure."""
    apart = edit(item, name) if len(item) > _SURE else None
    return apart is not None and 0 < apart.at < len(item) - 1 and _may_be(item, name)


def are_two_things(one: str, other: str) -> bool:
    """Whether two names differ by a number or by opposites, or one is the other with words before or behind it."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short) or are_opposed(one, other)


def are_opposed(one: str, other: str) -> bool:
    """Whether two names differ by a number, by opposites, or by a word that makes another thing."""
    apart = frozenset((Counter(one) - Counter(other)) + (Counter(other) - Counter(one)))
    return apart in _OPPOSED or not apart.isdisjoint(_NUMERALS | _CHANGING)
