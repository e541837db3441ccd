"""一对界限中有一个没有单位。

依据 文件内部矛盾：“A以上、B级以下”两个界限应当是同一种量。
说明 “5.0以上、6.0级以下”“10以上30人以下”漏写了单位，别处的同类条件都写有单位；表格、公式中会被读成另一种量。
一档写20以上30以下，而其余各档都写%，或者一档写元、其余各档都写万元，按其余各档的单位才首尾相接的，也报。
限度 “10-29例”“5至10倍”用一个单位管两个数，合乎规范，不报；两个界限都没有单位的不报。

Summary One bound of a pair lacks its unit.
Basis A contradiction within the text: both bounds of a pair measure the same thing.
Why 5.0以上、6.0级以下 drops a unit that its siblings carry, and a reader may take the bare number for something else.
So with a step of a ladder whose unit is missing, or another one than that of all others, by which the steps would join.
Limits 10-29例 and 5至10倍 carry one unit for both, as the norm allows; pairs without any unit are left out.
"""

from checks.th.telling import place, related
from linter.facts.bands import bounded, step_mends
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend


@check(
    code="TH013",
    name="bound-without-unit",
    severity="warning",
    reads=(bounded, step_mends),
    message={
        "zh": "“{quote}”中“{number}”没有单位“{unit}”",
        "en": "in “{quote}” the number {number} lacks its unit {unit}",
    },
    messages={
        "other": {
            "zh": "{step}的单位与其余各档的“{unit}”不同：按“{unit}”才与{beside}首尾相接",
            "en": "the unit of {step} is not “{unit}” as in all other steps, by which it would join {beside}",
        },
    },
    examples=(
        Bad(
            "（一）发生[[5.0以上、6.0级以下]]地震的。\n",
            fixed="（一）发生5.0级以上、6.0级以下地震的。\n",
        ),
        Bad("（二）造成[[10以上30人以下]]死亡的。\n"),
        Bad(
            "供气缺口分级\n\n（一）Ⅰ级：缺口[[~30%以上]]；\n\n（二）Ⅱ级：缺口[[20以上30以下]]；\n\n（三）Ⅲ级："
            "缺口10%以上20%以下。\n\n"
            "二、电费\n\n档次\t月用电量\n第一档\t[[~180度以下]]\n第二档\t[[180万度以上350万度以下]]\n第三档\t35"
            "0度以上\n\n"
            "以上含本数，以下不含本数。\n"
        ),
        Good(
            "供气缺口分级\n\n（一）Ⅰ级：缺口30%以上；\n\n（二）Ⅱ级：缺口20%以上30%以下；\n\n（三）Ⅲ级：缺口10%"
            "以上20%以下。\n\n"
            "二、逾期不足12个月的，警告；逾期1年以上2年以下的，罚款；逾期2年以上的，停业。\n\n以上含本数，以下"
            "不含本数。\n"
        ),
        Good("（一）发生5.0级以上、6.0级以下地震，或者1周内发病10-29例、处5至10倍罚款的。\n"),
        Good("第五条　两次检查间隔三以上五以下，按年计算。\n"),
        Bad("二、容量[[10蒸吨/小时以上、20以下]]的锅炉，2020年底前淘汰。\n"),
    ),
)
def bound_without_unit(document: Document, options: Options) -> Findings:
    """Yield the pairs of bounds of which one has no unit."""
    for one in document.read(bounded):
        lower, upper = one.band.lower, one.band.upper
        if one.band.flaw != "no-unit" or not lower or not upper:
            continue
        unit = one.band.unit.name
        bare = upper if one.number(lower).endswith(unit) else lower
        words = one.paragraph.text[one.band.start : bare.end] + unit + one.paragraph.text[bare.end : one.band.end]
        fix = mend("unsafe", one.paragraph.span(bare.end, bare.end), unit, words, words)
        yield Finding(one.span, {"quote": one.quote, "number": one.number(bare), "unit": unit}, fix=fix)
    for step in document.read(step_mends):
        if step.kind == "unit":
            args = {"step": place(step.step), "unit": step.unit, "beside": place(step.beside)}
            yield Finding(step.step.span, args, related(step.step, step.beside), message="other")
