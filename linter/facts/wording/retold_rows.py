"""Rows that retell a task of the text, with another figure or another lead: 42公里 in the text, 24公里 in the table.

A row retells the paragraph that holds its name, if rows of the table name several paragraphs so. What a cell says in
the same words as that paragraph, figures left out, is to have the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.language import HAN, NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Row, Table, fact

__all__ = ["retold_rows"]

# The name of a task: so many characters, without figures and marks.
_NAME = lazy(rf"{HAN}{{6,24}}$")
_CLAUSE = lazy(r"[^,;:。、()\n]+")
_FIGURE = lazy(r"\d+(?:\.\d+)?")
# A clause with its figures masked is so long at least: #年#月底.
_SHORTEST = 5
# So many rows name a paragraph each.
_RETOLD = 2
# A longer table retells no list of tasks.
_MOST = 80
_LED = lazy(rf"由({HAN}{{3,20}}?)牵头")
_LEADS = "牵头"


class RetoldRow(NamedTuple):
    """What a row says and what the text says in the same place: a figure, or the lead."""

    kind: Literal["figure", "lead"]
    words: str
    span: Span
    source: str
    source_span: Span


@fact("retold-rows")
def retold_rows(document: Document) -> tuple[RetoldRow, ...]:
    """Figures and leads that differ between rows and the paragraphs which they retell, in order."""
    if not document.tables:
        return ()
    told = [block for block in document.blocks if isinstance(block, Paragraph) and len(block.text) > _SHORTEST]
    words = "".join([one.text + "\n" for one in told])
    found: list[RetoldRow] = []
    for table in document.tables:
        if not table.header or len(table.rows) > _MOST:
            continue
        rows = [(row, source) for row in table.rows if (source := _source(row, told, words))]
        if len({id(source) for _, source in rows}) >= _RETOLD and len(rows) * 2 >= len(table.rows):
            found += [one for row, source in rows for one in (*_figures(row, source), *_leads(table, row, source))]
    return tuple(sorted(found, key=lambda one: one.span))


def _source(row: Row, told: list[Paragraph], words: str) -> Paragraph | None:
    """The one paragraph of some, whose words are joined, that holds the name of the task of a row, and more than it."""
    for cell in row.cells[:3]:
        name = cell.text.replace(" ", "")
        if _NAME.match(name):
            at = words.find(name)
            if at < 0 or words.find(name, words.find("\n", at)) >= 0:
                return None
            holding = told[words.count("\n", 0, at)]
            return holding if len(holding.text) > 2 * len(name) else None
    return None


def _figures(row: Row, source: Paragraph) -> Iterator[RetoldRow]:
    """Clauses of a row that stand once in the paragraph with other figures, and nowhere with their own."""
    clauses = [(match[0], match.span()) for match in _CLAUSE.finditer(source.text)]
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            for match in _CLAUSE.finditer(paragraph.text):
                words = match[0].strip()
                masked = _FIGURE.sub("#", words)
                if "#" not in masked or len(masked) < _SHORTEST or words in source.text:
                    continue
                same = [(clause, span) for clause, span in clauses if masked in _FIGURE.sub("#", clause)]
                if len(same) == 1:
                    clause, span = same[0]
                    yield RetoldRow("figure", words, paragraph.span(*match.span()), clause, source.span(*span))


def _leads(table: Table, row: Row, source: Paragraph) -> Iterator[RetoldRow]:
    """The lead of a row, where the paragraph names another and not this one."""
    led = _LED.search(source.text)
    if not led or len(row.cells) != len(table.header):
        return
    for title, cell in zip(table.header, row.cells, strict=True):
        name = cell.text.strip()
        other = name.isalpha() and name not in source.text and led[1] not in name
        if _LEADS in title.text and len(cell.paragraphs) == 1 and other:
            yield RetoldRow("lead", name, cell.paragraphs[0].span(), led[1], source.span(*led.span(1)))
