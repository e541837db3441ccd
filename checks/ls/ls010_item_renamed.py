"""两处列举同样的事项，其中一项名称不同。

依据 文件内部矛盾。
说明 正文列“隐患排查、应急演练、宣传教肓”，下文标题作“宣传教育”；表一的指标叫“雨水系统防控措施”，表五叫
“雨排水系统防控措施”：读者无从知道是一项还是两项。
限度 两份列举（标题、表格的列、段首、句中并列）须有六成以上、三项以上完全相同，且不同的一项与相同的各项相邻；只差数字、
上下内外之类反义字，或者一个名称只比另一个前后多几个字的，不报；两种名称都多次使用的不报；单位、工作组另查。
其余各项完全相同的，这一项只有一端相同也看；四项以上的，多几个字、换了词序也看。
句中三项以上的列举，下文各分句依次以各项的名称开头，其中一项换了说法（年度考核，年终考核），也报。
文中按次序再说一遍列举的各项（投放至……，投放至……），依次有三项以上相同、中间一项换了说法、与原名至少一半字相同的，也报。

Summary One thing has two names in two lists.
Basis Internal contradiction.
Why A list in the text and the headings below it, or two tables, name the same things; where one item is named
otherwise, the reader cannot tell whether it is the same.
Limits Two lists (headings, columns, leads, rows of words) must share three items and six in ten, and the item that
differs must stand beside one that is the same; names that differ by a number or by opposites are two things, and so
are names both of which are used often, or of which one only has words before or behind; bodies and working groups have
checks of their own; where all other items are the same, one common end will do, and where they are four,
words more or in another order. Clauses that tell of a row item by item
are read if all but one begin with its names.
"""

from linter.facts.wording import renamed_details, two_names
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import common_ends
from linter.language.likeness import alike


