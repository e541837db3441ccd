"""Sums without 其中: a total and brackets with its parts, and names with their numbers in the same order (分别为).

Sums of so many at so much each: 老人12名,每名2000元;…50名,每名600元,共计54000元; and items 一等奖2名,每名奖励5000元.

The total follows in the paragraph, or in the last item of a list whose other items each name one such product.
"""

import re
from collections.abc import Iterator, Sequence

from linter.facts.base import Flow, flow
from linter.facts.counts.terms import (
    REST,
    UNIT,
    VALUE,
    Sum,
    Term,
    begin_of,
    exact_term,
    leaves_nothing,
    only_in,
    read,
    segments,
    term_at,
    terms_in,
)
from linter.language import ARABIC, lazy, sought
from linter.structure import Document, Paragraph, fact

__all__ = ["products_added"]

_BRACKETED = lazy(
    rf"(?:(?P<of>共|总|合计)[^,。;:()\n\d]{{0,10}})?(?<![\d.])(?P<n>{ARABIC}) ?{UNIT}"
    r"(?P<mark>[(:])(?:包括|分别为|即)?[:,]?(?P<in>[^()\n。其:]{8,200})[)。\n]"
)
_HOLDING = lazy(r"\((?:含|包含)[:,]?(?P<in>(?:(?!其中)[^()\n。]){8,200})\)")
_BEFORE = lazy(rf"(?<![\d.,])(?P<n>{ARABIC}) ?(?P<u>{UNIT})$")
# So long are a number and its unit.
_NUMBER = 20
# 事故345起,追尾、侧碰、刮擦和其他事故分别为142起、98起、61起和54起
_JOINT = r"(?:、|,|和|及|以及)"
_RESPECTIVE = lazy(
    rf"(?:^|[,;。中])(?P<names>[^,。;:()\n\d]{{1,20}}(?:、[^,。;:()\n\d]{{1,20}}){{1,12}})分别[^,。;:()\n\d]{{0,6}}"
    rf"(?P<values>{ARABIC} ?{UNIT}(?:{_JOINT}{ARABIC} ?{UNIT})+)(?=[,。;\n])"
)
_WITH = lazy("分别")
# Thirteen names with their marks.
_NAMES_LENGTH = 280
_AND = lazy(r"[和及与]")
# The total is of all and of the same time.
_WHOLE = lazy(r"(?:共|总|全|合计)[^,。;:\n\d]{0,20}$")
_WHOLE_BEHIND = lazy(r"[^,。;:\n\d]{0,8}总[数量额]中")
_OTHER_TIME = lazy(r"[今去上]年|\d年|比")
_OPEN = lazy("等$")
_MANY, _REACH = 3, 60


def bracketed(stream: Flow) -> Iterator[Sum]:
    """共120所(小学80所、初中30所、高中10所): a total, then brackets or a sentence with its parts alone, three or more,
    or two that by their names leave nothing out (男210人、女140人).
    """
    for match in _BRACKETED.finditer(stream.text):
        total = exact_term(stream, VALUE.match(stream.text, match.start("n")))
        pieces = list(segments(stream.text, *match.span("in"))) if total else []
        parts = _known(stream, pieces, total)
        if pieces and _OPEN.search(stream.text, *pieces[-1]):  # 儿科80张等
            continue
        labels = [stream.text[begin : part.start] for (begin, _), part in zip(pieces, parts, strict=False)]
        if total and (leaves_nothing(labels) or (match["of"] and len(parts) >= _MANY)):
            yield Sum(total, parts, complete=match["mark"] == "(")


def holding(stream: Flow) -> Iterator[Sum]:
    """120所(含小学80所、初中30所、高中10所): brackets that hold some of the parts, or all, three or more."""
    text = stream.text
    for match in _HOLDING.finditer(text):
        total = exact_term(stream, _BEFORE.search(text, max(0, match.start() - _NUMBER), match.start()))
        parts = _known(stream, list(segments(text, *match.span("in"))), total)
        if total and len(parts) >= _MANY:
            yield Sum(total, parts, complete=False)


