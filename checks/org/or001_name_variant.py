"""同一单位的名称，个别地方多字、漏字或错字。

依据 文件内部矛盾：一个单位在一份文件中只有一个名称和一个规范化简称。
说明 与常用写法只差一个字、又不是规范化简称的写法，多是漏打、衍字或错字，读者会以为是另一个单位。
声明过的简称，后文一处用了全称里另外几个字的（市老旧办、市老改办），也报告；企业的字号换了
一个音近形近的字（福来糕点厂、福莱糕点厂），设立了现场指挥部又由“现场指挥中心”行动的，也报告。
限度 看名单、职责、表格中的单位名称，以及正文中少见的写法；少见的写法须明显少于常用的，正文里只看改后不成词、
缺词、词序颠倒的，冠以地名的名称、企业名称里一个词换了一个字的（勘测中心、勘察中心），地名一处有“市”“县”“区”一处没有的，工作组名称前后两个词颠倒的；
行业词只有两三个字的（市商务局、市水务局）、数字和方位不同的、所在地不同的，视为不同单位。

Summary A body is named with a character too many, too few or wrong in a rare place.
Basis Internal contradiction: a body has one name and one short form in a document.
Why A form one character off, and no usual short form, reads like another body; so does a declared short form that
takes other characters of the full name in one place (市老旧办, 市老改办), a firm with a like character in its name, and
a staff that once bears another kind (现场指挥部, 现场指挥中心).
Limits Names in lists, duties and tables, and rare forms in running text that leave no word, lack a word or change
the order of words, have another word in the name of a firm or of a body of its own, or have a place with its level here
and without it there; the rare form must be clearly rarer.
Short trades (市商务局, 市水务局), numbers, directions, places set lawful names apart.
"""

from collections.abc import Sequence

from linter.facts.bodies import abbreviations, drifted_shorts, name_slips, name_variants
from linter.facts.wording import TermVariant, body_variants
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Issue, Options, Span, check, mend, needs, see


