"""段落或者列项末尾缺少标点。

依据 GB/T 15834-2011 4.1：句末点号用于句末，表示句末停顿和句子的语气；文件自身的其他段落都以点号结尾。
说明 漏掉的句号多在附则末尾（“本预案自发布之日起实施”）和列项末尾，也可能是断行、断页丢了下文的迹象。
以冒号结尾的列项，后面紧接着同一列的下一项，冒号是句号、分号之误，或者丢了下文。
限度 只看后面接着编号、落款或者文末的段落；表格、标题、联系方式不看；全文大多不加句末点号的文件不报。

Summary A paragraph or an item ends without its mark.
Basis GB/T 15834-2011 4.1: a full stop ends a sentence; the other paragraphs of the document end with one.
Why The stop is lost at the end of final clauses and items, or words behind it were lost at a page break.
A colon that the next item of the same list follows stands for another mark, or what it promised was lost.
Limits Only paragraphs followed by a number, a signature or the end; no tables, titles, contacts.
"""

from linter.facts.wording import unfinished
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, needs, see
from linter.language import lazy

# Width of the quoted words in a message, in characters.
_SHOWN = 16


_OPEN_END = lazy(r"[\w%)]$")
# The branches of a flow chart, of which a page made one line: 有无住房 是。向住地申请否。向单位申请.
_BRANCHES = ("是。", "否。")


