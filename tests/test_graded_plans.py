"""Plans worded as real ones are: nothing is found in them, and their measures are aligned over all levels."""

from __future__ import annotations

from pathlib import Path

import pytest

import checks.lv
import checks.th
from linter.facts.bands.ladders import ladders
from linter.facts.bands.measures import measures
from linter.kernel.packs import collect
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse

PLANS = sorted((Path(__file__).parent / "graded").glob("*.txt"))
OWN = [check for package in (checks.th, checks.lv) for check in collect(package)]

# The bands that belong together, the worst level first: with other words between, other order, other items around.
ALIGNED = {
    "relief": [
        ("30人以上(含本数,下同)", "20人以上30人以下(不含本数,下同)", "10人以上20人以下", "3人以上10人以下"),
        ("30%以上", "25%以上30%以下", "20%以上25%以下"),
        ("3000户以上", "1500户以上、1万间或3000户以下", "600户以上、5000间或1500户以下"),
    ],
    "county-relief": [
        ("10人以上", "6人以上、10人以下", "3人以上、6人以下"),
        ("8人以上", "5人以上,8人以下", "3人以上,5人以下"),
    ],
    "landslide": [
        ("1000人以上", "500人以上、1000人以下", "100人以上、500人以下", "100人以下"),
        ("30人以上", "10人以上、30人以下", "3人以上、10人以下", "3人以下"),
        ("1亿元以上", "5000万元以上、1亿元以下", "500万元以上、5000万元以下", "500万元以下"),
        ("1000万元以上", "500万元以上、1000万元以下", "100万元以上、500万元以下", "100万元以下"),
    ],
    "blackout": [
        ("40%以上", "16%以上、40%以下", "12%以上、16%以下", "6%以上、12%以下"),
        ("60%以上", "40%以上、60%以下", "20%以上、40%以下", "10%以上、20%以下"),
        ("70%以上", "50%以上、70%以下", "30%以上、50%以下", "15%以上、30%以下"),
    ],
    "weather": [("达14级以上", "达12-13级", "达10-11级", "达8-9级"), ("小于200米", "小于500米", "小于1000米")],
    "traffic": [("12小时以上", "6小时以上12小时以下", "3小时以上6小时以下")],
    "rewards": [("不足5000元", "5000元以上不足1万元", "1万元以上不足5万元", "5万元以上")],
}
plans = pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])


def read(path: Path) -> Document:
    return parse(Text(path.read_text("utf-8"))).documents[0]


@plans
def test_sound_plans_are_silent(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [item.message.zh for check in OWN for item in findings(check, text)] == []


@plans
def test_measures_are_aligned(path: Path) -> None:
    document = read(path)
    found = {
        tuple(one.quote for one in measure.readings) for fact in (measures, ladders) for measure in document.read(fact)
    }
    assert set(ALIGNED[path.stem]) <= found


MORE = (
    ("LV001", "traffic", "4.1 响应分级\n", "4.1 响应分级\n\n应急响应分为四级。\n"),
    (
        "LV002",
        "traffic",
        "发生较大道路交通事故；\n",
        "发生较大道路交通事故；\n\n附录\n\n特别重大\t重大\t较大\n一级响应\t一级响应\t三级响应\n",
    ),
    ("LV004", "traffic", "启动二级响应：\n", "启动三级响应：\n"),
    ("LV006", "landslide", "2 组织体系\n", "2 组织体系\n\n预警分为一级（红色）、二级（黄色）。\n"),
    ("TH012", "rewards", "给予500元奖励", "给予100元奖励"),
    ("TH002", "rewards", "货值金额1万元以上不足5万元", "货值金额9000元以上不足5万元"),
    ("TH003", "rewards", "货值金额5万元以上", "货值金额6万元以上"),
    ("TH003", "relief", "10万人以上", "12万人以上"),
    ("TH003", "blackout", "12%以上、16%以下", "12%以上、15%以下"),
    ("TH007", "weather", "小于500米", "小于1500米"),
)


@pytest.mark.parametrize(("code", "plan", "before", "after"), MORE)
def test_a_planted_defect_is_found(code: str, plan: str, before: str, after: str) -> None:
    text = (Path(__file__).parent / "graded" / f"{plan}.txt").read_text("utf-8")
    assert before in text
    (check,) = [one for one in OWN if one.code == code]
    assert findings(check, text.replace(before, after, 1))
