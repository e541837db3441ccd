"""同一级别有两种叫法：特大与特别重大，或者一个序号配了两个级别名。

依据 突发事件应对法第三条：突发事件分为特别重大、重大、较大和一般四级；“特大”是旧称。
说明 分级写“特大险情”，报告要求写“特别重大险情”，字面上是两级，适用时会有争议；宜统一用“特别重大”。
“重大（Ⅱ级）、较大（Ⅱ级）”，或者正文的Ⅰ级是特别重大、表中的Ⅰ级是重大，照哪一处定级都可能定错。
限度 只看本文件自己的分级所用的名词（险情、事故、事件……）；特大暴雨、特大洪水等气象水文用语和书名号内的文字不报；
序号只看紧挨着级别名的（括号内、相邻两格），事件、预警、响应各比各的，前后一致的自定分级（重大为Ⅰ级）不报。

Summary One level has two names: 特大 and 特别重大, or one numeral beside two names of levels.
Basis Emergency Response Law art. 3 names 特别重大, 重大, 较大 and 一般; 特大 is the older word.
Why If the scale says 特大险情 and the duty to report says 特别重大险情, these are two levels by their words.
With 重大（Ⅱ级） and 较大（Ⅱ级）, or a table whose Ⅰ级 is not that of the text, an event is graded wrongly.
Limits Read with the noun of the document's own scale only; 特大暴雨 and titles in 《》 are left out.
Numerals are read right beside a name; events, warnings and responses are compared among themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from linter.facts.bands import declared_levels, level_conflicts, scales
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see
from linter.language import NamedTuple, lazy

_NOUN = lazy(r"{EVENT}|隐患")
_OTHER = {"特大": "特别重大", "特别重大": "特大"}
_SUBJECT = lazy(r"(?P<subject>[^,。;:、]{0,12}(?:{EVENT}|隐患))[^,。;:、]{0,8}(?:分为|划分为)$")
_REACH = 48
_QUOTED = lazy(r"《[^》]*》")
_BRACKETED = lazy(r"(\([^\W\d_]{2,12}\))[:。]?$")
_FEW = 2


@check(
    code="LV005",
    name="level-name-drift",
    severity="warning",
    reads=(scales, declared_levels, level_conflicts),
    norm="突发事件应对法 3",
    strength="must",
    message={
        "zh": "“{words}”与本文件分级所用的“{own}”不一致",
        "en": "“{words}” is called “{own}” in the scale of this document",
    },
    messages={
        "same": {
            "zh": "“{words}”与“{own}”是两级，却用同一名称",
            "en": "“{words}” and “{own}” are two levels with one name",
        },
    },
    examples=(
        Bad(
            "（一）[[~特别重大]]事故，是指造成30人以上死亡的事故；\n\n"
            "（二）重大事故，是指造成10人以上死亡的事故。\n\n"
            "第五条　发生[[特大事故]]的，立即上报。\n"
        ),
        Bad("1.4 分级\n\n突发事件分为特别重大（Ⅰ级）、[[~重大（Ⅱ级]]）、[[较大（Ⅱ级]]）和一般（Ⅳ级）四级。\n"),
        Bad(
            "1.4 分级\n\n公路突发事件分为[[~特别重大（Ⅰ级]]）、重大（Ⅱ级）、较大（Ⅲ级）和一般（Ⅳ级），见下表。\n\n"
            "级别\t名称\t处置时间\nⅡ级\t重大\t12小时以上\n[[Ⅰ级]]\t重大\t24小时以上\n"
        ),
        Bad(
            "3.1 预警\n\n预警级别分为[[~Ⅰ级（特别严重]]）、Ⅱ级（严重）、[[Ⅲ级（一般]]）、[[~Ⅳ级（较重]]）。\n\n"
            "3.2 发布\n\nⅠ级（特别严重）预警由省政府发布。\n"
        ),
        Bad(
            "第三条　旅游突发事件分为[[~特别重大]]、重大、较大、一般四级。\n\n"
            "第四条　发生[[特大旅游突发事件]]的，应当在30分钟内报告。\n"
        ),
        Bad(
            "二、事件分级\n\n[[~Ⅰ级]]事件（警告事件）：非预期的死亡。\n\nⅡ级事件（不良后果事件）：造成功能损害。\n\n"
            "Ⅲ级事件（未造成后果事件）：未造成损害。\n\n[[Ⅳ级]]事件（警告事件）：及时发现错误。\n"
        ),
        Good("1.7 预警分为特别严重（Ⅰ级）、严重（Ⅱ级）、较严重（Ⅲ级）和一般（Ⅳ级）四级。\n"),
        Good(
            "1.4 分级\n\n突发事件分为特别重大（Ⅰ级）、重大（Ⅱ级）、较大（Ⅲ级）和一般（Ⅳ级）。\n\n"
            "4.1 启动Ⅰ级（特别重大、重大）、Ⅱ级（较大）、Ⅲ级（一般）应急响应。\n"
        ),
        Good("1.4 分级\n\n事故分为重大（Ⅰ级）、较大（Ⅱ级）、一般（Ⅲ级）三级，一般事故（Ⅲ级）由县处置。\n"),
        Good(
            "第三条　道路交通事故分为特别重大、重大、较大、一般四级。\n\n"
            "第四条　公安机关接报重特大道路交通事故后，应当报告。\n"
        ),
        Good(
            "4.1.1 特大险情\n\n造成30人以上死亡的险情。\n\n4.1.2 重大险情\n\n造成10人以上死亡的险情。\n\n"
            "4.2 遇有特大暴雨，依照《国家特别重大险情处置办法》报告特大险情。\n"
        ),
    ),
)
def level_name_drift(document: Document, options: Options) -> Findings:
    """Yield one finding a noun: the first use of the other name, the rest related; then the numerals of two names."""
    done: set[tuple[str, str]] = set()
    for own in (*_heads(document), *_declared(document)):
        noun = _NOUN.search(own.subject)
        if noun is None or (own.name, noun[0]) in done:
            continue
        done.add((own.name, noun[0]))
        uses = list(_uses(document, own.subject, _OTHER[own.name], noun[0]))
        if uses:
            related = [see(own.span, f"分级中的“{own.head}”", f"“{own.head}” in the scale")]
            related += [see(span, f"又见“{words}”", f"“{words}” again") for span, words in uses[1:]]
            yield Finding(uses[0][0], {"words": uses[0][1], "own": own.name}, tuple(related))
    yield from _same_name(document)
    for wrong, right in document.read(level_conflicts):
        related = [see(right.span, f"“{right.words}”", f"“{right.words}”")]
        related += [see(tie.span, f"“{tie.words}”", f"“{tie.words}”") for tie in wrong[1:]]
        yield Finding(wrong[0].span, {"words": wrong[0].words, "own": right.words}, tuple(related))


def _same_name(document: Document) -> Findings:
    """Two levels of a scale with one name in brackets, where each other one has its own: Ⅳ级事件(警告事件)."""
    for scale in document.read(scales):
        heads = [(level, match[1]) for level in scale.levels if (match := _BRACKETED.search(level.head))]
        names = [name for _, name in heads]
        if len(names) == len(scale.levels) > _FEW and len(set(names)) == len(names) - 1:
            first, again = [level for level, name in heads if names.count(name) > 1]
            related = see(first.span, f"同名的{first.name.words}", f"{first.name.words} of the same name")
            yield Finding(
                again.span,
                {"words": again.head.rstrip(":。"), "own": first.head.rstrip(":。")},
                (related,),
                message="same",
            )


class _Own(NamedTuple):
    """The first level of a scale as the document names it: what is graded, the name, its head and place."""

    subject: str
    name: str
    head: str
    span: Span


def _heads(document: Document) -> Iterator[_Own]:
    for scale in document.read(scales):
        for level in scale.levels:
            if level.name.words in _OTHER:
                yield _Own(scale.subject, level.name.words, level.head, level.span)
                break


def _declared(document: Document) -> Iterator[_Own]:
    """旅游突发事件分为特别重大、重大、较大和一般四级: what is graded stands before it."""
    for one in document.read(declared_levels):
        first = next((name for name in one.names if name.words in _OTHER), None)
        subject = _SUBJECT.search(one.paragraph.text, max(0, one.start - _REACH), one.start)
        if first and subject and one.kind == "event":
            span = one.paragraph.span(first.start, first.end)
            yield _Own(subject["subject"], first.words, first.words, span)


def _uses(document: Document, subject: str, word: str, noun: str) -> Iterator[tuple[Any, str]]:
    pattern = re.compile(rf"(?<!重){word}[^,。;:、《》]{{0,6}}?{noun}")
    for paragraph in document.paragraphs:
        if word not in paragraph.text:
            continue
        text = _QUOTED.sub(lambda match: "《" * len(match[0]), paragraph.text)
        for match in pattern.finditer(text):
            if _same_thing(subject, match[0], noun):
                yield paragraph.span(*match.span()), match[0]


def _same_thing(subject: str, words: str, noun: str) -> bool:
    """Whether what stands between name and noun belongs to the subject of the scale (突发环境 in 突发环境事件)."""
    between = words[: -len(noun)].removeprefix("特别重大").removeprefix("特大")
    return not between or between in subject
