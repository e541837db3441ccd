"""同一个术语有一处少了字。

依据 文件自身：别处都用全称，只有这一处少一两个字。
说明 “群体性不明原因疾病”写成“群体不明原因疾病”，“疾病预防控制机构”写成“疾病控制机构”，多是录入时漏字；
法定的病种、机构名称少一个字就不是原来的对象。
限度 至少三处用全称、缺字的不超过五分之一才报；少的字本来就可有可无的（主管、有关、重大）不报；只看缺字，不看换字；
屡次出现的部门、机构名称见 OR001。

Summary A term lacks a character or two in one place.
Basis The document itself: it writes the term in full elsewhere.
Why A character is dropped in typing; of a disease or a body defined by law, another thing is left.
Limits At least three full forms and at most a fifth short ones; characters that a term may do without are left alone;
bodies that are often named are those of OR001.
"""

from linter.facts.wording import term_variants
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see


@check(
    code="WD005",
    name="term-variant",
    severity="note",
    two_names=True,
    strict=True,
    reads=(term_variants,),
    needs=needs(silent=("transcript", "dialogue")),
    message={
        "zh": "“{rare}”在别处写作“{usual}”（{times}处），可能漏字",
        "en": "“{rare}” is “{usual}” elsewhere{times:| (# places)}; a character may be lost",
    },
    examples=(
        Bad(
            "第三条 [[~群体性不明原因疾病]]、急性中毒适用本办法。\n\n第四条 监测传染病疫情、群体性不明原因疾病。\n\n"
            "第五条 报告传染病疫情、群体性不明原因疾病。\n\n第六条 处置传染病疫情、[[群体不明原因疾病]]。\n"
        ),
        Good(
            "第三条 县级人民政府林业行政主管部门负责防火。\n\n第四条 林业行政主管部门组织培训。\n\n"
            "第五条 林业行政主管部门应当公布电话。\n\n第六条 林业主管部门受理投诉。\n"
        ),
    ),
)
def term_variant(document: Document, options: Options) -> Findings:
    """Every rare form of a usual term."""
    for one in document.read(term_variants):
        if one.rare in document.office.words:
            continue
        yield Finding(
            one.span,
            {"rare": one.rare, "usual": one.usual, "times": one.times},
            related=(see(one.example, "通常的写法", "the usual form"),),
            fix=mend("unsafe", one.span, one.usual),
        )
