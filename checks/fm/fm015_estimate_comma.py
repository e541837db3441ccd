"""表示概数的相邻两个数字之间用了顿号。

依据 GB/T 15834-2011 4.5.3.4：相邻或相近两数字连用表示概数通常不用顿号，“三四个月”不写作“三、四个月”。
说明 加了顿号就成了两个数的并列，与“三四个”的意思不同。
限度 序数和简称的并列（第十九、二十条，一、二年级，二、三产业）用顿号是对的，不报。

Summary Two neighbouring numerals that make an estimate are parted by 、.
Basis GB/T 15834-2011 4.5.3.4: neighbouring numerals used as an estimate take no 、 (三四个月).
Why With 、 they are two numbers side by side, which means another thing.
Limits Ordinals and abbreviations (第十九、二十条, 一、二年级) take 、 and are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Edit, Finding, Fix, Label
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy(
    "(?<![第十百千万零〇、之一二三四五六七八九])([一二三四五六七八九])、([二三四五六七八九])(?=个月|个|天|次|名|[十百千万](?!分))"
    "(?!.[一二三四五六七八九、条款项级])"
)
_NEXT = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True))


@check(
    code="FM015",
    name="estimate-comma",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GB/T 15834-2011 4.5.3.4",
    strength="must",
    message={
        "zh": "概数“{words}”中间不用顿号，应为“{right}”",
        "en": "the estimate “{words}” takes no 、: “{right}”",
    },
    examples=(
        Bad("工程持续[[三、四]]个月，投入[[五、六]]十人。\n", fixed="工程持续三四个月，投入五六十人。\n"),
        Good("第十九、二十条规定的一、二年级学生，工程持续三四个月。\n"),
    ),
)
def estimate_comma(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every estimate with a 、 inside."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "、"):
        if _NEXT[match[1]] != match[2]:
            continue
        span = stream.span(match.start(1), match.end(2))
        comma = stream.span(match.end(1), match.start(2))
        fix = Fix("safe", (Edit(comma, ""),), Label("删去顿号", "delete the 、"))
        yield Finding(span, {"words": match[0], "right": match[1] + match[2]}, fix=fix)
