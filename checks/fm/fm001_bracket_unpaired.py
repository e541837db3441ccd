"""括号、引号或者书名号不成对。

依据 GB/T 15834-2011 4.8、4.9、4.15：引号、括号、书名号都成对使用，前后两个形式一致。
说明 缺了一半的括号让读者无法判断括注、引文或者文件名到哪里为止；牵头单位的括注、发文字号的六角括号尤其常见。
同类标点各自配对，一个落单的标点不影响后面的判断；断行、断页分开的一对算作成对。
限度 落单的标点可能有几处可补，指出的是剩下的那一个；1)、a) 这类序号的半括号、区间 [0,10) 不算。

Summary A bracket, quotation mark or book-title mark has no partner, or one of another kind.
Basis GB/T 15834-2011 4.8, 4.9, 4.15: these marks come in pairs of one form.
Why Without its partner nobody can tell where a note, a quotation or the title of an act ends.
Limits Where several places could take the missing mark, the finding stands at the one left over.
"""

from linter.facts.base import PARTNER, Flow, Stray, flow, pairs
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, check, mend, needs, see
from linter.language import lazy

_OPENER = {closer: opener for opener, closer in PARTNER.items()}
# A text with more strays than this is no document whose brackets an editor would mend one by one.
_CAP = 100
# Width of the quoted words in a message, in characters.
_SHOWN = 14


_CUT = lazy(r"(?:\.{3}|…)[^\w]*$")


@check(
    code="FM001",
    name="bracket-unpaired",
    severity="error",
    reads=(pairs,),
    norm="GB/T 15834-2011 4.8、4.9、4.15",
    strength="must",
    needs=needs("marks"),
    message={
        "zh": "{mark}缺少与之配对的{other}：“{words}”",
        "en": "{mark} lacks its partner {other}: “{words}”",
    },
    messages={
        "swapped": {
            "zh": "{mark}与{other}的先后颠倒：“{words}”",
            "en": "{mark} and {other} have changed places: “{words}”",
        }
    },
    examples=(
        Bad(
            "关于开展安全检查的通知\n\n各县（区）人民政府：\n\n"
            "一、加强组织领导。[[~〔]]责任单位：市应急局、市教育局[[)]]\n\n二、严格督促检查。〔责任单位：市政府办公室〕\n",
            fixed="关于开展安全检查的通知\n\n各县（区）人民政府：\n\n"
            "一、加强组织领导。〔责任单位：市应急局、市教育局〕\n\n二、严格督促检查。〔责任单位：市政府办公室〕\n",
        ),
        Bad("第一条 根据《中华人民共和国突发事件应对法》[[《]]生产安全事故应急条例等法律法规，制定本办法。\n"),
        Bad("第五条 推进“一网通办”和[[“]]跨省通办，方便群众办事。\n"),
        Bad(
            "第二条 下列用语的含义：\n\n[[“]]集中供水，是指统一取水的方式。\n\n“分散供水”，是指以户取水的方式。\n\n"
            "管护主体[[”]]，是指负责管理的单位。\n"
        ),
        Bad("三、机构应当具备：1）固定的场所[[（]]不得设在地下室；2）有证明的人员；3）完善的设施（含消防设施）。\n"),
        Bad(
            "二、落实《优化营商环境条例》（以下简称《条例[[）》]]的要求。\n",
            fixed="二、落实《优化营商环境条例》（以下简称《条例》）的要求。\n",
        ),
        Bad("一、落实制度[[（]]即商议、审议、决议。\n\n二、采购应当招标。\n\n三、严禁坐收坐支（含白条抵库）[[）]]。\n"),
        Good(
            "海州市供水办法\n\n第一条 制定本办法。\n第二条 供水应当达标。\n（海水规〔2022〕2\n号）\n\n"
            "海州市节水要点（暂行）\n第一章 总则\n第一条 制定本要点。\n第二条 用水应当节约。\n"
        ),
        Good("五、流程：\n\n提交申请 --》进入初审 —》领取证件\n"),
        Good("供水办法》的通知\n\n第二十条 本办法自发布之日起施行。\n\n关于印发《\n"),
        Good("三、注意：1）按照意见修改；\n\n2）封面按照要求填写；\n\n3）注意一致。\n"),
        Good(
            "二、检查对象分为：甲）居民用户；乙）餐饮用户；台账有：ⅰ）名称；ⅱ）数量。从业人员应当：\n\ni)身体健康；\n\nii)无犯罪记录；\n\niii)有证书。\n"
        ),
        Good("政策文件\n\n关于印发《城市供水管理办法》的通知\n\n解读《关于进一步加强城市供水…\n\n城市供水管理办…》\n"),
        Good("三、水量（月用水量[0，10）吨）、[10，20）吨、（20，30]吨的，分别按1）、2）、3）执行。\n"),
        Good("第二条 本条例所称公共机构（含事业单位、团体组织），是指全部或者部分使用财政性资金的机构。\n"),
        Good(
            "关于修改《晋江市建设管理办法》的决定\n\n一、将第三条修改为：“建设单位应当申请施工许可。\n\n"
            "“未取得施工许可的，不得施工。”\n\n二、删去第五条。\n"
        ),
    ),
)
def bracket_unpaired(document: Document, options: Options) -> Findings:
    """Every mark without partner, up to a hundred."""
    stream = document.read(flow)
    for stray in document.read(pairs).strays[:_CAP]:
        if _is_cut(stream, stray):
            continue
        yield _mixed(document, stream, stray) if stray.other >= 0 else _lone(stream, stray)
    for closer in document.read(pairs).swapped[:_CAP]:
        place = stream.span(closer, closer + 2)
        words = stream.text[max(closer + 2 - _SHOWN, stream.unit_at(closer).start) : closer + 2]
        mark, other = words[-2], words[-1]
        fix = mend("safe", place, document.text.raw[place.start : place.end][::-1])
        yield Finding(place, {"mark": mark, "other": other, "words": words}, fix=fix, message="swapped")


