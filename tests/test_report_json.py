"""JSON: flat findings with positions that lead to the words."""

from __future__ import annotations

import json
from typing import Any

from report_samples import CHECKS, TEXT, result, sample

from linter.kernel.result import Notification, Result, Suppression
from linter.reports import ReportOptions, render


def report(found: Result | None = None, **options: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render("json", found or result(), ReportOptions(**options)))
    return loaded


def places(report: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for finding in report["findings"]:
        found += [finding, *finding["related"], *(finding["fix"]["edits"] if finding["fix"] else ())]
    return found


def test_every_place_leads_to_its_words() -> None:
    lines = TEXT.split("\n")
    found = places(report())
    assert len(found) == 7
    for place in found:
        assert TEXT[place["start"] : place["end"]] == place["text"]
        assert sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1 == place["start"]
        assert sum(len(line) + 1 for line in lines[: place["end_line"] - 1]) + place["end_column"] - 1 == place["end"]


def test_finding_is_flat_and_whole() -> None:
    first = report(lang="en")["findings"][0]
    assert {key: first[key] for key in ("path", "code", "name", "severity", "message", "line", "column", "text")} == {
        "path": "公文/停电 预案.txt",
        "code": "ZZ101",
        "name": "sample-inverted",
        "severity": "error",
        "message": "lower bound 40% exceeds 13%.",
        "line": 5,
        "column": 9,
        "text": "40%以上13%以下",
    }
    assert first["within"] == ["𬭎源县人民政府办公室关于印发停电应急预案的通知", "一、分级标准"]
    assert [other["label"] for other in first["related"]] == ["next level", "measure [name]"]
    assert first["fix"]["kind"] == "unsafe"
    assert first["fix"]["edits"][0]["replacement"] == "10"
    assert first["suppression"] is first["baseline"] is None


def test_run_tells_files_counts_and_notifications() -> None:
    file = sample()
    first, *rest = file.diagnostics
    accepted = file._replace(diagnostics=(first._replace(suppression=Suppression("inSource", "惯例")), *rest))
    found = report(result(accepted, notifications=(Notification("warning", "读不全", "a.pdf"),)), exit_code=1)
    assert found["counts"] == {"error": 0, "warning": 1, "note": 1}
    assert found["exit_code"] == 1
    assert found["tool"]["packs"] == {"builtin": "0.1.0"}
    assert found["files"][0]["documents"] == 1
    assert found["files"][0]["seen"]["sections"] == 2
    assert found["findings"][0]["suppression"] == {"kind": "inSource", "reason": "惯例"}
    assert found["notifications"] == [{"level": "warning", "text": "读不全", "path": "a.pdf", "code": ""}]


def test_a_run_without_files_is_still_a_report() -> None:
    found = report(Result((), CHECKS))
    assert found["findings"] == found["files"] == []
