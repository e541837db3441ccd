"""宣布设立的工作组与逐个说明的工作组对不上。

依据 文件内部矛盾：正文列出的工作组，应当各有一段同名的说明；说明的工作组，应当都在名单上。
说明 组名一字之差（调查监测组、调查检测组），执行时不知是否同一个组；列出而没有说明的组，职责落空。
限度 名单以“等”结尾的，多出的组不报；名称一个是另一个缩写的（专家组、专家咨询组）视为同一个组。

Summary The groups a document sets up and the groups it describes one by one are not the same.
Basis Internal contradiction: each group declared has its paragraph, each paragraph its group.
Why A name that differs by a character leaves open whether it is the same group; a missing one has no duties.
Limits If the declaration ends in 等, groups beyond it are lawful; a shortened name is the same group.
"""

from collections import Counter

from linter.facts.bodies import Declaration, Described, Group, group_declarations, groups_described
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Related, check, needs, see
from linter.language import subsequence

# An experts' group advises; it is often described beside the working groups without being one of them.
_BESIDE = "专家"
# A name declared more often than this (综合组) does not tell which declaration is described.
_CROWD = 60


@check(
    code="LS003",
    name="group-heading",
    severity="error",
    reads=(group_declarations, groups_described),
    needs=needs("lines", "tables"),
    message={
        "zh": "工作组“{names}”已宣布设立，但没有相应的说明。",
        "en": "group “{names}” is set up but nowhere described.",
    },
    messages={
        "renamed": {
            "zh": "工作组“{names}”与宣布设立的“{other}”名称不一致。",
            "en": "group “{names}” is called “{other}” where it is set up.",
        },
        "extra": {
            "zh": "工作组“{names}”有专门说明，但不在宣布设立的名单上。",
            "en": "group “{names}” is described but was not set up.",
        },
    },
    examples=(
        Bad(
            "2.4 应急工作组\n\n指挥部下设综合协调组、[[~调查监测组]]、新闻报道组3个工作组。\n\n2.4.1 综合协调组\n\n"
            "负责协调。\n\n"
            "2.4.2 [[调查检测组]]\n\n负责调查。\n\n2.4.3 新闻报道组\n\n负责报道。"
        ),
        Bad(
            "2.4 应急工作组\n\n指挥部下设综合协调组、[[~调查监测组]]、新闻报道组3个工作组。\n\n2.4.1 综合协调组\n\n"
            "负责协调。\n\n2.4.2 [[调查检测组]]\n\n负责调查。\n\n2.4.3 新闻报道组\n\n负责报道。\n\n"
            "4.5 现场处置\n\n4.5.1 综合协调组\n\n汇总信息。\n\n4.5.2 [[~调查检测组]]\n\n查明原因。\n\n"
            "4.5.3 新闻报道组\n\n发布信息。\n"
        ),
        Bad(
            "二、工作机构\n\n领导小组下设综合组、[[宣传组]]、保障组、督导组。\n\n综合组：负责综合协调。\n\n"
            "保障组：负责后勤保障。\n\n督导组：负责督促检查。"
        ),
        Bad(
            "（一）工作组\n\n设立[[~抢险救援组、医疗救治组、治安警戒组]]。\n\n1.抢险救援组。由省应急厅牵头。\n\n"
            "2.医疗救治组。由省卫生健康委牵头。\n\n"
            "3.治安警戒组。由省公安厅牵头。\n\n4.[[善后工作组]]。由省民政厅牵头。"
        ),
        Good(
            "2.4 应急工作组\n\n根据需要成立综合协调组、医疗救援组、治安保卫组等工作组。\n\n2.4.1 综合协调组\n\n"
            "负责协调。\n\n"
            "2.4.2 医疗救援组\n\n负责救援。\n\n2.4.3 治安保卫组\n\n负责保卫。\n\n2.4.4 专家咨询组\n\n提供咨询。\n\n"
            "2.4.5 善后处置组\n\n负责善后。"
        ),
    ),
)
def group_heading(document: Document, _options: Options) -> Findings:
    """What a declaration and its description do not have in common."""
    declared = document.read(group_declarations)
    holders: dict[str, list[int]] = {}
    for at, declaration in enumerate(declared):
        for group in declaration.groups:
            holders.setdefault(group.name, []).append(at)
    found: list[Finding] = []
    for one in document.read(groups_described) if declared else ():
        names = {group.name for group in one.groups}
        common = Counter(at for name in names for at in set(holders.get(name, ())[:_CROWD]))
        source = max(sorted(common), key=common.__getitem__, default=-1)
        if source >= 0 and common[source] >= max(2, (len(one.groups) + 1) // 2):
            found += _compare(declared[source], one)
    yield from _once(found)


def _once(found: list[Finding]) -> Findings:
    """A name that differs in more than one description is told once, with its other places."""
    same: dict[object, list[Finding]] = {}
    for one in found:
        renamed = one.message == "renamed"
        same.setdefault((one.args["names"], one.args["other"]) if renamed else id(one), []).append(one)
    for first, *others in same.values():
        again = tuple([see(one.span, "同样的写法", "the same form") for one in others])
        yield first._replace(related=first.related + again)


def _compare(declaration: Declaration, one: Described) -> Findings:
    lost = _unmatched(declaration.groups, one.groups)
    extra = _unmatched(one.groups, declaration.groups)
    for group in list(extra):
        near = next((other for other in lost if _near(group.name, other.name)), None)
        if near:
            lost.remove(near)
            extra.remove(group)
            place = see(near.span, "设立时的名称", "its name when set up")
            yield _finding([group], place, message="renamed", other=near.name)
    if lost and len(one.groups) * 5 >= len(declaration.groups) * 2:
        related = [see(one.span, "逐组说明的部分", "where the groups are described")]
        related += [see(group.span, "也没有说明", "not described either") for group in lost[1:]]
        yield _finding(lost, *related)
    if not declaration.open:
        place = see(declaration.span, "设立的工作组名单", "the groups set up")
        for group in extra:
            if _BESIDE not in group.name:
                yield _finding([group], place, message="extra")


def _finding(groups: list[Group], *related: Related, message: str = "", other: str = "") -> Finding:
    names = "、".join(group.name for group in groups)
    return Finding(groups[0].span, {"names": names, "other": other}, related, message=message)


def _unmatched(groups: tuple[Group, ...], others: tuple[Group, ...]) -> list[Group]:
    names = {other.name for other in others}
    return [one for one in groups if one.name not in names and not any(_same(one.name, name) for name in names)]


def _same(one: str, other: str) -> bool:
    """One is the other shortened by a word (two characters), or with its level before it."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return long[0] in "省市县区州" and long.endswith(short)
    return len(long) > len(short) and subsequence(short, long)


def _near(one: str, other: str) -> bool:
    """At least half of the characters are shared, 组 not counted."""
    shared = sum((Counter(one[:-1]) & Counter(other[:-1])).values())
    return shared * 2 >= max(len(one), len(other)) - 1
