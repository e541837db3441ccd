"""Levels tied to numerals, amounts for grades, and the number of those who signed, at their edges."""

from __future__ import annotations

import pytest

from linter.facts.bands.amounts import graded_amounts, inversions
from linter.facts.bands.ladders import ladders
from linter.facts.bands.measures import measures
from linter.facts.bands.neighbours import between
from linter.facts.bands.quantities import may_bound, scan
from linter.facts.bands.ties import level_conflicts
from linter.facts.counts.signers import signers
from linter.language.text import Text
from linter.structure.model import Document
from linter.structure.parse import parse


def document(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("分为特别重大（Ⅰ级）、重大（Ⅱ级）、较大（Ⅱ级）、一般（Ⅳ级）", ["较大(Ⅱ级)"]),
        ("分为特别重大（Ⅰ级）、重大（Ⅲ级）、较大（Ⅱ级）、一般（Ⅳ级）", ["重大(Ⅲ级)", "较大(Ⅱ级)"]),
        ("分为重大（Ⅰ级）、较大（Ⅱ级）、一般（Ⅲ级）", []),
        ("分为特别重大（一级）、重大（二级）。发生重大（二级）事件，启动一级（重大）响应", []),
    ],
)
def test_a_level_has_one_numeral(words: str, wrong: list[str]) -> None:
    found = document(f"一、分级\n\n突发事件{words}。\n").read(level_conflicts)
    assert [tie.words for one in found for tie in one.wrong] == wrong


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("对国家级、省级、市级基地，分别给予80万元、20万元、30万元补助", [("20万元", "30万元")]),
        ("对国家级、省级、市级基地，分别给予1亿元、2000万元、300万元补助", []),
        ("对国家级、省级、市级、村级基地，分别给予80万元、20万元、30万元补助", []),
        ("国家级、省级、市级财政分别安排80万元、20万元、30万元", []),
        ("五星级奖励10万元，四星级奖励2万元，三星级奖励3万元", [("2万元", "3万元")]),
        ("五星级奖励1万元，四星级奖励2万元，三星级奖励3万元", []),
    ],
)
def test_a_better_grade_gets_more(words: str, pairs: list[tuple[str, str]]) -> None:
    steps, _ = document(f"一、奖补\n\n{words}。\n").read(graded_amounts)
    assert [(one.words, other.words) for some in steps for one, other in inversions(some)] == pairs


@pytest.mark.parametrize(
    ("signed", "total"),
    [
        ("商务部 教 育 部\n公安部（代章）", 3),
        ("教育部\n公安部\n民政部", None),
        ("商务部\n国家卫生健康委员会办公\n厅", None),
        ("商务部 教育部\n张三 公安部", None),
    ],
)
def test_who_signed(signed: str, total: int | None) -> None:
    raw = (
        "商务部等4部门关于印发《促进服务业发展措施》的通知\n\n商服〔2026〕3号\n\n各省商务主管部门：\n\n"
        f"现印发给你们，请认真落实。\n\n{signed}\n2026年7月13日\n"
    )
    assert [one.high for one in document(raw).read(signers)] == ([] if total is None else [total])


@pytest.mark.parametrize(
    ("words", "flaws"),
    [
        ("不少于3至5人", ["led-range"]),
        ("不超过10-15天", ["led-range"]),
        ("超过3.6万元至14.4万元", [""]),
        ("满6周岁至18周岁", [""]),
        ("3人至5人", [""]),
    ],
)
def test_a_word_before_a_range(words: str, flaws: list[str]) -> None:
    assert [band.flaw for band in scan(words)] == flaws


def test_points_are_what_decides_where_nothing_else_has_bounds() -> None:
    rows = "等级\t得分\nA\t[90,100]\nB\t[80,90)\nC\t[60,75)\nD\t[0,60)\n"
    (measure,) = document(f"一、等级\n\n{rows}").read(measures)
    assert [one.quote for one in measure.readings] == ["[90,100]", "[80,90)", "[60,75)", "[0,60)"]


def test_a_scale_in_the_midst_of_a_paragraph_is_read_once() -> None:
    read = document("一、星级\n\n星级评定：三星级80分以上；二星级70分以上75分以下；一星级60分以上70分以下。\n")
    assert len(read.read(measures)) == 1
    assert read.read(ladders) == ()


@pytest.mark.parametrize("words", ["三人至五人", "3人到5人", "10%至20%", "3个月至6个月", "十万元至二十万元"])
def test_a_range_whose_ends_have_units_may_bound(words: str) -> None:
    assert may_bound(words)


def test_a_range_that_ends_where_a_bound_begins_shares_its_end() -> None:
    words = "研发投入占比3%-5%的，补助20万元；研发投入占比5%-8%的，补助40万元；研发投入占比8%以上的，补助60万元。"
    (ladder,) = document(f"一、补助\n\n{words}\n").read(ladders)
    meetings = [between(one, other) for one, other in ladder.pairs()]
    assert [one and (one.kind, one.shared) for one in meetings] == [("overlap", True)] * 2
