"""Rows of tables that give the two ends of a period in two columns: 开工日期 | 完工日期, 起始 | 截止."""

from __future__ import annotations

import re

from linter.facts.base.dates import Date, dates
from linter.language import lazy
from linter.structure import Cell, Document, fact

__all__ = ["row_periods"]

_TIME = r"(?:日期|时间|年月|日)?(?:\([^()]{0,8}\))?$"
_SINCE = lazy(rf"(?:{{PERIOD_BEGIN}}|(?<![发提])起)(?={_TIME})")
_UNTIL = lazy(rf"(?:{{PERIOD_END}}|止)(?={_TIME})")


@fact("row-periods")
def row_periods(document: Document) -> tuple[tuple[Date, Date], ...]:
    """The two full dates of each row, where a table has one column of beginnings and one of ends of the same thing."""
    tables = [(table, ends) for table in document.tables if (ends := _columns(table.header))]
    if not tables:
        return ()
    by_place = {date.span.start: date for date in document.read(dates) if date.full}
    found: list[tuple[Date, Date]] = []
    for table, (since, until) in tables:
        for row in table.rows:
            if len(row.cells) > max(since, until):
                first, last = (_date(row.cells[at], by_place) for at in (since, until))
                found += [(first, last)] if first and last else []
    return tuple(found)


def _columns(header: tuple[Cell, ...]) -> tuple[int, int] | None:
    """The columns of a beginning and of an end whose heads are alike but for that; none if there are several."""
    since, until = _named(header, _SINCE), _named(header, _UNTIL)
    pairs = [(one, other) for one, head in since for other, tail in until if head == tail]
    return pairs[0] if len(pairs) == 1 else None


def _named(header: tuple[Cell, ...], pattern: re.Pattern[str]) -> list[tuple[int, str]]:
    """The columns whose head ends in a word, with what stands before it."""
    return [(at, cell.text[: match.start()]) for at, cell in enumerate(header) if (match := pattern.search(cell.text))]


def _date(cell: Cell, by_place: dict[int, Date]) -> Date | None:
    """The date that is all a cell holds."""
    one = by_place.get(cell.span.start)
    return one if one and "".join(one.words.split()) == "".join(cell.text.split()) else None
