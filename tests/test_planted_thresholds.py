"""Defects planted in graded plans of every layout are found where they were planted, and clean plans are silent."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

import pytest
from plans import CLAUSE, CONDITIONS, LAYOUTS, Layout, Levels
from tabled import over

import checks.lv
import checks.th
from linter.kernel.check import Check
from linter.kernel.packs import collect
from linter.language.text import Span
from linter.pages.testing import findings

CHECKS = {check.code: check for package in (checks.th, checks.lv) for check in collect(package)}
OWN = [check for check in CHECKS.values() if not check.preview]
layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.__name__ for layout in LAYOUTS])

# A planter changes one condition of one level: code, level from 0, words before, words after.
PLANTED: tuple[tuple[str, int, str, str], ...] = (
    ("TH001", 1, "10人以上30人以下", "30人以上10人以下"),
    ("TH001", 2, "20%以上40%以下", "60%以上40%以下"),
    ("TH001", 2, "1000万元以上5000万元以下", "6000万元以上5000万元以下"),
    ("TH002", 1, "10人以上30人以下", "8人以上30人以下"),
    ("TH002", 2, "10人以上50人以下", "10人以上60人以下"),
    ("TH002", 1, "40%以上60%以下", "40%以上65%以下"),
    ("TH002", 2, "1000万元以上5000万元以下", "1000万元以上8000万元以下"),
    ("TH002", 2, "3人以上10人以下", "3人以上10人及以下"),
    ("TH003", 0, "30人以上", "50人以上"),
    ("TH003", 1, "50人以上100人以下", "50人以上80人以下"),
    ("TH003", 3, "20%以下", "15%以下"),
    ("TH003", 2, "1000万元以上5000万元以下", "2000万元以上5000万元以下"),
    ("TH003", 0, "30人以上", "超过30人"),
    ("TH003", 3, "3人以下", "2人以下"),
    ("TH004", 1, "10人以上30人以下", "10人以上30人以上"),
    ("TH004", 2, "3人以上10人以下", "3至10人以上"),
    ("TH004", 2, "20%以上40%以下", "20%-40%以下"),
    ("TH007", 1, "50人以上100人以下", "5人以上8人以下"),
    ("TH008", 0, "30人以上", "30人以上100人以下"),
    ("TH008", 0, "60%以上", "60%以上80%以下"),
    ("TH009", 1, "10人以上30人以下", "10人"),
    ("TH009", 3, "3人以下", "3人"),
    ("TH011", 0, "100人以上", "超过100人以上"),
    ("TH011", 3, "1000万元以下", "不足1000万元以下"),
    ("TH013", 1, "50人以上100人以下", "50以上100人以下"),
    ("TH013", 2, "20%以上40%以下", "20以上40%以下"),
    ("LV003", 1, "造成50人以上100人以下重伤", "造成100人以上重伤"),
)


def spans(check: Check, text: str) -> list[Span]:
    """All places, primary and related, of the findings of a check."""
    return [place for item in findings(check, text) for place in (item.span, *(one.span for one in item.related))]


@layouts
@over("check", OWN, attrgetter("code"))
def test_clean_plans_are_silent(layout: Layout, check: Check) -> None:
    assert [item.message.zh for item in findings(check, layout(CONDITIONS))] == []


@layouts
@over(("code", "level", "before", "after"), PLANTED)
def test_planted_condition_is_found(layout: Layout, code: str, level: int, before: str, after: str) -> None:
    levels = [list(conditions) for conditions in CONDITIONS]
    at = next(index for index, words in enumerate(levels[level]) if before in words)
    mark = "〈" + after + "〉"
    levels[level][at] = levels[level][at].replace(before, mark)
    text = layout(levels)
    start = text.index("〈")
    text = text.replace("〈", "").replace("〉", "")
    found = spans(CHECKS[code], text)
    assert any(place.start < start + len(after) and start < place.end for place in found), text


CLAUSES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("TH005", lambda text: text.replace(clause_in(text), "本预案由市应急局解释。")),
    ("TH006", lambda text: text.replace("”不包括本数", "”包括本数").replace("”不含本数", "”含本数")),
)


def clause_in(text: str) -> str:
    """The sentence about 本数."""
    end = text.index("本数。") + 3
    start = max(text.rfind(mark, 0, end - 3) for mark in "\n：　") + 1
    return text[start:end]


@layouts
@over(("code", "change"), CLAUSES)
def test_changed_clause_is_found(layout: Layout, code: str, change: Callable[[str], str]) -> None:
    text = change(layout(CONDITIONS))
    assert CLAUSE not in text
    assert len(findings(CHECKS[code], text)) == 1


def swapped(levels: Levels) -> Levels:
    return [levels[0], levels[2], levels[1], levels[3]]


@layouts
def test_swapped_levels_are_out_of_order(layout: Layout) -> None:
    assert len(findings(CHECKS["TH007"], layout(swapped(CONDITIONS)))) == len(CONDITIONS[0])
