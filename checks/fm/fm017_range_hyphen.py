"""数值范围用了短横线。

依据 GB/T 15834-2011 4.13.3：标示数值范围的起止用一字线或者浪纹线，短横线用于连接复合名词和编号。
说明 “10%-20%”的短横线容易看成减号。
限度 只看百分数和带万、亿的范围；电话、文号、标准号里的短横线是对的，不报。

Summary A range of values is written with a hyphen.
Basis GB/T 15834-2011 4.13.3: a dash or a wave marks a range, a hyphen joins compounds and codes.
Why The hyphen of 10%-20% looks like a minus.
Limits Ranges of percentages and of 万 or 亿 only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy(r"(?<=\d)(?:[%万亿](?:元|吨|人|亩)?)(-)(?=\d+(?:\.\d+)?[%万亿])")


@check(
    code="FM017",
    name="range-hyphen",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GB/T 15834-2011 4.13.3",
    strength="should",
    message={
        "zh": "数值范围“{words}”宜用“～”或者“—”",
        "en": "the range “{words}” is better written with ～ or —",
    },
    examples=(
        Bad("第四条 供需缺口达到10%[[-]]20%的，启动预案。\n", fixed="第四条 供需缺口达到10%～20%的，启动预案。\n"),
        Good("第四条 供需缺口达到10%～20%的，拨打0356-2198496。\n"),
    ),
)
def range_hyphen(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every hyphen between two amounts."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "-"):
        place = stream.span(*match.span(1))
        # A full-width hyphen serves as the dash in many fonts; the standard names no code point.
        if document.text.slice(place) != "-":
            continue
        fix = Fix("safe", (Edit(place, "～"),), Label("改为“～”", "write ～"))
        yield Finding(place, {"words": around(document, *match.span(1), 6)}, fix=fix)
