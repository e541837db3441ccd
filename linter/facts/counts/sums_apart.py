"""Sums whose total and parts stand apart: in the items of a list, in a later sentence, in the table below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.facts.base import Flow, flow
from linter.facts.counts.sums import parts_of, sums
from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import UNIT, VALUE, Sum, Term, apart, exact_term, kinds, leaves_nothing
from linter.language import ARABIC, lazy
from linter.structure import Document, Paragraph, Row, Section, Table, fact
from linter.structure.columns import headed, holds

__all__ = ["sums_apart"]

# 以上三项合计56万元: of the items before it.
_ABOVE = lazy(
    r"(?:以上|上述)(?P<items>[两二三四五六七八九\d])[项条笔][^,。;\d]{0,4}(?:[合共总]计)"
    rf"[^,。;\d]{{0,4}}(?={ARABIC} ?{UNIT})"
)
# 共68套,…具体情况如下: of the items below it.
_BELOW = lazy(rf"(?:共|合计|共计)[^,。;:()\d]{{0,10}}(?={ARABIC} ?{UNIT})")
# 以上合作社共有成员505户
# 共计安排资金480万元: of the items below it, each of which ends with its amount.
_CLOSED = lazy(rf"(?P<lead>(?:共|合计|共计)[^,。;:()\d]{{0,10}}){ARABIC} ?{UNIT}:$")
_STATED = lazy(rf"(?:以上|上述)[^,。;:()\d]{{0,12}}(?:总分|共有?|合计|总计)[^,。;:()\d]{{0,8}}(?={ARABIC} ?{UNIT})")
_LEAST = 3
_FOLLOWS = ("如下:", "如下。")
_TABLED = lazy(r"(?:如下表?|见下表)[:。]$")
_HEAD_UNIT = lazy(r"\((?:单位[:为]?)?(?P<u>[^()\d,;。:、]{1,4})\)$")
_CLAUSE, _ITEM = lazy(r"[^,。;:(]*"), lazy(r"[^。;:(]*")
# A name that is split up later: 技术改造资金分配如下:甲1500万元,…; 科学技术奖中,一等奖5项,….
_DIVIDED = lazy(r"(?:资金|经费)?(?:按[^,。;:\d]{0,8})?(?:[^,。;:\d]{0,4}分[^,。;:\d]{1,6})?(?:如下)?(?:[:]|中,)")
_NAME = lazy(r"[^\W\d_]{4,20}$")
_DIGITS = "零一二三四五六七八九"
_SEEN, _FAR = 40, 10_000
_ONE = 10**6
# Heads that name no measure of their own: 人数, 金额.
_SHORT = 2


@fact("sums-apart")
def sums_apart(document: Document) -> tuple[Sum, ...]:
    """The totals of lists, of parts split up once more, and of tables, in order of their places."""
    stream = document.read(flow)
    found = [*_lists(document, stream), *_split_again(document, stream), *_tabled(document), *_below_tables(document)]
    return tuple(sorted(found, key=lambda one: one.total.span))


def _lists(document: Document, stream: Flow) -> Iterator[Sum]:
    """The items of one list that each name one number, with the total told below or above them."""
    heads = {section.heading.pieces[0].start: section for section in document.sections}
    for at, unit in enumerate(stream.units) if heads else ():
        text = unit.paragraph.text
        if unit.table >= 0 or ("共" not in text and "合计" not in text):
            continue
        closing = _ABOVE.match(text)
        if closing:
            items = _before(heads, stream, at, _count(closing["items"]))
            yield from _listed(stream, unit.start + closing.end(), [(start, end, -1) for start, end in items])
        elif text.endswith(":") and (opening := _CLOSED.search(text)):
            items = _after(heads, stream, at, _ITEM)
            yield from _listed(stream, unit.start + opening.end("lead"), [(start, end, 0) for start, end in items])
        elif text.endswith(_FOLLOWS) and (opening := _BELOW.search(text)):
            items = _after(heads, stream, at, _CLAUSE)
            yield from _listed(stream, unit.start + opening.end(), [(start, end, 0) for start, end in items])


def _listed(stream: Flow, at: int, items: Sequence[tuple[int, int, int]]) -> Iterator[Sum]:
    """A total at an offset with the first, or last, number of each item, if these are of its unit."""
    total = exact_term(stream, VALUE.match(stream.text, at))
    if total is None or len(items) < 2:
        return
    parts: list[Term] = []
    for start, end, which in items:
        found = list(VALUE.finditer(stream.text, start, end))
        part = exact_term(stream, found[which]) if found else None
        # 富力大厦31套,位于…: below its total an item is a name and a number.
        if part is None or _unit(part) != _unit(total) or (which == 0 and part.end != end):
            return
        parts.append(part)
    yield Sum(total, tuple(parts), complete=True)


def _unit(term: Term) -> str:
    return term.words.lstrip("0123456789,. ")


def _count(words: str) -> int:
    return int(words) if words.isdigit() else 2 if words == "两" else _DIGITS.index(words)


def _before(heads: Mapping[int, Section], stream: Flow, at: int, number: int) -> list[tuple[int, int]]:
    """So many numbered items right before a unit, each a paragraph."""
    units = stream.units[max(0, at - number) : at]
    marks = [heads.get(unit.paragraph.pieces[0].start) for unit in units]
    values = [section.mark.value[-1] for section in marks if section]
    return [(unit.start, unit.end) for unit in units] if values == list(range(1, number + 1)) else []


def _after(heads: Mapping[int, Section], stream: Flow, at: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """What a pattern takes of the numbered items that begin right behind a unit."""
    found: list[tuple[int, int]] = []
    scheme = ""
    for unit in stream.units[at + 1 : at + 1 + _SEEN]:
        section = heads.get(unit.paragraph.pieces[0].start)
        if section is None or unit.table >= 0:
            if not found:
                return []
            continue
        scheme = scheme or section.mark.scheme
        if section.mark.scheme != scheme or section.mark.value[-1] != len(found) + 1:
            break
        start = unit.start + len(section.mark.text)
        clause = pattern.match(stream.text, start)
        found.append((start, clause.end() if clause else start))
    return found


def _split_again(document: Document, stream: Flow) -> Iterator[Sum]:
    """A part of a sum that a later sentence splits up by its name."""
    text = stream.text
    for one in document.read(sums):
        for part in one.parts:
            name = _NAME.search(text, max(0, part.start - _SEEN), part.start)
            begin = one.parts[-1].end
            words = name[0].rpartition("其中")[2] if name else ""
            at = text.find(words, begin, begin + _FAR) if words else -1
            divided = _DIVIDED.match(text, at + len(words)) if at >= 0 else None
            if divided:
                parts, labels, rest = parts_of(stream, divided.end(), part)
                if len(parts) > 1 or (parts and parts[0].value > part.value):
                    whole = rest or leaves_nothing(labels)
                    yield Sum(part, tuple(parts), whole, apart=apart(labels), kinds=kinds(labels))


def _tabled(document: Document) -> Iterator[Sum]:
    """共开发公益性岗位168个,分配如下: above a table whose only total is a digit off."""
    for part in document.parts:
        for block, table in zip(part.blocks, part.blocks[1:], strict=False):
            if not (isinstance(block, Paragraph) and isinstance(table, Table) and _TABLED.search(block.text)):
                continue
            values = list(VALUE.finditer(block.text))
            total = exact_term(block, values[0]) if len(values) == 1 else None
            parts = _grand(table, total, block.text) if total else ()
            one = Sum(total, parts, complete=True) if total and parts else None
            if one and (one.fits or one.one_digit_off):
                yield one


def _below_tables(document: Document) -> Iterator[Sum]:
    """以上各科总分660分: below a table without a row of totals whose one column makes about as much."""
    for part in document.parts:
        for table, block in zip(part.blocks, part.blocks[1:], strict=False):
            if isinstance(block, Paragraph) and isinstance(table, Table) and block.text.startswith(("以上", "上述")):
                stated = _STATED.match(block.text)
                total = exact_term(block, VALUE.match(block.text, stated.end())) if stated else None
                totalled = any(label_of(row) for row in table.rows)
                sums_ = (
                    [Sum(total, terms, complete=True) for _, terms in _columns(table, ())]
                    if total and not totalled
                    else []
                )
                near = [one for one in sums_ if one.one_digit_off]
                if len(near) == 1 and not any(one.fits for one in sums_):
                    yield near[0]


def _columns(table: Table, totals: Sequence[Row]) -> list[tuple[str, tuple[Term, ...]]]:
    """The columns of a table whose cells are all numbers, but for those that count its rows; a row of totals last."""
    if len(table.rows) < _LEAST or (totals and totals[0] is not table.rows[-1]):
        return []
    found: list[tuple[str, tuple[Term, ...]]] = []
    for at in range(1, len(table.header)):
        cells = [term_of(row.cells[at]) for row in table.rows if at < len(row.cells)]
        known = tuple([one for one in cells if one])
        if len(known) == len(table.rows) and not holds(table, at, "serial"):
            found.append((table.header[at].text, known))
    return found


def _grand(table: Table, total: Term, text: str) -> tuple[Term, ...]:
    """The cell where the only row of totals meets the only column of totals, or of numbers; without such a row all
    cells of that column; in the unit of the total.
    """
    heads = headed(table, "total")
    rows = [row for row in table.rows if label_of(row)]
    numbers = [] if heads or len(rows) > 1 else _columns(table, rows)
    if len(rows) == len(heads) == 1 and heads[0] < len(rows[0].cells):
        grand = term_of(rows[0].cells[heads[0]])
        return (grand,) if grand else ()
    if len(numbers) != 1:
        return ()
    head, terms = numbers[0]
    # 服务对象人数 below 招聘工作人员30名, 总投资 below 省级补助资金: of something else.
    named = _HEAD_UNIT.sub("", head.replace(" ", ""))
    scale = _scale(head, total) if len(named) <= _SHORT or named in text else 0
    return (
        tuple([_scaled(term, scale) for term in terms[-1:] if rows] or [_scaled(term, scale) for term in terms])
        if scale
        else ()
    )


def _scale(head: str, total: Term) -> int:
    """What a column counts in, where it is what the total is counted in; 0 if it is not."""
    unit, named = _unit(total), _HEAD_UNIT.search(head.replace(" ", ""))
    if named is None:
        return 1 if total.scale == _ONE else 0
    return total.scale // _ONE if named["u"] == unit else 0


def _scaled(term: Term, scale: int) -> Term:
    return term._replace(value=term.value * scale, last=term.last * scale, scale=term.scale * scale)
