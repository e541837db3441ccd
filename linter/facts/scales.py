"""Graded scales: levels of one vocabulary in sibling sections, paragraphs, list items, table columns or rows, or in one
sentence, each with its conditions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.facts import fact
from linter.facts.levels import Head, LevelName, head_of, names_in
from linter.facts.quantities import Band, may_bound, scan
from linter.structure.model import Paragraph, Table
from linter.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.structure.model import Cell, Document, Section

Kind = Literal["response", "warning", "event", "other"]

# Where the conditions of a level end and what is done begins, and the reverse.
_DEEDS = re.compile(
    r"(?:[一二三四]、)?(?:(?:启动|响应|预警|发布|处置|指挥)?程序|(?:应急|响应|处置|应对|防御|防范|工作|启动|预防|先期|具体|主要)*"
    r"(?:措施|行动|处置|终止|调整|启动)(?!条件|标准))"
)
_CONDITIONS = re.compile(r"(?:启动|响应|预警|发布|分级|判定)*(?:条件|标准|情形)|(?:出现|符合|有|达到)(?:以下|下列)")
# Cells of flattened tables part their conditions by wide spaces only.
_SEGMENT = re.compile(r"(?:(?![;。]|  ).)+")
# Paragraph items under a plain head do not take part in deciding where it belongs.
_ITEM_SCHEMES = frozenset({"arabic-paren", "circled"})
_KINDS: tuple[tuple[str, Kind], ...] = (("响应", "response"), ("预警", "warning"))
_EVENT = re.compile(r"事件|事故|灾[害难情]?|险情|火灾|疫情|地震|洪水|旱|污染|隐患|风险|中毒")


class Item(NamedTuple):
    """One condition: a stretch of a paragraph up to ； or 。, its bands, and the label of its table row or column."""

    paragraph: Paragraph
    start: int
    end: int
    label: str = ""

    @property
    def text(self) -> str:
        """The words of the condition."""
        return self.paragraph.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the raw text."""
        return self.paragraph.span(self.start, self.end)

    def bands(self) -> list[Band]:
        """Its quantities, with offsets into the paragraph."""
        return [band for band in scan(self.paragraph.text) if self.start <= band.start and band.end <= self.end]


class Level(NamedTuple):
    """A level of a scale: its name, the place of the name, its whole head, its conditions, and what is done then."""

    name: LevelName
    span: Span
    head: str
    items: tuple[Item, ...]
    deeds: tuple[Item, ...] = ()


class Scale(NamedTuple):
    """Levels in the order of the document. ``subject`` is what remains of their heads without the names (响应)."""

    kind: Kind
    subject: str
    levels: tuple[Level, ...]
    section: int
    span: Span

    @property
    def graded(self) -> bool:
        """Whether the levels grade something bad, so that their order can be judged; 大型客车 and 中型客车 do not."""
        return self.kind != "other" or self.levels[0].name.vocabulary in {"event", "colour", "numeral"}

    @property
    def ordered(self) -> list[Level]:
        """The levels from the worst down."""
        return sorted(self.levels, key=lambda level: level.name.rank)


class Line(NamedTuple):
    """A paragraph of the document with the section it heads or belongs to (-1: none) and where its words begin."""

    paragraph: Paragraph
    section: int
    heading: bool
    start: int
    offset: int


class _Named(NamedTuple):
    """A line that heads a level."""

    line: int
    head: Head
    name: LevelName


@fact("scales")
def scales(document: Document) -> tuple[Scale, ...]:
    """The graded scales of a document, in order of place."""
    lines = document.read(headed_lines)
    found = [
        *_by_heads(document, lines),
        *(scale for table in document.tables for scale in _by_table(table)),
        *(scale for line in lines for scale in _by_sentences(line)),
    ]
    return tuple(_outermost(sorted(found, key=lambda scale: (scale.span.start, -scale.span.end))))


def _outermost(found: Sequence[Scale]) -> Iterator[Scale]:
    """Leave out a scale that names the levels of the one before it a second time (Ⅰ级 and, a line below, 特别重大)."""
    last: Scale | None = None
    for scale in found:
        if last is None or scale.span.start >= last.span.end:
            last = scale
            yield scale
            continue
        starts = [level.span.start for level in last.levels]
        if len({bisect_right(starts, level.span.start) for level in scale.levels}) == 1:
            yield scale


@fact("headed_lines")
def headed_lines(document: Document) -> list[Line]:
    """The paragraphs outside tables in order, with the section they head or belong to."""
    lines: list[Line] = []
    sections = document.sections
    at = 0
    for index, part in enumerate(document.parts):
        first = at
        while at < len(sections) and sections[at].part == index:
            at += 1
        lines += _plain(_preamble(part.blocks, sections[first:at]), -1)
        for section in sections[first:at]:
            lines.append(_heading(section))
            lines += _plain(section.body, section.index)
    return lines


def _preamble(blocks: Sequence[Paragraph | Table], sections: Sequence[Section]) -> Iterator[Paragraph | Table]:
    stop = sections[0].heading if sections else None
    for block in blocks:
        if block is stop:
            return
        yield block


