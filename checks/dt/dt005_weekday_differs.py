"""日期后注明的星期与日历不符。

依据 公历推算。
说明 会议、放假、考试通知常在日期后注星期；两者不符，读者不知以哪个为准。
限度 日期未写年份时，按同段前一日期、标题、成文日期的年份推算，跨年的两种可能都不符才报；民国纪年不看。

Summary The weekday beside a date is not the one of the calendar.
Basis The Gregorian calendar.
Why A notice of a meeting, holiday or examination names both; where they differ the reader cannot know which holds.
Limits A date without a year takes that of the date before it in the paragraph, of the title, or of the document; it is
reported only if no reading fits. Years of the Republic of China are not read.
"""

from linter.facts.base import Date, dates, flow, possible, signature_date, weekday
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check
from linter.language import lazy

_WEEKDAY = lazy(r" ?[(,]? ?((?:星期|周|礼拜)([一二三四五六日天]))(?![至到、])")
_NAMES = "一二三四五六日"
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d) ?年")


@check(
    code="DT005",
    name="weekday-differs",
    severity="warning",
    reads=(dates,),
    message={
        "zh": "{date}是星期{right}，不是“{words}”",
        "en": "{date} is 星期{right}, not “{words}”",
    },
    examples=(
        Bad("关于召开全市安全生产会议的通知\n\n定于2021年10月14日（[[星期五]]）上午9时召开会议。"),
        Bad("关于2019年部分节假日安排的通知\n\n二、春节：2月4日至10日放假调休，共7天。2月2日（[[周日]]）上班。"),
        Good("关于2019年部分节假日安排的通知\n\n二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）上班。"),
        Good("会议于2021年10月14日（星期四）召开。每周二、周五更新数据。時間中華民國98年11月20日（星期五）上午。"),
    ),
)
def weekday_differs(document: Document, options: Options) -> Findings:
    """Yield weekdays that no possible year of their date has."""
    stream = document.read(flow)
    before: Date | None = None
    for date in document.read(dates):
        match = _WEEKDAY.match(stream.text, date.end)
        if match and date.day is not None and possible(date):
            years = _years(date, before, document)
            named = _NAMES.index(match[2].replace("天", "日"))
            right = [weekday(year, date.month, date.day) for year in years]
            if right and named not in right:
                args = {"date": date.words, "words": match[1], "right": _NAMES[right[0]]}
                yield Finding(stream.span(*match.span(1)), args)
        if date.year is not None:
            before = date


def _years(date: Date, before: Date | None, document: Document) -> list[int]:
    """The years a date may mean: its own, or that of a date before it in the paragraph, of the title, of the notice."""
    if date.year is not None:
        return [date.year] if date.year >= 1000 else []
    stream = document.read(flow)
    if before and stream.index_at(before.start) == stream.index_at(date.start):
        return _or_next(before, date)
    named = [int(year) for year in _YEAR.findall(document.title)]
    if named:
        return named
    signed = document.read(signature_date)
    return _or_next(signed, date) if signed else []


def _or_next(known: Date, date: Date) -> list[int]:
    year = known.year or 0
    if year < 1000:
        return []
    return [year, year + 1] if date.month < known.month else [year]
