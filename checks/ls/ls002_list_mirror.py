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

from collections.abc import Iterable

from linter.facts.bodies import Member, Mirror, mirrors
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Options, check, needs, see

_KINDS = {
    "duties": Label("成员单位职责", "the duties of the members"),
    "table": Label("组成表", "the table of members"),
    "contacts": Label("联络表", "the table of contacts"),
}
_PLACES = {**_KINDS, "list": Label("成员单位名单", "the list of members")}


@check(
    code="LS002",
    name="list-mirror",
    severity="warning",
    reads=(mirrors,),
    needs=needs("lines", "tables"),
    message={
        "zh": "{where}缺“{names}”：{other}中有。",
        "en": "{where} lacks “{names}”, which {other} has.",
    },
    choices={"where": _PLACES, "other": _PLACES},
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
            "2.1 指挥部组成\n\n成员单位：建设厅、监察厅、国家税务局、地方税务局、财政厅、公安厅、审计厅。\n\n"
            "2.3 成员单位职责\n\n建设厅：负责协调。\n\n监察厅：负责监督。\n\n国税、地税局：负责税收。\n\n"
            "财政厅：负责经费。\n\n公安厅：负责治安。\n\n审计厅：负责审计。"
        ),
        Good(
            "2.1 指挥部\n\n成员由市委宣传部、市公安局、市民政局、市财政局、市交通运输局、市气象局、"
            "各区（市）政府等单位组成。\n\n"
            "2.3 成员单位\n\n市委宣传部：负责宣传。\n\n市公安局：负责秩序。\n\n市民政局：负责善后。\n\n"
            "市财政局：负责经费。\n\n市交通运输局：负责路障。\n\n市气象局：负责预报。\n\n事故发生地区（市）政府：负责先期处置。\n"
        ),
        Good(
            "一、成员单位\n\n成员单位：市公安局、市民政局、市财政局、市水利局、市气象局。\n\n二、联系表\n\n"
            "单位\t电话\n市委\t2023001\n"
            "市气象局\t2051909\n市水利局\t2025754\n市公安局\t3010110\n市民政局\t2299291\n市财政局\t2022975\n"
            "市人民医院\t2065202"
        ),
    ),
)
def list_mirror(document: Document, _options: Options) -> Findings:
    """What a roster and the list of members it mirrors do not share."""
    for mirror in document.read(mirrors):
        if mirror.lost:
            yield _lacking_in_roster(mirror)
        if mirror.extra:
            yield _lacking_in_list(mirror)


def _lacking_in_roster(mirror: Mirror) -> Finding:
    related = [see(member.span, "成员单位名单中有", "on the list of members") for member in mirror.lost]
    related += [see(place.span, "按名单顺序应列在其后", "its place by the order") for place in _before(mirror)]
    where = _KINDS[mirror.roster.kind]
    related.append(see(mirror.roster.extent, f"{where.zh}全文", f"the whole of {where.en}"))
    return Finding(mirror.roster.span, _args(mirror.lost, mirror.roster.kind, "list"), tuple(related))


def _lacking_in_list(mirror: Mirror) -> Finding:
    other = _KINDS[mirror.roster.kind]
    related = tuple(see(member.span, f"{other.zh}中有", f"in {other.en}") for member in mirror.extra)
    return Finding(mirror.members.span, _args(mirror.extra, "list", mirror.roster.kind), related)


def _args(members: Iterable[Member], where: str, other: str) -> dict[str, str]:
    return {"names": "、".join(member.text for member in members), "where": where, "other": other}


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
