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

from collections.abc import Iterator

from linter.facts.base import Date, dates, day_ranges, flow, possible, signature_date, weekday
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check
from linter.language import lazy

_DAY = "((?:星期|周|礼拜)?([一二三四五六日天]))"
_WEEKDAY = lazy(r" ?[(,]? ?((?:星期|周|礼拜)([一二三四五六日天]))(?![至到、])")
# 6月16日至18日(星期一至星期三)
_BOTH = lazy(rf" ?\((?=星期|周){_DAY}(?:至|到|—|--?|~){_DAY}\)")
_NAMED = lazy(_DAY)
_HEAD = "星期"
_NAMES = "一二三四五六日"
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d) ?年")


@check(
    code="DT005",
    name="weekday-differs",
    severity="warning",
    reads=(dates, day_ranges),
    message={
        "zh": "{date}是星期{right}，不是“{words}”",
        "en": "{date} is 星期{right}, not “{words}”",
    },
    examples=(
        Bad("关于召开全市安全生产会议的通知\n\n定于2021年10月14日（[[星期五]]）上午9时召开会议。"),
        Bad("关于2019年部分节假日安排的通知\n\n二、春节：2月4日至10日放假调休，共7天。2月2日（[[周日]]）上班。"),
        Bad("一、考试时间为2025年6月16日至18日（星期一至[[星期四]]），共3天。\n"),
        Bad("2025年端午节值班表\n\n日期\t星期\t值班\n5月31日\t六\t刘立\n6月1日\t[[一]]\t陈平\n6月2日\t一\t何明\n"),
        Good("2025年端午节值班表\n\n日期\t星期\t值班\n5月31日\t六\t刘立\n6月1日\t日\t陈平\n6月2日\t星期一\t何明\n"),
    ),
)
def weekday_differs(document: Document, options: Options) -> Findings:
    """Yield weekdays that no possible year of their date has."""
    stream = document.read(flow)
    tabled = {date.span.start: (words, day, span) for date, words, day, span in _tabled(document)}
    before: Date | None = None
    for date in document.read(dates):
        named = [tabled[date.span.start]] if date.span.start in tabled else []
        match = _WEEKDAY.match(stream.text, date.end)
        if match:
            named.append((match[1], match[2], stream.span(*match.span(1))))
        for words, day, span in named if date.day is not None and possible(date) else ():
            yield from _told(date, _years(date, before, document), (words, day, span))
        if date.year is not None:
            before = date
    yield from _ranges(document)


def _told(day: Date, years: list[int], named: tuple[str, str, Span]) -> Findings:
    """A finding if a day has in none of the years the weekday that is named for it."""
    words, name, span = named
    right = [weekday(year, day.month, day.day or 1) for year in years]
    if right and _NAMES.index(name.replace("天", "日")) not in right:
        yield Finding(span, {"date": day.words, "words": words, "right": _NAMES[right[0]]})


def _ranges(document: Document) -> Findings:
    """Two weekdays in brackets behind the two days of a period."""
    stream = document.read(flow)
    for one in document.read(day_ranges):
        match = _BOTH.match(stream.text, one.end) if one.date.day else None
        years = _years(one.date, None, document) if match else []
        if match and years:
            last = one.date._replace(month=one.last[1], day=one.last[2], words=stream.text[one.to : one.end])
            on = [year + one.last[0] - one.first[0] for year in years]
            yield from _told(one.date, years, (match[1], match[2], stream.span(*match.span(1))))
            yield from _told(last, on, (match[3], match[4], stream.span(*match.span(3))))


def _tabled(document: Document) -> Iterator[tuple[Date, str, str, Span]]:
    """The dates of rows with the one weekday in the column that is headed 星期."""
    tables = [table for table in document.tables if any(cell.text.strip() == _HEAD for cell in table.header)]
    known = {date.span.start: date for date in document.read(dates)} if tables else {}
    for table in tables:
        at = [cell.text.strip() for cell in table.header].index(_HEAD)
        for row in table.rows:
            cells = [known[cell.span.start] for cell in row.cells if cell.span.start in known]
            named = _NAMED.fullmatch(row.cells[at].text.strip()) if at < len(row.cells) else None
            if len(cells) == 1 and named:
                yield cells[0], named[1], named[2], row.cells[at].span


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
