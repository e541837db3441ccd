from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.text import Text, normalise
from linter.structure.model import Paragraph, Table
from linter.structure.parse import parse

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


def test_a_paragraph_refuses_a_gap() -> None:
    with pytest.raises(ValueError, match="range"):
        Paragraph("abcdef", [(3, 5), (1, 2)])
    with pytest.raises(ValueError, match="without"):
        Paragraph("abcdef", [])


def test_position_outside_the_text() -> None:
    with pytest.raises(ValueError, match="outside"):
        Text("ab").position(3)
