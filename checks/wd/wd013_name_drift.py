"""同一事物在同样的上下文里用了两个近义的名称。

依据 《立法技术规范（试行）（一）》：同一概念用同一词语；文件自身在同样的上下文里另有通常的写法。
说明 术语定义为“清净下水”，一处写“清洁下水”；“移送司法机关”一处写“移交司法机关”；“岗位职责”一处写“岗位责任”：
读者不知是不是两件事。
平台、系统、证件、档案、机构、部门的名称一处多一个“管理”“服务”“综合”之类的词，或者“信息系统”与“管理系统”并用，
也在这里报告；OR001 已报的不再报。以地名开头的名称，一处换了近义词（石桥市智慧工地监管平台、监控平台）、颠倒了
两个词或者多一个词的，也在这里报告。
引号里的名称一处换了音近形近的字（“老李调节工作室”），罚则所罚的人与所违反的条文里的叫法差一个词（收集转运单位），也在这里报告。
限度 只比较常相混用的近义词，前后四个字相同才报，通常的写法至少两处、且多一倍；标题、列举、表格里的名称（公务接待费），
别处只换了其中一个近义词的（公务招待费），一次也报，同一份列举里并列的不报；
整个分句（八个字以上）只差一个近义词的也报，有三句以上这样对换的，是有意区分，不报；其他有意区分的，用 accept 接受。

Summary One thing has two names: near synonyms in the same surroundings.
Basis 立法技术规范（试行）（一）: one concept, one word; the document itself has a usual form.
Why The reader cannot tell whether two things are meant. A system, licence, record or department whose name has one of
the words 管理, 服务, 综合 and the like more in a place, or 信息 for 管理, is told here, too, unless OR001 tells it;
so is a name behind its place with two words turned, one more, or a near synonym (监管平台, 监控平台).
A name in quotation marks with a character that sounds or looks alike, and the subject of a penalty that its article
names otherwise, are told here, too.
Limits Only listed near synonyms with four equal characters around; the usual form stands twice at least, and twice as
often. A name of a heading, list or table with a near synonym in it elsewhere is told at once, unless one list holds
both; so is a whole clause of eight characters, unless three differ so. Accept what is told apart on purpose.
"""

from itertools import chain

from checks.wd.grouping import told
from linter.facts.base import flow
from linter.facts.bodies import name_slips
from linter.facts.wording import (
    clause_drifts,
    drifts,
    listed_drifts,
    penalty_subjects,
    placed_names,
    quoted_drifts,
    renamed_details,
    thing_names,
    two_names,
)
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs
from linter.language import covering


