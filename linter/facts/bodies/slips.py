"""Slips in the names of bodies in running text: 急救指释中心 in a document that writes 急救指挥中心.

A name has no sure beginning in running text, but it has a sure end (中心, 部门, 银行). The usual names are those that
often stand between two boundaries; at every end, words that begin like one of them are compared with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

from linter.facts.base import flow, own_words
from linter.facts.bodies.abbreviations import abbreviations
from linter.facts.bodies.names import OtherName, is_body, other_name
from linter.facts.bodies.other_forms import turned_groups, two_forms, without_level
from linter.facts.bodies.other_kinds import like_firms, other_kinds
from linter.facts.bodies.posts import group_declarations, groups_described
from linter.language import NamedTuple, common_ends, finds, lazy, lexicon, quick, vocabulary
from linter.language.likeness import alike
from linter.language.short_names import TRADES
from linter.structure import Document, fact

__all__ = ["name_slips"]

# 国土资源部门户网站 is the site of a ministry.
_END = lazy("{SURE_END}(?!户网)")
# An office of the state or of a government is named behind it.
_BOUND = lazy("[^\u4e00-\u9fff]|人民政府|国务院|{NAME_BOUND}|[和与及或在由向按被把并是让从请的到]")
# What stands before a joint within the name of one trade: 自然资源和|规划, 发展和|改革.
_JOINED = {"和": tuple([trade.partition("和")[0] for trade in TRADES if "和" in trade])}
_OTHER = lazy("[^\u4e00-\u9fff]")
_LONGEST = 24
# A longest name with its end, and a character more.
_REACH = 30
_SHORTEST = 5
# A name is the usual one if it stands so often, and so many times as often as the other.
_USUAL = 3
_TIMES = 3
# A word more or less sets bodies apart, unless they share so many characters before it.
_FRONT = 6
_WORD = 2
# Words that change place within a name of so many characters make no other body.
_SWAPPED = 7
# Numbers, directions, ranks and joints set bodies apart or are left out by right.
_MEANT = lexicon.members("BODY_CHARACTER")
_NONE: dict[str, tuple[list[str], set[int]]] = {}
# What these stand for one character of a word inside so long a name is a slip all the same: 安全服各中心.
_DETERMINERS, _INSIDE = frozenset("各本该其"), 4
# A name of so many characters, up to an end of two of which the last is another: 矿山救护大认.
_LONG = 6
# A name of its own, of so many characters behind its place: a firm, one that begins with a place, or an institution
# that begins as the other does. Another word in it, once, is a slip for the one that stands twice: 勘察中心, 勘测中心.
_OWN, _ALIKE_FRONT = 6, 5
_INSTITUTION = ("中心", "医院", "学院", "大学")
_PLACE = lazy("(?:[^省市县区州盟旗]{1,4}[省市县区州盟旗]){1,3}|[省市县区州盟旗]")
_FIRM = ("有限公司", "有限责任公司")
_MEANT_WORDS = lexicon.words("NAME_QUALIFIER")


class _Ended(NamedTuple):
    """Words up to an end of names, of which the last ``size`` are that end: 应急指挥|中心."""

    words: str
    size: int


@fact("name-slips")
def name_slips(document: Document) -> tuple[OtherName, ...]:
    """Names of bodies that differ from a usual name of the document by a slip, in order of place."""
    text = document.read(own_words)
    ends = _ends(text)
    names = _names(ends)
    declared = {one.short for one in document.read(abbreviations)}
    known = declared | document.office.bodies | document.office.abbreviations.keys()
    found: dict[tuple[str, str], list[int]] = {}
    for end, name, usual in (*_near(text, ends, names), *_clipped(text, declared, names), *_broken(text, names)):
        if name not in known:
            found.setdefault((name, usual), []).append(end)
    stream = document.read(flow)
    count = _counter(ends)
    slips = [
        other_name(stream, pair, places, names[pair[1]][0], len(names[pair[1]]))
        for pair, places in found.items()
        if _outnumbers(count, *pair, places, names)
    ]
    groups = [group.name for one in document.read(group_declarations) for group in one.groups]
    groups += [group.name for described in document.read(groups_described) for group in described.groups]
    words = {one.words: places for one, places in ends.items()}
    others = two_forms(text) | without_level(words) | turned_groups(text, groups)
    others |= other_kinds(text) | like_firms(stream, text)
    slips += [other_name(stream, pair, *forms) for pair, forms in others.items() if pair[0] not in known]
    return tuple(sorted(slips, key=lambda one: one.spans[0]))


def _ends(text: str) -> dict[_Ended, list[int]]:
    """The Chinese characters that end where a name may end, with all such places."""
    found: dict[_Ended, list[int]] = {}
    for match in _END.finditer(text):
        start, end = match.span()
        words = _OTHER.split(text[max(0, end - _REACH) : end])[-1]
        found.setdefault(quick(_Ended, (words, end - start)), []).append(end)
    return found


def _names(ends: dict[_Ended, list[int]]) -> dict[str, list[int]]:
    """The names that stand between two boundaries, with all their ends: 县级以上人民政府应急管理部门."""
    names: dict[str, list[int]] = {name: [] for name in map(_name, ends) if len(name) >= _SHORTEST}
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        sizes[name[-1]].add(len(name))
    for (words, _), places in ends.items():
        for size in sizes.get(words[-1], ()):
            name = words[-size:]
            if name in names and len(name) == size:
                names[name] += places
    for places in names.values():
        places.sort()
    return names


def _name(ended: _Ended) -> str:
    """The name: what stands behind the last boundary before its end."""
    last = len(ended.words) - ended.size
    first = max(0, last - _LONGEST)
    for match in _BOUND.finditer(ended.words, first, last):
        if not ended.words.endswith(_JOINED.get(match[0], ()), first, match.start()):
            first = match.end()
    return ended.words[first:]


def _near(text: str, ends: dict[_Ended, list[int]], names: dict[str, list[int]]) -> list[tuple[int, str, str]]:
    """Each end at which words begin like a name, and part from it inside: the end, the words, the name."""
    # By the last character, which is the same in both, and by the first two: those that stand often, and the lengths of
    # those that stand once.
    starts: defaultdict[str, defaultdict[str, tuple[list[str], set[int]]]]
    starts = defaultdict(lambda: defaultdict(lambda: ([], set())))
    swapped: defaultdict[str, list[str]] = defaultdict(list)
    for name, places in names.items():
        if len(places) >= _WORD:
            starts[name[-1]][name[:_WORD]][0].append(name)
        elif len(name) >= _SWAPPED:
            starts[name[-1]][name[:_WORD]][1].add(len(name))
            swapped[_shuffled(name)].append(name)
    found = []
    for (words, _), places in ends.items():
        heads = starts.get(words[-1], _NONE)
        begun = [
            words[first:] for first in range(len(words) - _SHORTEST + 1, -1, -1) if words[first : first + 2] in heads
        ]
        slipped = [pair for name in begun for pair in _slipped(name, heads[name[:_WORD]][0])]
        turned = [pair for name in begun if len(name) in heads[name[:_WORD]][1] for pair in _turned(name, swapped)]
        for name, usual in (*slipped, *turned):
            found += [(end, name, usual) for end in places if not _set_apart(text, end, name, usual)]
    return sorted(found, key=itemgetter(0))


def _slipped(name: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A name beside those of some that it is with a slip."""
    for usual in names:
        if -1 <= len(usual) - len(name) <= _WORD and name != usual and _slip(name, usual):
            yield name, usual


