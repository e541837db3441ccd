"""引用的章节序号与所注的标题对不上：“按照第3章（应急响应）”，而第3章是监测预警。

依据 文件内部矛盾：序号与标题指的应当是同一处；立法法第六十五条规定了章、节、条的编排。
说明 章节调整后序号变了、引用没有改，读者会翻到别处；标题在文件的另一序号之下，两者必有一误。
限度 所注的标题是本文件另一处章节的标题才报；“按照1.3（报告时限）的要求”这样明说是标题的，该节没有一个词与之相同也报；
引用其他文件的章节、标题只是说明的不报。

Summary A reference gives a number and a title that belong to two different chapters or sections.
Basis A contradiction within the text: number and title name one place.
Why Numbers change when chapters move and the references stay behind; the title stands under another number.
Limits Only where the title named is that of another chapter or section of the document, or is plainly said to be one
(按照1.3（报告时限）的要求) and the section has not a word of it.
"""

from linter.facts.references import titled_references
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="RF009",
    name="clause-title",
    severity="error",
    reads=(titled_references,),
    needs=needs("lines", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "“{reference}”的标题是“{actual}”，“{title}”是{right}",
        "en": "“{reference}” is headed “{actual}”; “{title}” is {right}",
    },
    messages={
        "none": {
            "zh": "“{reference}”的标题是“{actual}”，不是“{title}”",
            "en": "“{reference}” is headed “{actual}”, not “{title}”",
        },
    },
    examples=(
        Bad(
            "海州市轨道交通应急预案\n\n1 总则\n\n1.1 编制目的\n\n制定本预案。\n\n[[~1.2 工作原则]]\n\n快速反应。\n\n"
            "2 响应\n\n2.1 报告\n\n应当按照[[1.2（报告时限）]]的要求报告，级别按照1.1（制定本预案的依据）确定。\n"
        ),
        Bad(
            "海州市供水应急预案\n\n1 总则\n\n1.1 编制目的\n\n制定本预案。\n\n[[~1.2 适用范围]]\n\n"
            "适用于本市。\n\n2 组织\n\n2.1 指挥机构\n\n设立指挥部，职责见[[1.2（工作职责）]]。\n\n"
            "[[~2.2 工作职责]]\n\n组织抢修。\n"
        ),
        Bad(
            "海州市洪水应急预案\n\n1 总则\n\n[[~1.1 指挥部组成]]\n\n由市水利局牵头。\n\n"
            "[[~1.2 现场工作组]]\n\n下设两组。\n\n2 监测\n\n2.1 排查\n\n结果报送指挥部（见[[1.2 指挥部组成]]）。\n"
        ),
        Bad(
            "海州市公文处理办法\n\n一、总则\n\n（一）制定本办法。\n\n[[~二、收文办理]]\n\n（一）收文应当登记。\n\n"
            "[[~三、发文办理]]\n\n（一）涉密文件依照本办法[[第三部分（收文办理）]]登记。\n"
        ),
        Bad(
            "防御台风工作手册\n\n4 监测预警\n\n4.1 监测\n\n气象局负责。\n\n[[~4.2 预警发布]]\n\n由气象局发布。\n\n"
            "5 信息管理\n\n[[~5.1 信息报送]]\n\n每两小时报送一次，级别详见[[5.1“预警发布”]]。\n"
        ),
        Good(
            "海州市供水条例\n\n第一章 总则\n\n第一条 制定本条例。\n\n第二章 供水管理\n\n第二条 应当检测水质。\n\n"
            "第三章 法律责任\n\n第三条 违反第二章（供水管理）和《水法》第二章（法律责任）规定的，责令改正。\n"
        ),
        Good(
            "海州市供水应急预案\n\n1 总则\n\n1.1 编制目的\n\n制定本预案。\n\n1.2 适用范围\n\n"
            "适用于本市，等级见1.1（含附表）。\n"
        ),
    ),
)
def clause_title(document: Document, options: Options) -> Findings:
    """One finding a reference whose title stands under another number, with both headings."""
    for one in document.read(titled_references):
        related = (see(one.named.heading.span(), "该序号的标题", "the heading of that number"),)
        args = {"reference": one.number, "actual": one.named.title, "title": one.title}
        if one.meant is None:
            yield Finding(one.span, args, related, severity="warning", message="none")
            continue
        meant = see(one.meant.heading.span(), "该标题的序号", "the number of that title")
        args |= {"title": one.meant.title, "right": one.meant.mark.text.strip()}
        yield Finding(one.span, args, (*related, meant))
