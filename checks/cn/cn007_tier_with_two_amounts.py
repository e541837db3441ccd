"""同一档次的数额，正文与表格不同。

依据 文件内部矛盾。
说明 正文写“C类人才40万元”，附件的一览表写45万元，兑现时以哪个为准，无从知道；多为修改时只改了一处。
限度 表中至少有两行的数额与正文一致、只有少数行不同的才比；正文的说法须与一致的各行相同；
同一档次在正文中有几个数额的不比较，带“以上”“不超过”的数不看。

Summary The text and a table give one tier two amounts.
Basis Internal contradiction.
Why Where the text grants C类人才 400 000 and the table 450 000, nobody knows which one is paid; only one was revised.
Limits A column is compared only where two rows at least agree with the text and few differ, and the text words the
amount as it words those that agree; tiers with several amounts in the text and numbers with bounds are left out.
"""

from linter.facts.counts import tier_conflicts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

_TEXT = "第六条　安家补贴标准：A类人才100万元，B类人才60万元，{}，D类人才20万元。\n\n人才补贴标准表\n\n"
_TABLE = (
    "类别\t安家补贴（万元）\t津贴（元/月）\nA类人才\t100\t9000\nB类人才\t60\t8000\nC类人才\t{}\t5000\n"
    "D类人才\t20\t3000\n"
)


@check(
    code="CN007",
    name="tier-with-two-amounts",
    severity="warning",
    reads=(tier_conflicts,),
    needs=needs("lines", "tables"),
    message={
        "zh": "“{tier}”正文为“{words}”，表中为“{cell}”",
        "en": "{tier} has “{words}” in the text and “{cell}” in the table",
    },
    examples=(
        Bad(_TEXT.format("C类人才[[40万元]]") + _TABLE.format("[[~45]]")),
        Bad(
            "一、起付标准为一级医疗机构50元，二级医疗机构[[100元]]，三级医疗机构300元。\n\n待遇表\n\n"
            "医疗机构\t起付标准（元）\t报销比例\n一级医疗机构\t50\t60%\n二级医疗机构\t[[~150]]\t50%\n三级医疗机构\t300\t40%\n"
        ),
        Good(_TEXT.format("C类人才40万元") + _TABLE.format("40")),
        Good(
            "A类人才每人补贴100万元，B类人才每人补贴60万元，C类人才每人补贴40万元。\n\n发放表\n\n"
            "类别\t人数\t金额（万元）\nA类人才\t1\t100\nB类人才\t1\t60\nC类人才\t5\t200\n"
        ),
    ),
)
def tier_with_two_amounts(document: Document, options: Options) -> Findings:
    """Yield the amounts of the text that a table contradicts."""
    for one in document.read(tier_conflicts):
        related = (see(one.cell_span, "表中的数额", "the amount in the table"),)
        yield Finding(one.span, {"tier": one.tier, "words": one.words, "cell": one.cell}, related)
