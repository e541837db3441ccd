"""One thing written two ways: similar characters, phrases one character apart, near synonyms in one place."""

from __future__ import annotations

import pytest

import checks.wd
from checks.wd.wd011_look_alike_character import look_alike
from linter.facts.base import flow
from linter.facts.wording import Variant, drifts, near_phrases, slips, term_slips
from linter.kernel.packs import collect
from linter.language.likeness import alike, look_alikes, looks_alike, sounds_alike
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.fact import Fact
from linter.structure.model import Document
from linter.structure.parse import parse


def document(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def told(raw: str, kind: Fact[tuple[Variant, ...]]) -> list[tuple[str, str, str]]:
    one = document(raw)
    text = one.read(flow).text
    return [(found.kind, text[slice(*found.changed)], text[slice(*found.model)]) for found in one.read(kind)]


def test_characters_that_sound_or_look_alike() -> None:
    assert sounds_alike("据", "距")
    assert looks_alike("煤", "媒")
    assert looks_alike("末", "未")
    assert not alike("水", "气")
    assert not looks_alike("持", "撑")  # a radical is shared by too many
    assert "煤" in look_alikes("媒")
    assert look_alikes("囧") == ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("承运人员的培训", "乘运人员的培训", [("alike", "乘", "承")]),
        ("能将所收集物送至污水处理设施处理", "能将所集物送至污水处理设施处理", [("character", "", "收")]),
        ("社保服务主题银行网点", "社保主题服务银行网点", [("order", "主题服务", "服务主题")]),
        ("县级人民政府应急管理部门决定", "省级人民政府应急管理部门决定", []),
        ("未依法取得排污许可证排放水污染物", "未依法取得排污许可证排放大气污染物", []),
        ("应当裁定中止审理", "应当裁定终止审理", []),
        ("储存三氯化硼的单位", "储存三氟化硼的单位", []),
        ("處理臺灣地區事務之機關", "處理台灣地區事務之機關", []),
        ("建立煤矿安全生产工作", "作为煤矿安全生产作为", []),
    ],
)
def test_near_phrases(one: str, other: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(f"第一条 对{one}。\n\n第二条 按{other}。\n\n第三条 对{one}。\n", near_phrases) == expected


def test_a_defined_term_with_another_character() -> None:
    raw = (
        "第一条 本办法所称电子通信线路，是指政务外网的线路。\n\n第二条 使用电子通信线路应当备案。电子通信线路的维护由"
        "市大数据局负责。\n\n第三条 电气通信线路发生故障的，应当修复。\n\n第四条 新建电子通信线路应当经批准。\n"
    )
    assert told(raw, term_slips) == [("character", "气", "子")]
    assert told(raw.replace("所称", "所说"), term_slips) == []
    assert told(raw.replace("电气", "国子"), term_slips) == []
    # Two neighbours in the other order are one slip, also at the beginning; two apart are another phrase.
    raw = raw.replace("电子通信线路", "运营通信线路")
    assert told(raw.replace("电气", "营运"), term_slips) == [("character", "营运", "运营")]
    assert told(raw.replace("电气通信", "营运信通"), term_slips) == []


def test_numbers_between_are_no_difference_and_places_are_exact() -> None:
    raw = "第一条 应当自接到异议之日起10个工作日内核实。\n\n第二条 应当接到异议之日起125个工作日内核实。\n"
    (found,) = document(raw).read(near_phrases)
    text = document(raw).read(flow).text
    assert text[found.changed[0] :].startswith("接到异议之日起125")
    assert text[slice(*found.model)] == "自"


def test_every_place_of_a_rare_form_is_one_variant() -> None:
    raw = "第一条 血肌酐高于正常值。\n\n第二条 复查血肌酐。\n\n第三条 血肌肝不降。\n\n第四条 血肌肝上升。\n"
    (found,) = document(raw).read(slips)
    assert (found.times, found.usual_times, len(found.again)) == (2, 2, 1)


def test_further_places_quote_the_name_that_lacks_a_word() -> None:
    raw = (
        "第一条 登录市为老服务综合信息管理平台申请。\n\n第二条 市为老服务综合信息管理平台由区维护。\n\n"
        "第三条 登录市为老服务综合信息平台查询。\n\n第四条 在为老服务综合信息平台上公示。\n"
    )
    (found,) = findings({check.code: check for check in collect(checks.wd)}["WD013"], raw)
    shown = [raw[other.span.start : other.span.end] for other in found.related]
    assert shown == ["服务综合信息管理平台", "服务综合信息平台"]
    assert found.fix is None  # two places against two


def test_familiar_word_explains_a_slip_anywhere() -> None:
    raw = "第一条 轮椅每辆补贴。\n\n第二条 轮椅应当抽检。\n\n{}第四条 经费不得用于人员支出。论椅、助听器除外。\n"
    assert told(raw.format("第三条 轮椅由街道发放。\n\n"), slips) == [("alike", "论椅", "轮椅")]
    assert told(raw.format(""), slips) == []


def test_near_synonyms_need_the_same_surroundings() -> None:
    usual = "第一条 清净下水排放口关闭。\n\n第二条 设清净下水排放池。\n\n"
    assert told(usual + "第三条 设清洁下水排放口。\n", drifts) == [("drift", "清洁", "清净")]
    assert told(usual + "第三条 保持环境清洁卫生。\n", drifts) == []


@pytest.mark.parametrize(
    ("usual", "rare", "rest"),
    [
        ("卫星定位", "终端", "装置"),
        ("粮食应急", "备用金", "储备金"),
        ("失信联合", "惩戒", "惩罚"),
        ("用车信息", "管理平台", "服务平台"),
        ("高效节能", "种苗", "苗木"),
        ("垃圾分类", "督导员", "监督员"),
    ],
)
def test_near_synonyms_behind_one_name_are_told(usual: str, rare: str, rest: str) -> None:
    raw = f"第一条 {usual}{rare}由市级配置。\n\n第二条 建立{usual}{rare}。\n\n"
    assert told(raw + f"第三条 不得停用{usual}{rest}。\n", drifts) == [("drift", rest, rare)]
    assert told(raw + f"第三条 不得停用其他{rest}。\n", drifts) == []


def test_many_phrases_take_linear_time() -> None:
    line = "第{0}条 应当按照第{0}项规定的程序办理第{0}类甲{1}事项并报告主管机关备案。\n\n"
    raw = "".join(line.format(number, chr(0x4E00 + number)) for number in range(2000))
    assert len(document(raw).read(near_phrases)) < 100


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("第一条 对需临时进入校园的人员测量体温。\n\n第二条 须临时进入校园的车辆应当登记。\n", False),
        ("第一条 承运人员应当持证。\n\n第二条 培训合格后，乘运人员应当持证。\n", True),
    ],
)
def test_of_two_words_that_stand_as_often_neither_is_mended(raw: str, mended: bool) -> None:
    (found,) = look_alike.run(parse(Text(raw)).documents[0], {})
    assert bool(found.fix) is mended
