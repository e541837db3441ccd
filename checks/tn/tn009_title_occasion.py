"""题名说的节日与正文说的节日不同：中秋节放假的通知，正文写端午节。

依据 文件内部矛盾：题名准确概括公文的主要内容（《党政机关公文处理工作条例》第九条第七项），与正文说的是一件事。
说明 每年照抄上一份通知、改了题名没有改正文的，常留下这样的痕迹；读者不知道究竟安排的是哪个节日。
限度 只看节日、假日的名称；题名的节日在正文中出现过的不报（可能并列安排）；引用的文件名称、引号内的词不看。

Summary The title names one holiday, the text another.
Basis A contradiction within the text: a title sums up what its text is about.
Why Notices copied from year to year keep the holiday of the last one in the text.
Limits Only holidays; where the text names that of the title too, both may be meant; cited titles and quotations are not
read.
"""

from __future__ import annotations

import re

from linter.facts.base import flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Options, Related, check, needs
from linter.language.pattern import lazy

_HOLIDAY = lazy("(?P<name>{HOLIDAY})节?")


@check(
    code="TN009",
    name="title-occasion",
    severity="warning",
    reads=(flow, own_words),
    needs=needs(silent=("transcript", "dialogue", "amendment", "law", "plan")),
    message={
        "zh": "题名说的是“{title}”，正文说的是“{found}”，共{count}处",
        "en": "the title is about “{title}”, the text about “{found}” ({count} places)",
    },
    examples=(
        Bad(
            "海州市人民政府办公室关于2024年[[~中秋节]]放假的通知\n\n海政办发〔2024〕40号\n\n各区人民政府：\n\n"
            "现将2024年[[端午节]]放假安排通知如下：\n\n一、9月15日至17日放假。\n\n二、[[~端午节]]期间安排好值班。\n"
        ),
        Bad("关于做好[[~国庆]]期间安全生产工作的通知\n\n各区人民政府：\n\n[[春节]]期间，各单位应当加强值班。\n"),
        Good("关于2024年中秋节放假的通知\n\n各区人民政府：\n\n现将中秋节放假安排通知如下，国庆节另行通知。\n"),
        Good("关于做好防汛工作的通知\n\n各区人民政府：\n\n端午节前后降雨集中，各单位应当加强值班。\n"),
    ),
)
def title_occasion(document: Document, options: Options) -> Findings:
    """One finding a document: the first other holiday of its text, with those like it and the title's own."""
    title = document.head.title
    named = list(_HOLIDAY.finditer(title.text)) if title else []
    if not title or not named:
        return
    names = {match["name"] for match in named}
    text, stream = document.read(own_words), document.read(flow)
    end = title.span().end
    uses: dict[str, list[re.Match[str]]] = {}
    for match in _HOLIDAY.finditer(text):
        if stream.span(*match.span()).start >= end:
            uses.setdefault(match["name"], []).append(match)
    if not uses or names & set(uses):
        return
    same = max(uses.values(), key=len)
    first, *others = [stream.span(*match.span()) for match in same]
    related = [Related(title.span(*named[0].span()), Label("题名", "the title"))]
    related += [Related(span, Label("同样的词", "the same word again")) for span in others]
    args = {"title": named[0][0], "found": same[0][0], "count": len(same)}
    yield Finding(first, args, tuple(related))
