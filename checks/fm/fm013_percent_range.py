"""百分数的范围只在后一个数上写了百分号。

依据 GB/T 15835-2011：表示数值范围时，两个百分数都写百分号，“15%～30%”不写作“15～30%”。
说明 “15～30%”可以读作15到百分之三十，计量和考核指标里会引起歧义。
限度 标准对政府公文是参照执行，只作提示；两端都带百分号的不报。

Summary A range of percentages carries its sign at the second number only.
Basis GB/T 15835-2011: both ends of a range of percentages carry the sign, 15%～30%.
Why 15～30% can be read as from 15 to thirty per cent.
Limits Government papers may follow the standard, so this is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy(r"(?<![\d.%\-—~至])(\d+(?:\.\d+)?)(\s*[-–—~至]\s*)(\d+(?:\.\d+)?)%")


@check(
    code="FM013",
    name="percent-range",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GB/T 15835-2011 4.1.1、5.1",
    strength="should",
    message={
        "zh": "百分数范围“{words}”的前一个数缺少百分号，应为“{right}”",
        "en": "the first number of the range “{words}” lacks its %: “{right}”",
    },
    examples=(
        Bad("第五条 企业研发费用加计扣除[[30—50%]]。\n", fixed="第五条 企业研发费用加计扣除30%—50%。\n"),
        Good("第五条 企业研发费用加计扣除30%—50%，出水量为100～150吨。\n"),
    ),
)
def percent_range(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every range with one percent sign."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "%"):
        span = stream.span(*match.span())
        raw = document.text.slice(span)
        first = stream.span(match.end(1), match.end(1))
        right = f"{match[1]}%{match[2]}{match[3]}%"
        fix = Fix("safe", (Edit(first, raw[-1]),), Label("补上百分号", "add the percent sign"))
        yield Finding(span, {"words": match[0], "right": right}, fix=fix)
