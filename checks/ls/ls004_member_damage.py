"""名单中的单位名称带有多余的字符。

依据 文件内部矛盾：去掉多余字符后，正是本文件其他地方出现的单位名称。
说明 牵头单位、责任单位等栏里夹带的“的”“了”、数字、句点、字母，多是删改或识别留下的残余。
限度 只看带标签的名单（牵头单位：…）、括号内的责任单位和表格中的单位栏，且去掉残余后必须是本文件用过的名称。

Summary A member of a list carries stray characters.
Basis Internal contradiction: without them it is a body the document names elsewhere.
Why A left-over 的, digit or letter beside a name comes from editing or recognition.
Limits Only labelled lists, bracketed responsibilities and columns of bodies, and only if the rest is a name in use.
"""

from collections.abc import Mapping

from linter.facts.bodies import Item, ListRow, body_lists, enumerations, is_body, listed, rosters
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, mend, needs, see
from linter.language import lazy

_STRAY = lazy(r"^([0-9A-Za-z.·*#~\-_]*)([^\W\da-zA-Z_]+?)([的了是之0-9A-Za-z.·*#~\-_]*)$")


@check(
    code="LS004",
    name="member-damage",
    severity="warning",
    preview=True,
    reads=(enumerations, body_lists, rosters),
    needs=needs("marks"),
    message={
        "zh": "名单中的“{words}”带有多余字符：本文件其他地方作“{name}”。",
        "en": "“{words}” in the list carries stray characters: it is “{name}” elsewhere.",
    },
    examples=(
        Bad(
            "2.4.7 新闻报道组\n\n牵头单位：[[市委宣传部的]]\n\n成员单位：市公安局、市大数据局\n\n2.4.8 善后处置组\n\n"
            "牵头单位：市民政局\n\n"
            "成员单位：市委宣传部、市财政局"
        ),
        Bad("责任单位：市教育局、[[市财政局1]]、市公安局。\n\n责任单位：市财政局、市教育局、市民政局。"),
        Good(
            "牵头单位：市委宣传部\n\n成员单位：市公安局的治安支队、市大数据局、市民政局\n\n"
            "责任单位：市公安局、市委宣传部的二级机构"
        ),
    ),
)
def member_damage(document: Document, _options: Options) -> Findings:
    """Each item of a list of bodies that is a known name but for stray characters."""
    known: dict[str, list[Span]] = {}
    for member in listed(document):
        known.setdefault(member.text, []).append(member.span)
    for row in document.read(enumerations) if known else ():
        if row.label or row.bracketed:
            for item in row.items:
                yield from _damage(row, item, known)


def _damage(row: ListRow, item: Item, known: Mapping[str, list[Span]]) -> Findings:
    match = _STRAY.match(item.text)
    if not match or not (match[1] or match[3]) or is_body(item.text):
        return
    span = row.span(item)
    other = next((one for one in known.get(match[2], ()) if one.start != span.start), None)
    if other:
        fix = mend("unsafe", span, match[2])
        related = (see(other, "其他地方的名称", "its name elsewhere"),)
        yield Finding(span, {"words": item.text, "name": match[2]}, related, fix)
