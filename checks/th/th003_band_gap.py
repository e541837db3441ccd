"""两级之间留有空隙：某些数值不属于任何一级。

依据 文件内部矛盾：一个分级中，相邻两级之间的每个数值应当属于其中一级。
说明 一般“9人以下”、较大“10-49人”，而附则规定“以下”不含本数，恰为9人就没有级别，事件无法定级、无法响应。
“以上”“以下”是否含本数先看文件自己的规定，再看词语本身；仍不能确定的不报。
全天分成的时段之间留有空隙的（昼间6:00至22:00，夜间23:00至次日6:00），同样报告。
限度 人、例、户等只数整数，9人与10人相接；百分比、金额、面积是连续量。只有一级写了这个指标的不看；
另有条件接住这个数值的不报。国家规定的原文本身留有的空隙（食物中毒30—99人与超过100人）只作警告。

Summary Some values between two levels belong to neither.
Basis A contradiction within the text: every value between two neighbouring levels of a scale belongs to one of them.
Why With 9人以下 beside 10-49人 and a clause by which 以下 excludes its number, exactly nine people have no level.
Whether 以上 and 以下 include the number is read from the document first, then from the words; if open, nothing is said.
So with parts of a day that leave a gap (22:00, 23:00).
Limits People, cases, households are counted whole, so 9 and 10 meet; shares, money and areas are continuous.
A value that another condition takes in is not reported; a gap in the national wording itself is a warning.
"""

from checks.th.telling import amount, parts_of_day, place, related
from linter.facts.bands import by_clause, copies_national, counted_runs, covered, day_slips, neighbours
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, Span, check, needs, see


