"""Columns of tables that name each thing once: two of their names that differ little are two things."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping

from linter.language.record import NamedTuple
from linter.structure.model import Document, Table


class NamingColumn(NamedTuple):
    """A column that names each thing once: how many names it has, and how many end in a character."""

    size: int
    ends: Mapping[str, int]


class NamedColumns:
    """The columns of the tables of a document that name each thing once, by table and name."""

    def __init__(self, document: Document) -> None:
        self._tables = document.tables
        self._starts = [table.span.start for table in self._tables]
        self._named: dict[int, Mapping[str, Mapping[int, NamingColumn]]] = {}

    def names_both(self, at: int, one: str, other: str) -> bool:
        """Whether a column of the table at a place names two things among others of their kind: 大王庄村, 大汪庄村."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._tables[number].span.end:
            return False
        if number not in self._named:
            self._named[number] = _named(self._tables[number])
        named = self._named[number]
        others = named.get(other, {})
        return any(
            index in others and column.ends[one[-1]] >= max(3, column.size - 1)
            for index, column in named.get(one, {}).items()
        )


def _named(table: Table) -> Mapping[str, Mapping[int, NamingColumn]]:
    """For each name the columns that hold it, by their number."""
    found: defaultdict[str, dict[int, NamingColumn]] = defaultdict(dict)
    for index in range(len(table.rows[0].cells) if table.rows else 0):
        names = [cell.text for cell in table.column(index) if cell.text]
        if len(set(names)) == len(names):
            column = NamingColumn(len(names), Counter(name[-1] for name in names))
            for name in names:
                found[name][index] = column
    return found
