"""The outline of a document: symbols, folding, and where a reference leads."""

import re
from collections.abc import Iterator

from lsprotocol import types as lsp

from linter.language import Span, ordinal
from linter.lsp.convert import Columns
from linter.structure import Document, Issue, Section

_TARGET = re.compile(
    r"附(?:录|件|表|图) ?(?P<label>[A-Z]?\d[\d.\-]*|[一二三四五六七八九十]+)"
    r"|第(?P<article>[一二三四五六七八九十百千零〇\d]+)条(?:之(?P<sub>[一二三四五六七八九十]+))?"
    r"|(?P<decimal>(?<![\d.])\d{1,2}(?:\.\d{1,2}){1,3}(?![\d.%]))"
    r"|《(?P<title>[^《》]{2,80})》"
)
# Beyond this a fold or an outline of every numbered item is noise.
_LONGEST_NAME = 60


def symbols(issue: Issue, columns: Columns) -> list[lsp.DocumentSymbol]:
    """Notices, parts and sections as a tree."""
    return [_notice(document, issue, columns) for document in issue.documents]


def _notice(document: Document, issue: Issue, columns: Columns) -> lsp.DocumentSymbol:
    children = []
    for at, part in enumerate(document.parts):
        below = [_section(document, section, issue, columns) for section in document.roots(at)]
        if part.kind == "letter":
            children += below
            continue
        name = " ".join(one.text for one in (part.label, part.title) if one) or "正文"
        whole = columns.range(issue.text, part.span)
        children.append(lsp.DocumentSymbol(name, lsp.SymbolKind.Module, whole, whole, children=below))
    whole = columns.range(issue.text, document.span)
    head = document.head.number
    kind = lsp.SymbolKind.File
    return lsp.DocumentSymbol(
        document.title or "公文", kind, whole, whole, head.text if head else None, None, None, children
    )


def _section(document: Document, section: Section, issue: Issue, columns: Columns) -> lsp.DocumentSymbol:
    name = f"{section.mark.text} {section.title}"[:_LONGEST_NAME]
    below = [_section(document, child, issue, columns) for child in document.children(section)]
    return lsp.DocumentSymbol(
        name,
        lsp.SymbolKind.Namespace if below else lsp.SymbolKind.String,
        columns.range(issue.text, section.span),
        columns.range(issue.text, section.title_span),
        children=below,
    )


def folds(issue: Issue) -> list[lsp.FoldingRange]:
    """A fold a notice, a part and a section of several lines."""
    spans = {document.span for document in issue.documents}
    for document in issue.documents:
        spans |= {part.span for part in document.parts} | {section.span for section in document.sections}
    ranges = []
    for span in sorted(spans):
        first = issue.text.position(span.start).line - 1
        last = issue.text.position(len(issue.text.raw[: span.end].rstrip())).line - 1
        if last > first:
            ranges.append(lsp.FoldingRange(first, last, kind=lsp.FoldingRangeKind.Region))
    return ranges


def target_at(issue: Issue, offset: int) -> re.Match[str] | None:
    """The reference around an offset: 附录9.1, 附件2, 第三条, 4.1.2, 《title》."""
    text = issue.text
    start, end = text.line_span(text.position(offset).line)
    return next(
        (match for match in _TARGET.finditer(text.normal, start, end) if match.start() <= offset <= match.end()), None
    )


def definitions(issue: Issue, offset: int) -> list[Span]:
    """Where the reference at an offset leads; nothing if it names nothing here."""
    match = target_at(issue, offset)
    document = issue.document_at(offset)
    if not match or not document:
        return []
    if match["title"]:
        return list(_titled(issue, match["title"]))
    if match["label"]:
        return [part.label.span() for part in document.parts if part.label and part.number == match["label"]]
    scheme, value = _value(match)
    found = [one.title_span for one in document.sections if (one.mark.scheme, one.mark.value) == (scheme, value)]
    if not found and match["decimal"]:
        return [part.label.span() for part in document.parts if part.label and part.number == match["decimal"]]
    return found


def _value(match: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    if match["decimal"]:
        return "decimal", tuple(int(part) for part in match["decimal"].split("."))
    value = (ordinal(match["article"]),)
    return "article", (*value, ordinal(match["sub"])) if match["sub"] else value


def _titled(issue: Issue, words: str) -> Iterator[Span]:
    for document in issue.documents:
        for title in (document.head.title, *(part.title for part in document.parts)):
            if title and title.text.strip("《》") == words:
                yield title.span()


def references(issue: Issue, offset: int) -> list[Span]:
    """Every place of the notice with the same reference as the one at an offset, or as the label that stands there."""
    match = target_at(issue, offset)
    document = issue.document_at(offset)
    if not match or not document:
        return []
    span = document.span
    same = (one for one in _TARGET.finditer(issue.text.normal, span.start, span.end) if _same(one, match))
    return [Span(*one.span()) for one in same]


def _same(one: re.Match[str], other: re.Match[str]) -> bool:
    if one["title"] or other["title"]:
        return one["title"] == other["title"]
    return "".join(one[0].split()) == "".join(other[0].split())
