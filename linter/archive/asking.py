"""What can be asked of an archive: each question runs over indexes, so that its size does not matter.

Titles that are a slip of the hand away from a known one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from linter.archive.gathering import place_of
from linter.archive.rungs import read
from linter.kernel.archived import ArchivedCitation, ArchivedDocument, ArchivedPlace
from linter.language import NamedTuple, Span, edit, near_pairs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from linter.kernel.archived import ArchivedLadder
    from linter.structure.model import Document, Issue

# Trigrams know no shorter words.
_TRIGRAM = 3
# A title of no more characters (条例, 实施细则) may be that of any act.
_SHORTEST = 5
_OF_PLACE = "path, line, col, start, end, words"

# A basis, and what ended it before: of one number; of one title, which nobody bears since.
_AFTER_END = """
SELECT c.rowid, e.rowid, c.path, c.start, e.since, e.path, e.start FROM citations c
JOIN documents d ON d.id = c.document
JOIN citations e ON e.agency = c.agency AND e.year = c.year AND e.serial = c.serial
WHERE c.role = 'basis' AND e.role = 'end' AND e.document != c.document AND e.since != '' AND e.since <= d.day
UNION
SELECT c.rowid, e.rowid, c.path, c.start, e.since, e.path, e.start FROM citations c
JOIN documents d ON d.id = c.document
JOIN citations e ON e.core = c.core AND (c.agency IS NULL OR e.agency IS NULL)
WHERE c.role = 'basis' AND e.role = 'end' AND e.document != c.document AND e.since != '' AND e.since <= d.day
AND length(c.core) > ? AND NOT EXISTS (
  SELECT 1 FROM titles t JOIN documents x ON x.id = t.document
  WHERE t.core = c.core AND (x.id = e.document OR x.dated = '' OR x.dated >= e.since))
ORDER BY 3, 4, 5, 6, 7
"""
_SERIES = """
SELECT agency, year, serial, min(id) FROM documents WHERE (agency, year) IN (
  SELECT agency, year FROM documents WHERE agency IS NOT NULL AND NOT listed
  GROUP BY agency, year HAVING count(DISTINCT serial) >= ?)
