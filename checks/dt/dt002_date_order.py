"""先后颠倒的日期：公布早于通过、施行早于公布、印发早于成文、止日早于起日、公报出版早于所载文件。

依据 文件内部矛盾：通过、批准、公布、施行依次发生；公报晚于所载文件。
说明 顺序颠倒说明至少有一个日期写错。
限度 题注只比较写全的日期；文号的年份另查（TN006）；通知可以追溯施行：追溯到上一年年初以内的只作警告，
题注的同月以内也是；写明追溯、补发、补缴的不报。只写一次月份的止日（5月20日至18日）只作警告；月末一周起、下月
上旬止的（12月30日至1日）和每年、每月的不报。

Summary Dates out of order: promulgated before adopted, in force before either, printed before signed, ended before
begun, a gazette older than its notices.
Basis Internal contradiction: adoption, approval, promulgation and force follow each other; a gazette follows what it
prints.
Why Where the order is broken, one of the dates is wrong.
Limits Only full dates are compared; the year of a document number is TN006. A notice may reach back: to the beginning
of the year before it that is a warning, as it is within the month of a note, and where it says that it does, nothing.
A period that names its month once is a warning, and nothing from the last week of a month into the first ten days of
the next (12月30日至1日) or behind 每年 or 每月.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, takewhile

from linter.facts.base import (
    Date,
    Effect,
    NoteStage,
    act_steps_in,
    dates,
    effects,
    flow,
    inverted_periods,
    note_stages,
    parted_by_articles,
    possible,
    signature_date,
    text_start,
    within,
)
from linter.kernel.check import (
    Bad,
    Document,
    Finding,
    Findings,
    Good,
    Issue,
    Options,
    Span,
    check,
    needs,
    see,
)
from linter.language import lazy

_PRINTED = lazy(r"(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?")
# A sentence that issues something is so long.
_NOTE_REACH = 90
# 现将《…办法》印发给你们,自…起施行, 现发布《…办法》,自…, 上述标准从…起执行: what is issued here.
_HERE = lazy(r"(?:现[^。;\n]{0,60}{ISSUE}(?:给你们|如下)?(?:《[^《》\n]{2,60}》)?,? ?|(?:上述|以上)[^\W\d_]{2,8})$")
_BACK = lazy("追溯|补[发缴交足]|顺延|继续执行")
# A notice may take effect retroactively, from the beginning of the year before it.
_RETROACTIVE_YEARS = 1
# …已由市人民代表大会常务委员会第三次会议于9月28日通过,…现予公布.
_ADOPTED_HERE = lazy(r"[^。;:\n《》]{0,60}?{ADOPTED}[^。\n]{0,80}?(?:现|特此|予以)(?:予以?)?{ISSUE}")
# 海州市人民政府办公室 2021年4月6日印发: the last line of a notice.
_IMPRINT = lazy(r" ?印发 ?\n")
# An amended act keeps the day it first came into force; its beginning says that it was amended.
_SENTENCE_END = frozenset("。;；\n")
_AMENDING = lazy("修正|修订|修改")
# 自印发之日起施行,有效期至2025年12月31日.
_UNTIL = lazy(r"[,;](?:有效期限?|有效时间|期限|执行)?[为截]?(?:至|到) ?")


@check(
    code="DT002",
    name="date-order",
    severity="error",
    reads=(dates,),
    scope="issue",
    needs=needs("lines"),
    message={
        "zh": "{verb}日期{words}早于{before}日期{other}",
        "en": "The date {words} ({verb}) precedes {other} ({before})",
    },
    messages={
        "range": {
            "zh": "止日{words}早于起日{other}",
            "en": "The period ends on {words}, before it begins on {other}",
        },
        "force": {
            "zh": "施行日期{words}早于{before}日期{other}",
            "en": "In force from {words}, before {other} ({before})",
        },
        "gazette": {
            "zh": "成文日期{words}晚于本期公报的出版日期{other}",
            "en": "The date {words} is later than that of the gazette itself, {other}",
        },
    },
    examples=(
        Bad("一、面授时间为[[~5月20日]]至[[18日]]，期限由[[~2023年12月31日]]延长至[[2023年6月30日]]。\n"),
        Good(
            "一、面授时间为5月20日至22日，5月20日至次月3日内补课。元旦12月30日至1日放假，决算期为每年12月26日至25日。\n"
        ),
        Bad(
            "《海州市文明条例》已由海州市人大常委会第十四次会议于[[~2023年10月26日]]通过，"
            "经省人大常委会第六次会议于[[2023年9月30日]]批准，现予公布，自2024年1月1日起施行。\n"
        ),
        Bad(
            "# 中医药条例\n\n[[~2003年4月9日]] 国务院第3次常务会议通过\n\n[[2003年4月7日]] 国务院令第374号公布\n\n"
            "第一条 为了继承和发展中医药学，制定本条例。"
        ),
        Bad("报名时间为[[~2024年6月10日]]至[[6月4日]]，每日9：00—17：00。"),
        Bad("试点期限为[[~2021年10月1日]]至[[2020年12月31日]]，由市财政局负责组织实施。"),
        Bad(
            "海州市人民政府公报\n\n2021年第5期\n\n[[~2021年10月20日]]出版\n\n目 录\n\n"
            "海州市人民政府关于做好防汛工作的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n请认真做好防汛工作。\n\n"
            "海州市人民政府\n\n[[2021年10月25日]]\n"
        ),
        Good(
            "# 消防检查规定\n\n（2012年7月17日公安部令第120号发布 自2012年11月1日起施行）\n\n"
            "第一条 为了规范检查工作，制定本规定。\n\n第二条 本规定自2009年5月1日起施行。"
        ),
        Bad("作品征集时间为[[~11月28日]]至[[11月8日]]，逾期不予受理。"),
        Bad(
            "海州市人民代表大会常务委员会公告\n\n第15号\n\n《海州市供水条例》已由海州市人民代表大会常务委员会第二十二次会议于"
            "[[~2021年9月28日]]通过，现予公布，自2022年1月1日起施行。\n\n海州市人民代表大会常务委员会\n\n[[2021年9月18日]]\n"
        ),
        Bad("本通知自[[~2024年6月1日]]起施行，有效期至[[2023年5月31日]]。"),
        Bad(
            "海州市人民政府关于印发供水办法的通知\n\n海政发〔2009〕21号\n\n各区人民政府：\n\n现印发给你们。\n\n"
            "海州市人民政府\n\n[[~2009年4月13日]]\n\n海州市供水办法\n\n第一条 为了规范供水，制定本办法。\n\n"
            "第二条 本办法自[[2009年1月1日]]起施行。\n"
        ),
        Bad(
            "海州市人民政府关于印发停车管理办法的通知\n\n各单位：\n\n现将《海州市停车管理办法》印发给你们，自[[2023年1月1日]]起施行。"
            "\n\n海州市人民政府\n\n[[~2023年5月8日]]\n"
        ),
        Good(
            "海州市财政局关于调整补助标准的通知\n\n海财发〔2016〕4号\n\n各单位：\n\n"
            "本通知自2016年1月1日起执行，此前已发放的按新标准补足。\n\n海州市财政局\n\n2016年3月25日\n"
        ),
        Bad("防汛通知\n\n各区：\n\n请巡查。\n\n市水务局\n\n[[~2021年4月8日]]\n\n市水务局 [[2021年4月6日]]印发\n"),
        Good("报名时间为2024年5月6日9:00至5月12日17:00；供暖期为2024年11月15日至3月15日。"),
        Good(
            "海州市人民政府令\n\n《海州市人民政府关于修改〈海州市渡口办法〉的决定》已经2022年4月6日市人民政府第15次会议通过，现予公布。\n\n"
            "海州市渡口办法\n\n（2010年5月4日海州市人民政府令第31号公布）\n\n第一条 为了规范渡口管理，制定办法。\n"
        ),
        Bad(
            "关于做好供水工作的通知\n\n各区：\n\n一、请巡查。\n\n二、本通知自印发之日起施行，有效期至[[2020年12月31日]]。\n\n市水务局\n\n"
            "[[~2021年4月8日]]\n"
        ),
        Good("试点期限为2021年10月1日至2022年12月31日。受理时间为11月1日至次年2月28日。"),
    ),
)
def date_order(issue: Issue, options: Options) -> Findings:
    """Yield dates that stand before what they must follow."""
    for document in issue.documents:
        # A date out of order with two others is told once.
        found = {one.span: one for one in (*_in_force(document), *_periods(document), *_note(document))}
        more = (*_adopted(document), *_imprint(document), *_lapsed(document))
        found |= {one.span: one for one in more if one.span not in found}
        yield from found.values()
    yield from _published(issue)


def _note(document: Document) -> Findings:
    """The note below the title of a law: each stage in the order of reading."""
    stages = document.read(note_stages)
    for one, after in pairwise(stages):
        if one.precedes(after) and after.date.key < one.date.key:
            args = {"verb": after.verb, "before": one.verb, "other": one.date.words}
            yield _finding(after.date, one.date.span, args)


def _adopted(document: Document) -> Findings:
    """A decree signed before the day on which it says that the act was adopted."""
    signed = document.read(signature_date)
    if signed is None or not signed.full:
        return
    text = document.read(flow).text
    for date in document.read(dates):
        if date.span.start >= signed.span.start:
            return
        if date.full and possible(date) and date.key > signed.key and _ADOPTED_HERE.match(text, date.end):
            yield _finding(signed, date.span, {"verb": "成文", "before": "通过", "other": date.words})


def _imprint(document: Document) -> Findings:
    """The line that tells when a notice was printed, with a day before the one on which it was signed."""
    signed, text = document.read(signature_date), document.read(flow).text
    for date in document.read(dates):
        if signed and date.span.start > signed.span.start and _IMPRINT.match(text, date.end):
            if date.full and possible(date) and date.key < signed.key:
                yield _finding(date, signed.span, {"verb": "印发", "before": "成文", "other": signed.words})
            return


def _lapsed(document: Document) -> Findings:
    """自印发之日起施行,有效期至…: a last day before the one on which the notice is signed below."""
    signed, text, known = document.read(signature_date), document.read(flow).text, document.read(dates)
    for effect in (one for one in document.read(effects) if one.event and signed and one.span < signed.span):
        until = _UNTIL.match(text, effect.end)
        last = within(known, until.end(), until.end() + 1) if until else ()
        if signed and last and last[0].full and possible(last[0]) and last[0].key < signed.key:
            yield _finding(last[0], signed.span, {"other": signed.words}, "range")


def _periods(document: Document) -> Findings:
    for one, other in document.read(inverted_periods):
        found = _finding(other, one.span, {"other": one.words}, "range")
        # 5月20日至18日: the month of the second day may have been left out.
        yield found if "月" in other.words else found._replace(severity="warning")


def _in_force(document: Document) -> Findings:
    """本办法自…起施行, before the act was adopted, or years before the notice was signed."""
    origin = _origin(document)
    for effect in document.read(effects):
        force = effect.date
        known = _told(document, effect) or (origin if effect.subject or _issued_here(document, effect) else None)
        if known is None or force is None or not force.full or not possible(force):
            continue
        if known is origin and (_reissued(document, force) or parted_by_articles(document, effect, known[1])):
            continue
        verb, date, grace = known
        if force.key >= date.key or (grace and _says_so(document, effect)):
            continue
        # Within the month an act may have reached back on purpose.
        far = (not grace or (force.year or 0) < (date.year or 0) - grace) and force.key[:2] != date.key[:2]
        found = _finding(force, date.span, {"before": verb, "other": date.words}, "force")
        # Rules seldom reach back (施行), standards and prices often do (执行).
        yield found if far else found._replace(severity="note" if effect.verb == "执行" else "warning")


def _issued_here(document: Document, effect: Effect) -> bool:
    """Whether the sentence issues what it puts in force, or names it as said above."""
    return _HERE.search(document.read(flow).text, max(0, effect.start - _NOTE_REACH), effect.start) is not None


def _says_so(document: Document, effect: Effect) -> bool:
    """Whether the paragraph says that it reaches back, or names several days."""
    unit = document.read(flow).unit_at(effect.start)
    return bool(_BACK.search(unit.paragraph.text))


def _reissued(document: Document, force: Date) -> bool:
    """Whether the note names a later day of effect of its own: an act issued again keeps its first in the clause.

    A day that differs from that of the note in the year alone is a slip.
    """
    return any(
        stage.starts and stage.date.key > force.key and stage.date.key[1:] != force.key[1:]
        for stage in document.read(note_stages)
    )


def _told(document: Document, effect: Effect) -> tuple[str, Date, int] | None:
    """于2013年7月10日公布,自…起施行: the day the sentence itself names before."""
    before = within(document.read(dates), effect.start - _NOTE_REACH, effect.start)
    if not before or not before[-1].full or not possible(before[-1]):
        return None
    between = document.read(flow).text[before[-1].end : effect.start]
    verbs = [] if set(between) & _SENTENCE_END else act_steps_in(between)
    return (verbs[0], before[-1], 0) if verbs and NoteStage(verbs[0], before[-1]).issues else None


def _origin(document: Document) -> tuple[str, Date, int] | None:
    """The day before which nothing can be in force, and by how many years a notice may reach back."""
    start = text_start(document)
    known = document.read(dates)
    # A date of the note that does not exist (DT001) may have been the first of them.
    if not all(possible(date) for date in takewhile(lambda one: one.span.start < start, known)):
        return None
    if stages := document.read(note_stages):
        first = min(stages, key=lambda stage: stage.date.key)
        return (first.verb, first.date, 0) if first.issues else None
    signed = document.read(signature_date)
    if signed is None or _AMENDING.search(document.text.normal, document.span.start, start):
        return None
    return "成文", signed, _RETROACTIVE_YEARS


def _published(issue: Issue) -> Findings:
    """The gazette comes out after the notices it prints."""
    printed = issue.masthead.date if issue.masthead else None
    match = _PRINTED.search(printed.text) if printed else None
    if not printed or not match:
        return
    key = (int(match[1]), int(match[2]), int(match[3] or 31))
    for document in issue.documents:
        signed = document.read(signature_date)
        if signed and signed.key > key:
            yield _finding(signed, printed.span(*match.span()), {"other": match[0]}, "gazette")


def _finding(date: Date, other: Span, args: Mapping[str, str], message: str = "") -> Finding:
    related = see(other, "与此不合", "does not agree with this")
    return Finding(date.span, {"words": date.words, **args}, (related,), message=message)
