"""References: what names an appendix or article of the document itself, and what belongs to other acts."""

from __future__ import annotations

import pytest

import checks.rf
import linter
from linter.facts.references.appendices import announced, appendices, appendix_references
from linter.facts.references.articles import articles
from linter.facts.references.clauses import clause_references
from linter.kernel.packs import collect
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse

CHECKS = {check.code: check for check in collect(checks.rf)}

LETTER = "关于开展检查的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n{body}\n\n{note}海州市人民政府\n2021年5月6日\n\n"
TWO = "附件1\n\n隐患自查表\n\n请逐项填写。\n\n附件2\n\n整改汇总表\n\n请逐项汇总。\n"
NOTE = "附件：1.隐患自查表\n\n2.整改汇总表\n\n"
LAW = (
    "海州市供水条例\n\n第一条 为了加强供水管理，制定本条例。\n\n第二条 用户应当：\n\n（一）按期缴费；\n\n"
    "（二）节约用水。\n\n"
    "供水企业应当保证水质。\n\n第三条 {body}\n\n第四条 本条例自公布之日起施行。\n"
)
PLAN = (
    "海州市防汛应急预案\n\n1 总则\n\n1.1 编制目的\n\n为做好防汛工作，制定本预案。\n\n1.2 分级标准\n\n"
    "分级标准详见附录3.1。\n\n"
    "2 响应\n\n2.1 启动\n\n{body}\n\n3 附录\n\n3.1 分级标准\n\n3.2 响应流程图\n\n3.3 联系表\n\n{appendices}"
)
THREE = "附录3.1\n\n分级标准\n\n见表。\n\n附录3.2\n\n响应流程图\n\n见图。\n\n附录3.3\n\n联系表\n\n见表。\n"


def document(text: str) -> Document:
    return parse(Text(text)).documents[0]


def codes(text: str) -> list[tuple[str, str]]:
    """Code and place of every finding of the family."""
    return [
        (code, text[item.span.start : item.span.end])
        for code, check in CHECKS.items()
        if not check.preview
        for item in findings(check, text)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("按照附件1填报，汇总表见附件2。", ["附件1", "附件2"]),
        ("按照附件1、2填报。", ["附件1", "附件2"]),
        ("按照附件一填报。", ["附件1"]),
        ("报送附件3份，附件10万元预算表一并报送。", []),
        ("按照《考核办法》附件4执行，参照海政发〔2020〕5号附件3。", []),
        ("按照市水务局考核办法的附件4执行。", []),
        ("按照本通知附件2执行。", ["附件2"]),
        ("附件2021年第3期另发。", []),
        ("标题为“见附件9”的栏目不填。", []),
    ],
)
def test_references_to_own_appendices(body: str, expected: list[str]) -> None:
    text = LETTER.format(body=body, note=NOTE) + TWO
    assert [one.word + one.number for one in document(text).read(appendix_references)] == expected


def test_labels_and_notes_are_no_references() -> None:
    read = document(LETTER.format(body="请认真执行。", note=NOTE) + TWO)
    assert read.read(appendix_references) == ()
    assert [(one.word, one.number, one.title) for one in read.read(announced)] == [
        ("附件", "1", "隐患自查表"),
        ("附件", "2", "整改汇总表"),
    ]
    assert [(one.number, one.title) for one in read.read(appendices)] == [("1", "隐患自查表"), ("2", "整改汇总表")]


@pytest.mark.parametrize("note", [NOTE, "附件：1.隐患自查表 2.整改汇总表\n\n", "附件1.隐患自查表\n\n2.整改汇总表\n\n"])
def test_notes_of_every_form_agree(note: str) -> None:
    assert codes(LETTER.format(body="请认真执行。", note=note) + TWO) == []