AND NOT listed GROUP BY agency, year, serial ORDER BY agency, year, serial
"""
_COPIES = """
SELECT a.id, b.id FROM documents a JOIN documents b
ON a.agency = b.agency AND a.year = b.year AND a.serial = b.serial AND a.path < b.path
JOIN titles s ON s.document = a.id JOIN titles t ON t.document = b.id AND t.core = s.core
WHERE NOT a.listed AND NOT b.listed
UNION
SELECT a.id, b.id FROM titles s JOIN titles t ON t.core = s.core JOIN documents a ON a.id = s.document
JOIN documents b ON b.id = t.document AND b.day = a.day AND a.path < b.path
WHERE a.day != '' AND NOT a.listed AND NOT b.listed AND length(s.core) > 5
ORDER BY 1, 2
"""
_HIGHER = """
SELECT d.id, h.id FROM documents h JOIN documents d ON d.path != h.path
WHERE h.path = ? AND d.id IN (SELECT document FROM ladders) AND h.id IN (SELECT document FROM ladders)
UNION
SELECT c.document, h.id FROM citations c JOIN titles t ON t.core = c.core
JOIN documents h ON h.id = t.document AND h.path != c.path
WHERE c.role != 'end' AND c.document IN (SELECT document FROM ladders) AND h.id IN (SELECT document FROM ladders)
ORDER BY 1, 2
"""


class ArchiveCounts(NamedTuple):
    """How much an archive holds."""

    files: int
    documents: int
    citations: int
    facts: int


class Questions:
    """An archive as checks see it (``linter.kernel.archived.Archive``)."""

    # The file that the others are held against, if the user names one.
    against = ""
    _base: sqlite3.Connection
    # Reads the structure of a file as it was put in; given by whoever runs the checks.
    reader: Callable[[str], Issue]

    def counts(self) -> ArchiveCounts:
        """How much it holds."""
        tables = ("files", "documents", "citations", "facts")
        return ArchiveCounts(*(self._base.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables))  # noqa: S608

    def search(self, words: str, most: int) -> list[ArchivedDocument]:
        """Documents with these words in a title, a number or a cited title."""
        if len(words) >= _TRIGRAM:
            found = self._base.execute(
                "SELECT rowid FROM search WHERE words MATCH ? ORDER BY rowid LIMIT ?",
                ('"' + words.replace('"', '""') + '"', most),
            )
        else:
            asked = "SELECT rowid FROM search WHERE instr(words, ?) ORDER BY rowid LIMIT ?"
            found = self._base.execute(asked, (words, most))
        return [self._document(row) for (row,) in found.fetchall()]

    def of_one_number(self) -> Iterator[tuple[ArchivedDocument, ...]]:
        """The documents that bear one number, where there are several."""
        found = self._base.execute(
            "SELECT agency, year, serial, id FROM documents WHERE (agency, year, serial) IN"
            " (SELECT agency, year, serial FROM documents WHERE agency IS NOT NULL"
            " GROUP BY agency, year, serial HAVING count(*) > 1)"
            " ORDER BY agency, year, serial, path, start"
        ).fetchall()
        for _, rows in groupby(found, key=lambda row: row[:3]):
            yield tuple(self._document(row[3]) for row in rows)

    def cited_by_number(self) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        """Each citation by a number that others bear, and these."""
        yield from self._cited(
            "SELECT c.rowid, d.id FROM citations c JOIN documents d ON d.agency = c.agency AND d.year = c.year AND"
            " d.serial = c.serial AND d.id != c.document ORDER BY c.path, c.start, d.path, d.start"
        )

    def cited_by_title(self) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        """Each citation with a number whose title others bear that have numbers, and these."""
        yield from self._cited(
            "SELECT DISTINCT c.rowid, d.id FROM citations c JOIN titles t ON t.core = c.core JOIN documents d ON"
            " d.id = t.document AND d.id != c.document AND d.agency IS NOT NULL WHERE c.agency IS NOT NULL"
            " ORDER BY c.path, c.start, d.path, d.start"
        )

    def cited_alone(self) -> Iterator[tuple[ArchivedCitation, ...]]:
        """The citations by one number that no document bears, where they give it several titles."""
        found = self._base.execute(
            "SELECT agency, year, serial, rowid FROM citations WHERE (agency, year, serial) IN"
            " (SELECT agency, year, serial FROM citations WHERE agency IS NOT NULL"
            " GROUP BY agency, year, serial HAVING count(DISTINCT core) > 1"
            " EXCEPT SELECT agency, year, serial FROM documents)"
            " ORDER BY agency, year, serial, path, start"
        ).fetchall()
        for _, rows in groupby(found, key=lambda row: row[:3]):
            yield tuple(self._citation(row[3]) for row in rows)

    def cited_after_end(self) -> Iterator[tuple[ArchivedCitation, ArchivedCitation]]:
        """Each citation that its document rests on, and the first that ended the act before that day.

        An act is known by its number, else by its title, if nobody bears that since.
        """
        found = self._base.execute(_AFTER_END, (_SHORTEST,)).fetchall()
        for cited, rows in groupby(found, key=lambda row: row[0]):
            yield self._citation(cited), self._citation(next(rows)[1])

    def near_listed(self) -> Iterator[tuple[tuple[ArchivedCitation, ...], ArchivedDocument]]:
        """The citations of each title that nobody bears, and the act of a table whose title is one character off."""
        listed = "SELECT t.core, d.id FROM documents d JOIN titles t ON t.document = d.id WHERE d.listed ORDER BY d.id"
        acts = dict(self._base.execute(listed).fetchall())
        if not acts:
            return
        unknown = "SELECT DISTINCT core FROM citations WHERE core NOT IN (SELECT core FROM titles)"
        for one, other in slips({core for (core,) in self._base.execute(unknown).fetchall()}, acts):
            rows = self._base.execute(
                "SELECT rowid FROM citations WHERE core = ? ORDER BY path, start", (one,)
            ).fetchall()
            yield tuple(self._citation(row) for (row,) in rows), self._document(acts[other])

    def series(self, least: int) -> Iterator[tuple[ArchivedDocument, ...]]:
        """The documents of one code and year in order of number, the first of each; of series that have so many."""
        found = self._base.execute(_SERIES, (least,)).fetchall()
        for _, rows in groupby(found, key=lambda row: row[:2]):
            yield tuple(self._document(row[3]) for row in rows)

    def copies(self) -> Iterator[tuple[ArchivedDocument, ArchivedDocument]]:
        """The documents in two files that are one: of one number, or of one title and day."""
        for first, second in self._base.execute(_COPIES).fetchall():
            yield self._document(first), self._document(second)

    def structure(self, document: ArchivedDocument) -> Document:
        """The structure of a document, as it was put in; read anew, so ask it of few."""
        found = self.reader(document.place.path).document_at(document.place.span.start)
        assert found is not None  # noqa: S101 - it was in the file when this was put in
        return found

    def place(self, document: ArchivedDocument, span: Span) -> ArchivedPlace:
        """A place in the file of a document."""
        return place_of(self.reader(document.place.path).text, span, document.place.path)

    def higher(self) -> Iterator[tuple[ArchivedDocument, ArchivedDocument]]:
        """Each document with ladders and each that it cites, or is held against by the user, which has them too."""
        found = self._base.execute(_HIGHER, (self.against,)).fetchall()
        for lower, upper in found:
            yield self._document(lower), self._document(upper)

    def cites(self, document: ArchivedDocument, other: ArchivedDocument) -> bool:
        """Whether a document cites a title that another one bears."""
        asked = (
            "SELECT 1 FROM citations c JOIN titles t ON t.core = c.core JOIN documents d ON d.id = c.document"
            " JOIN documents h ON h.id = t.document WHERE (d.path, d.start, h.path, h.start) = (?, ?, ?, ?)"
        )
        places = (document.place.path, document.place.span.start, other.place.path, other.place.span.start)
        return self._base.execute(asked, places).fetchone() is not None

    def ladders(self, document: ArchivedDocument) -> tuple[ArchivedLadder, ...]:
        """The ladders of a document, by the events that it grades."""
        found = self._base.execute(
            "SELECT value FROM ladders JOIN documents d ON d.id = document WHERE path = ? AND start = ?"
            " ORDER BY ladders.rowid",
            (document.place.path, document.place.span.start),
        )
        return tuple([read(value) for (value,) in found])

    def _cited(self, query: str) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        for cited, rows in groupby(self._base.execute(query).fetchall(), key=lambda row: row[0]):
            yield self._citation(cited), tuple(self._document(row[1]) for row in rows)

    def _document(self, row: int) -> ArchivedDocument:
        asked = f"SELECT {_OF_PLACE}, number, day, dated FROM documents WHERE id = ?"  # noqa: S608 - names of columns
        found = self._base.execute(asked, (row,)).fetchone()
        titles = self._base.execute("SELECT title FROM titles WHERE document = ? ORDER BY rowid", (row,))
        return ArchivedDocument(_place(found), tuple(title for (title,) in titles), *found[6:9])

    def _citation(self, row: int) -> ArchivedCitation:
        asked = f"SELECT {_OF_PLACE}, title, number, role, document, since FROM citations WHERE rowid = ?"  # noqa: S608
        found = self._base.execute(asked, (row,)).fetchone()
        return ArchivedCitation(_place(found), found[6], found[7], found[8], self._document(found[9]), found[10])


def _place(row: Sequence[Any]) -> ArchivedPlace:
    path, line, column, start, end, words = row[:6]
    return ArchivedPlace(path, line, column, Span(start, end), words)


# Whose act it is stands first, what kind of act last: 江西省…, 江苏省…; …条例, …规定. They make another act.
_HEAD, _TAIL = 3, 2
_NEARBY_SHORTEST = 7
# Parts of one work are numbered: 解释(二), 解释(三).
_ORDINALS = frozenset("0123456789一二三四五六七八九十")


def slips(unknown: Collection[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each unknown title that has a character more, less or other than exactly one known, and that one."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for pair in near_pairs((*unknown, *known)):
        for one, other in (pair, pair[::-1]):
            if one in unknown and other in known and _is_slip(one, other):
                near[one].add(other)
    yield from ((one, found.pop()) for one, found in sorted(near.items()) if len(found) == 1)


def _is_slip(one: str, other: str) -> bool:
    change = edit(one, other)
    if change is None or min(len(one), len(other)) < _NEARBY_SHORTEST or _ORDINALS & {*change.old, *change.new}:
        return False
    return change.at >= _HEAD and change.at + len(change.old) <= len(one) - _TAIL
