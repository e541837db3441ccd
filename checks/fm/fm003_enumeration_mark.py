"""并列的列项末尾标点不一致：多数用分号，个别用句号、冒号，或者最后一项仍用分号。

依据 GB/T 15834-2011 4.6.3.3：分号用于分项列举的各项之间；列举的最后一项用句号收尾。
说明 一组列项前面各项用分号，中间一项用了句号，读者会以为列举到此为止；最后一项用分号，像是下文丢失。
限度 至少三项、七成以上或者只差一项用同一标点才判断；一项里有几句话的，用句号收尾是对的，不报；末项之后还有文字的不报；
末项是误编了序号的下一段（“依照前款规定……”）的，前一项用句号收尾是对的。

Summary Items of one list end in different marks: most in semicolons, one in a full stop, or the last in a semicolon.
Basis GB/T 15834-2011 4.6.3.3: semicolons part the items of a list, a full stop closes the last.
Why A full stop in the middle reads as the end of the list, a semicolon at its end as lost words.
Limits At least three items of which most agree; an item of several sentences ends in a full stop by right, and so does
the one before a paragraph that took a number by mistake (依照前款规定…).
"""

from collections.abc import Sequence

from linter.facts.wording import EndedItem, items
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see
from linter.language import lazy

_SHARE = 0.7
_MARKS = "。;:,、."
# Words that lead back to the list itself.
_BACK = lazy(".{3,10}前[款项述]")


@check(
    code="FM003",
    name="enumeration-mark",
    severity="note",
    reads=(items,),
    norm="GB/T 15834-2011 4.6.3.3",
    strength="must",
    needs=needs("lines", "marks", silent=("transcript", "dialogue")),
    message={
        "zh": "列项{item}以“{last}”结尾，应与其他各项一致用“{right}”",
        "en": "item {item} ends in “{last}” where “{right}” is due",
    },
    messages={
        "last": {
            "zh": "末项{item}以“{last}”结尾，列举到此结束，应用“{right}”",
            "en": "the last item, {item}, ends in “{last}” where “{right}” closes the list",
        },
    },
    examples=(
        Bad(
            "第八条 市应急指挥部履行下列职责：\n\n（1）组织制定应急预案[[~；]]\n\n（2）组织指导预防工作[[。]]\n\n"
            "（3）协调应急资源；\n\n（4）指导善后处置；\n\n（5）完成交办的其他工作。\n",
            fixed="第八条 市应急指挥部履行下列职责：\n\n（1）组织制定应急预案；\n\n（2）组织指导预防工作；\n\n"
            "（3）协调应急资源；\n\n（4）指导善后处置；\n\n（5）完成交办的其他工作。\n",
        ),
        Bad("第三条 条件：\n\n（一）品德良好[[~；]]\n\n（二）学历合格[[。]]\n\n（三）身体健康；\n\n（四）有人推荐。\n"),
        Bad(
            "第九条 报告包括：\n\n（一）时间[[~；]]\n\n（二）地点；\n\n（三）原因[[；]]\n\n第十条 其他情况另行报告。\n"
        ),
        Good(
            "问题清单\n\n4.器材\n\n1.配置不清楚；\n\n2.数量不足；\n\n3.类型不正确；\n\n4.未设置轮椅。\n\n5.防排烟设施：\n\n设施失效等。\n"
        ),
        Good(
            "第八条 土地使用权出让采取下列方式：\n\n（一）协议；\n\n（二）招标；\n\n（三）拍卖。\n\n"
            "（四）依照前款规定方式出让的程序，由市人民政府规定。\n"
        ),
    ),
)
def enumeration_mark(document: Document, options: Options) -> Findings:
    """Items in the middle of a list that end unlike the others, and a last one that does not close it."""
    for run in document.read(items):
        inner = run[:-1]
        semicolons = [item for item in inner if item.last == ";"]
        # Of three items before the last, two say how they end.
        if len(semicolons) < max(2, min(_SHARE * len(inner), len(inner) - 1)):
            continue
        for item in inner[:-1] if _is_closed(run) else inner:
            if item.single and item.last in _MARKS and item.last != ";":
                yield _finding(document, item, ";", semicolons)
        if run[-1].single and run[-1].last == ";" and _closes(document, run):
            yield _finding(document, run[-1], "。", semicolons)


def _is_closed(run: Sequence[EndedItem]) -> bool:
    """Whether the list ended before its last item: a paragraph that took a number ((四)依照前款…), or the head of the
    next list in a table whose cells lie one below the other (5.防排烟设施：).
    """
    words = run[-1].section.heading.text
    return run[-2].last == "。" and (words.endswith(":") or _BACK.match(words) is not None)


def _closes(document: Document, run: Sequence[EndedItem]) -> bool:
    """Whether nothing of the same list follows the last item."""
    last = run[-1].section
    following = document.sections[last.index + 1 : last.index + 2]
    return not following or following[0].mark.scheme != last.mark.scheme


def _finding(document: Document, item: EndedItem, right: str, others: Sequence[EndedItem]) -> Finding:
    raw = document.text.raw
    wide = right if right == "。" else raw[others[0].span.start]
    return Finding(
        item.span,
        {"item": item.section.mark.text, "last": raw[item.span.start], "right": wide},
        related=(see(others[0].span, "其他列项的结尾", "how the others end"),),
        fix=mend("safe", item.span, wide),
        message="last" if right == "。" else "",
    )
