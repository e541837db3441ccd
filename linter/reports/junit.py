"""JUnit XML: a suite a file, a test case a check that found something; a file without findings is one test that passes.

A check fails in a file where it finds an error or a warning; notes are told as output. A check that crashed, or a file
that could not be read, is an error of the test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from linter.kernel.check import Check
from linter.kernel.result import Result
from linter.language import NamedTuple
from linter.reports import ReportOptions
from linter.reports.checkstyle import attributes
from linter.reports.entries import ReportEntry, clean, ends, entries
from linter.reports.paths import relative


class _Case(NamedTuple):
    name: str
    failing: Sequence[ReportEntry] = ()
    noted: Sequence[ReportEntry] = ()
    errors: Sequence[str] = ()


def render(result: Result, options: ReportOptions) -> str:
    """The whole report."""
    suites = _suites(result, options)
    body = [line for path, cases in suites.items() for line in _suite(path, cases, options.lang)]
    every = [case for cases in suites.values() for case in cases]
    head = f"<testsuites{attributes({'name': 'gazette-lint', **_counts(every)})}>"
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *body, "</testsuites>", ""])


def _suites(result: Result, options: ReportOptions) -> dict[str, list[_Case]]:
    """The cases of each file that was read, then of those that were not."""
    found: dict[tuple[str, str], list[ReportEntry]] = defaultdict(list)
    for entry in entries(result, options):
        found[entry.path, entry.item.code].append(entry)
    failures: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in result.notifications:
        if one.level == "error":
            failures[clean(relative(one.path, options.root)), one.code].append(one.text)
    suites = {}
    for file in result.files:
        path = clean(relative(file.path, options.root))
        cases = [
            _case(check, found.get((path, check.code), ()), failures.pop((path, check.code), ()))
            for check in result.checks
            if (path, check.code) in found or (path, check.code) in failures
        ]
        suites[path] = cases or [_Case("gazette-lint")]
    for (path, code), texts in failures.items():
        suites.setdefault(path or "gazette-lint", []).append(_Case(code or "gazette-lint", errors=texts))
    return suites


def _case(check: Check, found: Iterable[ReportEntry], errors: Sequence[str]) -> _Case:
    listed = list(found)
    noted = [entry for entry in listed if entry.item.severity == "note"]
    return _Case(f"{check.code} {check.name}", [entry for entry in listed if entry not in noted], noted, errors)


def _suite(path: str, cases: Sequence[_Case], lang: str) -> list[str]:
    lines = [f"  <testsuite{attributes({'name': path, **_counts(cases)})}>"]
    for case in cases:
        start = f"    <testcase{attributes({'classname': path, 'name': case.name, 'time': '0'})}"
        inner = list(_inner(case, lang))
        lines += [f"{start}>", *inner, "    </testcase>"] if inner else [f"{start}/>"]
    return [*lines, "  </testsuite>"]


def _inner(case: _Case, lang: str) -> Iterable[str]:
    for text in case.errors:
        yield f"      <error{attributes({'message': text, 'type': 'error'})}/>"
    if case.failing:
        told = {"message": case.failing[0].told, "type": case.failing[0].item.severity}
        yield f"      <failure{attributes(told)}>{escape(_told(case.failing, lang))}</failure>"
    if case.noted:
        yield f"      <system-out>{escape(_told(case.noted, lang))}</system-out>"


def _told(found: Sequence[ReportEntry], lang: str) -> str:
    """Every finding with its place and its other ends."""
    lines = []
    for entry in found:
        lines.append(f"{_placed(entry)}: {entry.told}")
        lines += ["    " + end for end in ends(entry, lang)]
    return clean("\n".join(lines))


def _placed(entry: ReportEntry) -> str:
    """File, line and column; of a file without lines the sentence says where."""
    origin = entry.file.source.place(entry.item.span.start)
    return entry.path if origin else f"{entry.path}:{entry.first.line}:{entry.first.column}"


def _counts(cases: Sequence[_Case]) -> dict[str, object]:
    return {
        "tests": len(cases),
        "failures": sum(bool(case.failing) for case in cases),
        "errors": sum(bool(case.errors) for case in cases),
        "time": "0",
    }
