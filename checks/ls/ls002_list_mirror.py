"""应当一致的两份单位名单不一致。

依据 文件内部矛盾：成员单位名单与成员单位职责、组成表、联络表所指是同一批单位。
说明 名单上有而职责中没有的单位没有任务，职责中有而名单上没有的单位没有名分；联络表漏列的单位在应急时联系不上。
限度 顺序不同、规范化简称、几家单位合为一项（三家通信公司）、联络表多出的单位均视为一致；
两份名单差别较大的，不认为互为镜像。

Summary Two places that hold the same list of bodies differ.
Basis Internal contradiction: the members, their duties, the table of members and of contacts are one set of bodies.
Why A member without duties has no task; a body with duties that is no member has no standing.
Limits Order, short forms, several bodies in one entry and more bodies in a table of contacts are equal. Lists that
differ much are no mirrors.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.check import Bad, Good, check
from linter.facts.bodies import alike
from linter.facts.body_lists import BodyList, Member, body_lists
from linter.facts.rosters import Roster, rosters
from linter.finding import Finding, Label, Related
from linter.structure.model import Document, Paragraph

# Fewer bodies in common prove no mirror; fewer than these none that its heading does not claim.
_LEAST = 5
_SURE = 8
# Lists that so many pairs of names set apart mirror nothing, and comparing them all would take long.
_APART = 2_000
# A body on more lists than this does not tell which one a roster mirrors.
_CROWD = 60
_CLAIM = re.compile(r"成员|职责|组成|联[络系]|通[讯信]|名单|机构|指挥")
_KINDS = {
    "duties": Label("成员单位职责", "the duties of the members"),
    "table": Label("组成表", "the table of members"),
    "contacts": Label("联络表", "the table of contacts"),
}
_REST = ("其他", "其它", "各成员单位", "有关部门", "相关部门")
_TELECOM = ("移动", "联通", "电信", "铁塔", "广电网络")


class Mirror(NamedTuple):
    """A list of members beside a roster: members the roster lacks, entries the list lacks."""

    members: BodyList
    roster: Roster
    lost: list[Member]
    extra: list[Member]


@check(
    code="LS002",
    name="list-mirror",
    severity="warning",
    reads=(body_lists, rosters),
    message={
        "zh": "{where_zh}缺“{names}”：{other_zh}中有。",
        "en": "{where_en} lacks “{names}”, which {other_en} has.",
    },
    examples=(
        Bad(
            "2.1 指挥部组成\n\n成员单位：市委宣传部、市教育局、市公安局、[[~市民政局]]、市财政局、市水利局、"
            "市气象局。\n\n"
            "[[2.3 成员单位职责]]\n\n市委宣传部：负责宣传。\n\n市教育局：负责学校安全。\n\n市公安局：负责治安。\n\n"
            "市财政局：负责经费。\n\n"
            "市水利局：负责水情。\n\n市气象局：负责气象预报。"
        ),
        Bad(
            "2.1 指挥部\n\n[[成员单位：省委宣传部、省发展改革委、省公安厅、省财政厅、省水利厅]]。\n\n2.2 职责\n\n"
            "(1)省委宣传部：负责宣传。\n\n"
            "(2)省发展改革委：负责项目。\n\n(3)省公安厅：负责治安。\n\n(4)省财政厅：负责经费。\n\n"
            "(5)省水利厅：负责水情。\n\n"
            "(6)[[~省应急厅]]：负责救援。"
        ),
        Good(
            "2.1 指挥部组成\n\n成员单位：市委宣传部、市发展和改革委员会、市公安局、市卫生健康委员会、市财政局、"
            "市水利局、"
            "中国移动滨海分公司、中国电信滨海分公司。\n\n2.3 成员单位职责\n\n市公安局：负责治安。\n\n"
            "市委宣传部：负责宣传。\n\n"
            "市发改委：负责项目。\n\n市卫健委：负责救治。\n\n市财政局：负责经费。\n\n市水利局：负责水情。\n\n"
            "中国移动、中国电信滨海分公司：负责通信。"
        ),
        Good(
            "一、成员单位\n\n成员单位：市公安局、市民政局、市财政局、市水利局、市气象局。\n\n二、联系表\n\n"
            "单位\t电话\n市委\t2023001\n"
            "市气象局\t2051909\n市水利局\t2025754\n市公安局\t3010110\n市民政局\t2299291\n市财政局\t2022975\n"
            "市人民医院\t2065202"
        ),
    ),
)
def list_mirror(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    """What a roster and the list of members it mirrors do not share."""
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
        if mirror and mirror.lost:
            yield _lacking_in_roster(mirror)
        if mirror and mirror.extra:
            yield _lacking_in_list(mirror)


def _mirror(document: Document, one: BodyList, roster: Roster) -> Mirror | None:
    """The two compared; None if they are no mirrors: too few bodies in common, or too many apart."""
    entries = roster.members
    lost, extra = _missing(one.members, entries), _missing(entries, one.members)
    if len(lost) * len(extra) > _APART:
        return None
    lost, extra = _pair_off(lost, extra)
    others = [other for entry in roster.entries for other in entry.others]
    lost = [member for member in lost if member.certain and not _covered(member, others)]
    extra = [member for member in extra if not _covered(member, one.others)]
    shared = len(one.members) - len(lost)
    if shared < _LEAST or len(lost) > max(1, len(one.members) // 6):
        return None
    if roster.kind == "contacts":
        return Mirror(one, roster, lost, []) if _claims(document, roster) or len(lost) == 1 else None
    if len(extra) > max(1, len(entries) // 6):
        return None
    if not _claims(document, roster) and (shared < _SURE or len(lost) + len(extra) > 1):
        return None
    return Mirror(one, roster, lost, _plain(document, one, extra, shared))


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
        if member.text in other or any(rest in other for rest in _REST):
            return True
        # 市委 stands for itself, 中国移动 for its branch.
        if len(other) > 3 and (other in member.text or alike(other, member.text)):
            return True
        if ("通信" in other or "运营" in other) and any(word in member.text for word in _TELECOM):
            return True
    return False


def _around(document: Document, one: BodyList) -> str:
    """The other words of the section that holds the list: they name the chair, its deputies and the office."""
    section = document.section_at(one.span.start)
    if section is None:
        return ""
    blocks = [block for block in section.body if isinstance(block, Paragraph) and block is not one.row.paragraph]
    return "\n".join([section.heading.text, *[block.text for block in blocks]])


def _lacking_in_roster(mirror: Mirror) -> Finding:
    related = [Related(member.span, Label("成员单位名单中有", "on the list of members")) for member in mirror.lost]
    related += [
        Related(place.span, Label("按名单顺序应列在其后", "its place by the order")) for place in _before(mirror)
    ]
    where = _KINDS[mirror.roster.kind]
    return Finding(
        mirror.roster.span, _args(mirror.lost, where, Label("成员单位名单", "the list of members")), tuple(related)
    )


def _lacking_in_list(mirror: Mirror) -> Finding:
    other = _KINDS[mirror.roster.kind]
    related = tuple(Related(member.span, Label(f"{other.zh}中有", f"in {other.en}")) for member in mirror.extra)
    return Finding(
        mirror.members.span, _args(mirror.extra, Label("成员单位名单", "the list of members"), other), related
    )


def _args(members: list[Member], where: Label, other: Label) -> dict[str, str]:
    names = "、".join(member.text for member in members)
    return {"names": names, "where_zh": where.zh, "where_en": where.en, "other_zh": other.zh, "other_en": other.en}


def _before(mirror: Mirror) -> list[Member]:
    """The entries behind which the lost members would stand, by the order of the list."""
    by_key = {member.key: member for member in mirror.roster.members}
    lost = {member.key for member in mirror.lost}
    found: dict[str, Member] = {}
    last = None
    for member in mirror.members.members:
        if member.key in lost and last:
            found.setdefault(last.key, last)
        last = by_key.get(member.key, last)
    return list(found.values())
