"""声明的数目与列出的项数不符。

依据 文件内部矛盾。
说明 “下设8个工作组，即……”只列七个，“分为以下三类：”下面有四项，清单标明98项而表中只有97行，读者无从判断是数错还是漏列。
“本指南共分6章”而有七章，“共计12项”而所附名录只有11行，标题写“商务部等9部门”，落款只有八个，
“一等奖、二等奖、三等奖”分别奖励的只有两个数，也是如此。
限度 除文件自称的章条数和所附名录的行数（题名对应、编号连续才数）外，
只在数目与清单紧接时比较（即、分别为、包括、冒号、“……四种”、
表题后的“（98项）”）；“等”字结尾的只报列出多于声明的；并列用“和”而难断是几项的，两种读法都不符才报；级数另查（LV001）；
“三重一大”之类引号内的简称不看。

Summary A declared count differs from what is listed.
Basis Internal contradiction.
Why Where eight groups are declared and seven named, or a list of 98 items has 97 rows, the reader cannot tell a wrong
count from a missing item; nor where 本指南共分6章 has seven chapters, the list attached to 共计12项 has 11 rows,
a title says 商务部等9部门 and eight have signed, or three prizes are given two amounts.
Limits Besides the chapters and articles an act says it has and the rows of an attached list (only where the titles
agree and the numbers run on), only where count and list adjoin (即, 分别为, 包括, a colon, “…四种”, “（98项）” above a
table); a list that ends in 等 is reported only if it has more; where 和 may or may not join two items, only if neither
reading agrees. Levels are LV001; slogans in quotation marks are not read.
"""

from linter.facts.bands import Uneven, graded_amounts
from linter.facts.counts import Count, counts, signers, whole_counts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

_ACT = (
    "河道采砂管理办法\n\n本办法共{0}，自公布之日起施行。\n\n{2} 总则\n\n第一条 为加强管理，制定本办法。\n\n"
    "第二条 本办法适用于本市。\n\n第三条 市水务局负责监督。\n\n"
    "{3} 附则\n\n第四条 本办法由市水务局解释。\n\n{1} 本办法自2026年4月1日起施行。\n"
)
_LIST = (
    "西岭市人民政府关于公布第六批市级传统技艺代表性项目名录的通知\n\n各县（区）人民政府：\n\n"
    "市政府批准市文化局确定的{0}，现予公布。\n\n附件：西岭市第六批市级传统技艺代表性项目名录\n\n"
    "西岭市人民政府\n\n2026年2月24日\n\n附件\n\n西岭市第六批市级传统技艺代表性项目名录\n\n"
    "序号\t项目名称\t申报地区\n1\t土陶\t石桥县\n2\t米酒\t江南区\n3\t木雕\t城中区\n{1}\n"
)
# More related places than a reader will follow.
_SHOWN = 20


