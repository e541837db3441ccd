"""声明的级数与列出的级别数目不符。

依据 文件内部矛盾：“分为四级”之后应当列出四个级别。
说明 一句之内“Ⅰ级、Ⅱ级、Ⅲ级四个等级”，或者总说“预警分为四级”而分述只有三级，读者无从知道缺的是哪一级。
事件分四级、响应分三级是常见安排，预警、响应、事件各自比较。
限度 声明与分述要能对应：同一节之下的各级，或者全文唯一的预警分级、响应分级；“重大及以上”合并了两级的只作警告。

Summary The number of levels declared differs from the number listed.
Basis A contradiction within the text: “four levels” is followed by four.
Why 分为四级 with three levels listed leaves open which one is missing. Events in four levels and responses in three are
common, so events, warnings and responses are compared each for itself.
Limits Statement and list must belong together: levels below the same section, or the only scale of warnings or
responses of the document; where one heading merges levels (重大及以上) it is a warning.
"""

from __future__ import annotations

from typing import Any

from linter.facts.bands import DeclaredLevels, Scale, declared_levels, names_in, scales
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Options, Related, Severity, check, needs
from linter.language.pattern import lazy

_MERGED = lazy(r"以上|以下|[、和]")


@check(
    code="LV001",
    name="level-count",
    severity="error",
    reads=(declared_levels, scales),
    needs=needs("lines", "tables"),
    message={
        "zh": "“{words}”声明{declared}级，列出的是{listed}级：{names}",
        "en": "“{words}” declares {declared} levels, but {listed} are listed: {names}",
    },
    examples=(
        Bad("4.2 分级响应\n\n应急响应设定为[[[[~Ⅰ级、Ⅱ级、Ⅲ级]]四个等级]]，Ⅰ级为最高级别。\n"),
        Bad(
            "3.2 预警分级\n\n预警分为[[四级]]。\n\n3.2.1 [[~一级]]预警\n\n大雾。\n\n3.2.2 [[~二级]]预警\n\n中雾。\n\n"
            "3.2.3 [[~三级]]预警\n\n小雾。\n"
        ),
        Good(
            "1.4 事件分级\n\n按照严重程度，分为特别重大（Ⅰ级）、重大（Ⅱ级）、较大（Ⅲ级）和一般（Ⅳ级）四级。\n\n"
            "4.2 响应分级\n\n应急响应分为三级。\n\n4.2.1 Ⅰ级响应\n\n全省。\n\n4.2.2 Ⅱ级响应\n\n"
            "全市。\n\n4.2.3 Ⅲ级响应\n\n全县。\n"
        ),
        Good(
            "4.2 应急响应\n\n应急响应分为四级。\n\n4.2.1 Ⅰ级响应\n\n全省。\n\n4.2.2 Ⅱ级响应\n\n全市。\n\n"
            "4.2.3 Ⅲ级、Ⅳ级响应\n\n全县。\n"
        ),
        Good("1.4 事件分级\n\n突发事件分为四级，其中Ⅰ级、Ⅱ级由省级人民政府负责应对。\n"),
    ),
)
def level_count(document: Document, options: Options) -> Findings:
    """Yield the statements whose own list, or whose scale, has another number of levels."""
    for one in document.read(declared_levels):
        if one.names and len(one.names) != one.declared:
            span = one.paragraph.span(one.names[0].start, one.names[-1].end)
            yield _finding(one, len(one.names), [name.words for name in one.names], (span,), None)
            continue
        scale = _scale(document, one)
        if scale and len(scale.levels) != one.declared and not _named_together(document, scale):
            severity: Severity | None = "warning" if any(_MERGED.search(level.head) for level in scale.levels) else None
            spans = tuple(level.span for level in scale.levels)
            yield _finding(one, len(scale.levels), [level.name.words for level in scale.levels], spans, severity)


def _finding(
    one: DeclaredLevels, listed: int, names: list[str], spans: tuple[Any, ...], severity: Severity | None
) -> Finding:
    args = {"words": one.words, "declared": one.declared, "listed": listed, "names": "、".join(names)}
    related = tuple(Related(span, Label("列出的级别", "a level listed")) for span in spans)
    return Finding(one.span, args, related, severity=severity)


def _named_together(document: Document, scale: Scale) -> bool:
    """Whether a heading beside those of the levels names several at once: 4.2.3 Ⅲ级、Ⅳ级响应."""
    if scale.section < 0:
        return False
    vocabulary = scale.levels[0].name.vocabulary
    parent = document.sections[scale.section].parent
    beside = document.sections[parent].children if parent >= 0 else ()
    named = [names_in(document.sections[index].title) for index in beside]
    return any(len({name.rank for name in names if name.vocabulary == vocabulary}) > 1 for names in named)


def _scale(document: Document, one: DeclaredLevels) -> Scale | None:
    """The scale that a statement announces: below its section, else the only one of its kind."""
    found = [scale for scale in document.read(scales) if scale.kind == one.kind and scale.graded]
    at = one.paragraph.source(one.start)
    section = document.section_at(at)
    below = [
        scale
        for scale in found
        if section and scale.section >= 0 and document.sections[scale.section].parent == section.index
    ]
    if below:
        return below[0]
    alone = len(found) == 1 and one.kind in {"warning", "response"}
    return found[0] if alone and found[0].section >= 0 else None
