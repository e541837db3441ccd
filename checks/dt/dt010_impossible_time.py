"""钟表上没有的时刻：24:30、8:75，或者“上午15:00”。

依据 GB/T 7408：一天自0时至24时，24时只作终点，分、秒至59。
说明 时刻多因录入错一个数字；“上午15:00”与“下午3:00”不知该从哪一个，报名、开会就可能误时。
同一天的“9:00—8:00”，止时早于起时。
限度 只看日期、上午下午等时段词之后，起止时刻里，“开始、召开、截止”之前的时刻；
比例、比分、经文章节不看；值班、夜间的起止时刻不看；“下午3:00”“晚8时”不报。

Summary A time of day that no clock shows: 24:30, 8:75, or 15:00 in the morning.
Basis GB/T 7408: a day runs from 0 to 24 hours, 24 being its end only; minutes and seconds to 59.
Why It is a slip of one digit mostly, and with 上午15:00 a reader does not know which of the two is meant.
Limits Only behind a date or a word for a part of the day, in a span of times, or before 开始, 召开, 截止;
ratios and scores are not looked at. An end before its beginning (9:00—8:00) is told only where the span would last for
twenty hours otherwise, and not of those on duty.
"""

import re

from linter.facts.base import Flow, flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see
from linter.language import lazy, lexicon

_PART = "(?P<part>{PART_OF_DAY})"
_CLOCK = (
    r"(?P<time>(?P<hour>\d{1,2})(?:[:：](?P<minute>\d\d)(?:[:：](?P<second>\d\d))?(?![\d:：.])"
    r"|时(?:(?P<past>\d{1,2})分)?(?![\d段间期限长效区])))"
)
# 3月5日24:30, (星期二)上午9:00, and 至11:30 behind either.
_TIME = lazy(
    rf"(?:(?:[日天](?:\([^()]{{1,6}}\))?|周[一二三四五六]|时间[为是:]?) ?{_PART}? ?"
    rf"|{_PART.replace('part', 'alone')} ?){_CLOCK}"
)
# 8:30开始抽签, 9:65开始面试: what begins or ends at a time.
_AT = lazy(rf"(?<![\d:：.\w]){_CLOCK}(?=开始|召开|截止|前[到报送])")
_UNTIL = lazy(rf" ?(?:至|到|[-—–~]{{1,2}}) ?(?:当日|(?P<next>次日|第二天))? ?{_PART}? ?{_CLOCK}")
_LAST_HOUR, _LAST_MINUTE = 24, 59
# Parts of the day that end at noon, or thereabouts.
_BEFORE_NOON = lexicon.words("MORNING")
_NOON, _DAY = 12, 24 * 60
# Who is on duty from 8:00 to 8:00 or 7:30 is so through the night.
_ALL_DAY = lazy("值[班守]|24小时|昼夜|次日|通宵")
# 9:00至8:00 would go on for so long a part of the day, in minutes.
_THROUGH = 20 * 60


@check(
    code="DT010",
    name="impossible-time",
    severity="error",
    reads=(flow,),
    message={
        "zh": "“{words}”不是钟表上的时刻",
        "en": "“{words}” is no time of day",
    },
    messages={
        "part": {
            "zh": "“{words}”与“{part}”不合：{hour}时已过中午",
            "en": "“{words}” is not in “{part}”: {hour} hours is past noon",
        },
        "back": {
            "zh": "止时“{words}”早于起时“{first}”",
            "en": "“{words}” ends before “{first}”, where it begins",
        },
    },
    examples=(
        Bad("一、报名截至2024年3月25日[[24:30]]，逾期不予受理。\n"),
        Bad("一、会议定于3月25日上午[[15:00]]召开，凌晨[[13时]]以前报到。\n"),
        Good(
            "一、会议定于3月25日下午3:00召开，3月26日24:00前报送，晚8时以后断电，工作日8小时以内响应，第3日24时止。\n"
        ),
        Good("一、比例尺1:75，配合比1:2:75，24:30的比分；每日24小时值班，自25日起至28日止，上午12时至下午2时休息。\n"),
        Bad(
            "一、管制时间为2024年4月14日（星期日）[[~5:30]]至[[4:30]]。英语考试于6月17日上午[[~9:00]]—[[8:00]]举行。\n"
        ),
        Good("一、4月14日22:00至6:00封闭道路。值班时间为4月14日8:00至7:30。商场于5月1日上午9:00—1:00营业。\n"),
        Bad("一、开放时间：9:00至[[17:75]]，周一至周五[[8:60]]—17:00；配比为1:50～1:75。\n"),
        Bad("一、考生8:30开始抽签，[[9:65]]开始面试。\n"),
    ),
)
def impossible_time(document: Document, options: Options) -> Findings:
    """One finding for each time that no clock shows, or that is not in the part of the day it stands behind."""
    stream = document.read(flow)
    for alone in _AT.finditer(stream.text):
        yield from _told(stream, alone, None)
    for first in _TIME.finditer(stream.text):
        part = first["part"] or first["alone"]
        yield from _told(stream, first, part)
        until = _UNTIL.match(stream.text, first.end())
        if until:
            yield from _told(stream, until, until["part"])
            if _exists(first) and _exists(until) and _runs_back(stream, first, until, part):
                args = {"words": until["time"], "first": first["time"]}
                yield Finding(
                    stream.span(*until.span("time")),
                    args,
                    (see(stream.span(*first.span("time")), "起", "the beginning"),),
                    severity="warning",
                    message="back",
                )


def _told(stream: Flow, match: re.Match[str], part: str | None) -> Findings:
    place = stream.span(*match.span("time"))
    if not _exists(match):
        yield Finding(place, {"words": match["time"]})
    elif part in _BEFORE_NOON and int(match["hour"]) > _NOON:
        yield Finding(place, {"words": match["time"], "part": part, "hour": int(match["hour"])}, message="part")


def _runs_back(stream: Flow, first: re.Match[str], until: re.Match[str], part: str | None) -> bool:
    """Whether a span of times of one day ends before it begins: 9:00至8:00, 下午3:00至2:00."""
    back = _minutes(first) - _minutes(until)
    if back <= 0 or until["next"] or until["part"] not in {None, part}:
        return False
    morning = part in _BEFORE_NOON and until["part"] == part
    long = _DAY - back >= _THROUGH and int(first["hour"]) < _NOON
    unit = stream.unit_at(first.start())
    return (morning or long) and not _ALL_DAY.search(stream.text, unit.start, unit.end)


def _minutes(match: re.Match[str]) -> int:
    return int(match["hour"]) * 60 + int(match["minute"] or match["past"] or 0)


def _exists(match: re.Match[str]) -> bool:
    hour = int(match["hour"])
    rest = [int(part) for part in (match["minute"] or match["past"], match["second"]) if part]
    if hour == _LAST_HOUR:
        return not any(rest)
    return hour < _LAST_HOUR and all(part <= _LAST_MINUTE for part in rest)
