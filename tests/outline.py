"""The structure of an issue in words: one line a document, part and section."""

from __future__ import annotations

from linter.structure.model import Document, Issue, Section


def outline(issue: Issue) -> str:
    rows = [
        f"- {entry.title.text} | {entry.number.text if entry.number else ''} | {entry.page}" for entry in issue.contents
    ]
    for document in issue.documents:
        rows += _document(document, issue)
    return "\n".join(rows) + "\n"


def _document(document: Document, issue: Issue) -> list[str]:
    head = document.head
    about = [head.addressee, head.signature, head.date, head.annotation]
    rows = [
        f"# {document.title} | {head.issuer} | {head.number.text if head.number else ''}",
        "  " + " | ".join(one.text if one else "" for one in about),
    ]
    for number, part in enumerate(document.parts):
        line = issue.text.position(part.span.start).line
        rows.append(f"  [{part.kind} {part.number}] {part.title.text if part.title else ''} @{line}")
        rows += [
            f"    {'  ' * _depth(document, section)}{section.mark.text} {section.title[:30]}"
            for section in document.sections
            if section.part == number
        ]
    for table in document.tables:
        header = "/".join(cell.text for cell in table.header)
        rows.append(f"  table @{issue.text.position(table.span.start).line}: {len(table.rows)} rows, {header}")
    return rows


def _depth(document: Document, section: Section) -> int:
    depth = 0
    while section.parent >= 0:
        section = document.sections[section.parent]
        depth += 1
    return depth
