"""编号不连续：跳过了一个序号，或者序号放错了位置。

依据 立法法第六十五条、GB/T 9704-2012 7.3.3：章、节、条和结构层次的序数依次标注。
说明 跳号说明漏了一条，或者编号打错；引用“第几条”“第几项”的文件都会因此失准。
后一个序号接得上时，只有这一个打错，给出改法。
同级标题、跨章连续的条、跨标题连续编号的项目、段首的 a）b）c）、段内的（1）（2）（3）和“一是、二是”、
表格的序号列都看。
限度 重新从1开始的列表算作另一个列表；缺的序号在前文中连排出现时不报；法律的片段不从第一条开始，不报；修改决定不看。

Summary A number in a list is skipped, or stands where another is due.
Basis Legislation Law art. 65, GB/T 9704-2012 7.3.3: chapters, articles and levels are numbered in order.
Why A hole means a lost item or a wrong number, and references by number go astray.
Limits A list that begins again at 1 is another list; a number run into earlier words is not missing;
amending acts are skipped.
"""

from linter.facts.references import NumberBreak, number_breaks, written
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, check, mend, needs, see


@check(
    code="NM001",
    name="number-skipped",
    severity="error",
    reads=(number_breaks,),
    norm="GB/T 9704-2012 7.3.3",
    strength="must",
    needs=needs("lines", "tables", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "编号不连续：应为“{expected}”，却是“{found}”",
        "en": "numbering breaks: “{expected}” is due, “{found}” stands",
    },
    examples=(
        Bad(
            "环境保护条例\n\n第一条 为了保护环境，制定本条例。\n\n[[~第二条]] 本条例适用于本省。\n\n"
            "[[第四条]] 县级以上人民政府负责本条例的实施。\n\n第五条 本条例自公布之日起施行。\n"
        ),
        Bad(
            "关于做好防汛工作的通知\n\n一、加强领导\n\n二、明确重点\n\n[[八、]]压实责任\n\n四、强化督查\n",
            fixed="关于做好防汛工作的通知\n\n一、加强领导\n\n二、明确重点\n\n三、压实责任\n\n四、强化督查\n",
        ),
        Bad("应急预案\n\n1 总则\n\n[[3]] 职责\n\n2 组织\n\n4 附则\n"),
        Bad(
            "6 抢通\n\n6.3 交通管制\n\n6.3.1 按评估建议实施。\n\n6.3.2 限速通行。\n\n[[6.4.3]] 发布管制信息。\n\n"
            "6.4 处置\n\n6.4.1 清除障碍。\n\n6.4.2 回填路基。\n"
        ),
        Bad(
            "一、总则\n\n（一）目的。制定本预案。\n\n二、组织体系\n\n[[~（一）]]县委员会统一领导。\n\n[[（三）]]专家组提供支持。\n\n"
            "[[四、]]应急响应\n\n（一）先期处置。\n\n五、附则\n\n本预案由县应急管理局解释。\n"
        ),
        Bad(
            "用语：\n\na）预警：是指提前通报。\n\n[[~b）]]响应：是指采取措施。\n\n[[d）]]演练：是指模拟处置。\n\n"
            "e）评估：是指分析结果。\n"
        ),
        Bad("操作说明\n\n步骤一：打开电源。\n\n步骤[[~二：]]检查油压。\n\n步骤[[四：]]启动水泵。\n"),
        Good("第十八条 有下列情形之一的，免征：\n\n（一）……\n\n（二）……\n\n（五）其他情形。\n"),
        Bad("海州市应急预案\n\n1 总则\n\n1.1 编制目的\n\n1.2 编制依据\n\n[[1.4]] 适用范围\n\n2 组织体系\n"),
        Good(
            "科目名录\n\n25. 医学影像科\n\n26. 麻醉科\n\n30. 医学检验科\n\n30.01 临床体液专业\n\n"
            "30.02 临床微生物学专业\n\n31. 病理科\n\n32. 中医科\n"
        ),
        Good(
            "原则：\n\na）符合规定：依法组织。\n\n4）依据预案：结合实际。\n\nc）注重能力：提高能力。\n\nd）确保安全。\n"
        ),
        Bad("办法如下：\n\n一是推荐，上报人选。\n\n[[~二是]]审核，确定人选。\n\n[[四是]]投票。\n\n五是评审。\n"),
        Bad("二、申报材料\n\n第一，申报书；[[~第二]]，合作协议；[[第四]]，经费预算；第五，承诺书。\n"),
        Bad(
            "表1 站点\n\n城北站。\n\n[[~表2]] 物资\n\n编织袋。\n\n[[表4]] 队伍\n\n抢险队。\n\n续表4 队伍\n\n预备队。\n"
        ),
        Bad(
            "二、扩大供给\n\n（一）完善网络。建设设施。\n\n（二）优化布局。增设场所。\n\n（三）强化质量。落实制度。\n\n"
            "三、加强支持\n\n[[（五）]]加大支持。给予补贴。\n\n（六）落实优惠。减免税费。\n"
        ),
        Bad(
            "第一条 为了规范管理，制定本办法。\n\n[[第一条之二]] 申请人应当申报收入。\n\n"
            "第一条之三 材料由街道初审。\n\n"
            "第二条 本办法自公布之日起施行。\n"
        ),
        Good(
            "预算审查意见\n\n一、教育局\n\n(一)人员经费：照列。\n\n(三)项目支出：减列。\n\n二、交通局\n\n(二)公用经费：照列。"
            "\n\n(四)基建支出：减列。\n"
        ),
        Good(
            "建筑企业信用评价办法（摘录）\n\n第六条 信用评价实行百分制。\n\n第七条 信用等级分为四级。\n\n"
            "第九条 保证金减半缴纳。\n\n"
            "第十二条 本办法所称“以上”含本数。\n"
        ),
        Good("报送内容：\n\n（1）单位名称；（2）事故经过；\n\n（3）伤亡情况；\n\n（4）处置情况。\n"),
    ),
)
def number_skipped(document: Document, options: Options) -> Findings:
    """One finding a break, at the number that is wrong, with the numbers around it."""
    for one in document.read(number_breaks):
        if one.cause.kind != "repeated":
            yield broken(document, one)


def broken(document: Document, one: NumberBreak) -> Finding:
    """The finding of a break: its place, its neighbours, and a repair where only one is possible."""
    cause = one.cause
    related = []
    if cause.before:
        related.append(see(cause.before.span, f"上一个编号“{cause.before.text}”", f"“{cause.before.text}” before it"))
    if cause.after and (cause.confirmed or cause.kind == "misplaced"):
        related.append(see(cause.after.span, f"下一个编号“{cause.after.text}”", f"“{cause.after.text}” after it"))
    fix = None
    if cause.confirmed:
        like = cause.before if cause.before and cause.item.foreign else cause.item
        mark = written(one.run.scheme, cause.expected, document.text.slice(like.span))
        fix = mend("unsafe", cause.item.span, mark)
    severity: Severity | None = None if one.certain else "warning"
    args = {"expected": one.mark, "found": cause.item.text}
    return Finding(cause.item.span, args, tuple(related), fix, severity)
