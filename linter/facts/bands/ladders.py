"""Ladders without level names: 不满1万元的…；1万元以上不满5万元的…；5万元以上的….

They stand in one paragraph, in one sentence, in sibling items, or down a column of a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from linter.facts.bands.grids import acts, grid
from linter.facts.bands.levels import LevelName, names_in, steps_in
from linter.facts.bands.measures import Measure, measures
from linter.facts.bands.model import GradedItem, Level, items
from linter.facts.bands.quantities import may_bound, scan
from linter.facts.bands.readings import Reading, above, between, consequence, leads_on, reading
from linter.facts.bands.scales import ScaleLine, headed_lines, scales
from linter.facts.bands.spacing import as_meant, spacing
from linter.language.interval import empty
from linter.language.pattern import lazy
from linter.structure.fact import fact

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from linter.facts.bands.quantities import Band
    from linter.language.interval import Meeting
    from linter.language.numerals import Number
    from linter.language.text import Span
    from linter.structure.model import Document, Paragraph, Table

__all__ = ["ladders"]

# A column that states bands in every row is a ladder if at least three rows follow one another.
_ROWS = 3
_LIST = 2
_LABEL = 30
_CLAUSE = lazy(r"[^,]+")
_LISTED = lazy(r"[^,、]+")
_SLASHED = lazy(r"[^;。/]+")
# 90分以上的为优秀, 80分以上90分以下的为良好: what a step is called is no part of what it measures.
_CALLED = lazy(r"(?:[评定]|认定|确定)?(?:为|属于).*|(?<![用工耗历])时$")
# The number of an item within a cell, and what joins items (3. 年龄…; / 2. …).
_NUMBERED = lazy(r"^[\s/]*(?:\(?[\d一二三四五六七八九十]{1,2}[.、)]|[①-⑳])?\s*")


@fact("ladders", "条无名阶梯", "ladders without names")
def ladders(document: Document) -> tuple[Measure, ...]:
    """The ladders of a document that no named scale covers."""
    taken = sorted(scale.span for scale in document.read(scales))
    found: list[Measure] = []
    seen = {one.span for measure in document.read(measures) for one in measure.readings}
    for nodes, least in _node_lists(document, taken):
        for measure in _ladders(document, nodes, least):
            spans = {one.span for one in measure.readings}
            if not spans <= seen:  # one list may be read by more than one of its marks
                seen |= spans
                found.append(measure)
    return tuple(found)


def _node_lists(document: Document, taken: Sequence[Span]) -> Iterator[tuple[list[list[GradedItem]], int]]:
    """Lists of nodes that can be steps of a ladder, with the least number of steps that makes one."""
    heads = sorted(level.span.start for scale in document.read(scales) for level in scale.levels)
    siblings: dict[tuple[int, int, str], list[ScaleLine]] = defaultdict(list)
    for line in document.read(headed_lines):
        text = line.paragraph.text
        if line.heading:
            section = document.sections[line.section]
            siblings[section.part, section.parent, section.mark.scheme].append(line)
        if may_bound(text):
            if (";" in text or "。" in text) and not _inside(line.paragraph, taken):
                yield [[_stated(item)] for item in items(line.paragraph, line.start)], 2
            yield from _sentences(line.paragraph, line.start, taken)
    yield from _siblings(siblings.values(), heads, taken)
    yield from _in_tables(document, taken)


def _siblings(
    groups: Iterable[Sequence[ScaleLine]], heads: Sequence[int], taken: Sequence[Span]
) -> Iterator[tuple[list[list[GradedItem]], int]]:
    """Sibling items. Within a level of a scale only steps that each lead to something are a ladder: (一)…的,处…."""
    for group in groups:
        if sum(may_bound(line.paragraph.text) for line in group) < 2 or _are_levels(group, heads):
            continue
        nodes = [list(items(line.paragraph, line.start)) for line in group]
        if not _inside(group[0].paragraph, taken) or sum(any(map(leads_on, node)) for node in nodes) > 1:
            yield nodes, 2


def _in_tables(document: Document, taken: Sequence[Span]) -> Iterator[tuple[list[list[GradedItem]], int]]:
    for table in document.tables:
        if not _covered(table, taken):
            yield from ((column, _ROWS) for column in _columns(table))
        for cell in (cell for row in table.rows for cell in row.cells):
            for paragraph in cell.paragraphs:
                if may_bound(paragraph.text):
                    yield from _in_cell(paragraph, taken)


def _are_levels(group: Sequence[ScaleLine], heads: Sequence[int]) -> bool:
    """Whether siblings are themselves the levels of a scale, which measures them already."""
    named = 0
    for line in group:
        start = line.paragraph.pieces[0].start
        at = bisect_right(heads, start - 1)
        named += at < len(heads) and heads[at] < start + len(line.paragraph.text)
    return named > 1


def _stated(item: GradedItem) -> GradedItem:
    """A step without the words before its colon: 举报奖励标准:涉案金额不满100万元的."""
    return item._replace(start=item.start + item.text.find(":") + 1)


def _in_cell(paragraph: Paragraph, taken: Sequence[Span]) -> Iterator[tuple[list[list[GradedItem]], int]]:
    """Steps within one cell with bounds: parted by commas, or numbered and parted by stops and strokes."""
    text = paragraph.text
    yield from _sentences(paragraph, 0, taken)
    if (";" in text or "。" in text or "/" in text) and not _inside(paragraph, taken):
        yield (
            [
                [GradedItem(paragraph, match.start() + _lead_in(match[0]), match.end())]
                for match in _SLASHED.finditer(text)
                if match[0].strip()
            ],
            2,
        )


def _lead_in(words: str) -> int:
    found = _NUMBERED.match(words)
    return found.end() if found else 0


def _sentences(paragraph: Paragraph, start: int, taken: Sequence[Span]) -> Iterator[tuple[list[list[GradedItem]], int]]:
    """Steps parted by commas: 98%以上得15分,95%以上98%以下得10分,95%以下不得分. What follows them reads alike."""
    text = paragraph.text
    if sum([band.form != "bare" for band in scan(text)]) < _LIST or _inside(paragraph, taken):
        return
    # 怀孕10周以内(含)的…、怀孕10周以上…: with 、 between them even two steps stand in one list.
    for pattern, mark, least in ((_CLAUSE, ",", _ROWS), (_LISTED, "、", 2)):
        if text.count(mark) >= least - 1:
            for item in items(paragraph, start):
                yield from ((run, least) for run in _runs(item, pattern))


def _runs(item: GradedItem, pattern: re.Pattern[str]) -> Iterator[list[list[GradedItem]]]:
    """Runs of clauses that each begin with one band and go on alike, of a sentence or a list."""
    text = item.paragraph.text
    run: list[list[GradedItem]] = []
    tail = ""
    for clause in pattern.finditer(text, item.start, item.end):
        step = item._replace(start=clause.start(), end=clause.end())
        bands = [band for band in step.bands() if _states(step, band)]
        if not bands:
            continue
        behind = text[bands[0].end : step.end].removeprefix("的").removeprefix("不")[:1]
        before = text[step.start : bands[0].start]
        if (
            len(bands) > 1
            or before != (text[run[-1][0].start : run[-1][0].bands()[0].start] if run else before)
            or (not before and behind != tail)
        ):
            yield run
            run, tail = [], behind
        if len(bands) == 1:
            run.append([step._replace(end=bands[0].end)])
            tail = behind
    yield run


def _states(item: GradedItem, band: Band) -> bool:
    return band.form != "bare" and not consequence(item, band)


def _inside(paragraph: Paragraph, spans: Sequence[Span]) -> bool:
    start = paragraph.pieces[0].start
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and start < spans[at].end


def _covered(table: Table, taken: Sequence[Span]) -> bool:
    """Whether a scale was read in a table; its columns are no ladders beside it."""
    at = bisect_right(taken, (table.span.end, 1 << 60)) - 1
    return at >= 0 and taken[at].end > table.span.start


def _columns(table: Table) -> Iterator[list[list[GradedItem]]]:
    """The columns that state conditions, act by act."""
    laid = grid(table)
    for index, column in enumerate(laid.columns):
        if column.role != "condition":
            continue
        cells = [row.cells[index] for row in laid.rows if index < len(row.cells)]
        stated = [cell for cell in cells if cell.paragraphs and _has_band(cell.paragraphs[0], column.unit)]
        if len(stated) < _ROWS:
            continue
        for rows in acts(laid.rows, index):
            yield [
                list(items(row.cells[index].paragraphs[0], 0, "", column.unit))
                if index < len(row.cells) and row.cells[index].paragraphs
                else []
                for row in rows
            ]


def _has_band(paragraph: Paragraph, unit: str) -> bool:
    return may_bound(paragraph.text) or bool(unit and any(character.isdigit() for character in paragraph.text))


def _ladders(document: Document, nodes: Sequence[Sequence[GradedItem]], least: int) -> Iterator[Measure]:
    open_: dict[tuple[str, str], list[Reading]] = {}
    running = len({id(item.paragraph) for node in nodes for item in node}) == 1
    for at, node in enumerate(nodes):
        found = {_elided(_key(one), open_ if running else {}): one for one in _readings(document, node, at)}
        for key in [key for key in open_ if key not in found]:
            yield from _closed(open_.pop(key), least)
        for key, one in found.items():
            open_.setdefault(key, []).append(one)
    for chain in open_.values():
        yield from _closed(chain, least)


def _key(one: Reading) -> tuple[str, str]:
    """What a step measures: by the words next to its band, without those that a step is called by or leads to."""
    dimension, words = one.theme
    names = [*names_in(words), *steps_in(words)]
    for name in sorted(names, key=lambda name: -name.start):
        words = words[: name.start] + words[name.end :]
    return dimension, _CALLED.sub("", words)


def _elided(key: tuple[str, str], open_: dict[tuple[str, str], list[Reading]]) -> tuple[str, str]:
    """The key of a step in running text that leaves out what it measures: 涉案金额不满100万元…;100万元以上…."""
    same = [other for other in open_ if other[0] == key[0]]
    return same[0] if not key[1] and len(same) == 1 else key


def _readings(document: Document, node: Sequence[GradedItem], at: int) -> Iterator[Reading]:
    """The bounded conditions of a step; of two about the same thing only the first."""
    for item in node:
        if not item.unit and not may_bound(item.text):
            continue
        level = Level(LevelName("", at, item.text[:_LABEL], 0, 0), item.span, "", (item,))
        for band in reversed(item.bands()):
            if _states(item, band) and not band.flaw and not band.about:
                yield reading(document, level, item, band)


def _closed(chain: list[Reading], least: int) -> Iterator[Measure]:
    if len(chain) >= least and not any(empty(one.interval) for one in chain) and _climbs(chain):
        yield Measure(tuple(chain), None)


def _climbs(chain: Sequence[Reading]) -> bool:
    """Whether bands go one way and most neighbours meet, so that those which do not are mistakes."""
    pairs = list(pairwise(chain))
    rising = [above(other, one) for one, other in pairs]
    falling = [above(one, other) for one, other in pairs]
    if not all(rising) and not all(falling):
        return False
    apart = spacing(
        [(other, one) if falls else (one, other) for falls, (one, other) in zip(falling, pairs, strict=True)]
    )
    meetings = [_meant(one, other, apart) for one, other in pairs]
    if len(pairs) == 1:
        return meetings[0] is not None and _two_steps(chain, meetings[0])
    # 10人以下, 11人至20人: what no clause decides may well join.
    joined = sum(one is not None and (one.shared or one.kind in {"joined", "undecided"}) for one in meetings)
    # One step without an end among others that join has lost it; steps that never meet are no parts of a whole.
    return joined * 2 >= len(pairs) and meetings.count(None) <= (joined > 1)


def _meant(one: Reading, other: Reading, apart: Number) -> Meeting | None:
    low, high = (other, one) if above(one, other) else (one, other)
    meeting = between(one, other)
    return meeting and as_meant(low, high, meeting, apart)


def _two_steps(chain: Sequence[Reading], meeting: Meeting) -> bool:
    """Whether two bands are steps of a scale. 1年内…1年以上 share a number and may say nothing of one; a note (含), or
    two words of which not both include it (<3个月, >3个月), tell that they do, and so do two that leave something out.
    """
    if not meeting.shared:
        return _complements(*chain)
    noted = any(bound is not None and bound.fixed for one in chain for bound in one.interval[:2])
    return noted or (meeting.kind in {"gap", "joined"} and _complements(*chain))


def _complements(one: Reading, other: Reading) -> bool:
    """不足1万元 and 1万元以上: two halves that are meant to leave nothing out."""
    first, second = one.interval, other.interval
    return (first.lower is None and second.upper is None) or (first.upper is None and second.lower is None)
