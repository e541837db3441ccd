"""What the text and a table say a tier gets: A类人才100万元,B类人才60万元, and a table 人才类别 | 安家补贴(万元).

Nothing says that both speak of the same amounts; a column is held against the text only where it agrees with it for
two rows at least, and a row only where the text words its amount as that of a row that agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from linter.facts.base import Flow, flow
from linter.facts.counts.terms import read
from linter.language import ARABIC, NamedTuple, Span, lazy
from linter.structure import Cell, Document, Table, fact
from linter.structure.columns import headed

__all__ = ["tier_conflicts"]

_FEWEST, _MOST, _TABLES, _TIMES = 3, 40, 30, 12
_SHORTEST, _LONGEST = 2, 16
_CELL = lazy(rf"(?P<n>{ARABIC})(?P<u>[^\d\s]{{0,3}})$")
_HEAD_UNIT = lazy(r"\((?:单位[:为]?)?(?P<u>[^()\d,;。:、]{1,8})\)$")
_TABLE_UNIT = lazy(r"单位[:为]\s?(?P<u>[^\s()\d,;。、]{1,6})")
_AMOUNT = lazy(
    rf"(?P<lead>:?[^,。;:、\d\n()《》]{{0,16}}?)(?P<n>{ARABIC}) ?(?P<u>亿元|万元|元|%|[^\W\d_])"
    r"(?!{BOUND_BEHIND}|[多余至~—-])"
)
# Words between a tier and an amount that make it another amount: 比上年增长5%, 和乙共100元, 以上20元.
_ANOTHER = lazy(r"{BOUND}|{COMPARED}|[和及与或比占共]")
_HAN = frozenset("一二三四五六七八九十")
_MONEY = {"元": 1, "万元": 10**4, "亿元": 10**8}


class TierConflict(NamedTuple):
    """A tier with two amounts: its name, that of the text and that of the table, with their places."""

    tier: str
    words: str
    span: Span
    cell: str
    cell_span: Span


class _Mention(NamedTuple):
    """An amount that the text gives a tier: what stands between them, its value, its unit, its place."""

    lead: str
    value: int
    unit: str
    start: int
    end: int


class _Row(NamedTuple):
    tier: str
    cells: tuple[Cell, ...]
    mentions: tuple[_Mention, ...]


@fact("tier-conflicts")
def tier_conflicts(document: Document) -> tuple[TierConflict, ...]:
    """The tiers whose amount in the text is not that of the table, where the other amounts of both agree."""
    tables = [table for table in document.tables if _FEWEST <= len(table.rows) <= _MOST and table.header]
    if not tables:
        return ()
    stream = document.read(flow)
    return tuple(one for table in islice(tables, _TABLES) for one in _of(stream, table))


def _of(stream: Flow, table: Table) -> Iterator[TierConflict]:
    rows = _rows(stream, table)
    if sum(bool(row.mentions) for row in rows) < _FEWEST:
        return
    shared = _TABLE_UNIT.search(table.title.text) if table.title else None
    told: set[int] = set()
    for column in range(1, len(table.header)):
        head = _HEAD_UNIT.search(table.header[column].text.replace(" ", ""))
        unit = head["u"].partition("/")[0] if head else shared["u"].partition("/")[0] if shared else ""
        yield from _of_column(stream, [row for row in rows if column < len(row.cells)], column, unit, told)


def _rows(stream: Flow, table: Table) -> list[_Row]:
    """The rows of a table whose first words name a tier, each name once, with what the text gives it."""
    serial = headed(table, "serial", "code")
    at = 1 if serial and serial[0] == 0 else 0
    names = [row.cells[at].text.replace(" ", "") if at < len(row.cells) else "" for row in table.rows]
    known = [name for name in names if _SHORTEST <= len(name) <= _LONGEST and not name.isdecimal()]
    if len(set(known)) != len(known):
        return []
    rows: list[_Row] = []
    for name, row in zip(names, table.rows, strict=True):
        if name in known:
            rows.append(_Row(name, row.cells, tuple(_mentions(stream, name, known))))
    return rows


def _mentions(stream: Flow, name: str, names: list[str]) -> Iterator[_Mention]:
    text, at = stream.text, -1
    for _ in range(_TIMES):
        at = text.find(name, at + 1)
        if at < 0:
            return
        match = _AMOUNT.match(text, at + len(name))
        if match is None or stream.unit_at(at).table >= 0 or (name[0].isalnum() and _joined(text, at)):
            continue
        value = read(match["n"])
        lead = match["lead"]
        if value is None or _ANOTHER.search(lead) or any(other in lead for other in names):
            continue
        unit = match["u"]
        amount = value[0] * _MONEY.get(unit, 1)
        yield _Mention(lead, amount, "元" if unit in _MONEY else unit, match.start("n"), match.end())


def _joined(text: str, at: int) -> bool:
    """Whether a name goes on from the Latin letter or number before it: A类 in AA类, 二级 in 十二级."""
    before = text[at - 1 : at]
    return (before.isascii() and before.isalnum()) or before in _HAN


def _of_column(stream: Flow, rows: list[_Row], column: int, unit: str, told: set[int]) -> Iterator[TierConflict]:
    agreeing: dict[str, set[int]] = {}
    differing: list[tuple[_Row, _Mention]] = []
    for row in rows:
        own = _value(row.cells[column], unit)
        mentions = [one for one in row.mentions if own is not None and one.unit == own[1]]
        if own is None or not mentions:
            continue
        same = [one for one in mentions if one.value == own[0]]
        for one in same:
            agreeing.setdefault(one.lead, set()).add(one.value)
        if not same and len({one.value for one in mentions}) == 1:
            differing.append((row, mentions[0]))
    values = set().union(*agreeing.values()) if agreeing else set[int]()
    if len(values) < 2 or len(differing) * 2 > len(values):
        return
    for row, one in differing:
        if one.lead not in agreeing or one.start in told or any(_is(cell, unit, one) for cell in row.cells[1:]):
            continue
        if _times(row, column, unit, one):
            continue
        told.add(one.start)
        cell = row.cells[column]
        place = cell.paragraphs[0].span()
        yield TierConflict(
            row.tier, stream.text[one.start : one.end], stream.span(one.start, one.end), cell.text, place
        )


def _value(cell: Cell, unit: str) -> tuple[int, str] | None:
    """The value of a cell that holds one number, and the unit in which it can be compared."""
    match = _CELL.match(cell.text.replace(" ", "")) if len(cell.paragraphs) == 1 else None
    number = read(match["n"]) if match else None
    if match is None or number is None:
        return None
    own = match["u"] or unit
    return number[0] * _MONEY.get(own, 1), "元" if own in _MONEY else own


def _is(cell: Cell, unit: str, one: _Mention) -> bool:
    own = _value(cell, unit)
    return own is not None and own[0] == one.value


def _times(row: _Row, column: int, unit: str, one: _Mention) -> bool:
    """Whether a cell is the amount of the text so many times, as another cell of the row counts: 5人, 40万元, 200."""
    own = _value(row.cells[column], unit)
    counts = [value for at, cell in enumerate(row.cells) if at not in {0, column} and (value := _value(cell, ""))]
    return own is not None and any(one.value * value[0] == own[0] * 10**6 for value in counts)
