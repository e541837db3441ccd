"""相邻两级共用界限，而全文没有规定“以上”“以下”是否含本数。

依据 文件内部矛盾：“40%以上60%以下”与“60%以上”共用60%，归属要由文件规定；法律、行政法规的通行做法是在末条或者
分级条款中写明，民法典第1259条以“以下”包括本数，生产安全事故分级（国务院令第493号第三条）则不包括。
说明 两种通例相反，不写明就无法判断恰为60%时属于哪一级。全文只报一次，所有共用的界限列为相关位置。
限度 只看分级的条件，不看罚款幅度、刑期；用“不足”“不满”“及以上”“（含）”写明的界限不报；气温的界限不报。

Summary Neighbouring levels share a bound, and the document nowhere says whether 以上 and 以下 include it.
Basis A contradiction within the text: 40%以上60%以下 and 60%以上 share 60%. The Civil Code (art. 1259) reads 以下 as
including its number, the grading of accidents (State Council Order 493, art. 3) as excluding it.
Why With two opposite customs nobody can tell the level of exactly 60%. One finding a document.
Limits Conditions only, no fines and terms; bounds that say it themselves (不足, 及以上, 含) and degrees of temperature
are left out.
"""

from checks.th.telling import amount, by_parts, place, sharing
from linter.facts.bands import BandPair, neighbours
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check

# What is forecast to a degree has no case exactly on a bound.
_FORECAST = frozenset({"温度"})


@check(
    code="TH005",
    name="boundary-undefined",
    severity="warning",
    reads=(neighbours,),
    message={
        "zh": "{low}与{high}共用{value}，全文未规定“以上”“以下”是否含本数，恰为{value}时级别不明{count:|（共#处）}",
        "en": "{low} and {high} share {value}, and nothing says which of them includes it{count:| (# such bounds)}",
    },
    examples=(
        Good(
            "（一）货值不足5万元的，停产3日以上5日以下；\n\n（二）货值5万元以上不足20万元的，停产5日以上10日以下；\n\n"
            "（三）货值20万元以上的，停产10日以上15日以下。\n"
        ),
        Bad(
            "4.2.1 Ⅰ级响应\n\n电网减供负荷[[60%以上]]的。\n\n4.2.2 Ⅱ级响应\n\n电网减供负荷[[~40%以上60%以下]]的。\n\n"
            "4.2.3 Ⅲ级响应\n\n电网减供负荷[[~20%以上40%以下]]的。\n"
        ),
        Good(
            "经营情况\n\n档次\t营业收入（亿元）\t企业数\n第一档\t10以上\t6\n第二档\t5—10\t9\n第三档\t1—5\t58\n第四档\t1以下\t342\n"
        ),
        Good("年用水量100吨以下的用户占62.5%；100吨至200吨的占25.3%；200吨以上的占12.2%。\n"),
        Good("第九条 违反规定的，记1分至2分；情节较重的，记2分至4分；情节严重的，记4分至6分。\n"),
        Good("第九条 情节轻微的，停业整顿1至3日；情节一般的，停业整顿3至7日；情节严重的，停业整顿7至15日。\n"),
        Good(
            "灾害等级\n\n等级\t一级\t二级\t三级\n受灾人口（万人）\t50以上\t20—50\t5—20\n\n（各级区间均含下限、不含上限）\n"
        ),
        Good(
            "灾害等级\n\n等级\t一级\t二级\t三级\n受灾人口（万人）\t50以上\t20—50\t5—20\n\n注：表中数值下限含本数，上限不含本数。\n"
        ),
        Good(
            "第五条 服务费按下列标准分段计算：\n\n（一）10万元以下部分，按5%收取；\n\n"
            "（二）10万元至50万元部分，按4%收取；\n\n（三）50万元至100万元部分，按3%收取。\n"
        ),
        Good(
            "4.2.1 Ⅰ级响应\n\n电网减供负荷60%以上的。\n\n4.2.2 Ⅱ级响应\n\n电网减供负荷40%以上60%以下的。\n\n"
            "7 附则\n\n本预案所称“以上”含本数，“以下”不含本数。\n"
        ),
        Good(
            "收割机补贴额\n\n喂入量\t补贴额（元）\n0.5—1kg/s（含0.5kg/s）\t3000\n1—3kg/s（含1kg/s）\t5500\n"
            "3—4kg/s（含3kg/s）\t7300\n4kg/s以上（含4kg/s）\t11000\n"
        ),
        Good("（一）比例不足1%的；\n\n（二）比例为1%以上10%以下的；\n\n（三）比例超过10%不足30%的。\n"),
        Good(
            "（一）特别重大船舶污染事故，是指船舶溢油1000吨以上的事故；\n\n"
            "（二）重大船舶污染事故，是指船舶溢油500吨以上不足1000吨的事故；\n\n"
            "（三）较大船舶污染事故，是指船舶溢油100吨以上不足500吨的事故。\n"
        ),
        Good(
            "3.2.1 特别重大事故：造成30人以上死亡。\n\n3.2.2 重大事故：造成10人以上30人以下死亡。\n\n"
            "3.2.3 本条所称“以上”含本数，“以下”不含本数。\n"
        ),
    ),
)
def boundary_undefined(document: Document, options: Options) -> Findings:
    """Yield one finding for all shared bounds that nothing decides."""
    pairs = [pair for pair in document.read(neighbours) if pair.meeting.kind == "undecided" and pair.meeting.shared]
    pairs = [
        pair
        for pair in pairs
        if not _left_over(pair)
        and not by_parts(pair)
        and not _progressive(document, pair)
        and pair.low.band.unit.dimension not in _FORECAST
    ]
    if not pairs:
        return
    first = min(pairs, key=lambda pair: min(pair.low.span, pair.high.span))
    place_ = min(first.low.span, first.high.span)
    upper = first.low.interval.upper
    value = amount(upper.value, first.low.band.unit) if upper else ""
    args = {"low": place(first.low), "high": place(first.high), "value": value, "count": len(pairs)}
    bands = (one for pair in pairs for one in (pair.low, pair.high))
    yield Finding(place_, args, sharing(bands, place_))


def _progressive(document: Document, pair: BandPair) -> bool:
    """Whether each part of a value is charged at its own rate, as the title above says (超额累进)."""
    section = document.section_at(pair.low.span.start)
    return "累进" in document.title or (section is not None and "累进" in section.title)


def _left_over(pair: BandPair) -> bool:
    """Whether a band leaves the bound to the other (超过10% beside 10%以下), or a note decides (20千瓦(含)至50千瓦)."""
    upper, lower = pair.low.interval.upper, pair.high.interval.lower
    return any(bound is not None and (bound.inclusive is False or bound.fixed) for bound in (upper, lower))
