"""同一单位既用机构改革以前的名称，又用现在的名称。

依据 文件内部：同一单位应当用同一名称；国发〔2008〕11号、国发〔2013〕14号、国发〔2018〕6号（机构设置）。
说明 “环境保护主管部门”与“生态环境主管部门”、“市农业局”与“市农业农村局”混在一份文件里，多是沿用旧稿没有改全：
读者要猜是一个单位还是两个。
限度 只看机构改革前后接替的行业；引号、书名号里的和“原”字后面的不看，照录的法条里有旧名称的，只比较同一条的几处；
局、厅、委须有同样的层级；少的一种写法是问题之处；属提示。

Summary A body is called by its name from before a reform and by its present one.
Basis Internal: one body, one name; 国发〔2008〕11号, 国发〔2013〕14号 and 国发〔2018〕6号 on the organs of
the State Council.
Why An older draft was not changed throughout; the reader has to guess whether one body is meant or two.
Limits Trades that took each other's place in a reform; quoted words and those after 原 are passed; where a copied
article of another act has the old name, only copies of one article are compared; bureaus and commissions must stand on
one level. The rarer name is told, as a note.
"""

from checks.org.naming import told
from linter.facts.bodies import former_names
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs


@check(
    code="OR015",
    name="former-name",
    severity="note",
    two_names=True,
    reads=(former_names,),
    needs=needs(script="simplified"),
    message={
        "zh": "“{rare}”（{few}处）与“{usual}”（{many}处）混用：机构改革前后的两个名称。",
        "en": "“{rare}” ({few}) and “{usual}” ({many}) are mixed: the names before and after a reform.",
    },
    examples=(
        Bad(
            "第一条 [[~生态环境主管部门]]负责监督管理。\n\n第二条 生态环境主管部门应当公布名录。\n\n"
            "第三条 水利部门配合[[环境保护主管部门]]开展监测。\n"
        ),
        Bad(
            "第一条 [[~生态环境主管部门]]监督管理，生态环境主管部门公布名录，生态环境主管部门负责解释。\n\n"
            "第二条 [[环境保护主管部门]]开展监测。\n\n第三条 [[~环境保护行政主管部门]]开展检查。\n"
        ),
        Bad(
            "成员单位：市公安局、市[[~农业农村局]]、市财政局。\n\n市公安局：负责治安。\n\n市[[农业局]]：负责农资。\n\n"
            "市财政局：负责经费。\n"
        ),
        Good(
            "第四条 市人力资源和社会保障部门主管全市医疗保险工作。\n\n"
            "第五条 区县劳动和社会保障部门负责本区县的医疗保险工作，接受市人力资源和社会保障部门的指导。\n\n"
            "第六条 本区县劳动和社会保障部门公布名单。\n"
        ),
        Bad(
            "第三条 市[[~卫生计生部门]]负责计划生育情况的审核。\n\n第四条 申请人应当提交材料。\n\n"
            "第五条 证明由市[[人口计生部门]]出具。\n"
        ),
        Good(
            "一、未按规定备案\n\n违反条款\n\n"
            "《建设项目环境保护管理条例》第九条第四款　建设单位应当将登记表报县级环境保护主管部门备案。\n\n"
            "环境保护主管部门应当公开备案信息。\n\n不予处罚的情节\n\n经生态环境主管部门责令后改正的，不予处罚。\n\n"
            "二、未按规定公开\n\n违反条款\n\n"
            "《环境信息公开办法》第十一条　环境保护主管部门公布名录后九十日内公开信息。\n\n不予处罚的情节\n\n"
            "经生态环境主管部门责令后改正的，不予处罚。\n"
        ),
        Bad(
            "违法行为\t法律依据\n未监测\t《水污染防治法》第八十二条：由[[环境保护主管部门]]责令改正，处二万元罚款。\n"
            "未公开\t《水污染防治法》第八十二条：由[[~生态环境主管部门]]责令改正，处二万元罚款。\n"
            "未备案\t《水污染防治法》第九条：由生态环境主管部门责令备案，处一万元罚款。\n"
        ),
        Good("成员单位：省生态环境厅、省财政厅。\n\n附件\n\n一、原省环境保护厅印发的《核查办法》继续有效。\n"),
    ),
)
def former_name(document: Document, _options: Options) -> Findings:
    """The first place of each rarer name, with its others and one of the usual name."""
    for one in document.read(former_names):
        yield told(one)