@check(
    code="OR001",
    name="name-variant",
    severity="warning",
    two_names=True,
    scope="issue",
    reads=(name_variants, name_slips, body_variants, abbreviations, drifted_shorts),
    needs=needs("marks"),
    message={
        "zh": "单位名称“{name}”与其他地方的“{usual}”不一致。",
        "en": "the body “{name}” is called “{usual}” elsewhere.",
    },
    examples=(
        Bad(
            "一、[[~市矿山救护大队]]应当值守，[[~市燃气服务中心]]应当公布电话。\n\n二、市矿山救护大队、市燃气服务中心按月汇总。\n\n"
            "三、为[[市矿山救护大认]]提供图纸，告知[[市燃气服各中心]]。\n\n四、市矿山救护大队、市燃气服务中心组织演练。\n"
        ),
        Bad(
            "2.1 指挥部\n\n成员单位：市公安局、市财政局、[[~滨海银保监分局]]、市气象局。\n\n2.3 职责\n\n"
            "市公安局：负责治安。\n\n市财政局：负责经费。\n\n"
            "[[海银保监分局]]：负责保险。\n\n市气象局：负责预报。\n\n2.4 后勤保障组\n\n"
            "成员单位：市财政局、滨海银保监分局、市气象局。"
        ),
        Bad(
            "附件 事项清单\n\n序号\t事项\t牵头单位\n1\t设立登记\t[[~市市场监管局]]\n2\t变更登记\t市市场监管局\n"
            "3\t注销登记\t[[市市场局]]\n"
            "4\t取水许可\t市水利局\n5\t学历公证\t市司法局"
        ),
        Bad(
            "成员单位：县公安局、县财政局、[[~县金融工作办公室]]、县司法局。\n\n领导小组办公室设在[[县金融工作作办公室]]，"
            "承担日常工作。\n\n县公安局：负责治安。\n\n县财政局：负责经费。\n\n县金融工作办公室：负责处置。\n"
        ),
        Bad(
            "2.1 指挥部\n\n成员单位：市委宣传部、市公安局、市民政局、市财政局、市水利局、[[~市应急局]]、市气象局。\n\n"
            "2.2 成员单位职责\n\n市委宣传部：负责宣传。\n\n市公安局：负责治安。\n\n市民政局：负责救助。\n\n"
            "市财政局：负责经费。\n\n市水利局：负责水情。\n\n[[市应急管局]]：负责救援。\n\n市气象局：负责预报。\n"
        ),
        Bad(
            "指挥部下设综合协调组、[[~宣传舆情组]]、医疗救治组。\n\n一、宣传舆情组由市委宣传部牵头。\n\n"
            "二、预警文件由[[舆情宣传组]]联系新闻媒体发布。\n"
        ),
        Bad(
            "第四条 提供[[~海州市青年社区学院]]颁发的证书。\n\n第十五条 团市委：核查[[海州青年社区学院]]颁发的证书。\n"
        ),
        Bad(
            "一、市城镇老旧小区改造工作领导小组办公室（以下简称“[[~市老旧办]]”）负责协调。\n\n二、进展情况报市老旧办。\n\n"
            "三、对进度滞后的，由[[市老改办]]约谈。\n\n四、市老旧办建立台账。\n"
        ),
        Bad(
            "一、由滨河城市建设投资集团有限公司（以下简称[[~滨河城投]]）承建，滨河城投倒排工期。\n\n"
            "二、加强对滨河城投的监督。\n\n列席：[[滨河建投]]总经理。\n"
        ),
        Bad(
            "一、指挥部下设综合协调组、抢险排涝组、[[~物资供应组]]、宣传报道组。\n\n二、物资供应组由市财政局牵头。\n\n"
            "三、[[物资保障组]]负责建立应急物资储备清单。\n"
        ),
        Bad(
            "二、发生重大险情时，市防指成立[[~现场指挥部]]，下设医疗防疫组。\n\n四、[[现场指挥中心]]根据险情组织救援，"
            "[[~扑救指挥组]]随即出动。\n\n五、指挥部下设扑救指挥组、后勤保障组、信息宣传组。\n\n六、[[扑火指挥组]]到达现场后报告。\n"
        ),
        Bad(
            "一、[[~海州市福来糕点厂]]生产的蛋糕不合格。\n\n二、由[[海州市福莱糕点厂]]召回产品。\n\n三、处罚海州市福来糕点厂。\n"
        ),
        Bad(
            "一、成立东湖区第五次全国经济普查领导小组（以下简称区经普领导小组），区经普领导小组办公室（以下简称[[~区经普办]]）"
            "设在区统计局。\n\n二、意见由[[区普查办]]汇总。\n\n三、区经普办每月调度。\n"
        ),
        Good(
            "二、成立现场指挥部，下设扑救指挥组、扑火保障组、信息宣传组。\n\n三、现场指挥中心设在县应急局，指使上市公司提供担保的，"
            "处罚款。\n\n四、致使上市公司利益受损的，处罚款，由海州市福来糕点厂和海州市福莱糕点厂分别整改。\n"
        ),
        Good(
            "一、成立海州市耕地保护督察整改工作领导小组（以下简称市整改领导小组），市整改领导小组办公室（以下简称市整改办）"
            "设在市自然资源局。\n\n二、市督察办开展督查。\n\n三、市整改办每月调度。\n"
        ),
        Good(
            "一、指挥部下设抢险救援组、医疗救护组、信息宣传组。\n\n二、抢险突击组由驻地部队组成，医疗转运组待命。\n\n"
            "三、处罚海州市鑫源商贸公司。\n\n四、酒由海州市兴源商贸公司供货。\n"
        ),
        Good(
            "石桥市创建文明城市工作领导小组办公室（以下简称市创城办）"
            "负责。\n\n一、各单位向市创城办报送进展。\n\n"
            "二、环境卫生问题同时抄送市创卫办，由其督促整改。\n\n三、市城市建设投资集团有限公司（以下简称市城投集团）移交道路。"
            "\n\n四、道路由市交投集团接收。\n"
        ),
        Good(
            "2.1 石桥市防汛抗旱指挥部（以下简称市防汛指挥部）领导防汛工作。\n\n2.2 市防汛指挥部办公室设在市水利局。\n\n"
            "2.3 县级以上地方指挥机构在省、市指挥部领导下工作。\n\n2.4 市防汛指挥部成员单位分工负责。\n"
        ),
        Bad(
            "成立县燃气安全专项整治工作专班（以下简称[[~县工作专班]]）。县工作专班办公室设在县住建局，"
            "县工作专班每半月调度。\n\n二、督促检查。[[县专班]]办公室组织明查暗访。\n"
        ),
        Bad(
            "登录金沙市人事考试网（以下简称[[~市考试网]]）报名。\n\n三、笔试成绩在[[市人考网]]公布。\n\n四、名单在市考试网公示。\n"
        ),
        Good(
            "第三条 沅水市河长制办公室（以下简称市河长办）负责日常工作。\n\n第四条 问题由市河长办交办。\n\n"
            "第五条 整改情况报市河长办销号，涉及湖泊的同时抄报市湖长办。\n"
        ),
        Good(
            "市防汛抗旱指挥部（以下简称“市防指”）统一指挥，市防汛抗旱指挥部办公室（以下简称“市防办”）承担日常工作。\n\n"
            "市防指会商，县防指报告。\n\n市防办值班，县防办值班，市委办协助。\n"
        ),
        Bad(
            "第一条 [[~电梯安全监督管理部门]]负责监督检查。\n\n"
            + "".join([f"第{at}条 电梯安全监督管理部门应当公布结果。\n\n" for at in "二三四五六七八"])
            + "第九条 违反规定的，由县级以上[[电梯监督管理部门]]责令改正。\n"
        ),
        Bad("一、到社区经办机构或者[[~社保服务主题银行]]的窗口办理。\n\n二、在境外的，到[[社保主题服务银行]]办理。\n"),
        Bad(
            "一、本办法所称市精准康复[[~定点康复机构]]（下称“定点康复机构”）由市残联公布。\n\n"
            "二、定点康复机构提供服务，定点康复机构负责培训。\n\n三、由[[定点机构]]提供拟适配产品。\n\n"
            "四、定点康复机构应当每季度报告。\n\n五、定点康复机构应当接受监督。\n"
        ),
        Bad(
            "一、试点企业：东方粮油有限公司、[[~长宁县永安燃气有限公司]]。\n\n"
            "二、[[长宁县永安燃气有限责任公司]]由危化科指导，东方粮油有限公司由工贸科指导。\n"
        ),
        Good(
            "一、由市公安局、市交通局、海东新区以及各开发区管委会、市水务局负责。\n\n"
            "二、由市公安局、市交通局、海东新区及各开发区管委会、市水务局配合。\n\n"
            "三、市公安局、市交通局、海东新区及各开发区管委会、市水务局应当值守。\n"
        ),
        Bad(
            "一、[[~东屏市水文水资源勘测中心]]负责洪水预报，东屏市水文水资源勘测中心每小时报告。\n\n"
            "二、[[东屏市水文水资源勘察中心]]滚动发布预报。\n\n三、市退役军人事务局负责安置。\n"
        ),
        Bad(
            "一、报送[[~柳河市文化和旅游局]]文物科，由柳河市文化和旅游局汇总。\n\n二、[[柳河市文化旅游和局]]开展抽查。\n"
        ),
        Good(
            "一、成员单位：市公安局、东屏海关、东屏海事局、东屏海警局、市烟草专卖局。\n\n"
            "二、东屏海事局：查处船舶。\n\n三、成员单位：市公安局、东屏海关、东屏海事局、市烟草专卖局。\n"
        ),
        Good(
            "一、保险代理机构包括保险专业代理机构和保险兼业代理机构。\n\n二、保险专业代理机构应当登记。\n\n"
            "三、保险专业代理机构应当缴存保证金。\n\n四、保险专业代理机构应当报告。\n"
        ),
        Good(
            "成员单位：市商务局、市水务局、市民政局、市财政局、市公安局。\n\n"
            "成员单位：市商务局、市水务局、市民政局、市发展改革委。\n\n"
            "责任单位：市商务局、市水务局、市民政局、市发展和改革委员会。\n\n责任单位：市审计局、市税务局。"
        ),
        Good(
            "第一条 县人民政府的电梯安全部门（以下简称县电梯监督管理部门）在市电梯安全监督管理部门指导下开展工作。\n\n"
            + "".join([f"第{at}条 电梯安全监督管理部门应当公布结果。\n\n" for at in "二三四五六七八九"])
            + "第十条 县电梯监督管理部门负责检查。\n"
        ),
    ),
)
def name_variant(issue: Issue, _options: Options) -> Findings:
    """The first mention of each suspect form; its other mentions are related."""
    told: set[int] = set()
    for one in issue.read(name_variants):
        told.update(mention.span.end for mention in one.mentions)
        yield _finding(one.name, one.usual, [mention.span for mention in one.mentions], one.model.span)
    for document in issue.documents:
        for finding in (*_clipped(document), *_slips(document)):
            if finding.span.end not in told:
                told.add(finding.span.end)
                yield finding


def _slips(document: Document) -> Findings:
    """The first place of each name with a slip in running text, and of each short form that drifts."""
    for one in (*document.read(name_slips), *document.read(drifted_shorts)):
        yield _finding(one.rare, one.usual, one.spans, one.model)


def _clipped(document: Document) -> Findings:
    """The first place of each department whose usual name lost a word, with the other places."""
    places: dict[tuple[str, str], list[TermVariant]] = {}
    declared = [one.short for one in document.read(abbreviations)]
    for one in document.read(body_variants):
        if one.rare not in document.office.words and not any(short.endswith(one.rare) for short in declared):
            places.setdefault((one.rare, one.usual), []).append(one)
    for (rare, usual), found in places.items():
        yield _finding(rare, usual, [one.span for one in found], found[0].example)


def _finding(name: str, usual: str, spans: Sequence[Span], model: Span) -> Finding:
    """The first place of a name, with the usual one, its other places, and the mend."""
    related = [see(model, "通常的写法", "the usual form")]
    related += [see(span, "同样的写法", "the same form") for span in spans[1:]]
    return Finding(spans[0], {"name": name, "usual": usual}, tuple(related), mend("shown", spans, usual))