def respective(stream: Flow) -> Iterator[Sum]:
    """共有学校120所,其中小学、初中、高中分别为80所、30所、15所: three or more names and as many numbers."""
    text = stream.text
    for match in sought(_RESPECTIVE, _WITH, text, _NAMES_LENGTH):
        begin = _before(text, match.start())
        values = [value.span() for value in VALUE.finditer(text, *match.span("values"))]
        totals = [one for one in terms_in(stream, begin, match.start()) if one and _known(stream, values[:1], one)]
        parts = _known(stream, values, totals[0]) if len(totals) == 1 else ()
        names = match["names"].split("、")
        named = len(names) <= len(parts) <= len(names) + len(_AND.findall(names[-1]))
        if len(parts) < _MANY or not named or _OTHER_TIME.search(text, totals[0].end, match.start("values")):
            continue
        if _WHOLE.search(text, begin, totals[0].start) or _WHOLE_BEHIND.search(text, totals[0].end, match.start() + 1):
            one = Sum(totals[0], parts, complete=bool(REST.search(match["names"])))
            # Of teachers by their degrees some may be left out.
            if one.complete or one.added * 10 >= one.total.value * 9:
                yield one


# 62个乡镇中,52个配备了专职人员,16个尚未配备
_OF_WHICH = lazy(
    rf"(?<![\d.])(?P<n>{ARABIC}) ?(?P<u>{UNIT})[^,。;:\d]{{1,16}}中,(?:有)?(?P<a>{ARABIC}) ?(?P=u)[^,。;:\d]{{2,20}},"
    rf"(?:有)?(?P<b>{ARABIC}) ?(?P=u)(?:尚?未|没有|不)[^,。;:\d]{{1,16}}[。;\n]"
)
# 请假3人,缺席1人: of the unit of the whole nothing more is told.
_NO_MORE = r"(?=[。;\n]|,(?![^,。;:\n\d]{0,8}\d[\d.]* ?(?P=u)))"
# 应到代表45人,实到40人,缺席5人: of those who should so many did, and so many did not.
_ABSENT = lazy(
    rf"(?:应(?P<verb>[^\W\d_])|报名)[^,。;:()\n\d]{{0,8}}(?<![\d.])(?P<n>{ARABIC}) ?(?P<u>{UNIT}),"
    rf"实际?(?(verb)(?P=verb)|[^\W\d_])[^,。;:()\n\d]{{0,8}}(?P<a>{ARABIC}) ?(?P=u),"
    rf"(?:[缺未欠弃]|请假)[^,。;:()\n\d]{{0,4}}(?P<b>{ARABIC}) ?(?P=u){_NO_MORE}"
)
# 标的85万元,已执行52万元,尚余33万元未执行: what is done, and what is left.
_LEFT = lazy(
    rf"(?<!余额)(?<![\d.])(?P<n>{ARABIC}) ?(?P<u>{UNIT}),(?:目前)?已[^,。;:()\n\d息]{{1,6}}(?P<a>{ARABIC}) ?(?P=u),"
    rf"(?:目前)?[尚还仍]?[剩欠余][余欠]?(?P<b>{ARABIC}) ?(?P=u)(?:(?=[未将正需待])|{_NO_MORE})"
)
# 12个乡镇中,已通水10个,未通水2个
_DONE_OF = lazy(
    rf"(?<![\d.])(?P<n>{ARABIC}) ?(?P<u>{UNIT})[^,。;:\d]{{1,16}}中,"
    rf"已(?P<verb>[^,。;:\d]{{2,8}}?)(?P<a>{ARABIC}) ?(?P=u),"
    rf"(?:尚?未|没有|不)(?P=verb)(?:的)?(?P<b>{ARABIC}) ?(?P=u){_NO_MORE}"
)
# 总分为1000分,…,分值分别为350分、300分、200分和150分
_MARKS = lazy(
    r"总分(?:值)?(?:为|是)?(?P<n>\d{2,4}) ?(?P<u>分)[^。\n]{0,60}分值分别为"
    r"(?P<values>\d{1,4} ?分(?:(?:[、,]|和|及)\d{1,4} ?分)+)(?=[。;\n])"
)
# 一等奖不超过5项、二等奖不超过15项,合计不超过20项
_CAPPED = lazy(
    rf"(?P<values>(?:[^,。;、\d]{{0,12}}不超过{ARABIC} ?[项名个件篇][、,]){{2,8}})(?:合计|总数|共计?)不超过"
    rf"(?P<n>{ARABIC}) ?(?P<u>[项名个件篇])(?=[。;\n])"
)
# Each with what such a sentence holds in one place, and how far around that the sentence reaches.
_COMPOSED = (
    (_LEFT, lazy(",(?:目前)?已"), 160),
    (_ABSENT, lazy(",实"), 160),
    (_OF_WHICH, lazy("中,"), 160),
    (_DONE_OF, lazy("中,已"), 160),
    (_MARKS, lazy("分值分别为"), 320),
    (_CAPPED, lazy("[计数共]不超过"), 320),
)