def _is_cut(stream: Flow, stray: Stray) -> bool:
    """Whether a page cut the words short, and the partner with them: 《办法》的通…》, 《 at the end, 》 at the head."""
    unit = stream.unit_at(stray.offset)
    if stray.mark in PARTNER:
        ends = not stream.text[stray.offset + 1 :].strip()
        return ends or _CUT.search(stream.text, stray.offset, unit.end) is not None
    if unit.start == 0 and stream.text.rstrip().endswith(_OPENER[stray.mark]):
        return True
    return _CUT.search(stream.text, max(unit.start, stray.offset - 4), stray.offset) is not None


def _lone(stream: Flow, stray: Stray) -> Finding:
    at, mark = stray.offset, stray.mark
    unit = stream.unit_at(at)
    if mark in PARTNER:
        other, words = PARTNER[mark], stream.text[at : min(at + _SHOWN, unit.end)]
    else:
        other, words = _OPENER[mark], stream.text[max(at + 1 - _SHOWN, unit.start) : at + 1]
    # Where a text begins, the words before the mark may have been lost, and the partner with them.
    headless = mark not in PARTNER and unit.start == 0
    severity: Severity | None = "warning" if headless else None
    return Finding(stream.span(at, at + 1), {"mark": mark, "other": other, "words": words}, severity=severity)


def _mixed(document: Document, stream: Flow, stray: Stray) -> Finding:
    """An opener of one kind and, in the place of its closer, a mark of another."""
    place = stream.span(stray.other, stray.other + 1)
    opener = stream.span(stray.offset, stray.offset + 1)
    closer = PARTNER[document.text.raw[opener.start : opener.end].translate({0xFF08: "(", 0xFF3B: "["})]
    wide = document.text.raw[opener.start] > "\uff00"
    repair = chr(ord(closer) + 0xFEE0) if wide else closer
    head = max(stray.other + 1 - _SHOWN, stream.unit_at(stray.other).start)
    return Finding(
        place,
        {"mark": stray.mark, "other": closer, "words": stream.text[head : stray.other + 1]},
        related=(see(opener, f"与这里的{stray.mark}配对", f"pairs with this {stray.mark}"),),
        fix=mend("safe", place, repair, f"改为{repair}", f"write {repair}"),
    )
