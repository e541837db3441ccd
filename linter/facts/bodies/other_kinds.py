"""Bodies under two kinds of name: 现场指挥中心 for the 现场指挥部 that was set up, 起草专班 for 起草小组.

Firms with another character in their name that sounds or looks alike: 福莱糕点厂, 福来糕点厂.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from linter.facts.base import Flow
from linter.facts.bodies.other_forms import Forms
from linter.facts.bodies.persons import heard_alike
from linter.language import finds, lazy, vocabulary
from linter.language.likeness import alike

# Of one stem, a staff bears one of two kinds.
_KINDS = (("指挥部", "指挥中心"), ("小组", "专班"))
_BOUND = lazy("[^\u4e00-\u9fff]|{NAME_BOUND}|{SET_UP}|[和与及或在由向按被把并是让从请的到报经各将]")
# A body that is set up, housed or described under both names is two.
_SET_UP = lazy("{SET_UP}|建立|组成|[设建]在|[简又]称")
_HEADED = lazy("[:\n]")
_STEM, _LONGEST = 2, 24
_FIRM = lazy("公司|集团|合作社|厂(?![房区家])")
# A firm of so many characters is no other's by one of them.
_FIRM_LEAST = 6
# Two firms of like names that are named once each may be two; one named more often than the other is meant.
# A firm named so often is the one that a row of a table names, too.
_OFTEN = 3


def other_kinds(text: str) -> Forms:
    """Bodies that once bear another kind than elsewhere, and are not set up under it."""
    found: Forms = {}
    for kinds in _KINDS:
        stems: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for place, kind in enumerate(kinds):
            for at in finds(text, kind):
                stem = _BOUND.split(text[max(0, at - _LONGEST) : at])[-1]
                if len(stem) >= _STEM:
                    stems[stem][place].append(at + len(kind))
        for stem, both in stems.items():
            (rare, one), (usual, other) = sorted(zip(both, kinds, strict=True), key=_times)
            if len(rare) == 1 and usual and _is_same(text, rare[0], usual):
                found[stem + one, stem + other] = rare, usual[0], len(usual)
    return found


def _times(found: tuple[list[int], str]) -> tuple[int, int]:
    """How often a form stands; of two that stand as often, the later one comes first."""
    return len(found[0]), -found[0][0] if found[0] else 0


def _is_same(text: str, rare: int, usual: list[int]) -> bool:
    """Whether what ends there acts in a sentence that sets nothing up, and the usual one was set up or stands often."""
    start, end = _sentence(text, rare)
    if _SET_UP.search(text, start, end) or _HEADED.match(text, rare) or any(start < at <= end for at in usual):
        return False
    return len(usual) > 1 or _SET_UP.search(text, *_sentence(text, usual[0])) is not None


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence of a place begins and ends."""
    ends = [place for mark in "。;\n" if (place := text.find(mark, at)) >= 0]
    return max(text.rfind(mark, 0, at) for mark in "。;\n") + 1, min(ends, default=len(text))


def like_firms(stream: Flow, text: str) -> Forms:
    """Firms with a like character in their name, the rarer first; in a sentence or table, or as often, they are two."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _FIRM.finditer(text):
        name = _BOUND.split(text[max(0, match.end() - _LONGEST) : match.end()])[-1]
        if len(name) >= _FIRM_LEAST:
            places[name].append(match.end())
    near: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for name in places:
        for at in range(len(name) - _STEM):
            near[at, name[:at] + name[at + 1 :]].append(name)
    # Words before a name may count to it: 处罚海州市福来糕点厂.
    often = cache(lambda size: _ends(places, size))
    found: Forms = {}
    for (at, _), names in near.items():
        if len(names) != _STEM or not _is_slip(names[0], names[1], at):
            continue
        times = {name: often(len(name) - at + 1)[name[max(at - 1, 0) :]] for name in names}
        rare, usual = sorted(names, key=times.__getitem__)
        if times[rare] == times[usual]:
            continue
        homes = [_homes(stream, text, places[name], tables=len(places[usual]) < _OFTEN) for name in (rare, usual)]
        if homes[0].isdisjoint(homes[1]):
            found[rare, usual] = places[rare], places[usual][0], len(places[usual])
    return found


def _ends(places: Mapping[str, list[int]], size: int) -> Counter[str]:
    """How often the last characters of names stand."""
    found: Counter[str] = Counter()
    for name, ends in places.items():
        found[name[-size:]] += len(ends)
    return found


def _is_slip(one: str, other: str, at: int) -> bool:
    """Whether the characters in which two names differ are like ones, and not both of a word: 指使, 致使."""
    like = alike(one[at], other[at]) or heard_alike(one[at], other[at])
    return like and not (vocabulary.in_word(one, at) and vocabulary.in_word(other, at))


def _homes(stream: Flow, text: str, ends: Iterable[int], *, tables: bool) -> set[tuple[str, int]]:
    """The sentences, and the tables, in which names end."""
    found = {("sentence", _sentence(text, end)[0]) for end in ends}
    if tables:
        found |= {("table", table) for end in ends if (table := stream.unit_at(end - 1).table) >= 0}
    return found
