"""Put documents into an archive: those that changed since, each file whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from linter.archive.gathering import kept
from linter.archive.store import ArchiveStore
from linter.archive.tables import acts
from linter.kernel.engine import understand
from linter.kernel.result import FileResult, Notification, Understanding
from linter.language.record import NamedTuple
from linter.limits import failure
from linter.pages.dump import plain
from linter.runs.keys import settings_digest
from linter.runs.linted import Linted
from linter.runs.records import pack
from linter.runs.run import load
from linter.settings.workspace import Plan
from linter.sources import SourceError


class Added(NamedTuple):
    """How many files were put in, were there unchanged, and were taken out since they are gone; what went wrong."""

    put: int
    unchanged: int
    gone: int
    notifications: tuple[Notification, ...]


def add(archive: ArchiveStore, paths: Sequence[str], planner: Callable[[str], Plan]) -> Added:
    """Put files in, as ``put`` does, and take out those that are gone."""
    added = put(archive, paths, planner)
    return added._replace(gone=_take_out(archive, archive.digests().keys() - set(paths)))


def put(archive: ArchiveStore, paths: Sequence[str], planner: Callable[[str], Plan]) -> Added:
    """Put files in; those of the same bytes under the same settings are left."""
    known = archive.digests()
    new = unchanged = 0
    told: list[Notification] = []
    for path in paths:
        plan = planner(path)
        try:
            digest = _digest(path, plan)
            if known.get(path) == digest:
                unchanged += 1
            else:
                _put(archive, path, digest, plan)
                new += 1
        except SourceError as error:
            told.append(Notification("error", str(error), path))
        except OSError as error:
            told.append(Notification("error", f"无法读取 (cannot read): {error.strerror}", path))
        except RecursionError as error:
            told.append(Notification("error", f"内部错误，已跳过此文件 (internal error): {failure(error)}", path))
    return Added(new, unchanged, 0, tuple(told))


def _digest(path: str, plan: Plan) -> str:
    return hashlib.sha256(Path(path).read_bytes() + settings_digest(plan).encode()).hexdigest()


def _put(archive: ArchiveStore, path: str, digest: str, plan: Plan) -> None:
    source = load(path, path, plan.settings.how)
    text = source.text
    issue = understand(text, plan.settings.office)
    documents = acts(path, text) or list(kept(issue, path))
    facts = [
        {kind: [json.dumps(plain(one, text), ensure_ascii=False) for one in found] for kind, found in it.facts.items()}
        for it in documents
    ]
    record = pack(Linted(FileResult(path, source, text, Understanding(lambda: issue), (), ())))
    archive.put(path, digest, zip(documents, facts, strict=True), record)


def _take_out(archive: ArchiveStore, paths: Iterable[str]) -> int:
    gone = [path for path in paths if not Path(path).exists()]
    for path in gone:
        archive.put(path, "")
    return len(gone)
