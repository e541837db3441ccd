"""声明的级数与列出的级别数目不符。

依据 文件内部矛盾：“分为四级”之后应当列出四个级别。
说明 一句之内“Ⅰ级、Ⅱ级、Ⅲ级四个等级”，或者总说“预警分为四级”而分述只有三级，读者无从知道缺的是哪一级。
事件分四级、响应分三级是常见安排，预警、响应、事件各自比较。
限度 声明与分述要能对应：同一节之下的各级，或者全文唯一的预警分级、响应分级；“重大及以上”合并了两级的只作警告；
列全的预警、响应级别之外，“发布紫色预警”“Ⅴ级响应”这样直接写、只写一次的级别才报。

Summary The number of levels declared differs from the number listed.
Basis A contradiction within the text: “four levels” is followed by four.
Why 分为四级 with three levels listed leaves open which one is missing. Events in four levels and responses in three are
common, so events, warnings and responses are compared each for itself.
Limits Statement and list must belong together: levels below the same section, or the only scale of warnings or
responses of the document; where one heading merges levels (重大及以上) it is a warning.
A level beyond a full list is told where it is named once, with nothing between the verb and it.
"""

import re
from typing import Any

from linter.facts.bands import DeclaredLevels, LevelName, Scale, declared_levels, names_in, scales
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, check, needs, see
from linter.language import ROMAN, lazy, ordinal
from linter.structure import Paragraph

