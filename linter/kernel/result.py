"""The result of a run: values for reports, filters and servers, which know nothing of the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal, overload

from linter.kernel import labels
from linter.kernel.check import Check
from linter.kernel.finding import Fix, Label, Related, Seen, Severity
from linter.language import NamedTuple, Span, Text
from linter.sources import Source
from linter.structure import Issue
from linter.structure.profile import Profile, of_file

State = Literal["open", "accepted", "unchanged"]


class Suppression(NamedTuple):
    """Why a diagnostic does not count: a decision kept in a sidecar file, a comment, or a baseline."""

    kind: Literal["inSource", "external"]
    reason: str


class Elsewhere(NamedTuple):
    """Another end that stands in another file, as findings of an archive have them."""

    span: Span
    label: Label
    file: FileResult


class Diagnostic(NamedTuple):
    """A finding as reported: its check, its severity in force, its sentence in both languages, and its places.

    ``path`` names notice and sections around the place, ``titled`` says that the first of them is the title of the
    notice; ``fingerprint`` survives inserted and renumbered lines; ``id`` is its short name in a report
    (``linter.kernel.identity``).
    """

    check: Check
    severity: Severity
    message: Label
    span: Span
    related: tuple[Related | Elsewhere, ...] = ()
    fix: Fix | None = None
    path: tuple[str, ...] = ()
    fingerprint: str = ""
    suppression: Suppression | None = None
    baseline: Literal["new", "unchanged"] | None = None
    id: str = ""
    titled: bool = False

    @property
    def code(self) -> str:
        """The code of its check."""
        return self.check.code

    @property
    def known_as(self) -> str:
        """Its short name, or only the code where the run as a whole is not known."""
        return self.id or self.code

    @property
    def state(self) -> State:
        """Whether it is still to be dealt with, was accepted, or is in the baseline."""
        if self.suppression:
            return "accepted"
        return "unchanged" if self.baseline == "unchanged" else "open"

    @property
    def counts(self) -> bool:
        """Whether it is still open: neither accepted nor in the baseline."""
        return self.state == "open"


class Notification(NamedTuple):
    """Something the tool has to say of itself: a check that crashed, a file it could not read."""

    level: Literal["error", "warning"]
    text: str
    path: str = ""
    code: str = ""


class Understanding:
    """What a text was understood as: its issue and its profile, each made when it is first asked for.

    A result that was kept or handed over as a record knows its profile and parses its text anew only where a report
    asks for the issue.
    """

    def __init__(self, parse: Callable[[], Issue], profile: Profile | None = None) -> None:
        self._parse = parse
        self._profile = profile

    @cached_property
    def issue(self) -> Issue:
        """The structure of the file."""
        return self._parse()

    @property
    def profile(self) -> Profile:
        """What the file is, by its own evidence or by the settings."""
        return self._profile or of_file(self.issue)


class FileResult(NamedTuple):
    """What was found in one file. ``path`` is as given, with forward slashes; ``seen`` counts what was recognised.

    ``hidden`` counts the open findings that a level left out.
    """

    path: str
    source: Source
    text: Text
    understood: Understanding
    diagnostics: tuple[Diagnostic, ...]
    seen: tuple[Seen, ...]
    hidden: int = 0

    @property
    def issue(self) -> Issue:
        """The structure of the file."""
        return self.understood.issue

    @property
    def profile(self) -> Profile:
        """What the file is, by its own evidence or by the settings."""
        return self.understood.profile

    @property
    def documents(self) -> int:
        """How many documents (notices, plans, laws) it holds."""
        return next((one.number for one in self.seen if one.name == "notices"), 0)


def file_of(end: Related | Elsewhere, file: FileResult) -> FileResult:
    """The file in which another end stands, if the finding is in ``file``."""
    return end.file if isinstance(end, Elsewhere) else file


def renamed(file: FileResult, name: Callable[[str], str]) -> FileResult:
    """The same result under another path, the ends that stand in other files under theirs."""

    def end(one: Related | Elsewhere) -> Related | Elsewhere:
        return one._replace(file=one.file._replace(path=name(one.file.path))) if isinstance(one, Elsewhere) else one

    items = tuple([item._replace(related=tuple(map(end, item.related))) for item in file.diagnostics])
    return file._replace(path=name(file.path), diagnostics=items)


class Files(Sequence[FileResult]):
    """The files of a run, each made when it is looked at, so that a long run need not hold them all."""

    def __init__(self, make: Callable[[int], FileResult], indexes: Sequence[int]) -> None:
        self._make = make
        self._indexes = indexes

    def __len__(self) -> int:
        return len(self._indexes)

    @overload
    def __getitem__(self, at: int) -> FileResult: ...
    @overload
    def __getitem__(self, at: slice) -> Files: ...
    def __getitem__(self, at: int | slice) -> FileResult | Files:
        if isinstance(at, slice):
            return Files(self._make, self._indexes[at])
        return self._make(self._indexes[at])


def changed(files: Sequence[FileResult], change: Callable[[int, FileResult], FileResult]) -> Files:
    """Files as ``change`` makes them, by their place and themselves, when they are looked at."""
    return Files(lambda at: change(at, files[at]), range(len(files)))


def chosen(files: Sequence[FileResult], places: Sequence[int]) -> Files:
    """Some of the files, by their places."""
    return Files(lambda at: files[at], places)


class Tally:
    """Counts of a run.

    ``severities`` and ``codes`` count open findings, ``states`` all; ``compared`` says whether any was held against a
    baseline. ``hidden`` counts those a level left out, ``profiles`` what the files were taken for.
    """

    def __init__(self) -> None:
        self.files = 0
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self.codes: Counter[str] = Counter()
        self.states: Counter[State] = Counter()
        self.hidden = 0
        self.compared = False
        self.profiles: Counter[Label] = Counter()
        self._seen: dict[tuple[str, Label | None], int] = {}

    def add(self, file: FileResult) -> None:
        """Count one more file."""
        self.files += 1
        self.documents += file.documents
        self.hidden += file.hidden
        for item in file.diagnostics:
            self.states[item.state] += 1
            self.compared = self.compared or item.baseline is not None
            if item.counts:
                self.severities[item.severity] += 1
                self.codes[item.code] += 1
        for one in file.seen:
            self._seen[one.name, one.label] = self._seen.get((one.name, one.label), 0) + one.number
        self.profiles[Label(labels.profile(file.profile, "zh"), labels.profile(file.profile, "en"))] += 1

    @property
    def seen(self) -> tuple[Seen, ...]:
        """How much was recognised in all files."""
        return tuple(Seen(name, number, label) for (name, label), number in self._seen.items())


class Result(NamedTuple):
    """A whole run: files in order, notifications, and the checks that were in force.

    ``files`` may be many and are made as they are looked at: a report goes through them once. ``counted`` is what was
    counted while they were made.
    """

    files: Sequence[FileResult]
    checks: tuple[Check, ...]
    notifications: tuple[Notification, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()
    counted: Tally | None = None

    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics that count, those suppressed or in the baseline left out."""
        return [item for file in self.files for item in file.diagnostics if item.counts]

    def tally(self) -> Tally:
        """What was found and looked at: as it was counted while the files were made, else counted now."""
        if self.counted:
            return self.counted
        found = Tally()
        for file in self.files:
            found.add(file)
        return found
