"""Counts bound to their lists, and sums with their parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checks.cn.cn001_count_differs import count_differs
from checks.cn.cn002_sum_differs import sum_differs
from linter.facts.counts.counted import Count
from linter.facts.counts.declared import counts
from linter.facts.counts.scores import scores
from linter.facts.counts.sums import sums
from linter.facts.counts.table_sums import table_sums
from linter.facts.counts.terms import plain, read
from linter.language.numerals import to_chinese
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse

NAMES = ["综合", "抢险", "医疗", "安全", "保障", "监测", "新闻", "专家", "通讯", "善后", "交通", "科技"]


def document(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def counted(raw: str) -> list[tuple[int, int, int]]:
    return [(one.value, one.low, one.high) for one in document(raw).read(counts)]


@given(
    st.integers(2, 12), st.integers(2, 12), st.booleans(), st.sampled_from(["，即", "即：", "，分别为", "：", "，包括"])
)
def test_a_list_of_groups_is_counted(declared: int, listed: int, han: bool, opens: str) -> None:
    number = to_chinese(declared) if han else str(declared)
    names = "、".join(f"{name}组" for name in NAMES[:listed])
    (one,) = document(f"市指挥部下设{number}个应急工作组{opens}{names}。").read(counts)
    assert (one.value, one.low, one.high) == (declared, listed, listed)
    assert one.fits == (declared == listed)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("考核结果分为优秀、称职、基本称职和不称职四个等次。", (4, 4, 4)),
        ("主要分为“全程网办”“异地代收代办”“掌上办”四种业务办理模式。", (4, 3, 3)),
        ("细分为三类业务场景：一是甲场景，主要为一是。二是乙场景。三是丙场景。", (3, 3, 3)),
        ("16个城市分别为：天津、唐山、宁波、金华。", (16, 4, 4)),
        ("规定了三类机构：\n\n一是总局设立的机构。\n\n二是鉴定机构。\n\n三是登记机构。", (3, 3, 3)),
        ("物种分为下列两类：\n\n一类：甲、乙。\n\n二类：丙。\n\n三类：丁。", (2, 3, 3)),
        ("附件 清单\n\n事项清单（3项）\n\n序号\t事项\n1\t甲\n2\t乙\n\n序号\t事项\n3\t丙\n", (3, 3, 3)),
    ],
)
def test_lists_of_all_kinds(raw: str, expected: tuple[int, int, int]) -> None:
    assert counted(raw) == [expected]


@pytest.mark.parametrize(
    "raw",
    [
        "学习贯彻党的十九届二中、三中、四中、五中全会精神，夯实“六大保护”。",
        "严格执行“三重一大”制度，落实“四个意识”“两个维护”要求。",
        "有两种以上违法行为的，分别决定，合并执行。",
        "期限为三个月：报送材料、审查材料、公示结果。",
        "市发改委、市教育局、市科技局等33个市直部门。",
        "依照第二百零五条、第二百零六条、第二百零七条的规定处罚。",
        "第二类、第三类医疗器械实行注册管理。",
        "放射性物品分为一类、二类和三类。",
        "预警分为四级，即一级、二级、三级和四级。",
        "分为两类：农、林、牧业生产和农产品加工业。",
        "每3年修订1次教材，其中专业教材随时更新。",
        "不少于20个工作日：报送材料、审查材料。",
    ],
)
def test_what_is_no_count_of_a_list(raw: str) -> None:
    assert [one for one in document(raw).read(counts) if not one.fits] == []


def test_an_open_list_may_be_shorter_and_not_longer() -> None:
    (short,) = document("市指挥部下设4个工作组，包括综合组、抢险组、医疗组等。").read(counts)
    (long,) = document("市指挥部下设2个工作组，包括综合组、抢险组、医疗组等。").read(counts)
    assert isinstance(short, Count)
    assert short.fits
    assert not long.fits


@example([1, 1, 1], -1)
@given(st.lists(st.integers(1, 9999), min_size=3, max_size=9), st.integers(-3, 3))
def test_a_sum_with_its_rest(parts: list[int], off: int) -> None:
    words = "，".join(f"类别{name}{part}项" for name, part in zip("甲乙丙丁戊己庚辛", parts[:-1], strict=False))
    raw = f"本次公布共计{sum(parts) + off}项，其中：{words}，其他{parts[-1]}项。"
    (one,) = document(raw).read(sums)
    assert one.complete
    assert one.fits == (off == 0)


@pytest.mark.parametrize(
    ("raw", "fits"),
    [
        ("总投资1.2亿元，其中：中央资金5000万元，省级资金3000万元，其他资金4000万元。", True),
        ("总投资1.2亿元，其中：中央资金5000万元，省级资金3000万元，其他资金6000万元。", False),
        ("建成养老机构12个，日间照料中心30个，老年食堂8个，共计50个。", True),
        ("建成养老机构12个，日间照料中心30个，老年食堂8个，共计60个。", False),
        ("标记的26个指标中，其中15个指标自动生成，9个指标由报表获取，2个指标由医院填报。", True),
    ],
)
def test_sums_in_sentences(raw: str, fits: bool) -> None:
    assert [one.fits for one in document(raw).read(sums)] == [fits]


def test_numbers_that_are_not_exact_add_up_to_nothing() -> None:
    assert document("总投资约100万元，其中：甲50万元，乙20万元，其他40万元。").read(sums) == ()
    assert document("共计100人，其中：甲50人以上，乙20人，丙10人。").read(sums) == ()


@pytest.mark.parametrize(
    ("rows", "fits"),
    [
        ("甲\t1\t2\n乙\t3\t4\n合计\t4\t6\n", [True, True]),
        ("甲\t1\t2\n乙\t3\t4\n合计\t4\t7\n", [True, False]),
        ("合计\t4\t6\n甲\t1\t2\n乙\t3\t4\n", [True, True]),
        ("甲\t1\t2\n乙\t3\t4\n小计\t4\t6\n丙\t5\t5\n丁\t1\t1\n小计\t6\t6\n合计\t10\t12\n", [True] * 6),
        ("一、甲\t4\t6\n（一）\t1\t2\n（二）\t3\t4\n二、乙\t1\t1\n总计\t5\t7\n", [True] * 4),
        ("甲\t1\t2\n乙\t3\t4\n合计\t9\t9\n", []),
        ("甲\t1\t有\n乙\t3\t无\n合计\t4\t\n", [True]),
    ],
)
def test_totals_of_tables(rows: str, fits: list[bool]) -> None:
    found = document(f"附件1 资金表\n\n项目\t中央\t地方\n{rows}").read(table_sums)
    assert sorted(one.fits for one in found) == sorted(fits)


@pytest.mark.parametrize(
    ("cell", "broken"), [("总计\t7", 1), ("一、甲\t4", 0), ("（一）\t1", 1), ("（二）\t2", 1), ("二、乙\t3", 0)]
)
def test_a_wrong_figure_breaks_the_sum_of_its_group_or_the_total(cell: str, broken: int) -> None:
    """Groups and total are sums of their own, but one wrong figure breaks one of them at most."""
    groups = "一、甲\t4\t6\n（一）\t1\t2\n（二）\t3\t4\n二、乙\t3\t3\n（一）\t1\t1\n（二）\t2\t2\n总计\t7\t9\n"
    rows = groups.replace(cell, cell[:-1] + "9", 1)
    found = document(f"附件1 资金表\n\n项目\t中央\t地方\n{rows}").read(table_sums)
    assert [one.fits for one in found].count(False) == broken


def test_a_column_of_totals_needs_rows_that_show_it() -> None:
    head = "附件1 人员表\n\n单位\t男\t女\t合计\n"
    found = document(head + "甲\t1\t2\t3\n乙\t3\t4\t7\n丙\t1\t1\t3\n丁\t2\t2\t4\n").read(table_sums)
    assert [one.fits for one in found] == [True, True, False, True]
    assert document(head + "甲\t1\t2\t9\n乙\t3\t4\t8\n").read(table_sums) == ()


def test_marks_of_headings() -> None:
    raw = "考核满分100分。\n\n一、领导（60分）\n\n（一）机构（20分）\n\n（二）制度（30分）\n\n二、成效（40分）\n\n"
    assert [(one.total.words, one.fits) for one in document(raw).read(scores)] == [("(60分)", False), ("100分", True)]


@given(st.integers(0, 10**9), st.integers(0, 999999))
def test_values_are_printed_as_they_were_read(whole: int, rest: int) -> None:
    words = f"{whole}.{rest:06d}"
    value = read(words)
    assert value is not None
    assert float(plain(value[0])) == float(words)


ISSUE = (Path(__file__).parent.parent / "examples" / "jincheng-2021-05.txt").read_text("utf-8")


def test_a_real_issue_counts_right() -> None:
    assert findings(count_differs, ISSUE) == []
    assert findings(sum_differs, ISSUE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("下设8个应急工作组", "下设9个应急工作组", "9个应急工作组"),
        ("下设十个应急工作组", "下设九个应急工作组", "九个应急工作组"),
        ("四种业务办理模式", "五种业务办理模式", "五种"),
        ("“跨省通办”事项 (98 项)", "“跨省通办”事项 (97 项)", "97 项"),
    ],
)
def test_a_count_of_a_real_issue_made_wrong(right: str, wrong: str, place: str) -> None:
    assert right in ISSUE
    raw = ISSUE.replace(right, wrong)
    assert [raw[one.span.start : one.span.end] for one in findings(count_differs, raw)] == [place]


@pytest.mark.parametrize(("right", "wrong"), [("行政许可273项", "行政许可275项"), ("共计3811个", "共计3812个")])
def test_a_sum_of_a_real_issue_made_wrong(right: str, wrong: str) -> None:
    raw = ISSUE.replace(right, wrong)
    (one,) = findings(sum_differs, raw)
    assert raw[one.span.start : one.span.end].startswith("381")
    assert len(one.related) == 9


def test_a_wrong_cell_is_one_finding() -> None:
    rows = "甲\t100\t20\t120\n乙\t50\t36\t80\n丙\t30\t30\t60\n丁\t10\t10\t20\n合计\t190\t90\t280\n"
    assert len(findings(sum_differs, f"附件1 资金表\n\n单位\t中央\t地方\t合计\n{rows}")) == 1
