"""正文给一个单位派了任务，而它不在任何一份成员名单上。

依据 文件内部矛盾：成员单位名单应当包括承担任务的单位。
说明 保障措施里点名由某局负责，而它既不是成员单位，也不在任何工作组里，通知和联络都到不了它。
限度 只看与名单中单位同级（市、省、县、区）的单位，每个单位只提示一次；上级机关、指挥部自身和党委政府不算。

Summary A body is given a duty and is on no list of members.
Basis Internal contradiction: the list of members names those that have duties.
Why A body named in one sentence only gets neither notice nor call.
Limits Bodies of the members' own level only, once each; higher organs and the headquarters itself are left out.
"""

from linter.facts.bodies import BodyList, alike, body_lists, is_body, known_names, listed, rosters
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy

# Fewer members make a team, not a headquarters whose list is meant to be complete.
_LEAST = 8
_DUTY = lazy(r"(?:^|[。;,:]|由)([省市县区州]\w{2,14}?{DEPARTMENT}(?<![部室]))(?={DUTY}|应当|[应要]及时)")


@check(
    code="LS008",
    name="outsider",
    severity="note",
    reads=(body_lists, rosters, known_names),
    strict=True,
    needs=needs("lines", "tables"),
    message={
        "zh": "“{body}”承担任务，但不在任何成员单位名单上。",
        "en": "“{body}” is given a duty but is on no list of members.",
    },
    examples=(
        Bad(
            "2.1 指挥部\n\n[[~成员单位：市委宣传部、市公安局、市民政局、市财政局、市住建局、市交通局、市卫健委、"
            "市应急局]]。\n\n6 应急保障\n\n6.1 通信保障\n\n"
            "通信能力不足时，由[[市无线电管理局]]组织协调电信运营企业给予支持。"
        ),
        Good(
            "2.1 指挥部\n\n成员单位：市委宣传部、市公安局、市民政局、市财政局、市住建局、市交通局、市卫健委、"
            "市应急局。\n\n6 应急保障\n\n"
            "由市住房和城乡建设局组织抢修，市应急管理局负责协调。由省水利厅组织调度。"
        ),
    ),
)
def outsider(document: Document, _options: Options) -> Findings:
    """The first duty of each body that no list names."""
    lists = [one for one in document.read(body_lists) if one.role == "members" and len(one.members) >= _LEAST]
    if not lists:
        return
    largest = max(lists, key=lambda one: len(one.members))
    level = next((member.text[0] for member in largest.members if member.text[0] in "省市县区州"), "")
    seen = {member.key for member in listed(document)}
    known = document.read(known_names)
    for paragraph in document.paragraphs if level else ():
        for match in _DUTY.finditer(paragraph.text):
            body = match[1]
            key = known.key(body)
            if body[0] == level and is_body(body) and key not in seen and not _resembles(body, largest):
                seen.add(key)
                place = see(largest.span, "成员单位名单", "the list of members")
                yield Finding(paragraph.span(match.start(1), match.end(1)), {"body": body}, (place,))


def _resembles(body: str, largest: BodyList) -> bool:
    return any(alike(body, member.text) or body.startswith(member.text) for member in largest.members)
