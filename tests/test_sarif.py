"""SARIF: what viewers and services rely on. The independent gate is the schema here, and the validators of the CI."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import run_cli
from hypothesis import given
from hypothesis import strategies as st
from report_samples import CHECKS, TEXT, lint, result, sample

from linter.kernel.registry import Registry
from linter.kernel.result import Notification, Result, Suppression
from linter.language.text import Span, Text
from linter.reports import ReportOptions, render
from linter.reports.paths import relative, root_of, uri
from linter.reports.sarif_results import Regions
from linter.reports.sarif_rules import Norm, message_strings, norms
from linter.sources import make_source

ALPHABET = "ab 公文，𬭎🔥e\u0301\u3000\t"


def run_of(found: Result | None = None, **options: Any) -> dict[str, Any]:
    log = json.loads(render("sarif", found or result(), ReportOptions(**options)))
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def by_rule(run: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(one for one in run["results"] if one["ruleId"] == rule)


def region(one: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = one["locations"][0]["physicalLocation"]["region"]
    return found


# --- regions


def utf16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def test_columns_count_utf16_units_and_say_so() -> None:
    run = run_of()
    assert run["columnKind"] == "utf16CodeUnits"
    line = TEXT.split("\r\n")[4]
    at = line.index("40%")
    before = TEXT[: TEXT.index("40%")]
    assert region(by_rule(run, "ZZ101")) == {
        "startLine": 5,
        "startColumn": utf16(line[:at]) + 1,
        "endLine": 5,
        "endColumn": utf16(line[:at]) + 11,
        "charOffset": utf16(before),
        "charLength": 10,
        "snippet": {"text": "40%以上13%以下"},
    }
    assert utf16(before) == len(before) + 2


def test_columns_count_code_points_if_asked() -> None:
    run = run_of(columns="codepoint")
    assert run["columnKind"] == "unicodeCodePoints"
    assert region(by_rule(run, "ZZ101"))["startColumn"] == 9
    assert region(by_rule(run, "ZZ101"))["charOffset"] == TEXT.index("40%")


@given(st.lists(st.text(st.sampled_from(ALPHABET), max_size=8), min_size=1), st.sampled_from(["\n", "\r\n"]), st.data())
def test_line_and_column_lead_to_the_words(lines: list[str], end: str, data: st.DataObject) -> None:
    raw = end.join(lines)
    start = data.draw(st.integers(0, len(raw)))
    stop = data.draw(st.integers(start, len(raw)))
    found = Regions(Text(raw)).region(Span(start, stop))
    whole = raw.encode("utf-16-le")
    assert whole[2 * found["charOffset"] :][: 2 * found["charLength"]].decode("utf-16-le") == raw[start:stop]
    starts = [0, *(match.end() for match in re.finditer("\n", raw))]
    for line, column, offset in (
        (found["startLine"], found["startColumn"], start),
        (found["endLine"], found["endColumn"], stop),
    ):
        words = raw[starts[line - 1] :].encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le")
        assert starts[line - 1] + len(words) == offset


def test_context_is_whole_lines_larger_than_the_region() -> None:
    physical = by_rule(run_of(), "ZZ101")["locations"][0]["physicalLocation"]
    lines = TEXT.split("\r\n")
    assert physical["contextRegion"] == {
        "startLine": 4,
        "endLine": 6,
        "snippet": {"text": "\r\n".join(lines[3:6])},
    }


@pytest.mark.parametrize(
    ("raw", "span", "lines"), [("公文", (0, 1), None), ("公文\n", (0, 1), None), ("甲\n乙", (2, 3), (1, 2))]
)
def test_context_at_the_edges(raw: str, span: tuple[int, int], lines: tuple[int, int] | None) -> None:
    found = Regions(Text(raw)).context(Span(*span))
    assert (found and (found["startLine"], found["endLine"])) == lines


def plain_hash(text: str, line: int) -> str:
    """The definition, term by term: the reference for the fast form."""
    units = re.sub("\r\n?", "\n", text).replace(" ", "").replace("\t", "").encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)] + [0xFFFF]
    starts = [0, *(at + 1 for at, code in enumerate(codes) if code == 10)]
    values = [
        sum(code * 37 ** (99 - k) for k, code in enumerate(codes[start : start + 100])) % 2**64 for start in starts
    ]
    return f"{values[line - 1]:x}:{values[:line].count(values[line - 1])}"


@given(
    st.lists(st.text(st.sampled_from("a 公𬭎"), max_size=6), min_size=1, max_size=40),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_line_hash_is_that_of_upload_sarif(lines: list[str], end: str) -> None:
    raw = end.join(lines)
    regions = Regions(Text(raw))
    for line in range(1, len(lines) + 1):
        assert regions.line_hash(line) == plain_hash(raw, line)


# --- results


def test_message_quotes_and_links_every_related_place() -> None:
    one = by_rule(run_of(), "ZZ101")
    assert one["message"]["text"] == (
        "下限“40%”大于上限“13%”。见[相邻一级“20%以上”](1)、[指标\\[名\\]“电网减供负荷”](2)。"
    )
    assert [other["id"] for other in one["relatedLocations"]] == [1, 2]
    assert one["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "20%以上"
    assert "markdown" not in one["message"]


def test_brackets_of_the_document_are_no_links() -> None:
    text = by_rule(run_of(), "ZZ102")["message"]["text"]
    assert text == "“\\[见附件\\](附件1)”写法不当。建议：删去。"


def test_a_wall_of_links_is_cut() -> None:
    file = sample()
    first = next(item for item in file.diagnostics if item.code == "ZZ101")
    many = file._replace(diagnostics=(first._replace(related=first.related[:1] * 40),))
    one = by_rule(run_of(result(many)), "ZZ101")
    assert one["message"]["text"].endswith("(30)等 40 处。")
    assert len(one["relatedLocations"]) == 40


def test_results_name_their_rule_and_place() -> None:
    run = run_of()
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        location = one["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location == run["artifacts"][location["index"]]["location"]
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]


def test_logical_locations_name_notice_and_section() -> None:
    run = run_of()
    inner = by_rule(run, "ZZ101")["locations"][0]["logicalLocations"][0]
    listed = run["logicalLocations"][inner.pop("index")]
    assert inner == listed
    assert listed["name"] == "一、分级标准"
    outer = run["logicalLocations"][listed["parentIndex"]]
    assert (outer["kind"], outer["name"]) == ("notice", "𬭎源县人民政府办公室关于印发停电应急预案的通知")
    assert len({place["fullyQualifiedName"] for place in run["logicalLocations"]}) == len(run["logicalLocations"])


def test_fix_replaces_the_marked_words() -> None:
    one = by_rule(run_of(), "ZZ101")
    (change,) = one["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] == "10"
    assert replacement["deletedRegion"]["charLength"] == 2
    assert replacement["deletedRegion"]["startColumn"] == region(one)["startColumn"]
    assert one["fixes"][0]["description"]["text"] == "改为10"


def test_only_shown_fixes_are_not_offered() -> None:
    assert "fixes" not in by_rule(run_of(), "ZZ102")


def test_fingerprint_survives_lines_above() -> None:
    moved = run_of(result(sample("按语：\r\n\r\n" + TEXT)))
    for rule in ("ZZ101", "ZZ102"):
        here, there = by_rule(run_of(), rule), by_rule(moved, rule)
        assert region(there)["startLine"] == region(here)["startLine"] + 2
        assert (
            there["partialFingerprints"]["primaryLocationLineHash"]
            == (here["partialFingerprints"]["primaryLocationLineHash"])
        )


def test_suppressions_and_baseline_are_on_all_results_or_none() -> None:
    assert not any("suppressions" in one or "baselineState" in one for one in run_of()["results"])
    file = sample()
    first, second, *rest = file.diagnostics
    first = first._replace(suppression=Suppression("external", "惯例"))
    decided = result(file._replace(diagnostics=(first, second._replace(baseline="unchanged"), *rest)))
    results = run_of(decided)["results"]
    assert [len(one["suppressions"]) for one in results] == [1, 0, 0]
    assert results[0]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "惯例"}]
    assert [one["baselineState"] for one in results] == ["new", "unchanged", "new"]
    github = run_of(decided, profile="github")["results"]
    assert [one["ruleId"] for one in github] == ["ZZ102", "ZZ103"]
    assert not any("suppressions" in one for one in github)


# --- the run


def test_rules_carry_help_for_people() -> None:
    rule = run_of()["tool"]["driver"]["rules"][0]
    assert rule["name"] == "SampleInverted"
    assert rule["shortDescription"]["text"] == "停电规模的上下限颠倒。"
    assert rule["fullDescription"]["text"] == "下限大于上限，没有任何数值符合。"
    assert "【40%以上13%以下】" in rule["help"]["markdown"]
    assert "<" not in rule["help"]["markdown"]
    assert rule["properties"] == {
        "tags": ["ZZ", "must", "notice"],
        "precision": "very-high",
        "problem.severity": "error",
    }


def test_rules_lead_to_the_pages_of_the_office(tmp_path: Path) -> None:
    (tmp_path / "gazette-lint.yaml").write_text("pages: https://docs.example.gov.cn/lint/\nselect: TH\n", "utf-8")
    draft = tmp_path / "a.txt"
    draft.write_text("停电预案\n\n减供负荷40%以上13%以下的。\n", "utf-8")
    run = json.loads(run_cli("check", str(draft), "--format", "sarif")[1])["runs"][0]
    addresses = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert addresses["TH001"] == "https://docs.example.gov.cn/lint/catalogue.html#th001-band-inverted"
    anchors = (Path(__file__).parents[1] / "docs" / "catalogue.md").read_text("utf-8")
    assert all(f"(#{address.partition('#')[2]})" in anchors for address in addresses.values())


def test_norms_are_taxonomies() -> None:
    run = run_of()
    names = [taxonomy["name"] for taxonomy in run["taxonomies"]]
    assert names == ["GB/T 9704-2012", "民法典"]
    targets = [link["target"] for link in run["tool"]["driver"]["rules"][0]["relationships"]]
    assert [target["id"] for target in targets] == ["7.2.5", "7.2.6"]
    for target in targets:
        taxonomy = run["taxonomies"][target["toolComponent"]["index"]]
        assert taxonomy["guid"] == target["toolComponent"]["guid"]
        assert taxonomy["taxa"][target["index"]]["guid"] == target["guid"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("GB/T 9704-2012", [Norm("GB/T 9704-2012", "GB/T 9704-2012")]),
        ("民法典 1259；刑法 99", [Norm("民法典", "1259"), Norm("刑法", "99")]),
        ("突发事件应对法 第四十三条", [Norm("突发事件应对法", "第四十三条")]),
    ],
)
def test_norm_and_clause_are_told_apart(words: str, expected: list[Norm]) -> None:
    assert norms(words) == expected


def test_invocation_tells_failures() -> None:
    told = (
        Notification("error", "无法读取", "公文/甲 乙.txt"),
        Notification("error", "检查 ZZ102 出错", "公文/停电 预案.txt", "ZZ102"),
    )
    (invocation,) = run_of(result(notifications=told), exit_code=2)["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["exitCode"] == 2
    first, second = invocation["toolExecutionNotifications"]
    location = first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "%E5%85%AC%E6%96%87/%E7%94%B2%20%E4%B9%99.txt", "uriBaseId": "SRCROOT"}
    assert second["associatedRule"] == {"id": "ZZ102", "index": 1}


def test_findings_do_not_make_a_run_fail() -> None:
    (invocation,) = run_of(exit_code=1)["invocations"]
    assert invocation["executionSuccessful"]
    assert invocation["exitCode"] == 1


def test_artifact_has_measures_of_the_bytes() -> None:
    (artifact,) = run_of()["artifacts"]
    assert artifact["length"] == len(TEXT.encode())
    assert artifact["encoding"] == "UTF-8"
    assert artifact["mimeType"] == "text/plain"
    assert "contents" not in artifact


def test_binary_sources_carry_their_text_and_no_fixes() -> None:
    file = lint(make_source(TEXT, b"PK\3\4", "docx"), "草案.docx")
    run = run_of(result(file))
    (artifact,) = run["artifacts"]
    assert artifact["contents"] == {"text": TEXT}
    assert artifact["length"] == 4
    assert "encoding" not in artifact
    assert not any("fixes" in one for one in run["results"])


def test_clean_run_has_results_all_the_same() -> None:
    run = run_of(result(sample("关于放假的通知\n")))
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [check.code for check in CHECKS]


def test_same_input_same_bytes() -> None:
    assert render("sarif", result(), ReportOptions()) == render("sarif", result(), ReportOptions())


def test_nothing_tells_of_the_machine(tmp_path: Path) -> None:
    path = str(tmp_path / "甲.txt")
    report = str(render("sarif", result(sample(path=path)), ReportOptions(root=str(tmp_path))))
    assert str(tmp_path) not in report
    assert "file:" not in report


def test_lone_surrogates_never_reach_the_file() -> None:
    file = lint(make_source(TEXT.replace("电网", "\ud83d网"), b"PK", "docx"), "坏.docx")
    str(render("sarif", result(file), ReportOptions())).encode("utf-8")


def test_github_keeps_the_gravest() -> None:
    file = sample()
    note = next(item for item in file.diagnostics if item.severity == "note")
    error = next(item for item in file.diagnostics if item.severity == "error")
    flood = result(file._replace(diagnostics=(note,) * 5000 + (error,)))
    run = run_of(flood, profile="github", category="gongwen")
    assert len(run["results"]) == 5000
    assert run["results"][0]["level"] == "error"
    assert "1" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert run["automationDetails"]["id"] == "gazette-lint/gongwen/"
    assert len(run_of(flood)["results"]) == 5001


def test_azure_gets_its_pipeline_properties() -> None:
    pipeline = {"buildDefinitionId": "7", "phaseName": "lint"}
    details = run_of(profile="ghazdo", pipeline=pipeline)["automationDetails"]
    prefix = "azuredevops/pipeline/build/"
    assert details["id"].startswith(prefix)
    assert details["properties"][prefix + "buildDefinitionId"] == "7"
    assert set(details["properties"]) == {
        prefix + key for key in ("buildDefinitionId", "buildDefinitionName", "phaseId", "phaseName")
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("profile", ["default", "github", "ghazdo"])
def test_language_is_named(lang: str, profile: str) -> None:
    run = run_of(lang=lang, profile=profile)
    expected = {"zh": "zh-CN", "en": "en"}[lang]
    assert run["language"] == run["tool"]["driver"]["language"] == expected
    text = by_rule(run, "ZZ101")["message"]["text"]
    assert text.startswith(
        {
            "zh": "下限“40%”大于上限“13%”。见[相邻一级“20%以上”](1)、",
            "en": "lower bound 40% exceeds 13%. See [next level “20%以上”](1), ",
        }[lang]
    )


# --- paths


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.txt", "a/b.txt"),
        ("公文 1.txt", "%E5%85%AC%E6%96%87%201.txt"),
        ("100%#?.md", "100%25%23%3F.md"),
        ("/data/甲.txt", "file:///data/%E7%94%B2.txt"),
        ("C:/甲.txt", "file:///C:/%E7%94%B2.txt"),
        ("a:b.txt", "a%3Ab.txt"),
    ],
)
def test_paths_become_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_paths_are_relative_to_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert relative("甲.txt", str(tmp_path)) == "sub/甲.txt"
    assert relative("../乙.txt", str(tmp_path)) == "乙.txt"
    assert relative("甲.txt", "") == "甲.txt"
    assert relative("-", str(tmp_path)) == "-"


def test_root_is_the_repository_or_holds_all_files(tmp_path: Path) -> None:
    here = tmp_path / "repository" / "drafts"
    here.mkdir(parents=True)
    assert root_of(["a.txt"], here) == str(here)
    assert root_of(["../a.txt"], here) == str(tmp_path / "repository")
    (tmp_path / "repository" / ".git").mkdir()
    assert root_of(["a.txt", "../b.txt"], here) == str(tmp_path / "repository")
    assert root_of(["a.txt", str(tmp_path / "c" / "c.txt")], here) == str(tmp_path)


def test_message_strings_say_what_is_chosen(registry: Registry) -> None:
    """A reason of a list of words and a kind of damage stand in the rule, not only in the result."""
    told = {check.code: message_strings(check, "zh") for check in registry.checks}
    damaged = told["EN002"]["default.cells"]["text"]
    assert damaged == "“{0}”一处读不通（共{1}处）：表格里只剩标签，后面的内容丢失，未作检查，请与原件核对."
    assert told["WD004"]["default.卫建委→卫健委"]["text"].endswith("卫生健康委员会简称“卫健委”.")
    assert told["EN001"]["unknown.inSource"]["text"] == "忽略注释“{0}”不起作用：没有这项检查."
    assert {name.partition(".")[0] for name in told["LS002"]} == {"default"}
    assert len(told["LS002"]) == 1 + 4 * 4


def test_the_driver_has_what_consumers_ask_for() -> None:
    """SARIF 3.19; the rule SARIF2005 of the multitool."""
    driver = run_of()["tool"]["driver"]
    assert {"name", "fullName", "version", "semanticVersion", "informationUri", "rules"} <= driver.keys()
    assert re.match(r"[a-z]+:\S+$", driver["informationUri"])
