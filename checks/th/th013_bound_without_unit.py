"""一对界限中有一个没有单位。

依据 文件内部矛盾：“A以上、B级以下”两个界限应当是同一种量。
说明 “5.0以上、6.0级以下”“10以上30人以下”漏写了单位，别处的同类条件都写有单位；表格、公式中会被读成另一种量。
限度 “10-29例”“5至10倍”用一个单位管两个数，合乎规范，不报；两个界限都没有单位的不报。

Summary One bound of a pair lacks its unit.
Basis A contradiction within the text: both bounds of a pair measure the same thing.
Why 5.0以上、6.0级以下 drops a unit that its siblings carry, and a reader may take the bare number for something else.
Limits 10-29例 and 5至10倍 carry one unit for both, as the norm allows; pairs without any unit are left out.
"""

from linter.facts.bands import bounded
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend


@check(
    code="TH013",
    name="bound-without-unit",
    severity="warning",
    reads=(bounded,),
    message={
        "zh": "“{quote}”中“{number}”没有单位“{unit}”",
        "en": "in “{quote}” the number {number} lacks its unit {unit}",
    },
    examples=(
        Bad(
            "（一）发生[[5.0以上、6.0级以下]]地震的。\n",
            fixed="（一）发生5.0级以上、6.0级以下地震的。\n",
        ),
        Bad("（二）造成[[10以上30人以下]]死亡的。\n"),
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