@check(
    code="TH003",
    name="band-gap",
    severity="error",
    reads=(neighbours, day_slips, counted_runs),
    needs=needs("lines"),
    message={
        "zh": "恰为{witness}不属于任何一级：{low}与{high}之间留有空隙",
        "en": "exactly {witness} belongs to no level: {low} and {high} leave a gap",
    },
    messages={
        "counted": {
            "zh": "“{one}”与“{other}”之间少了{missing}的一档",
            "en": "between “{one}” and “{other}” the step for {missing} is missing",
        },
        "day": {
            "zh": "{witness}不属于任何时段：“{one}”与“{other}”之间留有空隙",
            "en": "{witness} belongs to no part of the day: “{one}” and “{other}” leave a gap",
        },
    },
    examples=(
        Bad(
            "裁量基准\n\n违法行为\t裁量情形\t裁量幅度\n未按规定检测\t未检测1项\t处1万元以上3万元以下罚款\n"
            "\t未检测[[2项以上4项以下]]\t处3万元以上6万元以下罚款\n\t未检测[[~6项以上]]\t处6万元以上10万元以下罚款\n"
        ),
        Good(
            "裁量基准\n\n违法行为\t裁量情形\t裁量幅度\n未按规定检测\t未检测1项\t处1万元以上3万元以下罚款\n"
            "\t未检测2项以上4项以下\t处3万元以上6万元以下罚款\n\t未检测5项以上\t处6万元以上10万元以下罚款\n"
        ),
        Bad(
            "违法建设面积≤50㎡，处造价5%罚款；\n\n[[50㎡＜违法建设面积≤200㎡]]，处造价6%罚款；\n\n"
            "违法建设面积[[~＞300㎡]]，处造价10%罚款。\n"
        ),
        Bad(
            "重大事故：\n\n（一）死亡[[~10人以上不足30人]]；\n\n（二）直接经济损失5000万元以上不足1亿元。\n\n较大事故：\n\n"
            "（一）死亡[[3人以上不足9人]]；\n\n（二）直接经济损失1000万元以上不足5000万元。\n\n一般事故：\n\n"
            "（一）死亡不足3人；\n\n（二）直接经济损失不足1000万元。\n"
        ),
        Bad("环境信用扣分表\n\n等级\t扣分\n优秀\t0～5分\n良好\t[[6～15分]]\n一般\t[[~18～30分]]\n较差\t31分以上\n"),
        Bad(
            "常住人口[[20万以下]]的为小城市；[[~30万以上50万以下]]的为Ⅱ型小城市；50万以上100万以下的为中等城市；"
            "100万以上的为大城市。以上包括本数，以下不包括本数。\n"
        ),
        Bad("施工时间分为三段：甲段[[~6：00至12：00]]，乙段[[14：00至22：00]]，丙段22：00至次日6：00。\n"),
        Good("未满14周岁的，由监护人陪同；14周岁以上未满18周岁的，须经监护人同意；60周岁以上的，建议体检后参加。\n"),
        Bad(
            "3.2 评定\n\n评定以得分率P为依据：\n\na) P[[~≥90%]]，评定为优秀；\n\nb) [[75%≤P＜85%]]，评定为良好；\n\n"
            "c) 60%≤P＜75%，评定为一般；\n\nd) P＜60%，不予评定。\n"
        ),
        Bad(
            "六、货车绕行：总质量[[不足4.5吨]]的绕行学府路，[[~5.5吨以上不足12吨]]的绕行滨河路，12吨以上的绕行"
            "外环线。\n\n"
            "七、树木一次砍伐[[10株以下]]的，由县主管部门批准；一次砍伐[[~超过20株]]的，由市主管部门批准。\n\n"
            "八、中断时长t（小时）：t≥8为特别重大；4≤t＜8为重大；[[~2≤t＜4]]为较大；[[0.5≤t＜1]]为一般。\n"
        ),
        Bad("裂缝分级\n\n甲类：裂缝宽度w[[~＞2mm]]；\n\n乙类：[[1mm＜w＜2mm]]；\n\n丙类：0.2mm＜w≤1mm。\n"),
        Good("裂缝分级\n\n甲类：裂缝宽度w＞2mm；\n\n乙类：1mm＜w≤2mm；\n\n丙类：0.2mm＜w≤1mm。\n"),
        Bad("级别\t直接财产损失\n重大\t[[~大于100万元]]\n较大\t[[50万元（含）至100万元（不含）]]\n一般\t不足50万元\n"),
        Good(
            "六、货车绕行：总质量不足4.5吨的绕行学府路，4.5吨以上不足12吨的绕行滨河路，12吨以上的绕行外环线。\n\n"
            "七、树木一次砍伐10株以下的，由县主管部门批准；一次砍伐超过10株的，由市主管部门批准。90分以上的奖励"
            "；低于60分的约谈。\n\n"
            "八、中断时长t（小时）：t≥8为特别重大；4≤t＜8为重大；2≤t＜4为较大；0.5≤t＜2为一般。\n"
        ),
        Good(
            "用气价格\n\n指标\t基础档\t标准档\t强化档\n年用气量（立方米）\t≤300\t＞300且≤500\t＞500\n户数（户）"
            "\t300\t120\t40\n\n"
            "二、荣誉分为铜牌（工作年限不超过3年）、银牌（工作年限超过3年、不超过6年）、金牌（工作年限超过6年）。\n\n"
            "三、满十六周岁不满十八周岁的；七十周岁以上的；达到或者超过8小时的，限值85分贝，不足8小时的另定。\n"
        ),
        Bad(
            "裁量基准\n\n序号\t违法行为\t裁量情节\t处罚标准\n1\t擅自设置户外广告\t[[~1处的]]\t处500元以上1000元"
            "以下罚款\n"
            "\t\t[[3处的]]\t处1000元以上2000元以下罚款\n\t\t4处以上的\t处2000元以上5000元以下罚款\n"
        ),
        Bad("本市将全天划分为昼间和夜间两个时段，昼间为[[~6:00至22:00]]，夜间为[[23:00至次日6:00]]。\n"),
        Bad(
            "一、将全天划分为高峰、平段、低谷三个时段。\n\n时段\t时间\n高峰\t9:00—12:00、[[~19:00—22:00]]\n平段"
            "\t8:00—9:00、12:00—19:00\n"
            "低谷\t[[22:30—次日8:00]]\n"
        ),
        Good(
            "一、得分90分以上为优秀，80～90分（不含90分）为良好，60～80分（不含80分）为合格，60分以下为不合格。\n\n"
            "二、“90分以上”“80分”“60分”均包含本数，“60分以下”不含本数。\n"
        ),
        Good("全天分为三个时段：高峰9:00—12:00、19:00—22:00，低谷23:00—次日8:00，其余时段为平段。\n"),
        Bad(
            "考核等次：90分以上的为优秀；[[~80分以上90分以下]]的为良好；[[60分以上75分以下]]的为合格；60分以下"
            "的为不合格。\n"
        ),
        Bad(
            "星级评定：四星级90分以上；三星级[[~80分以上90分以下]]；二星级[[70分以上75分以下]]；一星级60分以上7"
            "0分以下。\n\n"
            "本办法所称[[~“以上”包括本数，“以下”不包括本数]]。\n"
        ),
        Bad(
            "日最高气温达到40℃以上，停止作业；日最高气温[[~达到37℃以上、40℃以下]]时，限时作业；日最高气温"
            "[[达到35℃以上、36℃以下]]时，换班轮休。\n"
        ),
        Bad(
            "空气质量分级表\n\n空气质量指数\t级别\t类别\n0—50\t一级\t优\n51—100\t二级\t良\n[[101—150]]\t三级\t"
            "轻度污染\n"
            "[[~160—200]]\t四级\t中度污染\n"
        ),
        Bad(
            "收益按下列比例征收：\n\n（一）超过65美元/桶至70美元/桶的部分，为20%；\n\n（二）[[超过70美元/桶至75"
            "美元/桶]]的部分，"
            "为25%；\n\n（三）[[~超过80美元/桶至85美元/桶]]的部分，为30%；\n\n（四）超过85美元/桶的部分，为35%。\n"
        ),
        Bad(
            "第二条 奖励标准：\n\n（一）罚款数额不满1万元的，奖励500元；\n\n"
            "（二）罚款数额[[1万元以上不满5万元]]的，奖励罚款数额的5%；\n\n"
            "（三）罚款数额[[~6万元以上不满20万元]]的，奖励罚款数额的8%；\n\n"
            "（四）罚款数额20万元以上的，奖励罚款数额的10%。\n"
        ),
        Bad(
            "（1）小型设施：处理规模不足20 m³/d；\n\n（2）中型设施：处理规模[[20 m³/d以上、不足100 m³/d]]；\n\n"
            "（3）大型设施：处理规模[[~200 m³/d以上]]。\n"
        ),
        Good(
            "裁量基准\n\n裁量阶次\t货值金额\t罚款\n从轻\t不足1万元\t处1万元以下罚款\n一般\t1万元以上不足5万元\t"
            "处1万元以上3万元以下罚款\n从重\t5万元以上\t处3万元以上5万元以下罚款\n"
        ),
        Bad(
            "裁量基准\n\n违法程度\t违法情节\t处罚标准\n轻微\t1辆\t5000元罚款\n一般\t[[2辆]]\t8000元罚款\n"
            "严重\t[[~4辆以上]]\t1万元罚款\n\n[[~“以上”包括本数]]。\n"
        ),
        Bad(
            "裁量基准\n\n裁量阶次\t适用条件\t处罚标准\n一\t[[1人以上3人以下]]\t1万元以下罚款\n二\t[[~5人以上9人以下]]"
            "\t1万元以上3万元以下罚款\n三\t10人以上\t3万元以上5万元以下罚款\n\n[[~“以上”“以下”均含本数]]。\n"
        ),
        Bad(
            "一、运价：起步价[[3公里以内]]8元；[[~超过4公里至10公里（含）]]的部分，每公里1.8元；超过10公里的部"
            "分，每公里2.7元。\n\n"
            "二、平均风力[[6～7级]]为蓝色，[[~9～10级]]为黄色，11～12级为橙色，13级及以上为红色。\n\n"
            "第八条 医疗费用按比例支付：[[1万元以下]]的部分支付85%，[[~2万元以上3万元以下]]的部分支付90%，"
            "3万元以上的部分支付95%。本办法所称以上不含本数，以下含本数。\n"
        ),
        Bad(
            "计分表\n\n类别\t指标\t内容\n1\t年龄\t40周岁以下（30分）。\n2\t纳税\t1.近三年纳税： / "
            "（1）[[5万—10万元（含5万元，不含10万元）]]（4分）； / "
            "（2）[[~15万—20万元（含15万元，不含20万元）]]（8分）； / "
            "（3）20万元以上（含20万元）（12分）。\n"
        ),
        Bad(
            "奖励标准：年纳税额首次突破[[500万元（含）不足1000万元]]的，奖励5万元；首次突破[[~1500万元（含）不"
            "足3000万元]]的，"
            "奖励10万元；首次突破3000万元（含）以上的，奖励30万元。\n"
        ),
        Bad("AA级：95≤X≤100\n\nA级：[[~85≤X＜95]]\n\nBBB级：[[75≤X＜80]]\n\nB级：60≤X＜75\n\nC级：X＜60\n"),
        Bad(
            "第三条　总投资不足100万元的项目由乡镇审批；总投资[[100万元以上不足500万元]]的项目由县级主管部门审批；"
            "总投资[[~600万元以上]]的项目由县政府审批。\n"
        ),
        Bad(
            "每日7时至9时禁止所有货车通行；[[~9时至17时]]禁止重型货车通行；[[18时至20时]]禁止所有货车通行；20时至次日7时不限行。\n\n"
            "第八条　旷工1天的，扣发当日工资；[[~旷工2天]]的，给予警告；[[旷工4天以上]]的，解除劳动合同。\n"
        ),
        Bad(
            "测试成绩\n\n| 50米跑(秒) | 得分 |\n|---|---|\n"
            "| 7.0及以下 | 100 |\n| 7.1～7.5 | 90 |\n| [[7.6～8.0]] | 80 |\n"
            "| [[~8.4～8.9]] | 70 |\n| 9.0及以上 | 60 |\n"
        ),
        Good(
            "第八条　旷工1天的，给予警告；旷工3天以上的，解除合同。"
            "开放时间：9:00至11:30，14:00至17:30，18:30至20:30，21:00至22:00。\n"
        ),
        Good("结果运用：年度考核得分90分（含）以上的，奖励工作经费5000元；得分低于60分的，约谈村党组织书记。\n"),
        Good("教学安排表\n\n周次\t内容\n1-4\t理论学习\n5-8\t实践操作\n11-14\t综合训练\n15-16\t考试\n"),
        Good(
            "4.1 险情分级\n\n4.1.1 较大险情\n\n造成3人至9人死亡的水上突发事件。\n\n4.1.2 一般险情\n\n"
            "造成2人及其以下死亡的水上突发事件。\n\n5 附则\n\n本预案所称以上包含本数，以下不包含本数。\n"
        ),
        Good(
            "第一条　对一般事故负有责任的，依照下列规定处以罚款：\n\n（一）造成3人以下重伤的，处10万元罚款；\n\n"
            "（二）造成3人以上10人以下重伤的，处20万元罚款。\n\n"
            "第二条　对较大事故负有责任的，依照下列规定处以罚款：\n\n"
            "（一）造成10人以上20人以下重伤的，处30万元罚款；\n\n（二）造成20人以上50人以下重伤的，处40万元罚款。\n\n"
            "第三条　本规定所称的“以上”包括本数，“以下”不包括本数。\n"
        ),
        Good("一、抽检合格率98%以上得15分，95%以上98%以下得10分，95%以下不得分；覆盖率60%以上得5分。\n"),
        Good(
            "第三条　地震灾害分级：\n\n（一）重大地震灾害：发生6.0-6.9级地震；\n\n"
            "（二）较大地震灾害：发生5.0-5.9级地震；\n\n"
            "（三）一般地震灾害：发生4.0-4.9级地震。\n"
        ),
        Bad(
            "用水分类\n\n类别\t月用水量/立方米\n大户\t10 000以上\n中户\t[[~3 000以上不足10 000]]\n小户\t"
            "[[500以上不足2 000]]\n微户\t不足500\n"
        ),
        Bad(
            "核准分类表\n\n类别\t处置量（吨）\n一类\t＞5000\n二类\t[[~1000＜M≤5000]]\n三类\t[[200＜M≤800]]\n四"
            "类\t≤200\n\n"
            "等次划分\n\n等次\t得分区间\n优秀\t[90，100]\n良好\t[[~[80，90）]]\n合格\t[[[60，75）]]\n不合格\t[0，60）\n"
        ),
        Good("阶梯水价\n\n阶梯\t年用水量（吨）\n第一阶梯\t0—180（含）\n第二阶梯\t181—260（含）\n第三阶梯\t261以上\n"),
    ),
)
def band_gap(document: Document, options: Options) -> Findings:
    """Yield each two neighbours with a value between them that is in neither."""
    told: list[Span] = []
    for pair in document.read(neighbours):
        witness = pair.meeting.witness
        if pair.meeting.kind != "gap" or witness is None or by_clause(pair) or covered(document, pair, witness):
            continue
        args = {"low": place(pair.low), "high": place(pair.high), "witness": amount(witness, pair.low.band.unit)}
        # Two steps that both exclude one number (小于300m, 大于300m) are hardly ever meant to leave it out.
        slight = pair.meeting.shared and pair.measure.scale is None and len(pair.measure.readings) == 2
        severity: Severity | None = "warning" if slight or copies_national(document, pair) else None
        told.append(pair.low.span)
        yield Finding(pair.low.span, args, related(pair.low, pair.high), severity=severity)
    yield from parts_of_day(document, "gap")
    for run in document.read(counted_runs):
        one, other = run.gap or run.steps[:2]
        if run.gap and not any(one.span.start <= span.start < other.span.end for span in told):
            args = {"one": one.words, "other": other.words, "missing": str(one.number + 1)}
            yield Finding(other.span, args, (see(one.span, "相邻的一档", "its neighbour"),), message="counted")
