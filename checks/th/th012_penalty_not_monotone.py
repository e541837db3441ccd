"""情节更重，处罚或者奖励反而更轻。

依据 文件内部矛盾：一个阶梯中，处罚、奖励应当随情节、数额同向变化。
说明 货值金额5000元以上的罚2万元，1万元以上的只罚1万元，两档的罚款多为对调或者漏写一个零，执法时会显失公正。
国家级、省级、市级分别给予80万元、20万元、30万元的，也多是对调或者漏写一个零。
限度 只比较同一种后果、同一种单位（罚款与罚款、年与月）；同一档有两种罚款的、按倍数与按金额混用的不比较；
共用界限（三年以下、三年以上七年以下）是有意安排，不报。

Summary A worse case carries a lighter penalty, or a greater merit a smaller reward.
Basis A contradiction within the text: in a ladder penalties and rewards rise with what they answer to.
Why If 5000元以上 is fined 20 000 and 1万元以上 only 10 000, two fines were swapped or a zero dropped; so where
national, provincial and city grades get 800 000, 200 000 and 300 000.
Limits One kind of consequence in one unit is compared; steps with two fines, or with multiples beside amounts, are left
out; shared ends (三年以下, 三年以上七年以下) are meant so.
"""

from linter.facts.bands import Graded, Penalty, consequences, graded_amounts, inversions, turned_columns
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see


