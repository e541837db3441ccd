"""Where the steps of a ladder can stand: the clauses of a sentence, the sentences of a paragraph, sibling items, lines
with a label, the cells of a column, the items of a cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.facts.bands.grids import GradedGrid, acts, label_of, words_of
from linter.facts.bands.model import GradedItem, items
from linter.facts.bands.quantities import Band, may_bound, scan
from linter.facts.bands.readings import consequence, leads_on
from linter.facts.bands.scales import ScaleLine, grids, headed_lines, scales
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Row, Table

# A column that states bands in every row is a ladder if at least three rows follow one another.
ROWS = 3
_LIST = 2
# One of what is counted.
ONE = lazy(r"(?<![\d.第])1(?=[^\d.,、])")
_CLAUSE = lazy(r"[^,:]+")
_LISTED = lazy(r"(?:[^,、:(]|\([^()]*\)?)+")
_SLASHED = lazy(r"[^;。/]+")
# 基础档(年用气量: the name of a step before the bracket with its band.
# Heads of what a step is given, though they may head conditions as well: 标准 | 90分以上.
_AMOUNT = lazy(r"(?:标准|比例|额度|限额)(?:\([^()]{1,10}\))?$")
_NAMED = lazy(r"^[^()]{1,12}\(")
# 50㎡<违法建设面积≤200㎡
_BETWEEN = lazy(r"[\d.]+[^\d<≤]{0,4}[<≤]([^\d<≤]{2,16})[<≤]")
_UNNUMBERED = lazy(r"[^:;。,、\d]{2,16}$")
_LABELLED = lazy(r"[^:;。,\d]{1,16}:|[a-z][).] ?")
# The number of an item within a cell, and what joins items (3. 年龄…; / 2. …).
_NUMBERED = lazy(r"^[\s/]*(?:\(?[\d一二三四五六七八九十]{1,2}[.、)]|[①-⑳])?\s*")


class Steps(NamedTuple):
    """Nodes that can be steps of a ladder, how many of them make one, and what follows at each where a table says."""

    nodes: Sequence[Sequence[GradedItem]]
    least: int
    deeds: Sequence[tuple[GradedItem, ...]] = ()


def node_lists(document: Document, taken: Sequence[Span]) -> Iterator[Steps]:
    """Lists of nodes that can be steps of a ladder, with the least number of steps that makes one."""
    heads = sorted(level.span.start for scale in document.read(scales) for level in scale.levels)
    siblings: dict[tuple[int, int, str], list[ScaleLine]] = defaultdict(list)
    lines = document.read(headed_lines)
    for line in lines:
        text = line.paragraph.text
        if line.heading:
            section = document.sections[line.section]
            siblings[section.part, section.parent, section.mark.scheme].append(line)
        if may_bound(text):
            if (";" in text or "。" in text) and not _inside(line.paragraph, taken):
                yield Steps([[_stated(item)] for item in items(line.paragraph, line.start)], 2)
            yield from _sentences(line.paragraph, line.start, taken)
    yield from _siblings(siblings.values(), heads, taken)
    yield from _labelled(lines, heads, taken)
    yield from _in_tables(document, taken)


def _siblings(groups: Iterable[Sequence[ScaleLine]], heads: Sequence[int], taken: Sequence[Span]) -> Iterator[Steps]:
    """Sibling items. Within a level of a scale only steps that each lead to something are a ladder: (一)…的,处…."""
    for group in groups:
        if sum(may_bound(line.paragraph.text) for line in group) < 2 or _are_levels(group, heads):
            continue
        nodes = [list(items(line.paragraph, line.start)) for line in group]
        if not _inside(group[0].paragraph, taken) or sum(any(map(leads_on, node)) for node in nodes) > 1:
            yield Steps(nodes, 2)


def _labelled(lines: Sequence[ScaleLine], heads: Sequence[int], taken: Sequence[Span]) -> Iterator[Steps]:
    """Lines without numbers that follow one another, each a label and its band (一等奖学金:90分及以上), or all of them
    with the same words before their first band (室温16℃以上不足18℃的,…).
    """
    run: list[ScaleLine] = []
    alike = ""
    for line in (*lines, None):
        begins = _beginning(line.paragraph) if line and not line.heading else ""
        if line and begins and (begins == alike or not run):
            alike = begins
            run.append(line)
            continue
        if len(run) >= ROWS and not _are_levels(run, heads) and not _inside(run[0].paragraph, taken):
            yield Steps([[_stated(item) for item in items(line.paragraph)] for line in run], ROWS)
        run, alike = ([line], begins) if line and begins else ([], "")


def _beginning(paragraph: Paragraph) -> str:
    """How a line with a band begins: ":" if with a label, else the words before the band, what it measures, or ""."""
    text = paragraph.text
    if not may_bound(text):
        return ""
    if _LABELLED.match(text):
        return ":"
    first = next(iter(scan(text)), None)
    words = _UNNUMBERED.match(text, 0, first.start if first else 0) or _BETWEEN.match(text)
    if first and not words and first.start == 0 and first.form != "bare" and first.unit.name:
        return f"#{first.unit.dimension}"  # 1层至3层的,每平方米交存50元
    return words[words.lastindex or 0] if words else ""


def _in_tables(document: Document, taken: Sequence[Span]) -> Iterator[Steps]:
    for table, laid in document.read(grids):
        if not _covered(table, taken):
            yield from _columns(laid)
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


def _in_cell(paragraph: Paragraph, taken: Sequence[Span]) -> Iterator[Steps]:
    """Steps within one cell with bounds: parted by commas, or numbered and parted by stops and strokes."""
    text = paragraph.text
    yield from _sentences(paragraph, 0, taken)
    if (";" in text or "。" in text or "/" in text) and not _inside(paragraph, taken):
        nodes = [
            [GradedItem(paragraph, match.start() + _lead_in(match[0]), match.end())]
            for match in _SLASHED.finditer(text)
            if match[0].strip()
        ]
        yield Steps(nodes, 2)


def _lead_in(words: str) -> int:
    found = _NUMBERED.match(words)
    return found.end() if found else 0


def _sentences(paragraph: Paragraph, start: int, taken: Sequence[Span]) -> Iterator[Steps]:
    """Steps parted by commas: 98%以上得15分,95%以上98%以下得10分,95%以下不得分. What follows them reads alike."""
    text = paragraph.text
    if sum([band.form != "bare" for band in scan(text)]) < _LIST or _inside(paragraph, taken):
        return
    # 怀孕10周以内(含)的…、怀孕10周以上…: with 、 between them even two steps stand in one list.
    for pattern, mark, least in ((_CLAUSE, ",", ROWS), (_LISTED, "、", 2)):
        if text.count(mark) >= least - 1:
            for item in items(paragraph, start):
                yield from (Steps(run, least) for run in _runs(item, pattern))


def _runs(item: GradedItem, pattern: re.Pattern[str]) -> Iterator[list[list[GradedItem]]]:
    """Runs of clauses that each begin with one band and go on alike, of a sentence or a list."""
    text = item.paragraph.text
    run: list[list[GradedItem]] = []
    tail = ""
    for clause in pattern.finditer(text, item.start, item.end):
        step = item._replace(start=clause.start(), end=clause.end())
        bands = [band for band in step.bands() if states(step, band)]
        if not bands:
            continue
        behind = text[bands[0].end : step.end].removeprefix("的").removeprefix("不")[:1]
        before = _NAMED.sub("", text[step.start : bands[0].start])
        # 总质量4.5吨以下的…,4.5吨以上12吨以下的…: a later step leaves out what it measures.
        elided = not before and bool(run)
        if (
            len(bands) > 1
            or (
                not elided
                and before != (_NAMED.sub("", text[run[-1][0].start : run[-1][0].bands()[0].start]) if run else before)
            )
            or (not before and behind != tail)
        ):
            yield run
            run, tail = [], behind
        if len(bands) == 1:
            run.append([step._replace(end=bands[0].end)])
            tail = behind
    yield run


def states(item: GradedItem, band: Band) -> bool:
    """Whether a band is a condition with bounds, not what follows from one."""
    return band.form != "bare" and not consequence(item, band)


def _inside(paragraph: Paragraph, spans: Sequence[Span]) -> bool:
    start = paragraph.pieces[0].start
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and start < spans[at].end


def _covered(table: Table, taken: Sequence[Span]) -> bool:
    """Whether a scale was read in a table; its columns are no ladders beside it."""
    at = bisect_right(taken, (table.span.end, 1 << 60)) - 1
    return at >= 0 and taken[at].end > table.span.start


def _columns(laid: GradedGrid) -> Iterator[Steps]:
    """The columns that state conditions, act by act, with what follows in the same row."""
    yield from _across(laid)
    for index, column in enumerate(laid.columns):
        if column.role != "condition":
            continue
        cells = [row.cells[index] for row in laid.rows if index < len(row.cells)]
        stated = [cell for cell in cells if cell.paragraphs and _has_band(cell.paragraphs[0], column.unit)]
        # The first may count one: 未检测1项.
        if len(stated) < ROWS - any(ONE.search(cell.text) for cell in cells):
            continue
        for rows in acts(laid.rows, index):
            nodes = [_cell_items(row, index, "", column.unit) for row in rows]
            yield Steps(nodes, ROWS, [_deeds(laid, row) for row in rows])


def _across(laid: GradedGrid) -> Iterator[Steps]:
    """Rows whose cells beside a label all state a quantity, as levels across do: 基础档 | 标准档 | 强化档."""
    for row in laid.rows:
        cells = row.cells[1:]
        if len(cells) >= ROWS and all(cell.paragraphs for cell in cells):
            label = label_of(row.cells[0].text)
            if label.role == "condition" and all(_has_band(cell.paragraphs[0], label.unit) for cell in cells):
                yield Steps([_cell_items(row, at + 1, label.head, label.unit) for at in range(len(cells))], ROWS)


def _deeds(laid: GradedGrid, row: Row) -> tuple[GradedItem, ...]:
    """What a row says that follows, with the heads of its columns."""
    columns = enumerate(laid.columns)
    return tuple(
        item
        for index, column in columns
        if column.role == "consequence" or (_AMOUNT.search(column.head) and not may_bound(words_of(row, index)))
        for item in _cell_items(row, index, column.head, column.unit)
    )


def _cell_items(row: Row, index: int, label: str, unit: str) -> list[GradedItem]:
    paragraphs = row.cells[index].paragraphs if index < len(row.cells) else ()
    return list(items(paragraphs[0], 0, label, unit)) if paragraphs else []


def _has_band(paragraph: Paragraph, unit: str) -> bool:
    return may_bound(paragraph.text) or bool(unit and any(character.isdigit() for character in paragraph.text))
