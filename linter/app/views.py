"""What the page is told, as plain data: the table of documents, one document with its findings, the page of a check."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from linter import __version__
from linter.app.accepting import FindingPlace, chosen, name_of, recorded, where
from linter.app.desk import Desk, OpenDraft
from linter.kernel import labels
from linter.kernel.check import Check
from linter.kernel.finding import SEVERITIES, Edit
from linter.kernel.fixes import allowed
from linter.kernel.result import Diagnostic, FileResult, Result
from linter.language import Text
from linter.limits import BYTES
from linter.pages import explain
from linter.reports import ReportOptions
from linter.reports.excerpt import plain
from linter.reports.html import body
from linter.runs.fixing import WRITABLE
from linter.sources.readers import READERS

# Characters shown before the first edit of a line and behind the last one.
_AROUND = 40


def overview(desk: Desk, lang: str) -> dict[str, Any]:
    """The table of the documents, and what the page needs to know of this place."""
    return {
        "version": __version__,
        "revision": desk.revision,
        "suffixes": list(READERS),
        "limit": BYTES,
        "drafts": [row(draft, lang) for draft in desk.drafts()],
    }


def row(draft: OpenDraft, lang: str) -> dict[str, Any]:
    """A row of the table: name, what it is, how many findings by severity, how many accepted; or why it is unread."""
    file = draft.file
    counts = Counter(item.severity for item in file.diagnostics if item.counts) if file else Counter[str]()
    accepted = sum(item.suppression is not None for item in file.diagnostics) if file else 0
    return {
        "key": draft.key,
        "name": draft.name,
        "size": len(draft.data),
        "kind": labels.profile(file.profile, lang) if file else "",
        "seen": labels.seen([file.seen], lang) if file else "",
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "accepted": accepted,
        "mended": len(draft.versions) - 1,
        "told": [note.text for note in (*draft.told, *draft.lapsed)],
        "read": file is not None,
    }


def document(draft: OpenDraft, result: Result, lang: str) -> dict[str, Any]:
    """One document: the body of its report, and by the key of each card what can be done with its finding."""
    file = draft.file
    shown = body(result, ReportOptions(lang=lang)) if file else ""
    findings = {f"0-{at}": _finding(file, item, lang) for at, item in enumerate(file.diagnostics)} if file else {}
    return row(draft, lang) | {"html": shown, "findings": findings, "writable": bool(file and _writable(draft))}


def _writable(draft: OpenDraft) -> bool:
    """Whether fixes can be written into the document."""
    source = draft.file.source if draft.file else None
    return source is not None and source.format in WRITABLE and not (source.data and source.data != draft.data)


def _finding(file: FileResult, item: Diagnostic, lang: str) -> dict[str, Any]:
    position = file.text.position(item.span.start)
    place = file.source.place(item.span.start) or f"{position.line}:{position.column}"
    said = labels.pick(item.message, lang)
    return {
        "place": where(item)._asdict(),
        "counts": item.counts,
        "accepted": item.suppression.kind if item.suppression else "",
        "fix": item.fix.kind if item.fix and allowed(file.text.raw, [item.fix]) else "",
        "copy": f"{file.path} {place} {item.code} {said}",
    }


def preview(draft: OpenDraft, place: FindingPlace, lang: str) -> dict[str, Any]:
    """What the fix of a finding would change, line by line: words that stay, are taken out, are put in."""
    item = chosen(draft.file, place)
    if draft.file is None or item.fix is None:
        return {"kind": "", "label": "", "lines": []}
    text = draft.file.text
    lines: dict[int, list[Edit]] = {}
    for edit in sorted(item.fix.edits):
        lines.setdefault(text.position(edit.span.start).line, []).append(edit)
    return {
        "kind": labels.pick(labels.FIX[item.fix.kind], lang),
        "label": labels.pick(item.fix.label, lang),
        "lines": [list(_changed(text, line, edits)) for line, edits in lines.items()],
    }


def _changed(text: Text, line: int, edits: list[Edit]) -> Iterator[tuple[str, str]]:
    """A line with its edits as pairs of kind (same, del, ins) and words, shortened far from them."""
    bounds = text.line_span(line)
    start = max(bounds.start, edits[0].span.start - _AROUND)
    end = min(max(bounds.end, edits[-1].span.end), edits[-1].span.end + _AROUND)
    if start > bounds.start:
        yield "same", "…"
    for edit in edits:
        yield "same", plain(text.raw[start : edit.span.start])
        yield "del", plain(text.raw[edit.span.start : edit.span.end])
        yield "ins", plain(edit.text)
        start = edit.span.end
    yield "same", plain(text.raw[start:end]) + ("…" if end < bounds.end else "")


def rule(check: Check, lang: str) -> dict[str, Any]:
    """The page of a check: what it says of itself, and its examples."""
    said = explain.page(check, lang)
    return {
        "code": check.code,
        "name": check.name,
        "family": explain.family(check, lang),
        "flags": explain.flags(check, lang),
        **said._asdict(),
        "examples": explain.record(check)["examples"],
    }


def decisions(desk: Desk) -> dict[str, Any]:
    """The decisions of the office, each with the name by which it is changed."""
    path, listed = recorded(desk)
    rows = [
        {
            "name": name_of(one)._asdict(),
            "code": one.trace.code,
            "document": one.document,
            "text": one.trace.text,
            "reason": one.reason,
            "who": one.who,
            "until": one.until.isoformat() if one.until else "",
        }
        for one in listed
    ]
    return {"path": str(path), "rows": rows}
