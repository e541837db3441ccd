"""The documents that are open under the settings of one office. Their bytes stay in memory; the settings are files."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from linter import limits
from linter.forms.nodes import BadFileError
from linter.kernel.identity import identified
from linter.kernel.registry import Registry, RegistryError, load
from linter.kernel.result import FileResult, Notification
from linter.language import NamedTuple
from linter.runs.gathering import at_least
from linter.runs.run import lint_opened
from linter.runs.writing import Failure
from linter.settings.workspace import SETTINGS, Plan, Workspace
from linter.sources import read

_LONGEST_NAME = 240
# Suffixes of the files that say what holds: settings, decisions, lists of words, baselines.
_SETTLED = frozenset((".yaml", ".txt", ".list", ".toml", ".json"))


class OpenDraft(NamedTuple):
    """An open document: its bytes as dropped and after each fix, and what was found, acceptances marked.

    ``linted`` is what was found before acceptances, None if it could not be read; ``told`` says what went wrong,
    ``lapsed`` which acceptances no longer hold.
    """

    key: str
    name: str
    versions: tuple[bytes, ...]
    plan: Plan
    linted: FileResult | None
    file: FileResult | None
    told: tuple[Notification, ...]
    lapsed: tuple[Notification, ...] = ()

    @property
    def data(self) -> bytes:
        """Its bytes as they are now."""
        return self.versions[-1]


@dataclass
class Desk:
    """What is open, by key in the order it came; safe under threads.

    ``office`` is the folder with the settings and decisions; ``revision`` counts the changes, so that a second window
    learns of them.
    """

    office: Path
    registry: Registry = field(default_factory=load)
    revision: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.RLock()
        self._drafts: dict[str, OpenDraft] = {}
        self._made = 0
        self._work: tuple[object, Workspace] | None = None

    @property
    def settings_file(self) -> Path:
        """The settings file of the office, there or not yet."""
        return next((path for name in SETTINGS if (path := self.office / name).is_file()), self.office / SETTINGS[0])

    def workspace(self) -> Workspace:
        """The settings as they are in the files now."""
        with self._lock:
            stamp = self._stamp()
            if self._work is None or self._work[0] != stamp:
                file = self.settings_file
                self._work = stamp, Workspace(self.registry, file=file if file.is_file() else None)
            return self._work[1]

    def _stamp(self) -> object:
        if not self.office.is_dir():
            return None
        texts = [path for path in self.office.iterdir() if path.suffix in _SETTLED]
        return sorted((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in texts)

    def changed(self) -> None:
        """Something was written: settings are read anew, and other windows are to look."""
        with self._lock:
            self._work = None
            self.revision += 1

    def add(self, name: str, data: bytes) -> OpenDraft:
        """Open a document, or a new version of the one of that name. Raises Failure beyond the limits."""
        name = clean_name(name)
        with self._lock:
            key = next((draft.key for draft in self._drafts.values() if draft.name == name), "")
            held = sum(len(one) for draft in self._drafts.values() for one in draft.versions)
            if not key and len(self._drafts) >= limits.OPEN:
                raise Failure(f"已打开 {limits.OPEN} 个文件，请先关闭一些 (too many documents open)")
            if held + len(data) > limits.OPEN_BYTES:
                raise Failure(f"打开的文件共超过 {limits.OPEN_BYTES >> 20} MB，请先关闭一些 (too much is open)")
            if not key:
                self._made += 1
                key = f"d{self._made}"
        return self._put(self._lint(key, name, (data,)))

    def restore(self, key: str, name: str, versions: Sequence[bytes]) -> OpenDraft:
        """Open a document under a key it had before."""
        with self._lock:
            self._made = max(self._made, int(key[1:]))
        return self._put(self._lint(key, name, tuple(versions)))

    def _put(self, draft: OpenDraft) -> OpenDraft:
        with self._lock:
            self._drafts[draft.key] = draft
            self.revision += 1
        return draft

    def replace(self, draft: OpenDraft, versions: Sequence[bytes]) -> OpenDraft:
        """The document with other versions. Raises Failure if it has changed meanwhile."""
        with self._lock:
            if self._drafts.get(draft.key, draft).versions != draft.versions:
                raise Failure("文件已在另一个窗口中改动，请重试 (changed in another window)")
        return self._put(self._lint(draft.key, draft.name, tuple(versions)))

    def close(self, keys: Sequence[str]) -> None:
        """Forget documents."""
        with self._lock:
            for key in keys:
                self._drafts.pop(key, None)
            self.revision += 1

    def drafts(self) -> list[OpenDraft]:
        """All that is open, under the settings of now."""
        with self._lock:
            return [self.draft(key) for key in self._drafts]

    def draft(self, key: str) -> OpenDraft:
        """One document under the settings of now. Raises Failure if it is not open."""
        with self._lock:
            draft = self._drafts.get(key)
            if draft is None:
                raise Failure("这个文件已经关闭 (this document is no longer open)")
            fresh = self._fresh(draft)
            self._drafts[key] = fresh
            return fresh

    def _fresh(self, draft: OpenDraft) -> OpenDraft:
        plan = self.plan(draft.name)
        if plan is draft.plan:
            return draft
        if draft.linted is None or (plan.settings, plan.active) != (draft.plan.settings, draft.plan.active):
            return self._lint(draft.key, draft.name, draft.versions)
        return self._accepted(draft._replace(plan=plan))

    def _lint(self, key: str, name: str, versions: tuple[bytes, ...]) -> OpenDraft:
        plan = self.plan(name)
        found = lint_opened(lambda: read(versions[-1], name, plan.settings.how), name, plan)
        return self._accepted(OpenDraft(key, name, versions, plan, found.file, None, tuple(found.told)))

    def _accepted(self, draft: OpenDraft) -> OpenDraft:
        """The document with what is accepted or in the baseline marked, and what is below the level left out."""
        if draft.linted is None:
            return draft
        file, lapsed = draft.plan.accept(draft.linted)
        placed = file._replace(path=str(self.office / draft.name))
        try:
            # What the baseline holds of documents that are not open says nothing of this one.
            (marked,), _ = self.workspace().mark([placed], [draft.plan])
        except BadFileError as error:
            raise Failure(str(error)) from None
        (file,) = identified([at_least(marked._replace(path=file.path), draft.plan.settings.level)])
        return draft._replace(file=file, lapsed=tuple(lapsed))

    def plan(self, name: str) -> Plan:
        """What holds for a document of that name in the folder of the office. Raises Failure for bad settings."""
        try:
            return self.workspace().plan(str(self.office / name))
        except (BadFileError, RegistryError) as error:
            raise Failure(str(error)) from None


def clean_name(name: str) -> str:
    """A relative path without steps upwards and control characters. Raises Failure if nothing is left."""
    words = "".join(character for character in name.replace("\\", "/") if character.isprintable())
    parts = [part for part in PurePosixPath(words).parts if part not in {"/", "..", "."}]
    if not parts or len(words) > _LONGEST_NAME:
        raise Failure("文件名不能用 (unusable name)")
    return "/".join(parts)
