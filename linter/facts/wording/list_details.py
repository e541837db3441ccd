"""A row of words and the clauses that tell of each: 经济调节、市场监管、社会治理…, then 社会管理领域标准主要是…."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.facts.base import flow
from linter.language.near import dice
from linter.language.pattern import lazy
from linter.language.record import NamedTuple, quick
from linter.language.text import HAN, Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["renamed_details"]

_ROW = lazy(rf"、(?:{HAN}{{2,12}}、){{2,}}{HAN}{{2,24}}")
_LAST = lazy(r"以及|[和及与等]")
# A clause that tells of an item begins a sentence, a paragraph or a member of an enumeration.
_LEAD = lazy(rf"[;。:\n] ?(?:其中,?|[(]?[一二三四五六七八九十\d]{{1,2}}[).、]+|[一二三四五六]是)?({HAN}{{4,24}})")
_FARTHEST = 3000
# So many items are told of under their names, each with the same words behind it: 领域标准.
_TOLD, _TAIL = 3, 2
_LONGEST = 12


class RenamedDetail(NamedTuple):
    """An item of a row, and the name under which it is told of, with their places.

    ``told`` is empty where nothing tells of the item; ``span`` then is its place in the row, ``model`` that of the
    clause which tells of the item behind it.
    """

    told: str
    listed: str
    span: Span
    model: Span


class _Lead(NamedTuple):
    words: str
    start: int


@fact("renamed-details")
def renamed_details(document: Document) -> tuple[RenamedDetail, ...]:
    """Items of a row that the clauses behind it tell of under another name, in order of place."""
    stream = document.read(flow)
    text = stream.text
    found: dict[int, RenamedDetail] = {}
    rows = list(_ROW.finditer(text))
    leads = [quick(_Lead, (match[1], match.start(1))) for match in _LEAD.finditer(text)] if rows else []
    first = 0
    for row in rows:
        while first < len(leads) and leads[first].start < row.end():
            first += 1
        for item, at, told, lead in _renamed(row[0], _behind(leads, first, row.end())):
            listed = stream.span(row.start() + at, row.start() + at + len(item))
            clause = stream.span(lead.start, lead.start + len(told or lead.words))
            one = RenamedDetail(told, item, *((clause, listed) if told else (listed, clause)))
            found.setdefault(one.span.start, one)
    return tuple([found[start] for start in sorted(found)])


def _behind(leads: list[_Lead], first: int, end: int) -> list[_Lead]:
    return [lead for lead in leads[first : first + 2 * _LONGEST] if lead.start < end + _FARTHEST]


def _renamed(row: str, leads: list[_Lead]) -> Iterator[tuple[str, int, str, _Lead]]:
    """Items with their offset in the row, the name under which a clause tells of them or none, and that clause."""
    items = list(_items(row))
    heads = "".join([f"\n{lead.words}" for lead in leads])
    at = {item: _told_at(item, leads) if f"\n{item}" in heads else -1 for item, _ in items}
    tails = Counter(leads[i].words[len(item) :][:_TAIL] for item, i in at.items() if i >= 0)
    ((tail, times),) = tails.most_common(1) or [("", 0)]
    if times < _TOLD or len(tail) < _TAIL:
        return
    # Of the first item the one before it is not known; of its clause it is enough that the words are like.
    for (before, _), (item, offset), (after, _) in zip([("", 0), *items], items, items[1:], strict=False):
        there = at.get(before, at[after] - 2)
        if at[item] >= 0 or there < -1 or (there < 0 and before) or at[after] < 0:
            continue
        if before and at[after] == there + 1 and times == len(items) - 1:
            yield item, offset, "", leads[at[after]]
        if at[after] == there + 2:
            lead = leads[there + 1]
            told = lead.words[: lead.words.find(tail, 1, _LONGEST)] if tail in lead.words[1:_LONGEST] else ""
            if told and told not in at and dice(told, item) > 0 and not _one_in_other(told, item):
                yield item, offset, told, lead


def _told_at(item: str, leads: list[_Lead]) -> int:
    """The first of the clauses that begins with an item."""
    return next(i for i, lead in enumerate(leads) if lead.words.startswith(item))


def _items(row: str) -> Iterator[tuple[str, int]]:
    """The items of a row with their offsets; the first, whose beginning is not sure, is left out."""
    at = 1
    pieces = row[1:].split("、")
    for number, piece in enumerate(pieces):
        joint = _LAST.search(piece) if number == len(pieces) - 1 else None
        if joint is None:
            yield piece, at
        else:
            yield piece[: joint.start()], at
            last = piece[joint.end() :]
            end = _LAST.search(last)
            yield last[: end.start()] if end else last, at + joint.end()
        at += len(piece) + 1


def _one_in_other(one: str, other: str) -> bool:
    return one in other or other in one
