"""Mirrored lists: a list of members and the roster that claims to hold the same bodies, compared for all checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.facts.bodies.lists import BodyList, Member, body_lists
from linter.facts.bodies.names import alike, is_body
from linter.facts.bodies.rosters import Roster, rosters
from linter.language import NamedTuple, lazy, subsequence
from linter.structure import Document, Paragraph, fact

__all__ = ["Mirror", "mirrors"]

# Fewer bodies in common prove no mirror; fewer than these none that its heading does not claim.
_LEAST = 5
_SURE = 8
# Lists that so many pairs of names set apart mirror nothing, and comparing them all would take long.
_APART = 20_000
# The posts of an organ stand among its first entries.
_FIRST = 40
_POST = lazy(r"{CHIEF}$")
# A body on more lists than this does not tell which one a roster mirrors.
_CROWD = 60
_CLAIM = lazy(r"{MIRRORED}")
_REST = lazy("{REST}")
# Two short names before one head noun.
_SHARED_HEAD = lazy("(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3})[、和及][\u4e00-\u9fff]{2,3}([局委厅部办])")
_TELECOM = lazy("{TELECOM}")
# The one of all bodies of a kind where it happens: 事故发生地区(市)政府 is one of 各区(市)政府.
_THERE = lazy("[\u4e00-\u9fff]{0,4}(?:发生|事发|所在|管辖)地(?=[\u4e00-\u9fff])")


class Mirror(NamedTuple):
    """A list of members beside a roster.

    ``lost`` are members the roster lacks, ``extra`` bodies of the roster that nothing explains in the list; ``pairs``
    hold one body under two conventional forms of its name, that of the list first.
    """

    members: BodyList
    roster: Roster
    lost: tuple[Member, ...]
    extra: tuple[Member, ...]
    pairs: tuple[tuple[Member, Member], ...]


@fact("mirrors")
def mirrors(document: Document) -> tuple[Mirror, ...]:
    """Each roster with the list of members it mirrors, if there is one."""
    return tuple(_mirrors(document))


def _mirrors(document: Document) -> Iterator[Mirror]:
    lists = [one for one in document.read(body_lists) if one.role == "members" and len(one.members) >= _LEAST]
    holders: dict[str, list[int]] = {}
    for at, one in enumerate(lists):
        for key in {member.key for member in one.members}:
            holders.setdefault(key, []).append(at)
    for roster in document.read(rosters) if lists else ():
        keys = {member.key for member in roster.members}
        shared = Counter(at for key in keys for at in holders.get(key, ())[:_CROWD])
        # The first of those that share most.
        best = max(sorted(shared), key=shared.__getitem__, default=-1)
        mirror = _mirror(document, lists[best], roster) if best >= 0 else None
        if mirror:
            yield mirror


def _mirror(document: Document, one: BodyList, roster: Roster) -> Mirror | None:
    """The two compared; None if they are no mirrors: too few bodies in common, or too many apart."""
    entries = roster.members
    lost, extra = _missing(one.members, entries), _missing(entries, one.members)
    others = [other for entry in roster.entries for other in entry.others]
    if len(lost) * (len(extra) + len(others)) > _APART:
        return None
    lost, extra = _pair_off(lost, extra)
    if any(other.startswith(entry.text) for entry in entries[:_FIRST] for other in others[:_FIRST]):
        # A table that lists a body beside its head (市卫生健康委员会主任) lists all bodies, whatever posts it names.
        others = [other for other in others if not _POST.search(other)]
    words = document.text.normal[slice(*roster.extent)]
    lost = [member for member in lost if member.certain and not _covered(member, others) and not _joined(member, words)]
    extra = [member for member in extra if not _covered(member, one.others)]
    shared = len(one.members) - len(lost)
    if shared < _LEAST or not _agree(document, one, roster, len(lost), len(extra)):
        return None
    extra = [] if roster.kind == "contacts" else _plain(document, one, extra, shared)
    return Mirror(one, roster, tuple(lost), tuple(extra), tuple(_renamed(one.members, entries)))


def _agree(document: Document, one: BodyList, roster: Roster, lost: int, extra: int) -> bool:
    """Whether a list and a roster hold the same but for slips: a few if its heading claims the members, else one."""
    claims = _claims(document, roster)
    if lost > max(1, len(one.members) // 6):
        return False
    if roster.kind == "contacts":
        return claims or lost == 1
    if extra > max(1, len(roster.members) // 6):
        return False
    return claims or (len(one.members) - lost >= _SURE and lost + extra <= 1)


def _claims(document: Document, roster: Roster) -> bool:
    """Whether the heading over a roster says that it holds the members; a table of tasks names whom it needs."""
    return _CLAIM.search(document.text.slice(roster.span)) is not None


def _plain(document: Document, one: BodyList, extra: list[Member], shared: int) -> list[Member]:
    """Of the entries that the list lacks, those that nothing else explains."""
    # 等 admits bodies that are not named, but hardly one of many.
    if one.open and len(extra) * 10 > shared:
        return []
    around = _around(document, one)
    # Where the list names a body whose head is the chair, it names all of them.
    if any(member.text in around for member in one.members):
        return extra
    return [member for member in extra if member.text not in around]


def _missing(members: Iterable[Member], others: Iterable[Member]) -> list[Member]:
    keys = {other.key for other in others}
    return [member for member in members if member.key not in keys]


def _renamed(members: Iterable[Member], others: Iterable[Member]) -> Iterator[tuple[Member, Member]]:
    """The bodies whose conventional forms differ: 市政府外事办公室, 市外事办. No borrowed tails."""
    by_key = {other.key: other for other in others}
    for member in members:
        other = by_key.get(member.key)
        if other and is_body(other.text) and other.text.replace(" ", "") != member.text:
            yield member, other


def _pair_off(lost: list[Member], extra: list[Member]) -> tuple[list[Member], list[Member]]:
    """Take out of both what may well be the same body under another form of its name."""
    rest = list(extra)
    still = []
    for member in lost:
        same = next((other for other in rest if alike(member.text, other.text)), None)
        if same is None:
            still.append(member)
        else:
            rest.remove(same)
    return still, rest


def _covered(member: Member, others: Iterable[str]) -> bool:
    """Words that name no body by their form may include the member: 中国移动, 各通信公司, 其他成员单位."""
    for other in others:
        if member.text in other or _REST.search(other):
            return True
        there = _THERE.match(member.text)
        if there and other.startswith("各") and member.text.startswith(other[1:], there.end()):
            return True
        # 市委 stands for itself, 中国移动 for its branch.
        if len(other) > 3 and (other in member.text or alike(other, member.text)):
            return True
        if ("通信" in other or "运营" in other) and _TELECOM.search(member.text):
            return True
    return False


def _joined(member: Member, words: str) -> bool:
    """Whether a body stands in short before another whose head noun serves both: 国税、地税局 of 国家税务局."""
    bare = member.text.lstrip("省市县区")
    shorts = (match[1] + match[2] for match in _SHARED_HEAD.finditer(words))
    return any(short[0] == bare[0] and short[-1] == bare[-1] and subsequence(short, bare) for short in shorts)


def _around(document: Document, one: BodyList) -> str:
    """The other words of the section that holds the list: they name the chair, its deputies and the office."""
    section = document.section_at(one.span.start)
    if section is None:
        return ""
    blocks = [block for block in section.body if isinstance(block, Paragraph) and block is not one.row.paragraph]
    return "\n".join([section.heading.text, *[block.text for block in blocks]])