def composed_of(stream: Flow) -> Iterator[Sum]:
    """Wholes that by their words hold two or more numbers and nothing else, each of the unit of the whole."""
    for pattern, sign, reach in _COMPOSED:
        for match in sought(pattern, sign, stream.text, reach):
            spans = [one.span() for one in _parts_in(match)]
            parts = tuple([one for span in spans if (one := _plain_term(stream, *span))])
            total = _plain_term(stream, match.start("n"), match.end("u"))
            if total and len(parts) == len(spans) > 1 and len({one.words[-1] for one in (total, *parts)}) == 1:
                yield Sum(total, parts, complete=True)


def _parts_in(match: re.Match[str]) -> list[re.Match[str]]:
    """The numbers with units of the group values, or those that begin the groups a and b."""
    if "values" in match.re.groupindex:
        return list(VALUE.finditer(match.string, *match.span("values")))
    return [one for name in "ab" if (one := VALUE.match(match.string, match.start(name)))]


def _plain_term(stream: Flow, start: int, end: int) -> Term | None:
    """A number with its unit, whatever bounds it."""
    match = VALUE.match(stream.text, start, end)
    value = read(match["n"]) if match else None
    return term_at(stream, value, start, end) if value else None


def _before(text: str, at: int) -> int:
    """Where the sentence begins, and the one before it where only 事故总数中 stands in it."""
    begin = begin_of(text, at, _REACH, ("。", "\n", ";"))
    if text[begin - 1 : begin] == "。" and _WHOLE_BEHIND.match(text, begin):
        return begin_of(text, begin - 1, _REACH, ("。", "\n", ";"))
    return begin


def _known(stream: Flow, pieces: Sequence[tuple[int, int]], total: Term | None) -> tuple[Term, ...]:
    """The numbers of pieces of text, if each of these holds one that can be a part of the total; else none."""
    parts = [only_in(stream, *one, total) for one in pieces] if total else []
    known = tuple([part for part in parts if part])
    return known if len(known) == len(parts) else ()


_EACH = lazy(
    rf"(?<![\d.])(?P<n>{ARABIC}) ?(?P<u>[名人户家项个]),每(?P=u)[^,;。:()\d]{{0,10}}(?P<each>{ARABIC}) ?(?P<m>万?元)"
    r"(?![/以至~—-])"
)
_TOTAL = lazy(rf"(?:[共合总]计|总金?额)(?:为|是)? ?(?P<words>(?P<n>{ARABIC}) ?(?P<m>万?元))(?![以至~—-])")
# 一等奖1名,奖金5000元: an amount that stands beside the products.
_AMOUNT = lazy(rf"{ARABIC} ?万?元")
_MONEY = {"元": 1, "万元": 10**4}
_PROOF = 2
_SPREAD = 10**6


@fact("products-added")
def products_added(document: Document) -> tuple[Sum, ...]:
    """The totals of products, in order of place of their paragraphs."""
    if not _EACH.search(document.read(flow).text):
        return ()
    found: list[Sum] = []
    for paragraph in document.paragraphs:
        total = _TOTAL.search(paragraph.text) if "每" in paragraph.text else None
        parts = list(_products(paragraph, total.start())) if total else []
        amounts = len(_AMOUNT.findall(paragraph.text, 0, total.start())) if total else 0
        if total and len(parts) >= _PROOF and len(parts) == amounts == paragraph.text.count("每", 0, total.start()):
            found.append(Sum(_total(paragraph, total), tuple(parts), complete=True))
    return (*found, *_of_items(document))


def _of_items(document: Document) -> Iterator[Sum]:
    for section in document.sections:
        *items, last = [document.sections[one].heading for one in section.children] or [section.heading]
        total = _TOTAL.search(last.text) if len(items) >= _PROOF else None
        products = [list(_products(one, len(one.text))) for one in items] if total else []
        if total and all(len(one) == 1 for one in products):
            yield Sum(_total(last, total), tuple([one for (one,) in products]), complete=True)


def _products(paragraph: Paragraph, stop: int) -> Iterator[Term]:
    for match in _EACH.finditer(paragraph.text, 0, stop):
        number, each = read(match["n"]), read(match["each"])
        if number and each:
            value = number[0] * each[0] * _MONEY[match["m"]] // _SPREAD
            yield term_at(paragraph, (value, _SPREAD, _SPREAD), *match.span())


def _total(paragraph: Paragraph, match: re.Match[str]) -> Term:
    return term_at(paragraph, read(match["n"], _MONEY[match["m"]]) or (0, 1, 1), *match.span("words"))
