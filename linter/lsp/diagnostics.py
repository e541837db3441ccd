"""Diagnostics, code actions and hovers: what an editor shows of a finding."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types as lsp

from linter.facts.bands import measures
from linter.kernel.fixes import allowed
from linter.kernel.result import Diagnostic
from linter.language.text import Span, Text
from linter.lsp.convert import Columns
from linter.pages.explain import markdown
from linter.structure.model import Issue

ACCEPT = "gazette-lint.accept"
_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}


class View:
    """One version of a document as its editor sees it."""

    def __init__(self, uri: str, text: Text, columns: Columns, lang: str) -> None:
        self.uri = uri
        self.text = text
        self.columns = columns
        self.lang = lang

    def say(self, zh: str, en: str) -> str:
        """The wording in the language of the client."""
        return en if self.lang == "en" else zh

    def diagnostic(self, item: Diagnostic) -> lsp.Diagnostic:
        """A finding with its related places; ``data`` is its fingerprint."""
        related = [
            lsp.DiagnosticRelatedInformation(
                lsp.Location(self.uri, self.columns.range(self.text, one.span)), self.say(*one.label)
            )
            for one in item.related
        ]
        return lsp.Diagnostic(
            range=self.columns.range(self.text, item.span),
            message=self.say(*item.message),
            severity=_SEVERITY[item.severity],
            code=item.code,
            source="gazette-lint",
            related_information=related,
            data=item.fingerprint,
        )

    def actions(self, items: Iterable[Diagnostic], where: Span) -> list[lsp.CodeAction]:
        """The fixes of findings that touch a span, and for each finding the offer to accept it with a reason.

        What would change words inside quotation marks or 《》 is no fix to be offered.
        """
        touched = [item for item in items if item.span.start <= where.end and where.start <= item.span.end]
        fixes = allowed(self.text.raw, [item.fix for item in touched if item.fix and item.fix.kind != "shown"])
        actions = []
        for item in touched:
            if item.fix in fixes:
                actions.append(self._repair(item))
            title = self.say(f"接受此处 {item.code}（写明理由）", f"Accept this {item.code} with a reason")
            shown = self.diagnostic(item)
            command = lsp.Command(title, ACCEPT, arguments=[self.uri, item.fingerprint, shown.range.start.line])
            actions.append(lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, diagnostics=[shown], command=command))
        return actions

    def _repair(self, item: Diagnostic) -> lsp.CodeAction:
        fix = item.fix
        edits = [lsp.TextEdit(self.columns.range(self.text, edit.span), edit.text) for edit in fix.edits] if fix else []
        return lsp.CodeAction(
            self.say(*fix.label) if fix else "",
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(item)],
            edit=lsp.WorkspaceEdit(changes={self.uri: edits}),
            is_preferred=bool(fix and fix.kind == "safe"),
        )

    def hover(self, items: Iterable[Diagnostic], offset: int, issue: Issue) -> lsp.Hover | None:
        """The scale of the threshold at an offset, then the rule pages of the findings there."""
        here = [item for item in items if item.span.start <= offset <= item.span.end]
        pages = {item.code: markdown(item.check, self.lang) for item in here}
        parts = [*scales_at(issue, offset, self.lang), *pages.values()]
        if not parts:
            return None
        content = lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(parts))
        return lsp.Hover(content, self.columns.range(self.text, here[0].span) if here else None)


def scales_at(issue: Issue, offset: int, lang: str) -> list[str]:
    """The levels of every measure that has a band at an offset, as tables."""
    document = issue.document_at(offset)
    if document is None:
        return []
    head = "| level | band |" if lang == "en" else "| 级别 | 界限 |"
    tables = []
    for measure in document.read(measures):
        if any(reading.span.start <= offset <= reading.span.end for reading in measure.readings):
            rows = [f"| {reading.level.name.words} | {reading.quote} |" for reading in measure.readings]
            tables.append("\n".join([f"**{measure.name}**", "", head, "| --- | --- |", *rows]))
    return tables
