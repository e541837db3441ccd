"""Lint versions of one text, as an editor makes them: notices that did not change keep their findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from linter.kernel.check import Active
from linter.kernel.clock import Allowance, TooSlowError
from linter.kernel.engine import in_order, run_check, unfinished, units
from linter.kernel.finding import Edit, Fix, Related
from linter.kernel.result import Diagnostic, Notification
from linter.language import Span, Text, extend
from linter.language.office import NO_OFFICE, Office
from linter.limits import VERSION_CHECK_SECONDS, VERSION_SECONDS
from linter.structure import Issue
from linter.structure.parse import notice_spans, notice_starts, parse

# Within so many characters a notice has its title and number, by which its beginning is known.
_HEAD = 600


Ask: TypeAlias = "Callable[[], None]"
Told: TypeAlias = "tuple[Notification, ...]"


def _on() -> None:
    """Go on."""


class Session:
    """The versions of one text under fixed checks; ``read`` knows its markup.

    ``quick`` lints what an edit touched: the checks of single notices, on the notices whose words changed. ``whole``
    adds the checks that compare notices. Spans of diagnostics are those of the whole text; ``told`` says what of the
    last version was not done, as a check failed or took too long.
    """

    def __init__(
        self, active: Sequence[Active], office: Office = NO_OFFICE, read: Callable[[str], Text] = Text
    ) -> None:
        self._read = read
        self._single = [item for item in active if item.check.scope == "notice"]
        self._across = [item for item in active if item.check.scope == "issue"]
        self._office = office
        self.told: Told = ()
        self._kept: dict[str, tuple[tuple[Diagnostic, ...], Told]] = {}
        self._issue: tuple[str, Issue] | None = None
        self._laid: tuple[str, list[Span]] = "", []

    def quick(self, raw: str, ask: Ask = _on) -> tuple[Diagnostic, ...]:
        """The diagnostics of single notices, in order of place. What ``ask`` raises between checks ends the work.

        Raises TooSlowError if the structure alone takes all the time of a version.
        """
        return self._notices(raw, ask, Allowance(VERSION_SECONDS, VERSION_CHECK_SECONDS))

    def whole(self, raw: str, ask: Ask = _on) -> tuple[Diagnostic, ...]:
        """All diagnostics, in order of place; where notices begin is found anew. ``ask`` as for ``quick``."""
        allowance = Allowance(VERSION_SECONDS, VERSION_CHECK_SECONDS)
        self._laid = "", []
        found = self._notices(raw, ask, allowance)
        if not self._across:
            return found
        with allowance.whole():
            issue = self.issue(raw)
        more, told = _linted(self._across, issue, ask, allowance)
        self.told = tuple(dict.fromkeys((*self.told, *told)))
        return in_order((*found, *more))

    def _notices(self, raw: str, ask: Ask, allowance: Allowance) -> tuple[Diagnostic, ...]:
        """The diagnostics of notices, those of unchanged words as they were."""
        extend(self._office.classes)
        with allowance.whole():
            spans = self._moved(raw) or notice_spans(self._read(raw))
        kept: dict[str, tuple[tuple[Diagnostic, ...], Told]] = {}
        found: list[Diagnostic] = []
        told: dict[Notification, None] = {}
        for span in spans:
            words = raw[span.start : span.end]
            own = self._kept.get(words) or self._lint(words, ask, allowance)
            if not allowance.spent:
                # A notice that was done is kept, also if the work ends before the others are.
                kept[words] = self._kept[words] = own
            found += [shifted(item, span.start) for item in own[0]]
            told |= dict.fromkeys(own[1])
        self._kept = kept
        self._laid = raw, spans
        self.told = tuple(told)
        return in_order(found)

    def _moved(self, raw: str) -> list[Span]:
        """The spans of the last version, moved by an edit within one notice; none if others may begin there now."""
        before, spans = self._laid
        longer = len(raw) - len(before)
        for at, span in enumerate(spans):
            end = span.end + longer
            if not raw.startswith(before[: span.start]):
                break
            if end < span.start or not raw.endswith(before[span.end :]):
                continue
            following = [Span(one.start + longer, one.end + longer) for one in spans[at + 1 :]]
            expected = [0, *(one.start - span.start for one in following[:1])]
            if notice_starts(self._read(raw[span.start : end + _HEAD])) == expected:
                return [*spans[:at], Span(span.start, end), *following]
            break
        return []

    def issue(self, raw: str) -> Issue:
        """The structure of a version, kept until the next."""
        if self._issue is None or self._issue[0] != raw:
            extend(self._office.classes)
            issue = parse(self._read(raw))
            self._issue = raw, issue if self._office is NO_OFFICE else issue.of(self._office)
        return self._issue[1]

    def _lint(self, words: str, ask: Ask, allowance: Allowance) -> tuple[tuple[Diagnostic, ...], Told]:
        try:
            with allowance.whole():
                issue = parse(self._read(words))
                if self._office is not NO_OFFICE:
                    issue = issue.of(self._office)
        except TooSlowError:
            return (), (unfinished(allowance),)
        return _linted(self._single, issue, ask, allowance)


def _linted(
    active: Iterable[Active], issue: Issue, ask: Ask, allowance: Allowance
) -> tuple[tuple[Diagnostic, ...], Told]:
    """What checks find, in their order, and what was not done."""
    found: list[Diagnostic] = []
    told: list[Notification] = []
    for item in active:
        ask()
        if allowance.spent:
            told.append(unfinished(allowance))
            break
        more, failed = run_check(item, units(item.check, issue), issue, "", allowance)
        found += more
        told += failed
    return tuple(found), tuple(told)


def shifted(item: Diagnostic, by: int) -> Diagnostic:
    """The same diagnostic ``by`` code points further on."""
    return moved(item, lambda span: Span(span.start + by, span.end + by)) if by else item


def moved(item: Diagnostic, to: Callable[[Span], Span]) -> Diagnostic:
    """The same diagnostic with its place, its related places and its fix where ``to`` puts them."""
    related = tuple(Related(to(one.span), one.label) for one in item.related)
    fix = item.fix
    if fix:
        fix = Fix(fix.kind, tuple(Edit(to(edit.span), edit.text) for edit in fix.edits), fix.label)
    return item._replace(span=to(item.span), related=related, fix=fix)
