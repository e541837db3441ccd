"""分工表、清单照抄正文的句子，却有几个字不同。

依据 文件内部矛盾：任务分工表、责任清单、分类说明逐句照录正文，文字应当一致。
说明 同一任务在正文和分工表里写法不同，落实时不知以哪一处为准；多半是正文改了、附表没有跟着改。
限度 附表中至少三句、三分之一的句子与正文逐字相同，才认为是照录；一处相差超过三个字的，认为是有意改写；标点不同不报。
表中一栏逐行重复另一栏（备注重复所录条文）的，至少五行逐字相同才看，数目不同的不报。
任务表的各行写着正文各段的任务名称的，表中与正文只有数目不同的说法、与“由某单位牵头”不同的牵头单位，也报告。

Summary A table or annex copies the sentences of the body, and one differs by a few characters.
Basis Internal contradiction: a table of tasks or a list of duties repeats the body word for word.
Why Where the two differ it is open which one holds; usually the body was changed and the table was not.
Limits At least three sentences and a third of all must be copied word for word; a difference of more than three
characters is rewording. A column that repeats another (remarks beside the law) is read if five rows are word for word.
Where the rows of a table of tasks bear the names of those in the text, figures and leads that differ are told, too.
"""

from linter.facts.wording import copies, retold_rows, row_copies
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="LS009",
    name="copied-text-differs",
    severity="warning",
    reads=(copies, row_copies, retold_rows),
    needs=needs("lines", script="simplified"),
    message={
        "zh": "“{words}”照录正文却有出入：正文作“{source}”。",
        "en": "“{words}” copies the body but differs: the body has “{source}”.",
    },
    messages={
        "row": {
            "zh": "“{words}”与本行所录条文不一致：条文作“{source}”。",
            "en": "“{words}” departs from the text quoted in its row: “{source}”.",
        },
        "figure": {
            "zh": "表中作“{words}”，正文同一任务作“{source}”。",
            "en": "the table has “{words}”, the text “{source}” for the same task.",
        },
        "lead": {
            "zh": "表中由“{words}”牵头，正文同一任务由“{source}”牵头。",
            "en": "the table has “{words}” in the lead, the text “{source}” for the same task.",
        },
    },
    examples=(
        Bad(
            "裁量标准\n\n序号\t违法行为\t法律依据\t备注\n"
            + "".join(
                [
                    f"{at}\t{act}的\t条例第{at}条：{act}的，由主管部门责令改正，处一万元罚款；拒不改正的，责令停产整治。"
                    "\t拒不改正的，责令停产整治\n"
                    for at, act in enumerate(("未监测", "未公开", "未联网", "未保存记录", "未安装设备"), 1)
                ]
            )
            + "6\t未报告的\t条例第6条：未报告的，由主管部门责令改正，处一万元罚款；[[~拒不改正的，责令停产整治]]。"
            "\t[[逾期不改正的，责令停产整治]]"
        ),
        Bad(
            "关于印发全民健身实施方案的通知\n\n一、主要任务\n\n"
            "[[~(一)完善公共体育设施网络，每个街道建成一个健身中心]]。\n\n"
            "(二)推动学校体育场地在课余时间向社会开放。\n\n"
            "(三)培养社会体育指导员队伍，提高科学健身指导水平。\n\n(四)举办全民健身运动会，丰富群众体育赛事活动。\n\n"
            "附件\n\n任务分工表\n\n"
            "序号\t任务\t责任单位\n1\t[[完善公共体育设施网络，每个乡镇建成一个健身中心]]\t市体育局\n"
            "2\t推动学校体育场地在课余时间向社会开放\t市教育局\n"
            "3\t培养社会体育指导员队伍，提高科学健身指导水平\t市体育局\n"
            "4\t举办全民健身运动会，丰富群众体育赛事活动\t市体育局"
        ),
        Bad(
            "防涝行动方案\n\n一、主要任务\n\n（一）实施雨污分流改造。[[~改造合流管网42公里]]，由区住建局牵头。\n\n"
            "（二）整治易涝积水点。逐点制定方案，由[[~区城管局]]牵头。\n\n（三）建设雨水调蓄设施。利用公园建设，由区资源局牵头。\n\n"
            "二、任务分工表\n\n|任务|内容|牵头单位|\n|---|---|---|\n|实施雨污分流改造|[[改造合流管网24公里]]|区住建局|\n"
            "|整治易涝积水点|逐点制定方案|[[区水务局]]|\n|建设雨水调蓄设施|利用公园建设|区资源局|\n"
        ),
        Good(
            "关于印发全民健身实施方案的通知\n\n一、主要任务\n\n"
            "(一)完善公共体育设施网络，每个街道建成一个健身中心。\n\n(二)推动学校体育场地在课余时间向社会开放。\n\n"
            "附件\n\n任务分工表\n\n序号\t任务\t责任单位\n"
            "1\t完善公共体育设施网络，各镇街建成健身中心和健身步道\t市体育局\n"
            "2\t推动学校体育场地在课余时间向社会开放\t市教育局"
        ),
        Good(
            "数字化转型重点任务实施方案\n\n一、任务\n\n（一）对中小企业开展数字化水平评测，形成一企一档。\n\n"
            "（二）建立转型服务商资源池，每年动态调整一次。\n\n（三）支持链主企业带动上下游企业协同转型。\n\n"
            "附件：数字化转型重点任务分工表\n\n附件\n\n数字化转型重点任务分工表\n\n序号\t任务\n"
            "1\t对中小企业开展数字化水平评测，形成一企一档\n2\t建立转型服务商资源池，每年动态调整一次\n"
            "3\t支持链主企业带动上下游企业协同转型\n"
        ),
    ),
)
def copied_text_differs(document: Document, _options: Options) -> Findings:
    """Each sentence of a copy that departs from its source."""
    for one in document.read(copies):
        words, source = _differing(one.copied.plain, one.source.plain)
        yield Finding(
            one.copied.span,
            {"words": words, "source": source},
            related=(see(one.source.span, "正文的句子", "the sentence of the body"),),
        )
    for one in document.read(row_copies):
        yield Finding(
            one.copied.span,
            {"words": one.copied.plain, "source": one.source.plain},
            related=(see(one.source.span, "本行所录的条文", "the text quoted in the row"),),
            message="row",
        )
    for told in document.read(retold_rows):
        yield Finding(
            told.span,
            {"words": told.words, "source": told.source},
            related=(see(told.source_span, "正文的同一任务", "the same task in the text"),),
            message=told.kind,
        )


def _differing(one: str, other: str) -> tuple[str, str]:
    """Both from a little before they part to a little behind."""
    at = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), 0)
    start = max(0, at - 6)
    return one[start : at + 9], other[start : at + 9]
