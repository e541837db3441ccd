"""Results that the cache knows: looked up before a document is linted, kept after."""

from __future__ import annotations

import hashlib
from pathlib import Path

from linter.language import NamedTuple
from linter.limits import BYTES
from linter.runs.cache import Cache, Pages, cache_file
from linter.runs.keys import Keys
from linter.runs.linted import Linted, Task
from linter.runs.records import RecordError, pack, unpack
from linter.settings.recipe import Recipe


class Miss(NamedTuple):
    """A document that the cache does not know: the key for its result, and the digest of its bytes."""

    key: bytes
    sha256: str


class Known:
    """The cache under the recipe of a run."""

    def __init__(self, recipe: Recipe) -> None:
        self._keys = Keys(recipe)
        self._cache = Cache(cache_file())
        self.pages = Pages(self._cache)

    def find(self, task: Task) -> Linted | Miss | None:
        """The result of a document, or the key to keep it under; None where it cannot be kept."""
        try:
            with Path(task.path).open("rb") as file:
                data = file.read(BYTES + 1)
        except OSError:
            return None
        key = self._keys.key(data, task.name, task.plan) if len(data) <= BYTES else None
        if key is None:
            return None
        record = self._cache.get(key)
        if record:
            try:
                return unpack(record, task, lambda: data)
            except RecordError:
                pass  # damaged: linted and kept anew
        return Miss(key, hashlib.sha256(data).hexdigest())

    def keep(self, wanted: Miss, linted: Linted) -> None:
        """Keep a result, unless the document was changed meanwhile or something failed."""
        whole = linted.file and linted.file.source.sha256 == wanted.sha256
        if whole and not any(one.level == "error" for one in linted.told):
            self._cache.put(wanted.key, linted.record or pack(linted))

    def close(self) -> None:
        """Write what is to be kept."""
        self._cache.close()
