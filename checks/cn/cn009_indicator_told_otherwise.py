"""同一指标在两处的数值或者增速不同。

依据 文件内部矛盾。
说明 报告开头写“一般公共预算收入86.5亿元，增长6.2%”，后文写“一般公共预算收入完成86.5亿元，增长2.6%”，两个增速必有一误；
增速相同而数值一处325.4、一处352.4的，也是如此。
限度 须有同一数值（三位以上）和同一指标名称的末尾，或者同一名称、同一增速而数值只差一个数字或者两个数字对调；
同口径、现价等另有基数的，计划、预算、目标，表格，不比较。

Summary One indicator with two values or two rates of growth.
Basis Internal contradiction.
Why Where a report opens with 一般公共预算收入86.5亿元，增长6.2% and has 增长2.6% for it later, one rate is wrong;
so with 325.4 in one place and 352.4 in another beside one rate.
Limits Both places must have one value of three digits at least and the end of one name, or one name and one rate with
values that differ by one digit or by the order of two; other bases (同口径, 现价), plans, budgets and tables are
left out.
"""

from __future__ import annotations

from linter.facts.counts import indicator_conflicts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="CN009",
    name="indicator-told-otherwise",
    severity="warning",
    reads=(indicator_conflicts,),
    needs=needs("lines"),
    message={"zh": "“{words}”与另一处的“{other}”不同", "en": "“{words}” differs from “{other}” elsewhere"},
    examples=(
        Bad(
            "过去一年，全市一般公共预算收入[[~86.5亿元，增长6.2%]]；社会消费品零售总额412亿元，增长7.1%。\n\n"
            "（一）经济运行稳中有进。一般公共预算收入完成[[86.5亿元，增长2.6%]]。\n"
        ),
        Bad(
            "全年地区生产总值[[~1245.6亿元，按不变价格计算，比上年增长5.8%]]。\n\n"
            "初步核算，全市地区生产总值[[1245.6亿元，增长5.3%]]，增速居全省第三位。\n"
        ),
        Bad(
            "2025年，全区实现地区生产总值[[~326.8亿元，增长6.1%]]。\n\n（一）实力提升。地区生产总值完成"
            "[[328.6亿元，增长6.1%]]。\n"
        ),
        Good(
            "一般公共预算收入86.5亿元，同口径增长6.2%，自然口径增长4.1%。一般公共预算收入完成86.5亿元，比2020年增长26.5%。"
            "一般公共预算收入86.5亿元，增长6.2%。2025年一般公共预算收入安排86.5亿元，增长2%。\n"
        ),
        Good(
            "2023年全市一般公共预算支出312.6亿元，增长4.1%。2024年全市一般公共预算支出325.4亿元，增长4.1%。"
            "市本级一般公共预算支出325.8亿元，增长2.6%。进口86.5亿元，增长6.2%；出口86.5亿元，增长8.1%。\n"
        ),
    ),
)
def indicator_told_otherwise(document: Document, options: Options) -> Findings:
    """Yield the later of two places of one indicator that differ."""
    for later, earlier in document.read(indicator_conflicts):
        related = (see(earlier.span, "另一处", "the other place"),)
        yield Finding(later.span, {"words": later.words, "other": earlier.words}, related)