def _plain(blocks: Iterable[Paragraph | Table], section: int) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Line(block, section, heading=False, start=0, offset=block.pieces[0].start)


def _heading(section: Section) -> Line:
    start = section.heading.text.find(section.title, len(section.mark.text)) if section.title else 0
    return Line(section.heading, section.index, True, max(start, 0), section.span.start)


# Scales by headed lines


def _by_heads(document: Document, lines: Sequence[Line]) -> Iterator[Scale]:
    groups: dict[tuple[object, ...], list[_Named]] = defaultdict(list)
    for at, line in enumerate(lines):
        head = head_of(line.paragraph.text, line.start)
        if head is None:
            continue
        for name in {name.vocabulary: name for name in reversed(head.names)}.values():
            groups[*_place(document, line), name.vocabulary].append(_Named(at, head, name))
    taken: set[int] = set()
    for run in sorted((run for group in groups.values() for run in _runs(group)), key=len, reverse=True):
        if taken.isdisjoint(named.line for named in run):
            taken.update(named.line for named in run)
            yield _scale(document, lines, run)


def _place(document: Document, line: Line) -> tuple[object, ...]:
    """Lines with the same place can be levels of one scale: siblings of one scheme, or paragraphs of one section."""
    if line.heading:
        section = document.sections[line.section]
        return ("heading", section.part, section.parent, section.mark.scheme)
    at = line.section
    while at >= 0 and document.sections[at].mark.scheme in _ITEM_SCHEMES:
        at = document.sections[at].parent
    return ("plain", at, -1, "")


