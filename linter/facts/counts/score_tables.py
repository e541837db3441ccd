"""Marks in the tables of an assessment: the score of a row against its items (1.…得2分 2.…得1分), the rows of a section
against that of the section (一、), and the sections against the full mark.

Nothing says that a table is built so; it is taken for granted only where most of its rows show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.counts.scores import NO_PART, PART, marks_of
from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import Sum, Term, proven, read
from linter.language import NamedTuple, lazy
from linter.structure import Document, Paragraph, Row, Table, fact
from linter.structure.columns import headed

__all__ = ["score_tables"]

_ITEM = lazy(r"(?:(?<=^)|(?<=[/;。,) ]))(?P<n>\d{1,2}|[①-⑳])(?:[.、](?!\d)|(?<=[①-⑳])) ?")
# What an item is worth; what is taken off or added for a case (扣2分, 加1分) is no part of it.
_WORTH = lazy(
    r"[,;。、) /](?:可以?)?[得计](?P<n>\d{1,3}(?:\.\d{1,2})?) ?分(?!/)"
    r"|\((?P<m>\d{1,3}(?:\.\d{1,2})?) ?(?:分?\)|分,[^()]{0,20}[扣减])"
)
_TAKEN = lazy(r"[扣减]|加分|不得分")
_SECTION = lazy(r"[一二三四五六七八九十]{1,3}[、.]?(?!\w)|[一二三四五六七八九十]{1,3}[、.]")
_LONGEST = 4000
_STEPS = lazy("{BOUND}|{COMPARED}|[最较]高|[任之]一|等[奖次]|级")


class _Item(NamedTuple):
    number: int
    pieces: tuple[tuple[Paragraph, int, int], ...]


@fact("score-tables")
def score_tables(document: Document) -> tuple[Sum, ...]:
    """The scores of rows, sections and whole tables with what they add up, those that fit included."""
    found: list[Sum] = []
    for table in document.tables:
        marks = headed(table, "mark")
        if len(marks) == 1:
            found.extend(proven(_rows(table, marks[0])))
            found.extend(_sections(table, marks[0]))
    return tuple(found)


def _rows(table: Table, column: int) -> Iterator[Sum]:
    for row in table.rows:
        total = row_score(table, row, column)
        if total is None or label_of(row):
            continue
        for cell in row.cells:
            parts = _worths(cell.paragraphs) or _clauses(cell.paragraphs)
            if len(parts) > 1:
                yield Sum(total, tuple(parts), complete=True)
                break


def row_score(table: Table, row: Row, column: int) -> Term | None:
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
        worths = [(paragraph, mark) for paragraph, *at in one.pieces for mark in _WORTH.finditer(paragraph.text, *at)]
        if not worths and any(_TAKEN.search(paragraph.text, *at) for paragraph, *at in one.pieces):
            continue
        if len(worths) != 1:
            return []
        paragraph, mark = worths[0]
        start, end = mark.span("n" if mark["n"] else "m")
        number = read(mark[0][start - mark.start() : end - mark.start()])
        if number is None:
            return []
        words = paragraph.text[start:end] + "分"
        found.append(Term(*number, words, start, end, paragraph.span(start, end)))
    return found


def _clauses(paragraphs: tuple[Paragraph, ...]) -> list[Term]:
    """What the clauses of a cell earn (成立领导小组3分;制定方案3分), if it holds nothing else and no steps."""
    if len(paragraphs) != 1 or NO_PART.search(paragraphs[0].text) or _STEPS.search(paragraphs[0].text):
        return []
    return list(marks_of(paragraphs[0], PART, 0, len(paragraphs[0].text)))


def _items(paragraphs: tuple[Paragraph, ...]) -> Iterator[_Item]:
    """The numbered items of a cell; a paragraph without a number before its words goes on with the item above it."""
    number, pieces = 0, list[tuple[Paragraph, int, int]]()
    for paragraph in paragraphs:
        at = 0
        for mark in _ITEM.finditer(paragraph.text, 0, _LONGEST):
            pieces.append((paragraph, at, mark.start()))
            if number:
                yield _Item(number, tuple(pieces))
            words, at = mark["n"], mark.end()
            number, pieces = int(words) if words.isascii() else ord(words) - ord("①") + 1, []
        pieces.append((paragraph, at, len(paragraph)))
    if number:
        yield _Item(number, tuple(pieces))


def _sections(table: Table, column: int) -> Iterator[Sum]:
    """Sections against their rows; the full mark against the sections, where these prove that the table is built so."""
    heads: list[Term] = []
    parts: list[list[Term]] = []
    full: list[Term] = []
    for row in table.rows:
        term = row_score(table, row, column)
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
    sections = proven(whole)
    yield from sections
    if sections and len(full) == 1:
        yield Sum(full[0], tuple(heads), complete=True)
