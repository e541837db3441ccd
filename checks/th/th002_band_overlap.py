"""两级重叠：同一数值同时属于两级。

依据 文件内部矛盾：一个分级中，同一指标的一个数值只能属于一级。
说明 Ⅰ级“达40%以上”、Ⅱ级“30%-40%”，恰为40%时既是Ⅰ级又是Ⅱ级，响应、报告和处罚无所适从。
“以上”含本数是通例（民法典第1259条）；“以下”是否含本数，文件未作规定的，不作判断。
“180（含）以下”与“180以上”只是通例使两级都含180，作警告；“500万元及以下”与“500万元以上”，习惯上后者从其后起，不报；
各级的上限都注“（含）”的，下一级从其后起，不报。
全天分成的时段相互重叠的（8:00—12:00与11:30—17:00），同样报告。
限度 只有下限的各级（30人以上、10人以上、3人以上）是递进，不算重叠；条件里另有“并”“且”的不比较。
共用界限而条款使两级都含本数的，见 TH006。同一分级和各级数值相同的几个分级，共用的界限合报一处。

Summary Two levels overlap: one value belongs to both.
Basis A contradiction within the text: in a scale one value of a measure belongs to one level.
Why With 达40%以上 for level I and 30%-40% for level II, exactly 40% is both, and nobody knows which response to start.
以上 includes its number by common rule (Civil Code art. 1259); 以下 is not judged where the document does not say.
A bound that both hold by that rule only (180（含）以下 beside 180以上) is a warning; where each
lower step has such a note, or 及以下, the next begins behind it.
So with parts of a day that overlap (8:00—12:00, 11:30—17:00).
Limits Levels open above (30, 10, 3 or more) are a ladder, not an overlap; conditions joined by 并 are not compared.
A shared bound that a clause makes both levels include is TH006. Shared bounds of one scale, or of scales with the same
steps, are one finding.
"""

from collections.abc import Iterable

from checks.th.telling import amount, by_parts, parts_of_day, place, related
from linter.facts.bands import BandPair, by_clause, day_slips, neighbours, step_mends
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Related, Severity, check, needs, see