@check(
    code="LS010",
    name="item-renamed",
    severity="warning",
    two_names=True,
    reads=(two_names, renamed_details),
    needs=needs("cells"),
    message={
        "zh": "“{rare}”（文中{few}处）在另一份列举里作“{usual}”（{many}处）",
        "en": "“{rare}” ({few} in the text) is “{usual}” ({many}) in another list of the same things",
    },
    messages={
        "slip": {
            "zh": "“{rare}”（文中{few}处）疑有别字：另一份列举作“{usual}”（{many}处）",
            "en": "“{rare}” ({few} in the text) may be misspelt: another list has “{usual}” ({many})",
        },
        "told": {
            "zh": "前文列举“{usual}”，分述作“{rare}”",
            "en": "the row names “{usual}”, the clause that tells of it “{rare}”",
        },
        "untold": {
            "zh": "前文列举“{usual}”，分述中其余各项都有，唯独没有这一项",
            "en": "the row names “{usual}”, and the clauses tell of every other item but not of this",
        },
    },
    examples=(
        Bad(
            "（一）深化登记改革。推行经营主体登记确认制。\n\n（二）优化获得电力服务。报装零投资。\n\n（三）规范行政执法。综合查一次。\n\n"
            "（四）优化纳税服务。推广电子发票。\n\n（五）[[~强化知识产权保护]]。健全机制。\n\n序号\t任务\t牵头单位\n1\t深化登记改革\t市市场监管局\n"
            "2\t优化获得电力服务\t供电公司\n3\t规范行政执法\t市司法局\n4\t优化纳税服务\t市税务局\n5\t[[强化知识产权保护和运用]]\t市市场监管局\n"
        ),
        Bad(
            "一、汇报单位\n\n综合部、竞赛部、场馆部、[[~宣传和新闻部]]、安保部、医疗卫生部、后勤保障部。\n\n顺序\t工作部\n1\t综合部\n2\t竞赛部\n"
            "3\t场馆部\n4\t[[新闻宣传部]]\n5\t安保部\n6\t医疗卫生部\n7\t后勤保障部\n"
        ),
        Bad(
            "一、活动\n\n（一）启动仪式。4月举行。\n\n（二）[[~“名家讲堂”]]。不少于6场。\n\n（三）“经典诵读”大赛。分三个阶段。\n\n"
            "（四）“流动书车”进乡村。每月两次。\n\n（五）“书香之家”评选。评选20户。\n\n序号\t活动\n1\t启动仪式\n2\t[[“名家讲坛”]]\n"
            "3\t“经典诵读”大赛\n4\t“流动书车”进乡村\n5\t“书香之家”评选\n"
        ),
        Bad(
            "标准项目满足经济调节、市场监管、[[~社会治理]]、公共服务和环境保护等方面的需要。其中，经济调节领域主要是规划；"
            "市场监管领域主要是竞争；[[社会管理]]领域主要是政务；公共服务领域主要是均等；环境保护领域主要是排放。"
        ),
        Bad(
            "标准项目满足经济调节、市场监管、[[社会治理]]、公共服务和环境保护等方面的需要。其中，经济调节领域主要是规划；"
            "市场监管领域主要是竞争；[[~公共服务领域主要是均等]]；环境保护领域主要是排放。"
        ),
        Bad(
            "一、归档文件分为党群类、行政类、教学类、[[~基建类]]、财会类五类，各类如下。\n\n党群类：会议形成的材料。\n\n"
            "行政类：管理形成的材料。\n\n教学类：教学形成的材料。\n\n[[设备类]]：校舍建设形成的材料。\n\n财会类：凭证、账簿。\n"
        ),
        Bad(
            "第三条 平台车辆分为机要通信用车、[[~应急保障用车]]、调研用车和接待用车四类。\n\n"
            "第四条 机要通信用车用于机要文件递送。\n\n第五条 [[应急公务用车]]用于抢险救灾。\n\n"
            "第六条 调研用车用于集体调研。\n\n第七条 接待用车用于外事接待。\n"
        ),
        Bad(
            "采取日常检查、[[~季度评比]]、年终考核相结合的方式。日常检查占30%，季度评比占30%，年终考核占40%。\n\n"
            "（一）日常检查。每月抽查。\n\n（二）[[季度考评]]。交叉检查。\n\n（三）年终考核。组成考核组实施。\n"
        ),
        Bad(
            "第五条 分配因素包括基础资源因素（权重50%）、[[~工作成效因素]]（权重30%）、政策任务因素（权重20%）。\n\n"
            "基础资源因素包括耕地面积；[[工作绩效因素]]以评价结果为依据；政策任务因素包括建设任务。\n"
        ),
        Bad(
            "第九条 仲裁员考核分为个案考核、[[~年度考核]]和聘期考核。\n\n个案考核在案件审结后完成；"
            "[[年终考核]]于每年一季度完成；聘期考核在届满前完成。\n\n第十条 年度考核结果分为称职、不称职两个等次。\n"
        ),
        Bad(
            "落实行政执法公示制度、执法全过程记录制度、[[~执法决定法制审核制度]]。\n\n行政执法公示制度方面，公示信息2万条；"
            "执法全过程记录制度方面，配备记录仪；[[执法决定合法性审核制度]]方面，审核决定318件。\n"
        ),
        Good(
            "第七条 鼓励各类职业院校、职业技能培训机构和用人单位开展培训。\n\n第八条 各类职业院校应当加强合作，"
            "鼓励各类培训机构为劳动者提供实训，用人单位应当配合。\n"
        ),
        Good(
            "第六条 门诊医疗费用、住院医疗费用、大病医疗费用分类结算。\n\n门诊医疗费用由个人账户支付；"
            "住院床位费用计入住院医疗费用，由统筹基金支付；大病医疗费用由大病保险支付。\n"
        ),
        Good(
            "第九条 考核分为个案考核、年度考核和聘期考核。\n\n个案考核在案件审结后完成；年度考核于每年一季度完成，"
            "必要时组织专项考核；聘期考核在届满前完成。\n"
        ),
        Good(
            "标准项目满足经济调节、市场监管、社会治理、公共服务和环境保护等方面的需要。其中，经济调节领域主要是规划；"
            "市场监管领域主要是竞争；社会治理领域主要是政务；公共服务领域主要是均等；环境保护领域主要是排放。"
        ),
        Bad(
            "评估指标一览\n\n指标\t分值\n截流措施\t8\n[[雨排水防控措施]]\t8\n废水防控措施\t8\n毒气处置装置\t4\n\n评分说明\n\n"
            "一、截流措施\n\n查看设施。\n\n二、[[~雨水防控措施]]\n\n雨水防控措施查看台账。\n\n三、废水防控措施\n\n查看记录。\n\n"
            "四、毒气处置装置\n\n查看装置。\n"
        ),
        Bad(
            "重点任务包括隐患排查、应急演练、[[宣传教肓]]、物资储备、值班值守等方面。\n\n一、隐患排查\n\n全面排查。\n\n"
            "二、应急演练\n\n组织演练。\n\n三、[[~宣传教育]]\n\n加强宣传教育。\n\n四、物资储备\n\n补充物资。\n\n五、值班值守\n\n轮流值守。\n"
        ),
        Bad(
            "检查内容分为水源管理、[[~制水工艺]]、管网运行、水质检测、应急管理五个方面。\n\n（一）水源管理。检查取水口。\n\n"
            "（二）[[制水管理]]。检查消毒设施。\n\n（三）管网运行。检查漏损。\n\n（四）水质检测。检查化验室。\n\n"
            "（五）应急管理。检查预案。\n"
        ),
        Bad(
            "信息包括发生地点、出发地、目的地、[[途径公路线路]]和运力需求。\n\n一、发生地点\n\n逐一登记。\n\n"
            "二、出发地\n\n逐一登记。\n\n三、目的地\n\n逐一登记。\n\n四、[[~途经线路]]\n\n途经线路由交通局确定。\n\n"
            "五、运力需求\n\n逐一登记。\n"
        ),
        Good(
            "第六条 刷卡记账的，提供以下材料：\n\n（一）身份证明；\n\n（二）社会保障卡；\n\n"
            "（三）医院诊断妊娠证明；\n\n（四）符合计划生育规定的证明。\n\n"
            "第八条 申请报销的，提供以下材料：\n\n（一）费用申请表（附件3）；\n\n"
            "（二）身份证明；\n\n（三）社会保障卡；\n\n（四）医疗机构诊断证明；\n\n（五）符合计划生育规定的证明。\n"
        ),
        Good(
            "四、申报材料\n\n（一）项目资金申请表（附件1）；\n\n（二）项目可行性研究报告；\n\n（三）企业营业执照复印件；\n\n"
            "（四）上年度财务审计报告；\n\n（五）申报单位承诺书。\n\n五、申报程序\n\n申报单位登录平台填报，并上传项目资金申请表、"
            "项目可行性研究报告、营业执照复印件、上年度财务审计报告和申报单位承诺书。\n"
        ),
        Good(
            "临江代表团提案条文：\n\n基本补助：每人六百元。\n\n交通补助：每人三十元。\n\n餐费补助：每人二十元。\n\n现宣读另一方案。\n\n"
            "海州代表团提案条文：\n\n基本补助：每人五百元。\n\n交通补助：每人四十元。\n\n餐费补助：每人三十元。\n"
        ),
        Good(
            "表1\n\n任务\t单位\n河道保洁\t甲\n管网改造\t乙\n泵站建设\t丙\n水质监测\t丁\n\n表2\n\n任务\t时限\n河道保洁\t3月\n"
            "管网改造工程\t4月\n泵站建设\t5月\n水质监测\t6月\n"
        ),
    ),
)
def item_renamed(document: Document, options: Options) -> Findings:
    """Yield the rarer name at its place in a list, with the other."""
    told: set[int] = set()
    for one in document.read(two_names):
        counted = {"rare": one.rare.words, "usual": one.usual.words, "few": one.counts[0], "many": one.counts[1]}
        slip = _is_slip(one.rare.words, one.usual.words)
        label = ("另一份列举的写法", "the form in the other list") if slip else ("另一名称", "the other name")
        told.update((one.rare.span.start, one.usual.span.start))
        yield Finding(one.rare.span, counted, (see(one.usual.span, *label),), message="slip" if slip else "")
    for detail in document.read(renamed_details):
        if told.isdisjoint((detail.span.start, detail.model.start)):
            label = ("列举中的名称", "the name in the row") if detail.told else ("后一项的分述", "the next item")
            args = {"rare": detail.told, "usual": detail.listed}
            yield Finding(detail.span, args, (see(detail.model, *label),), message="told" if detail.told else "untold")


def _is_slip(rare: str, usual: str) -> bool:
    """Whether two names part at a character that is taken for one that looks or sounds like it: 途径路线, 途经路线."""
    at, _ = common_ends(rare, usual)
    return at < min(len(rare), len(usual)) and alike(rare[at], usual[at])
