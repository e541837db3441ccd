"""标题末尾用了句号，而同级的其他标题没有。

依据 GB/T 15834-2011 附录B.4：文章标题的末尾通常不用标点符号；文件自身的同级标题都没有。
说明 同级标题一个带句号、其余不带，版面上一眼就看得出不齐。
限度 只比较同一上级之下、同一编号形式、单独成段的标题，至少两个不带标点才判断；
带段旨句的（“（一）加强领导。各县……”）不是这里的标题。

Summary A heading ends in a full stop and its siblings do not.
Basis GB/T 15834-2011 annex B.4: headings usually end without a mark; the siblings of this one do.
Why The odd one shows at a glance in print.
Limits Only headings of one parent and scheme that stand alone; at least two without a mark.
"""

from collections import defaultdict

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Section, check, mend, needs, see
from linter.language import lazy

# Longer than this it is a sentence.
_TITLE = 30


# 九、本指引自2016年7月1日起实施。 is a provision, whatever stands below it.
_SENTENCE = lazy(r"本{ACT}|起(?:施行|实施|执行|生效)|解释。$")


@check(
    code="FM004",
    name="heading-mark",
    severity="note",
    preview=True,
    norm="GB/T 15834-2011 B.4",
    strength="usage",
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "标题“{title}”以句号结尾，同级标题没有",
        "en": "the heading “{title}” ends in a full stop, its siblings do not",
    },
    examples=(
        Bad(
            "一、主要任务\n\n[[~（一）加强供水保障]]\n\n1.提高水质。加快水厂改造。\n\n2.稳定水压。增设加压站。\n\n"
            "（二）优化管网布局\n\n1.更新管道。淘汰老旧管道。\n\n2.控制漏损。开展分区计量。\n\n"
            "（三）规范供水服务[[。]]\n\n1.公开服务标准。在营业场所公示。\n\n2.畅通投诉渠道。设立热线。\n",
            fixed="一、主要任务\n\n（一）加强供水保障\n\n1.提高水质。加快水厂改造。\n\n2.稳定水压。增设加压站。\n\n"
            "（二）优化管网布局\n\n1.更新管道。淘汰老旧管道。\n\n2.控制漏损。开展分区计量。\n\n"
            "（三）规范供水服务\n\n1.公开服务标准。在营业场所公示。\n\n2.畅通投诉渠道。设立热线。\n",
        ),
        Good(
            "居住证办理指引\n\n一、申领条件\n\n年满十六周岁。\n\n二、申领程序\n\n到派出所。\n\n三、本指引自2016年7月1日起实施。\n\n抄送：市公安局。\n"
        ),
        Good("（一）加强领导。各县要成立专班。\n\n（二）落实责任。明确分工。\n\n（三）强化督查。定期通报。\n"),
    ),
)
def heading_mark(document: Document, options: Options) -> Findings:
    """Headings with a full stop among siblings without."""
    groups: defaultdict[tuple[int, int, str, int], list[Section]] = defaultdict(list)
    for section in document.sections:
        if not section.run_in and (section.children or section.body) and len(section.heading) <= _TITLE:
            groups[section.part, section.parent, section.mark.scheme, len(section.mark.value)].append(section)
    for group in groups.values():
        plain = [section for section in group if section.heading.text[-1] not in "。.;:,?!"]
        stopped = [one for one in group if one.heading.text[-1] == "。" and not _SENTENCE.search(one.title)]
        if len(plain) >= 2 and len(plain) > len(stopped):
            for section in stopped:
                yield _finding(section, plain[0])


def _finding(section: Section, sibling: Section) -> Finding:
    place = section.heading.span(len(section.heading) - 1)
    return Finding(
        place,
        {"title": section.heading.text},
        related=(see(sibling.heading.span(), "同级标题", "a sibling"),),
        fix=mend("safe", place, "", "删去句号", "delete the full stop"),
    )
