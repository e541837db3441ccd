"""罚则写的条文与所罚的行为对不上：行为是另一条、另一项规定的。

依据 文件内部矛盾：罚则先引条文、再写行为，两者应当是一回事；立法法第六十五条规定了条、款、项的编排。
说明 “违反第六条规定，在疏散通道停放电动自行车的”，第六条说的是收费，疏散通道写在第七条：增删条文后没有改罚则里的
序号，执法就没有依据。
限度 只看“违反第×条（项）规定，……的”之后接处罚的句子；行为的用语几乎不在所引条文里、大多在另一条（项）里、别的
条（项）都远不如它，才报；其他罚则不作比较。

Summary A penalty names an article, and the conduct that it names is that of another article or item.
Basis A contradiction within the text: the article and the conduct are one; Legislation Law art. 65.
Why Articles were added or dropped and the numbers in the penalties stayed: the fine has no ground.
Limits Only sentences 违反第×条规定，…的 with a penalty behind; hardly any words of the conduct stand in the article
named, most of them in another, and far fewer in any third.
"""

from linter.facts.references import misapplied
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="RF014",
    name="misapplied-clause",
    severity="warning",
    preview=True,
    reads=(misapplied,),
    needs=needs("lines", silent=("amendment",)),
    message={
        "zh": "引用的是“{cited}”，写这一行为的是“{meant}”：{conduct}",
        "en": "“{cited}” is named, “{meant}” speaks of this conduct: {conduct}",
    },
    examples=(
        Bad(
            "海州市电动自行车管理办法\n\n第一条 为了加强管理，制定本办法。\n\n"
            "第二条 充电服务费与电费应当分别计价、分别列示。\n\n"
            "[[~第三条 禁止在疏散通道、楼梯间停放电动自行车或者为其充电。]]\n\n"
            "第四条 违反本办法[[第二条]]规定，在疏散通道、楼梯间停放电动自行车的，由消防救援机构处五百元罚款。\n\n"
            "第五条 本办法自2023年10月1日起施行。\n"
        ),
        Good(
            "海州市集贸市场管理办法\n\n第一条 为了加强管理，制定本办法。\n\n第二条 经营者应当遵守下列规定：\n\n"
            "（一）在划定的摊位内经营；\n\n（二）明码标价，不得短斤少两；\n\n（三）活禽宰杀应当在专门区域进行。\n\n"
            "第三条 经营者违反第二条第（三）项规定，在专门区域外宰杀活禽的，责令改正，处二百元罚款。\n\n"
            "第四条 本办法自2023年10月1日起施行。\n"
        ),
        Good(
            "海州市河道管理办法\n\n第一条 为了加强管理，制定本办法。\n\n第二条 在河道采砂应当取得许可。\n\n"
            "第三条 采砂单位应当按照许可的范围、深度、时间作业。\n\n"
            "第四条 违反本办法第二条规定，无证开采的，由水行政主管部门处一万元罚款。\n"
        ),
    ),
)
def misapplied_clause(document: Document, _options: Options) -> Findings:
    """Each reference of a penalty whose conduct another article speaks of."""
    for one in document.read(misapplied):
        args = {"cited": one.cited, "meant": one.meant, "conduct": one.conduct}
        yield Finding(one.span, args, (see(one.model, "写这一行为的条文", "what speaks of it"),))
