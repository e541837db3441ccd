"""“第一”“首先”一类序次语后用了顿号。

依据 GB/T 15834-2011 附录B.3.1：“第”“其”字头序次语，或“首先”“其次”“最后”等做序次语时，后用逗号。
说明 “第一、”与“一、”两种序次语混用标点。
限度 只看段首；“第一、第二项”一类并列不报。

Summary 第一 or 首先 at the head of a paragraph is followed by 、.
Basis GB/T 15834-2011 annex B.3.1: such ordinals are followed by a comma.
Why The mark of 一、 was carried over.
Limits Heads of paragraphs only; 第一、第二项 is a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy("^(?:[第其][一二三四五六七八九十]{1,3}|首先|其次|再次|最后)(、)(?![第其])", re.MULTILINE)


@check(
    code="FM023",
    name="ordinal-mark",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GB/T 15834-2011 B.3.1",
    strength="must",
    message={
        "zh": "序次语“{words}”之后用逗号，不用顿号",
        "en": "a comma follows the ordinal of “{words}”, no 、",
    },
    examples=(
        Bad("工作中要把握以下几点：\n\n第一[[、]]提高认识。\n\n其次[[、]]落实责任。\n"),
        Good("第一、第二项由市财政局负责。\n\n第一，提高认识。\n"),
    ),
)
def ordinal_mark(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every such ordinal with a 、."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "一、", "二、", "三、", "先、", "次、", "后、"):
        place = stream.span(*match.span(1))
        fix = Fix("safe", (Edit(place, "，"),), Label("改为逗号", "write a comma"))
        yield Finding(place, {"words": around(document, *match.span(1), 4)}, fix=fix)
