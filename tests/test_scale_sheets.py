"""``scales``: what is printed of a ladder is what was read, in each format."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conftest import run_cli

from linter.language.text import Text
from linter.pages.scale_sheets import Sheet, sheets
from linter.structure.parse import parse

TABLE = (
    "云溪市行政处罚裁量基准\n\n| 违法情节 | 违法所得（万元） | 罚款 |\n| --- | --- | --- |\n"
    "| 轻微 | 不足1 | 1万元以上3万元以下 |\n| 一般 | 1以上5以下 | 3万元以上5万元以下 |\n"
    "| 严重 | 超过5 | 5万元以上8万元以下 |\n\n阶梯：用水量不超过10吨的，每吨2元；用水量超过10吨的，每吨3元。\n"
)
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "table.md"
    file.write_text(TABLE, "utf-8")
    return str(file)


def test_a_sheet_holds_what_was_read() -> None:
    first: Sheet = sheets(parse(Text(TABLE)))[0]
    assert (first.measure, first.unit, first.document) == ("违法所得", "万元", "云溪市行政处罚裁量基准")
    assert [(row.level, row.lower, row.lower_included, row.upper, row.upper_included) for row in first.rows] == [
        ("严重", 5, False, None, None),
        ("一般", 1, True, 5, None),
        ("轻微", None, None, 1, False),
    ]
    assert first.rows[0].then == ("罚款 5万元以上8万元以下",)
    assert first.rows[0].line == 7


def test_text_tells_undecided_ends(path: str) -> None:
    code, out = run_cli("scales", path)
    assert code == 0
    assert "[1, 5?\t1以上5以下  → 罚款 3万元以上5万元以下" in out
    assert "(10, +∞)" in out


def test_json_and_csv_agree(path: str, tmp_path: Path) -> None:
    data = json.loads(run_cli("scales", path, "--format", "json")[1])
    target = tmp_path / "out.csv"
    assert run_cli("scales", path, "--format", "csv", "--output", str(target))[0] == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    levels = [level for ladder in data["ladders"] for level in ladder["levels"]]
    assert [row["words"] for row in rows] == [level["words"] for level in levels]
    assert [row["lower"] for row in rows] == ["" if one["lower"] is None else str(one["lower"]) for one in levels]


def test_dmn_is_one_decision_a_ladder(path: str) -> None:
    root = ET.fromstring(run_cli("scales", path, "--format", "dmn")[1])  # noqa: S314 - made by the line above
    tables = root.findall(f"{DMN}decision/{DMN}decisionTable")
    assert [len(table.findall(f"{DMN}rule")) for table in tables] == [3, 2]
    tests = [entry.findtext(f"{DMN}text") for entry in tables[0].iter(f"{DMN}inputEntry")]
    assert tests == ["> 5", "[1..5]", "< 1"]
    assert tables[0].findtext(f"{DMN}rule/{DMN}outputEntry/{DMN}text") == '"严重"'
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    wanted = {one.get("href", "").lstrip("#") for one in root.iter(f"{DMN}requiredInput")}
    assert wanted <= set(ids)


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    code, message = run_cli("scales", str(tmp_path / "none.md"))
    assert code not in {0, 99}
    assert "none.md" in message


def test_looked_at_counts_ladders_bands_and_loose_bounds(path: str) -> None:
    seen: dict[str, Any] = json.loads(run_cli("check", "--no-config", "--format", "json", path)[1])["files"][0]["seen"]
    assert (seen["ladders"], seen["bands"]) == (1, 5)
    assert seen["loose-bounds"] >= 3  # the ends of the fines
