"""Tables in HTML within Markdown: each row a line, cells parted by tabs, as long as they were."""

from __future__ import annotations

import re
from collections import defaultdict

from linter.language.pattern import lazy
from linter.language.text import VOID
from linter.sources.blocks import PILCROW, clean

_TAG = lazy(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_SPAN = {name: lazy(rf"\b{name} *= *[\"']?(\d{{1,3}})", re.IGNORECASE) for name in ("colspan", "rowspan")}
_WITHIN = lazy(r"<!--.*?-->", re.DOTALL)


class _Table:
    """The grid so far: the column that comes next, the tabs owed before it, and the columns that cells above take."""

    def __init__(self) -> None:
        self.column = self.owed = 0
        self.open = False
        self.taken: defaultdict[int, int] = defaultdict(int)

    def cell(self, attributes: str) -> str:
        """The tabs before a cell; merged cells have their words at their first place."""
        while self.taken[self.column]:
            self._step()
        tabs = "\t" * self.owed
        self.owed = 0
        columns, deep = (int(found[1]) if (found := _SPAN[name].search(attributes)) else 1 for name in _SPAN)
        for _ in range(max(columns, 1)):
            # The row itself is counted off below with the others.
            self.taken[self.column] = max(deep, 1)
            self._step()
        return tabs

    def _step(self) -> None:
        self.taken[self.column] = max(self.taken[self.column] - 1, 0)
        self.column += 1
        self.owed += 1

    def end(self) -> str:
        """The line end behind a row that was begun."""
        if not self.open:
            return ""
        while any(left for column, left in self.taken.items() if column >= self.column):
            self._step()
        tabs = "\t" * max(self.owed - 1, 0)
        self.column = self.owed = 0
        self.open = False
        return tabs + "\n"


def rows(table: str) -> str:
    """The table as it is read. Where a tag has no room for the tabs it stands for, as many as it has room for."""
    if "<!--" in table:
        table = _WITHIN.sub(lambda found: VOID * len(found[0]), table)
    grid = _Table()
    parts: list[str] = []
    at = 0
    for tag in _TAG.finditer(table):
        parts.append(clean(table[at : tag.start()]))
        parts.append(_put(_stands_for(tag, grid), len(tag[0])))
        at = tag.end()
    return "".join([*parts, clean(table[at:])])


def _stands_for(tag: re.Match[str], grid: _Table) -> str:
    """What a tag is read as."""
    closing, name = bool(tag[1]), tag[2].lower()
    if name in ("td", "th") and not closing:
        grid.open = True
        return grid.cell(tag[3])
    if name in ("tr", "table", "caption"):
        return grid.end() or ("\n" if name != "tr" else "")
    return PILCROW if name in ("p", "br", "div", "li") else ""


def _put(words: str, length: int) -> str:
    """Words within a length, a line end kept last."""
    if len(words) > length:
        words = words[: length - 1] + words[-1]
    return words + VOID * (length - len(words))
