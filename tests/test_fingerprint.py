"""The key of a finding: what changes it and what does not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.kernel.fingerprint import anchor, fingerprint, words
from linter.language.text import Span, Text
from linter.structure.model import Issue
from linter.structure.parse import parse

PLAN = """\
某市应急预案

1 总则

1.1 适用范围

发生9人以上事故的，适用本预案。

2 响应

2.1 Ⅰ级响应

发生9人以上事故的，启动。

2.2 Ⅱ级响应

（1）发生9人以上事故的；

（2）其他。

附件1 流程

1 总则

发生9人以上事故的，上报。
"""


def keys(text: str, word: str = "9人以上") -> list[str]:
    issue = parse(Text(text))
    return [fingerprint("TH001", Span(*found.span()), issue) for found in re.finditer(word, text)]


def test_each_place_has_its_own_key() -> None:
    assert len(set(keys(PLAN))) == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("（1）", "（7）"),
        ("2.1 Ⅰ", "3.4 Ⅰ"),
        ("1 总则", "9 总则"),
        ("附件1 流程", "附件3 流程"),
        ("，适用本预案", "，按规定处置"),
        ("发生9人以上", "发生 9 人以上"),
        ("9人以上", "９人以上"),
        ("适用范围", "适 用 范 围"),
    ],
)
def test_renumbering_and_layout_change_no_key(old: str, new: str) -> None:
    assert PLAN.replace(old, new) != PLAN
    assert keys(PLAN.replace(old, new), "[9９] ?人以上") == keys(PLAN)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("9人以上", "8人以上", {0, 1, 2, 3}),
        ("Ⅰ级响应", "Ⅲ级响应", {1}),
        ("某市应急预案", "某县应急预案", {0, 1, 2, 3}),
    ],
)
def test_other_words_and_other_titles_change_it(old: str, new: str, changed: set[int]) -> None:
    pairs = zip(keys(PLAN), keys(PLAN.replace(old, new), "[89]人以上"), strict=True)
    assert {at for at, (before, after) in enumerate(pairs) if before != after} == changed


def test_the_number_of_an_item_is_not_among_its_words() -> None:
    issue = parse(Text(PLAN))
    start = PLAN.index("（1）")
    assert words(issue, Span(start, start + 3)) == ""
    assert words(issue, Span(start, start + 5)) == "发生"
    assert words(issue, Span(start, PLAN.index("其他") + 2)) == "发生9人以上事故的;其他"
    assert anchor(issue, start)[-1] == "某市应急预案"


def test_outside_every_document_the_words_are_all() -> None:
    issue = Issue(Text("甲 乙"), ())
    assert anchor(issue, 0) == []
    assert words(issue, Span(0, 3)) == "甲乙"


@given(st.text("一1（）、.第条附件9人以上\n 甲", max_size=60), st.data())
def test_any_span_of_any_text_has_a_key(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    key = fingerprint("TH001", Span(start, end), parse(Text(text)))
    assert re.fullmatch("[0-9a-f]{24}", key)
