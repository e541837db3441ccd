"""Repetition, parallel sections, terms and damage."""

from __future__ import annotations

import pytest

from checks.wd.wd004_confusable_word import confusable_word
from linter.facts.base.flow import flow
from linter.facts.wording.parallels import masked, parallel_differences
from linter.facts.wording.repeats import recurrences, repeats
from linter.facts.wording.terms import term_variants
from linter.language.office import Office, Replacement
from linter.language.text import Text
from linter.structure.damage import damage
from linter.structure.model import Document
from linter.structure.parse import parse


def document(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def repeated(raw: str) -> list[str]:
    one = document(raw)
    text = one.read(flow).text
    return [text[start:end] for start, end, _ in one.read(repeats)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("第一条 各级政府应当应当加强领导。\n", ["应当应当"]),
        ("第一条 建立供水安全的的机制。\n", ["的的"]),
        ("第一条 为达到目的的予以奖励，保险标的的价值，以及及时报告。\n", []),
        ("第一条 上一年度年度报告，直辖市市场监管局，支队支队长。\n", []),
        ("第一条 城市交通，某城市城市公共交通，某城市城市供水。\n", []),
        ("第一条 负责社会保障 和社会保障 和社会保障局的工作。\n", ["和社会保障 和社会保障"]),
        ("第一条 一万万元，二十二十分。\n", []),
        ("第一条 落实“应当应当”的说法。\n", []),
    ],
)
def test_doubled_words(raw: str, expected: list[str]) -> None:
    assert repeated(raw) == expected


def test_a_sentence_twice_in_a_paragraph_and_not_in_two() -> None:
    sentence = "立即组织人员赶赴现场处置。"
    assert repeated(f"第一条 {sentence}做好信息报告。{sentence}\n") == [sentence]
    assert repeated(f"第一条 做好准备。{sentence}\n\n第二条 做好报告。{sentence}\n") == []


def test_a_paragraph_twice_in_a_row() -> None:
    words = "市人民政府有关部门按照职责分工负责防汛抗旱有关工作。"
    assert repeated(f"一、职责分工\n\n{words}\n\n{words}\n") == [words]


def test_parallel_titles_are_equal_when_masked() -> None:
    assert masked("Ⅰ级响应") == masked("Ⅲ级响应")
    assert masked("特别重大事件(红色)") == masked("一般事件(蓝色)")
    assert masked("监测") != masked("预警")


def _levels(*measures: str) -> str:
    shared = "立即组织会商研判。派出工作组赶赴现场。及时向社会发布信息。"
    return "4 应急响应\n\n" + "".join(
        f"4.{at} {sign}级响应\n\n市指挥部办公室接到报告后，{shared}{words}。\n\n"
        for at, (sign, words) in enumerate(zip("ⅠⅡⅢ", measures, strict=True), 1)
    )


def test_the_level_that_drops_a_word_departs() -> None:
    raw = _levels("协调周边地区提供医疗救援", "协调周边地区提供医疗救援", "协调周边地区提医疗救援")
    assert [one.clause.words for one in document(raw).read(parallel_differences)] == ["协调周边地区提医疗救援"]


def test_two_forms_without_a_majority_depart_from_nothing() -> None:
    raw = _levels("协调周边地区提供医疗救援", "调集专家队伍参加现场处置", "协调周边地区提医疗救援")
    assert document(raw).read(parallel_differences) == ()


def test_a_passage_said_again_is_found_with_its_first_place() -> None:
    passage = "对符合条件的人员，按规定给予职业培训补贴，并纳入急需紧缺人员培训规划，加快培养专业人才"
    raw = (
        f"一、队伍建设\n\n加强培训。{passage}。\n\n二、政策支持\n\n（一）补贴。{passage}。\n\n（二）税费。落实优惠。\n"
    )
    one = document(raw)
    found = one.read(recurrences)
    text = one.read(flow).text
    assert [text[start:end] for start, end, _ in found] == [text[slice(*found[0].first)]]


def test_a_term_that_lost_a_character() -> None:
    full = "第{}条 报告传染病、群体性不明原因疾病。\n\n"
    raw = "".join(full.format(number) for number in "一二三四") + "第五条 处置传染病、群体不明原因疾病。\n"
    assert [(one.rare, one.usual, one.times) for one in document(raw).read(term_variants)] == [
        ("群体不明原因疾病", "群体性不明原因疾病", 4)
    ]


def test_damage_needs_a_clear_sign() -> None:
    lost = "附件\n\n工作组职责\n\n工作组\t组成单位\t职责\n综合组\t牵头\t\n\t组成\t\n抢险组\t牵头\t\n\t组成\t\n"
    whole = "附件\n\n工作组职责\n\n工作组\t组成单位\t职责\n综合组\t牵头\t市应急局\n\t组成\t市水务局\n"
    assert [one.kind for one in document(lost).read(damage)] == ["cells"]
    assert document(whole).read(damage) == ()
    assert [one.kind for one in document("第一条 供水���公司负责。\n").read(damage)] == ["characters"]


def test_an_office_adds_words_and_clears_others() -> None:
    one = document("第一条 其它山风景区与其它单位，使用政务大厅办理。\n")
    office = Office(
        words=frozenset({"其它山"}), replacements=(Replacement("政务大厅", "政务服务大厅", "本市统一名称"),)
    )
    found = {one.text.slice(item.span): item.args for item in confusable_word.run(one.of(office), {})}
    assert {words: args["count"] for words, args in found.items()} == {"其它": 1, "政务大厅": 1}
    assert found["政务大厅"]["reason"] == "本市统一名称"
    assert [item.args["count"] for item in confusable_word.run(one, {})] == [2]


def test_a_replacement_does_not_touch_its_own_result() -> None:
    one = document("第一条 政务服务大厅和政务大厅。\n")
    office = Office(replacements=(Replacement("大厅", "服务大厅"),))
    assert [item.span.start for item in confusable_word.run(one.of(office), {})] == [13]
