from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.language.text import Text, normalise
from linter.structure.contents import contents_region
from linter.structure.lines import every_line, scan
from linter.structure.paragraph import Paragraph, Table
from linter.structure.parse import parse
from linter.structure.sorts import WORDLESS, Sort

WORDS = st.text(
    st.sampled_from("一二、。，（）(:)附件录第条章12.ⅠⅡ级以上下\t\n\r 　𬭎e\u0301<p></p>|*#“”《》"), max_size=120
)


@given(st.text())
def test_normal_form_has_the_same_length(raw: str) -> None:
    assert len(normalise(raw)) == len(raw)


@given(WORDS)
def test_position_is_the_inverse_of_the_line_index(raw: str) -> None:
    text = Text(raw)
    for offset in range(len(raw) + 1):
        line, column = text.position(offset)
        assert text.starts[line - 1] + column - 1 == offset
        assert raw[:offset].count("\n") == line - 1


@given(WORDS)
def test_lines_end_where_their_words_end(raw: str) -> None:
    text = Text(raw)
    lines = [text.slice(text.line_span(line)) for line in range(1, len(text.starts) + 1)]
    assert lines == [line.removesuffix("\r") for line in raw.split("\n")]


@given(WORDS)
def test_every_paragraph_maps_back_to_the_text(raw: str) -> None:
    text = Text(raw)
    for document in parse(text).documents:
        for paragraph in document.paragraphs:
            for at, character in enumerate(paragraph.text):
                assert text.normal[paragraph.source(at)] == character


@given(WORDS)
def test_blocks_are_in_order_and_inside_the_document(raw: str) -> None:
    for document in parse(Text(raw)).documents:
        last = document.span.start
        for block in document.blocks:
            span = block.span if isinstance(block, Table) else block.span()
            assert last <= span.start <= span.end <= document.span.end
            last = span.end


# Whole lines of every sort, so that a text of them meets every branch.
LINES = st.lists(
    st.sampled_from(
        (
            "",
            "— 3 —",
            "第 4 页",
            "【打印】 【关闭】",
            "名　称：关于供水的通知",
            "<!-- 注 -->",
            "```",
            "目　录",
            "云政发〔2024〕9号",
            "云溪市人民政府关于供水的通知",
            "各县人民政府，市直各部门：",
            "云溪市人民政府",
            "2024年5月6日",
            "（此件公开发布）",
            "附件：供水办法",
            "附件2",
            "## **一、总则**",
            "第一条　供水单位应当检测水质，",
            "并且公布。",
            "（二）检测\t",
            "序号\t单位\t电话",
            "1\t市水务局\t<p>2023456</p>",
            "| 等级 | 数量 |",
            "| --- | --- |",
            "供\u200b水　办　法",
            "\u200b",
            "指 挥 长",
        )
    ),
    max_size=24,
).map("\n".join)


@given(LINES)
def test_every_line_has_one_sort(raw: str) -> None:
    lines = list(every_line(Text(raw)))
    assert len(lines) == len(raw.split("\n")) - (not raw or raw.endswith("\n"))
    assert all(line.sort in get_args(Sort) for line in lines)
    assert [line for line in lines if line.sort not in WORDLESS] == scan(Text(raw))


@given(LINES)
@example("## **一、总则**\n## **一、总则**")  # said twice, it was taken for a title said again
def test_every_character_is_in_one_block_or_in_the_front_or_is_no_text(raw: str) -> None:
    """In one paragraph or cell, in a table of contents, in a head repeated, or wordless: markup, rules, noise."""
    text = Text(raw)
    issue = parse(text)
    times = [0] * len(raw)
    for document in issue.documents:
        for paragraph in document.paragraphs:
            for piece in paragraph.pieces:
                for at in range(piece.start, piece.end):
                    times[at] += 1
    assert all(count <= 1 for count in times)
    lines = scan(text)
    first, last = contents_region(lines)
    rows = [line for line in lines if line.sort == "row"]
    again = [line for at, line in enumerate(rows) if any(line.text == above.text for above in rows[:at])]
    elsewhere = {at for line in (*lines[first:last], *again) for at in range(line.start, line.end)}
    elsewhere |= set(range(issue.documents[0].span.start))  # what stands before the first document of an issue
    framed = max((at for at, line in enumerate(lines) if line.apart), default=0)  # the menu and headline of a page
    elsewhere |= {at for line in lines[:framed] for at in range(line.start, line.end)}
    wordless = {at for line in every_line(text) if line.sort in WORDLESS for at in range(line.start, line.end)}
    for at, character in enumerate(text.normal):
        markup = character.isspace() or character in "*#|-<>p/"
        assert times[at] or at in elsewhere or at in wordless or markup, (at, character)
        assert not (times[at] and at in wordless)


def test_a_paragraph_refuses_a_gap() -> None:
    with pytest.raises(ValueError, match="range"):
        Paragraph("abcdef", [(3, 5), (1, 2)])
    with pytest.raises(ValueError, match="without"):
        Paragraph("abcdef", [])


def test_position_outside_the_text() -> None:
    with pytest.raises(ValueError, match="outside"):
        Text("ab").position(3)


def test_presentation_forms_of_vertical_text_are_brackets_and_marks() -> None:
    assert normalise("东政发︹2021︺5号︽办法︾︵试行︶︒") == "东政发〔2021〕5号《办法》(试行)。"
