"""Running text, pairs of brackets, masks and endings: what the checks of form and wording stand on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.base.flow import flow
from linter.facts.base.masks import HIDDEN, own_words, quoted
from linter.facts.base.pairs import PARTNER, Stray, pairs
from linter.facts.base.romans import romans
from linter.facts.wording.ended_items import items
from linter.facts.wording.endings import unfinished
from linter.language.text import Text
from linter.structure.model import Document, Issue
from linter.structure.parse import parse

WORDS = st.text("甲乙丙丁戊己庚辛,、", min_size=1, max_size=6)


def document(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def strays(raw: str) -> list[str]:
    one = document(raw)
    text = one.read(flow).text
    return [text[stray.offset] + (text[stray.other] if stray.other >= 0 else "") for stray in one.read(pairs).strays]


def test_flow_keeps_every_place(issue: Issue) -> None:
    for one in issue.documents:
        stream = one.read(flow)
        assert len(stream.text) == sum(len(unit.paragraph) + 1 for unit in stream.units)
        for unit in stream.units:
            middle = unit.start + len(unit.paragraph) // 2
            assert stream.unit_at(middle) is unit
            span = stream.span(middle, middle + 1)
            assert one.text.normal[span.start : span.end] == stream.text[middle]


def test_a_span_over_paragraphs_ends_in_the_last() -> None:
    one = document("第一条 适用本办法。\n\n第二条 报告情况。\n")
    stream = one.read(flow)
    first, second = stream.units
    span = stream.span(first.start, second.end)
    assert one.text.slice(span) == "第一条 适用本办法。\n\n第二条 报告情况。"


@given(st.lists(st.tuples(st.sampled_from(sorted(PARTNER)), WORDS, WORDS), min_size=1, max_size=8), st.data())
def test_one_mark_lost_is_one_stray(chunks: list[tuple[str, str, str]], data: st.DataObject) -> None:
    text = "第一条 " + "".join(f"{head}{opener}{words}{PARTNER[opener]}" for opener, head, words in chunks) + "。"
    assert strays(text) == []
    marks = [at for at, character in enumerate(text) if character in PARTNER or character in PARTNER.values()]
    lost = data.draw(st.sampled_from(marks))
    assert len(strays(text[:lost] + text[lost + 1 :])) == 1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("责任单位〔市教育局、\n\n市财政局〕\n", []),
        ("责任单位〔市教育局、市财政局]。\n", ["〔]"]),
        ("（一）概率在[0,1)之间的，不计入。\n", []),
        ("1)动员部署；2)组织实施；3)总结验收。\n", []),
        ("分为三步：动员部署)、组织实施。\n", [")"]),
        ("推进“一网通办“，方便群众。\n", ["““"]),
        ("2004年8月1日国务院令第413号公布）\n\n第一条 制定本条例。\n", []),
        ("一、将第三条修改为：“应当申请许可。\n\n“未取得许可的，不得施工。”\n", []),
        ("执行It’s规定。\n", []),
        ("登录”民生服务平台”填写信息。\n", ["”"]),
        ("新版增加了4a)条款的注，删去了c)项。\n", []),
        ("原则如下：\n\na ) 统一字号。\n\n2)统一字体。\n", []),
        ("不得使用:)、:-)、(^_^)等表情。\n", []),
        ("（1）检查管网（包括阀门、水表；\n\n（2）清洗水池。\n", ["("]),
        ("下列用语的含义：\n\n“二次供水，是指加压供水。\n\n“管网末梢”，是指管网的末端。\n", ["“"]),
        ("修改为：“二次供水，是指加压供水。\n\n“‘管网末梢’，是指管网的末端。”\n", []),
    ],
)
def test_strays(raw: str, expected: list[str]) -> None:
    assert strays(raw) == expected


def test_strays_of_two_documents_do_not_meet() -> None:
    one = document("第一条 根据《预算法制定本办法。\n\n" + "第二条 应当公开。\n\n" * 5 + "第三条 依照会计法》执行。\n")
    text = one.read(flow).text
    assert one.read(pairs).strays == (Stray(text.index("《"), "《"), Stray(text.index("》"), "》"))


def test_masks_keep_length_and_lines() -> None:
    raw = "第一条 根据《山西省实施〈预算法〉办法》，推进“一网\n\n通办”改革。\n"
    one = document(raw)
    stream, own = one.read(flow), one.read(own_words)
    assert len(own) == len(stream.text)
    assert own.count("\n") == stream.text.count("\n")
    assert "预算法" not in own
    assert own.startswith("第一条 根据《" + HIDDEN)
    assert [stream.text[start] for start, _ in one.read(quoted)] == ["《", "“"]


def test_romans_by_what_they_count() -> None:
    found = document("第一条 启动Ⅰ、II级响应，开挖V型槽，API级不计，GB-II级不计，Ⅱ类水体。\n").read(romans)
    assert [(one.counted, one.latin) for one in found] == [("级", False), ("级", True), ("类", False)]


def test_items_are_runs_without_a_break() -> None:
    raw = "第一条 职责：\n\n（1）制定预案；\n\n（2）组织演练。报告结果。\n\n（3）储备物资。\n\n（1）另一项；\n"
    runs = document(raw).read(items)
    assert [[(item.last, item.single) for item in run] for run in runs] == [[(";", True), ("。", False), ("。", True)]]


def test_titles_signatures_and_dates_are_not_unfinished() -> None:
    raw = (
        "防汛工作方案\n\n一、总体要求\n\n坚持预防为主，防抗救相结合，全面做好防汛抗旱各项准备工作。\n\n"
        "二、加强监测，及时预警\n\n加强雨情水情监测，及时发布预警信息，组织群众转移避险。\n\n"
        "三、保障措施\n\n落实工作经费，储备足够的物资，确保各项防汛任务顺利完成\n\n某市人民政府\n\n2023年5月1日\n"
    )
    open_ends = [one.paragraph.text for one in document(raw).read(unfinished)]
    assert open_ends == ["落实工作经费,储备足够的物资,确保各项防汛任务顺利完成"]
    assert document(raw.replace("顺利完成", "顺利完成。")).read(unfinished) == ()
