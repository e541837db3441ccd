"""The public API of a check: a record and a function in one module.

    from linter.kernel.check import Document, Finding, Findings, Options, check

    @check(code="TH003", name="band-gap", severity="error", reads=(scales,), message={...}, examples=(...))
    def band_gap(document: Document, options: Options) -> Findings:
        yield Finding(span, {"measure": ...}, related=(...))

What a check takes and yields is offered here as well: beside the facts it needs nothing else. Everything else (the rule
page, the catalogue, SARIF rules, the settings schema, the tests) derives from the record.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from linter.kernel.archived import (
    Archive,
    ArchivedCitation,
    ArchivedDocument,
    ArchivedLadder,
    ArchivedPlace,
    ArchivedRung,
    ArchiveFinding,
)
from linter.kernel.finding import Edit, Finding, Fix, Label, Related, Severity, mend, see
from linter.kernel.plural import Counted
from linter.language import NamedTuple, Span, lazy
from linter.language.office import Aspect, DocumentKind, Script
from linter.structure import Document, Issue, Paragraph, Section

__all__ = [
    "CEILING",
    "CODE",
    "NAME",
    "NOTHING",
    "WORD",
    "Active",
    "Archive",
    "ArchiveFinding",
    "ArchiveFindings",
    "ArchivedCitation",
    "ArchivedDocument",
    "ArchivedLadder",
    "ArchivedPlace",
    "ArchivedRung",
    "Bad",
    "Check",
    "CheckError",
    "Document",
    "Edit",
    "Finding",
    "Findings",
    "Fix",
    "Good",
    "Issue",
    "Label",
    "Needs",
    "Option",
    "Options",
    "Paragraph",
    "Related",
    "Runner",
    "Scope",
    "Section",
    "Severity",
    "Span",
    "Strength",
    "check",
    "mend",
    "needs",
    "see",
]

# The settings of a check by name, and what it yields.
Options = Mapping[str, Any]
Findings = Iterator[Finding]
ArchiveFindings = Iterator[ArchiveFinding]
Strength = Literal["internal", "must", "should", "usage", "unverified"]
# What a check sees: a notice, a whole file, what the linter itself did with comments and decisions ("engine"), or an
# archive of many files.
Scope = Literal["notice", "issue", "engine", "archive"]

# What a norm's strength allows at most: a recommendation or usage is never an error, an unread fact only a note.
CEILING: Mapping[Strength, Severity] = {
    "internal": "error",
    "must": "error",
    "should": "warning",
    "usage": "warning",
    "unverified": "note",
}
CODE = lazy(r"[A-Z]{2,6}[0-9]{3}\Z")
NAME = lazy(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
# What a check looks for if its record does not say: a word.
WORD = r"\w"


class CheckError(ValueError):
    """A record that breaks a convention; the message says what to change."""


class Bad(NamedTuple):
    """A text with a defect: ``[[ ]]`` marks the place of each finding, ``[[~ ]]`` a related place.

    ``options`` are the check's options for this example; ``fixed`` the text after the fix, if the check offers one.
    """

    text: str
    options: Mapping[str, object] = {}
    fixed: str | None = None


class Good(NamedTuple):
    """A text on which the check must stay silent."""

    text: str
    options: Mapping[str, object] = {}


class Option(NamedTuple):
    """A typed setting of a check."""

    type: type
    default: Any
    label: Label


class Needs(NamedTuple):
    """What a check needs of a document to be believed; where that lacks, it is silent.

    ``intact``: aspects of the text that must not be damaged at the place of a finding: its ``lines`` (which line is a
    heading, an item, a paragraph), its ``tables``, its ``marks`` (brackets, points, single characters), the ``whole``
    document. ``silent``: the kinds of documents about which it says nothing. ``script``: the only script it reads.
    ``sure``: whether recognition must have been sure of the characters it finds; all checks but those that tell of it.
    """

    intact: frozenset[Aspect] = frozenset()
    silent: frozenset[DocumentKind] = frozenset()
    script: Script | None = None
    sure: bool = True


NOTHING = Needs()


def needs(
    *intact: Aspect, silent: tuple[DocumentKind, ...] = (), script: Script | None = None, sure: bool = True
) -> Needs:
    """What a check needs: aspects of the text undamaged, no document of these kinds, one script, sure characters."""
    return Needs(frozenset(intact), frozenset(silent), script, sure)


# Yields findings, those of scope ``archive`` findings in an archive.
Runner = Callable[[Any, Options], Iterable[Any]]


class Check(NamedTuple):
    """The record of a check. ``doc`` is its module's docstring; ``norm`` names norm and clause, empty if internal.

    ``holds`` are characters, as a pattern has them in ``[…]``, of which a text must hold one for the check to have
    anything to say of it; empty: it speaks of every text. ``two_names``: it tells that one thing bears two names, one
    at its place, the other at its first other end.
    """

    code: str
    name: str
    severity: Severity
    run: Runner
    message: Mapping[str, str]
    examples: tuple[Bad | Good, ...]
    doc: str
    reads: tuple[Any, ...] = ()
    scope: Scope = "notice"
    norm: str = ""
    strength: Strength = "internal"
    preview: bool = False
    strict: bool = False
    options: Mapping[str, Option] | None = None
    needs: Needs = NOTHING
    module: str = ""
    messages: Mapping[str, Mapping[str, str]] = {}
    choices: Mapping[str, Mapping[str, Label]] = {}
    holds: str = ""
    two_names: bool = False

    def tell(self, finding: Finding) -> Label:
        """The sentence of a finding in both languages, with the words of its choices.

        A choice that is none of those declared stands for itself: words that an office gave. Several, in a tuple, are
        listed.
        """
        template = self.said(finding.message)
        zh = {name: Counted(value) if type(value) is int else value for name, value in finding.args.items()}
        en = dict(zh)
        for name in self.choices.keys() & finding.args.keys():
            zh[name], en[name] = self._chosen(name, finding.args[name])
        return Label(template["zh"].format_map(zh), template["en"].format_map(en))

    def _chosen(self, name: str, value: object) -> Label:
        keys = [str(key) for key in (value if isinstance(value, tuple) else (value,))]
        words = [self.choices[name].get(key, Label(key, key)) for key in keys]
        return Label("、".join(one.zh for one in words), ", ".join(one.en for one in words))

    def said(self, message: str) -> Mapping[str, str]:
        """The template of that name by language, the first one if it is empty. Raises KeyError if there is none."""
        return self.messages[message] if message else self.message

    @property
    def family(self) -> str:
        """The letters before the number: TH of TH003."""
        return self.code.rstrip("0123456789")

    def defaults(self) -> dict[str, Any]:
        """The default value of each option."""
        return {name: option.default for name, option in (self.options or {}).items()}


class Active(NamedTuple):
    """A check in force, with its severity and options."""

    check: Check
    severity: Severity
    options: Mapping[str, Any]


def check(  # noqa: PLR0913 - the fields of a record, all by keyword
    *,
    code: str,
    name: str,
    severity: Severity,
    message: Mapping[str, str],
    messages: Mapping[str, Mapping[str, str]] | None = None,
    choices: Mapping[str, Mapping[str, Label]] | None = None,
    examples: tuple[Bad | Good, ...],
    reads: tuple[Any, ...] = (),
    scope: Scope = "notice",
    norm: str = "",
    strength: Strength = "internal",
    preview: bool = False,
    strict: bool = False,
    options: Mapping[str, Option] | None = None,
    needs: Needs = NOTHING,
    holds: str = WORD,
    two_names: bool = False,
) -> Callable[[Runner], Check]:
    """Turn a generator of findings into the record of a check.

    ``messages`` are further templates by name, for a check that says more than one thing: a template is a whole
    sentence, its arguments are words of the text, names and figures; a figure may bring its words for one and for
    several, ``{count:# place|# places}``. ``choices`` are those arguments that are one of a
    few things, with the words for each; a finding gives the key. ``reads`` names the facts it uses. ``scope`` is
    what it sees: one notice at a time, or the whole issue.
    ``preview``: not precise enough yet, off unless asked for. ``strict``: matters of style, on only in ``strict``.
    ``needs``: what a document must be, and have undamaged, for the check to speak. ``holds``: the characters of which
    a text must hold one, else the check is not even imported. ``two_names``: the two ends are two names of one thing,
    which reports put side by side.
    """

    def record(run: Runner) -> Check:
        module = run.__module__
        doc = sys.modules[module].__doc__ or ""
        about = (reads, scope, norm, strength, preview, strict, options, needs, module)
        said = (messages or {}, choices or {}, holds, two_names)
        return Check(code, name, severity, run, message, examples, doc, *about, *said)

    return record
