"""JSON: the findings, flat, for scripts.

One object::

    tool           name, version, and the packs of checks with their versions
    language       of message, label: "zh" or "en"
    exit_code      of the run
    counts         open findings by severity; "accepted" and "unchanged": how many are accepted, or in the baseline
    files          path, format, encoding, length and sha256 of the bytes, documents found, what was recognised ("seen")
    findings       path, code, name, severity, message; "id", short and unique in the report; where: line, column,
                   end_line, end_column (from 1), start, end (offsets from 0), all in code points of the decoded text;
                   the words there ("text"); the notice and sections around it ("within"); the place in the original
                   file ("origin", "" for text files); related: places of the same form, with a label and their own
                   "origin", and the "path" of their file where that is another one; fix: kind, label and edits, or
                   null; fingerprint; suppression: kind and reason, or null; baseline: "new", "unchanged", or null
    notifications  level, path, code and text of what the tool has to say of itself

A finding is open unless it has a suppression or its baseline is "unchanged". Keys may be added, never change meaning.
"""

import json
from typing import Any

from linter import __version__
from linter.kernel import labels
from linter.kernel.finding import SEVERITIES, Fix, Related
from linter.kernel.result import Diagnostic, Elsewhere, FileResult, Result, file_of
from linter.language import Span, Text
from linter.reports import ReportOptions


def render(result: Result, options: ReportOptions) -> str:
    """The whole report, two spaces a level."""
    files: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    for file in result.files:
        files.append(file_record(file))
        findings += [finding_record(file, item, options.lang) for item in file.diagnostics]
    told = about(result, options)
    notifications = told.pop("notifications")
    report = {**told, "files": files, "findings": findings, "notifications": notifications}
    return json.dumps(report, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def about(result: Result, options: ReportOptions) -> dict[str, Any]:
    """What concerns the whole run."""
    known = result.tally()
    return {
        "tool": {"name": "gazette-lint", "version": __version__, "packs": dict(result.packs)},
        "language": options.lang,
        "exit_code": options.exit_code,
        "counts": {severity: known.severities[severity] for severity in SEVERITIES},
        "accepted": known.states["accepted"],
        "unchanged": known.states["unchanged"],
        "notifications": [notification._asdict() for notification in result.notifications],
    }


def where(text: Text, span: Span) -> dict[str, Any]:
    """A place in lines and columns and in offsets, and its words."""
    first, last = text.position(span.start), text.position(span.end)
    return {
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "start": span.start,
        "end": span.end,
        "text": text.slice(span),
    }


def file_record(file: FileResult) -> dict[str, Any]:
    """A file that was read."""
    source = file.source
    return {
        "path": file.path,
        "format": source.format,
        "encoding": source.encoding,
        "length": source.length,
        "sha256": source.sha256,
        "documents": file.documents,
        "seen": {one.name: one.number for one in file.seen},
        "profile": labels.record(file.profile),
    }


def finding_record(file: FileResult, item: Diagnostic, lang: str) -> dict[str, Any]:
    """A finding, its places and its fix."""
    related = [_end(file, other, lang) for other in item.related]
    return {
        "path": file.path,
        "id": item.id,
        "code": item.code,
        "name": item.check.name,
        "severity": item.severity,
        "message": labels.pick(item.message, lang),
        **where(file.text, item.span),
        "within": list(item.path),
        "origin": file.source.place(item.span.start),
        "related": related,
        "fix": _fix(file.text, item.fix, lang) if item.fix else None,
        "fingerprint": item.fingerprint,
        "suppression": item.suppression._asdict() if item.suppression else None,
        "baseline": item.baseline,
    }


def _end(file: FileResult, end: Related | Elsewhere, lang: str) -> dict[str, Any]:
    other = file_of(end, file)
    path = {} if other is file else {"path": other.path}
    origin = other.source.place(end.span.start)
    return {"label": labels.pick(end.label, lang), **path, **where(other.text, end.span), "origin": origin}


def _fix(text: Text, fix: Fix, lang: str) -> dict[str, Any]:
    edits = [{**where(text, edit.span), "replacement": edit.text} for edit in fix.edits]
    return {"kind": fix.kind, "label": labels.pick(fix.label, lang), "edits": edits}
