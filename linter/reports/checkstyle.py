"""Checkstyle XML: read by Jenkins (warnings-ng), reviewdog, and most review tools."""

from collections.abc import Mapping
from itertools import groupby
from xml.sax.saxutils import quoteattr

from linter.kernel.result import Result
from linter.reports import ReportOptions
from linter.reports.entries import ReportEntry, clean, ends, entries

_SEVERITY = {"error": "error", "warning": "warning", "note": "info"}


def render(result: Result, options: ReportOptions) -> str:
    """A ``file`` element a file with findings, an ``error`` element a finding."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="8.0">']
    for path, found in groupby(entries(result, options), key=lambda entry: entry.path):
        lines.append(f"  <file name={quoteattr(path)}>")
        lines += [f"    <error{attributes(_error(entry, options.lang))}/>" for entry in found]
        lines.append("  </file>")
    return "\n".join([*lines, "</checkstyle>", ""])


def attributes(values: Mapping[str, object]) -> str:
    """Attributes of an XML element, a space before each; line breaks survive."""
    return "".join(f" {name}={quoteattr(clean(str(value)))}" for name, value in values.items())


def _error(entry: ReportEntry, lang: str) -> dict[str, object]:
    return {
        "line": entry.first.line,
        "column": entry.first.column,
        "severity": _SEVERITY[entry.item.severity],
        "message": "\n".join([entry.told, *ends(entry, lang)]),
        "source": f"gazette-lint.{entry.item.code}",
    }
