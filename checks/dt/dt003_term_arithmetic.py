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
    add_months,
    dates,
    days_between,
    effects,
    flow,
    possible,
    runs_over,
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
# The weekday may stand between: 10月1日(星期五)至7日(星期四).
_WEEKDAY = r"(?:\((?:星期|周)[一二三四五六日天]\))?"
_TO = lazy(_WEEKDAY + r" ?(?:至|到|—|--?|~) ?")
_TO_DAY = lazy(r"(?P<d>\d{1,2}) ?日")
_COUNTED = lazy(_WEEKDAY + r"(?:[^\d,。;\n]{0,8},)?(?P<term>(?:共计?|为期|历时) ?(?P<n>\d{1,3}) ?[天日])")
_PLAN = lazy(
    rf"(?<!十){_N}年(?={{CAMPAIGN}}{{0,2}}(?:计划|方案|规划|行动))[^,。;\n]{{2,14}}?"
    r"\((?P<years>(?P<from>20\d\d) ?年?(?:-|—|~|至){1,2}(?P<to>20\d\d) ?年?)\)"
)
# 印发之日 may be some days after the date of the notice.
_SLACK_DAYS = 31
_FROM = frozenset("自从")
# A common year, for periods whose year is not written.
_SOME_YEAR = 2001


class _Start(NamedTuple):
    key: tuple[int, int, int]
    words: str
    span: Span
    slack: int


@check(
    code="DT003",
    name="term-arithmetic",
    severity="warning",
    reads=(dates, effects),
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
        Good("一、元旦：12月30日至1日放假，共3天。"),
        Bad("二、使用[[期限2年]]，自[[~2022年6月1日]]至[[~2024年12月31日]]。\n"),
        Good("质保期2年，自2022年1月1日竣工验收之日起至2024年6月30日退还质保金之日止，另行计息。"),
    ),
)
def term_arithmetic(document: Document, options: Options) -> Findings:
    """Yield terms that their own dates contradict."""
    yield from _terms(document)
    yield from _days(document)
    yield from _plans(document)


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
    found = document.read(dates)
    for at, date in enumerate(found):
        to = _TO.match(stream.text, date.end)
        if not to or date.day is None or not possible(date):
            continue
        day = _TO_DAY.match(stream.text, to.end())
        other = found[at + 1] if at + 1 < len(found) and found[at + 1].start == to.end() else None
        if day:
            last, end = _same_month(date, int(day["d"])), day.end()
        elif other and other.day is not None and possible(other):
            last, end = _last(date, other), other.end
        else:
            continue
        term = _COUNTED.match(stream.text, end)
        first = (date.year or _SOME_YEAR, date.month, date.day)
        if term and _miscounted(term, days_between(first, last)):
            span = stream.span(to.end(), end)
            yield _finding(
                stream.span(*term.span("term")),
                term["term"],
                (date.words, date.span),
                (stream.text[to.end() : end], span),
            )


def _miscounted(term: re.Match[str], apart: int) -> bool:
    """共7天 counts both days; 为期7天 may count from one to the other."""
    days = int(term["n"])
    return days != apart + 1 and (term["term"].startswith("共") or days != apart)


def _same_month(date: Date, day: int) -> tuple[int, int, int]:
    """The last day of a period that names its month once: 12月30日至1日 ends in the next."""
    month = (date.year or _SOME_YEAR, date.month, 1)
    return (*(add_months(month, 1) if runs_over(date, day) else month)[:2], day)


def _last(date: Date, other: Date) -> tuple[int, int, int]:
    year = other.year or date.year or _SOME_YEAR
    if other.year is None and other.month < date.month:
        year += 1
    return (year, other.month, other.day or 1)


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


def _finding(span: Span, term: str, start: tuple[str, Span], end: tuple[str, Span]) -> Finding:
    related = [see(start[1], "起日", "first day"), see(end[1], "止日", "last day")]
    if start[1] == end[1]:
        related = [see(start[1], "起止年份", "the years")]
    return Finding(span, {"term": term, "start": start[0], "end": end[0]}, related=tuple(related))
