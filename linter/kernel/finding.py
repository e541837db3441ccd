"""What a check yields: a finding with its places, the arguments of its message, and a repair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from linter.language import Label, NamedTuple, Span

__all__ = ["SEVERITIES", "Edit", "Finding", "Fix", "FixKind", "Label", "Related", "Seen", "Severity", "mend", "see"]

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
FixKind = Literal["safe", "unsafe", "shown"]


class Seen(NamedTuple):
    """How many of a kind were recognised; the label stands behind the number (12 件公文), an aid of checks has none."""

    name: str
    number: int
    label: Label | None


class Related(NamedTuple):
    """Another end of a contradiction, or the clause it rests on."""

    span: Span
    label: Label


class Edit(NamedTuple):
    """Replace the words of ``span`` by ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A repair: ``safe`` touches typography only (``--fix`` applies it), ``unsafe`` on request, ``shown`` never."""

    kind: FixKind
    edits: tuple[Edit, ...]
    label: Label


class Finding(NamedTuple):
    """One defect at one place.

    ``span`` is the place in code points of the raw text; ``args`` fill the message template of the check;
    ``severity`` may only lower that of the check, never raise it. ``message`` names the template of a check that has
    several, and is empty for the first.
    """

    span: Span
    args: Mapping[str, object] = {}
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    message: str = ""


def see(span: Span, zh: str, en: str) -> Related:
    """Another end of a contradiction, and what it is."""
    return Related(span, Label(zh, en))


def mend(kind: FixKind, places: Span | Iterable[Span], words: str, zh: str = "", en: str = "") -> Fix:
    """A repair that writes ``words`` at one place or at several; without a label it says what it writes."""
    spans = (places,) if isinstance(places, Span) else places
    label = Label(zh or f"改为“{words}”", en or f"write “{words}”")
    return Fix(kind, tuple([Edit(span, words) for span in spans]), label)
