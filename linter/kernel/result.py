"""The result of a run: values for reports, filters and servers, which know nothing of the engine."""

from __future__ import annotations

from typing import Literal

from linter.kernel.check import Check
from linter.kernel.finding import Fix, Label, Related, Seen, Severity
from linter.language.record import NamedTuple
from linter.language.text import Span, Text
from linter.sources import Source
from linter.structure.model import Issue
from linter.structure.profile import Profile, of_file

State = Literal["open", "accepted", "unchanged"]


class Suppression(NamedTuple):
    """Why a diagnostic does not count: a decision kept in a sidecar file, a comment, or a baseline."""

    kind: Literal["inSource", "external"]
    reason: str


class Diagnostic(NamedTuple):
    """A finding as reported: its check, its severity in force, its sentence in both languages, and its places.

    ``path`` names notice and sections around the place; ``fingerprint`` survives inserted and renumbered lines; ``id``
    is its short name in a report (``linter.kernel.identity``).
    """

    check: Check
    severity: Severity
    message: Label
    span: Span
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    path: tuple[str, ...] = ()
    fingerprint: str = ""
    suppression: Suppression | None = None
    baseline: Literal["new", "unchanged"] | None = None
    id: str = ""

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


class FileResult(NamedTuple):
    """What was found in one file. ``path`` is as given, with forward slashes; ``seen`` counts what was recognised."""

    path: str
    source: Source
    text: Text
    issue: Issue
    diagnostics: tuple[Diagnostic, ...]
    seen: tuple[Seen, ...]

    @property
    def profile(self) -> Profile:
        """What the file is, by its own evidence or by the settings."""
        return of_file(self.issue)


class Result(NamedTuple):
    """A whole run: files in order, notifications, and the checks that were in force."""

    files: tuple[FileResult, ...]
    checks: tuple[Check, ...]
    notifications: tuple[Notification, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()

    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics that count, those suppressed or in the baseline left out."""
        return [item for file in self.files for item in file.diagnostics if item.counts]
