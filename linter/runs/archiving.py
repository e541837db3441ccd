"""Put documents into an archive: those that changed since, each file whole or not at all.

What the checks of an archive find, as results of its files, so that every report and every setting serves it too.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from linter.archive.checking import ArchiveDiagnostic, check_archive
from linter.archive.gathering import acts, kept
from linter.archive.store import ArchiveError, ArchiveStore
from linter.kernel.archived import ArchivedPlace
from linter.kernel.check import NOTHING, Active
from linter.kernel.engine import heard, in_order, place, seen, understand
from linter.kernel.finding import Finding, Label, Related
from linter.kernel.fingerprint import fingerprint
from linter.kernel.result import Diagnostic, Elsewhere, FileResult, Notification, Understanding
from linter.language import NamedTuple
from linter.limits import failure
from linter.pages.dump import plain
from linter.runs.keys import settings_digest
from linter.runs.linted import Linted, Task
from linter.runs.records import RecordError, pack, unpack
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
            digest = hashlib.sha256(Path(path).read_bytes() + settings_digest(plan).encode()).hexdigest()
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


# So many files that checks read anew stay in memory.
_AT_HAND = 16


class Findings:
    """What was found in an archive, file by file: those with findings and those with other ends of them."""

    def __init__(self, archive: ArchiveStore, active: Sequence[Active], planner: Callable[[str], Plan]) -> None:
        self._archive = archive
        self._found: defaultdict[str, list[ArchiveDiagnostic]] = defaultdict(list)
        self._files: dict[str, FileResult] = {}
        self._planner = planner
        archive.reader = lru_cache(_AT_HAND)(lambda path: self._read(path).issue)
        found, self.notifications = check_archive(archive, active)
        ends = {at.path for one in found for at, _ in one.related}
        for one in found:
            self._found[one.place.path].append(one)
        self.paths = tuple(sorted({*self._found, *ends}))

    def many(self, tasks: Sequence[Task]) -> Generator[Linted, None, None]:
        """The files with their findings, as they were when they were put in."""
        for task in tasks:
            file = self._file(task.path)
            items = in_order(self._diagnostic(one, file) for one in self._found[task.path] if self._heard(one))
            yield Linted(file._replace(diagnostics=items, seen=seen(file.issue)))

    def _file(self, path: str) -> FileResult:
        if path not in self._files:
            self._files[path] = self._read(path)
        return self._files[path]

    def _read(self, path: str) -> FileResult:
        try:
            file = unpack(self._archive.record(path), Task(path, path, self._planner(path))).file
        except RecordError:
            told = "是另一版本存入的，请重新 archive add (put in by another version; add it again)"
            raise ArchiveError(f"{path} {told}") from None
        assert file is not None  # noqa: S101 - only files that could be read are put in
        return file

    def _heard(self, one: ArchiveDiagnostic) -> bool:
        """Whether each end stands where its file is, and has whole, what the check needs: no doubtful characters."""
        for at in (one.place, *(at for at, _ in one.related)):
            file = self._file(at.path)
            doubtful = file.text.doubtful or one.check.needs != NOTHING  # else nothing need be parsed
            if doubtful and not heard(one.check.needs, Finding(at.span), file.issue):
                return False
        return True

    def _diagnostic(self, one: ArchiveDiagnostic, file: FileResult) -> Diagnostic:
        def end(at: ArchivedPlace, label: Label) -> Related | Elsewhere:
            if at.path == file.path:
                return Related(at.span, label)
            return Elsewhere(at.span, label, self._file(at.path))

        path, titled = place(file.issue, one.place.span.start)
        key = fingerprint(one.check.code, one.place.span, file.issue)
        related = tuple(end(*pair) for pair in one.related)
        said = (one.check, one.severity, one.message, one.place.span, related)
        return Diagnostic(*said, path=path, fingerprint=key, titled=titled)