@check(
    code="WD013",
    name="name-drift",
    severity="note",
    two_names=True,
    reads=(
        drifts,
        listed_drifts,
        clause_drifts,
        thing_names,
        quoted_drifts,
        penalty_subjects,
        placed_names,
        two_names,
        renamed_details,
        name_slips,
    ),
    needs=needs(script="simplified"),
    norm="立法技术规范（试行）（一）",
    strength="should",
    message={
        "zh": "一物两名：“{rare}”（{times}处）在别处作“{usual}”（{usual_times}处）",
        "en": "one thing, two names: “{rare}” ({times}) is “{usual}” ({usual_times}) elsewhere",
    },
    examples=(
        Bad(
            "第十六条 用于抵销的[[~国家核证自愿减排]]量，应当登记。\n\n"
            "第十七条 以往年度的[[中国核证自愿减排]]量，可以结转。\n"
        ),
        Bad(
            "第五条 构成犯罪的，[[~移送司法机关]]依法处理。\n\n第六条 涉嫌犯罪的，移送司法机关追究责任。\n\n"
            "第七条 情节严重的，[[移交司法机关]]处理。\n"
        ),
        Bad(
            "第四条 公务卡适用范围包括差旅费、会议费、[[~公务接待费]]、培训费。\n\n"
            "第五条 差旅费、培训费应当使用公务卡结算；[[公务招待费]]原则上使用公务卡结算。\n"
        ),
        Bad("一、提升[[~数据存储安全]]。\n\n二、落实数据存储安全要求。\n\n三、满足客户的[[数据储存安全]]需求。\n"),
        Bad(
            "第四条 各科室检查本科室[[~岗位职责落实情况]]，并记录。\n\n"
            "第五条 办公室抽查各科室岗位职责落实情况，并通报。\n\n第六条 年底考核各科室[[岗位责任落实情况]]，并公布。\n"
        ),
        Bad(
            "第五条 通过海州省残疾人补贴管理系统（以下简称[[~省系统]]）受理。\n\n第六条 经省系统审核。\n\n"
            "第七条 由服务机构通过[[省管理系统]]申请。\n"
        ),
        Bad(
            "设立“[[~老李调解工作室]]”，调解纠纷260件。\n\n二、推广经验。\n\n“[[老李调节工作室]]”被评为优秀调解组织。\n"
        ),
        Bad(
            "第九条 [[~收集运输单位]]不得将垃圾混合收集。\n\n"
            "第十三条 违反本条例第九条规定，[[收集转运单位]]混合收集的，处罚款。\n"
        ),
        Bad(
            "石桥市扬尘管理办法\n\n第九条 接入[[~石桥市智慧工地监管平台]]。\n\n"
            "第十二条 通过[[石桥市智慧工地监控平台]]公布信息。\n"
        ),
        Bad(
            "一、在[[闵行区限额以下建设工程]]管理系统中申请。\n\n二、登录[[~闵行区限额以下小型建设工程]]管理系统。\n\n"
            "三、闵行区限额以下小型建设工程管理系统的用户。\n"
        ),
        Bad(
            "关于开展海州市宗教[[场所消防安全管理标准化达标]]验收的通知\n\n"
            "附件 海州市宗教[[~场所消防安全标准化管理达标]]验收评分表\n\n"
            "附件 海州市宗教场所消防安全标准化管理达标验收申报表\n"
        ),
        Good(
            "石桥市扬尘管理办法\n\n第九条 接入石桥市智慧工地监管平台，由区县人民政府核准后实施。\n\n"
            "第十二条 接入石桥市智慧城市监管平台。\n\n"
            "第十三条 依照《石桥市居住证积分管理办法》《石桥市居住证管理办法》办理，由区县人民政府批准后实施。\n"
        ),
        Good(
            "石桥市住房办法\n\n第九条 接入石桥市直管住房出租平台。\n\n第十二条 接入石桥市直管住房出售平台。\n\n"
            "第十三条 填写石桥市直管道路客运登记表。\n\n第十四条 填写石桥市直管道路货运登记表。\n"
        ),
        Good(
            "第九条 收集运输单位、收集经营单位不得将垃圾混合收集。\n\n"
            "第十三条 违反本条例第九条规定，收集经营单位混合收集的，处罚款。\n"
        ),
        Good(
            "第九条 房屋承租人不得改变结构；出租人应当检查。道路客运企业、道路货运企业应当保存记录。\n\n"
            "第十三条 违反本条例第九条规定，房屋出租人未检查的，处罚款。\n\n"
            "第十四条 违反本条例第九条规定，道路运输企业未保存记录的，处罚款。\n"
        ),
        Good(
            "第五条 采用单一来源采购方式采购的，公示结果。\n\n第六条 符合单一来源采购方式的，报批。\n\n"
            "第七条 公布单一来源采购人员名单。\n"
        ),
        Good("一、排污企业逐户制定“一户一策”方案。\n\n二、主要湖泊制定“一湖一策”方案。\n"),
        Good("一、建立“法治宣传员”制度。\n\n二、区分“法治宣传员”和“法制宣传员”。\n"),
        Good("1.3 工单由海州市智慧养老服务平台（以下简称“养老平台”）生成。\n\n2.2 服务结束后在养老平台上传工单。\n"),
        Bad(
            "第七条 向公安机关[[委托的社会服务机构]]办理登记。\n\n"
            "第十一条 向公安机关[[~委托的社区服务机构]]提交证明。\n\n"
            "第十四条 公安机关委托的社区服务机构应当当场受理。\n"
        ),
        Good(
            "第五条 市为老服务综合信息平台与市为老服务综合信息管理平台互联互通。\n\n"
            "第六条 通过市为老服务综合信息平台申请。\n\n第七条 通过市为老服务综合信息管理平台报告。\n"
        ),
        Bad(
            "第五条 向镇街[[~新来人员服务管理部门]]提出申请。\n\n第六条 由镇街新来人员服务管理部门审核。\n\n"
            "第七条 向镇街[[新来人员服务部门]]领取回执。\n"
        ),
        Bad(
            "第六条 到[[~暂住地社区综合管理服务中心]]登记。\n\n第七条 到暂住地社区综合管理服务中心换证。\n\n"
            "第八条 到[[暂住地社区管理服务中心]]注销。\n"
        ),
        Good(
            "第三条 城乡居民基本养老保险由本市经办。\n\n第四条 参加城乡居民基本养老保险的，按年缴费。\n\n"
            "第九条 城乡居民社会养老保险并入本制度。\n\n第十条 城乡居民养老保险的转移另行规定。\n"
        ),
        Good("第五条 提交项目所涉及的公共数据清单。\n\n第六条 建立公共数据资源清单管理机制。\n"),
        Good(
            "第五条 国家推出了一系列专利数据公共服务系统。\n\n第六条 专利数据资源公共服务系统由专利局运行。\n\n"
            "第七条 用户通过专利数据资源公共服务系统下载。\n"
        ),
        Good(
            "1．评审文件，包括申报通知、请示。\n\n2．申报资料，包括申报材料、推荐意见。\n\n"
            "3．申报材料，包括申报表、概述。\n\n申报通知明确申报条件、申报材料。\n"
        ),
        Good(
            "6.1 副总指挥赶赴现场或到市专项应急指挥部指挥协调处置。\n\n6.2 总指挥到市专项应急指挥部指挥协调处置。\n\n"
            "6.3 市政府领导到市应急指挥中心指挥协调处置。\n"
        ),
        Good("第五条 建立科技创新综合服务平台。\n\n第六条 鼓励企业建立专业性科技创新服务平台。\n"),
        Good(
            "第五条 通过全国残疾人补贴信息系统（以下简称全国系统）申请。\n\n"
            "第六条 通过广东省残疾人补贴管理系统（以下简称省系统）审核。\n\n第七条 创新公立医院机构编制管理。\n\n"
            "第八条 由公立医院管理机构评价。\n"
        ),
        Good(
            "第四条 申请人应当提供下列材料：\n\n（一）文化程度。应提供学历证书，学历无法验证的，提供学历认证材料。\n\n"
            "（二）社会保险。应提供参保证明。\n\n（三）居住年限。应提供居住证。\n\n第五条 教育局核查学历证书。\n"
        ),
        Good(
            "第五条 报送市法制机构审核的，提交部门首长签署的报送审核的公函、本部门的审核意见、审核所需的全部材料。\n\n"
            "第六条 报送市法制机构审查的，提交部门首长签署的报送审查的公函、本部门的审查意见、审查所需的全部材料。\n"
        ),
        Good(
            "一、对任务完成且成效明显的省，予以奖励。\n\n二、对整治成效明显的省，予以倾斜。\n\n三、对建设成效显著的省，予以激励。\n"
        ),
        Good(
            "第一条 入河排污口，按照规定开展监控、自动监测。\n\n第二条 排放口，按照规定开展监控。\n\n"
            "第三条 遵守操作规程，按照规定开展监测、监控，如实记录。\n"
        ),
        Good(
            "第五条 履行监督管理职责，受法律保护。\n\n第六条 依法承担监督管理职责，公布结果。\n\n"
            "第七条 建立监督管理责任制和内部规章。\n"
        ),
    ),
)
def name_drift(document: Document, options: Options) -> Findings:
    """Every rare name, once a pair; those that two lists or the name of a body tell (LS010, OR001) left out."""
    stream = document.read(flow)
    renamed = [item.span for pair in document.read(two_names) for item in (pair.rare, pair.usual)]
    renamed += [one.span for one in document.read(renamed_details)]
    renamed += [span for slip in document.read(name_slips) for span in slip.spans]
    of_others = covering(renamed)
    known: set[tuple[int, int]] = set()
    told_apart = (drifts, listed_drifts, clause_drifts, thing_names, quoted_drifts, penalty_subjects, placed_names)
    for one in chain(*map(document.read, told_apart)):
        span = stream.span(*one.changed)
        fresh = known.isdisjoint((one.changed, one.model))
        if fresh and not of_others(span.start):
            yield from told(document, one)
        known.update((one.changed, *one.again))
