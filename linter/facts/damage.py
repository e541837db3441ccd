"""Regions that were read as damaged: a table that lost the cells its header announces.

Whoever compares lists is silent there, and says so, lest silence be taken for health.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.facts import fact
from linter.facts.rosters import names_body
from linter.finding import Label

if TYPE_CHECKING:
    from linter.structure.model import Document, Table
    from linter.text import Span

_ANNOUNCES = re.compile(r"部门|单位|机构")
_STUB = re.compile(r"(?:牵头|组成|成员|责任|配合|主办|协办)(?:单位|部门)?$")
# Fewer rows may be empty by intent.
_ROWS = 3


class Damage(NamedTuple):
    """A region and what it seems to have lost."""

    span: Span
    lost: Label


@fact("damage")
def damage(document: Document) -> tuple[Damage, ...]:
    """The damaged regions of a document, in order."""
    return tuple([one for table in document.tables for one in _table(table)])


def _table(table: Table) -> Iterator[Damage]:
    if len(table.rows) < _ROWS:
        return
    for at, heading in enumerate(table.header):
        cells = [cell.text for cell in table.column(at)]
        if heading.text and not any(cells):
            yield Damage(heading.span, Label(f"“{heading.text}”一栏没有内容", f"the column “{heading.text}” is empty"))
    announced = any(_ANNOUNCES.search(cell.text) for cell in table.header)
    stubs = sum(1 for row in table.rows for cell in row.cells if _STUB.match(cell.text))
    if announced and stubs >= _ROWS and not any(names_body(cell.text) for row in table.rows for cell in row.cells):
        yield Damage(table.span, Label("表中单位名称缺失", "the table has lost the names of bodies"))
