"""Levels named in turn, in the clauses of a paragraph (发布一级预警的,…;发布二级预警的,…), by sibling headings, or in
the head or a column of a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.facts.bands.levels import LevelName, cell_names, names_in
from linter.language import ROMAN, NamedTuple, Span, lazy
from linter.structure import Cell, Document, Paragraph, Table, fact
from linter.structure.columns import held

__all__ = ["repeated_levels"]

_LEVEL = rf"(?P<level>[一二三四五六]级|{ROMAN}级|[红橙黄蓝]色|{{DEGREE}})"
_TURN = lazy(
    rf"(?:^|(?<=[。; ]))(?P<frame>[^\W\d_一二三四五六ⅠⅡⅢⅣⅤ]{{2}}){_LEVEL}(?P<noun>[^\W\d_]{{2,4}}?)(?:的|时|后)?,"
)
_FIRST = lazy(rf"(?P<frame>发[布生]|启动){_LEVEL}(?P<noun>[^\W\d_]{{2,4}}?)(?:的|时|后)?,")
# 危及3人以下的,启动Ⅳ级响应。 below the head Ⅳ级响应; 发生重大灾害启动Ⅱ级响应,发生较大灾害启动Ⅲ级响应
_LAST = lazy(rf",(?:应当)?(?P<frame>启动|发布){_LEVEL}(?P<noun>(?:应急)?响应|预警)[。;]?$")
_EACH = lazy(
    rf"发生(?:特别重大|重大|较大|一般)(?P<event>[^,;。]{{2,10}}?),?(?P<frame>启动){_LEVEL}(?P<noun>(?:应急)?响应)"
)
_HEADING = lazy(rf"{_LEVEL}(?P<noun>(?:应急)?响应|预警)$")
_LEAST = 3
_COUNTED = ("numeral", "ordinal:", "stem:")


class Turn(NamedTuple):
    """A level as one of a row names it, and its place."""

    name: LevelName
    span: Span


class Repeated(NamedTuple):
    """A level named again where another is in turn, the place where it was named first, and the rank in turn."""

    again: Turn
    first: Turn
    lacking: int


@fact("repeated-levels")
def repeated_levels(document: Document) -> tuple[Repeated, ...]:
    """The levels that stand in a row for another one, in order of place."""
    found = [one for turns in (*_clauses(document), *_headings(document), *_texts(document)) for one in _odd(turns)]
    for table in document.tables:
        found += [one for turns in _cells(table) for one in _odd(turns) if one.again not in (turns[0], turns[-1])]
    return tuple(sorted(found, key=lambda one: one.again.span))


def _clauses(document: Document) -> Iterator[list[Turn]]:
    """The levels that the clauses of a paragraph name in one frame: 发布…预警的."""
    for paragraph in document.paragraphs:
        if (";" not in paragraph.text and "发生" not in paragraph.text) or not (
            "级" in paragraph.text or "色" in paragraph.text
        ):
            continue
        frames: defaultdict[tuple[str, str], list[Turn]] = defaultdict(list)
        for match in (*_TURN.finditer(paragraph.text), *_EACH.finditer(paragraph.text)):
            event = match.groupdict().get("event", "")
            frames[match["frame"], match["noun"] + event] += _turn(paragraph, *match.span("level"))
        yield from frames.values()


def _headings(document: Document) -> Iterator[list[Turn]]:
    """The levels that headings side by side name: 2.3 Ⅲ级响应, 2.4 Ⅳ级响应."""
    groups: defaultdict[tuple[int, int, str], list[Turn]] = defaultdict(list)
    for section in document.sections:
        match = _HEADING.match(section.title.strip()) if section.title.endswith(("响应", "预警")) else None
        at = section.heading.text.find(match[0]) if match else -1
        if match and at >= 0:
            groups[section.part, section.parent, match["noun"]] += _turn(section.heading, at, at + len(match["level"]))
    yield from groups.values()


def _texts(document: Document) -> Iterator[list[Turn]]:
    """The levels with which the texts of sections side by side begin: 发布红色预警后,… below Ⅰ级响应."""
    groups: defaultdict[tuple[int, int, str, str], list[Turn]] = defaultdict(list)
    for section in document.sections:
        first = section.heading if section.run_in or not section.body else section.body[0]
        start = max(first.text.find(section.title), 0) if first is section.heading else 0
        match = (_FIRST.match(first.text, start) or _LAST.search(first.text)) if isinstance(first, Paragraph) else None
        if match and isinstance(first, Paragraph):
            groups[section.part, section.parent, match["frame"], match["noun"]] += _turn(first, *match.span("level"))
    yield from groups.values()


def _cells(table: Table) -> Iterator[list[Turn]]:
    """The levels of the head, and those of a column whose rows nothing but a serial number tells apart."""
    yield [turn for cell in table.header[1:] for turn in _named(cell)]
    for at in range(len(table.rows[0].cells) if table.rows else 0):
        run: list[Turn] = []
        for cell in (row.cells[at] if at < len(row.cells) else None for row in table.rows):
            turns = _named(cell) if cell else []
            if run and (not turns or turns[0].name.rank == 1):
                yield run
                run = []
            run += turns
        yield run
        head = table.header[at].text if at < len(table.header) else ""
        if "serial" not in held(head) and len({row.cells[at].text for row in table.rows if at < len(row.cells)}) > 1:
            return


def _named(cell: Cell) -> list[Turn]:
    """The one counted level that a cell names: 一等, Ⅱ级, 三档."""
    names = [name for name in cell_names(cell.text) if name.vocabulary.startswith(_COUNTED)]
    return [Turn(name, cell.paragraphs[0].span(name.start, name.end)) for name in names] if len(names) == 1 else []


def _turn(paragraph: Paragraph, start: int, end: int) -> list[Turn]:
    names = names_in(paragraph.text, start, end)[:1]
    return [Turn(name, paragraph.span(start, end)) for name in names]


def _odd(turns: Sequence[Turn]) -> Iterator[Repeated]:
    """The one level of a row that is named again in place of the one in turn."""
    if len(turns) < _LEAST:
        return
    ranks = [turn.name.rank for turn in turns]
    for wanted in (list(range(1, len(ranks) + 1)), list(range(len(ranks), 0, -1))):
        off = [at for at, (rank, right) in enumerate(zip(ranks, wanted, strict=True)) if rank != right]
        if len(off) == 1 and len({turn.name.vocabulary for turn in turns}) == 1:
            again, rank = turns[off[0]], ranks[off[0]]
            first = next((turn for at, turn in enumerate(turns) if at != off[0] and turn.name.rank == rank), None)
            if first:
                yield Repeated(again, first, wanted[off[0]])
