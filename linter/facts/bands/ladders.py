"""Ladders without level names: 不满1万元的…；1万元以上不满5万元的…；5万元以上的….

They stand in one paragraph, in one sentence, in sibling items, or down a column of a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from linter.facts.bands.levels import LevelName
from linter.facts.bands.measures import Measure
from linter.facts.bands.model import GradedItem, Level, items
from linter.facts.bands.quantities import may_bound
from linter.facts.bands.readings import Reading, above, between, consequence, reading
from linter.facts.bands.scales import ScaleLine, headed_lines, scales
from linter.language.interval import empty
from linter.language.pattern import lazy
from linter.structure.fact import fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.language.text import Span
    from linter.structure.model import Document, Paragraph, Table

# A column that states bands in every row is a ladder if at least three rows follow one another.
_ROWS = 3
_LABEL = 30
_CLAUSE = lazy(r"[^,]+")
# 90分以上的为优秀, 80分以上90分以下的为良好: what a step is called is no part of what it measures.
_CALLED = lazy(r"(?:[评定]|认定|确定)?(?:为|属于).*|(?<![用工耗历])时$")


@fact("ladders")
def ladders(document: Document) -> tuple[Measure, ...]:
    """The ladders of a document that no named scale covers."""
    taken = sorted(scale.span for scale in document.read(scales))
    found: list[Measure] = []
    for nodes, least in _node_lists(document, taken):
        found += _ladders(document, nodes, least)
    return tuple(found)


def _node_lists(document: Document, taken: Sequence[Span]) -> Iterator[tuple[list[list[GradedItem]], int]]:
    """Lists of nodes that can be steps of a ladder, with the least number of steps that makes one."""
    siblings: dict[tuple[int, int, str], list[ScaleLine]] = defaultdict(list)
    for line in document.read(headed_lines):
        text = line.paragraph.text
        if line.heading:
            section = document.sections[line.section]
            siblings[section.part, section.parent, section.mark.scheme].append(line)
        if (";" in text or "。" in text) and may_bound(text) and not _inside(line.paragraph, taken):
            yield [[_stated(item)] for item in items(line.paragraph, line.start)], 2
        yield from _sentences(line.paragraph, line.start, taken)
    for group in siblings.values():
        if sum(may_bound(line.paragraph.text) for line in group) > 1 and not _inside(group[0].paragraph, taken):
            yield [list(items(line.paragraph, line.start)) for line in group], 2
    for table in document.tables:
        yield from ((column, _ROWS) for column in _columns(table, taken))
        for cell in (cell for row in table.rows for cell in row.cells):
            for paragraph in cell.paragraphs:
                yield from _sentences(paragraph, 0, taken)


def _stated(item: GradedItem) -> GradedItem:
    """A step without the words before its colon: 举报奖励标准:涉案金额不满100万元的."""
    return item._replace(start=item.start + item.text.find(":") + 1)


def _sentences(paragraph: Paragraph, start: int, taken: Sequence[Span]) -> Iterator[tuple[list[list[GradedItem]], int]]:
    """Steps parted by commas: 98%以上得15分,95%以上98%以下得10分,95%以下不得分. What follows them reads alike."""
    if paragraph.text.count(",") < _ROWS - 1 or not may_bound(paragraph.text) or _inside(paragraph, taken):
        return
    for item in items(paragraph, start):
        run: list[list[GradedItem]] = []
        tail = ""
        for clause in _CLAUSE.finditer(paragraph.text, item.start, item.end):
            step = item._replace(start=clause.start(), end=clause.end())
            bands = [band for band in step.bands() if band.form != "bare" and not consequence(step, band)]
            if not bands:
                continue
            behind = paragraph.text[bands[0].end : step.end].removeprefix("的").removeprefix("不")[:1]
            if len(bands) > 1 or bands[0].start > step.start or behind != tail:
                yield run, _ROWS
                run, tail = [], behind
            if len(bands) == 1:
                run.append([step._replace(start=bands[0].start, end=bands[0].end)])
        yield run, _ROWS


def _inside(paragraph: Paragraph, spans: Sequence[Span]) -> bool:
    start = paragraph.pieces[0].start
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and start < spans[at].end


def _columns(table: Table, taken: Sequence[Span]) -> Iterator[list[list[GradedItem]]]:
    width = max((len(row.cells) for row in table.rows), default=0)
    for index in range(width):
        cells = table.column(index)
        paragraphs = [cell.paragraphs[0] for cell in cells if cell.paragraphs]
        if len(paragraphs) < _ROWS or not may_bound(paragraphs[0].text) or _inside(paragraphs[0], taken):
            continue
        yield [list(items(cell.paragraphs[0])) if cell.paragraphs else [] for cell in cells]


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
    return one.key[0], _CALLED.sub("", one.words)


def _elided(key: tuple[str, str], open_: dict[tuple[str, str], list[Reading]]) -> tuple[str, str]:
    """The key of a step in running text that leaves out what it measures: 涉案金额不满100万元…;100万元以上…."""
    same = [other for other in open_ if other[0] == key[0]]
    return same[0] if not key[1] and len(same) == 1 else key


def _readings(document: Document, node: Sequence[GradedItem], at: int) -> Iterator[Reading]:
    """The bounded conditions of a step; of two about the same thing only the first."""
    for item in node:
        if not may_bound(item.text):
            continue
        level = Level(LevelName("", at, item.text[:_LABEL], 0, 0), item.span, "", (item,))
        for band in reversed(item.bands()):
            if band.form != "bare" and not band.flaw and not band.about and not consequence(item, band):
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
    meetings = [between(one, other) for one, other in pairs]
    if None in meetings:
        return False
    if len(pairs) == 1:
        # 1年内…1年以上: two steps that share a number say nothing of a scale, two that do not leave something out.
        return _complements(*chain) and not any(meeting and meeting.shared for meeting in meetings)
    joined = sum(meeting is not None and (meeting.shared or meeting.kind == "joined") for meeting in meetings)
    return joined * 2 >= len(pairs)


def _complements(one: Reading, other: Reading) -> bool:
    """不足1万元 and 1万元以上: two halves that are meant to leave nothing out."""
    first, second = one.interval, other.interval
    return (first.lower is None and second.upper is None) or (first.upper is None and second.lower is None)
