"""日历上没有的日期。

依据 公历：月份一至十二，各月日数固定，闰年二月二十九日。
说明 2月30日、13月、平年的2月29日都不存在，多为一个数字录入错误；截止日、施行日写错会使条款无法执行。
“3月1月”月份之后又是月份，“2023年4底”缺一个“月”字，也不成日期。
限度 没有写年份的2月29日不报；农历日期不报；只写“三月”之类而无年、日的不看。

Summary A date that the calendar does not have.
Basis The Gregorian calendar: twelve months of fixed length, the 29th of February in leap years only.
Why 30 February, month 13 or 29 February of a common year is a slip of one digit, and a deadline on it cannot be kept.
A second month where the day is due (3月1月) is no date either, nor is a month without its word (2023年4底).
Limits 29 February without a year is accepted; lunar dates are left out; a bare month is not read.
"""

from linter.facts.base import Date, dates, flow, month_length, possible
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check
from linter.language import lazy

# 4月1日至31日: the second day is of the same month.
_UNTIL = lazy(r" ?(?:至|到|-|—|~) ?(?P<words>(?P<d>\d{1,2}) ?日)")

# 2023年4底: the word for the month is lost.
_LOST = lazy(r"(?<!\d)(?:19|20)\d\d年(?:1[0-2]|[1-9])(?:底|[上中下]旬)")
# 3月1月: a month where the day is due.
_MONTH_AGAIN = lazy(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?!份)")


@check(
    code="DT001",
    name="impossible-date",
    severity="error",
    reads=(dates,),
    message={
        "zh": "“{words}”不存在：{month}月只有{last}日",
        "en": "“{words}” does not exist: month {month} has {last} days",
    },
    messages={
        "month": {
            "zh": "“{words}”不存在：没有{month}月",
            "en": "“{words}” does not exist: there is no month {month}",
        },
        "again": {
            "zh": "“{words}”不是日期：月份之后应当是日，却又是“月”",
            "en": "“{words}” is no date: a second month stands where the day is due",
        },
        "lost": {
            "zh": "“{words}”缺“月”，不成日期",
            "en": "“{words}” is no date: 月 is lacking",
        },
        "leap": {
            "zh": "“{words}”不存在：{year}年{month}月只有{last}日",
            "en": "“{words}” does not exist: month {month} of {year} has {last} days",
        },
    },
    examples=(
        Bad("一、报名时间为2022年1月10日至[[2022年2月30日]]，逾期不予受理。"),
        Bad("本办法自[[2023年13月1日]]起施行。\n\n各单位应当于[[2023年2月29日]]前报送自查报告。"),
        Bad("第十八条 本规定自[[2020年3月1月]]起施行，有效期三年。"),
        Bad("（一）动员阶段（2023年3月底前）。\n\n（二）推广阶段（[[2023年4底]]前）。"),
        Bad("申报时间为4月1日至[[31日]]，评审时间为5月1日至31日。"),
        Good("会议定于2024年2月29日召开，材料请于2月29日前报送。农历二月三十日除外。"),
        Good("2020年3月、4月和2021年12月月底前分别报送，2020年3月份1月份各报一次。"),
    ),
)
def impossible_date(document: Document, options: Options) -> Findings:
    """Yield the dates that no calendar has."""
    stream = document.read(flow)
    for lost in _LOST.finditer(stream.text):
        yield Finding(stream.span(*lost.span()), {"words": lost[0]}, message="lost")
    for date in document.read(dates):
        if not possible(date):
            yield _finding(date, date.span, date.words)
            continue
        again = _MONTH_AGAIN.match(stream.text, date.end) if date.day is None else None
        if again:
            yield Finding(stream.span(date.start, again.end()), {"words": date.words + again[0]}, message="again")
            continue
        until = _UNTIL.match(stream.text, date.end) if date.day is not None else None
        if until and not 1 <= int(until["d"]) <= month_length(date.month, date.year):
            yield _finding(date, stream.span(*until.span("words")), until["words"])


def _finding(date: Date, span: Span, words: str) -> Finding:
    args: dict[str, object] = {"words": words, "month": date.month}
    if not 1 <= date.month <= 12:
        return Finding(span, args, message="month")
    args |= {"last": month_length(date.month, date.year), "year": date.year}
    return Finding(span, args, message="leap" if date.month == 2 and date.full else "")
