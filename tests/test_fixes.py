"""Which edits may be applied, and together with which: never inside quotation marks, never over each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.kernel.finding import Edit, Fix, Label
from linter.kernel.fixes import allowed, apply, plan, quoted
from linter.language.text import Span


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("safe", tuple(Edit(Span(start, end), words) for start, end, words in edits), Label("改", "fix"))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("甲“乙”丙《丁》戊", ["乙", "丁"]),
        ("《关于修改〈条例〉的决定》", ["关于修改〈条例〉的决定"]),
        ("《关于修改《条例》的决定》", ["关于修改《条例》的决定"]),
        ("他说：“按《条例》办。”", ["按《条例》办。"]),
        ("“甲\n乙”丙", ["甲\n乙"]),
        ("“第一段。\n\n　　“第二段。”丙", ["第一段。\n\n　　“第二段。"]),
        ("“第一段。\n\n第二段。”丙", []),
        ("《甲\n\n乙》丙", []),
        ("“甲‘乙’丙”", ["甲‘乙’丙"]),
        ("「甲『乙』」", ["甲『乙』"]),
        ('写明"甲"与"乙"', ["甲", "乙"]),
        ("《甲〉乙“丙”", ["丙"]),
        ("甲”乙“丙”", ["丙"]),
        ("《甲“乙》丙”", ["甲“乙"]),
        ("“", []),
        ("", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == inside


def test_edits_at_the_marks_are_allowed_inside_them_not() -> None:
    text = "甲“乙丙”丁"
    fine = [fix((1, 2, "‘")), fix((4, 5, "’")), fix((0, 1, "")), fix((1, 1, "，")), fix((5, 5, "，"))]
    wrong = [
        fix((2, 2, "x")),
        fix((4, 4, "x")),
        fix((3, 3, "x")),
        fix((2, 3, "")),
        fix((0, 6, "")),
        fix((0, 1, ""), (3, 4, "")),
    ]
    assert allowed(text, [*fine, *wrong]) == fine


TEXTS = st.text(alphabet='甲乙，“”‘’《》〈〉「」"\n', max_size=40)


@st.composite
def texts_with_fixes(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    edits = st.tuples(place, place, st.text(alphabet="ab", max_size=2)).map(
        lambda edit: (min(edit[:2]), max(edit[:2]), edit[2])
    )
    fixes = st.lists(edits, min_size=1, max_size=3).map(lambda several: fix(*several))
    return text, draw(st.lists(fixes, max_size=6))


@given(texts_with_fixes())
def test_quoted_words_survive_any_allowed_fixes(case: tuple[str, list[Fix]]) -> None:
    text, fixes = case
    fixed = apply(text, allowed(text, fixes))
    at = 0
    for start, end in quoted(text):
        at = fixed.index(text[start:end], at) + end - start


@given(texts_with_fixes())
def test_planned_edits_stand_apart_and_fixes_stay_whole(case: tuple[str, list[Fix]]) -> None:
    _, fixes = case
    edits = plan(fixes)
    assert edits == sorted(edits)
    for one, other in pairwise(edits):
        assert one.span.end <= other.span.start
        assert one.span != other.span
    alone = [one for one in fixes if len(one.edits) == 1]
    assert edits or alone != fixes or not fixes


def test_a_fix_far_back_meets_an_edit_taken_long_ago() -> None:
    wide = fix(*((10 * at, 10 * at + 1, "x") for at in range(40)))
    assert plan([wide, fix((5, 100, ""))]) == sorted(wide.edits)


def test_an_insertion_beside_an_edit_is_apart_but_not_two_at_one_place() -> None:
    assert apply("甲乙", [fix((0, 1, "丙")), fix((1, 1, "，"))]) == "丙，乙"
    assert apply("甲乙", [fix((1, 1, "；")), fix((1, 1, "，"))]) == "甲；乙"