@pytest.mark.parametrize(
    ("note", "attachments", "expected"),
    [
        (NOTE.replace("整改汇总表", "整改总表"), TWO, [("RF004", "整改总表")]),
        (NOTE, TWO.replace("整改汇总表", "整改汇总"), [("RF004", "整改汇总表")]),
        (NOTE, TWO.replace("附件2\n\n", ""), [("RF002", "整改汇总表")]),
        (NOTE, TWO.split("附件2", maxsplit=1)[0], [("RF001", "整改汇总表")]),
        (NOTE + "", TWO + "\n附件3\n\n评分表\n\n请评分。\n", [("RF002", "附件3")]),
        # Published apart: none of the attachments stands.
        (NOTE, "", []),
    ],
)
def test_notes_against_attachments(note: str, attachments: str, expected: list[tuple[str, str]]) -> None:
    assert codes(LETTER.format(body="请认真执行。", note=note) + attachments) == expected


@pytest.mark.parametrize(
    ("body", "attached", "expected"),
    [
        ("启动响应。", THREE, []),
        ("启动响应。", THREE.replace("响应流程图", "应急响应流程图"), [("RF003", "响应流程图")]),
        ("启动响应。", THREE.replace("附录3.2\n\n响应流程图\n\n见图。\n\n", ""), [("RF001", "响应流程图")]),
        ("启动响应。", THREE.replace("附录3.2\n\n", ""), [("RF002", "响应流程图")]),
        ("按照附录3.7启动。", THREE, [("RF001", "附录3.7")]),
        ("达到本预案2.4规定的标准。", THREE, [("RF005", "2.4")]),
        ("达到本预案1.2规定的标准。", THREE, []),
        ("按照2.5亿元的标准，根据1.8米水位启动。", THREE, []),
        # The title before its label, and a title broken over lines.
        ("启动响应。", THREE.replace("附录3.1\n\n分级标准\n", "分级标准\n\n\n附录3.1\n"), [("RF002", "分级标准")]),
        ("启动响应。", THREE.replace("响应流程图", "响应 流程图"), []),
    ],
)
def test_lists_of_appendices(body: str, attached: str, expected: list[tuple[str, str]]) -> None:
    assert codes(PLAN.format(body=body, appendices=attached)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("违反本条例第二条规定的，责令改正。", []),
        ("违反本条例第九条规定的，责令改正。", [("RF005", "第九条")]),
        ("违反本条例第二条、第九条和第十条规定的，责令改正。", [("RF005", "第九条"), ("RF005", "第十条")]),
        ("违反第九条规定的，责令改正。", [("RF005", "第九条")]),
        ("违反本条例第二条第（二）项、第二款规定的，责令改正。", []),
        ("违反本条例第二条第（五）项规定的，责令改正。", [("RF005", "第二条第（五）项")]),
        ("违反本条例第二条第四款规定的，责令改正。", [("RF005", "第二条第四款")]),
        ("违反本条例第九章规定的，责令改正。", []),
        ("违反前款规定的，责令改正。", [("RF005", "前款")]),
        ("供水应当稳定。\n\n违反前款规定的，责令改正。", []),
        ("依照刑法第二百八十条、第二百八十一条处罚。", []),
        ("依照《行政处罚法》第五十条和该法第六十条处罚。", []),
        ("“本条例第九条”等字样不得使用。", []),
        ("依照刑法第三十条之一前三款处罚。", []),
    ],
)
def test_references_to_own_articles(body: str, expected: list[tuple[str, str]]) -> None:
    assert codes(LAW.format(body=body)) == expected


