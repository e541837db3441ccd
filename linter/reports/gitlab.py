"""GitLab code quality: a list of issues, https://docs.gitlab.com/ci/testing/code_quality/ (a part of Code Climate's).

A fingerprint is unique in the report, since GitLab shows one issue for each; it survives inserted lines.
"""

import hashlib
import json
from collections import Counter
from typing import Any

from linter.kernel.finding import Related
from linter.kernel.result import Elsewhere, FileResult, Result, file_of
from linter.language import Span
from linter.reports import ReportOptions
from linter.reports.entries import ReportEntry, clean, ends, entries
from linter.reports.paths import relative

_SEVERITY = {"error": "critical", "warning": "major", "note": "info"}


def render(result: Result, options: ReportOptions) -> str:
    """The list, two spaces a level."""
    met: Counter[tuple[str, str]] = Counter()
    issues = []
    for entry in entries(result, options):
        key = entry.path, entry.item.fingerprint
        issues.append(_issue(entry, met[key], options.lang, options.root))
        met[key] += 1
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(entry: ReportEntry, before: int, lang: str, root: str) -> dict[str, Any]:
    """One issue; ``before`` counts those with the same key that came before it."""
    item = entry.item
    key = f"{entry.path}\n{item.fingerprint}\n{before}"
    placed = bool(entry.file.source.place(item.span.start))
    # Of a file without lines the words say where; the lines the format asks for are those of the text taken from it.
    told = [entry.told, *(ends(entry, lang) if placed else ())]
    issue: dict[str, Any] = {
        "type": "issue",
        "check_name": f"gazette-lint/{item.code}",
        "description": clean("；".join(told)),
        "categories": ["Bug Risk" if item.check.strength == "internal" else "Style"],
        "severity": _SEVERITY[item.severity],
        "fingerprint": hashlib.sha256(key.encode()).hexdigest()[:32],
        "location": {"path": entry.path, "lines": {"begin": entry.first.line, "end": entry.last_line}},
    }
    if item.related and not placed:
        issue["other_locations"] = [_place(entry, end, root) for end in item.related]
    return issue


def _place(entry: ReportEntry, end: Related | Elsewhere, root: str) -> dict[str, Any]:
    file = file_of(end, entry.file)
    path = entry.path if file is entry.file else clean(relative(file.path, root))
    return {"path": path, "lines": _lines(file, end.span)}


def _lines(file: FileResult, span: Span) -> dict[str, int]:
    position = file.text.position
    return {"begin": position(span.start).line, "end": position(max(span.start, span.end - 1)).line}
