"""起日、期限与止日三者不能同时成立。

依据 期限计算（民法典第二百条至第二百零四条）；起日加期限应等于止日或其前一日。
说明 “自2021年10月1日起施行，有效期5年，至2025年9月30日止”少算一年；“2021—2023年”不是四年行动计划。
限度 同一句内起日、期限、止日各只有一个时才比较；自印发之日起的，以成文日期为起日，容一个月；工作日不算。

Summary A first day, a term and a last day that cannot all be right.
Basis Reckoning of periods (Civil Code, articles 200 to 204): first day plus term gives the last day or the day after.
Why “In force from 1 October 2021 for five years, until 30 September 2025” loses a year.
Limits Compared only where a sentence has one of each; “from the day of issue” takes the date of the notice and allows
a month; working days are not counted.
"""

from __future__ import annotations

import re
from collections import Counter

from linter.facts.base import (
    Date,
    DayRange,
    add_months,
    dates,
    day_ranges,
    days_between,
    effects,
    flow,
    possible,
    signature_date,
    within,
)
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see
from linter.language import NamedTuple, lazy, ordinal

_N = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})"
_TERM = lazy(
    r"(?:(?:有效|试行|执行|试点)|(?<![前后分早中近远长短周定学日一二三四五六]))期限?[为是:暂定]{0,3} ?"
    rf"{_N} ?(?P<unit>年|个月)(?!以|的[^,。;])"
)
# 有效期三年,后延长两年至…: the last day is that of the longer term.
_PROLONGED = lazy("延长|延期|延续|展期")
_UNTIL = lazy(r"(?:至|到|于) ?$")
_UNTIL_END = lazy(r" ?(?:[日终废]?止|失效|届满|到期)")
_WEEKDAY = r"(?:\((?:星期|周)[一二三四五六日天]\))?"
_LENGTH = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,2}) ?(?P<unit>[天日]|个月)"
# 10月1日至7日放假,共7天; 6月1日至6月30日(30天)
_COUNTED = lazy(
    rf"{_WEEKDAY}(?:(?:[^\d,。;\n()]{{0,8}},|\()(?P<term>(?:共计?|为期|历时) ?{_LENGTH})"
    rf"|[(,](?P<bare>{_LENGTH.replace('n>', 'm>').replace('unit', 'measure')})(?=\)))"
)
# 五个月内,即1月1日至5月31日
_THAT_IS = lazy(rf"(?<!刑期)(?<![前后第每\d])(?P<term>{_LENGTH})内?[,(]?即(?:自|从)? ?$")
_REACH = 16
# 每周二、四,共8天: not all days of the period.
_SOME_DAYS = lazy(r"工作日|(?:周|星期)[一二三四五六日天](?!\))|节假日")
_PLAN = lazy(
    rf"(?<!十){_N}年(?={{CAMPAIGN}}{{0,2}}(?:计划|方案|规划|行动))[^,。;\n]{{2,14}}?"
    r"\((?P<years>(?P<from>20\d\d) ?年?(?:-|—|~|至){1,2}(?P<to>20\d\d) ?年?)\)"
)
# 工期18个月,计划2024年10月开工,2026年3月完工
_WORKS = lazy(
    r"(?P<term>工期[为是:约]{0,2} ?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?P<unit>年|个月)),[^,。;\d]{0,8}"
    r"(?P<first>(?P<y>20\d\d) ?年 ?(?P<m>\d{1,2}) ?月)(?:\d{1,2} ?日)?[^,。;\d]{0,2}开工"
    r"[^,。;\d]{0,2}[,、至][^,。;\d]{0,8}"
    r"(?P<last>(?P<z>20\d\d) ?年 ?(?P<e>\d{1,2}) ?月)[底末]?(?:\d{1,2} ?日)?前?[^,。;\d]{0,4}(?:完工|竣工|建成|完成)"
)
# 印发之日 may be some days after the date of the notice.
_SLACK_DAYS = 31
_FROM = frozenset("自从")


class _Start(NamedTuple):
    key: tuple[int, int, int]
    words: str
    span: Span
    slack: int


