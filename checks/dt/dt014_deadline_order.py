"""时限的先后颠倒：后一步的时限早于前一步，两个阶段的起止时间重叠，报名、回执的截止日期晚于会议、培训开始。

依据 文件内部矛盾：依次进行的各步，时限也依次。
说明 “（二）4月30日前公示；（三）4月10日前汇总”，“每年3月底前申报，2月底前审核，5月底前兑现”，
定于2月18日开会而要求2月24日前报送回执，读者无从照办。
限度 只看标题写明时间、步骤、程序的一组条目（每条以时限开头），“每年”引出的三个以上时限，
以及会议、培训、体检通知的报名、回执；恰有一处颠倒、相差不到半年才报。
阶段重叠的，须相邻的阶段首尾相接，且没有写明同步、贯穿。

Summary Deadlines in the wrong order: of a step before that of the one it follows, for applications after the event;
stages that overlap.
Basis A contradiction within the text: what is done in turn is due in turn.
Why Where a summary is due before what it sums up, or a name after the meeting it is for, one date is wrong.
Limits Only items below a heading that speaks of time, steps or procedure and that each begin with a deadline; three
deadlines or more behind 每年; notices of meetings, training and the like. Exactly one must be out of order, by less
than half a year. Stages overlap only where those beside them join, and nothing says that they run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.base import Date, dates, flow, possible, stage_slips
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, Span, check, needs, see
from linter.language import NamedTuple, lazy

_TIME = r"(?: ?(?:\d{1,2}[:：]\d\d|\d{1,2} ?[时点]|下班))?"
_DEADLINE = lazy(
    r"(?<![\d前后])(?:(?:(?P<year>20\d\d) ?年|(?P<next>次年|翌年)) ?)?(?P<month>\d{1,2}) ?月 ?"
    rf"(?:(?P<day>\d{{1,2}}) ?日|(?P<part>[底末初上中下])旬?)(?:\([^()]{{1,6}}\))?{_TIME} ?(?:之|以)?前"
)
_PARTS, _LAST = {"初": 5, "上": 10, "中": 20}, 31
_STEPS = lazy("{IN_TURN}$")
_YEARLY = lazy(r"每年[^。\n]{0,200}前[^。\n]{0,200}")
_HALF, _LEAST, _HEAD = 183, 3, 16
_EVENT = lazy("{HELD}.{0,30}{GATHERING}")
_HELD = lazy(r"(?:定于|{GATHERING}时间(?:为|是|:|安排为?)?(?:\n)?) ?$")
_SENT = lazy(r"[^。;\n]{0,24}(?:回执|报名|名单)")
_NEAR = 8


class _Due(NamedTuple):
    """A deadline: about how many days into its year, whether the year is written, its words and place."""

    day: int
    year: int
    words: str
    span: Span


@check(
    code="DT014",
    name="deadline-order",
    severity="warning",
    reads=(dates, stage_slips),
    needs=needs("lines", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "时限“{words}”早于前一步的“{other}”",
        "en": "the deadline “{words}” is before “{other}”, that of the step before it",
    },
    messages={
        "event": {
            "zh": "报名、回执的时限“{words}”晚于开始的日期“{other}”",
            "en": "names are due “{words}”, after the event begins, “{other}”",
        },
        "stages": {
            "zh": "“{words}”与上一阶段的“{other}”重叠，而相邻的阶段首尾相接",
            "en": "“{words}” begins before “{other}” has ended, while the stages beside them join",
        },
    },
    examples=(
        Bad("第五条 企业应当于每年[[~3月底前]]提出申请，县工信局于[[2月底前]]审核完毕，5月底前兑现资金。\n"),
        Bad(
            "关于召开全区安全生产工作会议的通知\n\n各单位：\n\n定于[[~2025年2月18日]]上午召开会议。\n\n"
            "请各单位于[[2月24日17:00前]]将参会回执报区安委办。\n"
        ),
        Bad(
            "三、工作步骤\n\n（一）动员部署阶段（[[~5月1日—5月15日]]）。召开会议。\n\n（二）集中整治阶段（[[5月10日—6月30日]]）。严查严处。\n\n"
            "（三）总结提升阶段（7月1日—7月15日）。总结经验。\n"
        ),
        Bad(
            "（一）摸底阶段（3月1日至4月15日）。\n\n（二）更换阶段（[[~4月16日至8月31日]]）。\n\n（三）验收阶段（[[8月20日至10月20日]]）。\n\n"
            "（四）总结阶段（10月21日至11月30日）。\n"
        ),
        Bad(
            "时间安排\n\n阶段\t起止时间\t任务\n准备\t2022年1月—3月\t组建机构\n调查\t[[~2022年4月—9月]]\t入户登记\n"
            "汇总\t[[2022年8月—12月]]\t数据审核\n"
        ),
        Good(
            "三、报名\n\n（一）报名时间：3月1日—3月10日。\n\n（二）审查时间：3月10日—3月21日。\n\n（三）缴费时间：3月22日—3月24日。\n\n"
            "计划\n\n（一）设计阶段：2022年1月至2022年6月。\n\n（二）征地阶段：2022年5月至2022年9月。\n\n"
            "（三）施工阶段：2022年10月至2023年12月。\n\n阶段\t时间\n提交\t4月1日—4月20日\n审查\t4月10日—4月25日\n评审\t4月26日—5月20日\n"
        ),
        Good(
            "三、工作步骤\n\n（一）动员阶段（5月1日—5月15日）。\n\n（二）整治阶段（5月16日—6月30日）。\n\n（三）督查阶段（6月10日—7月15日），"
            "与整治同步进行。\n\n报名时间为3月1日至3月10日，审查时间为3月1日至3月12日，缴费时间为3月3日至3月14日。\n"
        ),
        Good(
            "四、时间安排\n\n（一）10月20日前，各乡镇完成申报；\n\n（二）12月30日前，村级公示；\n\n（三）1月10日前，县农业农村局汇总。\n\n"
            "五、任务\n\n（一）9月底前，建成泵站；\n\n（二）6月底前，完成清淤；\n\n（三）12月底前，建成闸门。\n"
        ),
        Good(
            "关于召开全区安全生产工作会议的通知\n\n各单位：\n\n定于2025年2月18日上午召开会议。\n\n请各单位于2月14日前将参会回执报区安委办，"
            "3月20日前报送整改情况。每年10月底前申请，12月底前审核，次年2月底前兑现。\n"
        ),
    ),
)
def deadline_order(document: Document, options: Options) -> Findings:
    """Yield the deadlines out of order with those of the steps before them, and with the event they are for."""
    yield from _stages(document)
    if "前" not in document.text.normal:
        return
    yield from _items(document)
    yield from _yearly(document)
    yield from _event(document)


def _stages(document: Document) -> Findings:
    stream = document.read(flow)
    for earlier, later in document.read(stage_slips):
        words, other = (stream.text[one.date.start : one.end] for one in (later, earlier))
        related = (see(stream.span(earlier.date.start, earlier.end), "上一阶段", "the stage before"),)
        args = {"words": words, "other": other}
        yield Finding(stream.span(later.date.start, later.end), args, related, message="stages")


def _items(document: Document) -> Findings:
    for section in document.sections:
        if len(section.children) >= _LEAST and _STEPS.search(section.title):
            heads = [one.heading for one in document.children(section)]
            dues = [due for head in heads for due in list(_dues(head, 0, _HEAD))[:1]]
            if len(dues) == len(heads):
                yield from _ordered(dues)


def _yearly(document: Document) -> Findings:
    for paragraph in document.paragraphs:
        for match in _YEARLY.finditer(paragraph.text) if "每年" in paragraph.text else ():
            dues = list(_dues(paragraph, match.start() + 1, match.end()))
            if len(dues) >= _LEAST:
                yield from _ordered(dues)


def _dues(paragraph: Paragraph, start: int, stop: int) -> Iterator[_Due]:
    for match in _DEADLINE.finditer(paragraph.text, start):
        if match.start() >= stop:
            return
        yield _Due(_day(match), int(match["year"] or 0), match[0], paragraph.span(*match.span()))


def _day(match: re.Match[str]) -> int:
    """About how many days into the year, or the next, a deadline is."""
    return (
        int(match["month"]) * 31
        + int(match["day"] or _PARTS.get(match["part"], _LAST))
        + (12 * 31 if match["next"] else 0)
    )


def _ordered(dues: Sequence[_Due]) -> Findings:
    """A finding if exactly one of the deadlines, all with a year or all without, is before the one it follows."""
    back = [(one, other) for one, other in pairwise(dues) if (other.year, other.day) < (one.year, one.day)]
    if len(back) != 1 or len({due.year for due in dues}) != 1:
        return
    one, other = back[0]
    if one.day - other.day < _HALF:
        yield _finding(other, one.words, one.span)


def _event(document: Document) -> Findings:
    """What names those who attend is due before they do."""
    held = _held(document) if _EVENT.search(document.title) else None
    for paragraph in document.paragraphs if held else ():
        for due in _dues(paragraph, 0, len(paragraph.text)):
            at = paragraph.text.index(due.words) + len(due.words)
            apart = due.day - held.month * 31 - (held.day or 0) if held else 0
            if held and 0 < apart < _HALF and due.year in {0, held.year} and _SENT.match(paragraph.text, at):
                yield _finding(due, held.words, held.span, "event")


def _held(document: Document) -> Date | None:
    """The day on which the event of a notice begins, if it names one."""
    text = document.read(flow).text
    for date in document.read(dates):
        if date.full and possible(date) and _HELD.search(text, max(0, date.start - _NEAR), date.start):
            return date
    return None


def _finding(due: _Due, other: str, span: Span, message: str = "") -> Finding:
    related = (see(span, "与此不合", "does not agree with this"),)
    return Finding(due.span, {"words": due.words, "other": other}, related, message=message)
