"""同一份名单里同一单位出现两次。

依据 文件内部矛盾：一份名单中每个单位只列一次。
说明 责任单位、成员单位、牵头单位等名单中，同一单位（全称与规范化简称视为同一单位）重复出现，
往往是把另一单位误写成了它，漏掉的那个单位就没有了责任。
限度 只看用顿号连成的一份名单；括号内注明不同内设机构的（市公安局（治安支队）、市公安局（交警支队））不算重复；
“……的工作人员和……”把两份名单连在一句里的不看；联系表中一个单位多行是正常的。

Summary A body stands twice in one list, after short forms are resolved.
Basis Internal contradiction: a list names each body once.
Why The second mention usually replaced another body, which then has no duty.
Limits Looks at one enumeration joined by 、; the same body with different notes in brackets is no double, nor are
two lists run together in one sentence.
"""

from bisect import bisect_left

from linter.facts.bodies import BodyList, Member, body_lists, rosters
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, mend, needs, see


@check(
    code="LS001",
    name="duplicate-member",
    severity="error",
    reads=(body_lists, rosters),
    needs=needs("lines", "tables"),
    message={
        "zh": "名单中“{second}”重复：与前面的“{first}”是同一单位。",
        "en": "“{second}” is listed twice: it is the same body as “{first}” before it.",
    },
    examples=(
        Bad(
            "(三)加强网络监管。依法处置违法违规网站。([[~市委网信办]]、市公安局、[[市委网信办]]、"
            "市教育局按照职责分工负责)"
        ),
        Bad(
            "2.1 省防汛抗旱指挥部\n\n成员单位：[[~省发展改革委]]、省公安厅、省财政厅、省水利厅、"
            "[[省发展和改革委员会]]、省气象局等。"
        ),
        Bad("各项工作由[[~市卫健委]]、市民政局、市财政局、[[市卫生健康委员会]]等部门组织实施。"),
        Bad("（三）[[~市水务局]]、市财政局、[[市水务局]]、市审计局应当建立联席会议制度。\n"),
        Good("（一）有限责任公司、股份有限公司应当登记；\n\n（二）农民专业合作社、农民专业合作社联合社应当备案。\n"),
        Good("(市市场监管局、市监察委员会、市公安局、市城市管理局、晋城市城市公共交通有限公司按照职责分工负责)"),
        Good("1994年2月27日 财政部、地矿部、计委发布\n\n1997年7月3日 财政部、地矿部、计委修改\n"),
        Good("责任单位：市公安局(治安支队)、市公安局(交警支队)、市商务局、市水务局"),
        Good("成员单位：中国联通、中国移动、中国电信晋城分公司，市财政局、市政府办公室、市人民政府"),
    ),
)
def duplicate_member(document: Document, _options: Options) -> Findings:
    """Each second mention of a body in one list."""
    for one in document.read(body_lists):
        first: dict[tuple[str, str], Member] = {}
        seams = _seams(one)
        for at, member in enumerate(one.members):
            earlier = first.setdefault((member.key, member.note), member)
            # A seam between the two makes them members of two lists.
            if earlier is not member and bisect_left(seams, earlier.span.start) == bisect_left(
                seams, member.span.start
            ):
                yield _finding(document, one, at, earlier)


def _seams(one: BodyList) -> list[int]:
    """Where an item ends one list and begins another: 其他金融机构的工作人员和国有商业银行."""
    return [one.row.paragraph.span(item.start, item.start + 1).start for item in one.row.items if "的" in item.text]


def _finding(document: Document, one: BodyList, at: int, earlier: Member) -> Finding:
    member, before = one.members[at], one.members[at - 1]
    twice = Span(before.span.end, member.span.end)
    fix = mend("unsafe", twice, "", f"删去重复的“{member.text}”", f"drop the second “{member.text}”")
    # Only where nothing but the mark 、 is dropped with it.
    plain = document.text.normal[before.span.end : member.span.start].strip() == "、"
    return Finding(
        member.span,
        {"first": earlier.text, "second": member.text},
        related=(see(earlier.span, "前面已列", "listed before"),),
        fix=fix if plain else None,
    )
