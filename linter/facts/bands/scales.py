"""Graded scales: levels of one vocabulary in sibling sections, paragraphs, list items, table columns or rows, or in one
sentence, each with its conditions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.facts.bands.grids import GradedGrid, grid
from linter.facts.bands.levels import LevelHead, LevelName, head_of
from linter.facts.bands.model import GradedItem, Level, Scale, items, kind_of
from linter.facts.bands.quantities import may_bound
from linter.facts.bands.sentences import by_sentences
from linter.facts.bands.tables import by_table
from linter.language import NamedTuple, Span, lazy, quick
from linter.structure import Document, Paragraph, Section, Table, fact

__all__ = ["scales"]

# Where the conditions of a level end and what is done begins, and the reverse.
_DEEDS = lazy(r"(?:[一二三四]、)?(?:{RESPONDING}?程序|{RESPONDING}*{RESPONSE}(?!条件|标准))")
_CONDITIONS = lazy(r"{RESPONDING}*(?:条件|标准|情形)|(?:出现|符合|有|达到)(?:以下|下列)")
_CONTINUES = lazy(r"\(?(?:续表|[-—\s\d·第页]+)[^,;。]{0,12}$")
# Between the pieces of a broken table: 续表, the number of a page, a rule of dashes.
_PAGE_BREAK = 80
# Paragraph items under a plain head do not take part in deciding where it belongs.
_ITEM_SCHEMES = frozenset({"arabic-paren", "circled"})


class ScaleLine(NamedTuple):
    """A paragraph of the document with the section it heads or belongs to (-1: none) and where its words begin."""

    paragraph: Paragraph
    section: int
    heading: bool
    start: int
    offset: int


class _Named(NamedTuple):
    """A line that heads a level."""

    line: int
    head: LevelHead
    name: LevelName


@fact("scales", "组分级", "graded scale|graded scales")
def scales(document: Document) -> tuple[Scale, ...]:
    """The graded scales of a document, in order of place."""
    lines = document.read(headed_lines)
    bounded = [line for line in lines if may_bound(line.paragraph.text)]
    found = [
        *_by_heads(document, lines),
        *_continued(document, (tuple(by_table(table, laid)) for table, laid in document.read(grids))),
        *(scale for line in bounded for scale in by_sentences(line.paragraph, line.start)),
    ]
    return tuple(_outermost(sorted(found, key=lambda scale: (scale.span.start, -scale.span.end))))


@fact("whole-tables")
def whole_tables(document: Document) -> tuple[Table, ...]:
    """The tables of a document, those that a page break has parted, and which repeat their head, made one again."""
    joined: list[Table] = []
    for table in document.tables:
        last = joined[-1] if joined else None
        if last and _same_head(last, table) and _broken(document, last.span.end, table.span.start):
            joined[-1] = last._replace(rows=last.rows + table.rows, span=Span(last.span.start, table.span.end))
        else:
            joined.append(table)
    return tuple(joined)


@fact("grids")
def grids(document: Document) -> tuple[tuple[Table, GradedGrid], ...]:
    """Each whole table with its columns told apart, once for all that read levels, steps or amounts in it."""
    return tuple([(table, grid(table)) for table in document.read(whole_tables)])


def _same_head(one: Table, other: Table) -> bool:
    heads = [[cell.text for cell in table.header] for table in (one, other)]
    return bool(heads[0]) and heads[0] == heads[1]


def _continued(document: Document, tables: Iterable[Sequence[Scale]]) -> list[Scale]:
    """Join scales of tables that a page break has parted (续表): the levels run on, and nothing is said in between."""
    joined: list[Scale] = []
    for found in filter(None, tables):
        last, first = joined[-1] if joined else None, found[0]
        if last and _runs_on(last, first) and _broken(document, last.span.end, first.span.start):
            span = Span(last.span.start, first.span.end)
            joined[-1] = last._replace(levels=last.levels + first.levels, span=span)
            joined += found[1:]
        else:
            joined += found
    return joined


def _broken(document: Document, end: int, start: int) -> bool:
    """Whether only marks of a page break stand between two places."""
    if not 0 <= start - end < _PAGE_BREAK:
        return False
    lines = document.read(headed_lines)
    between = (line.paragraph.text for line in lines if end <= line.paragraph.pieces[0].start < start)
    return all(_CONTINUES.match(text) for text in between)


def _runs_on(above: Scale, below: Scale) -> bool:
    """Whether the levels below are the next ones, in the direction of those above."""
    ranks = [level.name.rank for level in above.levels]
    step = 1 if ranks[-1] > ranks[0] else -1
    same = above.levels[0].name.vocabulary == below.levels[0].name.vocabulary
    return same and below.levels[0].name.rank == ranks[-1] + step


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


@fact("headed-lines")
def headed_lines(document: Document) -> list[ScaleLine]:
    """The paragraphs outside tables in order, with the section they head or belong to."""
    lines: list[ScaleLine] = []
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


def _plain(blocks: Iterable[Paragraph | Table], section: int) -> Iterator[ScaleLine]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield quick(ScaleLine, (block, section, False, 0, block.pieces[0].start))


def _heading(section: Section) -> ScaleLine:
    start = section.heading.text.find(section.title, len(section.mark.text)) if section.title else 0
    return quick(ScaleLine, (section.heading, section.index, True, max(start, 0), section.span.start))


# Scales by headed lines


def _by_heads(document: Document, lines: Sequence[ScaleLine]) -> Iterator[Scale]:
    groups: dict[tuple[object, ...], list[_Named]] = defaultdict(list)
    for at, line in enumerate(lines):
        head = head_of(line.paragraph.text, line.start)
        if head is None:
            continue
        for name in {name.vocabulary: name for name in reversed(head.names)}.values():
            groups[*_place(document, line, head), name.vocabulary].append(_Named(at, head, name))
    taken: set[int] = set()
    begun: dict[tuple[object, ...], list[int]] = defaultdict(list)
    chosen: list[tuple[tuple[object, ...], list[_Named]]] = []
    runs = ((place, run) for place, group in groups.items() for run in _runs(group))
    for (*place, _), run in sorted(runs, key=lambda one: len(one[1]), reverse=True):
        if taken.isdisjoint(named.line for named in run):
            taken.update(named.line for named in run)
            begun[tuple(place)].append(run[0].line)
            chosen.append((tuple(place), run))
    for starts in begun.values():
        starts.sort()
    for where, run in chosen:
        # Where another scale begins at the same place, the last level of this one is over.
        following = bisect_right(begun[where], run[-1].line)
        yield _scale(document, lines, run, next(iter(begun[where][following : following + 1]), len(lines)))


def _place(document: Document, line: ScaleLine, head: LevelHead) -> tuple[object, ...]:
    """Lines with the same place can be levels of one scale: siblings of one scheme, or paragraphs of one section."""
    if line.heading:
        section = document.sections[line.section]
        return ("heading", section.part, section.parent, section.mark.scheme)
    at = line.section
    while at >= 0 and document.sections[at].mark.scheme in _below(line, head):
        at = document.sections[at].parent
    return ("plain", at, -1, "")


def _below(line: ScaleLine, head: LevelHead) -> frozenset[str]:
    """The schemes of items that can stand below a level: all that do where the line is the head alone (重大事故:)."""
    alone = not line.heading and head.end >= len(line.paragraph.text)
    return _ITEM_SCHEMES | {"chinese-paren", "arabic"} if alone else _ITEM_SCHEMES


def _runs(group: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Cut the named lines of one place where a rank comes again or the subject changes; two levels make a scale."""
    run: list[_Named] = []
    for named in group:
        # 启动Ⅰ级响应后,…: a line below the head of a level that names it again.
        if run and run[-1].head.rest and (named.name.rank, named.line) == (run[-1].name.rank, run[-1].line + 1):
            continue
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


