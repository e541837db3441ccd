"""Tables of acts as an archive of law: a row an act, its title, and what is known of it.

The first row names the columns; ``title`` (题名) must be there, the others may be: ``number`` (文号), ``version``
(版本, the day of the text), ``repealed`` (废止日期) and ``repealed_by`` (废止依据). A mark that an act has expired says
neither when nor by what, and is no evidence of a repeal.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from linter.archive.gathering import KeptCitation, KeptDocument, KeptTitle, act, written_number
from linter.facts.references import numbers_in
from linter.kernel.archived import ArchivedPlace
from linter.language.text import Span, Text

_DELIMITERS = {".tsv": "\t", ".csv": ","}
_NAMES = {"题名": "title", "文号": "number", "版本": "version", "废止日期": "repealed", "废止依据": "repealed_by"}
# The day of an act that was repealed and whose own day is not known.
_EARLIER = "0000-00-00"
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$")


def acts(path: str, text: Text) -> list[KeptDocument] | None:
    """The acts of a table; None if the file is none."""
    delimiter = _DELIMITERS.get(PurePath(path).suffix.lower())
    lines = text.raw.splitlines()
    if not delimiter or not lines:
        return None
    heads = [_NAMES.get(name, name) for name in _cells(lines[0].removeprefix("\ufeff"), delimiter)]
    if "title" not in heads:
        return None
    starts = text.starts
    found: list[KeptDocument] = []
    for number, line in enumerate(lines[1 : len(starts)], 2):
        row = dict(zip(heads, _cells(line, delimiter), strict=False))
        if title := row.get("title"):
            at = max(0, line.find(title))
            span = Span(starts[number - 1] + at, starts[number - 1] + at + len(title))
            found += _of_row(row, ArchivedPlace(path, number, at + 1, span, title))
    return found


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _of_row(row: Mapping[str, str], place: ArchivedPlace) -> Iterator[KeptDocument]:
    """The act of a row, and what has ended it, if the row names the day."""
    title = KeptTitle(row["title"], act(row["title"]))
    number = next(numbers_in(row.get("number", ""), 0), None)
    key = number.key if number else None
    since = _day(row.get("repealed", ""))
    day = _day(row.get("version", "")) or (_EARLIER if since else "")
    yield KeptDocument(place, (title,), written_number(number), key, "", day, (), listed=True)
    if since:
        words = row.get("repealed_by", "").strip("《》") or f"{place.path}所载废止"
        ended = KeptCitation(place, *title, written_number(number), key, "end", since)
        yield KeptDocument(place, (KeptTitle(words, act(words)),), "", None, since, since, (ended,))


def _day(words: str) -> str:
    found = _DAY.match(words)
    return "{:04}-{:02}-{:02}".format(*map(int, found.groups())) if found else ""
