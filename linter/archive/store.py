"""An archive as one SQLite file: files, documents, titles, citations, facts, and an index of words.

A file is put in whole or not at all; processes wait for one another. What is asked of it runs over indexes, so that its
size does not matter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any

from linter.kernel.archived import ArchivedCitation, ArchivedDocument, ArchivedPlace
from linter.language.record import NamedTuple
from linter.language.text import Span

if TYPE_CHECKING:
    from linter.archive.gathering import KeptDocument

_VERSION = 2
_PATIENCE = 60.0
# Trigrams know no shorter words.
_TRIGRAM = 3
_PLACE = "path TEXT NOT NULL, line INTEGER, col INTEGER, start INTEGER, end INTEGER, words TEXT"
_TABLES = f"""
CREATE TABLE files (path TEXT PRIMARY KEY, digest TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE documents (id INTEGER PRIMARY KEY, {_PLACE},
  number TEXT, agency TEXT, year INTEGER, serial INTEGER, day TEXT);
CREATE TABLE titles (document INTEGER REFERENCES documents ON DELETE CASCADE, title TEXT, core TEXT);
CREATE TABLE citations (document INTEGER REFERENCES documents ON DELETE CASCADE, {_PLACE},
  title TEXT, core TEXT, number TEXT, agency TEXT, year INTEGER, serial INTEGER, role TEXT);
CREATE TABLE facts (document INTEGER REFERENCES documents ON DELETE CASCADE, kind TEXT, value TEXT);
CREATE INDEX documents_of_file ON documents (path);
CREATE INDEX documents_by_number ON documents (agency, year, serial);
CREATE INDEX titles_of_document ON titles (document);
CREATE INDEX titles_by_core ON titles (core);
CREATE INDEX citations_of_document ON citations (document);
CREATE INDEX citations_by_number ON citations (agency, year, serial);
CREATE INDEX citations_by_core ON citations (core);
CREATE INDEX facts_of_document ON facts (document, kind);
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'trigram');
"""
_OF_PLACE = "path, line, col, start, end, words"


class ArchiveError(Exception):
    """A file that is no archive, or cannot be used as one; the message is one line for the user."""


class ArchiveCounts(NamedTuple):
    """How much an archive holds."""

    files: int
    documents: int
    citations: int
    facts: int


class ArchiveStore:
    """An archive in a file, made where there is none, or in memory. Raises ArchiveError."""

    def __init__(self, path: str = ":memory:") -> None:
        try:
            self._base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            if self._strange():
                self._base.close()
                raise ArchiveError(f"{path} 不是档案，或是另一版本的 (not an archive, or of another version)")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA foreign_keys = ON")
            with self._writing():
                if not self._version():
                    for statement in filter(str.strip, _TABLES.split(";\n")):
                        self._base.execute(statement)
                    self._base.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.Error as error:
            raise ArchiveError(f"{path} 不能用作档案 (cannot be used as an archive): {error}") from None

    def _version(self) -> int:
        return int(self._base.execute("PRAGMA user_version").fetchone()[0])

    def _strange(self) -> bool:
        """Whether the file is a database of something else."""
        (tables,) = self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return bool(tables) and self._version() != _VERSION

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def digests(self) -> dict[str, str]:
        """The files by path, with the digest each had when it was put in."""
        return dict(self._base.execute("SELECT path, digest FROM files"))

    def record(self, path: str) -> bytes:
        """The record of a file, from which reports are written."""
        return bytes(self._base.execute("SELECT record FROM files WHERE path = ?", (path,)).fetchone()[0])

    def put(
        self,
        path: str,
        digest: str,
        documents: Iterable[tuple[KeptDocument, Mapping[str, Sequence[str]]]] = (),
        record: bytes = b"",
    ) -> None:
        """Put a file in, in place of what it was; each document with its facts as JSON. No digest takes it out."""
        with self._writing():
            rows = self._base.execute("SELECT id FROM documents WHERE path = ?", (path,)).fetchall()
            self._base.executemany("DELETE FROM search WHERE rowid = ?", rows)
            self._base.execute("DELETE FROM documents WHERE path = ?", (path,))
            self._base.execute("DELETE FROM files WHERE path = ?", (path,))
            if digest:
                self._base.execute("INSERT INTO files VALUES (?, ?, ?)", (path, digest, record))
            for document, facts in documents:
                self._insert(document, facts)

    def _insert(self, one: KeptDocument, facts: Mapping[str, Sequence[str]]) -> None:
        fields = (*_flat(one.place), one.number, *(one.key or (None, None, None)), one.day)
        marks = ", ?" * len(fields)
        row = self._base.execute(f"INSERT INTO documents VALUES (NULL{marks})", fields).lastrowid  # noqa: S608
        self._base.executemany("INSERT INTO titles VALUES (?, ?, ?)", [(row, *title) for title in one.titles])
        cited = [
            (row, *_flat(it.place), it.title, it.core, it.number, *(it.key or (None, None, None)), it.role)
            for it in one.citations
        ]
        self._base.executemany(f"INSERT INTO citations VALUES (?{', ?' * 13})", cited)  # noqa: S608
        values = [(row, kind, value) for kind, found in facts.items() for value in found]
        self._base.executemany("INSERT INTO facts VALUES (?, ?, ?)", values)
        words = [one.number, *(title.title for title in one.titles), *(it.title for it in one.citations)]
        self._base.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (row, "\n".join(words)))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

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
        """Each citation by number that its document rests on, and the first that ended the act before that day."""
        found = self._base.execute(
            "SELECT c.rowid, e.rowid FROM citations c JOIN documents d ON d.id = c.document JOIN citations e ON"
            " e.agency = c.agency AND e.year = c.year AND e.serial = c.serial AND e.role = 'end' AND"
            " e.document != c.document JOIN documents r ON r.id = e.document WHERE c.role = 'basis' AND r.day != '' AND"
            " r.day < d.day ORDER BY c.path, c.start, r.day, e.path, e.start"
        ).fetchall()
        for cited, rows in groupby(found, key=lambda row: row[0]):
            yield self._citation(cited), self._citation(next(rows)[1])

    def _cited(self, query: str) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        for cited, rows in groupby(self._base.execute(query).fetchall(), key=lambda row: row[0]):
            yield self._citation(cited), tuple(self._document(row[1]) for row in rows)

    def _document(self, row: int) -> ArchivedDocument:
        asked = f"SELECT {_OF_PLACE}, number, day FROM documents WHERE id = ?"  # noqa: S608 - names of columns
        found = self._base.execute(asked, (row,)).fetchone()
        titles = self._base.execute("SELECT title FROM titles WHERE document = ? ORDER BY rowid", (row,))
        return ArchivedDocument(_place(found), tuple(title for (title,) in titles), found[6], found[7])

    def _citation(self, row: int) -> ArchivedCitation:
        asked = f"SELECT {_OF_PLACE}, title, number, role, document FROM citations WHERE rowid = ?"  # noqa: S608
        found = self._base.execute(asked, (row,)).fetchone()
        return ArchivedCitation(_place(found), found[6], found[7], found[8], self._document(found[9]))


def _flat(place: ArchivedPlace) -> tuple[Any, ...]:
    return (place.path, place.line, place.column, place.span.start, place.span.end, place.words)


def _place(row: Sequence[Any]) -> ArchivedPlace:
    path, line, column, start, end, words = row[:6]
    return ArchivedPlace(path, line, column, Span(start, end), words)
