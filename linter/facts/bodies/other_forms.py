"""Other forms of a name: 中山青年社区学院 beside 中山市青年社区学院, 舆情宣传组 for the 宣传舆情组 that was set up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from linter.language.pattern import lazy
from linter.language.text import finds

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
    sizes = set(map(len, forms))
    for words, places in ends.items():
        for short in {words[-size:] for size in sizes} & forms.keys():
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
    found: Forms = {}
    for group in sorted(known):
        name, kind = group[:-1], group[-1]
        for at in range(_PLACE, len(name) - 1) if len(group) >= _SHORTEST else ():
            turned = name[at:] + name[:at] + kind
            places = [start + len(turned) for start in finds(text, turned)] if turned not in known else []
            usual = [start + len(group) for start in finds(text, group)]
            if places and usual and len(places) <= len(usual):
                found[turned, group] = places, usual[0], len(usual)
    return found