@check(
    code="FM005",
    name="sentence-unfinished",
    severity="warning",
    reads=(unfinished,),
    norm="GB/T 15834-2011 4.1",
    strength="must",
    needs=needs("lines", "marks", silent=("dialogue", "form")),
    message={
        "zh": "“{words}”之后缺少句末标点",
        "en": "no mark ends the sentence “{words}”",
    },
    messages={
        "colon": {
            "zh": "“{words}”以冒号结尾，后面却是下一项",
            "en": "“{words}” ends in a colon, and the next item follows",
        },
    },
    examples=(
        Bad(
            "第一条 为了加强供水管理，制定本办法。\n\n第二条 本市行政区域内的供水活动，适用本办法。\n\n"
            "第三条 市水务局负责供水管理工作。\n\n[[第四条 本办法自公布之日起施行]]\n"
        ),
        Bad(
            "第六条 供水单位应当履行下列职责：\n\n[[~（一）建立水质检测制度；]]\n\n"
            "（二）公布供水服务标准[[和投诉举报的联系方式以及受理时限]]\n\n第七条 用户应当按时交纳水费。\n"
        ),
        Bad(
            "关于加强供水管理的通告\n\n一、自即日起加强供水管理，请遵守规定。\n\n二、违反规定的，依法处罚。\n\n"
            "[[三、本通告自发布之日起施行]]\n\n海州市水务局\n\n2023年12月18日\n"
        ),
        Bad(
            "4.1 Ⅰ级响应\n\n(1)启动条件为出现水上重大险情。\n\n(2)由指挥长启动。\n\n4.2 Ⅱ级响应\n\n"
            "[[(1)启动条件为出现水上较大险情]]\n\n(2)由副指挥长启动。\n\n4.3 Ⅲ级响应\n\n"
            "(1)启动条件为出现水上一般险情。\n\n(2)由办公室主任启动。\n"
        ),
        Bad(
            "一、加强领导。各县要健全机制，压实责任。要把养老助餐服务纳入[[重要议事日程和年度重点工作安排，]]\n\n"
            "二、强化监督。各部门要加强指导，严防侵占挪用资金。\n\n三、加强宣传。各县要总结经验，及时推广。\n"
        ),
        Bad(
            "二、应急处置\n\n[[~（一）先行救人，后行控险；]]\n\n（二）设置警戒，保护现场；\n\n"
            "（三）专家作出判断，事故得到[[控制后，参与调查并提出防范措施：]]\n\n（四）调用物资，任何单位不得拒绝。\n"
        ),
        Bad(
            "供热纠纷处理办法\n\n第一条 用户可以提出申请，[[供热单位应当在三日内出具书面意见]]\n\n"
            "第二条 测温人员应当出示证件，[[~测温结果应当由双方当场签字确认。]]\n\n第三条 温度不达标的，退还热费。\n"
        ),
        Good(
            "一、总体要求\n\n各单位应当加强领导，压实责任。\n\n二、工作安排\n\n各单位应当按时报送情况，确保落实到位。"
            "本通知自2019年9月1日起施行。市财政局2019年7月26日\n"
        ),
        Bad(
            "二、设施建设\n\n（一）投放点应当有硬化、有照明；\n\n（二）每3[[00户至500户设置1个投放点，]]\n\n"
            "（[[~三）装修垃圾应当设置专门投放点。]]\n"
        ),
        Good(
            "二、应急处置\n\n（一）先行救人，后行控险；\n\n（二）设置警戒，保护现场；\n\n"
            "（三）专家作出判断，按照下列顺序处置：\n\n（四）调用物资，任何单位不得拒绝。\n"
        ),
        Good(
            "第一条 为了加强检查，制定本规定。\n\n第二条 检查分为两类，依照附表进行。\n\n"
            "第三条 检查部位如下：\n支座错位、串动、严重变形，是否失去正常支承功能，\n造成相关结构严重损坏等\n下\n\n"
            "第四条 本规定自公布之日起施行。\n"
        ),
        Good(
            "海州市人民政府办公室关于印发海州市供水应急预案的通知\n\n海政办〔2021〕33号\n\n"
            "各县(市、区)人民政府，市政府各部门: 时废止。\n\n"
            "《海州市供水应急预案》已经市人民政府同意，现印发给你们，请认真贯彻执行。原《海州市供水应急预案》(海政办〔2015〕61号)同\n\n"
            "海州市人民政府办公室\n2021年9月24日\n\n海州市供水应急预案\n\n1 总则\n\n为做好供水工作，制定本预案。\n\n"
            "2 职责\n\n市水务局负责供水管理工作。\n\n3 附则\n\n本预案自印发之日起施行。\n"
        ),
        Good(
            "关于印发《海州市河长巡河制度》《海州市河长制信息报送制度》的通知\n\n各县：\n\n"
            "《海州市河长巡河制度》《海州市河长制信息报送制度》已经同意，现印发给你们。\n\n海州市水务局\n2022年3月22日\n\n"
            "海州市河长巡河制度\n\n第一条 市级河长每季度巡河，县级河长每月巡河。\n\n第二条 发现的问题，应当整改。\n\n"
            "海州市河长制信息报送制度\n\n第一条 各县应当及时报送信息。\n\n第二条 信息分为季报和年报。\n"
        ),
        Good(
            "一、项目类别\n\n（一）平台建设项目\n\n（二）企业数字化改造项目\n\n二、申报条件\n\n"
            "（一）平台建设项目。平台已上线，接入企业30家。\n\n（二）企业数字化改造项目。企业已完成评测，改造过半。\n\n"
            "三、支持标准\n\n（一）平台建设项目：最高200万元，分期拨付。\n\n"
            "（二）企业数字化改造项目：最高50万元，一次拨付。\n"
        ),
        Good(
            "海州市龙潭水库工程质量检测招标公告-检测标,其他标招标公告\n\n一、招标条件\n\n"
            "本项目已经批准，资金已经落实。\n\n二、招标范围\n\n本次招标分为两个标段，均采用资格后审。\n"
        ),
        Good(
            "一、申请对象\n\n在本市就业、经商的人员可以申请。\n\n二、申请地点\n\n"
            "是否有住房 是。向住地申请，持身份证否。向单位申请\n\n"
            "三、申请材料\n\n提交身份证、户口簿。\n"
        ),
    ),
)
def sentence_unfinished(document: Document, options: Options) -> Findings:
    """Every sentence without its mark."""
    blocks = document.blocks
    before = {id(block): blocks[at - 1] for at, block in enumerate(blocks) if at}
    for paragraph, sibling in document.read(unfinished):
        # Lines of a list none of which ends in a mark are no sentences.
        last = before.get(id(paragraph))
        if isinstance(last, Paragraph) and _OPEN_END.search(last.text) and not _is_heading(document, last):
            continue
        words = paragraph.text
        if all(branch in words for branch in _BRANCHES):
            continue
        yield Finding(
            paragraph.span(max(0, len(words) - _SHOWN)),
            {"words": words[-_SHOWN:]},
            related=(see(sibling.span(max(0, len(sibling) - _SHOWN)), "同类段落的结尾", "how its siblings end"),),
            message="colon" if words.endswith(":") else "",
        )


def _is_heading(document: Document, paragraph: Paragraph) -> bool:
    section = document.section_at(paragraph.pieces[0].start)
    if section is not None and section.heading is paragraph and not section.run_in:
        return True
    titles = [title.span() for title in (document.head.title, *(part.title for part in document.parts)) if title]
    start = paragraph.pieces[0].start
    return any(title.start <= start < title.end for title in titles)
