"""An archive as one SQLite file: files, documents, titles, citations, facts, and an index of words.

A file is put in whole or not at all; processes wait for one another. What is asked of it runs over indexes, so that its
size does not matter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from linter.archive.asking import Questions
from linter.archive.gathering import KeptDocument
from linter.archive.rungs import written
from linter.kernel.archived import ArchivedPlace

_VERSION = 3
_PATIENCE = 60.0
_PLACE = "path TEXT NOT NULL, line INTEGER, col INTEGER, start INTEGER, end INTEGER, words TEXT"
_TABLES = f"""
CREATE TABLE files (path TEXT PRIMARY KEY, digest TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE documents (id INTEGER PRIMARY KEY, {_PLACE},
  number TEXT, agency TEXT, year INTEGER, serial INTEGER, day TEXT, dated TEXT, listed INTEGER);
CREATE TABLE titles (document INTEGER REFERENCES documents ON DELETE CASCADE, title TEXT, core TEXT);
CREATE TABLE citations (document INTEGER REFERENCES documents ON DELETE CASCADE, {_PLACE},
  title TEXT, core TEXT, number TEXT, agency TEXT, year INTEGER, serial INTEGER, role TEXT, since TEXT);
CREATE TABLE ladders (document INTEGER REFERENCES documents ON DELETE CASCADE, value TEXT);
CREATE TABLE facts (document INTEGER REFERENCES documents ON DELETE CASCADE, kind TEXT, value TEXT);
CREATE INDEX documents_of_file ON documents (path);
CREATE INDEX documents_listed ON documents (listed) WHERE listed;
CREATE INDEX documents_by_number ON documents (agency, year, serial);
CREATE INDEX titles_of_document ON titles (document);
CREATE INDEX titles_by_core ON titles (core);
CREATE INDEX citations_of_document ON citations (document);
CREATE INDEX citations_by_number ON citations (agency, year, serial);
CREATE INDEX citations_by_core ON citations (core);
CREATE INDEX ladders_of_document ON ladders (document);
CREATE INDEX facts_of_document ON facts (document, kind);
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'trigram');
"""


class ArchiveError(Exception):
    """A file that is no archive, or cannot be used as one; the message is one line for the user."""


class ArchiveStore(Questions):
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
        fields = (*_flat(one.place), one.number, *(one.key or (None, None, None)), one.day, one.dated, one.listed)
        marks = ", ?" * len(fields)
        row = self._base.execute(f"INSERT INTO documents VALUES (NULL{marks})", fields).lastrowid  # noqa: S608
        self._base.executemany("INSERT INTO titles VALUES (?, ?, ?)", [(row, *title) for title in one.titles])
        cited = [
            (row, *_flat(it.place), it.title, it.core, it.number, *(it.key or (None, None, None)), it.role, it.since)
            for it in one.citations
        ]
        self._base.executemany(f"INSERT INTO citations VALUES (?{', ?' * 14})", cited)  # noqa: S608
        values = [(row, kind, value) for kind, found in facts.items() for value in found]
        self._base.executemany("INSERT INTO facts VALUES (?, ?, ?)", values)
        self._base.executemany("INSERT INTO ladders VALUES (?, ?)", [(row, written(it)) for it in one.ladders])
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


def _flat(place: ArchivedPlace) -> tuple[Any, ...]:
    return (place.path, place.line, place.column, place.span.start, place.span.end, place.words)
