"""SARIF 2.1.0 (OASIS, errata 01): for code scanning, IDE viewers and Azure DevOps. Section signs name its clauses.

Columns count UTF-16 units unless asked otherwise, since that is how every viewer reads them. Nothing depends on the
clock, the machine or the folder, so the same input gives the same bytes.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from linter.kernel import labels
from linter.kernel.finding import SEVERITIES
from linter.kernel.result import Diagnostic, FileResult, Notification, Result
from linter.reports import ReportOptions
from linter.reports.paths import relative, uri
from linter.reports.sarif_results import Places, Regions, Target, logical, result
from linter.reports.sarif_rules import Taxonomies, driver, extensions, guid, language
from linter.sources.readers import TYPES

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "SRCROOT"
# GitHub keeps 5,000 results of a run, https://docs.github.com/code-security/code-scanning (results exceed limit).
_GITHUB_RESULTS = 5000
_EXIT = {
    "zh": ("检查完成，没有达到失败级别的问题。", "检查完成，有问题。", "未能完成检查。"),
    "en": ("Finished, nothing at the failing level.", "Finished with findings.", "Could not finish."),
}
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(found: Result, options: ReportOptions) -> str:
    """The log of one run, most lists one item a line."""
    return "".join(stream(found, options))


def stream(found: Result, options: ReportOptions) -> Iterator[str]:
    """The log of one run, piece by piece: no more than one file is in hand."""
    yield f'{{\n"$schema": {json.dumps(_SCHEMA)},\n"version": "2.1.0",\n"runs": [\n{{\n'
    before = ""
    for key, value in run(found, options):
        yield f"{before}{json.dumps(key)}: "
        for piece in _pieces(value) if isinstance(value, Iterator) else (layout(value, 3),):
            yield _SURROGATE.sub("\ufffd", piece)  # a lone surrogate makes GitHub reject the file
        before = ",\n"
    yield "\n}\n]\n}\n"


def _pieces(items: Iterator[Any]) -> Iterator[str]:
    """A list, one item a line, as ``layout`` writes it."""
    before = "[\n"
    for item in items:
        yield before + layout(item, 2)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def layout(value: Any, depth: int) -> str:
    """JSON with one item a line down to a depth: fast to write, and small changes make small differences."""
    if not depth or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        members = ",\n".join(f"{json.dumps(key)}: {layout(item, depth - 1)}" for key, item in value.items())
        return f"{{\n{members}\n}}"
    return "[\n{}\n]".format(",\n".join(layout(item, depth - 1) for item in value))


def run(found: Result, options: ReportOptions) -> Iterator[tuple[str, Any]]:
    """The members of the run object in order (§3.14); those with an item for each file or finding are iterators."""
    taxonomies = Taxonomies(found.checks)
    places = Places()
    told = driver(found.checks, options.lang, taxonomies, dict(found.packs), options.pages)
    tool = {"driver": told} | extensions(found.packs)
    yield "tool", tool
    yield "language", language(options.lang)
    yield "automationDetails", _automation(options)
    yield "invocations", [_invocation(found, _dropped(found, options), options)]
    yield "originalUriBaseIds", {_BASE: {"description": {"text": "The folder that paths are relative to."}}}
    yield "newlineSequences", ["\r\n", "\n"]
    yield "columnKind", "utf16CodeUnits" if options.columns == "utf16" else "unicodeCodePoints"
    yield "artifacts", (_artifact(file, index, options) for index, file in enumerate(found.files))
    yield "results", _results(found, places, options)
    if components := taxonomies.components():
        yield "taxonomies", components
    if places.entries:
        yield "logicalLocations", places.entries


def _location(file: FileResult, index: int, options: ReportOptions) -> dict[str, Any]:
    """Where a file is, and its index among the artifacts."""
    path = uri(relative(file.path, options.root))
    base = {} if path.startswith("file:") else {"uriBaseId": _BASE}
    return {"uri": path, **base, "index": index}


def _dropped(found: Result, options: ReportOptions) -> int:
    """How many results are left out because GitHub would."""
    states = found.tally().states
    return max(0, states["open"] + states["unchanged"] - _GITHUB_RESULTS) if options.profile == "github" else 0


def _results(found: Result, places: Places, options: ReportOptions) -> Iterator[dict[str, Any]]:
    """The results; for GitHub the gravest first, as many as it keeps, those accepted left out."""
    indexes = {check.code: index for index, check in enumerate(found.checks)}
    github, known = options.profile == "github", found.tally()
    # Either all results of a run carry these two, or none (§3.27.23, §3.27.24).
    suppressed, compared = bool(known.states["accepted"]) and not github, known.compared
    for target, item in _gravest(found, options) if github else _items(found, options):
        one = result(target, item, indexes, options)
        if places_of := logical(target, item, places, options.root):
            one["locations"][0]["logicalLocations"] = places_of
        if suppressed:
            one["suppressions"] = _suppressions(item)
        if compared:
            one["baselineState"] = item.baseline or "new"
        yield one


def _items(found: Result, options: ReportOptions) -> Iterator[tuple[Target, Diagnostic]]:
    def target(file: FileResult, index: int) -> Target:
        regions = Regions(file.text, utf16=options.columns == "utf16")
        return Target(file, _location(file, index, options), regions, other)

    def other(file: FileResult) -> Target:
        if file.path not in others:
            at = next(index for index, one in enumerate(found.files) if one.path == file.path)
            others[file.path] = target(file, at)
        return others[file.path]

    others: dict[str, Target] = {}

    for index, file in enumerate(found.files):
        if file.diagnostics:
            here = target(file, index)
            yield from ((here, item) for item in file.diagnostics)


def _gravest(found: Result, options: ReportOptions) -> Iterator[tuple[Target, Diagnostic]]:
    """What is not accepted, the gravest first; the files are gone through once for each severity."""
    ranked = (
        (target, item)
        for severity in SEVERITIES
        for target, item in _items(found, options)
        if item.severity == severity and item.suppression is None
    )
    return islice(ranked, _GITHUB_RESULTS)


def _suppressions(item: Diagnostic) -> list[dict[str, Any]]:
    if item.suppression is None:
        return []
    return [{"kind": item.suppression.kind, "status": "accepted", "justification": item.suppression.reason}]


def _artifact(file: FileResult, index: int, options: ReportOptions) -> dict[str, Any]:
    """A file that was read; lines of a binary one exist only in the text taken from it, which goes along."""
    source = file.source
    found: dict[str, Any] = {
        "location": _location(file, index, options),
        "length": source.length,
        "roles": ["analysisTarget"],
        "mimeType": TYPES[source.format],
        "hashes": {"sha-256": source.sha256},
        "properties": {
            "seen": {one.name: one.number for one in file.seen},
            "profile": labels.record(file.profile),
        },
    }
    if source.binary:
        from linter import __version__

        found["description"] = {"text": "行号、列号指向 contents.text 所载的抽取文本。"}
        found["contents"] = {"text": source.raw}
        found["properties"]["extractor"] = f"gazette-lint {__version__}"
    else:
        found["encoding"] = source.encoding
    return found


def _invocation(found: Result, dropped: int, options: ReportOptions) -> dict[str, Any]:
    failed = any(notification.level == "error" for notification in found.notifications)
    told = [_notification(notification, found, options) for notification in found.notifications]
    if dropped:
        text = f"GitHub 只显示 {_GITHUB_RESULTS} 处，另有 {dropped} 处较轻的未列出。"
        told.append({"level": "warning", "message": {"text": text}})
    return {
        "executionSuccessful": not failed,
        "exitCode": options.exit_code,
        "exitCodeDescription": _EXIT["en" if options.lang == "en" else "zh"][min(options.exit_code, 2)],
        "toolExecutionNotifications": told,
    }


def _notification(notification: Notification, found: Result, options: ReportOptions) -> dict[str, Any]:
    one: dict[str, Any] = {"level": notification.level, "message": {"text": notification.text}}
    if notification.path:
        path = uri(relative(notification.path, options.root))
        base = {} if path.startswith("file:") else {"uriBaseId": _BASE}
        one["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": path, **base}}}]
    codes = [check.code for check in found.checks]
    if notification.code in codes:
        one["associatedRule"] = {"id": notification.code, "index": codes.index(notification.code)}
    return one


def _automation(options: ReportOptions) -> dict[str, Any]:
    """What tells two runs apart: GitHub reads all before the last slash as the category, Azure DevOps its own form."""
    if options.profile != "ghazdo":
        return {"id": f"gazette-lint/{options.category}/" if options.category else "gazette-lint/"}
    prefix = "azuredevops/pipeline/build/"
    names = {"buildDefinitionId": "-1", "buildDefinitionName": "gazette-lint", "phaseName": "gazette-lint"}
    names |= options.pipeline
    names.setdefault("phaseId", guid("phase", names["phaseName"]))
    return {
        "id": f"{prefix}{options.category or names['buildDefinitionName']}/",
        # All of them strings: Microsoft's validator breaks off at a number, even for the id.
        "properties": {prefix + key: value for key, value in names.items()},
    }
