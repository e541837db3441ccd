"""Cells of tables: lines → the paragraphs of a cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from linter.language.record import NamedTuple
from linter.sources.page_lines import CLOSED, PageLine, between, glue, is_full, margins

# A line of a cell that ends so goes on.
OPEN = tuple("，、（《〈“")


class PageCell(NamedTuple):
    """The paragraphs of a table cell, and how many em its last line leaves free; none are as many as can be."""

    words: tuple[str, ...] = ()
    free: float = math.inf

    def goes_on(self, after: str) -> bool:
        """Whether the cell ends within a sentence that these words would go on with; numbers are taken for whole."""
        numbers = self.words[-1][-1].isdigit() and after[0].isdigit()
        return not numbers and not self.words[-1].endswith(CLOSED) and is_full(self.free, after)


def cell(lines: Sequence[PageLine], right: float) -> PageCell:
    """The paragraphs of a table cell that ends at ``right``; words centred under each other are one."""
    column = margins(lines, 0.0)
    found = [lines[0].words]
    for before, after in pairwise(lines):
        centred = abs(before.left + before.right - after.left - after.right) < 0.8 * after.size
        goes_on = before.words.endswith(OPEN) or between(before, after, column, column) is not None
        if goes_on or (centred and len(lines) < 4):
            found[-1] += glue(before, after) + after.words
        else:
            found.append(after.words)
    last = lines[-1]
    return PageCell(tuple(found), 0.0 if last.words.endswith("-") else (right - last.right) / last.size)
