"""逐级上报的时限都从事发起算：前一级用满时限，后一级必然超时。

依据 文件自身的规定；对照国务院令第493号第十一条，每级上报的时间从接到报告起算。
说明 “县级应在事发半小时内报市，市接到报告后应在事发半小时内报省”，县级若在第三十分钟报到，市级已无时间可用。
限度 只看同一段内前后相接、都写“事发”且后一时限不长于前一时限的两级。

Summary Each step of a relay of reports has its limit counted from the event, so that the second cannot be kept.
Basis The document itself; compare State Council Order 493, article 11, where each level counts from the report it gets.
Why If the county may take the whole half hour, the city, which reports after it, has none left of the same half hour.
Limits Only two steps in one paragraph, both counted from the event, the second limit not longer than the first.
"""

import re

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see
from linter.language import lazy, number

_LIMIT = lazy(
    r"(?:事发|{EVENT}发生)(?:之?后|之?时起)?(?:的|不超过)?,? ?"
    r"(?P<n>\d+(?:\.\d+)?|半|[一二两三四五六]|[一二三四五六]十) ?个?(?P<unit>小时|分钟)(?:之内|以内|内)"
)
_RECEIVED = lazy(r"(?:接到|收到|接)[^,。;\n]{0,8}?(?:报告|信息|报)之?后")


@check(
    code="DT007",
    name="report-limit",
    severity="warning",
    preview=True,
    message={
        "zh": "“{words}”无法遵守：前一级的时限“{first}”也从事发起算，接到报告时可能已用尽",
        "en": "“{words}” cannot be kept: the step before it, “{first}”, counts from the event as well",
    },
    examples=(
        Bad(
            "事发地县级人民政府应在[[~事发半小时之内]]上报到市委、市政府值班室，市委、市政府值班室接到报告后，"
            "应在[[事发半小时内]]上报到省委、省政府值班室。"
        ),
        Bad(
            "镇政府应当在[[~事故发生后1小时内]]向县人民政府报告；县应急管理局接到报告后，"
            "应当在[[事故发生后60分钟内]]向市人民政府报告。"
        ),
        Good("镇政府应当在事故发生后1小时内向县人民政府报告；县人民政府接到报告后，应当在2小时内向市人民政府报告。"),
        Good("县级人民政府应在事发1小时内报市政府；市政府接到报告后，应在事发2小时内报省政府。"),
    ),
)
def report_limit(document: Document, options: Options) -> Findings:
    """Yield limits of a relay that an earlier step may already have used up."""
    stream = document.read(flow)
    if "小时" not in stream.text and "分钟" not in stream.text:
        return
    before: re.Match[str] | None = None
    for match in _LIMIT.finditer(stream.text):
        if before and _relays(stream.text, before, match) and _minutes(match) <= _minutes(before):
            yield Finding(
                stream.span(*match.span()),
                {"words": match[0], "first": before[0]},
                related=(see(stream.span(*before.span()), "前一级的时限", "the step before"),),
            )
        before = match


def _relays(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    between = text[before.end() : match.start()]
    return "\n" not in between and bool(_RECEIVED.search(between))


def _minutes(match: re.Match[str]) -> float:
    value = 0.5 if match["n"] == "半" else float(number(match["n"]))
    return value * (60 if match["unit"] == "小时" else 1)
