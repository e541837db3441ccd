"""Accept findings from the page, and take that back: the same files, the same words, as on the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, get_args

from linter.accepted.accept import file_decisions, those
from linter.accepted.decisions import Decision, deciding
from linter.app.desk import Desk, OpenDraft
from linter.kernel.engine import lint_source
from linter.kernel.fingerprint import words
from linter.kernel.result import Diagnostic, FileResult
from linter.language import NamedTuple
from linter.runs.writing import Failure, rewrite
from linter.settings.edit import with_items, without_items

# This one; the same words against the same words; this check in the document; everywhere in the office.
Scope = Literal["once", "pair", "document", "office"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
WORDS, IGNORE = ("office", "words"), ("ignore",)


class FindingPlace(NamedTuple):
    """Which finding is meant: its check, its fingerprint, and where it began, in case several have one fingerprint."""

    code: str
    fingerprint: str
    start: int


class DecisionName(NamedTuple):
    """Which decision of the file is meant."""

    code: str
    fingerprint: str
    document: str
    before: str


class Receipt(NamedTuple):
    """What was written: the file, the words or codes or findings, and the key of the settings ("" for decisions)."""

    path: Path
    key: str
    items: tuple[str, ...]
    places: tuple[FindingPlace, ...] = ()


class Consent(NamedTuple):
    """Why findings are accepted, by whom, and until when."""

    reason: str
    who: str = ""
    until: dt.date | None = None


def chosen(file: FileResult | None, place: FindingPlace) -> Diagnostic:
    """The finding that is meant. Raises Failure if it is no longer there."""
    found = [
        item
        for item in (file.diagnostics if file else ())
        if item.code == place.code and item.fingerprint == place.fingerprint
    ]
    if not found:
        raise Failure("这处问题已不在文件里，请刷新 (this finding is gone, reload)")
    return min(found, key=lambda item: abs(item.span.start - place.start))


def where(item: Diagnostic) -> FindingPlace:
    """The place by which a page names a finding."""
    return FindingPlace(item.code, item.fingerprint, item.span.start)


def accept(desk: Desk, draft: OpenDraft, place: FindingPlace, scope: Scope, consent: Consent) -> Receipt:
    """Accept a finding, as far as ``scope`` reaches. Raises Failure without a reason, or if a file cannot take it."""
    if not consent.reason.strip():
        raise Failure("请写明接受的理由 (a reason is needed)")
    item = chosen(draft.file, place)
    if draft.file is None or item.suppression:
        raise Failure("这处问题已经接受 (accepted already)")
    receipt = (
        _for_the_office(desk, draft, item, consent)
        if scope == "office"
        else _decided(desk, draft, _like(draft.file, item, scope), consent)
    )
    desk.changed()
    return receipt


def _decided(desk: Desk, draft: OpenDraft, wanted: Callable[[Diagnostic], bool], consent: Consent) -> Receipt:
    """A decision on each finding that is wanted."""
    if draft.file is None:
        raise Failure("这个文件没有读出来 (this document could not be read)")
    named = those(draft.file, wanted)
    target = desk.workspace().decisions_file(str(desk.office / draft.name))
    reason = " ".join(consent.reason.split())
    _ready(target)
    rewrite(target, lambda text, name: file_decisions(text, name, named, reason, consent.who, consent.until))
    places = tuple(where(one.diagnostic) for one in named)
    return Receipt(target, "", tuple(one.trace.text for one in named), places)


def _like(file: FileResult, item: Diagnostic, scope: Scope) -> Callable[[Diagnostic], bool]:
    """Which findings go with one."""
    if scope == "once":
        return lambda other: other is item
    if scope == "pair":
        pair = _pair(file, item)
        return lambda other: other.code == item.code and _pair(file, other) == pair
    document = file.issue.document_at(item.span.start)
    return lambda other: other.code == item.code and file.issue.document_at(other.span.start) is document


def _pair(file: FileResult, item: Diagnostic) -> frozenset[str]:
    """The words a finding holds against each other."""
    return frozenset(words(file.issue, span) for span in (item.span, *(one.span for one in item.related)))


def _for_the_office(desk: Desk, draft: OpenDraft, item: Diagnostic, consent: Consent) -> Receipt:
    """Its words become words of the office where that settles it; else the office does without the check."""
    word = words(draft.file.issue, item.span) if draft.file else ""
    keys, entry = (WORDS, word) if word and _settled_by_word(draft, item, word) else (IGNORE, item.code)
    target = desk.settings_file
    _ready(target)
    remark = "，".join(filter(None, (consent.reason, consent.who)))
    rewrite(target, lambda text, name: with_items(text, name, keys, [entry], remark))
    return Receipt(target, ".".join(keys), (entry,))


def _settled_by_word(draft: OpenDraft, item: Diagnostic, word: str) -> bool:
    """Whether a finding goes away once the office calls its words right as they stand."""
    if draft.linted is None:
        return False
    office = draft.plan.settings.office
    knowing = office._replace(words=office.words | {word})
    active = [one for one in draft.plan.active if one.check.code == item.code]
    again, _ = lint_source(draft.linted.source, draft.name, active, knowing)
    return all(where(one) != where(item) for one in again.diagnostics)


def withdraw(desk: Desk, draft: OpenDraft, places: Sequence[FindingPlace]) -> int:
    """Take the decisions on these findings back; how many there were. Raises Failure if none of them has one."""
    from linter.accepted.decisions import parse, without

    if draft.file is None or draft.linted is None:
        raise Failure("这个文件没有读出来 (this document could not be read)")
    before = draft.file._replace(diagnostics=draft.linted.diagnostics)
    wanted = {where(chosen(before, place)) for place in places}
    target = desk.workspace().decisions_file(str(desk.office / draft.name))
    taken: set[int] = set()

    def edit(text: str, name: str) -> str:
        on = deciding(before, parse(text, name)) if text.strip() else {}
        taken.update(at for finding, at in on.items() if where(before.diagnostics[finding]) in wanted)
        return without(text, name, taken) if taken else text

    rewrite(target, edit)
    if not taken:
        raise Failure("没有这处问题的接受记录；写在文稿注释里的，请改文稿 (no decision on this finding)")
    desk.changed()
    return len(taken)


def recorded(desk: Desk) -> tuple[Path, tuple[Decision, ...]]:
    """All decisions of the office, in the order of their file."""
    from linter.accepted.files import read_decisions

    path = desk.workspace().decisions_file(str(desk.office / "x.txt"))
    return path, tuple(read_decisions(path).decisions) if path.is_file() else ()


def amend(desk: Desk, decision: DecisionName, consent: Consent | None) -> None:
    """Give a decision another reason, person or last day; without ``consent`` take it out. Raises Failure."""
    from linter.accepted.decisions import block, parse, without

    if consent and not consent.reason.strip():
        raise Failure("请写明接受的理由 (a reason is needed)")
    path, _ = recorded(desk)

    def edit(text: str, name: str) -> str:
        known = parse(text, name) if text.strip() else ()
        at = next((at for at, one in enumerate(known) if name_of(one) == decision), None)
        if at is None:
            raise Failure("这条记录已经改动，请刷新 (this decision has changed, reload)")
        shorter = without(text, name, [at])
        if consent is None:
            return shorter
        changed = known[at]._replace(reason=consent.reason.strip(), who=consent.who.strip(), until=consent.until)
        return shorter.rstrip("\n") + "\n" + block(changed)

    rewrite(path, edit)
    desk.changed()


def name_of(decision: Decision) -> DecisionName:
    """By what a page names a decision."""
    return DecisionName(decision.trace.code, decision.trace.fingerprint, decision.document, decision.trace.before)


def take_back(desk: Desk, keys: tuple[str, ...], items: Sequence[str]) -> None:
    """Take words or codes out of the settings of the office again."""
    rewrite(desk.settings_file, lambda text, name: without_items(text, name, keys, items))
    desk.changed()


def _ready(target: Path) -> None:
    """The folder of a file that is to be written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"无法建立文件夹 {target.parent} (cannot make the folder): {error.strerror}") from None