@check(
    code="TH002",
    name="band-overlap",
    severity="error",
    reads=(neighbours, day_slips, step_mends),
    needs=needs("lines"),
    message={
        "zh": "{high}与{low}重叠：{witness}同时属于两级{count:|（同样的界限共#处）}",
        "en": "{high} and {low} overlap: {witness} belongs to both levels{count:| (# such bounds)}",
    },
    messages={
        "day": {
            "zh": "“{one}”与“{other}”重叠：{witness}同时属于两个时段",
            "en": "“{one}” and “{other}” overlap: {witness} belongs to both",
        },
        "turned": {
            "zh": "{step}与各档的方向相反，包含了{beside}的全部数值：换成另一侧的界限才首尾相接",
            "en": "{step} runs against the other steps and holds all of {beside}: bounded on the other side it "
            "would join",
        },
    },
    examples=(
        Bad(
            "货值金额一万元以下的为轻微；货值金额[[~超过一万元不超过五万元]]的为一般；货值金额[[超过三万元不超过十万元]]的为较重；货值金额超过十万元的为严重。\n\n"
        ),
        Bad(
            "（一）查实罚款不满五万元的，奖励二千元；\n\n（二）查实罚款[[~五万元以上不满二十万元]]的，奖励五千元；\n\n"
            "（三）查实罚款[[十五万元以上不满五十万元]]的，奖励一万元。\n"
        ),
        Bad(
            "室温[[16℃以上不足18℃]]的，退还热费的30%；\n\n室温[[~14℃以上不足17℃]]的，退还热费的50%；\n\n"
            "室温不足14℃的，全额退还热费。\n"
        ),
        Bad(
            "第六十条 没收违法所得；违法所得[[5000元以上]]的，并处违法所得2倍以上5倍以下的罚款；"
            "没有违法所得或者违法所得[[~不足6000元]]的，并处5000元以上2万元以下的罚款。\n\n"
            "第六十一条 违法所得[[5万元以上]]的，并处违法所得2倍的罚款；"
            "违法所得[[~不足6万元]]或者没有违法所得的，并处5万元以上10万元以下的罚款。\n"
        ),
        Good(
            "预警级别\t红色\t橙色\t黄色\n发布条件\t3小时降雨量100毫米以上\t3小时降雨量50毫米以上100毫米以下\t"
            "6小时降雨量50毫米以上\n\n注：“以上”含本数，“以下”不含本数。\n"
        ),
        Good(
            "第六十条 没收违法所得；违法所得5000元以上的，并处违法所得2倍以上5倍以下的罚款；"
            "没有违法所得或者违法所得不足5000元的，并处5000元以上2万元以下的罚款。\n"
        ),
        Bad(
            "学业等级\n\n等级\tA\tB\tC\tD\n分数段\t90分及以上\t[[75分—85分]]\t[[~60分—80分]]\t59分及以下\n\n"
            "考核等级\n\n等级\t得分率\n甲级\t95%以上\n乙级\t[[85%以上95%以下]]\n丙级\t[[~70%以上90%以下]]\n丁级\t70%以下\n\n"
            "信用等级\n\n信用等级\t得分区间\nAAA级\t[90，100]\nAA级\t[[[80，90）]]\nA级\t[[~[65，82）]]\nB级\t["
            "0，65）\n"
        ),
        Bad(
            "全天24小时分为高峰、平段、低谷三个时段：高峰[[~8:00—12:00]]、17:00—21:00，平段[[11:30—17:00]]、21:"
            "00—24:00，"
            "低谷0:00—8:00。\n\n二、全天分两个时段计费，日间为[[~5时至23时]]，夜间为[[22时至次日5时]]。\n"
        ),
        Bad(
            "第八条　森林火灾按照受害面积分为：\n\n（一）特别重大森林火灾：受害面积1000公顷以上；\n\n"
            "（二）重大森林火灾：受害面积[[90公顷以上不足1000公顷]]；\n\n"
            "（三）较大森林火灾：受害面积[[~1公顷以上不足100公顷]]；\n\n"
            "（四）一般森林火灾：受害面积不足1公顷。\n"
        ),
        Bad(
            "第九条 自然损耗定额为：\n\n原粮：储存6个月以内的，不超过0.1%；储存[[6个月以上12个月以内]]的，不超"
            "过0.15%；"
            "储存[[~12个月以上]]的，不超过0.2%；\n\n油料：储存6个月以内的，不超过0.15%；储存[[~6个月以上12个月"
            "以内]]的，不超过0.2%；"
            "储存[[~12个月以上]]的，不超过0.23%。\n"
        ),
        Good(
            "营业收入1亿元以下的企业286家，1亿元至5亿元的企业120家，5亿元以上的企业32家；降雨量超过100毫米的站点42个，"
            "50至100毫米的站点118个，25至50毫米的站点96个。\n\n年龄\t人数\t占比\n30岁以下\t86\t36%\n30岁—45岁\t120\t50%\n45岁以上\t32\t14%\n"
        ),
        Good("道路技术指标\n\n级别\t最大纵坡（%）\n一级\t4—6\n二级\t5—6\n三级\t7—8\n"),
        Bad("营业收入1亿元以下的企业286家，[[~1亿元至5亿元]]的企业120家，[[4亿元以上]]的企业32家。\n"),
        Good("（二）10万元（含）以下的贷款，免除反担保；10万元以上至20万元（含）的，由信用村推荐的免除反担保。\n"),
        Good("单户担保金额500万元及以下的，费率原则上不超过1%；单户担保金额500万元以上的，费率原则上不超过1.5%。\n"),
        Good(
            "收费标准表\n\n车型\t总质量（吨）\t收费标准\n1类\t2以下\t0.45\n2类\t2至7\t0.90\n3类\t7至12\t1.35\n"
            "4类\t12至18\t1.70\n5类\t18以上\t1.85\n"
        ),
        Good(
            "大病保险分段报销：1.4万元以上（不含）至5万元（含）部分报销60%，5万元以上至10万元（含）部分报销65%，"
            "10万元以上部分报销70%。\n"
        ),
        Bad(
            "收费标准\n\n档次\t停车时间\t收费\n第一档\t1小时以内\t免费\n第二档\t超过1小时不超过4小时\t5元\n第三"
            "档\t[[~超过4小时不超过8小时]]\t10元\n"
            "第四档\t[[不超过8小时]]\t20元\n\n二、按得分分为三等：甲等，90分以上；乙等，[[~75分以上不足90分]]；"
            "丙等，[[75分以上]]。\n"
        ),
        Good(
            "5.1.1 Ⅰ级响应\n\n死亡30人以上的。\n\n5.1.2 Ⅱ级响应\n\n死亡10人以上的。\n\n"
            "5.1.3 Ⅲ级响应\n\n死亡3人以上的。\n"
        ),
        Bad(
            "超定额累进加价\n\n档次\t超定额幅度\t加价倍数\n第一档\t10%（含）以下\t1倍\n第二档\t10%以上30%（含）"
            "以下\t1.5倍\n"
            "第三档\t[[~30%以上60%（含）以下]]\t2倍\n第四档\t[[50%以上]]\t3倍\n"
        ),
        Good(
            "一、重大事故：造成10人以上死亡，或者50人以上重伤的。\n\n二、较大事故：造成3人以上死亡，或者10人以"
            "上重伤的。\n\n"
            "三、一般事故：造成3人以下死亡，或者10人以下重伤的。\n\n“以上”含本数，“以下”不含本数。\n"
        ),
        Good("民宿评定条件\n\n等级\t客房数（间）\n甲级\t5以上14以下\n乙级\t5以上14以下\n丙级\t3以上14以下\n"),
        Good("（1）蓝色预警：低于汛限水位0.5米以内；\n\n（2）黄色预警：高于汛限水位0米以上不足1米。\n"),
    ),
)
def band_overlap(document: Document, options: Options) -> Findings:
    """Yield each two neighbours with a value in both."""
    pairs = document.read(neighbours)
    turned = {one.step.span: one for one in document.read(step_mends) if one.kind == "turned"}
    noted = _noted_throughout(pairs)
    causes: dict[tuple[object, ...], list[BandPair]] = {}
    for pair in pairs:
        if pair.meeting.shared and (id(pair.measure) in noted or _begins_behind(pair)):
            continue
        if pair.meeting.kind != "overlap" or pair.meeting.witness is None or by_clause(pair):
            continue
        if pair.low.qualified or pair.high.qualified or (pair.meeting.shared and by_parts(pair)):
            continue
        if turned.keys().isdisjoint((pair.low.span, pair.high.span)):
            causes.setdefault(_cause(pair), []).append(pair)
    for same in causes.values():
        yield _finding(sorted(same, key=lambda pair: pair.high.span))
    for step in turned.values():
        args = {"step": place(step.step), "beside": place(step.beside)}
        yield Finding(step.step.span, args, related(step.step, step.beside), message="turned")
    yield from parts_of_day(document, "overlap")


