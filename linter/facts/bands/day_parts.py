"""A day that is parted into stretches of time: 全天分为三个时段,高峰8:00—12:00…; 昼间6:00至22:00,夜间22:00至次日6:00.

The stretches stand in the paragraph that parts the day, or in the table or the paragraphs below it. Seasons and days of
the week have partitions of their own, so that one slip is told and not several; a stretch within another is a part of
it (尖峰), and 其余时段 leaves no gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from linter.facts.base import Flow, flow
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, fact

__all__ = ["day_slips"]

_PARTED = lazy(
    r"(?:[全一每]天|[全每]日|24小时)[^。;:\n]{0,12}分为?[^。;:\n]{0,16}(?:时段|时间|期间|班)"
    r"|(?:时间|时段)[^。;:\n]{0,6}分为?[两二三四五六]个?(?:时?段|班)"
    r"|(?:昼|日)间[^。\n]{0,24}\d[^。\n]{0,24}夜间"
)
_AT = r"(?P<h{0}>\d{{1,2}})(?::(?P<m{0}>\d\d)|[时点](?:(?P<s{0}>\d{{1,2}})分)?)"
_STRETCH = lazy(
    rf"(?<![\d:年月])(?<!\d日){_AT.format(0)} ?(?:\([^()]{{1,3}}\))?(?:[-—–~]{{1,2}}|[至到]) ?"
    rf"(?P<next>次日|翌日|第二天)?(?:凌晨)? ?{_AT.format(1)}(?![\d:])"
)
_REST = lazy(r"其[余他它]|剩余")
_DAY = 24 * 60
# So many paragraphs and cells below may hold the stretches, so few of them nothing; a slip is so long, in minutes.
_BELOW, _EMPTY, _SLIP = 60, 3, 4 * 60
# So many stretches of which all but two neighbours meet part a day, whatever is said of them.
_WHOLE_DAY, _SHORTEST = 4, 24


class Stretch(NamedTuple):
    """A stretch of time in minutes from midnight, its words and place; one that passes midnight ends beyond a day."""

    start: int
    end: int
    words: str
    span: Span


class DaySlip(NamedTuple):
    """Two neighbouring stretches that overlap or leave a gap, and the time that both or neither has."""

    kind: Literal["overlap", "gap"]
    earlier: Stretch
    later: Stretch
    witness: str


@fact("day-slips")
def day_slips(document: Document) -> tuple[DaySlip, ...]:
    """The one slip of each partition of a day that has just one."""
    stream = document.read(flow)
    if not _STRETCH.search(stream.text):
        return ()
    found: list[DaySlip] = []
    done = 0
    for match in _PARTED.finditer(stream.text) if "时" in stream.text or "夜间" in stream.text else ():
        if match.start() >= done:
            text, done = _stretches(stream, match.start())
            found += _slip(text, rest=_REST.search(stream.text, match.start(), done) is not None)
    told = {one.span for slip in found for one in (slip.earlier, slip.later)}
    whole = [slip for run in _runs(document, stream) for slip in _slip(run, rest=False)]
    return (*found, *(slip for slip in whole if slip.earlier.span not in told and slip.later.span not in told))


def _runs(document: Document, stream: Flow) -> Iterator[list[Stretch]]:
    """The stretches of a paragraph and those down a column, if so many that all but one meeting tell of a whole day."""
    for unit in stream.units:
        if unit.table < 0 and len(unit.paragraph.text) >= _SHORTEST:
            yield from _several(_here(stream, unit.start, unit.end))
    for table in document.tables:
        for at in range(len(table.header)):
            cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at].paragraphs]
            matches = [(cell.paragraphs[0], _STRETCH.fullmatch(cell.text)) for cell in cells]
            if cells and all(match for _, match in matches):
                yield from _several([one for place, match in matches if match and (one := _stretch(place, match))])


def _several(found: list[Stretch]) -> list[list[Stretch]]:
    return [found] if len(found) >= _WHOLE_DAY else []


def _here(stream: Flow, start: int, end: int) -> list[Stretch]:
    matches = _STRETCH.finditer(stream.text, start, end)
    return [one for match in matches if (one := _stretch(stream, match))]


def _stretch(where: Flow | Paragraph, match: re.Match[str]) -> Stretch | None:
    begin, end = (_minutes(match[f"h{at}"], match[f"m{at}"] or match[f"s{at}"]) for at in (0, 1))
    if begin >= _DAY or end > _DAY:
        return None
    return Stretch(begin, end, match[0], where.span(*match.span()))


def _stretches(stream: Flow, at: int) -> tuple[list[Stretch], int]:
    """The stretches of a paragraph, or, where it has none, of those below it, and where they end."""
    first = stream.index_at(at)
    first_end = stream.units[first].end
    found: list[Stretch] = []
    empty = 0
    for unit in stream.units[first : first + _BELOW]:
        here = _here(stream, max(at, unit.start), unit.end)
        empty += not here and unit.table < 0
        if (len(found) > 1 and (at == first_end or (not here and unit.table < 0))) or empty > _EMPTY:
            break
        found += here
        at = unit.end
    return found, at


def _minutes(hours: str, minutes: str | None) -> int:
    return 60 * int(hours) + int(minutes or 0)


def _slip(found: Sequence[Stretch], *, rest: bool) -> Iterator[DaySlip]:
    ordered = sorted(one if one.end > one.start else one._replace(end=one.end + _DAY) for one in found)
    ordered = list(_outer(ordered))
    if len(ordered) < 2:
        return
    first = ordered[0]
    pairs = [*pairwise(ordered), (ordered[-1], first._replace(start=first.start + _DAY, end=first.end + _DAY))]
    slips = [(one, other) for one, other in pairs if one.end != other.start and not (rest and one.end < other.start)]
    if len(slips) == 1:
        (one, other), (begin, end) = slips[0], sorted((slips[0][0].end, slips[0][1].start))
        if end - begin <= _SLIP:
            yield DaySlip("gap" if one.end < other.start else "overlap", one, other, f"{_clock(begin)}—{_clock(end)}")


def _outer(ordered: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches that lie within no other one; of those that are the same the first."""
    longest = {one.start: one.end for one in ordered}
    reached = -1
    for one in ordered:
        if one.end > reached and one.end == longest[one.start]:
            yield one
        reached = max(reached, one.end)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24}:{minutes % 60:02}"
