"""What was found in documents that did not change, kept between runs: one SQLite file in the user's cache folder.

Entries are records by a key made of everything they depend on (``linter.runs.keys``), so none is ever stale; those not
used for longest go when there are too many. A cache that is damaged, locked or full is as good as none.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path

from linter.language import NamedTuple
from linter.limits import CACHE_BYTES

# Says where the cache is to be, in place of the user's own folder.
FOLDER = "GAZETTE_LINT_CACHE_DIR"
_FILE = "results.sqlite"
# A file of another version is begun anew.
_VERSION = 1
# Seconds to wait for another process; entries that are written at once.
_PATIENCE, _TOGETHER = 10.0, 64
_DAY = 86_400
_TABLE = """
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON entries (used);
"""


class CacheState(NamedTuple):
    """Where the cache is, how many entries it has, and the bytes of its file."""

    path: Path
    entries: int
    size: int


def cache_file() -> Path:
    """Where the cache is: in ``GAZETTE_LINT_CACHE_DIR``, else in the user's folder for such things."""
    if folder := os.environ.get(FOLDER):
        return Path(folder, _FILE)
    from platformdirs import user_cache_path

    return user_cache_path("gazette-lint", appauthor=False) / _FILE


class Cache:
    """Values by key, read and written by any number of processes at once."""

    def __init__(self, path: Path, limit: int = CACHE_BYTES) -> None:
        self.path = path
        self._limit = limit
        self._today = int(time.time()) // _DAY
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []
        self._base: sqlite3.Connection | None = None
        with self._careful():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._base = _opened(path)

    def get(self, key: bytes) -> bytes | None:
        """The value under a key, None without one."""
        if key in self._new:
            return self._new[key]
        with self._careful():
            if self._base:
                row = self._base.execute("SELECT value, used FROM entries WHERE key = ?", (key,)).fetchone()
                if row and row[1] < self._today:
                    self._used.append(key)
                return bytes(row[0]) if row else None
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; it is written together with others, at the latest at the end."""
        self._new[key] = value
        if len(self._new) >= _TOGETHER:
            self.flush()

    def state(self) -> CacheState:
        """What it holds."""
        entries = 0
        with self._careful():
            if self._base:
                (entries,) = self._base.execute("SELECT count(*) FROM entries").fetchone()
        files = [self.path.with_name(self.path.name + tail) for tail in ("", "-wal")]
        return CacheState(self.path, entries, sum(file.stat().st_size for file in files if file.exists()))

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        _removed(self.path)

    def close(self) -> None:
        """Write what is left, and let go of what is beyond the limit."""
        self.flush()
        with self._careful():
            if self._base:
                self._base.close()
        self._base = None

    def flush(self) -> None:
        """Write what was put."""
        with self._careful():
            if self._base and (self._new or self._used):
                with _transaction(self._base):
                    rows = [(key, value, self._today) for key, value in self._new.items()]
                    self._base.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
                    used = [(self._today, key) for key in self._used]
                    self._base.executemany("UPDATE entries SET used = ? WHERE key = ?", used)
                self._shrink(self._base)
        self._new, self._used = {}, []

    def _shrink(self, base: sqlite3.Connection) -> None:
        """Drop the tenth that was not used for longest as long as there is too much."""
        while _size(base) > self._limit:
            (entries,) = base.execute("SELECT count(*) FROM entries").fetchone()
            if not entries:
                return
            with _transaction(base):
                oldest = "SELECT rowid FROM entries ORDER BY used, rowid LIMIT ?"
                base.execute(f"DELETE FROM entries WHERE rowid IN ({oldest})", (entries // 10 + 1,))  # noqa: S608
            base.execute("PRAGMA incremental_vacuum")

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """Go on without a cache where it fails; a file that is none of SQLite's is taken away for the next run."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            broken = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
            if self._base:
                with suppress(sqlite3.Error):
                    self._base.close()
            self._base = None
            if broken:
                _removed(self.path)


class Pages(MutableMapping[str, bytes]):
    """What was recognised in images of pages, in the same cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def __getitem__(self, digest: str) -> bytes:
        packed = self._cache.get(b"page " + digest.encode())
        if packed is None:
            raise KeyError(digest)
        try:
            return zlib.decompress(packed)
        except zlib.error:
            raise KeyError(digest) from None

    def __setitem__(self, digest: str, value: bytes) -> None:
        self._cache.put(b"page " + digest.encode(), zlib.compress(value))
        self._cache.flush()  # a page takes seconds to recognise

    def __delitem__(self, digest: str) -> None:
        raise KeyError(digest)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _opened(path: Path) -> sqlite3.Connection:
    """The file, made or begun anew where it is missing or of another version."""
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    if base.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        base.execute("PRAGMA auto_vacuum = INCREMENTAL")
        base.execute("PRAGMA journal_mode = WAL")
        with _transaction(base):
            base.execute("DROP TABLE IF EXISTS entries")
            for statement in filter(str.strip, _TABLE.split(";")):
                base.execute(statement)
            base.execute(f"PRAGMA user_version = {_VERSION}")
    base.execute("PRAGMA synchronous = NORMAL")
    return base


@contextmanager
def _transaction(base: sqlite3.Connection) -> Iterator[None]:
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        base.execute("ROLLBACK")
        raise
    base.execute("COMMIT")


def _size(base: sqlite3.Connection) -> int:
    asked = ("page_count", "freelist_count", "page_size")
    pages, free, size = (base.execute(f"PRAGMA {word}").fetchone()[0] for word in asked)
    return int((pages - free) * size)


def _removed(path: Path) -> None:
    for tail in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + tail).unlink(missing_ok=True)
