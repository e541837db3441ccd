"""The characters that lead a pattern, which the engine is told when the package is built."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest

from linter.language.compiled import leading, leading_sets


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("(?:甲乙|[丙丁]戊)", "甲丙丁"),
        ("(?P<n>甲{1,3})乙", "甲"),
        ("甲?乙*丙", "甲乙丙"),
        ("(?<=甲)乙|(?=丙)丁", "乙丁"),
        ("(?>甲|乙)丙", "甲乙"),
        ("(甲|)乙", "甲乙"),
        (r"\b甲", "甲"),
    ],
)
def test_what_begins_a_match(pattern: str, begins: str) -> None:
    found = leading(_parser.parse(pattern))
    assert {chr(character) for _, character in found or ()} == set(begins)


@pytest.mark.parametrize(
    "pattern", ["甲*", "[^甲]乙", ".甲", "(?i:甲)乙", "甲|.", "(?:甲|[^乙])丙", "(甲)?(?(1)乙|丙)"]
)
def test_anything_may_begin_a_match(pattern: str) -> None:
    assert leading(_parser.parse(pattern)) is None


def test_the_engine_finds_the_same_and_is_left_as_it_was() -> None:
    pattern, text = r"(?:第?\d+|(?<!不)超过{1,2})[条章]?|\b[甲乙](?=丙)", "不超过3条，超过过第12章，甲丙乙"
    with leading_sets():
        told = re._compiler.compile(pattern)  # type: ignore[attr-defined]
    plain = re.compile(pattern)
    assert [one.span() for one in told.finditer(text)] == [one.span() for one in plain.finditer(text)]
    assert re._compiler._get_charset_prefix(_parser.parse("(?:甲+)"), 0) is None  # type: ignore[attr-defined]