def _runs(group: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Cut the named lines of one place where a rank comes again or the subject changes; two levels make a scale."""
    run: list[_Named] = []
    for named in group:
        if run and (named.name.rank in {one.name.rank for one in run} or not _alike(run[0].head.rest, named.head.rest)):
            if _makes_scale(run):
                yield run
            run = []
        run.append(named)
    if _makes_scale(run):
        yield run


def _makes_scale(run: Sequence[_Named]) -> bool:
    return len(run) > 2 or (len(run) == 2 and run[0].head.rest == run[1].head.rest)


def _alike(one: str, other: str) -> bool:
    return one == other or not one or not other or one.endswith(other) or other.endswith(one) or one[:2] == other[:2]


def _scale(document: Document, lines: Sequence[Line], run: Sequence[_Named]) -> Scale:
    ends = [named.line for named in run[1:]]
    lengths = [end - named.line for named, end in zip(run, ends, strict=False)]
    ends.append(_last(document, lines, run[-1].line, single=all(length == 1 for length in lengths)))
    levels = tuple(_level(lines, named, end) for named, end in zip(run, ends, strict=True))
    first, last = lines[run[0].line], lines[ends[-1] - 1]
    subject = max((named.head.rest for named in run), key=len)
    context = document.sections[first.section].title if first.section >= 0 else ""
    if first.heading and document.sections[first.section].parent >= 0:
        context = document.sections[document.sections[first.section].parent].title
    span = Span(first.offset, last.paragraph.span().end)
    return Scale(_kind(subject, context), subject, levels, first.section, span)


def _kind(subject: str, context: str) -> Kind:
    for words in (subject, context):
        for word, kind in _KINDS:
            if word in words:
                return kind
    return "event" if _EVENT.search(subject) or _EVENT.search(context) else "other"


def _last(document: Document, lines: Sequence[Line], at: int, *, single: bool) -> int:
    """The line behind the last level. If every other level is a single paragraph, so is this one."""
    if single:
        return at + 1
    line = lines[at]
    end = document.sections[line.section].span.end if line.section >= 0 else document.span.end
    stop = at + 1
    while stop < len(lines) and (lines[stop].offset < end or not line.heading):
        scheme = document.sections[lines[stop].section].mark.scheme if lines[stop].section >= 0 else ""
        if not line.heading and lines[stop].heading and scheme not in _ITEM_SCHEMES:
            break
        stop += 1
    return stop


def _level(lines: Sequence[Line], named: _Named, end: int) -> Level:
    line = lines[named.line]
    head = line.paragraph.span(named.name.start, named.name.end)
    chunks = [(line.paragraph, named.head.end)] if named.head.end < len(line.paragraph.text) else []
    chunks += [(one.paragraph, one.start) for one in lines[named.line + 1 : end]]
    words = line.paragraph.text[named.head.start : named.head.end]
    return Level(named.name, head, words, *_conditions(chunks))


def _conditions(chunks: Iterable[tuple[Paragraph, int]]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items of paragraphs that state conditions, and of those that state deeds."""
    conditions: list[Item] = []
    deeds: list[Item] = []
    into = conditions
    for paragraph, start in chunks:
        if _CONDITIONS.match(paragraph.text, start):
            into = conditions
        elif _DEEDS.match(paragraph.text, start):
            into = deeds
        into.extend(items(paragraph, start))
    return tuple(conditions), tuple(deeds)


def items(paragraph: Paragraph, start: int = 0, label: str = "") -> Iterator[Item]:
    """A paragraph cut at ；, at 。 and at wide spaces."""
    for match in _SEGMENT.finditer(paragraph.text, start):
        if match[0].strip():
            yield Item(paragraph, match.start(), match.end(), label)


# Scales by tables


def _by_table(table: Table) -> Iterator[Scale]:
    rows = [table.header, *(row.cells for row in table.rows)] if table.header else [row.cells for row in table.rows]
    for at, cells in enumerate(rows[:2]):
        columns = _named_cells(enumerate(cells))
        if columns:
            labelled = columns[0][0] > 0
            yield _table_scale(
                table, columns, [_column(rows[at + 1 :], index, labelled=labelled) for index, _, _ in columns]
            )
            return
    for index in (0, 1):
        named = _named_cells((at, cells[index]) for at, cells in enumerate(rows) if index < len(cells))
        if named:
            contents = [_row(table, rows[at], index) for at, _, _ in named]
            yield _table_scale(table, named, contents)
            return


def _named_cells(cells: Iterable[tuple[int, Cell]]) -> list[tuple[int, Cell, LevelName]]:
    """The cells that name levels, if there are two or more levels of one vocabulary among them, each once."""
    by_vocabulary: dict[str, list[tuple[int, Cell, LevelName]]] = defaultdict(list)
    for index, cell in cells:
        text = cell.text
        head = head_of(text) if text and len(text) <= 30 else None
        for name in head.names if head else ():
            by_vocabulary[name.vocabulary].append((index, cell, name))
    best = max(by_vocabulary.values(), key=len, default=[])
    ranks = [name.rank for _, _, name in best]
    return best if len(ranks) > 1 and len(set(ranks)) == len(ranks) else []


def _column(rows: Sequence[Sequence[Cell]], index: int, *, labelled: bool) -> Iterator[Item]:
    for cells in rows:
        if index < len(cells):
            label = cells[0].text if labelled else ""
            for paragraph in cells[index].paragraphs:
                yield from items(paragraph, 0, label)


def _row(table: Table, cells: Sequence[Cell], named: int) -> Iterator[Item]:
    for index, cell in enumerate(cells):
        if index == named:
            continue
        label = table.header[index].text if index < len(table.header) else ""
        for paragraph in cell.paragraphs:
            yield from items(paragraph, 0, label)


def _table_scale(
    table: Table, named: Sequence[tuple[int, Cell, LevelName]], contents: Iterable[Iterable[Item]]
) -> Scale:
    levels = []
    for (_, cell, name), conditions in zip(named, contents, strict=True):
        paragraph = cell.paragraphs[0]
        levels.append(Level(name, paragraph.span(), cell.text, tuple(conditions)))
    title = table.title.text if table.title else ""
    subject = named[0][1].text.replace(named[0][2].words, "")
    return Scale(_kind(subject, title), subject, tuple(levels), -1, table.span)


# Scales in one sentence


def _by_sentences(line: Line) -> Iterator[Scale]:
    """特别重大…;重大…, or …的为特别重大事故;…的为重大事故: segments of one paragraph that each name a level."""
    text = line.paragraph.text
    if text.count(";") + text.count("。") < 2 or not may_bound(text) or len(names_in(text)) < 2:
        return
    run: list[tuple[LevelName, Item]] = []
    for whole in items(line.paragraph, line.start):
        name = _name_of(whole)
        # 事故按照下列标准分级:造成30人以上死亡的为特别重大事故 — the condition begins behind the colon.
        colon = whole.text.find(":") if name and name.start > whole.start + _MAX_NAME else -1
        item = whole._replace(start=whole.start + colon + 1)
        if name and (
            not run or (name.vocabulary == run[0][0].vocabulary and name.rank not in {n.rank for n, _ in run})
        ):
            run.append((name, item))
            continue
        yield from _sentence_scale(run)
        run = [(name, item)] if name else []
    yield from _sentence_scale(run)


_MAX_NAME = 6
_NAMED_LAST = re.compile(r"(?:为|属于?|是|构成|定为|认定为)(?P<level>[^,:;。]{2,16})$")


def _name_of(item: Item) -> LevelName | None:
    last = _NAMED_LAST.search(item.text)
    if last:
        names = names_in(item.paragraph.text, item.start + last.start("level"), item.end)
        return names[0] if names else None
    head = head_of(item.text)
    if head is None or head.end >= len(item.text):
        return None
    name = head.names[0]
    return name._replace(start=name.start + item.start, end=name.end + item.start)


def _sentence_scale(run: Sequence[tuple[LevelName, Item]]) -> Iterator[Scale]:
    if len(run) < 2 or not any(item.bands() for _, item in run):
        return
    levels = tuple(Level(name, item.paragraph.span(name.start, name.end), name.words, (item,)) for name, item in run)
    span = Span(run[0][1].span.start, run[-1][1].span.end)
    yield Scale(_kind(run[0][1].text, ""), "", levels, -1, span)
