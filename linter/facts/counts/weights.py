"""Columns of weights that are all of a whole: 信息发布 30%, 解读回应 20%, … in one table, each row its own item."""

from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import Term
from linter.language.pattern import lazy
from linter.structure.columns import headed
from linter.structure.fact import fact
from linter.structure.model import Document, Table

__all__ = ["weight_columns"]

_LEAST = 3
# What is added to the whole, or taken off it.
_BESIDE = lazy("[加减扣附]")


@fact("weight-columns")
def weight_columns(document: Document) -> tuple[tuple[Term, ...], ...]:
    """The weights of each table that has one column of them, a value in every row and no row of totals."""
    found = (_weights(table) for table in document.tables)
    return tuple([terms for terms in found if terms])


def _weights(table: Table) -> tuple[Term, ...]:
    columns = headed(table, "weight")
    if len(columns) != 1 or len(table.rows) < _LEAST:
        return ()
    terms: list[Term] = []
    names: set[str] = set()
    for row in table.rows:
        # A name left blank or said again is a group: its weights may be a whole of their own.
        name = next((cell.text for cell in row.cells[: columns[0]] if not cell.text.isdigit()), "")
        term = term_of(row.cells[columns[0]]) if columns[0] < len(row.cells) else None
        if term is None or not name or name in names or label_of(row) or _BESIDE.match(name):
            return ()
        names.add(name)
        terms.append(term)
    percent = "%" in table.header[columns[0]].text
    return tuple(terms) if percent or all(term.words.endswith("%") for term in terms) else ()
