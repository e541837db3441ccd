"""Two names for the office of one function: 区教育局, where the list of members has 区教体局.

A government has one office for a function. Which name it bears differs from place to place and from reform to reform
(水利局, 水务局; 工信局, 工信委); two of them in one document on one level, never named side by side, are one office. So
are a member of a list and a body outside of it whose trade is nearly the same (县应急管理局, 县应急救援局).

Zones that are called a government once, and are run by a committee everywhere else: 园区政府, 园区管委会.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import permutations

from linter.facts.base import flow, own_words, search
from linter.facts.bodies.abbreviations import prose_names
from linter.facts.bodies.lists import body_lists
from linter.facts.bodies.mirrors import mirrors
from linter.facts.bodies.names import TRADE, Home, OtherName, is_body, issuer_home, parts
from linter.facts.bodies.rosters import rosters
from linter.language import NamedTuple, Span, lazy, lexicon
from linter.language.short_names import KIN, SUCCESSORS
from linter.structure import Document, fact

__all__ = ["twin_names", "zone_governments"]

# 市卫生部门, 市卫生行政主管部门: departments of a level, called by their trade.
_DEPARTMENT = lazy(
    "[省市县区州](?<=[^\u4e00-\u9fff].|[由向报和与及为在请会同对按].)([\u4e00-\u9fff]{2,10}?)(?:行政)?(?:主管)?部门"
)
_OFFICES = frozenset("局委")
_DEPARTMENTS = "部门"
_NO_NAME = frozenset("局委办厅 ")
# So many members make a list that is meant to be complete.
_MEMBERS = 6
# A name that stands more often is meant.
_FEW = 3
# More trades of one family or with one first character tell nothing.
_CROWD = 40
# What two trades share says nothing if it is no more than these.
_COMMON = lexicon.members("OFFICE_CHARACTER")


class _Office(NamedTuple):
    """An office of one level: its trade, its kind, whether a list of members has it, its places."""

    trade: str
    kind: str
    name: str
    spans: list[Span]
    beside: set[int]
    listed: list[bool]


def _families() -> dict[str, set[str]]:
    """For each trade the first ones of the rows that name it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for first, others in KIN.items():
        for trade in (first, *others):
            found[TRADE.get(trade, trade)].add(first)
    return found


_FAMILY = _families()
_REFORMED = {frozenset((TRADE.get(old, old), TRADE.get(new, new))) for old, some in SUCCESSORS.items() for new in some}


@fact("twin-names")
def twin_names(document: Document) -> tuple[OtherName, ...]:
    """Offices of one level that bear two names, the rarer first, each pair once, in order of place."""
    found: dict[tuple[str, str], OtherName] = {}
    for rare, usual in _pairs(_offices(document)):
        if _ranked(rare, usual) and rare.beside.isdisjoint(usual.beside):
            listed = any(usual.listed) and not any(rare.listed)
            if _is_one(rare, usual) or (listed and _is_near(rare, usual)):
                spans = tuple(sorted(rare.spans))
                twin = OtherName(rare.name, usual.name, spans, min(usual.spans), len(usual.spans), listed)
                found[rare.name, usual.name] = twin
    told = _mirrored(document) if found else frozenset()
    return tuple(sorted([one for one in found.values() if one.rare not in told], key=lambda one: one.spans[0]))


def _pairs(slots: Iterable[list[_Office]]) -> Iterator[tuple[_Office, _Office]]:
    """Both ways, the offices of one level that have a family in common or whose trades begin alike."""
    for offices in slots:
        akin: defaultdict[str, list[_Office]] = defaultdict(list)
        for office in offices:
            for word in {office.trade[0], *_FAMILY.get(office.trade, ())}:
                akin[word].append(office)
        for some in akin.values():
            if len(some) <= _CROWD:
                yield from permutations(some, 2)


def _ranked(rare: _Office, usual: _Office) -> bool:
    """Whether a name is the rarer; of two that stand as often, the one on no list, or the later one."""
    few, many = len(rare.spans), len(usual.spans)
    if few != many or any(rare.listed) != any(usual.listed):
        return few <= min(_FEW, many) and (few < many or any(usual.listed))
    return few <= _FEW and min(rare.spans) > min(usual.spans)


