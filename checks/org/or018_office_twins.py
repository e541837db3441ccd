"""同一级政府同一职能的部门，在一份文件里有两个名称。

依据 文件内部：同一单位应当用同一名称；成员单位名单列出的单位，职责和工作组里应当是同一个。
说明 成员单位是“区教体局”，工作组里写“区教育局”；职责中是“县工信委”，名单里是“县工业和信息化局”；
“市水务局”与“市水利局”并见：多是套用别处的文件没有改全，通知和联络时不知找谁。
限度 只看本级的局、委和部门；职能按各地机构改革的通行名称归类，两个名称在同一份名单、同一段里并列的，是两个单位，不报；
名单之外的单位与名单上的单位行业名称相近（县应急救援局、县应急管理局）的，也报；机构改革前后的名称见 OR015；
没有完整名单可对照的，属提示。别处作“园区管委会”的“园区政府”，也报。

Summary The office of one function bears two names in a document.
Basis Internal: one body, one name; who has duties and stands in working groups is a member.
Why A text was taken from another place and not changed throughout: nobody knows whom to call.
Limits Bureaus, commissions and departments of the issuer's own level; two that a list or a paragraph names side by side
are two. A body on no list is compared with the members by its trade, too. Names from before a reform: OR015. A note,
unless the usual name is on a list of members and the other is not. The government of a zone (园区政府) that has a
committee elsewhere is told, too.
"""

from checks.org.naming import told
from linter.facts.bodies import twin_names, zone_governments
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs

_MEMBERS = "成员单位：县委宣传部、县公安局、县民政局、县财政局、{}、县应急管理局、县气象局。\n\n"


@check(
    code="OR018",
    name="office-twins",
    severity="warning",
    two_names=True,
    reads=(twin_names, zone_governments),
    needs=needs("lines", script="simplified", silent=("transcript", "dialogue")),
    message={
        "zh": "“{rare}”（{few}处）不在成员单位名单上，名单上是“{usual}”（{many}处）",
        "en": "“{rare}” ({few}) is on no list of members; “{usual}” ({many}) is",
    },
    messages={
        "twins": {
            "zh": "“{rare}”（{few}处）与“{usual}”（{many}处）是同一职能的部门，一级政府只有一个",
            "en": "“{rare}” ({few}) and “{usual}” ({many}) have one function: a government has one of them",
        },
        "zone": {
            "zh": "“{rare}”（{few}处）在别处作“{usual}”（{many}处）：园区由管理委员会管理，没有一级政府",
            "en": "“{rare}” ({few}) is “{usual}” ({many}) elsewhere: a zone has a committee and no government",
        },
    },
    examples=(
        Bad(
            "一、清河工业[[~园区管委会]]负责园区内的企业，清河工业园区管委会传达预警。\n\n"
            "二、清河工业[[园区政府]]应当督促企业储备物资。\n"
        ),
        Good("一、开发区管委会负责区内企业，接受市人民政府领导。\n\n二、浦东新区人民政府、新区管委会另行规定。\n"),
        Bad(
            _MEMBERS.format("[[~县教体局]]")
            + "（一）宣传组\n\n由县委宣传部牵头，县公安局、[[县教育局]]、县民政局参加。\n\n"
            "（二）安置组\n\n由县民政局牵头，县教体局、县财政局参加。\n"
        ),
        Bad(
            _MEMBERS.format("县水利局").replace("县应急管理局", "[[~县应急管理局]]")
            + "一、县应急管理局负责协调。\n\n二、[[县应急救援局]]负责队伍建设。\n"
        ),
        Bad(
            "一、[[~市卫生健康部门]]负责救治。\n\n二、市卫生健康部门应当报告。\n\n三、由[[市卫生部门]]牵头组成医疗组。\n"
        ),
        Bad("一、由[[~市水务局]]负责水情，市水务局应当报告。\n\n二、应急监测由[[市水利局]]、市气象局参加。\n"),
        Good("一、市教育局、市教体局合并办公。\n\n二、市教育局负责义务教育。\n"),
        Good(
            _MEMBERS.format("县水利局")
            + "一、由县邮政管理局、县应急办配合县应急管理局。\n\n二、市水务局、县人民政府办公室给予指导。\n"
        ),
    ),
)
def office_twins(document: Document, _options: Options) -> Findings:
    """The first place of each rarer name, with its others and one of the usual name."""
    for one in document.read(twin_names):
        if one.listed:
            yield told(one, ("名单上的单位", "the member of the list"))
        else:
            yield told(one)._replace(message="twins", severity="note")
    for one in document.read(zone_governments):
        yield told(one)._replace(message="zone")
