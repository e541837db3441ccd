"""阿拉伯数字与“十、百、千”混写。

依据 GB/T 15835-2011：阿拉伯数字后只可以接“万”“亿”，“5000元”不写作“5千元”。
说明 “3百万元”一类写法容易漏读、误读，金额条款里尤其如此。
限度 千瓦、千克、百帕一类计量单位不算；标准对政府公文是参照执行，只作提示。

Summary Arabic digits are mixed with 十, 百 or 千.
Basis GB/T 15835-2011: Arabic digits combine with 万 and 亿 only (5000元, not 5千元).
Why 3百万元 is easily misread, in clauses about money above all.
Limits Units such as 千瓦 and 百帕 are not meant; a note, as the standard is followed by choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import around, flow, own_words, search
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding
from linter.language.pattern import lazy
from linter.structure.model import Document

_PATTERN = lazy(r"(?<![\d.])\d+(?:\.\d+)?[十百千](?!万?[瓦克米伏卡帕赫分字安乏焦])(?=[万亿元人名余多])")


@check(
    code="FM016",
    name="numeral-blend",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GB/T 15835-2011 4.1.3",
    strength="should",
    message={
        "zh": "“{words}”把阿拉伯数字与汉字数字混写",
        "en": "“{words}” mixes Arabic digits with Chinese numerals",
    },
    examples=(
        Bad("第七条 处[[5千]]元以上罚款。\n"),
        Good("第七条 处5000元以上1万元以下罚款，装机容量3千瓦，成功率百分之五。\n"),
    ),
)
def numeral_blend(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every number of digits and 十, 百 or 千."""
    stream = document.read(flow)
    for match in search(document, _PATTERN, "十", "百", "千"):
        yield Finding(stream.span(*match.span()), {"words": around(document, *match.span(), 4)})