@check(
    code="DT003",
    name="term-arithmetic",
    severity="warning",
    reads=(dates, day_ranges, effects),
    needs=needs("lines"),
    message={
        "zh": "“{term}”与起止日期不合：自{start}至{end}",
        "en": "“{term}” does not fit the dates: from {start} to {end}",
    },
    examples=(
        Bad("本办法自[[~2021年10月1日]]起施行，[[有效期5年]]，至[[~2025年9月30日]]止。"),
        Bad("二、国庆节：[[~10月1日]]至[[~7日]]放假调休，[[共8天]]。"),
        Bad("各县（区）要落实《大气污染防治[[五年]]行动计划（[[~2021—2023年]]）》。"),
        Bad("[[试点期限为2年]]，自[[~2021年1月1日]]起至[[~2023年12月31日]]止。"),
        Good("第十条 向家庭开具有效期限为6个月的资格证明。第十一条 本办法自2008年5月1日起施行，至2013年4月30日止。"),
        Good("本办法自2021年10月1日起施行，有效期5年，至2026年9月30日止。"),
        Good("暂行办法自2018年5月31日起施行，原定有效期三年，后延长两年至2023年5月30日。"),
        Good("二、国庆节：10月1日至7日放假调休，共7天。落实三年行动计划（2021—2023年）。许可证有效期为三年。"),
        Bad(
            "工程自[[~2024年6月1日]]至[[~2024年8月29日]]（[[共100天]]）封闭施工；第一阶段（[[~6月1日]]至[[~6月30日]]，[[31天]]）。"
        ),
        Bad(
            "供热期为当年[[~11月15日]]至次年[[~3月15日]]，[[共5个月]]。年度终了之日起[[四个月]]内，即[[~2025年1月1日]]至[[~2025年5月31日]]。"
        ),
        Good(
            "供热期为当年11月15日至次年3月15日，共4个月。自2025年3月至5月，共3个月。2025年3月3日至14日，工作日，共10天。"
        ),
        Bad("一、[[~5月31日]]（星期六）至[[~6月2日]]（星期一）放假，[[共4天]]。"),
        Bad("施工期为[[~2023年9月1日]]0时至[[~11月30日24时]]，[[共90天]]；9月1日8时至9月3日8时，共2天。"),
        Good("二、有期徒刑二年六个月，羁押一日折抵刑期一日，即自2021年8月10日起至2023年12月30日止。\n"),
        Good("质保期2年，自2022年1月1日竣工验收之日起至2024年6月30日退还质保金之日止，另行计息。"),
    ),
)
def term_arithmetic(document: Document, options: Options) -> Findings:
    """Yield terms that their own dates contradict."""
    yield from _terms(document)
    yield from _days(document)
    yield from _plans(document)
    yield from _works(document)


def _terms(document: Document) -> Findings:
    """有效期N年, with the day it begins and the day it ends, each once in the paragraph."""
    stream = document.read(flow)
    terms = list(_TERM.finditer(stream.text))
    units = [stream.index_at(match.start()) for match in terms]
    once = {unit for unit, count in Counter(units).items() if count == 1}
    for match, index in zip(terms, units, strict=True):
        if index not in once:
            continue
        # Another sentence of the paragraph may be another article, its line break lost.
        unit = stream.units[index]
        first = max(unit.start, stream.text.rfind("。", unit.start, match.start()) + 1)
        stop = stream.text.find("。", match.end(), unit.end)
        last = stop if stop >= 0 else unit.end
        starts = _starts(document, first, last)
        ends = [date for date in _inside(document, first, last) if _ends(stream.text, date)]
        if len(starts) != 1 or len(ends) != 1:
            continue
        start, end = starts[0], ends[0]
        # 质保期2年,自1月1日竣工验收之日起: another term than that of an act begins and ends with its dates alone.
        if match[0].startswith("期") and not _alone(stream.text[end.end : last]):
            continue
        months = ordinal(match["n"]) * (12 if match["unit"] == "年" else 1)
        if _PROLONGED.search(stream.text, first, last):
            continue
        if start.span != end.span and not _fits(start, months, end):
            yield _finding(stream.span(*match.span()), match[0], (start.words, start.span), (end.words, end.span))


def _inside(document: Document, start: int, end: int) -> list[Date]:
    return [date for date in within(document.read(dates), start, end) if date.full and possible(date)]


