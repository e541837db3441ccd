"""日期写法：月、日补零，年份只写两位，或成文日期用汉字数字。

依据 GB/T 9704-2012 7.3.5.4：成文日期用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位（即1不编为01）。
说明 “2021年09月05日”“21年9月5日”是表单和系统导出的写法，不是公文的写法。
限度 表格中的日期不看，网页附带的“成文日期：”“发布日期：”一行不看；命令（令）和司法解释的成文日期可用汉字；每件一条。

Summary A date with leading zeros or a two-digit year, or a date of issue in Han characters.
Basis GB/T 9704-2012 7.3.5.4: Arabic figures, the year in full, months and days without a leading zero.
Why “2021年09月05日” and “21年9月5日” are how forms and systems print a date, not how documents write it.
Limits Tables and the lines of data a web page adds are left out; orders and judicial interpretations may date in Han
characters. One finding a document.
"""

from linter.facts.base import Date, dates, flow, signature_date
from linter.kernel.check import Bad, Document, Edit, Finding, Findings, Fix, Good, Label, Options, check, needs, see
from linter.language import lazy

_ZERO = lazy(r"(?<=[年月])( ?)0(?=\d)")
# So many paragraphs may come before the text itself.
_TOP = 8
# 20 10年1月1日: the year was torn apart.
_CUT = lazy(r"\d ?$")
_DATA = lazy(r"(?:日期|时间|日 期):? ?$")
# The line of a web page that tells site, time and source of what it shows.
_PAGE_LINE = lazy(r"{PAGE_MARK}|www\.|https?:|\d{1,2}:\d{2}:\d{2}")
_PAGE_LINE_LENGTH = 120
# The note below the title of a law tells how it came about; the standard of letters does not govern it.
_ADOPTED = lazy("令第|修正|修订|会议通过")
# Not this calendar: years of the Republic of China are written with two or three digits.
_REPUBLIC = lazy("民[国國]|中華")
# The standard came into force on 1 July 2012; before, the date was written in Han characters.
_SINCE = (2012, 7, 1)


@check(
    code="DT004",
    name="date-form",
    severity="warning",
    preview=True,
    norm="GB/T 9704-2012 7.3.5.4",
    strength="must",
    reads=(dates,),
    needs=needs("lines", "marks", script="simplified"),
    message={"zh": "日期“{words}”的月、日不编虚位", "en": "The date “{words}” has a leading zero"},
    messages={
        "year": {"zh": "日期“{words}”的年份应标全称", "en": "The date “{words}” has a year of two digits"},
        "figures": {
            "zh": "日期“{words}”作为成文日期，应用阿拉伯数字",
            "en": "The date “{words}” signs a document and must be in Arabic figures",
        },
    },
    examples=(
        Bad(
            "请各单位于[[2021年09月05日]]前报送自查报告。",
            fixed="请各单位于2021年9月5日前报送自查报告。",
        ),
        Bad("会议于[[21年9月5日]]召开，纪要于9月10日印发。"),
        Bad(
            "海州市人民政府关于做好防汛工作的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n请认真做好防汛工作。\n\n"
            "海州市人民政府\n\n[[二〇二一年九月五日]]\n"
        ),
        Good("第三十一条 本办法自20 10年1月1日起施行。"),
        Good("公安程序规定\n\n2012年12月13日公安部令第127号发布 2020年07月20日第159号修正\n\n第一条 制定本规定。\n"),
        Good("中華民國98年11月20日(星期五)上午10時，依99年1月2日公告辦理。"),
    ),
)
def date_form(document: Document, options: Options) -> Findings:
    """Yield one finding for all dates of a document that are written against the standard."""
    stream = document.read(flow)
    signed = document.read(signature_date)
    flawed: list[tuple[Date, str]] = []
    for date in document.read(dates):
        why = _why(date, date == signed and _plain(document))
        if why is not None and not _data(document, date):
            flawed.append((date, why))
    if any(_short(date) for date, _ in flawed) and _REPUBLIC.search(stream.text):
        flawed = [one for one in flawed if not _short(one[0])]
    if not flawed:
        return
    first, message = flawed[0]
    related = tuple(see(date.span, "同样的写法", "written alike") for date, _ in flawed[1:])
    edits = tuple(
        Edit(stream.span(date.start + zero.end(1), date.start + zero.end()), "")
        for date, _ in flawed
        for zero in _ZERO.finditer(date.words)
    )
    fix = Fix("safe", edits, Label("去掉月、日前的零", "drop the leading zeros")) if edits else None
    yield Finding(first.span, {"words": first.words}, related, fix, message=message)


def _why(date: Date, signs: bool) -> str | None:
    """The message on a date written against the standard, None on one that is not."""
    if date.kind == "figures" and _ZERO.search(date.words):
        return ""
    if _short(date):
        return "year"
    return "figures" if date.kind == "han" and signs and date.key >= _SINCE else None


def _plain(document: Document) -> bool:
    """Whether a notice with an ordinary document number, which the standard governs."""
    number = document.head.number
    return number is not None and not number.agency.startswith(("法", "高检"))


def _data(document: Document, date: Date) -> bool:
    """Whether a date stands in a table or behind the name of a field, or begins a longer line at the top (a record)."""
    stream = document.read(flow)
    index = stream.index_at(date.start)
    unit = stream.units[index]
    alone = unit.end - unit.start == len(date.words) and date == document.read(signature_date)
    if unit.end - unit.start <= _PAGE_LINE_LENGTH and _PAGE_LINE.search(unit.paragraph.text):
        return True
    head = document.head.addressee
    if index < _TOP and (_ADOPTED.search(unit.paragraph.text) or (head and date.span.start < head.span().start)):
        return True
    if unit.table >= 0 or (index < _TOP and unit.start == date.start and not alone):
        return True
    if _CUT.search(stream.text, max(unit.start, date.start - 2), date.start):
        return True
    return bool(_DATA.search(stream.text, max(unit.start, date.start - 5), date.start))


def _short(date: Date) -> bool:
    # 021年 is a year of four figures that lost one.
    figures = date.words.partition("年")[0].strip()
    return date.kind == "figures" and date.day is not None and date.year is not None and len(figures) == 2
