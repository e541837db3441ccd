"""编号重复：同一列表中一个序号出现两次，或者倒退。

依据 立法法第六十五条、GB/T 9704-2012 7.3.3：章、节、条和结构层次的序数依次标注。
说明 两个相同的序号使引用失去所指；后一个序号接得上时，只有这一个打错，给出改法。
限度 重新从1开始的列表算作另一个列表；表格的序号列前后都连得上才报；通篇写“1.”的自动编号不报；修改决定引用的条文不看。

Summary A number occurs twice in a list, or the list counts backwards.
Basis Legislation Law art. 65, GB/T 9704-2012 7.3.3: chapters, articles and levels are numbered in order.
Why Two items of one number leave a reference without its object.
Limits A list that begins again at 1 is another list; amending acts are skipped.
"""

from checks.nm.nm001_number_skipped import broken
from linter.facts.references import number_breaks
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs


@check(
    code="NM002",
    name="number-repeated",
    severity="error",
    reads=(number_breaks,),
    norm="GB/T 9704-2012 7.3.3",
    strength="must",
    needs=needs("lines", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "编号“{found}”重复，应为“{expected}”",
        "en": "number “{found}” is repeated where “{expected}” is due",
    },
    examples=(
        Bad("分为：第一步，初评；[[~第二]]步，公示；[[第二]]步，终评；第三步，表彰。\n"),
        Bad("检测\n\n编号\t项目\n1\t菌落\n2\t浊度\n[[~3]]\t色度\n[[3]]\tpH值\n5\t余氯\n"),
        Bad("图1 组织体系\n\n见图。\n\n[[~图2]] 响应流程\n\n见图。\n\n[[图2]] 物资\n\n见图。\n\n图4 路线\n\n见图。\n"),
        Bad(
            "关于加强安全生产的意见\n\n一、总体要求\n\n[[~二、]]主要任务\n\n[[二、]]保障措施\n\n四、组织领导\n",
            fixed="关于加强安全生产的意见\n\n一、总体要求\n\n二、主要任务\n\n三、保障措施\n\n四、组织领导\n",
        ),
        Bad(
            "第一条 为规范管理，制定本办法。\n\n第二条 本办法适用于本市。\n\n"
            "[[第二条]] 市财政局负责实施。\n\n第三条 自发布之日起施行。\n"
        ),
        Bad("关于加强值守的通知\n\n一、落实责任。\n\n[[~二、]]加强监测。\n\n[[二、]]及时报告。\n"),
        Bad(
            "第一条 为了规范急救，制定本条例。\n\n第二条 急救车辆应当专车专用。\n\n"
            "[[~第二条之一]] 急救车辆可以使用警报器。\n\n[[第二条之一]] 其他车辆应当避让。\n\n"
            "第三条 本条例自公布之日起施行。\n"
        ),
        Bad(
            "第一条 为了规范救助，制定本办法。\n\n第二条 本办法适用于本市。\n\n第三条 申请人应当申请。\n\n"
            "第四条 乡镇应当核实。\n\n第六条 结果应当公布。\n\n第七条 应当说明理由。\n\n[[第七条]] 自公布之日起施行。\n"
        ),
        Bad("物资清单\n\n序号\t物资\t数量\n1\t沙袋\t500\n[[~2]]\t铁锹\t300\n[[2]]\t雨衣\t200\n"),
        Bad("编制表\n\n序号\t科室\t编制\n一\t办公室\t4\n二\t业务科\t6\n[[~三]]\t监督科\t5\n[[三]]\t财务科\t3\n"),
        Good("项目清单\n\n序号\t单位\t项目\n1\t县一中\t操场\n2\t县二中\t食堂\n2\t县二中\t宿舍\n"),
        Good("住户登记\n\n1.住房\n1.自建\n2.购买\n2.车辆\n1.有\n2.无\n"),
        Bad("三、申报材料\n\n（一）申请书；\n\n（二）营业执照；\n\n（三）财务报表；\n\n[[（二）]]带动农户花名册。\n"),
        Good(
            "四、餐厅卫生\n\n1.桌面整洁，不得有饭菜，垃圾纸屑，\n\n2.就餐以后将椅子归位\n\n注:\n\n1.满分为10分\n\n"
            "2.分数当日公布\n\n3.只在中午检查\n"
        ),
        Good(
            "会议决定：\n\n一、原则通过规划。\n\n二、修改后印发。\n\n一、继续助企纾困。\n\n二、加快建设。\n\n二、听取汇报\n"
        ),
        Good(
            "审议情况说明\n\n第十二条 关于罚款数额。有的委员提出偏高。\n\n修改为：\n\n第十二条 处二百元罚款。\n\n"
            "第十三条 会费每年一次。\n\n第十三条 （照案通过）\n\n第十四条 未作修改。\n"
        ),
        Good(
            "二、违规使用明火\n\n《中华人民共和国消防法》第六十三条第二项  有下列行为之一的，处警告：\n\n"
            "（二）违反规定使用明火作业的。\n\n【裁量基准】\n\n有下列情形之一的，属于情节严重：\n\n"
            "（一）无证上岗的；\n\n（二）未办手续的；\n\n（三）其他情形。\n"
        ),
        Good(
            "积分表\n\n注：①各项可以累计。\n\n②其他情形另定。\n\n说明：\n\n①材料应当真实。\n\n②最高100分。\n\n③由经办机构解释。\n"
        ),
        Good("工作步骤\n\n1. 动员部署。\n\n1. 组织实施。\n\n1. 检查验收。\n"),
    ),
)
def number_repeated(document: Document, options: Options) -> Findings:
    """One finding a break, at the number that is wrong."""
    for one in document.read(number_breaks):
        if one.cause.kind == "repeated":
            yield broken(document, one)