def _starts(document: Document, start: int, end: int) -> list[_Start]:
    signed = document.read(signature_date)
    found: list[_Start] = []
    for effect in within(document.read(effects), start, end):
        if effect.date and effect.date.full and possible(effect.date):
            found.append(_Start(effect.date.key, effect.date.words, effect.when, 0))
        elif effect.event and signed:
            found.append(_Start(signed.key, signed.words, effect.when, _SLACK_DAYS))
    text = document.read(flow).text
    for date in _inside(document, start, end):
        if text[date.start - 1 : date.start] in _FROM and all(date.span != one.span for one in found):
            found.append(_Start(date.key, date.words, date.span, 0))
    return found


def _alone(behind: str) -> bool:
    """Whether nothing but its end follows the last day."""
    return not behind or _UNTIL_END.match(behind) is not None or not behind[0].isalnum()


def _ends(text: str, date: Date) -> bool:
    return bool(_UNTIL.search(text, max(0, date.start - 2), date.start) or _UNTIL_END.match(text, date.end))


def _fits(start: _Start, months: int, end: Date) -> bool:
    """The last day is the day before the anniversary, or the anniversary itself."""
    after = days_between(add_months(start.key, months), end.key)
    return -1 <= after <= start.slack


def _days(document: Document) -> Findings:
    """10月1日至7日放假,共7天: both days are counted."""
    stream = document.read(flow)
    for one in document.read(day_ranges):
        before = _THAT_IS.search(stream.text, max(0, one.date.start - _REACH), one.date.start)
        behind = _COUNTED.match(stream.text, one.end)
        for term, name in ((before, "term"), (behind, "bare" if behind and behind["bare"] else "term")):
            some = term and _SOME_DAYS.search(stream.text, one.end, term.start(name))
            if term and not some and _miscounted(one, *_length(term, name)):
                last = stream.text[one.to : one.end], stream.span(one.to, one.end)
                yield _finding(stream.span(*term.span(name)), term[name], (one.date.words, one.date.span), last)


def _length(term: re.Match[str], name: str) -> tuple[int, str, bool]:
    """How long a period is said to be, in which unit, and whether 共 says that all of its days are counted."""
    number, unit = (term["m"], term["measure"]) if name == "bare" else (term["n"], term["unit"])
    return ordinal(number), unit, term[name].startswith("共")


def _miscounted(one: DayRange, number: int, unit: str, all_: bool) -> bool:
    """共7天 counts both days; 为期7天 may count from one to the other, and so may months."""
    if unit == "个月":
        end = one.last if one.date.day else add_months(one.last, 1)
        after = days_between(add_months(one.first, number), end)
        return after not in {-1, 0} and not (
            one.date.day is None and add_months(end, -1) == add_months(one.first, number)
        )
    apart = days_between(one.first, one.last)
    return one.date.day is not None and number != apart + 1 and (all_ or number != apart)


def _plans(document: Document) -> Findings:
    """三年行动计划(2021—2023年): both years are counted; 2021—2024 is accepted, as from the middle of a year on."""
    stream = document.read(flow)
    if "年行动" not in stream.text and "年计划" not in stream.text:
        return
    for match in _PLAN.finditer(stream.text):
        first, last = int(match["from"]), int(match["to"])
        if last - first + 1 - ordinal(match["n"]) not in {0, 1}:
            years = stream.span(*match.span("years"))
            term = stream.span(match.start(), match.end("n") + 1)
            yield _finding(term, match["n"] + "年", (match["from"] + "年", years), (match["to"] + "年", years))


def _works(document: Document) -> Findings:
    """How long building lasts, with the months in which it begins and ends, both counted or one of them."""
    stream = document.read(flow)
    for match in _WORKS.finditer(stream.text) if "工期" in stream.text else ():
        months = ordinal(match["n"]) * (12 if match["unit"] == "年" else 1)
        apart = (int(match["z"]) - int(match["y"])) * 12 + int(match["e"]) - int(match["m"])
        if months not in {apart, apart + 1}:
            ends = [(match[name], stream.span(*match.span(name))) for name in ("first", "last")]
            yield _finding(stream.span(*match.span("term")), match["term"], ends[0], ends[1])


def _finding(span: Span, term: str, start: tuple[str, Span], end: tuple[str, Span]) -> Finding:
    related = [see(start[1], "起日", "first day"), see(end[1], "止日", "last day")]
    if start[1] == end[1]:
        related = [see(start[1], "起止年份", "the years")]
    return Finding(span, {"term": term, "start": start[0], "end": end[0]}, related=tuple(related))
