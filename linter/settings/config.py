"""Settings: one frozen value that says which checks run, how severe they are, and what is shown.

Whoever runs the linter (command line, Python API, server) builds a ``Settings``; ``activate`` turns it into the checks
in force. Files and presets are other ways to build the same value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from linter.kernel.check import Active, Check
from linter.kernel.finding import Severity
from linter.kernel.registry import Registry
from linter.language import NamedTuple
from linter.language.office import NO_OFFICE, Office
from linter.sources import Changes, How

FailOn = Literal["error", "warning", "note", "never"]
Language = Literal["zh", "en"]


class Settings(NamedTuple):
    """What is asked of a run.

    ``select`` (empty: every check on by default), ``extend_select`` and ``ignore`` hold codes, names or family
    prefixes; ``severity`` and ``options`` are by code. ``level`` is the least severity shown, ``fail_on`` the least
    that makes the exit code 1. ``office`` is what the office knows of itself. ``changes`` says how tracked changes of
    Word are read, ``convert`` whether LibreOffice may convert .doc and .wps. ``pages`` is the address of the folder
    with the catalogue of checks as web pages.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    preview: bool = False
    strict: bool = False
    lang: Language = "zh"
    level: Severity = "note"
    fail_on: FailOn = "warning"
    office: Office = NO_OFFICE
    changes: Changes = "accepted"
    convert: bool = False
    pages: str = ""

    @property
    def how(self) -> How:
        """How documents are read."""
        return How(self.changes, self.convert)


def activate(registry: Registry, settings: Settings, *, archive: bool = False) -> list[Active]:
    """The checks in force, in order of code: those of documents, or those of an ``archive``.

    A preview or strict check runs if the setting of that name is on, or if it is selected by its own code or name.
    Raises RegistryError for a word that selects nothing.
    """
    wanted = _named(registry, settings.select or ("all",), settings)
    wanted |= _named(registry, settings.extend_select, settings)
    for word in settings.ignore:
        wanted -= {check.code for check in registry.resolve(word)}
    return [
        Active(
            check,
            settings.severity.get(check.code, check.severity),
            check.defaults() | dict(settings.options.get(check.code, {})),
        )
        for check in registry.checks
        if check.code in wanted and (check.scope == "archive") == archive
    ]


def _named(registry: Registry, words: Iterable[str], settings: Settings) -> set[str]:
    codes: set[str] = set()
    for word in words:
        found = registry.resolve(word)
        own = word.upper() == found[0].code or word.lower() == found[0].name if found else False
        codes |= {check.code for check in found if own or _on(check, settings)}
    return codes


def _on(check: Check, settings: Settings) -> bool:
    return (settings.preview or not check.preview) and (settings.strict or not check.strict)