def _cause(pair: BandPair) -> tuple[object, ...]:
    """What is one slip in several places: ladders of one run of steps whose neighbours share their ends."""
    if not pair.meeting.shared:
        return (pair.low.span, pair.high.span)
    return _slight(pair), tuple(sorted({(str(one.limits), one.band.unit.name) for one in pair.measure.readings}))


def _finding(pairs: list[BandPair]) -> Finding:
    """The first of the pairs with one cause, with its other end and the other pairs."""
    pair, *others = pairs
    witness = amount(pair.meeting.witness or 0, pair.high.band.unit)
    args = {"high": place(pair.high), "low": place(pair.low), "witness": witness, "count": len(pairs)}
    severity: Severity | None = "warning" if pair.meeting.shared and _slight(pair) else None
    return Finding(pair.high.span, args, (*related(pair.high, pair.low), *map(_again, others)), severity=severity)


def _again(pair: BandPair) -> Related:
    return see(pair.high.span, f"同样与{place(pair.low)}重叠", f"so with {place(pair.low)}")


def _begins_behind(pair: BandPair) -> bool:
    """Whether 及以下 says that a plain 以上 begins behind it: 500万元及以下, 500万元以上. Where a clause rules, not."""
    upper, lower = pair.low.interval.upper, pair.high.interval.lower
    if not upper or not lower or pair.high.lower_clause:
        return False
    return upper.word.startswith("及") and lower.word == "以上" and not lower.fixed


def _noted_throughout(pairs: Iterable[BandPair]) -> set[int]:
    """The measures whose shared bounds all have their note in the lower step, two at least with that of the last: the
    steps begin behind it (180(含)以下, 180以上350以下(含350), 350以上; 10万元(含)以下, 10万元以上至20万元(含)).
    """
    noted: dict[int, list[bool]] = {}
    for pair in pairs:
        upper, lower = pair.low.interval.upper, pair.high.interval.lower
        if pair.meeting.shared and upper and lower:
            last = pair.high.interval.upper
            ends = upper.fixed and bool(upper.inclusive) and not (lower.fixed and lower.inclusive)
            further = [True] if last and last.fixed and last.inclusive else []
            noted.setdefault(id(pair.measure), []).extend([ends, *further])
    return {measure for measure, ends in noted.items() if len(ends) > 1 and all(ends)}


def _slight(pair: BandPair) -> bool:
    """Whether a shared bound is in both by the common reading of 以上 only (180以下（含）, 180以上), or two steps share
    it, or the steps are terms (短期, 中期, 长期), by which nothing is graded.
    """
    scale = pair.measure.scale
    if scale and scale.levels[0].name.vocabulary == "term":
        return True
    upper, lower = pair.low.interval.upper, pair.high.interval.lower
    plain = lower is not None and lower.word == "以上" and not lower.fixed and pair.high.lower_clause is None
    noted = upper is not None and (upper.fixed or upper.word == "以内")
    return (plain and noted) or (scale is None and len(pair.measure.readings) == 2)
