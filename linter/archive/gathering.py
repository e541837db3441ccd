"""What an archive keeps of a document: titles, number, day, citations with their part, and its facts as plain data.

Tables of acts as an archive of law: a row an act, its title, and what is known of it.

The first row names the columns; ``title`` (题名) must be there, the others may be: ``number`` (文号), ``version``
(版本, the day of the text), ``repealed`` (废止日期) and ``repealed_by`` (废止依据). A mark that an act has expired says
neither when nor by what, and is no evidence of a repeal.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from linter.facts.bands import Measure, ladders, measures
from linter.facts.base import dates, flow
from linter.facts.bodies import body_lists
from linter.facts.counts import counts, sums
from linter.facts.references import (
    STATE,
    NumberUse,
    citations,
    core,
    document_day,
    head_number,
    is_history,
    numbers_in,
    own_titles,
    repeals,
    rests_on,
)
from linter.kernel.archived import ArchivedLadder, ArchivedPlace, ArchivedRung
from linter.language import NamedTuple, Span, Text
from linter.structure import ContentsEntry, Document, Fact, Issue

# Kept as they are read, so that others can ask an archive for them.
_KINDS: tuple[Fact[Any], ...] = (dates, body_lists, measures, ladders, counts, sums)
# A title longer than this is text that was taken for one.
_LONGEST = 120
_CONTENTS = "目录"

Number = tuple[str, int, int]


class KeptTitle(NamedTuple):
    """A title that a document bears, and the act within it as titles are compared."""

    title: str
    core: str


class KeptCitation(NamedTuple):
    """A cited title: its place, the act within it, the number behind it, and its part (``basis``, ``end`` or none).

    ``since``: of what is ended, the first day (ISO) without force.
    """

    place: ArchivedPlace
    title: str
    core: str
    number: str
    key: Number | None
    role: str
    since: str = ""


class KeptDocument(NamedTuple):
    """A document for the archive; ``dated`` as of ``ArchivedDocument``. ``listed``: it is a row of a table of acts."""

    place: ArchivedPlace
    titles: tuple[KeptTitle, ...]
    number: str
    key: Number | None
    day: str
    dated: str
    citations: tuple[KeptCitation, ...]
    ladders: tuple[ArchivedLadder, ...] = ()
    facts: Mapping[str, tuple[Any, ...]] = {}
    listed: bool = False

    def at(self, path: str) -> KeptDocument:
        """The same document in a file of that name."""

        def moved(one: Any) -> Any:
            return one._replace(place=one.place._replace(path=path))

        cited = tuple(map(moved, self.citations))
        graded = tuple([one._replace(rungs=tuple(map(moved, one.rungs))) for one in self.ladders])
        return self._replace(place=self.place._replace(path=path), citations=cited, ladders=graded)


def kept(issue: Issue, path: str) -> Iterator[KeptDocument]:
    """The documents of a file that bear a title, then its contents, where they name documents of other files."""
    yield from _documents(issue, path)
    yield from _contents(issue, path)


def _contents(issue: Issue, path: str) -> Iterator[KeptDocument]:
    """Contents of a year as a document that cites what they list; what is listed of the file itself is left out."""
    own = {number.key for document in issue.documents if (number := head_number(document))}
    listed = [(entry, number) for entry in issue.contents if (number := _number_of(entry)) and number.key not in own]
    cited = []
    for entry, number in listed:
        title = "".join(entry.title.text.split())
        place = place_of(issue.text, entry.title.span(), path)
        cited.append(KeptCitation(place, title, act(title), written_number(number), number.key, "contents"))
    if cited:
        yield KeptDocument(cited[0].place, (KeptTitle(_CONTENTS, _CONTENTS),), "", None, "", "", tuple(cited))


def _number_of(entry: ContentsEntry) -> NumberUse | None:
    return next(numbers_in(entry.number.text, entry.number.span.start), None) if entry.number else None


def _documents(issue: Issue, path: str) -> Iterator[KeptDocument]:
    for document in issue.documents:
        named = [one for one in document.read(own_titles) if len(one.title) <= _LONGEST]
        if not named:
            continue
        number = head_number(document)
        day = document_day(document, issue)
        yield KeptDocument(
            place_of(document.text, named[0].span, path),
            tuple(dict.fromkeys(KeptTitle(one.title, act(one.title)) for one in named)),
            written_number(number),
            number.key if number else None,
            day,
            day or _dated(document),
            tuple(_citations(document, path, day)),
            tuple([_ladder(document, one, path) for one in document.read(measures) if _grades_events(one)]),
            {fact.name: tuple(document.read(fact)) for fact in _KINDS},
        )


def act(title: str) -> str:
    """An act as titles are compared: what a notice issues, without the name of the state."""
    return core(title).removeprefix(STATE)


def _dated(document: Document) -> str:
    """The last day that stands above the first section: of adoption, or of the last revision."""
    start = document.sections[0].mark.span.start if document.sections else 0
    keys = [one.key for one in document.read(dates) if one.full and one.span.end <= start]
    return "{:04}-{:02}-{:02}".format(*max(keys)) if keys else ""


def _grades_events(one: Measure) -> bool:
    return one.scale is not None and one.scale.kind == "event"


def _ladder(document: Document, measure: Measure, path: str) -> ArchivedLadder:
    rungs = [
        ArchivedRung(place_of(document.text, one.span, path), one.level.name.rank, one.level.name.words, one.interval)
        for one in measure.readings
    ]
    first = measure.readings[0]
    return ArchivedLadder(first.level.name.vocabulary, first.theme[0], first.theme[1], tuple(rungs))


def _citations(document: Document, path: str, day: str) -> Iterator[KeptCitation]:
    text = document.read(flow).text
    ended = {one.citation.start: one.since or day for one in document.read(repeals)}
    for one in document.read(citations):
        key = one.number.key if one.number else None
        basis = "basis" if rests_on(text, one) and not is_history(text, one) else ""
        role = "end" if one.start in ended else basis
        said = (one.title, act(one.title), written_number(one.number), key, role)
        yield KeptCitation(place_of(document.text, one.span, path), *said, ended.get(one.start, ""))


def written_number(number: NumberUse | None) -> str:
    """A number as it is commonly written, whatever its marks; empty if there is none."""
    return f"{number.agency}〔{number.year}〕{number.serial}号" if number else ""


def place_of(text: Text, span: Span, path: str) -> ArchivedPlace:
    """A place in a file of an archive."""
    line, column = text.position(span.start)
    return ArchivedPlace(path, line, column, span, "".join(text.slice(span).split()))


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
