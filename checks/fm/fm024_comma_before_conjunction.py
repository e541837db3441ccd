"""顿号与“或者”“以及”“按照”连用。

依据 GB/T 15834-2011 4.5.1：顿号表示语段中并列词语之间的停顿；最后两项已经用连词，其间不再用顿号，是通行的用法。
说明 “演出、或者其他活动”多是增删列举项目时留下的顿号；“根据、部署方式进行分类”是删去了第一项而留下顿号。
限度 “和”“及”也作实词的一部分（和平、及时），不看；“计算根据、计价单位”的“根据”是名词，不报；
列项之间的分号加“以及”是对的。

Summary A 、 stands before 或者 or 以及, or right behind one of them or behind 按照.
Basis GB/T 15834-2011 4.5.1: 、 parts words side by side; by usage a conjunction takes its place before the last.
Why The mark is left over when the list was changed.
Limits 和 and 及 also begin other words and are not looked at; 根据 may be a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy(
    "(?:按照|依照|以及|或者|并且|关于|对于)(?P<behind>、)|(?P<before>、)(?:或者|以及|及其)"
    "|根据(?P<led>、)(?=[^。;:]{2,60}(?:进行|确定|分为|划分|制定|开展))"
)
_LED = ("按照、", "依照、", "以及、", "或者、", "并且、", "关于、", "对于、", "根据、")


@check(
    code="FM024",
    name="comma-before-conjunction",
    severity="note",
    reads=(own_words,),
    norm="GB/T 15834-2011 4.5.1",
    strength="usage",
    message={
        "zh": "“{words}”的顿号多余，与连词、介词重复",
        "en": "the 、 of “{words}” stands beside a conjunction or preposition",
    },
    examples=(
        Bad(
            "第九条 停止影剧院演出[[、]]或者其他人群聚集的活动。\n",
            fixed="第九条 停止影剧院演出或者其他人群聚集的活动。\n",
        ),
        Bad("二、装备根据[[、]]部署方式、作业能力进行分类，按照[[、]]先急后缓的顺序调用。\n"),
        Good("二、合同载明作价的计算根据、计价单位和付款方式。\n"),
        Good("第九条 停止集市、影剧院演出或者其他人群聚集的活动，加强调解、和解以及及时救助。\n"),
    ),
)
def comma_before_conjunction(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every 、 beside a conjunction or preposition."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "、或者", "、以及", "、及其", *_LED):
        at = match.span(match.lastgroup or 0)
        place = stream.span(*at)
        fix = Fix("safe", (Edit(place, ""),), Label("删去顿号", "delete the 、"))
        yield Finding(place, {"words": around(document, *at)}, fix=fix)
