"""Rows of a table that are a part of the one above them: 卫生技术人员 8620, 其中:执业医师 3310."""

from collections.abc import Iterator

from linter.facts.counts.table_sums import adds, name_of, term_of
from linter.facts.counts.terms import Sum
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document, Row, Table

__all__ = ["row_parts"]

_PART = lazy(r"\(?其中")
_UNIT = lazy(r"\(([^()]{1,8})\)")
_OTHERWISE = lazy(r"[率均占比增每]|指数")


@fact("row-parts")
def row_parts(document: Document) -> tuple[Sum, ...]:
    """The cells of such rows that are more than the cell above them."""
    return tuple([one for table in document.tables for one in _of_table(table)])


def _of_table(table: Table) -> Iterator[Sum]:
    whole: Row | None = None
    for row in table.rows:
        if not _PART.match(name_of(row)):
            whole = row
        elif whole and len(whole.cells) == len(row.cells) == len(table.header) and _one_unit(whole, row):
            for at in range(1, len(row.cells)):
                total, part = term_of(whole.cells[at]), term_of(row.cells[at])
                one = Sum(total, (part,), complete=False) if total and part and adds(table, at) else None
                if one and one.exceeding and one.total.value > 0:
                    yield one


def _one_unit(whole: Row, row: Row) -> bool:
    """Whether two rows count alike, as far as their names and their cells of words say."""
    units = [[*_UNIT.findall(name_of(one)), *(c.text for c in one.cells[1:] if not term_of(c))] for one in (whole, row)]
    return units[0] == units[1] and not any(_OTHERWISE.search(name_of(one)) for one in (whole, row))