@check(
    code="CN001",
    name="count-differs",
    severity="error",
    reads=(counts, signers, graded_amounts, whole_counts),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "“{words}”声明{declared}项，列出的是{listed}项",
        "en": "“{words}” declares {declared}, but {listed} are listed",
    },
    examples=(
        Bad(
            "坚持“[[三个结合]]”：[[~一是]]与产业相结合，[[~二是]]与治理相结合，[[~三是]]与民生相结合，[[~四是]]与生态相结合。"
        ),
        Bad(
            "市指挥部下设[[8个应急工作组]]，即[[~综合协调组]]、[[~应急处置组]]、[[~治安维护组]]、[[~监测预警组]]、"
            "[[~应急保障组]]、[[~宣传报道组]]、[[~善后处置组]]。"
        ),
        Bad(
            "第十一条 待遇类型分为以下[[两类]]：\n\n[[~（一）]]生活照料服务；\n\n[[~（二）]]医疗护理服务；\n\n"
            "[[~（三）]]设备使用服务。\n"
        ),
        Bad(
            "三、实施步骤\n\n专项整治分[[四个阶段进行]]。\n\n[[~1.]]动员部署阶段。制定方案。\n\n[[~2.]]集中整治阶段。全面排查。\n\n"
            "[[~3.]]总结评估阶段。总结经验。\n"
        ),
        Bad(
            "重点发展[[~高性能纤维]]、[[~先进高分子材料]]、[[~新能源材料]][[四大]]产业。招聘按照[[~发布公告]]、"
            "[[~报名与资格审查]]、[[~笔试]]、[[~面试]]、[[~聘用]][[四个]]步骤进行。\n"
        ),
        Bad(
            "一、优秀等次（[[4个]]）\n\n[[~东湖街道、西苑镇、区财政局。]]\n\n二、良好等次（2个）\n\n柳河镇、区教育局。\n"
        ),
        Bad("第六条 获得[[一等奖、二等奖、三等奖]]的，分别奖励[[~10万元]]、[[~5万元]]。\n"),
        Bad("第四条 住房保障实行[[~实物配租]]和[[~发放租赁补贴]][[三种]]方式。\n"),
        Bad("专项资金管理遵循[[~依法设立]]、[[~规范管理]]、[[~注重绩效]]、[[~公开透明]][[五项]]原则。\n"),
        Bad(
            "商务部等[[5部门]]关于印发《促进家政服务业发展措施》的通知\n\n商服贸函〔2026〕322号\n\n"
            "各省、自治区、直辖市商务主管部门：\n\n现将《促进家政服务业发展措施》印发给你们，请认真落实。\n\n"
            "[[~商务部]] [[~国家发展改革委]] [[~教 育 部]]\n[[~国家医保局]]\n2026年7月13日\n"
        ),
        Bad("领导小组成员单位调整为[[4个部门]]：[[~市教育局]]、[[~市财政局]]、[[~市水利局]]。"),
        Bad(
            "重点任务分工\n\n现将任务分工如下，共2个方面、[[5项任务]]。\n\n一、压实责任\n\n[[~（一）]]落实党政责任。\n\n"
            "[[~（二）]]落实部门责任。\n\n二、深化整治\n\n[[~（三）]]整治矿山。\n\n[[~（四）]]整治燃气。\n"
        ),
        Bad(
            "# 污水处理设施运行维护指南\n\n## 前 言\n\n本指南共分[[2章]]，主要内容包括：\n\n## [[~1]] 总则\n\n"
            "1.0.1 制定本指南。\n\n1.0.2 适用于小型设施。\n\n## [[~2]] 运行管理\n\n2.0.1 定期巡检。\n\n"
            "## [[~3]] 附则\n\n3.0.1 本指南由市水务局解释。\n"
        ),
        Bad(
            "水库实行[[三级责任制]]，即[[~县级责任人]]、[[~乡级责任人]]、[[~村级责任人]]、[[~巡查责任人]]。"
            "落实“[[三项清单]]”管理，即[[~问题清单]]、[[~任务清单]]、[[~责任清单和时限清单]]。"
            "设[[~一等奖]]、[[~二等奖]]、[[~优秀奖]][[四个]]奖项。\n\n坚持以下[[三项原则]]：\n\n[[~——坚持政府主导；]]\n\n"
            "[[~——坚持群众主体。]]\n"
        ),
        Bad(
            "示范村名单（[[共3个]]）公布如下：\n\n序号\t村名\n1\t东沟村\n[[~2\t西沟村]]\n\n项目名录\n\n类别\t名称\n"
            "一、市级项目（[[3项]]）\t\n1\t灯会\n[[~2\t竹马舞]]\n二、县级项目（2项）\t\n1\t剪纸\n2\t根雕\n"
        ),
        Bad(
            "实施“[[三大行动]]”：\n\n[[~（一）]]实施监护提质行动。\n\n[[~（二）]]实施数据赋能行动。\n\n三、步骤\n\n"
            "分[[三个阶段推进]]：[[~2024年为启动阶段]]，[[~2025年为实施阶段]]。成绩折合为[[~A]]、[[~B]]、[[~C]]、[[~D]][[五个]]等级。\n\n"
            "有医疗机构[[3家]]纳入统计，具体情况见下表。\n\n序号\t医疗机构\t数量\n1\t中心医院\t12\n[[~2\t中医医院\t8]]\n"
        ),
        Bad(
            "请[[3家单位作交流发言]]，依次为[[~平桥镇]]和[[~区住建局]]。成员单位为[[~县应急局]]、[[~县林业局]]、"
            "[[~县公安局和县气象局]][[5个]]单位。可以通过[[~电子税务局]]、[[~办税服务厅]][[三种]]渠道办理。科学技术奖分为[[~一等奖]]、"
            "[[~二等奖]]、[[~三等奖]][[4个]]等级。\n\n会议研究了以下[[4个议题]]：\n\n"
            "[[~一、]]研究物业管理办法。\n\n[[~二、]]研究重点项目。\n\n[[~三、]]研究污染防治。\n"
        ),
        Good(
            "符合下列三个及三个以上条件的，评为示范社区：\n\n（一）组织健全；\n\n（二）物业齐全；\n\n（三）网格清晰；\n\n"
            "（四）台账完整。\n\n有下列情形达到2种的，取消资格：\n\n（一）瞒报；\n\n（二）漏报；\n\n（三）错报。\n"
        ),
        Good(
            "汽车号牌字符共8位，依次为汉字简称、所属代号、四位序号和汉字。请两家单位作交流发言，分别为平桥镇和区住建局。由两个部门负责，依次为市发展和改革委员会。会议研究了以下2个议题：\n\n"
            "一、研究物业管理办法。\n\n二、研究重点项目。\n\n三、其他。\n"
        ),
        Bad("请报送以下[[四份材料]]：[[~一是]]年度总结，[[~二是]]自评表，[[~三是]]典型案例。\n"),
        Good(
            "全县有学校120所，包括小学80所、初中40所。三级管理人员负责巡查，即巡查员、网格员。实施“六大工程”：\n\n"
            "（一）组织领导。成立专班。\n\n（二）资金保障。列入预算。\n"
        ),
        Good(
            "启动三级响应，即县级响应、乡级响应。增强“四个意识”，即政治意识、大局意识、核心意识、看齐意识。坚持以下三项原则：\n\n"
            "——坚持政府主导；\n\n具体如下。\n\n——坚持群众主体。\n"
        ),
        Bad(_ACT.format("[[三章]][[六条]]", "[[~第五条]]", *("[[~第一章]]", "[[~第二章]]"))),
        Bad(_LIST.format("第六批市级传统技艺代表性项目（共计[[5项]]）", "[[~4\t竹编\t江北区]]")),
        Good(_LIST.format("前五批市级传统技艺代表性项目（共计5项）", "4\t竹编\t江北区")),
        Good(_LIST.format("第六批市级传统技艺代表性项目（共计5项）", "6\t竹编\t江北区")),
        Good(
            "重点任务分工\n\n现将任务分工如下，共2个方面、5项任务。\n\n一、压实责任\n\n（一）落实党政责任。\n\n（二）落实部门责任。\n\n"
            "二、深化整治\n\n（一）整治矿山。\n\n（二）整治燃气。\n"
        ),
        Good("健全省、市、县（市、区）三级网络，压实市、区县、镇街、村社四级责任，乡镇、村两级联动。"),
        Good(
            "工业和信息化部等三部门关于印发《行动方案》的通知\n\n工信部联通信〔2026〕22号\n\n各省、自治区、直辖市人民政府：\n\n"
            "现印发给你们，请认真贯彻落实。\n\n工业和信息化部\n国家发展改革委\n财政部\n2026年7月13日\n"
        ),
        Good(
            "市指挥部下设四个工作组，分别为综合组、处置组、保障组和专家组。选择市发改委、市教育局等33个部门开展试点。"
            "严格执行“三重一大”制度，增强“四个意识”。有两种以上违法行为的，分别决定。三个月内完成以下工作：报送方案。"
        ),
        Good(
            "一、具有下列2项或2项以上情形、至少有下列2项不属于历史原因的情形的，可以申请：\n\n（一）连续工作满五年；\n\n"
            "（二）取得中级职称；\n\n（三）获得市级奖励。\n"
        ),
        Good("采取迁建、整合、转型等多种途径将部分城市二级医院改造为社区卫生服务机构。"),
        Good(
            "四、截止时间、开标时间和地点\n2024年5月21日9点30分（北京时间）\n地点：3号开标室\n\n五、上午九点半：签到、合影、座谈。\n"
        ),
        Good("市港航局（包含市港航局机关、东江航道管理段、西江航道管理段、南江船闸管理所4个三级预算单位）。"),
        Good("共三五个单位参加，分别是市水务局、市财政局。"),
        Good(
            "建设广州市三级名中医工作室。颁发机关由原来的省、市两级部门调整为设区的市、县两级部门。机构划分为公益一类、公益二类。"
            "面临甲超市3家分店、乙超市13家分店的竞争，计分体系由一般分和创业分两大部分、共12个要素分组成。\n"
        ),
        Good(
            "一、组织领导\n\n成立小组。\n\n二、隐患排查\n\n开展排查。\n\n三、考核\n\n以上两项工作纳入考核。\n\n"
            "压减“三公”经费，即因公出国、公务接待和公务用车购置及公务用车运行。\n"
        ),
        Good(
            "第十一条 有下列三种情形之一的：\n\n（一）甲；\n\n（二）乙；\n\n（三）丙。\n\n"
            "第二十条 依照第五条、第六条、第七条办理。"
        ),
        Bad(
            "关于公布企业名单的通知\n\n经评审，认定下列[[7家]]企业为重点企业，有效期三年。\n\n序号\t企业名称\n1\t安和公司\n2\t博远公司\n"
            "3\t诚达公司\n4\t鼎盛公司\n5\t恒越公司\n[[~6\t佳禾公司]]\n"
        ),
    ),
)
def count_differs(document: Document, options: Options) -> Findings:
    """Yield the counts that their lists contradict."""
    for read in (counts, signers, whole_counts):
        for one in document.read(read):
            if not one.fits:
                yield _finding(one)
    for uneven in document.read(graded_amounts)[1]:
        yield _uneven(uneven)


def _uneven(one: Uneven) -> Finding:
    related = tuple([see(span, "分别对应的金额", "an amount for each") for span in one.amounts])
    return Finding(one.span, {"words": one.words, "declared": one.grades, "listed": len(one.amounts)}, related=related)


def _finding(one: Count) -> Finding:
    listed = one.high if one.value > one.high else one.low
    label = ("最后一行", "the last row") if one.how == "rows" else ("列出的一项", "an item listed")
    related = tuple([see(span, *label) for span in one.items[:_SHOWN]])
    return Finding(one.span, {"words": one.words, "declared": one.value, "listed": listed}, related=related)
