"""Other forms of a name: 中山青年社区学院 beside 中山市青年社区学院, 舆情宣传组 for the 宣传舆情组 that was set up.

Companies named with two forms of one kind: 永安燃气有限公司 and 永安燃气有限责任公司 are one registered name.

有限责任公司 and 有限公司 say the same of a company (公司法第七条), so one firm has one of them; 集团 and 股份 make
another.

Departments of a standing trade in several forms: 人力资源和社会保障部门 and, once, 人力资源社会保障行政部门.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from linter.facts.base import flow, own_words
from linter.facts.bodies.abbreviations import abbreviations
from linter.facts.bodies.names import TRADE, OtherName, other_name
from linter.language import finds, is_han, lazy, vocabulary
from linter.structure import Document, fact

__all__ = ["department_forms"]

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
    sizes, shorts = set(map(len, forms)), tuple(forms)
    for words, places in ends.items():
        for short in {words[-size:] for size in sizes} & forms.keys() if words.endswith(shorts) else ():
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


_FORMED = lazy(r"(?:公司)?有限(?:责任)?公司")
_NAMED = lazy(r"[\u4e00-\u9fff()]{6}")
_OTHER_KIND = ("集团", "股份")
# A firm is known by so many characters before its form.
_FIRM, _LONGEST = 6, 30


def two_forms(text: str) -> dict[tuple[str, str], tuple[list[int], int, int]]:
    """Names with the rarer of two forms, of two as frequent the later, and the usual ones.

    With their ends in the text, one end of the usual name, and how often that stands.
    """
    forms: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in _FORMED.finditer(text) if "有限" in text else ():
        firm = text[max(0, match.start() - _FIRM) : match.start()]
        if _NAMED.fullmatch(firm) and not firm.endswith(_OTHER_KIND):
            forms[firm][match[0]].append(match.end())
    found: dict[tuple[str, str], tuple[list[int], int, int]] = {}
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


_END = "部门"
_QUALIFIED = lazy("(?:行政主管|行政|主管)?$")
_SIZES = sorted({len(trade) for trade in TRADE if len(trade) > 3}, reverse=True)
# The longest trade with a qualifier before the end.
_REACH = 20
# What stands before the department of a government, not of the army or of a ministry.
_BEFORE = lazy("[^\u4e00-\u9fff]|[省市县区州级由经向报和与及或为在请同对将按的]")
# A rare form stands at most so often, the usual one so many times as often.
_FEW, _TIMES = 2, 4


@fact("department-forms")
def department_forms(document: Document) -> tuple[OtherName, ...]:
    """The rare forms of the names of departments, in order."""
    text = document.read(own_words)
    forms: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for trade, words, start in _departments(text):
        forms[trade][words].append(start)
    several = [places for places in forms.values() if len(places) > 1]
    shorts = document.read(abbreviations) if several else ()
    declared = {one.short for one in shorts}
    stream = document.read(flow)
    found: list[OtherName] = []
    for places in several:
        usual = max(places, key=lambda words: len(places[words]))
        often, model = len(places[usual]), places[usual][0]
        for words, starts in places.items():
            if words != usual and len(starts) <= _FEW and often >= _TIMES * len(starts) and words not in declared:
                # The full name that a short form is declared for stands once.
                if any(one.full.endswith(words) for one in shorts):
                    continue
                ends = [start + len(words) for start in starts]
                found.append(other_name(stream, (words, usual), ends, model + len(usual), often))
    return tuple(sorted(found, key=lambda one: one.spans[0]))


def _departments(text: str) -> Iterator[tuple[str, str, int]]:
    """The departments of standing trades: the trade without 和, the words, and where they start."""
    for at in finds(text, _END):
        before = text[max(0, at - _REACH) : at]
        bare = _QUALIFIED.sub("", before, count=1)
        size = next((size for size in _SIZES if bare[-size:] in TRADE), 0)
        start = at - (len(before) - len(bare)) - size
        # 国土资源部门户网站 is the site of a 部.
        whole = not vocabulary.known(text[at + 1 : at + 3])
        if size and whole and (start == 0 or _BEFORE.match(text, start - 1)):
            yield bare[-size:].replace("和", ""), text[start : at + len(_END)], start
