"""Marks of an assessment: (20分) behind the headings of items, which add up to that of the heading above or to 满分.

Marks in the tables of an assessment: the score of a row against its items (1.…得2分 2.…得1分), the rows of a section
against that of the section (一、), and the sections against the full mark.

Nothing says that a table is built so; it is taken for granted only where most of its rows show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import Sum, Term, read
from linter.language import NamedTuple, lazy
from linter.structure import Document, Paragraph, Row, Section, Table, fact
from linter.structure.columns import headed

__all__ = ["score_tables", "scores"]

_SCORE = lazy(r"\((?:满分|共|计)? ?(?P<n>\d{1,4}(?:\.\d)?) ?分\)")
_FULL = lazy(r"(?:满分|总分)(?:值)?(?:为|是|:)? ?(?P<words>(?P<n>\d{2,4}) ?分)")
# (一)配备专职档案员的,得7分; but not (一)每配备一名,得1分.
_EARNED = lazy(r"(?:[得计][满配]?|[,:])(?P<n>\d{1,3}(?:\.\d)?) ?分[;。]?$")
_HEAD = 60
# 1.管理制度健全(6分):制度上墙2分,档案完整2分,培训记录2分。
_ITEMS = lazy(r"\((?:满分|共|计)? ?(?P<n>\d{1,3}(?:\.\d)?) ?分\)[:。](?P<rest>[^()\d][^()]{6,300})$")
# 按照规定频次巡查的,得20分: a clause parted from the next by ; ends in what it earns.
_CLAUSE = lazy(r"[^;。]{2,60}?(?:[得计占]|[:,])(?P<n>\d{1,3}(?:\.\d)?) ?分(?:;|。?$)")
_PART = lazy(r"[^\d,;、。]{2,24}(?P<n>\d{1,3}(?:\.\d)?) ?分(?:[,;、。]|$)")
_NO_PART = lazy("[扣减加每]|最高")
_OPENED = lazy(r"分\)[:。]")
# 技术分:50分。
_BARE = lazy(r"[^\d,;:。()]{2,16}[:为占]? ?(?P<words>(?P<n>\d{1,3}(?:\.\d)?) ?分)[;。]?$")
_GRADED = lazy("[优良中差高低]|等[级奖次]|合格|级")
_PROOF = 2
# 评审采用百分制,其中技术先进性40分、经济效益30分、管理水平30分。
_HUNDRED = lazy(r"(?P<words>百分制)[,;:(]?(?:其中|包括|具体为)?[,:]?(?P<rest>[^\d,;、。()][^。()\n]{6,300})[。;)]")
_SHARE = lazy(r"[^\d,;、。]{2,24}(?P<n>\d{1,2}(?:\.\d)?) ?分(?:[,;、]|$)")
# The only marks of a sentence, each in brackets, and their total.
_COMPOSED = lazy(
    r"(?P<parts>(?:[^()\d。;]{2,20}\((?:满分|共|计)?\d{1,3}分\)){2,12})(?:组成|构成)?,(?:满分|总分)(?:为|是|共)?"
    r"(?P<words>(?P<n>\d{2,4}) ?分)"
)
_MANY = 3
# A full mark, and how far from it what is meant for it can be.
_WHOLE, _SLIP = 100 * 10**6, 20 * 10**6


@fact("scores")
def scores(document: Document) -> tuple[Sum, ...]:
    """The marks of headings with those of the headings below, where each of these has one; the full mark of a part."""
    text = document.read(flow).text
    hundred = (*(_hundred(document) if "百分制" in text else ()), *(_composed(document) if "总分" in text else ()))
    if "分)" not in text:
        return hundred
    found = [one for section in document.sections if (one := _below(document, section))]
    return (*found, *_full(document), *_inline(document), *_earned(document), *hundred)


def _hundred(document: Document) -> Iterator[Sum]:
    """百分制 and, up to the end of the sentence, nothing but the marks of three or more parts."""
    for paragraph in document.paragraphs:
        match = _HUNDRED.search(paragraph.text) if "百分制" in paragraph.text else None
        if match is None or _NO_PART.search(match["rest"]):
            continue
        terms = _run(paragraph, _SHARE, *match.span("rest"))
        value = read("100")
        if value and len(terms) >= _MANY:
            start, end = match.span("words")
            yield Sum(Term(*value, "100分", start, end, paragraph.span(start, end)), terms, complete=True)


def _composed(document: Document) -> Iterator[Sum]:
    """由外国语(满分100分)、…、面试(满分200分)组成,总分为400分."""
    for paragraph in document.paragraphs:
        match = _COMPOSED.search(paragraph.text) if "总分" in paragraph.text else None
        value = read(match["n"]) if match else None
        if match and value:
            marks = [
                Term(*(read(one["n"]) or value), one[0], *one.span(), paragraph.span(*one.span()))
                for one in _SCORE.finditer(paragraph.text, *match.span("parts"))
            ]
            total = Term(*value, match["words"], *match.span("words"), paragraph.span(*match.span("words")))
            yield Sum(total, tuple(marks), complete=True)


def _run(paragraph: Paragraph, pattern: re.Pattern[str], at: int, stop: int) -> tuple[Term, ...]:
    """The marks between two places, if these hold nothing but parts of the pattern; else none."""
    terms: list[Term] = []
    while at < stop:
        part = pattern.match(paragraph.text, at, stop)
        value = read(part["n"]) if part else None
        if part is None or value is None:
            return ()
        start = part.start("n")
        end = paragraph.text.index("分", start) + 1
        terms.append(Term(*value, paragraph.text[start:end], start, end, paragraph.span(start, end)))
        at = part.end()
    return tuple(terms)


def _score(section: Section) -> Term | None:
    """The mark in the heading of a section, if it names exactly one."""
    head = section.title[:_HEAD]
    matches = list(_SCORE.finditer(head))
    if len(matches) != 1:
        return None
    text = section.heading.text
    at = text.find(matches[0][0])
    value = read(matches[0]["n"])
    if at < 0 or value is None:
        return None
    words = matches[0][0]
    return Term(*value, words, at, at + len(words), section.heading.span(at, at + len(words)))


def _below(document: Document, section: Section) -> Sum | None:
    total = _score(section)
    return (_added(total, document.children(section)) or _bare(document, section, total)) if total else None


def _bare(document: Document, section: Section, total: Term) -> Sum | None:
    """A full mark of 100 over items that are a name and a mark each: 价格分:30分; about as much, and no grades."""
    heads = [(one.heading, one.heading.text.find(one.title)) for one in document.children(section)]
    parts = [_run(head, _BARE, start, len(head.text)) for head, start in heads if not _GRADED.search(head.text)]
    marks = [part for found in parts for part in found]
    off = abs(sum(part.value for part in marks) - _WHOLE)
    if total.value != _WHOLE or len(marks) != len(heads) or len(marks) < _MANY or off > _SLIP:
        return None
    return Sum(total, tuple(marks), complete=True)


def _earned(document: Document) -> Iterator[Sum]:
    """Headings with a mark over items that each end in what they earn, where most of them show that these add up."""
    found: list[Sum] = []
    for section in document.sections:
        total = _score(section)
        items = document.children(section) if total else []
        parts = [part for one in items if (part := _mark_of(one.heading))]
        # Where one item earns all, they are steps of which one is reached.
        if total and len(parts) == len(items) > 1 and max(part.value for part in parts) < total.value:
            found.append(Sum(total, tuple(parts), complete=True))
    fitting = sum(1 for one in found if one.fits)
    if fitting >= _PROOF and fitting * 3 >= len(found) * 2:
        yield from found


def _mark_of(paragraph: Paragraph) -> Term | None:
    """What an item earns, at its end."""
    text = paragraph.text
    match = _EARNED.search(text, max(0, len(text) - _HEAD))
    value = read(match["n"]) if match else None
    if match is None or value is None or _NO_PART.search(text) or text.count("分", match.start("n")) > 1:
        return None
    start, end = match.start("n"), text.index("分", match.start("n")) + 1
    return Term(*value, text[start:end], start, end, paragraph.span(start, end))


def _added(total: Term, sections: list[Section]) -> Sum | None:
    parts = [_score(one) for one in sections]
    known = [part for part in parts if part]
    return Sum(total, tuple(known), complete=True) if len(known) == len(parts) >= 2 else None


def _full(document: Document) -> Iterator[Sum]:
    """满分100分, once in a part, against its top sections."""
    for index, part in enumerate(document.parts):
        named = [
            (paragraph, match)
            for paragraph in part.blocks
            if not hasattr(paragraph, "rows") and "分" in paragraph.text and (match := _FULL.search(paragraph.text))
        ]
        if len(named) != 1:
            continue
        paragraph, match = named[0]
        value = read(match["n"])
        if value:
            span = paragraph.span(*match.span("words"))
            total = Term(*value, match["words"], *match.span("words"), span)
            one = _added(total, document.roots(index))
            if one:
                yield one


def _inline(document: Document) -> Iterator[Sum]:
    """Items that name their own mark and, behind a colon, nothing but parts of it; told where most of them show it."""
    found = [one for paragraph in document.paragraphs if _OPENED.search(paragraph.text) and (one := _parts(paragraph))]
    fitting = sum(1 for one in found if one.fits)
    if fitting >= _PROOF and fitting * 3 >= len(found) * 2:
        yield from found


def _parts(paragraph: Paragraph) -> Sum | None:
    match = _ITEMS.search(paragraph.text)
    if match is None or _NO_PART.search(match["rest"]):
        return None
    pattern = _CLAUSE if ";" in match["rest"] and match["rest"].count("分") == match["rest"].count(";") + 1 else _PART
    terms = _run(paragraph, pattern, match.start("rest"), len(paragraph.text))
    whole = read(match["n"])
    if whole is None or len(terms) < _PROOF:
        return None
    start, end = match.start("n"), paragraph.text.index("分", match.start("n")) + 1
    total = Term(*whole, paragraph.text[start:end], start, end, paragraph.span(start, end))
    return Sum(total, terms, complete=True)


_ITEM = lazy(r"(?:(?<=^)|(?<=[/;。,) ]))(?P<n>\d{1,2}|[①-⑳])(?:[.、](?!\d)|(?<=[①-⑳])) ?")
# What an item is worth; what is taken off or added for a case (扣2分, 加1分) is no part of it.
_WORTH = lazy(r"[,;。、) /](?:可以?)?[得计](?P<n>\d{1,3}(?:\.\d{1,2})?) ?分(?!/)|\((?P<m>\d{1,3}(?:\.\d{1,2})?) ?分?\)")
_TAKEN = lazy(r"[扣减]|加分|不得分")
_SECTION = lazy(r"[一二三四五六七八九十]{1,3}[、.]?(?!\w)|[一二三四五六七八九十]{1,3}[、.]")
_LONGEST = 4000
_STEPS = lazy("{BOUND}|{COMPARED}|[最较]高|[任之]一|等[奖次]|级")


class _Item(NamedTuple):
    number: int
    paragraph: Paragraph
    start: int
    end: int


@fact("score-tables")
def score_tables(document: Document) -> tuple[Sum, ...]:
    """The scores of rows, sections and whole tables with what they add up, those that fit included."""
    found: list[Sum] = []
    for table in document.tables:
        marks = headed(table, "mark")
        if len(marks) == 1:
            found.extend(_proven(_rows(table, marks[0])))
            found.extend(_sections(table, marks[0]))
    return tuple(found)


def _proven(sums: Iterator[Sum]) -> list[Sum]:
    """The sums, if two of them and two in three fit; none otherwise."""
    found = list(sums)
    fitting = sum(1 for one in found if one.fits)
    return found if fitting >= _PROOF and fitting * 3 >= len(found) * 2 else []


def _rows(table: Table, column: int) -> Iterator[Sum]:
    for row in table.rows:
        total = _row_score(table, row, column)
        if total is None or label_of(row):
            continue
        for cell in row.cells:
            parts = _worths(cell.paragraphs) or _clauses(cell.paragraphs)
            if len(parts) > 1:
                yield Sum(total, tuple(parts), complete=True)
                break


def _row_score(table: Table, row: Row, column: int) -> Term | None:
    """The score of a row; a row that lacks its first cells, which are merged with those above, is read from its end."""
    if column < len(row.cells) and (term := term_of(row.cells[column])):
        return term
    shifted = column - (len(table.header) - len(row.cells))
    return term_of(row.cells[shifted]) if 0 <= shifted < column else None


def _worths(paragraphs: tuple[Paragraph, ...]) -> list[Term]:
    """What each of the numbered items of a cell is worth, in order; nothing if one of them does not say so once."""
    items = list(_items(paragraphs))
    if [one.number for one in items] != list(range(1, len(items) + 1)):
        return []
    found: list[Term] = []
    for one in items:
        text = one.paragraph.text
        worths = list(_WORTH.finditer(text, one.start, one.end))
        if not worths and _TAKEN.search(text, one.start, one.end):
            continue
        number = read(worths[0]["n"] or worths[0]["m"]) if len(worths) == 1 else None
        if number is None:
            return []
        start, end = worths[0].span("n" if worths[0]["n"] else "m")
        found.append(Term(*number, text[start:end] + "分", start, end, one.paragraph.span(start, end)))
    return found


def _clauses(paragraphs: tuple[Paragraph, ...]) -> list[Term]:
    """What the clauses of a cell earn (成立领导小组3分;制定方案3分), if it holds nothing else and no steps."""
    if len(paragraphs) != 1 or _NO_PART.search(paragraphs[0].text) or _STEPS.search(paragraphs[0].text):
        return []
    return list(_run(paragraphs[0], _PART, 0, len(paragraphs[0].text)))


def _items(paragraphs: tuple[Paragraph, ...]) -> Iterator[_Item]:
    for paragraph in paragraphs:
        marks = list(_ITEM.finditer(paragraph.text, 0, _LONGEST))
        ends = [*(mark.start() for mark in marks[1:]), len(paragraph)]
        for mark, end in zip(marks, ends, strict=False):
            words = mark["n"]
            number = int(words) if words.isascii() else ord(words) - ord("①") + 1
            yield _Item(number, paragraph, mark.end(), end)


def _sections(table: Table, column: int) -> Iterator[Sum]:
    """Sections against their rows; the full mark against the sections, where these prove that the table is built so."""
    heads: list[Term] = []
    parts: list[list[Term]] = []
    full: list[Term] = []
    for row in table.rows:
        term = _row_score(table, row, column)
        if term is None:
            continue
        if label_of(row):
            full.append(term)
        elif _SECTION.match(row.cells[0].text):
            heads.append(term)
            parts.append([])
        elif parts:
            parts[-1].append(term)
    whole = (Sum(head, tuple(rows), complete=True) for head, rows in zip(heads, parts, strict=True) if len(rows) > 1)
    proven = _proven(whole)
    yield from proven
    if proven and len(full) == 1:
        yield Sum(full[0], tuple(heads), complete=True)
