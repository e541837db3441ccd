"""Other forms of a name: 中山青年社区学院 beside 中山市青年社区学院, 舆情宣传组 for the 宣传舆情组 that was set up.

Companies named with two forms of one kind: 有限责任公司 and 有限公司 say the same of a company (公司法第七条), so a
firm has one of them; 集团 and 股份 make another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from linter.language import finds, is_han, lazy

# Firms and kinds of bodies may bear a place with its level or without, and be two.
_TWO = lazy("(?:公司|银行|[部集][门团]|机构)$")
_LEVEL = lazy("(?<=[\u4e00-\u9fff]{2})[市区县](?=[\u4e00-\u9fff]{4,14}$)")
_ABOVE, _BELOW = frozenset("省市县区"), frozenset("省市县区州盟旗镇乡村各等")
_PLACE = 2
# Two words of two characters at least, and 组.
_SHORTEST = 5

# The ends of a rarer form, one end of the usual one, and how often that stands, by both.
Forms = dict[tuple[str, str], tuple[list[int], int, int]]


def without_level(ends: Mapping[str, list[int]]) -> Forms:
    """Names whose place has lost its level in some places, or has it in some; ``ends`` are words up to a name's end."""
    forms: defaultdict[str, dict[str, set[int]]] = defaultdict(lambda: {"": set(), "level": set()})
    full: dict[str, str] = {}
    for words, places in ends.items():
        for level in () if _TWO.search(words) else _LEVEL.finditer(words):
            place, rest = words[level.start() - _PLACE : level.start()], words[level.end() :]
            short = place + rest
            if rest[0] in _BELOW or not _ABOVE.isdisjoint(place):
                continue
            forms[short]["level"].update(places)
            full[short] = place + level[0] + rest
    sizes, lasts = set(map(len, forms)), {short[-_PLACE:] for short in forms}
    for words, places in ends.items():
        for short in {words[-size:] for size in sizes} & forms.keys() if words[-_PLACE:] in lasts else ():
            forms[short][""].update(places)
    found: Forms = {}
    for short, both in forms.items():
        less, more = sorted(both[""]), sorted(both["level"])
        if not less:
            continue
        if len(less) <= len(more):
            found[short, full[short]] = less, more[0], len(more)
        else:
            found[full[short], short] = more, less[0], len(less)
    return found


def turned_groups(text: str, groups: Iterable[str]) -> Forms:
    """Working groups named with their words in another order; ``groups`` are the names of those that were set up."""
    known = frozenset(groups)
    found = dict(_other_groups(text, known))
    for group in sorted(known):
        name, kind = group[:-1], group[-1]
        for at in range(_PLACE, len(name) - 1) if len(group) >= _SHORTEST else ():
            turned = name[at:] + name[:at] + kind
            places = [start + len(turned) for start in finds(text, turned)] if turned not in known else []
            usual = [start + len(group) for start in finds(text, group)]
            if places and usual and len(places) <= len(usual):
                found[turned, group] = places, usual[0], len(usual)
    return found


# 工作组, 专家组 are kinds; 组织, 组长 are no groups.
_KINDS, _ON = frozenset(("工作", "专家", "督导", "调查")), frozenset("织成建合长员团内别")
# What tells who makes up a group or leads it: it is one of its own.
_OWN = lazy("由[^,。;\n]{2,20}(?:组成|牵头|负责|担任)")
_BESIDE = frozenset("由向报经和与及或对请会同")


def _other_groups(text: str, known: frozenset[str]) -> Iterator[tuple[tuple[str, str], tuple[list[int], int, int]]]:
    """Working groups that begin as one that was set up, and go on with another word, once: 物资保障组, 物资供应组.

    Or that end as it does, and begin with a word that shares a character with its own: 扑救指挥组, 扑火指挥组.
    """
    halves = Counter(half for group in known for half in _halves(group))
    for group in sorted(known):
        usual = [start + len(group) for start in finds(text, group)]
        if len(group) != _SHORTEST or len(usual) < _PLACE:
            continue
        for half in [half for half in _halves(group) if halves[half] == 1]:
            offset = group.index(half)
            names = [(at - offset, text[max(at - offset, 0) : at - offset + _SHORTEST]) for at in finds(text, half)]
            others = [
                (at, name)
                for at, name in names
                if _is_other(name, group, known) and _alone(text, at) and not _OWN.match(text, at + _SHORTEST)
            ]
            if len(others) == 1 and (offset == 0 or not set(others[0][1][:_PLACE]).isdisjoint(group[:_PLACE])):
                at, name = others[0]
                yield (name, group), ([at + len(name)], usual[0], len(usual))


def _halves(group: str) -> tuple[str, str]:
    """The word that a name of a group begins with, and the one with which it ends."""
    return group[:_PLACE], group[_PLACE:]


def _is_other(name: str, group: str, known: frozenset[str]) -> bool:
    return (
        name[-1:] == group[-1] and name not in known and name[_PLACE:-1] not in _KINDS and name[:_PLACE] not in _KINDS
    )


def _alone(text: str, at: int) -> bool:
    """Whether a group of five characters stands there by itself."""
    end = at + _SHORTEST
    before = text[at - 1 : at]
    bounded = (not is_han(before) or before in _BESIDE) and text[end : end + 1] not in _ON
    return bounded and all(map(is_han, text[at:end]))


_FORMED = lazy(r"(?:公司)?有限(?:责任)?公司")
_NAMED = lazy(r"[\u4e00-\u9fff()]{6}")
_OTHER_KIND = ("集团", "股份")
# A firm is known by so many characters before its form.
_FIRM, _LONGEST = 6, 30


def two_forms(text: str) -> Forms:
    """Names of firms with the rarer of two forms, of two as frequent the later, and the usual ones."""
    forms: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in _FORMED.finditer(text) if "有限" in text else ():
        firm = text[max(0, match.start() - _FIRM) : match.start()]
        if _NAMED.fullmatch(firm) and not firm.endswith(_OTHER_KIND):
            forms[firm][match[0]].append(match.end())
    found: Forms = {}
    for ends in forms.values():
        usual, *others = sorted(ends, key=lambda form: (-len(ends[form]), ends[form][0]))
        for form in others:
            model = ends[usual][0]
            firm = _shared(text, ends[form][0] - len(form), model - len(usual))
            found[firm + form, firm + usual] = (ends[form], model, len(ends[usual]))
    return found


def _shared(text: str, one: int, other: int) -> str:
    """The characters before two places that are the same in both."""
    size = 0
    while (
        size < min(one, other, _LONGEST)
        and is_han(text[one - 1 - size])
        and text[one - 1 - size] == text[other - 1 - size]
    ):
        size += 1
    return text[one - size : one]
