"""由文中两数推出的数与所写的不符。

依据 文件内部矛盾。
说明 “由100亿元增长到120亿元，增长25%”“共200家，其中50家，占35%”“20台，每台3万元，共计80万元”，三数必有一误。
“发现800处、已整改720处，整改率95%”“比上年的60.1%提高3.4个百分点”
“收入120万元，增长15%，增收20万元”也是。
限度 只看三数同在一句、紧接相连的；四舍五入或者截尾相差末位一个单位的不报；“年均”“占全国”之类另有基数的不看；
表中的率、涨跌、占比只在多数行相合时看，涨跌、占比不合的作警告。

Summary A figure that does not follow from the two it rests on.
Basis Internal contradiction.
Why Growth from 100 to 120 is 20 %, 50 of 200 are 25 %, 20 times 3 is 60; where another figure is printed, one of the
three is wrong; so with a rate named after what was done (整改率), and with a difference in points.
Limits Only where all three stand side by side in one sentence; one unit of the last printed place is let pass, whether
rounded or cut; rates with another base (年均, 占全国) are not read; rates, changes and
shares in tables only where most rows agree; changes and shares are warnings.
"""

from linter.facts.counts import (
    derived_figures,
    derived_shares,
    increments,
    sector_shares,
    table_changes,
    table_products,
    table_rates,
)
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, Span, check, needs, see


