"""Other forms of a name: 中山青年社区学院 beside 中山市青年社区学院, 舆情宣传组 for the 宣传舆情组 that was set up.

Companies named with two forms of one kind: 有限责任公司 and 有限公司 say the same of a company (公司法第七条), so a
firm has one of them; 集团 and 股份 make another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.language import finds, is_han

_PLACE = 2
# Two words of two characters at least, and 组.
_SHORTEST = 5

# The ends of a rarer form, one end of the usual one, and how often that stands, by both.
Forms = dict[tuple[str, str], tuple[list[int], int, int]]


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
_BESIDE = frozenset("由向报经和与及或对请会同")


def _other_groups(text: str, known: frozenset[str]) -> Iterator[tuple[tuple[str, str], tuple[list[int], int, int]]]:
    """Working groups that begin as one that was set up, and go on with another word, once: 物资保障组, 物资供应组."""
    heads = Counter(group[:_PLACE] for group in known)
    for group in sorted(known):
        head, usual = group[:_PLACE], [start + len(group) for start in finds(text, group)]
        if len(group) != _SHORTEST or heads[head] > 1 or len(usual) < _PLACE:
            continue
        names = [(at, text[at : at + _SHORTEST]) for at in finds(text, head)]
        others = [(at, name) for at, name in names if name[-1:] == group[-1] and name not in known and _alone(text, at)]
        if len(others) == 1 and others[0][1][_PLACE:-1] not in _KINDS:
            at, name = others[0]
            yield (name, group), ([at + len(name)], usual[0], len(usual))


def _alone(text: str, at: int) -> bool:
    """Whether a group of five characters stands there by itself."""
    end = at + _SHORTEST
    before = text[at - 1 : at]
    bounded = (not is_han(before) or before in _BESIDE) and text[end : end + 1] not in _ON
    return bounded and all(map(is_han, text[at:end]))
