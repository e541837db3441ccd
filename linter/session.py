"""Lint versions of one text, as an editor makes them: notices that did not change keep their findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linter.check import Active
from linter.engine import in_order, run_check, units
from linter.finding import Edit, Fix, Related
from linter.office import NO_OFFICE, Office
from linter.result import Diagnostic
from linter.structure.model import Issue
from linter.structure.parse import notice_spans, parse
from linter.text import Span, Text


class Session:
    """The versions of one text under fixed checks.

    ``quick`` lints what an edit touched: the checks of single notices, on the notices whose words changed. ``whole``
    adds the checks that compare notices. Spans of diagnostics are those of the whole text.
    """

    def __init__(self, active: Sequence[Active], office: Office = NO_OFFICE) -> None:
        self._single = [item for item in active if item.check.scope == "notice"]
        self._across = [item for item in active if item.check.scope == "issue"]
        self._office = office
        self._kept: dict[str, tuple[Diagnostic, ...]] = {}
        self._issue: tuple[str, Issue] | None = None

    def quick(self, raw: str) -> tuple[Diagnostic, ...]:
        """The diagnostics of single notices, in order of place."""
        text = Text(raw)
        kept: dict[str, tuple[Diagnostic, ...]] = {}
        found: list[Diagnostic] = []
        for span in notice_spans(text):
            words = text.slice(span)
            own = self._kept.get(words)
            if own is None:
                own = self._lint(words)
            kept[words] = own
            found += [shifted(item, span.start) for item in own]
        self._kept = kept
        return in_order(found)

    def whole(self, raw: str) -> tuple[Diagnostic, ...]:
        """All diagnostics, in order of place."""
        found = list(self.quick(raw))
        if self._across:
            issue = self.issue(raw)
            for item in self._across:
                found += run_check(item, units(item.check, issue), issue, "")[0]
        return in_order(found)

    def issue(self, raw: str) -> Issue:
        """The structure of a version, kept until the next."""
        if self._issue is None or self._issue[0] != raw:
            issue = parse(Text(raw))
            self._issue = raw, issue if self._office is NO_OFFICE else issue.of(self._office)
        return self._issue[1]

    def _lint(self, words: str) -> tuple[Diagnostic, ...]:
        issue = parse(Text(words))
        if self._office is not NO_OFFICE:
            issue = issue.of(self._office)
        return tuple(
            found for item in self._single for found in run_check(item, units(item.check, issue), issue, "")[0]
        )


def shifted(item: Diagnostic, by: int) -> Diagnostic:
    """The same diagnostic ``by`` code points further on."""
    if not by:
        return item
    related = tuple(Related(_moved(one.span, by), one.label) for one in item.related)
    fix = item.fix
    if fix:
        fix = Fix(fix.kind, tuple(Edit(_moved(edit.span, by), edit.text) for edit in fix.edits), fix.label)
    return replace(item, span=_moved(item.span, by), related=related, fix=fix)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
