"""Diagnostics, code actions and hovers: what an editor shows of a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from linter.facts.bands import measures
from linter.kernel.fixes import allowed, plan
from linter.kernel.result import Diagnostic
from linter.language import Span, Text
from linter.lsp.convert import Columns
from linter.pages import explain
from linter.structure import Issue

ACCEPT = "gazette-lint.accept"
ACCEPT_ALL = "gazette-lint.accept-in-document"
ADD_WORD = "gazette-lint.add-word"
# Longer words are a sentence, and no word of an office.
_WORD = 20
_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}


class View:
    """One version of a document as its editor sees it."""

    def __init__(self, uri: str, text: Text, columns: Columns, lang: str, pages: str = "") -> None:
        self.uri = uri
        self.text = text
        self.columns = columns
        self.lang = lang
        self.pages = pages

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
        address = explain.address(item.check, self.pages)
        return lsp.Diagnostic(
            range=self.columns.range(self.text, item.span),
            message=self.say(*item.message),
            severity=_SEVERITY[item.severity],
            code=item.code,
            code_description=lsp.CodeDescription(address) if address else None,
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
            actions += self._offers(item)
            accept = self.say(f"接受此处 {item.code}（写明理由）", f"Accept this {item.code} with a reason")
            shown = self.diagnostic(item)
            command = lsp.Command(accept, ACCEPT, arguments=[self.uri, item.fingerprint, shown.range.start.line])
            actions.append(lsp.CodeAction(accept, lsp.CodeActionKind.QuickFix, diagnostics=[shown], command=command))
        return actions

    def _offers(self, item: Diagnostic) -> Iterator[lsp.CodeAction]:
        """What is offered for the words of a finding wherever they stand."""
        words = self.text.slice(item.span)
        if not words or len(words) > _WORD or "\n" in words:
            return
        here = self.say(f"在本文件中接受“{words}”的 {item.code}", f"Accept {item.code} on “{words}” in this document")
        command = lsp.Command(here, ACCEPT_ALL, arguments=[self.uri, item.code, words])
        yield lsp.CodeAction(here, lsp.CodeActionKind.QuickFix, command=command)
        if item.check.family == "WD":
            add = self.say(f"把“{words}”加入本机关的词语", f"Add “{words}” to the office's words")
            command = lsp.Command(add, ADD_WORD, arguments=[self.uri, words])
            yield lsp.CodeAction(add, lsp.CodeActionKind.QuickFix, command=command)

    def fix_all(self, items: Iterable[Diagnostic]) -> list[lsp.CodeAction]:
        """All safe fixes of the document in one action, as ``--fix`` applies them; none if there are none."""
        safe = allowed(self.text.raw, [item.fix for item in items if item.fix and item.fix.kind == "safe"])
        edits = [lsp.TextEdit(self.columns.range(self.text, edit.span), edit.text) for edit in plan(safe)]
        name = self.say("作全部有把握的修改", "Apply all safe fixes")
        change = lsp.WorkspaceEdit(changes={self.uri: edits})
        return [lsp.CodeAction(name, kind=lsp.CodeActionKind.SourceFixAll, edit=change)] if edits else []

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

    def _sentence(self, item: Diagnostic) -> str:
        """What a check is about, and how its page is had."""
        check = item.check
        address = explain.address(check, self.pages)
        code = f"[{check.code}]({address})" if address else check.code
        return f"**{code}** {explain.title(check, self.lang)} `gazette-lint rule {check.code}`"

    def hover(self, items: Iterable[Diagnostic], offset: int, issue: Issue) -> lsp.Hover | None:
        """The scale of the threshold at an offset, then a sentence on each check that found something there."""
        here = [item for item in items if item.span.start <= offset <= item.span.end]
        pages = {item.code: self._sentence(item) for item in here}
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
