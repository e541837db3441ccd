"""Limits that a document states and breaks: a time promised beside that of the law (法定时限20日,承诺时限25日), and
what is given or taken for a case beside the full mark of its item (满分20分,最多扣25分; 满分 | 优 | 良).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.base import Flow, flow
from linter.facts.counts.caps import BrokenCap
from linter.facts.counts.score_tables import row_score
from linter.facts.counts.table_sums import label_of, term_of
from linter.language import ARABIC, HAN_DIGITS, Number, Span, lazy, lexicon, number
from linter.language.units import Unit, unit_of
from linter.structure import Cell, Document, Paragraph, Row, Table, fact
from linter.structure.columns import headed

__all__ = ["broken_limits"]

_TIME = rf"(?P<n>{ARABIC}|[{HAN_DIGITS}]{{1,4}}) ?个?(?P<u>(?:工作)?日|天|月|小时)"
_NOUN = r"(?:办[理结]|审[批查]|完成)*的?(?:时限|期限|时间)"
_LAW = r"(?:法定|法律(?:法规)?规定)的?"
_IS = r"(?:\([^()\n]{1,8}\))?(?:为|是|:)?(?:受理之日起)?[ \n]?"
_STATUTORY = lazy(rf"{_LAW}{_NOUN}{_IS}{_TIME}")
_PROMISED = lazy(rf"承诺的?(?:{_NOUN}{_IS}|[^,。;:\n\d{HAN_DIGITS}]{{0,16}}(?=[^,。;:\n]{{0,8}}[办审])){_TIME}")
# 法定时限:5日,承诺时限:即办;法定时限:无,承诺时限:20日: the times of two matters.
_OTHER_MATTER = lazy("法定|法律|承诺|事项名称")
_LAW_HEAD, _PROMISE_HEAD = lazy(rf"^{_LAW}{_NOUN}"), lazy(rf"^承诺的?{_NOUN}")
_CELL = lazy(rf"{_TIME}(?:内|以内)?$")
_BARE = lazy(r"\d{1,3}$")
_HEAD_UNIT = lazy(r"\((?:单位[:为]?)?个?(?P<u>(?:工作)?日|天|月|小时)\)$")
# In seconds; a month is as long as it is.
_DAY = 24 * 60 * 60
_LONGEST = {"时间": 1, "工作日": _DAY, "月": 31 * _DAY}
_WORKING, _MONTH = "工作日", "月"
_REACH = 60

_POINTS = rf"{ARABIC}) ?分(?![钟/之])"
_FULL = lazy(rf"\((?:满分|共|计)? ?(?P<n>{_POINTS}\)")
_CASE = lazy(
    rf"(?:最[高多](?:不超过|可)?[得扣计]?|(?<![合共累])[得扣])(?P<n>{_POINTS}(?!及?以[上下]|为|(?:至|到|-|—|~)\d)"
)
# What is counted beside the full mark, or against that of the whole.
_BESIDE = lazy("|".join(sorted(lexicon.members("BESIDE_MARK"))))
_GRADE = lazy(r"^(?:[优良中差好]秀?好?|不?合格|一般|较[好差]|[A-E])[级等]?(?:\([^()]{1,8}\))?$")
_LEAST = 2
_SPREAD = 10**6


@fact("broken-limits")
def broken_limits(document: Document) -> tuple[BrokenCap, ...]:
    """The limits of a document that what stands under them exceeds, in order of place."""
    stream = document.read(flow)
    found = list(_promises(stream)) if "承诺" in stream.text else []
    found += [one for paragraph in document.paragraphs if "分)" in paragraph.text for one in _in_item(paragraph)]
    for table in document.tables:
        found += _in_columns(table)
        marks = headed(table, "mark")
        if len(marks) == 1:
            found += _in_marks(table, marks[0])
    return tuple(sorted(found, key=lambda one: one.span))


def _promises(stream: Flow) -> Iterator[BrokenCap]:
    """法定时限:20日 and, next to it, 承诺时限:25日."""
    for law in _STATUTORY.finditer(stream.text):
        promise = _PROMISED.search(stream.text, law.end(), law.end() + _REACH)
        if promise is None or _OTHER_MATTER.search(stream.text, law.end(), promise.start()):
            continue
        if _longer(promise, promise["u"], law, law["u"]):
            yield _told(stream, law, promise)


def _longer(one: re.Match[str], unit: str, other: re.Match[str], beside: str) -> bool:
    """Whether a time is longer than another in any month; so many working days are longer than as many days."""
    own, its = _unit(unit), _unit(beside)
    if own is None or its is None or its.dimension == _WORKING != own.dimension:
        return False
    shortest = 30 * _DAY if own.dimension == _MONTH != its.dimension else _LONGEST[own.dimension]
    return _number(one) * own.factor * shortest > _number(other) * its.factor * _LONGEST[its.dimension]


def _unit(name: str) -> Unit | None:
    return unit_of(name) or unit_of("个" + name)


def _number(match: re.Match[str]) -> Number:
    return number(match["n"] if "n" in match.re.groupindex else match[0])


def _told(where: Flow | Paragraph, cap: re.Match[str], part: re.Match[str]) -> BrokenCap:
    ends = [(one.start("n"), one.end() - one[0].endswith(")")) for one in (cap, part)]
    spans = [where.span(*one) for one in ends]
    words, other = (where.text[start:end] for start, end in ends)
    return BrokenCap(words, spans[0], other, spans[1])


def _in_columns(table: Table) -> Iterator[BrokenCap]:
    """法定时限 | 承诺时限, where most rows keep what they promise."""
    law, promise = (
        [at for at, cell in enumerate(table.header) if head.search(cell.text.replace(" ", ""))]
        for head in (_LAW_HEAD, _PROMISE_HEAD)
    )
    if len(law) != 1 or len(promise) != 1:
        return
    pairs = [(row.cells[law[0]], row.cells[promise[0]]) for row in table.rows if len(row.cells) > max(*law, *promise)]
    heads = table.header[law[0]].text, table.header[promise[0]].text
    broken = [pair for pair in pairs if _breaks(pair, heads)]
    if len(broken) * 2 < len(pairs) or len(pairs) < _LEAST:
        for limit, kept in broken:
            yield BrokenCap(limit.text, limit.paragraphs[0].span(), kept.text, kept.paragraphs[0].span())


def _breaks(pair: tuple[Cell, Cell], heads: tuple[str, str]) -> bool:
    times = [_time(cell, head) for cell, head in zip(pair, heads, strict=True)]
    (law, beside), (promise, unit) = times
    return law is not None and promise is not None and _longer(promise, unit, law, beside)


def _time(cell: Cell, head: str) -> tuple[re.Match[str] | None, str]:
    """The time that is all a cell holds, with its own unit or that of the head."""
    words, shared = cell.text.replace(" ", ""), _HEAD_UNIT.search(head.replace(" ", ""))
    if own := _CELL.match(words):
        return own, own["u"]
    return (_BARE.match(words), shared["u"]) if shared else (None, "")


def _in_item(paragraph: Paragraph) -> Iterator[BrokenCap]:
    """An item that names its full mark, and in the same paragraph a case that alone gives or takes more."""
    full = list(_FULL.finditer(paragraph.text))
    if len(full) != 1 or _BESIDE.search(paragraph.text):
        return
    for case in _CASE.finditer(paragraph.text, full[0].end()):
        if _number(case) > _number(full[0]):
            yield _told(paragraph, full[0], case)


def _in_marks(table: Table, column: int) -> Iterator[BrokenCap]:
    """Rows whose full mark is less than one of the cases in another cell, or than one of the grades beside it."""
    grades = [at for at in range(column + 1, len(table.header)) if _GRADE.match(table.header[at].text.replace(" ", ""))]
    found: list[BrokenCap] = []
    held = 0
    for row in table.rows:
        full = row_score(table, row, column) if len(row.cells) == len(table.header) and not label_of(row) else None
        if full is None or _BESIDE.search("".join(cell.text for cell in row.cells)):
            continue
        over = [*_in_cases(row, column, full.value), *_in_grades(row, grades, full.value)]
        found += [BrokenCap(full.words, full.span, words, cell) for words, cell in over]
        held += not over
    if len(found) < held:
        yield from found


def _in_cases(row: Row, column: int, most: int) -> Iterator[tuple[str, Span]]:
    """The points of one case that are more than the full mark of its row, in millionths."""
    for cell in (*row.cells[:column], *row.cells[column + 1 :]):
        for paragraph in cell.paragraphs:
            for case in _CASE.finditer(paragraph.text):
                if _number(case) * _SPREAD > most:
                    yield paragraph.text[case.start("n") : case.end()], paragraph.span(case.start("n"), case.end())


def _in_grades(row: Row, grades: Sequence[int], most: int) -> Iterator[tuple[str, Span]]:
    for term in (term_of(row.cells[at]) for at in grades):
        if term and term.value > most:
            yield term.words, term.span