@check(
    code="CN006",
    name="derived-figure-differs",
    severity="error",
    reads=(derived_figures, derived_shares, increments, sector_shares, table_rates, table_products, table_changes),
    needs=needs("lines"),
    message={
        "zh": "按所列两数应为{expected}，这里写“{words}”",
        "en": "the two figures give {expected}, “{words}” is printed",
    },
    examples=(
        Bad("财政收入由[[~100亿元]]增长到[[~120亿元]]，增长[[25%]]。"),
        Bad("全年收入[[~1200万元]]，比上年增加[[~200万元]]，增长[[25%]]。"),
        Bad("全市共有企业[[~200家]]，其中规模以上企业[[~50家]]，占[[35%]]。"),
        Bad("购置水泵[[~20台]]，每台[[~3万元]]，共计[[80万元]]。"),
        Bad("2023年税收[[~120亿元]]，比上年的[[~100亿元]]增长[[25%]]。"),
        Bad("2023年税收[[~120亿元]]，2022年同期为[[~100亿元]]，同比增长[[25%]]。"),
        Good("地区生产总值120亿元，比上年的100亿元增长5%。税收120亿元，比上年的100亿元增长20%，2022年为110亿元。"),
        Bad("在册贫困户由[[~3000户]]减少到[[~600户]]，下降[[70%]]。"),
        Bad("2025年收入完成[[~52.5亿元]]，2024年为[[~50.0亿元]]，比上年增长[[8.0%]]。"),
        Bad("共发现问题隐患[[~800]]处，已整改[[~720]]处，整改率[[95.0%]]，其余80处正在整改。"),
        Bad("全县森林覆盖率[[~62.5]]%，比2020年的[[~60.1]]%提高[[3.4个百分点]]。"),
        Bad("进出口总值[[~120.0亿元]]。其中，出口[[~84.0亿元]]，占进出口总值的[[75.0%]]；进口36.0亿元，占30.0%。"),
        Bad(
            "常住人口为[[~312500人]]，其中，0—14岁人口为50000人，占16.00%；15—59岁人口为200000人，占64.00%；60岁及以上人口为"
            "[[~62500人]]，占[[22.00%]]。"
        ),
        Bad(
            "区县\t发现隐患（处）\t已整改（处）\t整改率\n城东区\t260\t234\t90%\n城西区\t[[~200]]\t[[~170]]\t[[88%]]\n"
            "河口县\t140\t126\t90%\n"
        ),
        Bad(
            "采购清单\n\n序号\t名称\t单价（元）\t数量\t金额（元）\n1\t计算机\t5200\t20\t104000\n"
            "2\t打印机\t[[~1850]]\t[[~8]]\t[[15800]]\n3\t桌椅\t960\t25\t24000\n"
        ),
        Bad(
            "价格监测表\n\n产品\t本期价格\t上期价格\t涨跌（%）\n螺纹钢\t3650\t3800\t-3.9\n水泥\t[[~412]]\t[[~380]]\t[[-8.4]]\n"
            "动力煤\t860\t820\t4.9\n地区生产总值\t1245.6\t1178.2\t5.1\n\n就业情况\n\n季度\t新增就业（人）\t占全年比重（%）\n"
            "一季度\t3200\t25.0\n二季度\t[[~3600]]\t[[30.1]]\n三季度\t3000\t23.4\n四季度\t3000\t23.4\n"
            "全年\t[[~12800]]\t100.0\n"
        ),
        Good(
            "经济指标\n\n指标\t2024年\t2023年\t增长（%）\n地区生产总值（亿元）\t1245.6\t1178.2\t5.8\n工业用电量（亿千瓦时）\t42.1\t40.5\t"
            "4.0\n居民收入（元）\t38620\t36560\t5.9\n税收（亿元）\t86.5\t81.2\t6.5\n"
        ),
        Bad("全县一般公共预算收入完成[[~12.6亿元]]，上年为[[~12亿元]]，增长[[8%]]。"),
        Good(
            "校服报价\n\n品名\t单价（元）\t数量\t折扣\t金额（元）\n夏装\t120\t500\t95%\t57000\n春秋装\t180\t500\t90%\t81000\n"
            "冬装\t260\t500\t100%\t130000\n\n粮食生产\n\n乡镇\t面积（万亩）\t单产（公斤）\t总产（万吨）\n东坝镇\t4.20\t450\t1.89\n"
            "西坝镇\t3.60\t430\t1.55\n南坝乡\t2.20\t410\t0.90\n"
        ),
        Bad("城市低保标准由每人每月[[~720]]元提高到[[~760]]元，每人每月提高[[50元]]。"),
        Bad(
            "一般公共预算收入[[~24.6]]亿元，增长4.2%，其中税收收入[[~16.9]]亿元，占一般公共预算收入的比重为[[78.7%]]。"
        ),
        Bad(
            "全年地区生产总值[[~148.07亿元]]，增长6.7%。其中，第一产业增加值10.55亿元，增长6.3%；第二产业增加值40.09亿元，增长6.8%；"
            "第三产业增加值[[~97.42亿元]]，增长6.7%。三次产业结构由上年的7.2：27.6：65.2调整为7.13：27.1：[[65.77]]。"
        ),
        Bad(
            "一般公共预算收入（同口径）完成[[~30161万元]]，占调整预算的98.2%，同比增长[[14.6%]]，增收[[~4376万元]]。"
            "财政总收入204万元，比上年收入[[~240万元]]减少[[~36万元]]，下降[[17.6%]]。"
        ),
        Good(
            "一般公共预算收入完成28583万元（自然口径），占调整预算105.47%，同比增长10.85%，增收2798万元；按同口径完成30161万元，增长14.6%，"
            "增收4376万元。收入决算数129748万元，为调整预算数的100.66%，比2017年增收12423万元，增长10.59%。"
            "比上年收入238960.28万元减少35418.74万元，下降14.82%。规模以上工业增加值120亿元，增长5.2%，增加20亿元。"
        ),
        Good(
            "全年地区生产总值356.56亿元，下降4.2%。分产业看，第一产业增加值18.1亿元，下降0.2%；第二产业增加值151.39亿元，下降7.9%；"
            "第三产业增加值187.07亿元，下降0.8%。三次产业结构由2019年的4.6：45.7：49.7调整为5.1：42.5：52.4。"
            "民营经济三次产业结构为14.6：44.3：41.1。三次产业投资结构为2.0：38.0：60.0。"
        ),
        Good(
            "农村低保标准由每人每年6600元提高到7200元，每人每年提高600元。产量由100吨增加到400吨，年均增加60吨。"
            "一般公共预算收入24.6亿元，增长4.2%，其中税收收入16.9亿元，占地区生产总值的比重为5.7%。"
        ),
        Good(
            "常住人口为425631人，其中，0—14岁人口为76812人，占18.05%；15—59岁人口为261440人，占61.42%；60岁及以上人口为"
            "87379人，占20.53%。检测800批次，合格790批次，合格率98.8%。覆盖率62.5%，比2020年的60.1%提高2.4个百分点。"
        ),
        Good("进出口总值120.0亿元，其中，出口84.0亿元，占全省的2.1%；进口36.0亿元，占全省的1.5%。"),
        Good(
            "财政收入由100亿元增长到120亿元，增长20%；全年收入1200万元，比上年增加200万元，增长20%。"
            "全市共有企业200家，其中规模以上企业50家，占25%。购置水泵20台，每台3万元，共计60万元。"
        ),
        Good(
            "产值由1.2亿元增长到1.5亿元，增长27.9%。产值由2015年的100亿元增长到2020年的150亿元，年均增长8.4%。"
            "共有企业200家，其中规模以上企业50家，占全省的3%。在册贫困户由3000户减少到600户，下降80%。"
        ),
        Bad("一、对购置无人机的，每台补贴[[~1.2万元]]，本批补贴[[~35台]]，共计补贴资金[[45万元]]。"),
    ),
)
def derived_figure_differs(document: Document, options: Options) -> Findings:
    """Yield the figures that two others contradict."""
    told: set[Span] = set()
    facts = (derived_figures, derived_shares, increments, sector_shares, table_rates, table_products, table_changes)
    for fact in facts:
        # A table names no base: last year's figure may have been made comparable in one row.
        severity: Severity | None = "warning" if fact is table_changes else None
        for one in document.read(fact):
            if not one.fits and one.span not in told:
                told.add(one.span)
                related = tuple([see(span, "所据的数", "a figure it rests on") for span in one.given])
                yield Finding(one.span, {"words": one.words, "expected": one.expected}, related, severity=severity)
