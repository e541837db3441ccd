"""Counts of what an attached list holds: 第六批…项目（共计12项），现予公布, against the rows of that list.

The list is the one attachment whose title names what is counted. Its rows are known by their serial numbers, of which
one may be mistyped; a difference beyond a few rows means that another thing is counted, or that rows were lost.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow, search
from linter.facts.counts.counted import Count, count_value
from linter.language import lazy
from linter.structure import Document, Part, Row, Table
from linter.structure.columns import headed, is_total

_DECLARED = lazy(
    r"[(,]?(?:共计?|合计) ?(?P<words>(?P<n>[\d一二三四五六七八九十百]{1,5}) ?[项个家名件处人])(?=[),。;]|\n)"
)
_CLAUSE = lazy(r"[^,。;:\n]*$")
_LIST = lazy(r"(?:(?:名[单录]|目录|清单|一览表)(?:\([^()]*\))?|的)$")
# What makes the counted a part of the list, or of another list: a batch, a number, what is new.
_NARROWS = lazy(r"[第\d]|新增|其中|[首本一二三四五六七八九十]批")
_WINDOW = 60
_SHARED = 6
_PREFIX = 10
_FEW_ROWS = 3
# Of how many rows one may be missing.
_OF = 10


def attached(document: Document) -> Iterator[Count]:
    """The counts of attached lists that were found, in order of place."""
    lists = [part for part in document.parts if part.kind in ("attachment", "appendix", "instrument") and part.title]
    for match in search(document, _DECLARED, "共", "合计") if lists else ():
        if one := _listed_as(document, match, lists):
            yield one


def _listed_as(document: Document, match: re.Match[str], lists: list[Part]) -> Count | None:
    stream, value = document.read(flow), count_value(match["n"])
    unit = stream.unit_at(match.start())
    clause = _CLAUSE.search(stream.text, max(unit.start, match.start() - _WINDOW), match.start())
    if unit.table >= 0 or not clause or not value:
        return None
    named = [part for part in lists if _named_as(_LIST.sub("", clause[0].replace(" ", "")), part)]
    if len(named) != 1 or document.parts[unit.part] is named[0]:
        return None
    rows = _serials(named[0])
    if len(rows) < _FEW_ROWS or abs(value - len(rows)) > max(1, value // _OF):
        return None
    span = stream.span(*match.span("words"))
    return Count(value, match["words"], span, len(rows), len(rows), (rows[-1].span,), "rows")


def _named_as(counted: str, part: Part) -> bool:
    """Whether words end in what the title of a list says that it lists, all but the body that made it."""
    title = part.title.text.replace(" ", "") if part.title else ""
    held = _LIST.sub("", title)
    if held == title:
        return False
    shared = 0
    while shared < min(len(held), len(counted)) and held[-1 - shared] == counted[-1 - shared]:
        shared += 1
    before, wider = counted[: len(counted) - shared], held[: len(held) - shared]
    return shared >= _SHARED and len(wider) <= _PREFIX and not _NARROWS.search(before) and not _NARROWS.search(wider)


def _serials(part: Part) -> list[Row]:
    """The numbered rows of all tables of a part, if the last number is how many they are and one at most is wrong."""
    found: list[Row] = []
    wrong = number = 0
    for table in (block for block in part.blocks if isinstance(block, Table)):
        if table.header and headed(table, "serial") != [0]:
            return []
        for row in table.rows:
            words = row.cells[0].text.strip() if row.cells else ""
            if not words or is_total(words):
                continue
            if not (words.isdigit() and words.isascii()):
                return []
            found.append(row)
            number = int(words)
            wrong += number != len(found)
    return found if number == len(found) and wrong <= 1 else []
