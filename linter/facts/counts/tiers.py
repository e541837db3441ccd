"""What the text and a table say a tier gets: A类人才100万元,B类人才60万元, and a table 人才类别 | 安家补贴(万元).

Nothing says that both speak of the same amounts; a column is held against the text only where it agrees with it for
two rows at least, and a row only where the text words its amount as that of a row that agrees.

Caps and the amounts they hold: 发明专利每项计30分,实用新型计10分,本项最高不超过20分; a column 最高分 beside the
points it caps; 起付线 and 封顶线 of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from linter.facts.base import Flow, flow
from linter.facts.counts.terms import read
from linter.language import ARABIC, NamedTuple, Span, lazy
from linter.structure import Cell, Document, Table, fact
from linter.structure.columns import headed

__all__ = ["broken_caps", "tier_conflicts"]

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


_NUMBER = rf"(?P<n>{ARABIC}) ?(?P<u>亿元|万元|元|分(?!钟))"
_CAP = lazy(
    rf"[,;。(](?:[本该此单每同][^,。;:、\d]{{1,5}})?(?:累计|合计|总[分额])?最[高多][^,。;:、\d]{{0,2}}"
    rf"(?:不(?:得|应)?超过|为){_NUMBER}(?=[,。;)\n])"
)
# What is given or counted for one case.
_PART = lazy(
    rf"(?:每[^,。;:、\d]{{1,4}})?(?:[计加得记]|奖励|补[助贴]|给予)(?:[^,。;:、\d]{{0,4}}?){_NUMBER}(?=[,。;、的奖补])"
)
# What a single case is given, and what all of them are: 单个展位最高补助3万元,同一企业全年最高不超过2万元.
_SINGLE = lazy(
    rf"[单每][个项次户场件台套家名人月季][^,。;:\d]{{0,12}}(?:奖励|补[助贴]|给予|最高|不(?:得|应)?超过){_NUMBER}"
)
_ALL = lazy(
    rf"[,;](?:(?:同一|每个?|单个?)[^,。;:、\d]{{2,6}}?)?(?:全年|累计|合计|总额?)[^,。;:、\d]{{0,4}}(?:不(?:得|应)?超过|最高){_NUMBER}"
)
# What a cap may well cut: instalments, and what is paid in several years.
_CUT = lazy(r"分[\d一二三四五六七八九十两]?[期年次批]|[逐每]年|年度|首(?:期|次[拨兑发支])")
_FLOOR = lazy(rf"起付(?:线|标准|额)(?:为|是|:)?{_NUMBER}")
_CEILING = lazy(rf"(?:封顶线|最高支付限额)(?:为|是|:)?{_NUMBER}")
_SENTENCE_ENDS = ("。", "\n")
_REACH = 300
_LEAST = 2
_CAP_HEAD = lazy(r"^(?:最高[分限]|上限|封顶)[值额]?(?:\([^()]{0,8}\))?$")
_CAP_CELL = lazy(r"(?P<n>\d{1,4}(?:\.\d)?)分?$")
_POINTS = lazy(r"(?<![\d.])(?P<n>\d{1,4}(?:\.\d)?) ?分(?!钟)")
_DEDUCTED = lazy(r"[扣减]|每")
_IN_MONEY = {"万元": 10**4, "亿元": 10**8}


class BrokenCap(NamedTuple):
    """A cap that one of the amounts under it exceeds: both in words, with their places."""

    words: str
    span: Span
    part: str
    part_span: Span


@fact("broken-caps")
def broken_caps(document: Document) -> tuple[BrokenCap, ...]:
    """The caps of a document that a single amount under them exceeds, in order of place."""
    stream = document.read(flow)
    found: list[BrokenCap] = []
    if "最高" in stream.text or "最多" in stream.text:
        found += _in_sentences(stream)
    if "最高" in stream.text or "超过" in stream.text:
        found += _in_all(stream)
    if "起付" in stream.text:
        found += _floors(stream)
    for table in document.tables:
        columns = [at for at, cell in enumerate(table.header) if _CAP_HEAD.search(cell.text.replace(" ", ""))]
        if len(columns) == 1:
            found += _in_rows(table, columns[0])
    return tuple(sorted(found, key=lambda one: one.span))


def _in_sentences(stream: Flow) -> Iterator[BrokenCap]:
    """A cap at the end of a list of amounts, the greatest of which no cap below it could ever pay."""
    text = stream.text
    for cap in _CAP.finditer(text):
        first = max(0, cap.start() - _REACH)
        start = max(first, *[text.rfind(mark, first, cap.start()) + 1 for mark in _SENTENCE_ENDS])
        parts = [one for one in _PART.finditer(text, start, cap.start() + 1) if one["u"][-1] == cap["u"][-1]]
        if len(parts) < _LEAST or _CUT.search(text, start, cap.end()):
            continue
        most = max(parts, key=_worth)
        if _worth(most) > _worth(cap) >= min(map(_worth, parts)):
            yield _told(stream, cap, most)


def _in_all(stream: Flow) -> Iterator[BrokenCap]:
    """A cap on all that one receives, below what a single case gives it."""
    text = stream.text
    for cap in _ALL.finditer(text):
        first = max(0, cap.start() - _REACH)
        start = max(first, *[text.rfind(mark, first, cap.start()) + 1 for mark in (*_SENTENCE_ENDS, ";")])
        parts = [one for one in _SINGLE.finditer(text, start, cap.start()) if one["u"][-1] == cap["u"][-1]]
        if len(parts) == 1 and _worth(parts[0]) > _worth(cap) and not _CUT.search(text, start, cap.start()):
            yield _told(stream, cap, parts[0])


def _floors(stream: Flow) -> Iterator[BrokenCap]:
    """起付线为3000元,…封顶线为2000元: what is paid begins above where it ends."""
    text = stream.text
    for floor in _FLOOR.finditer(text):
        end = min(at for at in (text.find("。", floor.end()), text.find("\n", floor.end()), len(text)) if at >= 0)
        ceilings = list(_CEILING.finditer(text, floor.end(), end))
        if len(ceilings) == 1 and not _FLOOR.search(text, floor.end(), end) and _worth(ceilings[0]) <= _worth(floor):
            yield _told(stream, ceilings[0], floor)


def _worth(match: re.Match[str]) -> int:
    value = read(match["n"])
    return value[0] * _IN_MONEY.get(match["u"], 1) if value else 0


def _told(stream: Flow, cap: re.Match[str], part: re.Match[str]) -> BrokenCap:
    ends = (cap.start("n"), cap.end("u")), (part.start("n"), part.end("u"))
    words, other = (stream.text[start:end] for start, end in ends)
    return BrokenCap(words, stream.span(*ends[0]), other, stream.span(*ends[1]))


def _in_rows(table: Table, column: int) -> Iterator[BrokenCap]:
    """大专10分,本科20分,硕士30分 beside a 最高分 of 20."""
    for row in table.rows:
        cap = _CAP_CELL.match(row.cells[column].text.replace(" ", "")) if column < len(row.cells) else None
        if cap is None:
            continue
        for cell in row.cells[:column]:
            yield from _in_cell(row.cells[column], float(cap["n"]), cell)


def _in_cell(place: Cell, cap: float, cell: Cell) -> Iterator[BrokenCap]:
    if len(cell.paragraphs) != 1 or _DEDUCTED.search(cell.text):
        return
    text = cell.paragraphs[0].text
    parts = list(_POINTS.finditer(text))
    if len(parts) < _LEAST or not parts:
        return
    most = max(parts, key=lambda one: float(one["n"]))
    if float(most["n"]) > cap >= min(float(one["n"]) for one in parts):
        yield BrokenCap(place.text, place.paragraphs[0].span(), most[0], cell.paragraphs[0].span(*most.span()))
