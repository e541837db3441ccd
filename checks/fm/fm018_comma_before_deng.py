"""“等”字前用了顿号。

依据 GB/T 15834-2011 附录B.1.2：“等”“等等”之前不用顿号。
说明 “公安、交通、等部门”多是删减名单时留下的顿号。
限度 “甲、等候区”一类“等”字另有意思的不看，只看“等”后接标点或者“部门、单位、人员”一类的总括词。

Summary A 、 stands before 等.
Basis GB/T 15834-2011 annex B.1.2: no mark before 等.
Why The mark is left over when a list was shortened.
Limits Only where 等 sums up: before a mark or before 部门, 单位, 人员 and the like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy("、(?=等(?:[,。;)]|\\w{0,2}(?:部门|单位|人员|方面|工作|措施|有关|相关|内容|情况)))")


@check(
    code="FM018",
    name="comma-before-deng",
    severity="note",
    reads=(own_words,),
    norm="GB/T 15834-2011 B.1.2",
    strength="must",
    message={
        "zh": "“等”字前不用顿号：“{words}”",
        "en": "no 、 before 等: “{words}”",
    },
    examples=(
        Bad("由公安、交通运输[[、]]等部门按照职责分工负责。\n", fixed="由公安、交通运输等部门按照职责分工负责。\n"),
        Good("由公安、交通运输等部门负责，设置候车室、等候区。\n"),
    ),
)
def comma_before_deng(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every 、 before a summing 等."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "、等"):
        place = stream.span(*match.span(0))
        fix = Fix("safe", (Edit(place, ""),), Label("删去顿号", "delete the 、"))
        yield Finding(place, {"words": around(document, *match.span(0))}, fix=fix)