@check(
    code="TH012",
    name="penalty-not-monotone",
    severity="error",
    reads=(consequences, graded_amounts, turned_columns),
    needs=needs("lines"),
    message={
        "zh": "较重一档的{kind}“{worse}”轻于较轻一档的“{lighter}”",
        "en": "“{worse}” ({kind}) of the worse case is lighter than “{lighter}” of the lighter one",
    },
    messages={
        "graded": {
            "zh": "较高一级的奖补“{worse}”少于较低一级的“{lighter}”",
            "en": "a higher grade gets {worse}, less than {lighter} for a lower one",
        },
        "turned": {
            "zh": "{kind}“{worse}”与相邻一档的“{lighter}”次序颠倒：其余各档依次升降",
            "en": "“{worse}” ({kind}) and “{lighter}” of the step beside it are out of order; all others go one way",
        },
    },
    examples=(
        Bad("博士给予安家补贴[[20万元]]；硕士给予安家补贴[[~30万元]]；本科给予安家补贴3万元。"),
        Bad(
            "（一）占用面积不足50平方米的，处1万元以上3万元以下罚款；\n\n"
            "（二）占用面积50平方米以上不足200平方米的，处[[~3万元以上5万元以下]]罚款；\n\n"
            "（三）占用面积200平方米以上的，处[[2万元以上4万元以下]]罚款。\n"
        ),
        Bad(
            "（一）渔获物不足50公斤的，处2000元以上1万元以下罚款；\n\n"
            "（二）渔获物50公斤以上不足200公斤的，处1万元以上2万元以下罚款，并处暂扣捕捞许可证[[~1个月以上3个月以下]]；\n\n"
            "（三）渔获物200公斤以上的，处2万元以上5万元以下罚款，并处暂扣捕捞许可证[[1个月以上2个月以下]]。\n"
        ),
        Bad(
            "积分指标\n\n指标\t内容\t分值\n学历\t初中\t5分\n\t高中（中专）\t20分\n\t大专\t[[~40分]]\n\t本科\t[[35分]]\n\t研究生\t80分\n"
        ),
        Good(
            "样本结构\n\n年龄\t样本量\t比例（%）\n18—35岁\t1420\t28.4\n35—50岁\t1680\t33.6\n50—65岁\t1350\t27.0\n"
            "65岁以上\t550\t11.0\n"
        ),
        Good(
            "补贴标准\n\n种植面积\t补贴标准（元/亩）\n50亩以上100亩以下\t80\n100亩以上300亩以下\t100\n300亩以上500亩以下\t120\n"
            "500亩以上\t100\n"
        ),
        Bad(
            "第十条　货值金额不足5000元的，处5000元以上1万元以下罚款；货值金额5000元以上不足1万元的，"
            "处[[~2万元以上5万元以下]]罚款；货值金额1万元以上的，处[[1万元以上2万元以下]]罚款。\n"
        ),
        Bad(
            "停车收费\n\n停放时间\t小型车（元）\t大型车（元）\n1小时以内\t免费\t8\n1小时以上3小时以内\t[[~10]]\t15\n3小时以上8小时以内\t[[8]]\t25\n"
            "8小时以上24小时以内\t25\t40\n\n噪声限值\n\n类别\t昼间\t夜间\n0类\t50\t40\n1类\t55\t45\n2类\t[[~60]]\t50\n3类\t[[55]]\t55\n"
            "4类\t70\t60\n"
        ),
        Bad(
            "交存标准：\n\n1层至3层的，每平方米交存50元；\n\n4层至9层的，每平方米交存[[~80元]]；\n\n10层至15层的，每平方米交存[[70元]]；\n\n"
            "16层以上的，每平方米交存120元。\n\n早退1次至3次的，扣发奖金[[~50元]]；早退4次至6次的，扣发奖金[[30元]]；早退7次以上的，扣发奖金400元。\n\n"
            "第一档：300立方米（含）以下部分，每立方米2.6元；\n\n第二档：300立方米至500立方米（含）部分，每立方米[[~3.1元]]；\n\n"
            "第三档：500立方米以上部分，每立方米[[3.0元]]。\n"
        ),
        Good(
            "人口统计\n\n年龄\t男\t女\n0～14岁\t120\t110\n15～59岁\t100\t130\n60～79岁\t140\t150\n80岁以上\t160\t170\n\n补贴标准\n\n"
            "握力标准\n\n年龄\t男\t女\n20～24岁\t41\t25\n25～29岁\t43\t24\n30～34岁\t40\t23\n35～39岁\t38\t22\n\n"
            "房价\n\n星级\t平均房价\t出租率\n五星\t680\t61.2\n四星\t420\t58.8\n三星\t260\t59.9\n二星\t150\t52.1\n\n"
            "租金标准\n\n楼层\t租金\t物业费\n1层\t120\t3\n2层\t80\t4\n3层\t90\t5\n\n"
            "停车1小时以内的，收费5元；1小时以上4小时以下的，每小时收费2元；4小时以上的，每小时收费8元。\n\n补贴标准\n\n"
            "面积\t补贴（元）\t户数\n50亩以上100亩以下\t80\t12\n100亩以上300亩以下\t100\t30\n300亩以上\t120\t7\n"
        ),
        Bad("第四条 对认定为国家级、省级、市级的孵化载体，分别给予80万元、[[20万元]]、[[~30万元]]支持。\n"),
        Bad(
            "第九条　有下列情形的，加分：\n\n（一）获得国家级表彰的，加3分；\n\n（二）获得省级表彰的，加[[2分]]；\n\n"
            "（三）获得市级表彰的，加[[~4分]]。\n"
        ),
        Bad(
            "（一）5万元（含）以内的部分，支付60%；\n\n（二）5万元至10万元（含）的部分，支付[[~65%]]；\n\n"
            "（三）10万元至20万元（含）的部分，支付[[50%]]；\n\n（四）20万元以上的部分，支付75%。\n\n"
            "二、第一档电量为每户每月0至200千瓦时，电价为每千瓦时0.52元；第二档电量为每户每月201至400千瓦时，"
            "电价为每千瓦时[[~0.57元]]；第三档电量为每户每月401千瓦时及以上，电价为每千瓦时[[0.42元]]。\n"
        ),
        Bad(
            "伤残津贴：一级伤残为本人工资的90%，二级伤残为本人工资的[[85%]]，三级伤残为本人工资的[[~88%]]，"
            "四级伤残为本人工资的75%。\n"
        ),
        Bad(
            "奖补标准\n\n| 年度研发费用 | 标准 |\n|---|---|\n"
            "| 50万元以上不足100万元 | 3万元 |\n| 100万元以上不足300万元 | [[~8万元]] |\n"
            "| 300万元以上不足500万元 | [[5万元]] |\n| 500万元以上 | 20万元 |\n\n"
            "病假工资按工龄计发：工龄不满2年的，发60%；"
            "满2年不满4年的，发[[~70%]]；满4年不满6年的，发[[65%]]；满6年不满8年的，发90%；满8年以上的，发100%。\n"
        ),
        Bad(
            "工龄10年以下的补助1000元，10年至20年的补助[[~2000元]]，20年至30年的补助[[1500元]]，30年以上的补助4000元。\n\n"
            "工龄津贴：1至5年每月50元，6至10年每月[[~100元]]，11至15年每月[[80元]]，16年以上每月200元。\n"
        ),
        Bad("岗位系数\n\n岗位等级\t系数\n一级\t1.0\n二级\t[[~1.2]]\n三级\t[[1.1]]\n四级\t1.6\n五级\t1.8\n"),
        Bad(
            "（一）中标金额不足100万元的，按1.5%收取；\n\n（二）中标金额100万元以上不足500万元的，按1.1%收取；\n\n"
            "（三）中标金额500万元以上不足1000万元的，按[[0.3%]]收取；\n\n（四）中标金额1000万元以上不足5000万元的，"
            "按[[~0.8%]]收取；\n\n（五）中标金额5000万元以上的，按0.2%收取。\n"
        ),
        Good("第六条　考核中优秀占20%，良好占50%，合格占30%；优秀名额20%，良好名额45%，合格名额35%。\n"),
        Bad(
            "第五条 被评为五星级的给予10万元，四星级的给予[[5万元]]，三星级的给予[[~6万元]]，二星级的给予2万元，"
            "一星级的给予1万元。\n"
        ),
        Bad(
            "裁量基准\n\n违法行为\t违法程度\t裁量幅度\n未取得许可\t轻微\t处1万元以下罚款\n未取得许可\t一般\t处"
            "[[~3万元以上5万元以下]]罚款\n违法行为\t违法程度\t裁量幅度\n未取得许可\t严重\t处[[1万元以上3万元以下]]罚款\n"
        ),
        Bad(
            "第三十九条　违反规定的，情节较轻的，处[[~五十万元以上五百万元以下]]罚款；情节严重的，"
            "处[[五万元以上五十万元以下]]罚款，对其直接负责的主管人员，处一万元以上二十万元以下罚款。\n"
        ),
        Bad(
            "裁量基准\n\n情节\t货值金额\t处罚幅度\n从轻\t不足2000元\t处5万元以上6.5万元以下罚款\n一般\t2000元以上不足6000元\t"
            "处[[~8.5万元以上10万元以下]]罚款\n从重\t6000元以上不足1万元\t处[[6.5万元以上8.5万元以下]]罚款\n"
            "超载处罚标准\n\n超载比例\t罚款\t记分\n未达30%\t200元\t3分\n30%以上未达50%\t500元\t[[~6分]]\n"
            "50%以上未达100%\t1000元\t[[3分]]\n100%以上\t2000元\t12分\n"
        ),
        Good(
            "第三十条　违反规定的，处五万元以上二十万元以下罚款；情节严重的，责令停业，对直接负责的主管人员处"
            "一万元以上五万元以下罚款。\n"
        ),
        Good(
            "第四条 对获得一等奖、二等奖、三等奖的，分别奖励10万元、5万元、3万元；省级、市级、县级财政分别承担30万元、"
            "20万元、50万元；评估为合格、良好、优秀的，分别给予1万元、2万元、3万元。\n"
        ),
        Bad(
            "奖励标准\n\n举报等级\t认定条件\t奖励比例\n一级\t提供关键证据\t[[5%]]\n二级\t提供部分证据\t[[~6%]]\n三级\t提供线索\t1%\n"
        ),
        Bad(
            "第四条　引进固定资产投资1000万元以上不足5000万元的，奖励中介人3万元；引进5000万元以上不足1亿元的，"
            "奖励[[~10万元]]；引进1亿元以上不足5亿元的，奖励[[8万元]]；引进5亿元以上的，奖励50万元。\n"
        ),
        Bad(
            "支付比例\n\n医疗机构等级\t在职职工支付比例\t退休人员支付比例\n一级\t70%\t80%\n二级\t[[40%]]\t70%\n"
            "三级\t[[~50%]]\t60%\n"
        ),
        Bad(
            "裁量基准\n\n裁量档次\t违法情节\t处罚内容\n一档\t货值金额不足1万元的\t处2万元以上5万元以下罚款\n"
            "二档\t货值金额1万元以上不足2万元的\t处货值金额[[~10倍以上13倍以下]]罚款\n"
            "三档\t货值金额2万元以上不足5万元的\t处货值金额[[3倍以上7倍以下]]罚款\n"
            "四档\t货值金额5万元以上的\t处货值金额17倍以上20倍以下罚款\n"
        ),
    ),
)
def penalty_not_monotone(document: Document, options: Options) -> Findings:
    """Yield each step whose consequence is lighter than that of the step below it."""
    seen: set[Span] = set()
    for course in document.read(consequences):
        for worse, below in course.inversions():
            if worse.span not in seen:
                seen.add(worse.span)
                yield _finding(worse, below, punishes=course.punishes)
    for cell in document.read(turned_columns):
        if cell.span not in seen and cell.high_span not in seen:
            related = see(cell.high_span, f"相邻一档的“{cell.high}”", f"“{cell.high}” of the step beside it")
            args = {"kind": cell.low_head, "worse": cell.low, "lighter": cell.high}
            yield Finding(cell.span, args, (related,), message="turned", severity="warning")
    for graded in document.read(graded_amounts)[0]:
        for better, lower in inversions(graded):
            yield _reward(better, lower)


def _reward(better: Graded, lower: Graded) -> Finding:
    related = see(lower.span, f"较低一级的“{lower.words}”", f"“{lower.words}” of the lower grade")
    args = {"worse": better.words, "lighter": lower.words}
    return Finding(better.span, args, (related,), message="graded")


def _finding(worse: Penalty, below: Penalty, *, punishes: bool) -> Finding:
    if not punishes:
        related = see(below.span, f"相邻一档的“{below.quote}”", f"“{below.quote}” of the step beside it")
        args = {"kind": worse.kind, "worse": worse.quote, "lighter": below.quote}
        return Finding(worse.span, args, (related,), message="turned")
    related = see(below.span, f"较轻一档的“{below.quote}”", f"“{below.quote}” of the lighter case")
    args = {"kind": worse.kind, "worse": worse.quote, "lighter": below.quote}
    return Finding(worse.span, args, (related,))
