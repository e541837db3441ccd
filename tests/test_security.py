"""The threat model, and what newcomers met, tell the truth: lines name tests, tests exist, limits are the code's."""

from __future__ import annotations

import ast
import re

from conftest import ROOT
from tabled import over

from linter import limits

PAGE, NEWCOMERS = ((ROOT / "docs" / name).read_text("utf-8") for name in ("security.md", "newcomers.md"))
ROWS = [
    line
    for page in (PAGE.partition("## 量过的")[0], NEWCOMERS)
    for line in page.splitlines()
    if line.startswith("| ") and "---" not in line
]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE + NEWCOMERS)))


@over(("path", "name"), NAMED)
def test_the_tests_that_are_named_exist(path: str, name: str) -> None:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_line_names_a_test() -> None:
    claims = [line for line in ROWS if not line.endswith(("测试 / Test |", "值 / Value |")) and line.count("|") == 3]
    told = [line for line in claims if "::" not in line and not re.search(r"`[A-Z_]+` = ", line)]
    assert told == []
    assert len(NAMED) > 30


def test_the_limits_are_those_of_the_code() -> None:
    shown = re.findall(r"`([A-Z_]+)` = ([\d,.]+)", PAGE)
    assert len(shown) > 10
    for name, words in shown:
        assert float(words.replace(",", "")) == getattr(limits, name), name