def _is_one(one: _Office, other: _Office) -> bool:
    """Whether two offices have one function: a county has one bureau of education, and no commission beside it."""
    if one.trade == other.trade:
        return one.kind != other.kind and one.trade in TRADE
    reformed = one.kind == other.kind and frozenset((one.trade, other.trade)) in _REFORMED
    return not reformed and not _FAMILY.get(one.trade, set()).isdisjoint(_FAMILY.get(other.trade, ()))


def _is_near(one: _Office, other: _Office) -> bool:
    """Whether two trades, of which one at most is known, share what they do: 应急管理, 应急救援."""
    if one.kind != other.kind or (one.trade in TRADE and other.trade in TRADE):
        return False
    shared = (set(one.trade) & set(other.trade)) - _COMMON
    return one.trade[0] == other.trade[0] and 2 * len(shared) >= min(
        len(set(name.trade) - _COMMON) for name in (one, other)
    )


def _mirrored(document: Document) -> frozenset[str]:
    """The bodies that a list lacks, which are told as such."""
    return frozenset([member.text for mirror in document.read(mirrors) for member in (*mirror.lost, *mirror.extra)])


def _offices(document: Document) -> list[list[_Office]]:
    """The offices of each level, and the departments of each."""
    home = document.read(issuer_home)
    slots: defaultdict[tuple[str, str], dict[tuple[str, str], _Office]] = defaultdict(dict)
    seen: set[int] = set()
    for name, span, beside, listed in _named(document):
        split = _split(name, home)
        if split and span.start not in seen:
            seen.add(span.start)
            level, trade, kind = split
            slot = slots[level, _DEPARTMENTS if kind == _DEPARTMENTS else ""]
            one = slot.setdefault((trade, kind), _Office(trade, kind, name, [], set(), []))
            one.spans.append(span)
            one.beside.add(beside)
            one.listed.append(listed)
    return [list(slot.values()) for slot in slots.values() if len(slot) > 1]


def _split(name: str, home: Home) -> tuple[str, str, str] | None:
    """Level, trade (by its full name, if it is known) and kind of an office of the issuer's own level."""
    department = _DEPARTMENT.fullmatch("," + name, 1) if name.endswith(_DEPARTMENTS) else None
    level, trade, kind = (name[0], department[1], _DEPARTMENTS) if department else parts(name, home)
    # Two names that run into each other, or a space: no name.
    if not trade or len(level) != 1 or home.level not in ("", level) or not _NO_NAME.isdisjoint(trade):
        return None
    return (level, TRADE.get(trade, trade), kind) if department or kind in _OFFICES else None


def _named(document: Document) -> Iterator[tuple[str, Span, int, bool]]:
    """Names with their places, what they stand in (a list or a paragraph), and whether that is a list of members."""
    number = 0
    for one in document.read(body_lists):
        number += 1
        complete = one.role == "members" and len(one.members) >= _MEMBERS
        for member in one.members:
            if member.certain and is_body(member.text):
                yield member.text, member.span, number, complete
    for roster in document.read(rosters):
        number += 1
        complete = roster.kind == "duties" and len(roster.entries) >= _MEMBERS
        for member in roster.members:
            if is_body(member.text):
                yield member.text, member.span, number, complete
    stream = document.read(flow)
    for mention in document.read(prose_names):
        yield mention.name, mention.span, -1 - mention.paragraph.source(0), False
    for match in _DEPARTMENT.finditer("\n" + document.read(own_words)):
        start = match.start() - 1
        paragraph = stream.unit_at(start).paragraph
        yield match[0], stream.span(start, match.end() - 1), -1 - paragraph.source(0), False


_ZONE = lazy("({ZONE})(?:(?P<government>(?:人民)?政府)|管委会|管理委员会)")


@fact("zone-governments")
def zone_governments(document: Document) -> tuple[OtherName, ...]:
    """Governments of zones whose committee the document names more often, in order of place."""
    places: dict[str, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for match in search(document, _ZONE, "政府"):
        committees, governments = places.setdefault(match[1], ([], []))
        (governments if match["government"] else committees).append(match.span())
    stream, text = document.read(flow), document.read(own_words)
    found = []
    for committees, governments in places.values():
        if governments and len(governments) < len(committees):
            words, usual = text[slice(*governments[0])], text[slice(*committees[0])]
            *spans, model = [stream.span(*one) for one in (*governments, committees[0])]
            found.append(OtherName(words, usual, tuple(spans), model, len(committees)))
    return tuple(sorted(found, key=lambda one: one.spans[0]))
