"""The Reviewdog Diagnostic Format: comments in reviews on GitHub, GitLab, Gitea, Bitbucket and others.

Columns count bytes in UTF-8, and the end is exclusive. The fixes ``--fix`` would apply are suggestions to take over;
the format offers each edit of its own, so only those of one edit go in.
"""

import json
from typing import Any

from linter.kernel.result import Result
from linter.language import Span, Text
from linter.reports import ReportOptions
from linter.reports.entries import ReportEntry, clean, ends, entries

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(result: Result, options: ReportOptions) -> str:
    """The whole report, two spaces a level."""
    report = {
        "source": {"name": "gazette-lint"},
        "diagnostics": [_diagnostic(entry, options.lang) for entry in entries(result, options)],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(entry: ReportEntry, lang: str) -> dict[str, Any]:
    text, item = entry.file.text, entry.item
    location: dict[str, Any] = {"path": entry.path}
    # Lines of a Word or PDF file exist only in the text taken from it; no review shows them.
    if not entry.file.source.binary:
        location["range"] = _range(text, item.span)
    found: dict[str, Any] = {
        "message": clean("\n".join([entry.told, *ends(entry, lang)])),
        "location": location,
        "severity": _SEVERITY[item.severity],
        "code": {"value": item.code},
    }
    if item.fix and item.fix.kind != "shown" and len(item.fix.edits) == 1 and not entry.file.source.binary:
        edit = item.fix.edits[0]
        found["suggestions"] = [{"range": _range(text, edit.span), "text": clean(edit.text)}]
    return found


def _range(text: Text, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(text, span.start), "end": _position(text, span.end)}


def _position(text: Text, offset: int) -> dict[str, int]:
    line = text.position(offset).line
    before = text.raw[text.starts[line - 1] : offset]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}