CHAPTERS = (
    "海州市供水管理办法\n\n第一章 总则\n\n第一条 为了加强供水管理，制定本办法。\n\n第二条 {body}\n\n"
    "第三条 供水企业应当保证水质。\n\n第二章 附则\n\n第四条 本办法自公布之日起施行。\n"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("国务院令第158号第六十五条规定的情形，予以处罚。", []),
        ("按照海政发〔2019〕12号文第十五条执行。", []),
        ("根据双方签订的协议第九条处理。", []),
        ("依照上级文件第十条处理。", []),
        ("按照财政部令第94号第三十条、第三十一条处理。", []),
        ("依照省政府第300号令第二十条处罚。", []),
        ("按照GB 50013第八章执行。", []),
        ("根据水利部公告2019年第5号第七条办理。", []),
        ("按照招标文件第五章、第七章执行，按照投标人须知第十二条执行。", []),
        ("按照工程量清单第七章和技术规格书第九章执行。", []),
        ("参见使用手册第六章。", []),
        ("依照教材第六章讲授。", []),
        ("建设第十条、第十一条轨道交通线。", []),
        ("全市第一百条公交线路投入运行。", []),
        ("架设第二十条电缆。", []),
        ("开通第九条航线。", []),
        ("依照第四十条处理。", [("RF005", "第四十条")]),
        ("由第七条第二款确定。", [("RF005", "第七条第二款")]),
        ("按第三十条第二款处理。", [("RF005", "第三十条第二款")]),
        ("水质依第五章、第七章确定。", [("RF005", "第五章"), ("RF005", "第七章")]),
        ("有关单位（第九条规定的除外）应当配合。", [("RF005", "第九条")]),
    ],
)
def test_what_stands_right_before_a_place_tells_whose_it_is(body: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in codes(CHAPTERS.format(body=body)) if one[0] == "RF005"] == expected


def test_an_amending_act_speaks_of_other_acts() -> None:
    text = "关于修改《供水条例》的决定\n\n第一条 将本条例第九条改为第十条。\n\n第二条 本决定自公布之日起施行。\n"
    assert document(text).read(clause_references) == ()


def test_clauses_and_items_of_an_article() -> None:
    (known,) = document(LAW.format(body="略。")).read(articles)
    assert len(known[2,].clauses) == 2
    assert known[2,].items == (1, 2)


def test_a_law_whose_tables_were_lost_is_silent() -> None:
    text = "供水收费办法\n\n第一条 收费标准见附表一。\n\n第二条 分类见附件2，按照下表执行。\n\n第三条 流程如图1。\n"
    assert codes(text) == []


def test_attachments_said_to_be_omitted() -> None:
    note = NOTE.replace("整改汇总表", "整改汇总表（略）")
    assert codes(LETTER.format(body="请认真执行。", note=note) + TWO.split("附件2", maxsplit=1)[0]) == []


def test_a_notice_and_its_instrument_may_each_have_an_attachment_1() -> None:
    text = LETTER.format(body="现印发给你们。", note="附件：1.考核办法\n\n2.评分表\n\n") + (
        "附件1\n\n考核办法\n\n一、考核内容\n\n附件：1.申请表\n\n2.承诺书\n\n附件1\n\n申请表\n\n请填写。\n\n附件2\n\n承诺书\n\n请签字。\n\n"
        "附件2\n\n评分表\n\n请评分。\n"
    )
    assert codes(text) == []


def test_an_attachment_calls_itself_by_its_own_kind() -> None:
    text = (
        LETTER.format(body="现印发给你们。", note="附件：考核办法\n\n")
        + "附件\n\n考核办法\n\n第一条 为规范考核，制定本办法。\n"
    )
    assert codes(text.replace("开展检查的通知", "加强考核的意见")) == []


def test_an_article_that_all_annexes_ran_into_is_no_reference() -> None:
    act = (
        "# 海州市供水办法\n\n**第一条** 为了加强供水管理，制定本办法。\n\n**第二条** 供水企业应当保证水质。\n\n"
        "**第三条** 本办法自公布之日起施行。附：1.声明函附1声明函1.（名称），从业人员\t人，营业收入为\t万元，"
        "资产总额为\t万元；2.（名称），从业人员\t人，营业收入为\t万元，资产总额为\t万元。企业名称（盖章）：日期：附2（单位名称）公告\n"
    )
    assert "RF005" not in [one.code for one in linter.lint(act, name="a.md").diagnostics()]
