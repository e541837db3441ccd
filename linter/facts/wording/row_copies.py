"""Columns that copy another: the remark repeats the law quoted in its row, and one row says it otherwise."""

from collections.abc import Iterator
from itertools import permutations

from linter.facts.wording.copies import CopiedSentence, Copy
from linter.language.near import common_ends
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Cell, Document, Table

__all__ = ["row_copies"]

_SENTENCE = lazy("[^;。:!?\n]+")
# An amount that differs is the grade of a row.
_NUMERAL = lazy(r"[\d一二三四五六七八九十百千万]")
# Shorter sentences recur by nature; a longer cell than this in the copying column is no remark.
_SHORTEST, _REMARK = 10, 120
# So many rows copy word for word, and so many times as many as depart.
_EXACT, _TIMES = 5, 3
# A copy departs by so many characters, and keeps so many.
_FARTHEST, _KEPT = 6, 8
_WIDEST = 10


@fact("row-copies")
def row_copies(document: Document) -> tuple[Copy, ...]:
    """Sentences of cells that otherwise repeat a cell of their row, in order."""
    found = [one for table in document.tables for one in _departures(table)]
    return tuple(sorted(found, key=lambda one: one.copied.span))


def _departures(table: Table) -> Iterator[Copy]:
    width = max((len(row.cells) for row in table.rows), default=0)
    rows = [row.cells for row in table.rows if len(row.cells) == width]
    if len(rows) <= _EXACT or width > _WIDEST:
        return
    for source, copy in permutations(range(width), 2):
        pairs = [(cells[source], cells[copy]) for cells in rows]
        exact = 0
        departing: list[Copy] = []
        for model, remark in pairs:
            if not _SHORTEST <= len(remark.text) <= _REMARK or len(model.text) <= len(remark.text):
                continue
            for one in _sentences(remark):
                if one.plain in model.text:
                    exact += 1
                else:
                    departing += [Copy(other, one) for other in _sentences(model) if _near(one.plain, other.plain)][:1]
        if departing and exact >= max(_EXACT, _TIMES * len(departing)):
            yield from departing


def _sentences(cell: Cell) -> Iterator[CopiedSentence]:
    for paragraph in cell.paragraphs:
        for match in _SENTENCE.finditer(paragraph.text):
            if len(match[0]) >= _SHORTEST:
                yield CopiedSentence(match[0], paragraph.span(*match.span()))


def _near(one: str, other: str) -> bool:
    """Whether two sentences are the same but for a few characters in one place."""
    left, right = common_ends(one, other)
    changed = one[left : len(one) - right] + other[left : len(other) - right]
    kept = left + right
    near = kept >= _KEPT and max(len(one), len(other)) - kept <= _FARTHEST
    return near and not _NUMERAL.search(changed)
