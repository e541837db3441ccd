"""Every certain mention of a body in lists, rosters and table cells, and which forms of a name are suspect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.facts import fact
from linter.facts.bodies import TRADE, Home, home, is_body, key, parts, subsequence
from linter.facts.near import Edit, edit, near_pairs
from linter.facts.rosters import listed

if TYPE_CHECKING:
    from linter.structure.model import Document, Issue
    from linter.text import Span

# Characters that set lawful names apart: all and each, numbers, directions, levels; and joints that short forms drop.
_ORDINAL = frozenset("各本该其原一二三四五六七八九十东西南北中上下左右前后内外甲乙丙丁大小新老高第0123456789")
_LEVELS = frozenset("省市县区州盟旗镇乡村")
_JOINTS = frozenset("和与及总")
# A trade this long is told from another by more than one character.
_LONG_TRADE = 4


class Mention(NamedTuple):
    """A name as written, and its raw span."""

    name: str
    span: Span


class Variant(NamedTuple):
    """A rare form of a name beside the usual one."""

    name: str
    usual: str
    mentions: tuple[Mention, ...]
    model: Mention


@fact("body-mentions")
def mentions(document: Document) -> tuple[Mention, ...]:
    """The names of bodies in lists, rosters and table cells, in order of place."""
    found: dict[int, Mention] = {}
    for member in listed(document):
        if member.certain and is_body(member.text):
            found[member.span.start] = Mention(_joined(member.text), member.span)
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    if is_body(paragraph.text):
                        found.setdefault(paragraph.source(0), Mention(_joined(paragraph.text), paragraph.span()))
    return tuple([found[start] for start in sorted(found)])


def _joined(name: str) -> str:
    """A narrow cell breaks a name; its spaces are layout."""
    return name.replace(" ", "")


@fact("name-variants")
def variants(issue: Issue) -> tuple[Variant, ...]:
    """Rare forms of names in an issue that are no lawful short form of the usual one."""
    by_name: dict[str, list[Mention]] = {}
    where = Home()
    declared: set[str] = set()
    for document in issue.documents:
        where = where if where.place else document.read(home)
        for mention in document.read(mentions):
            by_name.setdefault(mention.name, []).append(mention)
        declared |= document.office.bodies | set(document.office.abbreviations)
    pairs = [*_one_apart(by_name, where), *_odd_shorts(by_name, where), *_doubled_place(by_name, where)]
    found: dict[str, Variant] = {}
    for rare, usual in pairs:
        if rare not in declared:
            found.setdefault(rare, Variant(rare, usual, tuple(by_name[rare]), by_name[usual][0]))
    return tuple(sorted(found.values(), key=lambda one: one.mentions[0].span))


def _one_apart(by_name: dict[str, list[Mention]], where: Home) -> Iterator[tuple[str, str]]:
    for one, other in near_pairs(by_name):
        rare, usual = sorted((one, other), key=lambda name: len(by_name[name]))
        if len(by_name[usual]) >= 2 * len(by_name[rare]) and key(rare, where) != key(usual, where):
            difference = edit(rare, usual)
            if difference and suspect(rare, usual, difference, where):
                yield rare, usual


def suspect(rare: str, usual: str, difference: Edit, where: Home) -> bool:
    """Whether the one edit between two names is a slip rather than what sets two bodies apart."""
    at, old, new = difference
    changed = {old, new} - {""}
    # A character in front sets names apart (市教育局, 教育局), unless it is none of a level and got lost.
    front = at == 0 and (bool(old) or usual[0] in _LEVELS or len(usual) <= _LONG_TRADE + 2)
    if front or at >= len(usual) - 1 or changed & _ORDINAL or (changed & _JOINTS and not (old and new)):
        return False
    if changed & _LEVELS:
        # 晋城市高速公路分公司 beside 晋城高速公路分公司: the issuer's own place with and without its level.
        return bool(where.short) and rare[:at] == where.short
    if any(character in _LEVELS for character in usual[at + 1 : 5]):
        # Within the name of a place: 沁水县, 沁源县.
        return False
    trades = (parts(rare, where)[1], parts(usual, where)[1])
    if trades[0] in TRADE or min(map(len, trades)) < _LONG_TRADE:
        return False
    return not (old and new and usual.endswith(("公司", "集团")))


def _odd_shorts(by_name: dict[str, list[Mention]], where: Home) -> Iterator[tuple[str, str]]:
    """Short forms nobody uses, of a standing trade that is named properly more often: 市市场局, 市市场监管局."""
    usual: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    odd: list[tuple[str, tuple[str, str, str]]] = []
    for name in by_name:
        level, trade, kind = parts(name, where)
        slot = (level, trade[:1], kind)
        if trade in TRADE:
            usual.setdefault(slot, {}).setdefault(TRADE[trade], []).append(name)
        elif len(trade) >= 2:
            odd.append((name, slot))
    for name, slot in odd:
        trade = parts(name, where)[1]
        for full, names in usual.get(slot, {}).items():
            often = sum(len(by_name[one]) for one in names)
            if len(trade) < len(full) and subsequence(trade, full) and often >= 2 * len(by_name[name]):
                yield name, max(names, key=lambda one: len(by_name[one]))


def _doubled_place(by_name: Iterable[str], where: Home) -> Iterator[tuple[str, str]]:
    """The issuer's place typed into a like name: 晋城控股晋城公司 beside 晋能控股晋城事业部."""
    if not where.short:
        return
    heads = {name[: name.rfind(where.short) + len(where.short)]: name for name in by_name if where.short in name}
    for name in by_name:
        if name.count(where.short) == 2:
            head = name[: name.rfind(where.short) + len(where.short)]
            for other, model in heads.items():
                difference = edit(head, other) if len(head) == len(other) else None
                if difference and difference.at < len(where.short):
                    yield name, model