# A list of two is seldom all; 发布紫色预警, Ⅴ级响应, not 暴雨蓝色预警 or 省级Ⅳ级响应.
_FEW = 3
_NAMED = lazy(
    r"(?:(?<=发布)|(?<=启动)|(?<=进入)|(?<=解除)|(?<=终止)|(?<=[。;])|^)"
    r"(?P<level>(?P<colour>[红橙黄蓝紫白]色)|" + ROMAN + r"级|[一二三四五六]级)(?:应急)?(?P<kind>预警|响应)"
)
# 隐患等级由高到低分为一级、二级、三级、四级; 五级隐患.
_LISTED = lazy(r"(?<=分为)(?:[一二三四五六]级[、和及]?){3,6}(?=[,。;])")
_OF_LEVEL = lazy(r"(?<![第、和一二三四五六])(?P<level>[一二三四五六]级)(?P<noun>[^\W\d_]{2})")
# 市级预案已有规定的不再重复,本县规定下列两级: what follows is so many of them.
_FOLLOWING = lazy(r"(?:下列|以下|如下)([二两三四五2-5])个?(?:级|等级)")
# So far below a statement begins what it announces.
_NEXT = 4
_MERGED = lazy(r"以上|以下|[、和]")
_GIVEN = lazy(r"的,?(?:{COPULA}|启动|发布|进入)[^,;。]{0,4}$")


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
    messages={
        "beyond": {
            "zh": "“{name}”不在“{words}”之列",
            "en": "“{name}” is none of the levels of “{words}”",
        },
    },
    examples=(
        Bad("4.2 分级响应\n\n应急响应设定为[[[[~Ⅰ级、Ⅱ级、Ⅲ级]]四个等级]]，Ⅰ级为最高级别。\n"),
        Bad("预警级别划分为[[三个等级]]，由高到低依次用[[~红色、橙色、黄色、蓝色]]表示。\n"),
        Bad(
            "3.2 预警分级\n\n预警分为[[四级]]。\n\n3.2.1 [[~一级]]预警\n\n大雾。\n\n3.2.2 [[~二级]]预警\n\n中雾。\n\n"
            "3.2.3 [[~三级]]预警\n\n小雾。\n"
        ),
        Bad(
            "一、按年用电量分为[[四档]]：\n\n[[~第一档]]：2000千瓦时以下，每千瓦时0.5元；\n\n[[~第二档]]：2001千瓦时至3000千瓦时，"
            "每千瓦时0.6元；\n\n[[~第三档]]：3001千瓦时以上，每千瓦时0.8元。\n"
        ),
        Bad(
            "记分表\n\n档次\t行为\t记分\n[[~一档]]\t超出高度不足30米\t1\n[[~二档]]\t超出高度30米以上不足60米\t3\n"
            "[[~三档]]\t超出高度60米以上\t6\n\n本办法记分共分[[四档]]。\n"
        ),
        Bad(
            "预警信号由重到轻依次为[[[[~红色、橙色、黄色、蓝色]]三级]]。\n\n信用等级为[[四级]]：[[~A级、B级、C级]]。\n\n[[五个等级]]"
            "（[[~优秀、良好、合格、不合格]]）由评审委员会认定。\n"
        ),
        Good(
            "河道分为一级河道、二级河道、三级河道、四级河道，一级、二级、三级三个级别的河道由市级管理，四级河道由县级管理。"
            "风险由高到低划分为重大风险、较大风险、一般风险和低风险四级。\n"
        ),
        Good(
            "发生红色、橙色、黄色三级以上预警时，实行四级响应：Ⅰ级、Ⅱ级响应由省启动。信用等级为四级：A级、B级、C级、D级。"
            "五个等级（优秀、良好、中等、合格、不合格）由评审委员会认定。按三级标准评定：一级标准见附件1，二级标准见附件2。\n"
        ),
        Good(
            "1.4 事件分级\n\n按照严重程度，分为特别重大（Ⅰ级）、重大（Ⅱ级）、较大（Ⅲ级）和一般（Ⅳ级）四级。\n\n"
            "4.2 响应分级\n\n应急响应分为三级。\n\n4.2.1 Ⅰ级响应\n\n全省。\n\n4.2.2 Ⅱ级响应\n\n"
            "全市。\n\n4.2.3 Ⅲ级响应\n\n全县。\n"
        ),
        Bad(
            "4.1 响应分级\n\n应急响应分为[[~Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级四个等级]]。\n\n4.2 响应终止\n\n"
            "[[Ⅴ级]]响应的终止由指挥部办公室决定。\n"
        ),
        Good(
            "1.4 事故分级\n\n食品安全事故分为四级，即特别重大、重大、较大和一般事故。"
            "特别重大、重大事故按照国家预案执行，本县规定下列两级：\n\n（1）较大食品安全事故：伤害人数100人以上的。\n\n"
            "（2）一般食品安全事故：伤害人数30人以上99人以下的。\n"
        ),
        Good(
            "3.2 预警分级\n\n干旱预警分为红色、橙色、黄色三级。\n\n3.3 预警行动\n\n"
            "气象部门发布暴雨蓝色预警时，有关单位加强值守。省防汛抗旱指挥部启动Ⅳ级响应时，相应启动Ⅲ级响应。\n"
        ),
        Good(
            "4.1.1 蓝色预警\n\n发布蓝色预警。\n\n4.1.2 黄色预警\n\n发布黄色预警。\n\n"
            "4.1.3 橙色预警\n\n雨量100毫米以上的，发布橙色预警。\n\n"
            "4.1.4 红色预警\n\n雨量200毫米以上的，发布红色预警。\n\n"
            "4.2 权限\n\n上述三个等级的预警由市局发布，红色预警由省局发布。\n"
        ),
        Good(
            "第一条　火险预警分为蓝色、黄色、橙色三个等级。\n\n第二条　符合下列条件之一的，发布橙色预警：\n\n"
            "（一）连续20日无降水；\n\n（二）风力5级以上。\n\n第三条　符合下列条件之一的，发布黄色预警：\n\n"
            "（一）连续15日无降水；\n\n（二）风力4级以上。\n\n"
            "第四条　连续10日无降水的，发布蓝色预警。\n"
        ),
        Bad(
            "第一条 隐患分为[[~一级、二级、三级]]，一级最重。\n\n"
            "第二条 一级隐患由市督办；二级隐患由县督办；三级隐患由镇督办。\n\n第三条 [[四级]]隐患整改后应当销号。\n"
        ),
    ),
)
def level_count(document: Document, options: Options) -> Findings:
    """Yield the statements whose own list, or whose scale, has another number of levels."""
    yield from _beyond(document)
    yield from _beyond_list(document)
    for one in document.read(declared_levels):
        if one.names and len(one.names) != one.declared:
            span = one.paragraph.span(one.names[0].start, one.names[-1].end)
            yield _finding(one, len(one.names), [name.words for name in one.names], (span,), None)
            continue
        scale = _scale(document, one)
        told = _FOLLOWING.search(one.paragraph.text) if scale else None
        if scale and told and ordinal(told[1]) == len(scale.levels):
            continue
        if not scale or len(scale.levels) == one.declared or _named_together(document, scale):
            continue
        if len({level.name.rank for level in scale.levels} | _told_besides(document, scale)) != one.declared:
            severity: Severity | None = "warning" if any(_MERGED.search(level.head) for level in scale.levels) else None
            spans = tuple(level.span for level in scale.levels)
            yield _finding(one, len(scale.levels), [level.name.words for level in scale.levels], spans, severity)


