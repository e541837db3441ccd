"""省略号与“等”字同时使用。

依据 GB/T 15834-2011 附录A.9.2：省略号不与“等”“等等”“什么的”同时使用。
说明 省略号和“等”意思重复，留一个即可；公文一般用“等”。
限度 引号、书名号里的文字不看。

Summary An ellipsis and 等 stand together.
Basis GB/T 15834-2011 annex A.9.2: an ellipsis is not used together with 等.
Why Both say the same; official texts keep 等.
Limits Quoted text is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy(r"(…+|\.{3,6})等")


@check(
    code="FM019",
    name="ellipsis-with-deng",
    severity="note",
    reads=(own_words,),
    norm="GB/T 15834-2011 A.9.2",
    strength="should",
    message={
        "zh": "省略号与“等”重复：“{words}”",
        "en": "an ellipsis and 等 say the same: “{words}”",
    },
    examples=(
        Bad("保障煤炭、电力、天然气[[……]]等能源供应。\n", fixed="保障煤炭、电力、天然气等能源供应。\n"),
        Good("保障煤炭、电力、天然气等能源供应。\n"),
    ),
)
def ellipsis_with_deng(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every ellipsis before 等."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "…等", "...等"):
        place = stream.span(*match.span(1))
        fix = Fix("safe", (Edit(place, ""),), Label("删去省略号", "delete the ellipsis"))
        yield Finding(place, {"words": around(document, *match.span(1))}, fix=fix)
