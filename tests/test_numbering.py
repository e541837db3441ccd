"""Runs of numbers: breaks told by the numbers alone, and the ways in which real texts count that are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.nm.nm001_number_skipped import number_skipped
from checks.nm.nm002_number_repeated import number_repeated
from checks.nm.nm003_level_skipped import level_skipped
from checks.nm.nm005_run_in_heading import run_in_heading
from linter.facts.references.number_runs import breaks, written
from linter.facts.references.numbering import number_breaks
from linter.facts.references.sequences import sequences
from linter.facts.references.serials import NumberedItem
from linter.language.text import Span, Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse

HAN = "零一二三四五六七八九十"


def items(*values: int) -> list[NumberedItem]:
    return [NumberedItem(value, str(value), Span(at, at + 1)) for at, value in enumerate(values)]


def document(text: str) -> Document:
    return parse(Text(text)).documents[0]


def told(text: str) -> list[str]:
    """What NM001 and NM002 say of a text: the wrong mark and the mark due."""
    return [f"{one.cause.item.text.strip()}→{one.mark.strip()}" for one in document(text).read(number_breaks)]


def law(*numbers: str) -> str:
    return "海州市供水条例\n\n" + "\n\n".join(f"{number} 供水企业应当保证水质。" for number in numbers) + "\n"


@given(st.integers(1, 60))
def test_counting_on_never_breaks(length: int) -> None:
    assert breaks(items(*range(1, length + 1))) == []


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_lists_that_begin_again_never_break_unless_a_single_one_is_followed_by_two(lengths: list[int]) -> None:
    values = [value for length in lengths for value in range(1, length + 1)]
    found = breaks(items(*values))
    assert all(one.item.value == 1 and one.after and one.after.value == 2 for one in found)


@given(st.integers(4, 40), st.data())
def test_one_wrong_number_is_one_break_at_its_place(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, length - 2))
    wrong = data.draw(st.integers(1, 50).filter(lambda value: value != at + 1))
    values = list(range(1, length + 1))
    values[at] = wrong
    found = breaks(items(*values))
    assert [one.item.span.start for one in found] == [at]
    assert found[0].expected == at + 1
    assert found[0].confirmed


@given(st.integers(3, 40), st.data())
def test_a_dropped_number_is_one_break(length: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(2, length - 1))
    values = [value for value in range(1, length + 1) if value != gone]
    assert [(one.kind, one.expected) for one in breaks(items(*values))] == [("skipped", gone)]


@given(st.integers(4, 30), st.data())
def test_two_swapped_numbers_are_one_break(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, length - 2))
    values = list(range(1, length + 1))
    values[at], values[at + 1] = values[at + 1], values[at]
    assert [(one.kind, one.item.span.start) for one in breaks(items(*values))] == [("misplaced", at)]


@pytest.mark.parametrize(
    ("scheme", "value", "like", "mark"),
    [
        ("article", 16, "第十五条", "第十六条"),
        ("chinese", 3, "二、", "三、"),
        ("arabic-paren", 10, "(9)", "(10)"),
        ("decimal", 3, "4.2", "4.3"),
        ("circled", 3, "②", "③"),
        ("is", 3, "二是", "三是"),
        ("letter", 3, "b）", "c）"),
    ],
)
def test_marks_are_written_like_their_neighbours(scheme: str, value: int, like: str, mark: str) -> None:
    assert written(scheme, value, like) == mark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (law("第一条", "第二条", "第四条", "第五条"), ["第四条→第三条"]),
        (law("第一条", "第二条", "第二条", "第三条"), ["第二条→第三条"]),
        (law("第一条", "第二条", "第八条", "第四条", "第五条"), ["第八条→第三条"]),
        (law("第一条", "第三条", "第二条", "第四条"), ["第三条→第二条"]),
        ("应急预案\n\n4 响应\n\n4.1 启动\n\n启动。\n\n3.2 措施\n\n措施。\n\n4.3 终止\n\n终止。\n", ["3.2→4.2"]),
        ("处置：一是封锁现场；二是疏散群众；四是报告情况。\n", ["四是→三是"]),
        ("序号\t事项\n1\t迁移\n2\t转移\n4\t登记\n5\t注销\n", ["4→3"]),
        # Letters at the head of paragraphs.
        ("演练应当：\n\na）符合规定；\n\nb）依据预案；\n\nd）注重实效。\n", ["d)→c)"]),
        ("用语：\n\na）预警：指通报。\n\nb）响应：指措施。\n\nd）演练：指模拟。\n\nd）评估：指分析。\n", ["d)→c)"]),
        # The last number of a long column is repeated, above a row of another kind.
        (
            "序号\t单位\n1\t水务局\n2\t农业局\n3\t林业局\n4\t财政局\n5\t教育局\n5\t能源办\n三、\t奖扣分\n",
            ["5→6"],
        ),
        # A column that counts the cases of each matter.
        (
            (
                "编号\t行为\t档次\t情节\n1-1\t未报批\t1\t轻微\n\t\t2\t一般\n\t\t3\t较重\n1-2\t未备案\t1\t轻微\n"
                "\t\t2\t一般\n\t\t3\t较重\n1-3\t拒查\t1\t轻微\n\t\t2\t一般\n\t\t3\t较重\n\t\t4\t严重\n\t\t4\t特别严重\n"
                "1-4\t超标\t1\t轻微\n\t\t2\t一般\n\t\t3\t较重\n"
            ),
            ["4→5"],
        ),
        (
            (
                "关于防汛的意见\n\n一、总体要求\n\n（一）思想\n\n（二）原则\n\n二、任务\n\n（三）排查\n\n"
                "（五）储备\n\n（六）演练\n"
            ),
            ["(五)→(四)"],
        ),
        # Numerals of other styles, and articles inserted between two.
        (law("第一百十四条", "第一百十五条", "第一百十七条", "第一百十八条"), ["第一百十七条→第一百一十六条"]),
        (law("第十九条", "第廿条", "第廿一条", "第廿三条", "第廿四条"), ["第廿三条→第二十二条"]),
        (law("第一条", "第一条之一", "第一条之三", "第二条"), ["第一条之三→第一条之二"]),
        # Two articles in a row are missing.
        (law("第一条", "第二条", "第五条", "第六条"), ["第五条→第三条"]),
        # Headings 一、 over articles that count on across them.
        (
            (
                "扶持办法\n\n一、扶持对象\n\n第一条 在本县注册的企业。\n\n二、扶持方式\n\n第二条 给予补助。\n\n"
                "四、附则\n\n第三条 由县财政局解释。\n"
            ),
            ["四、→三、"],
        ),
        # An item with a tab behind it is an item.
        ("计分标准：\n（一）本科计10分\t\n（二）硕士计20分\t\n（四）博士计30分\t\n（五）其他计5分\t\n", ["(四)→(三)"]),
        # Items without their number before the first that has one.
        (
            (
                "第三条 有下列情形之一的，予以退回：\n\n材料不全的；\n\n"
                "（二）材料失实的；\n\n（三）逾期申报的；\n\n（四）重复申报的。\n\n"
                "第四条 有下列情形之一的，予以表彰：\n\n提前完成的；\n\n"
                "（二）超额完成的；\n\n（三）成绩突出的；\n\n（四）有创新的。\n"
            ),
            ["(二)→(一)", "(二)→(一)"],
        ),
    ],
)
def test_breaks_of_real_texts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # A law as amended: 第X条之一, and articles that begin with words that look like references.
        law("第一条", "第二条", "第二条之一", "第三条"),
        (
            "条例\n\n第一条 为规范管理，制定本条例。\n\n第二条 第一类器械实行备案。\n\n"
            "第三条 与器械有关的单位应当守法。\n\n第四条 自公布之日起施行。\n"
        ),
        # A fragment of a code, and lists that begin anew under sub-headings and in each appendix.
        law("第九百八十九条", "第九百九十条", "第九百九十一条"),
        (
            "启动条件：\n\n（1）死亡3人以上；\n\n（2）受伤10人以上。\n\n响应措施：\n\n（1）派出工作组；\n\n"
            "（2）发布信息。\n"
        ),
        (
            "关于检查的通知\n\n一、要求\n\n二、安排\n\n附件1\n\n自查表\n\n一、项目\n\n二、评分\n\n附件2\n\n"
            "汇总表\n\n一、单位\n\n二、结果\n"
        ),
        # A number run into the sentence before it, and a quantity at the head of a line.
        "报送内容：\n\n（1）单位名称；（2）事故经过；\n\n（3）伤亡情况。\n",
        "一、投资\n\n1.5亿元用于水利。\n\n2.3万人受益。\n",
        # An amending act quotes the numbers of another.
        "关于修改《供水条例》的决定\n\n一、将第三条修改为：\n\n第三条 供水企业应当保证水质。\n\n二、删去第五条。\n",
        # The entries of a note are counted with its first, which has no mark of its own.
        (
            "关于检查的通知\n\n一、要求\n\n提交材料：\n\n1.申请表；\n\n2.花名册。\n\n附件：1.自查表\n\n2.汇总表\n\n"
            "3.评分表\n\n海州市教育局\n2021年5月6日\n"
        ),
        # The number that lacks stands there in another shape: without its bracket, misread, before a year or a term.
        "申报条件：\n\n（一）有住所；\n\n二）有工作；\n\n（三）有社保；\n\n（四）无犯罪记录。\n",
        "工作重点\n\nl、查处违规企业。\n\n2、规范中介。\n\n3、公开信息。\n\n4、受理投诉。\n",
        "购房规定\n\n1.限购一套。\n\n2.签订合同。\n\n3.5年内不得转让。\n\n4.违者收回。\n\n5.上报备案。\n",
        "招生安排\n\n1.2023年起实行网上报名。\n\n2.现场确认。\n\n3.公布结果。\n",
        "一总体要求\n\n坚持统一领导。\n\n二、主要任务\n\n加强监管。\n\n三、保障措施\n\n落实责任。\n",
        # The first number stands in the line that leads in, others in the middle of a line.
        "填报说明\n\n1.方式（可多选）：①电话\n\n②短信\n\n③上门\n\n2.结果\n",
        "填报说明\n\n1.途径：①电话\n\n②短信③上门④信函\n\n⑤其他\n\n⑥不详\n",
        # A wrapped line begins with a figure, a bracket, a day.
        (
            "采样要求\n\n1.采样时间应当固定，在隔离期的第\n1、3、5天各采样一次。\n\n2.样品应当冷藏。\n\n"
            "3.报告应当存档。\n"
        ),
        (
            "施工要求\n\n(1) 围挡高度不低于2米；\n\n(2) 出入口应当硬化，做法与前述\n(1)中围挡基础的做法相同；\n\n"
            "(3) 车辆应当冲洗。\n"
        ),
        # What amends another text keeps its numbers; a text that breaks everywhere counts for somebody else.
        "预算审查修正意见\n\n一、甲局\n\n(二)收入：照列。\n\n(五)支出：减列。\n\n二、乙局\n\n(三)收入：照列。\n",
        (
            "审议结果\n\n一、甲局\n\n(一)业务：照列。\n\n(三)收入：照列。\n\n(六)支出：减列。\n\n"
            "二、乙局\n\n(一)业务：照列。\n\n(四)收入：照列。\n\n(六)支出：减列。\n"
        ),
        # A sentence that names an article, in a text whose articles are set off by a space.
        (
            "会议纪要\n\n第五條　會員應繳會費。\n\n主席：付表決。\n\n第五條照案通過。\n\n第六條　會費每年調整。\n\n"
            "第七條　理事五人。\n"
        ),
        # A mark of a higher rank, or a heading of Word or Markdown, ends a list.
        "1.收入：照列。\n\n2.支出：照列。\n\n八、校务基金\n\n2.支出：减列。\n\n九、校产基金\n\n说明。\n",
        "# 纪要\n\n一、赞成。\n\n二、反对。\n\n名单附后。\n\n## 讨论\n\n二、关于预算的议案。\n\n三、关于决算的议案。\n",
        # Letters that begin again, that stand far apart, or of which one lost its line.
        "甲：\n\na）一项；\n\nb）二项。\n\n乙：\n\na）一项；\n\nb）二项；\n\nc）三项。\n",
        "a）一项；\n\nb）二项；c）三项；\n\nd）四项。\n",
        "a）一项；\n\n说明。\n\n说明。\n\n说明。\n\n说明。\n\nc）三项。\n",
        # Lists run together in one line, each behind its heading; brackets that refer.
        "一、类别。(一)攻坚类。(二)基本类。(三)试点类。二、程序(一)由单位申报。(二)由街道审核。",
        "竞赛项目：\n\n（1）体育；\n\n（2）科技；\n\n（3）艺术。\n\n上述（1）（3）（4）所指的竞赛由教育局认定。\n",
        # Contents with their pages.
        "目录\n一、总则........1\n三、管理........2\n四、罚则........3\n",
        # A serial column over merged cells and page breaks.
        "序号\t事项\n1\t迁移\n\t省内迁移\n2\t转移\n\n序号\t事项\n3\t登记\n4\t注销\n",
    ],
)
def test_right_numbering_is_silent(text: str) -> None:
    assert told(text) == []


def test_a_part_read_badly_is_silent() -> None:
    text = "规范\n\n" + "\n\n".join(f"{number} 一般规定" for number in ("3", "3", "3", "4", "4", "7", "4", "9")) + "\n"
    assert told(text) == []


def test_runs_are_kept_by_part_and_scheme() -> None:
    runs = document("意见\n\n一、甲\n\n（一）子\n\n（二）丑\n\n二、乙\n\n（三）寅\n").read(sequences)
    assert [(run.scheme, [item.value for item in run.items]) for run in runs] == [
        ("chinese", [1, 2]),
        ("chinese-paren", [1, 2, 3]),
    ]


def test_a_confirmed_slip_is_repaired_in_the_width_of_the_text() -> None:
    found = findings(number_repeated, "意见\n\n一、甲\n\n（一）子\n\n（二）丑\n\n（二）寅\n\n（四）卯\n")
    assert [item.fix and item.fix.edits[0].text for item in found] == ["（三）"]


def test_both_ends_are_shown() -> None:
    (found,) = findings(number_skipped, law("第一条", "第二条", "第四条"))
    assert len(found.related) == 1


def test_plans_number_1_1_1_without_levels_between() -> None:
    assert findings(level_skipped, "预案\n\n1 总则\n\n1.1 原则\n\n（1）统一领导；\n\n（2）分级负责。\n") == []


def test_sentences_under_numbers_are_no_headings() -> None:
    text = "附则\n\n7.1 解释\n\n由市水务局解释。\n\n7.2 更新\n\n三年一次。\n\n7.3 本预案“以上”包括本数。\n"
    assert findings(run_in_heading, text) == []
