"""How the work grows with the length of a document: calls made for n and for 4 n characters of a pattern.

python tests/benchmarks/growth.py [PATTERN …]

Calls are counted, not seconds, so that a busy machine changes nothing. Linear work grows fourfold; above 4.6 it
is a fault. Some patterns are part of the suite (tests/test_growth.py); all of them run by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from linter.kernel.check import Active
from linter.kernel.engine import lint_source
from linter.kernel.registry import load
from linter.settings.config import Settings, activate
from linter.sources import read

MOST = 4.6
LENGTH = 1500
# What is written over and over, by what it is made to strain.
PATTERNS: dict[str, str] = {
    "bodies": "公安局、",
    "bodies with seats": "市公安局、县财政局、",
    "bands": "死亡3人以上10人以下或者",
    "bands in clauses": "3人以上10人以下，",
    "quoted": "“供水”",
    "open brackets": "（",
    "open quotation": "“",
    "titles": "《供水条例》",
    "numbers": "国办发〔2019〕5号",
    "articles cited": "第三条",
    "appendices cited": "附件1",
    "items": "（一）项目；\n",
    "headings": "一、总则\n",
    "articles": "第一条 为了加强供水管理，制定本办法。\n\n",
    "decimals": "1.1 总则\n",
    "rows": "甲\t1\n",
    "cells": "甲\t乙\t",
    "clauses": "甲，乙，",
    "sentences": "甲。乙。",
    "dates": "2021年5月6日",
    "shares": "10%、",
    "sums": "其中：甲1个，乙2个，共计3个。",
    "short forms": "（以下简称市局）",
    "telephones": "联系电话：0356-2024118\n",
    "doubled words": "组织组织",
    "one sentence": "关于进一步加强城市供水管理工作的通知",
    "blanks": " ",
    "empty lines": "\n",
    "addressees": "各县区人民政府：\n\n",
    "responses": "Ⅰ级响应、",
    "levels": "特别重大、重大、较大、一般",
    "scores": "（10分）",
    "characters": "供",
    "digits": "1",
    "leads": "综合组：",
    "rows of words": "包括甲、乙、丙和丁",
    "pipes": "| 甲 | 乙 |\n",
    "hashes": "# 标题\n",
    "letters": "ABC ",
    "rings": "①",
    "steps": "一是甲；二是乙；",
    "growth": "由100亿元增长到120亿元，增长20%；",
    "products": "每台3万元，",
    "terms": "自2020年1月1日起至",
    "signs": "10吨≤量≤20吨",
    "laws": "《中华人民共和国水法》第五条第二款",
}


def calls(text: str, active: Sequence[Active]) -> int:
    """How many calls linting a text makes, those of built-in functions included."""
    source = read(text.encode(), "a.txt")
    made = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        lint_source(source, "a.txt", active)
    finally:
        sys.setprofile(None)
    return made


def growth(pattern: str, active: Sequence[Active], length: int = LENGTH) -> float:
    """How many times the calls grow when a pattern is written four times as often."""
    often = max(1, length // len(pattern))
    short, long = pattern * often, pattern * 4 * often
    for text in (long, short):  # what is read and compiled once
        calls(text, active)
    # A word before them makes them texts that no cache has met.
    return calls("甲" + long, active) / calls("甲" + short, active)


def main() -> int:
    """Print the growth of each pattern. 1 if one grows too fast."""
    active = activate(load(), Settings(preview=True, strict=True))
    worst = 0.0
    for name in sys.argv[1:] or PATTERNS:
        times = growth(PATTERNS[name], active)
        worst = max(worst, times)
        print(f"{times:5.2f}  {name}{'   too fast' if times > MOST else ''}")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
