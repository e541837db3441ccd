"""Run the checks of scope ``archive``: what each finds, with its sentence; a crash is a notification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.kernel.archived import Archive, ArchivedPlace, ArchiveFinding
from linter.kernel.check import Active, Check
from linter.kernel.engine import crash, weaker
from linter.kernel.finding import Label, Severity
from linter.kernel.result import Notification
from linter.language import NamedTuple


class ArchiveDiagnostic(NamedTuple):
    """A finding as reported: its check, its severity in force, its sentence, its place and its other ends."""

    check: Check
    severity: Severity
    message: Label
    place: ArchivedPlace
    related: Sequence[tuple[ArchivedPlace, Label]]


def check_archive(archive: Archive, active: Iterable[Active]) -> tuple[list[ArchiveDiagnostic], list[Notification]]:
    """What the checks in force find, in order of path and place."""
    found: list[ArchiveDiagnostic] = []
    told: list[Notification] = []
    for item in active:
        try:
            found += [_diagnosed(item, one) for one in item.check.run(archive, item.options)]
        except Exception as error:
            told.append(Notification("error", crash(item.check, error), "", item.check.code))
    return sorted(found, key=lambda one: (one.place.path, one.place.span, one.check.code)), told


def _diagnosed(item: Active, one: ArchiveFinding) -> ArchiveDiagnostic:
    words = item.check.said(one.message)
    message = Label(words["zh"].format_map(one.args), words["en"].format_map(one.args))
    severity = weaker(item.severity, one.severity or item.severity)
    return ArchiveDiagnostic(item.check, severity, message, one.place, one.related)