def _turned(name: str, names: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """A name beside those, by ``_shuffled``, that hold its characters and stand but once, two words having turned."""
    for usual in names.get(_shuffled(name), ()):
        if name != usual and name[-1] == usual[-1] and _slip(name, usual):
            yield name, usual


def _shuffled(name: str) -> str:
    """The first two characters of a name, and all of them in order of code."""
    return name[:_WORD] + "".join(sorted(name))


def _clipped(text: str, declared: set[str], names: dict[str, list[int]]) -> Iterator[tuple[int, str, str]]:
    """Places of a declared short form that lacks a word inside, where no other name could be meant by it."""
    for usual in declared & names.keys():
        for at in range(_WORD, len(usual) - 2 * _WORD + 1):
            head, tail = usual[:at], usual[at + _WORD :]
            others = [one for one in names if one.startswith(head) and one.endswith(tail) and one != usual]
            if others or not vocabulary.known(usual[at : at + _WORD]) or usual[at : at + _WORD] in _MEANT_WORDS:
                continue
            name = head + tail
            for start in finds(text, name):
                if start and _BOUND.match(text, start - 1):
                    yield start + len(name), name, usual


def _broken(text: str, names: dict[str, list[int]]) -> Iterator[tuple[int, str, str]]:
    """Places of a usual name whose end of two characters has lost its last one to another that makes no word."""
    for usual, places in names.items():
        # 应急管理部令 is of a ministry, and none of 应急管理部门.
        if len(places) < _USUAL or len(usual) < _LONG or not vocabulary.known(usual[-_WORD:]) or is_body(usual[:-1]):
            continue
        for start in finds(text, usual[:-1]):
            end = start + len(usual)
            wrong = text[end - 1 : end]
            if _OTHER.match(wrong) or wrong == usual[-1] or _MEANT.intersection(wrong):
                continue
            around = (text[end - _WORD : end], text[end - 1 : end + 1], text[end - 1 : end + _WORD])
            if not any(map(vocabulary.known, around)):
                yield end, text[start:end], usual


def _set_apart(text: str, end: int, words: str, usual: str) -> bool:
    """Whether one sentence holds both, and the character that differs is no like one: 专业代理机构和兼业代理机构."""
    if len(words) != len(usual) or sorted(words) == sorted(usual):
        return False
    left, _ = common_ends(words, usual)
    start = max(text.rfind(mark, 0, end) for mark in "。;\n")
    after = min([at for at in (text.find(mark, end) for mark in "。;\n") if at >= 0], default=len(text))
    return usual in text[start + 1 : after] and not alike(words[left], usual[left])


def _slip(words: str, usual: str) -> bool:
    """Whether words are a name with a slip inside."""
    left, right = common_ends(words, usual)
    old, new = usual[left : len(usual) - right], words[left : len(words) - right]
    # 总局 for 囤局: what the usual name has is a slip's due, what stands instead of it is meant; no joint that moved.
    meant = _MEANT.intersection(new or old) and not (old and new in _DETERMINERS and left >= _INSIDE)
    meant = meant and sorted(old) != sorted(new)
    if right < 1 or meant:
        return False
    if old and new:
        return _exchanged(words, usual, left, right)
    if len(old) == 1:
        return vocabulary.in_word(usual, left) and not vocabulary.known(words[left - 1 : left + 1])
    if len(new) == 1:
        return new == words[left - 1] or not vocabulary.in_word(words, left)
    return left >= _FRONT and old + new not in _MEANT_WORDS


def _exchanged(words: str, usual: str, left: int, right: int) -> bool:
    """Whether what differs is one character that is part of no word, or two words that change places."""
    old, new = usual[left : len(usual) - right], words[left : len(words) - right]
    if len(old) == len(new) == 1:
        return vocabulary.in_word(usual, left) and (not vocabulary.in_word(words, left) or _is_own(usual, left))
    return len(usual) >= _SWAPPED and any(new == old[at:] + old[:at] for at in range(1, len(old)))


def _is_own(usual: str, left: int) -> bool:
    """Whether a long name is one body's own: 安澜市财政局 and 民政局 are short, 检验机构 and 检测机构 nobody's own."""
    place = _PLACE.match(usual)
    own = usual[place.end() :] if place else usual
    named = place is not None or usual.endswith(_FIRM) or (left >= _ALIKE_FRONT and usual.endswith(_INSTITUTION))
    return named and len(own) >= _OWN


def _counter(ends: dict[_Ended, list[int]]) -> Callable[[str], int]:
    """How often the last words of a name stand in the document: those of one length are counted together."""

    @cache
    def of_size(size: int) -> Counter[str]:
        found: Counter[str] = Counter()
        for one, places in ends.items():
            found[one.words[-size:]] += len(places)
        return found

    return lambda words: of_size(len(words))[words]


def _outnumbers(
    count: Callable[[str], int], name: str, usual: str, places: list[int], names: dict[str, list[int]]
) -> bool:
    """Whether the usual name stands so often that the other is a slip.

    A name that holds the same words in another order is the same name: of two as frequent, the one whose words stand
    less often so is told, or the later one. So is another word in a name of its own.
    """
    often, times = len(names[usual]), len(places)
    left, _ = common_ends(name, usual)
    if sorted(name) == sorted(usual):
        if often != times:
            return often > times
        left = max(0, left - _WORD)
        return (count(usual[left:]), -names[usual][0]) > (count(name[left:]), -places[0])
    if abs(len(name) - len(usual)) == _WORD:
        return times == 1 and often > _USUAL
    if len(name) == len(usual) and vocabulary.in_word(name, left):
        return times == 1 and often > 1
    return often >= max(_USUAL, _TIMES * times)
