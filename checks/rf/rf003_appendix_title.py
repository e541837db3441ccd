"""附录目录中的题名与附录自己的题名不一致。

依据 文件内部矛盾：目录与附录是同一个题名。
说明 两处题名差几个字，读者无法确定是不是同一个附录，名称中的机构、图表种类也会因此混淆。
限度 断行、空格、书名号不计；题名后另起一行接着写的，连起来比较；
一处前面多了本文件题名开头的话（海州市防汛预警分级标准、预警分级标准）的，不报；
题名相差很大时可能不是题名，只在目录中另有一条相符、两处都以“表”“须知”等收尾时才报。

Summary The title of an appendix differs between the list and the appendix itself.
Basis A contradiction within the text: list and appendix bear one title.
Why With other words in it, nobody knows whether it is the same appendix, body or kind of chart.
Limits Line breaks, spaces and title marks do not count; a title that goes on in the next line is read on.
What one title has before it from the beginning of the document's title makes no other.
"""

from linter.facts.references import appendix_pairs, differing, key
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="RF003",
    name="appendix-title",
    severity="error",
    reads=(appendix_pairs,),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "{label}的题名不一致：目录“{listed}”，附录“{title}”",
        "en": "title of {label}: “{listed}” in the list, “{title}” at the appendix",
    },
    examples=(
        Bad(
            "海州市供水应急预案\n\n1 总则\n\n1.1 目的\n\n为做好供水工作，制定本预案。\n\n2 附录\n\n"
            "2.1 [[海州市供水应急指挥部组织机构图]]\n\n"
            "2.2 联系表\n\n附录2.1\n\n[[~海州市供水应急响应指挥部组织架构图]]\n\n见图。\n\n附录2.2\n\n"
            "联系表\n\n见表。\n"
        ),
        Bad(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n2 附录\n\n"
            "2.1 [[防汛组织体系图]]\n\n"
            "附录2.1\n\n[[~防讯组织体系图]]\n\n见图。\n"
        ),
        Good(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n2 附录\n\n"
            "2.1 海州市防汛指挥部组成及主要职责\n\n"
            "附录2.1\n\n海州市防汛 指挥部组成及主要职责\n\n见表。\n"
        ),
        Good(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n2 附录\n\n"
            "2.1 预警分级标准\n\n2.2 应急响应流程图\n\n附录2.1\n\n海州市防汛预警分级标准\n\n见表。\n\n"
            "附录2.2\n\n海州市应急响应流程图\n\n见图。\n"
        ),
    ),
)
def appendix_title(document: Document, options: Options) -> Findings:
    """One finding an appendix whose two titles differ."""
    for listed, appendix in differing(document, "list"):
        if _is_of_document(document, key(listed.title), key(appendix.title)):
            continue
        args = {"label": listed.word + listed.number, "listed": listed.title, "title": appendix.title}
        yield Finding(listed.span, args, (see(appendix.title_span, "附录的题名", "the title of the appendix"),))


def _is_of_document(document: Document, one: str, other: str) -> bool:
    """Whether one title has before it how that of the document begins: 海州市防汛预警分级标准, 预警分级标准."""
    shorter, longer = sorted((one, other), key=len)
    before = longer.removesuffix(shorter)
    return bool(shorter) and before != longer and key(document.title).startswith(before)
