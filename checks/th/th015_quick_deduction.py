"""速算扣除数与税率、级距推不出来。

依据 文件内部矛盾：超额累进的速算扣除数等于上一级的速算扣除数加本级下限乘以两级税率之差。
说明 36000元以上至144000元税率10%，扣除数应为36000×(10%-3%)=2520元；写成2250元，照表计算就多收或者少收。
限度 须有级距、税率、速算扣除数三栏，每一行都读得出；多数行推得出来，只有少数行不对的才报。

Summary A quick deduction that does not follow from the rates and the bands.
Basis A contradiction within the text: a quick deduction is that of the step before plus the lower end times the rise of
the rate.
Why With 10 % from 36 000 and 3 % below it is 2520; printed as 2250, every computation by the table is wrong.
Limits Bands, rates and deductions must all be read in every row, and most rows must follow.
"""

from linter.facts.bands import progressive_rates
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import plain

_TABLE = (
    "个人所得税税率表\n\n级数\t全年应纳税所得额\t税率（%）\t速算扣除数\n1\t不超过36000元的\t3\t0\n"
    "2\t超过36000元至144000元的部分\t10\t{}\n3\t超过144000元至300000元的部分\t20\t{}\n"
    "4\t超过300000元至420000元的部分\t25\t{}\n5\t超过420000元的部分\t30\t{}\n"
)


@check(
    code="TH015",
    name="quick-deduction",
    severity="error",
    reads=(progressive_rates,),
    needs=needs("tables"),
    message={
        "zh": "“{band}”的速算扣除数“{printed}”推不出来，按级距和税率为{follows}",
        "en": "the quick deduction “{printed}” of “{band}” does not follow; by bands and rates it is {follows}",
    },
    examples=(
        Bad(
            "（一）不超过30000元的，税率5%，速算扣除数0；\n\n（二）超过30000元至90000元的部分，税率10%，速算扣除数1500；\n\n"
            "（三）超过90000元至300000元的部分，税率20%，速算扣除数[[15000]]。\n"
        ),
        Bad(_TABLE.format("[[~2520]]", "[[19620]]", "31920", "52920")),
        Bad(_TABLE.format("2520", "16920", "[[~31920]]", "[[59220]]")),
        Bad(
            "土地增值税税率表\n\n级数\t增值额与扣除项目金额的比率\t税率（%）\t速算扣除系数（%）\n1\t不超过50%的部分\t30\t0\n"
            "2\t超过50%至100%的部分\t40\t5\n3\t超过100%至200%的部分\t50\t[[~15]]\n4\t超过200%的部分\t60\t[[30]]\n"
        ),
        Good(_TABLE.format("2520", "16920", "31920", "52920")),
    ),
)
def quick_deduction(document: Document, options: Options) -> Findings:
    """Yield the deductions that do not follow, those whose own successor follows from them left to it."""
    for steps in document.read(progressive_rates):
        wrong = [at for at, step in enumerate(steps) if not step.holds]
        # A wrong row spoils the row behind it as well, unless that was computed from it.
        first = [at for at in wrong if at - 1 not in wrong]
        if not first or len(first) * 2 > len(steps) - 1:
            continue
        for at in first:
            before, step = steps[at - 1], steps[at]
            words = (f"上一级的扣除数“{before.words}”", f"the deduction “{before.words}” of the step before")
            args = {"band": step.band, "printed": step.words, "follows": plain(step.follows or 0)}
            yield Finding(step.span, args, (see(before.span, *words),))
