"""数值范围只在后一个数上写了“万”或者“亿”。

依据 GB/T 15835-2011：用“万”“亿”表示的数值范围，两个数都写单位，“9亿～16亿”不写作“9～16亿”。
说明 “5～10万元”可以读作5元到10万元，罚款和补助的条文里差别很大。
限度 标准对政府公文是参照执行，只作提示；年份、文号和编号里的数字不看。

Summary A range of amounts carries 万 or 亿 at the second number only.
Basis GB/T 15835-2011: both ends of such a range carry 万 or 亿, 9亿～16亿.
Why 5～10万元 can be read as from 5 yuan to 100,000 yuan.
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

_PATTERN = lazy(r"(?<![\d.\-—~至万亿年第〔])(\d+(?:\.\d+)?)(\s*[-–—~]\s*)(\d+(?:\.\d+)?)([万亿])(?!\d)")


@check(
    code="FM014",
    name="amount-range",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GB/T 15835-2011 5.1",
    strength="should",
    message={
        "zh": "数值范围“{words}”的前一个数缺少“{unit}”，应为“{right}”",
        "en": "the first number of the range “{words}” lacks {unit}: “{right}”",
    },
    examples=(
        Bad(
            "第六条 给予[[5～10万元]]的一次性补助。\n".replace("元]]", "]]元"),
            fixed="第六条 给予5万～10万元的一次性补助。\n",
        ),
        Good("第六条 2021—2025年给予5万～10万元的补助，处5万元以上10万元以下罚款。\n"),
    ),
)
def amount_range(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every range whose first number lacks the unit of its second."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "万", "亿"):
        span = stream.span(*match.span())
        first = stream.span(match.end(1), match.end(1))
        unit = match[4]
        right = f"{match[1]}{unit}{match[2]}{match[3]}{unit}"
        fix = Fix("unsafe", (Edit(first, unit),), Label(f"补上“{unit}”", f"add {unit}"))
        yield Finding(span, {"words": match[0], "unit": unit, "right": right}, fix=fix)
