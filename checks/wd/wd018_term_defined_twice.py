"""同一个术语定义了两次，所指不同。

依据 文件内部矛盾；《立法技术规范（试行）（一）》：同一概念在一部法规里只有一个含义。
说明 总则写“本办法所称公共租赁住房，是指面向中等偏下收入家庭出租的保障性住房”，后文又写“是指政府建设的廉租住房”：
适用对象以哪一条为准，执行的人各有各的说法。
限度 只看“本办法所称……，是指……”两处字句不同的；“本章所称”“本条所称”是另有范围，不看；一个文件里的几件法规各算各的。

Summary A term is defined twice, in two ways.
Basis Internal contradiction; 立法技术规范（试行）（一）: one concept has one meaning in an act.
Why Who falls under the act depends on which of the two is read.
Limits Only two clauses of 本办法所称…，是指… in other words; what a chapter or an article defines for itself is left
alone, and each act of a document is read for itself.
"""

from linter.facts.wording import twice_defined
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="WD018",
    name="term-defined-twice",
    severity="warning",
    preview=True,
    reads=(twice_defined,),
    needs=needs("lines", script="simplified"),
    norm="立法技术规范（试行）（一）",
    strength="should",
    message={
        "zh": "“{term}”定义了两次，两处所指不同",
        "en": "“{term}” is defined twice, in two ways",
    },
    examples=(
        Bad(
            "第二条 [[~本细则所称建筑施工扬尘，是指房屋建筑、市政工程等施工活动中产生的颗粒物]]。\n\n"
            "第三条 市住建局负责监督管理。\n\n第九条 [[本细则所称建筑施工扬尘，是指建筑工地及周边道路产生的扬尘]]。\n"
        ),
        Good(
            "第二条 本办法所称事故，是指生产安全事故。\n\n第九条 本章所称事故，是指较大以上事故。\n\n"
            "第十二条 本条所称事故，是指死亡事故。\n"
        ),
        Good(
            "个人所得税税率表一\n\n（注：本表所称全年应纳税所得额是指扣除后的余额。）\n\n"
            "个人所得税税率表二\n\n（注：本表所称全年应纳税所得额是指减除成本后的余额。）\n"
        ),
        Good("第二条 本办法所称扬尘，是指施工产生的颗粒物。\n\n第九条 本办法所称扬尘，是指施工产生的颗粒物。\n"),
        Good(
            "会议制度\n\n第一条 本制度所称河长，是指市级河长。\n\n巡河制度\n\n第一条 为了规范巡河，制定本制度。\n\n"
            "第二条 本制度所称河长，是指市级、县级河长。\n"
        ),
    ),
)
def term_defined_twice(document: Document, _options: Options) -> Findings:
    """Each later definition, with the earlier one."""
    for one in document.read(twice_defined):
        related = (see(one.earlier, "前面的定义", "the earlier definition"),)
        yield Finding(one.span, {"term": one.term}, related)
