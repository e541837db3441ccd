"""SARIF 2.1.0 (OASIS, errata 01): for code scanning, IDE viewers and Azure DevOps. Section signs name its clauses.

Columns count UTF-16 units unless asked otherwise, since that is how every viewer reads them. Nothing depends on the
clock, the machine or the folder, so the same input gives the same bytes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from linter.kernel import labels
from linter.kernel.finding import SEVERITIES
from linter.reports.paths import relative, uri
from linter.reports.sarif_regions import Regions
from linter.reports.sarif_results import Places, Target, logical, result
from linter.reports.sarif_rules import Taxonomies, driver, extensions, guid, language
from linter.sources.readers import TYPES

if TYPE_CHECKING:
    from linter.kernel.result import Diagnostic, FileResult, Notification, Result
    from linter.reports import ReportOptions

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
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run(found, options)]}
    # A lone surrogate makes GitHub reject the file.
    return _SURROGATE.sub("\ufffd", layout(log, 6)) + "\n"


def layout(value: Any, depth: int) -> str:
    """JSON with one item a line down to a depth: fast to write, and small changes make small differences."""
    if not depth or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        members = ",\n".join(f"{json.dumps(key)}: {layout(item, depth - 1)}" for key, item in value.items())
        return f"{{\n{members}\n}}"
    return "[\n{}\n]".format(",\n".join(layout(item, depth - 1) for item in value))


def run(found: Result, options: ReportOptions) -> dict[str, Any]:
    """The run object (§3.14)."""
    taxonomies = Taxonomies(found.checks)
    targets = [_target(file, index, options) for index, file in enumerate(found.files)]
    places = Places()
    results, dropped = _results(found, targets, places, options)
    log: dict[str, Any] = {
        "tool": {"driver": driver(found.checks, options.lang, taxonomies, dict(found.packs))} | extensions(found.packs),
        "language": language(options.lang),
        "automationDetails": _automation(options),
        "invocations": [_invocation(found, dropped, options)],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder that paths are relative to."}}},
        "newlineSequences": ["\r\n", "\n"],
        "columnKind": "utf16CodeUnits" if options.columns == "utf16" else "unicodeCodePoints",
        "artifacts": [_artifact(target) for target in targets],
        "results": results,
    }
    if components := taxonomies.components():
        log["taxonomies"] = components
    if places.entries:
        log["logicalLocations"] = places.entries
    return log


def _target(file: FileResult, index: int, options: ReportOptions) -> Target:
    path = uri(relative(file.path, options.root))
    base = {} if path.startswith("file:") else {"uriBaseId": _BASE}
    return Target(file, {"uri": path, **base, "index": index}, Regions(file.text, utf16=options.columns == "utf16"))


def _results(
    found: Result, targets: list[Target], places: Places, options: ReportOptions
) -> tuple[list[dict[str, Any]], int]:
    """The results, and how many were left out because GitHub would."""
    github = options.profile == "github"
    items = [
        (target, item)
        for target in targets
        for item in target.file.diagnostics
        if not (github and item.suppression is not None)
    ]
    dropped = 0
    if github:
        items.sort(key=lambda pair: SEVERITIES.index(pair[1].severity))
        dropped = max(0, len(items) - _GITHUB_RESULTS)
        items = items[:_GITHUB_RESULTS]
    indexes = {check.code: index for index, check in enumerate(found.checks)}
    suppressed = any(item.suppression for _, item in items)
    compared = any(item.baseline for _, item in items)
    results = []
    for target, item in items:
        one = result(target, item, indexes, options)
        if places_of := logical(target, item, places):
            one["locations"][0]["logicalLocations"] = places_of
        # Either all results of a run carry these two, or none (§3.27.23, §3.27.24).
        if suppressed:
            one["suppressions"] = _suppressions(item)
        if compared:
            one["baselineState"] = item.baseline or "new"
        results.append(one)
    return results, dropped


def _suppressions(item: Diagnostic) -> list[dict[str, Any]]:
    if item.suppression is None:
        return []
    return [{"kind": item.suppression.kind, "status": "accepted", "justification": item.suppression.reason}]


def _artifact(target: Target) -> dict[str, Any]:
    """A file that was read; lines of a binary one exist only in the text taken from it, which goes along."""
    source = target.file.source
    found: dict[str, Any] = {
        "location": dict(target.location),
        "length": source.length,
        "roles": ["analysisTarget"],
        "mimeType": TYPES[source.format],
        "hashes": {"sha-256": source.sha256},
        "properties": {
            "seen": {one.name: one.number for one in target.file.seen},
            "profile": labels.record(target.file.profile),
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
        "exitCodeDescription": _EXIT["en" if options.lang == "en" else "zh"][options.exit_code],
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
