"""Amounts in tables that follow from two columns beside them: 单价 × 数量 = 金额, 单产 × 面积 = 总产.

Which columns these are is not written: the two that the other rows agree with, beside one whose head is a price.
"""

from collections.abc import Iterator
from itertools import permutations

from linter.facts.counts.rates import Derived
from linter.facts.counts.table_rates import proven
from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import Term, plain
from linter.language.pattern import lazy
from linter.structure.columns import holds
from linter.structure.fact import fact
from linter.structure.model import Document, Row, Table

__all__ = ["table_products"]

_PRICE = lazy("单价|单产|[补收][助贴费偿]标准|平均价")
_SPREAD = 10**6
# An amount in 万 of what the price is in.
_SCALES = (1, 10**4)


@fact("table-products")
def table_products(document: Document) -> tuple[Derived, ...]:
    """The amounts of tables that do not follow where two or more others of their column, and most of them, do."""
    return tuple([one for table in document.tables for one in _of_table(table)])


def _of_table(table: Table) -> Iterator[Derived]:
    prices = [at for at, cell in enumerate(table.header) if _PRICE.search("".join(cell.text.split()))]
    if len(prices) != 1:
        return
    rows = [row for row in table.rows if len(row.cells) == len(table.header) and not label_of(row)]
    columns = [at for at in range(len(table.header)) if at != prices[0] and not holds(table, at, "serial")]
    pairs = [(*pair, scale) for pair in permutations(columns, 2) for scale in _SCALES]
    yield from proven([[one for row in rows if (one := _row(row, prices[0], *pair))] for pair in pairs])


def _row(row: Row, price: int, number: int, amount: int, scale: int) -> Derived | None:
    each, many, stated = (term_of(row.cells[at]) for at in (price, number, amount))
    # One of a thing costs what each costs, in whatever columns.
    if each is None or many is None or stated is None or min(each.value, many.value) <= 0 or many.value == _SPREAD:
        return None
    whole = each.value * many.value // scale
    slack = (_half(each) * many.value + _half(many) * each.value) // scale + stated.last * _SPREAD // 2
    fits = abs(whole - stated.value * _SPREAD) <= slack
    cells = row.cells[price].span, row.cells[number].span
    return Derived(stated.words, row.cells[amount].span, cells, plain(whole // _SPREAD), fits)


def _half(term: Term) -> int:
    """Half a unit of the last printed place of a number with decimals; whole numbers are exact."""
    return term.last // 2 if term.last < term.scale else 0
