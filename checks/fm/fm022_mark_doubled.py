"""两个点号连用。

依据 GB/T 15834-2011 4.1至4.7：一处停顿用一个点号。
说明 “，，”“；。”多是修改时没有删净的标点。
限度 省略号、引号前后的点号和表格里的占位不看。

Summary Two points stand together.
Basis GB/T 15834-2011 4.1 to 4.7: one pause takes one mark.
Why The second is left over from an edit.
Limits Ellipses, marks beside quotation marks and fillers in tables are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.model import Document

_PATTERN = lazy(
    r"(?:(?<=[^\W\d_A-Za-z])|(?<=[”》)]))(?:[,;、]{2}|。。|[,、;:]。|。[,、;:]|[,、]:)(?![,;、。:.])|(?<=\d)\.\.(?=\d)"
)


@check(
    code="FM022",
    name="mark-doubled",
    severity="warning",
    reads=(own_words,),
    norm="GB/T 15834-2011 4",
    strength="must",
    message={
        "zh": "点号“{marks}”连用：“{words}”",
        "en": "two points “{marks}” stand together: “{words}”",
    },
    examples=(
        Bad("第三条 建立健全责任制[[，，]]落实工作经费[[；。]]\n"),
        Bad(
            "第八条 做好信息报送工作[[，，]]及时发布预警。\n",
            fixed="第八条 做好信息报送工作，及时发布预警。\n",
        ),
        Bad("三、制造业增长4[[..]]5%，建筑业增长3.2%。\n"),
        Good("第三条 建立健全责任制，落实工作经费。“应急，演练”。等等……\n"),
    ),
)
def mark_doubled(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every pair of points."""
    stream = document.read(flow)
    for match in search(
        document,
        _PATTERN,
        ",,",
        ";;",
        "、、",
        "。。",
        "。,",
        ",。",
        "、。",
        ";。",
        ":。",
        "..",
        "。、",
        "。;",
        "。:",
        ",、",
        "、,",
        ",;",
        ";,",
        "、;",
        ";、",
        ",:",
        "、:",
    ):
        span = stream.span(*match.span())
        words = around(document, *match.span())
        fix = None
        if match[0][0] == match[0][1]:
            fix = Fix("safe", (Edit(Span(span.end - 1, span.end), ""),), Label("删去一个", "delete one"))
        yield Finding(span, {"marks": match[0], "words": words}, fix=fix)