def _scale(document: Document, lines: Sequence[ScaleLine], run: Sequence[_Named], over: int) -> Scale:
    ends = [named.line for named in run[1:]]
    lengths = [end - named.line for named, end in zip(run, ends, strict=False)]
    below = _below(lines[run[-1].line], run[-1].head)
    end = _last(document, lines, run[-1].line, below, single=all(length == 1 for length in lengths))
    ends.append(min(over, end))
    levels = tuple(_level(lines, named, end) for named, end in zip(run, ends, strict=True))
    first, last = lines[run[0].line], lines[ends[-1] - 1]
    subject = max((named.head.rest for named in run), key=len)
    context = document.sections[first.section].title if first.section >= 0 else ""
    if first.heading and document.sections[first.section].parent >= 0:
        context = document.sections[document.sections[first.section].parent].title
    span = Span(first.offset, last.paragraph.span().end)
    return Scale(kind_of(subject, context), subject, levels, first.section, span)


def _last(document: Document, lines: Sequence[ScaleLine], at: int, below: frozenset[str], *, single: bool) -> int:
    """The line behind the last level. If every other level is a single paragraph, so is this one."""
    if single:
        return at + 1
    line = lines[at]
    end = document.sections[line.section].span.end if line.section >= 0 else document.span.end
    stop = at + 1
    while stop < len(lines) and (lines[stop].offset < end or not line.heading):
        scheme = document.sections[lines[stop].section].mark.scheme if lines[stop].section >= 0 else ""
        if not line.heading and lines[stop].heading and scheme not in below:
            break
        stop += 1
    return stop


def _level(lines: Sequence[ScaleLine], named: _Named, end: int) -> Level:
    line = lines[named.line]
    head = line.paragraph.span(named.name.start, named.name.end)
    begins = named.head.end
    # 二级(51~100):良 holds its condition within its head.
    if begins > named.name.end and may_bound(line.paragraph.text[named.name.end : begins]):
        begins = named.name.end
    chunks = [(line.paragraph, begins)] if begins < len(line.paragraph.text) else []
    chunks += [(one.paragraph, one.start) for one in lines[named.line + 1 : end]]
    words = line.paragraph.text[named.head.start : named.head.end]
    return Level(named.name, head, words, *_conditions(chunks))


def _conditions(chunks: Iterable[tuple[Paragraph, int]]) -> tuple[tuple[GradedItem, ...], tuple[GradedItem, ...]]:
    """The items of paragraphs that state conditions, and of those that state deeds."""
    conditions: list[GradedItem] = []
    deeds: list[GradedItem] = []
    into = conditions
    for paragraph, start in chunks:
        if _CONDITIONS.match(paragraph.text, start):
            into = conditions
        elif _DEEDS.match(paragraph.text, start):
            into = deeds
        into.extend(items(paragraph, start))
    return tuple(conditions), tuple(deeds)