def _beyond(document: Document) -> Findings:
    """Levels of warnings and responses named beyond the only list of these that the document gives."""
    stated = [one for one in document.read(declared_levels) if one.kind != "event"]
    for kind, word in (("warning", "预警"), ("response", "响应")):
        lists = [one for one in stated if one.kind == kind]
        if len(lists) != 1 or len(lists[0].names) != lists[0].declared or lists[0].declared < _FEW:
            continue
        own, vocabulary = {name.words for name in lists[0].names}, lists[0].names[0].vocabulary
        found = [
            (paragraph, match)
            for paragraph in document.paragraphs
            if word in paragraph.text
            for match in _NAMED.finditer(paragraph.text)
            if match["kind"] == word and (match["colour"] is None) is (vocabulary == "numeral")
        ]
        odd = [one for one in found if one[1]["level"] not in own]
        # What is named so more than once is the scale of somebody else.
        if len(odd) == 1:
            yield _outside(lists[0], *odd[0])


def _beyond_list(document: Document) -> Findings:
    """五级隐患, where 隐患等级分为一级、二级、三级、四级 and every other 隐患 is of these: named once."""
    lists = [
        (paragraph, match)
        for paragraph in document.paragraphs
        if "分为" in paragraph.text
        for match in _LISTED.finditer(paragraph.text)
    ]
    names = [names_in(paragraph.text, *match.span()) for paragraph, match in lists]
    if len(lists) != 1 or [name.rank for name in names[0]] != list(range(1, len(names[0]) + 1)):
        return
    (paragraph, match), last = lists[0], len(names[0])
    named: dict[str, list[tuple[Paragraph, LevelName]]] = {}
    for other in document.paragraphs:
        for one in _OF_LEVEL.finditer(other.text) if "级" in other.text else ():
            named.setdefault(one["noun"], []).extend((other, name) for name in names_in(other.text, *one.span("level")))
    for noun, found in named.items():
        odd = [(other, name) for other, name in found if name.rank > last]
        if len(odd) == 1 and len({name.rank for _, name in found if name.rank <= last}) > 1:
            (place, name), words = odd[0], match[0]
            related = (see(paragraph.span(*match.span()), "列出的级别", "the levels listed"),)
            args = {"name": name.words + noun, "words": words}
            yield Finding(place.span(name.start, name.end), args, related, message="beyond")


def _outside(one: DeclaredLevels, paragraph: Paragraph, match: re.Match[str]) -> Finding:
    args = {"name": match["level"] + match["kind"], "words": one.words}
    related = (see(one.span, "列出的级别", "the levels listed"),)
    return Finding(paragraph.span(*match.span("level")), args, related, message="beyond")


def _finding(
    one: DeclaredLevels, listed: int, names: list[str], spans: tuple[Any, ...], severity: Severity | None
) -> Finding:
    args = {"words": one.words, "declared": one.declared, "listed": listed, "names": "、".join(names)}
    related = tuple(see(span, "列出的级别", "a level listed") for span in spans)
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


def _told_besides(document: Document, scale: Scale) -> set[int]:
    """The ranks of levels that a sentence gives with their condition before them: …风力4级以上的,发布蓝色预警."""
    vocabulary = scale.levels[0].name.vocabulary
    return {
        name.rank
        for paragraph in document.paragraphs
        if "的" in paragraph.text
        for name in names_in(paragraph.text)
        if name.vocabulary == vocabulary and _GIVEN.search(paragraph.text, max(0, name.start - 12), name.start)
    }


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
    above = one.paragraph.text.endswith(("以上", "上述"), 0, one.start)  # may be some of them
    alone = len(found) == 1 and one.kind in {"warning", "response"} and not above
    return found[0] if alone and found[0].section >= 0 else _announced(document, one)


def _announced(document: Document, one: DeclaredLevels) -> Scale | None:
    """The scale right below a statement that ends its paragraph (分为四档:), else the only one of its counting word."""
    found, end = document.read(scales), one.paragraph.span().end
    if one.paragraph.text[one.end :].strip("进行评定管理:。") == "":
        below = [scale for scale in found if 0 <= scale.span.start - end <= _NEXT and _counts_on(scale)]
        if below:
            return below[0]
    if one.paragraph.text.endswith(("以上", "上述"), 0, one.start):
        start = one.paragraph.span().start
        return next((scale for scale in found if 0 <= start - scale.span.end <= _NEXT and _counts_on(scale)), None)
    sign = one.words[-1]
    same = [scale for scale in found if scale.levels[0].name.vocabulary == f"ordinal:{sign}"]
    alone = len(same) == 1 and sum(other.words[-1] == sign for other in document.read(declared_levels)) == 1
    return same[0] if alone and _counts_on(same[0]) else None


def _counts_on(scale: Scale) -> bool:
    """Whether levels are counted from the first on, or down to it, without a gap."""
    ranks = sorted(level.name.rank for level in scale.levels)
    return len(ranks) > 2 and ranks == list(range(1, len(ranks) + 1))
