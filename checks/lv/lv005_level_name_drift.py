"""同一分级的最高一级有两种叫法：特大与特别重大。

依据 突发事件应对法第三条：突发事件分为特别重大、重大、较大和一般四级；“特大”是旧称。
说明 分级写“特大险情”，报告要求写“特别重大险情”，字面上是两级，适用时会有争议；宜统一用“特别重大”。
限度 只看本文件自己的分级所用的名词（险情、事故、事件……）；特大暴雨、特大洪水等气象水文用语和书名号内的文字不报。

Summary The worst level of one scale has two names, 特大 and 特别重大.
Basis Emergency Response Law art. 3 names 特别重大, 重大, 较大 and 一般; 特大 is the older word.
Why If the scale says 特大险情 and the duty to report says 特别重大险情, these are two levels by their words.
Limits Read with the noun of the document's own scale only; 特大暴雨 and titles in 《》 are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linter.check import Bad, Good, check
from linter.facts.grading import Scale
from linter.facts.scales import scales
from linter.finding import Finding, Label, Related
from linter.lazy import lazy
from linter.structure.model import Document

_NOUN = lazy(r"事件|事故|险情|灾害|灾情|火灾|疫情|隐患")
_OTHER = {"特大": "特别重大", "特别重大": "特大"}
_QUOTED = lazy(r"《[^》]*》")


@check(
    code="LV005",
    name="level-name-drift",
    severity="warning",
    reads=(scales,),
    norm="突发事件应对法 3",
    strength="must",
    message={
        "zh": "“{words}”与本文件分级所用的“{own}”不一致",
        "en": "“{words}” is called “{own}” in the scale of this document",
    },
    examples=(
        Bad(
            "4.1.1 [[~特大]]险情\n\n造成30人以上死亡的险情。\n\n4.1.2 重大险情\n\n"
            "造成10人以上死亡的险情。\n\n4.2 信息报送\n\n"
            "发生重大、[[特别重大险情]]时，应当立即报告。\n"
        ),
        Bad(
            "（一）[[~特别重大]]事故，是指造成30人以上死亡的事故；\n\n"
            "（二）重大事故，是指造成10人以上死亡的事故。\n\n"
            "第五条　发生[[特大事故]]的，立即上报。\n"
        ),
        Good(
            "4.1.1 特大险情\n\n造成30人以上死亡的险情。\n\n4.1.2 重大险情\n\n造成10人以上死亡的险情。\n\n"
            "4.2 遇有特大暴雨，依照《国家特别重大险情处置办法》报告特大险情。\n"
        ),
        Good(
            "1.4.1 特别重大事件\n\n死亡30人以上。\n\n1.4.2 重大事件\n\n死亡10人以上。\n\n"
            "2.1 特大洪水、特大恶性案件另行规定。\n"
        ),
    ),
)
def level_name_drift(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield one finding a noun: the first use of the other name, the rest related."""
    done: set[tuple[str, str]] = set()
    for scale in document.read(scales):
        own = next((level for level in scale.levels if level.name.words in _OTHER), None)
        noun = _NOUN.search(scale.subject)
        if own is None or noun is None or (own.name.words, noun[0]) in done:
            continue
        done.add((own.name.words, noun[0]))
        uses = list(_uses(document, scale, _OTHER[own.name.words], noun[0]))
        if uses:
            related = [Related(own.span, Label(f"分级中的“{own.head}”", f"“{own.head}” in the scale"))]
            related += [Related(span, Label(f"又见“{words}”", f"“{words}” again")) for span, words in uses[1:]]
            yield Finding(uses[0][0], {"words": uses[0][1], "own": own.name.words}, tuple(related))


def _uses(document: Document, scale: Scale, word: str, noun: str) -> Iterator[tuple[Any, str]]:
    pattern = re.compile(rf"{word}[^,。;:、《》]{{0,6}}?{noun}")
    for paragraph in document.paragraphs:
        if word not in paragraph.text:
            continue
        text = _QUOTED.sub(lambda match: "《" * len(match[0]), paragraph.text)
        for match in pattern.finditer(text):
            if _same_thing(scale, match[0], noun):
                yield paragraph.span(*match.span()), match[0]


def _same_thing(scale: Scale, words: str, noun: str) -> bool:
    """Whether what stands between name and noun belongs to the subject of the scale (突发环境 in 突发环境事件)."""
    between = words[: -len(noun)].removeprefix("特别重大").removeprefix("特大")
    return not between or between in scale.subject
