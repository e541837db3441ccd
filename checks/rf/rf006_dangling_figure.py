"""引用的图、表不存在。

依据 文件内部矛盾：“见表3”“如下表所示”应当有那张表；GB/T 9704-2012 7.3.7 要求附件齐全。
说明 正文依赖的图表缺失或者序号有误，读者看不到所说的内容。
限度 没有图题、表题的文件，图表可能在转换中丢失，不报；同类图表至少有三个题名，或者从1连续编号、
每张表都有题名，所引序号不在其中时才报；
“下表”只在文件的表都在它之前时报。附表、附图由 RF001 报告。

Summary A table or figure is referred to that is not there.
Basis A contradiction within the text: 见表3 needs a table 3; attachments must be complete (GB/T 9704-2012 7.3.7).
Why What the text rests on is missing, or its number is wrong.
Limits A text without captions may have lost them in conversion: silent; three captions of the kind are needed, or
captions that count from 1 over every table.
"""

import re
from collections.abc import Mapping

from linter.facts.base import Flow, flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see
from linter.language import lazy

# 表3, 图 10.1-2; not 附表3 (an appendix), 视力表5.0 (a name), 图2人 (a quantity).
_NUMBERED = lazy(r"(?P<kind>[表图]|专栏) ?(?P<number>\d{1,2}(?:[.\-]\d{1,2}){0,3})(?![\d.\-]|[年月日份张个人])")
_CITED = lazy(r"(?:[见如按照至及和、(由与在于]|{BASIS}|所示|符合|满足)$")
_NEXT = lazy(r"(?:[见如按]|列入|符合|{BASIS})(?P<words>下表)")
_CAPTIONS = 3
# 按照式(3)计算, and the number at the end of an equation: Q=q1/Q1+q2/Q2 (1).
_EQUATION = lazy(r"公?式 ?\((?P<cited>\d{1,2})\)|(?<=\n)[^\n。;,]{0,80}=[^\n。;,]{0,80}\((?P<number>\d{1,2})\)(?=\n)")
_KINDS = ("表", "图", "专栏", "式")


@check(
    code="RF006",
    name="dangling-figure",
    severity="warning",
    reads=(flow, own_words),
    needs=needs("lines", "tables", silent=("transcript", "dialogue")),
    message={
        "zh": "引用的“{name}”不存在",
        "en": "“{name}” is referred to and is not there",
    },
    examples=(
        Bad(
            "海州市防汛手册\n\n一、分级\n\n分级标准见表1，水位见[[表5]]。\n\n[[~表1]] 分级标准\n\n"
            "一级\t二级\n30人\t10人\n\n"
            "表2 雨量标准\n\n一级\t二级\n100毫米\t50毫米\n\n表3 水位标准\n\n一级\t二级\n3米\t2米\n"
        ),
        Bad(
            "海州市供水手册\n\n一、水价\n\n用途\t水价\n居民\t2.5元\n工业\t3.5元\n\n二、联系方式\n\n"
            "各单位的联系方式见[[下表]]。\n"
        ),
        Bad(
            "海州市应急规划\n\n一、目标\n\n[[~专栏1]] 主要指标\n\n死亡人数下降。\n\n专栏2 重点工程\n\n建站15座。\n\n"
            "二、救援\n\n具体布局见[[专栏4]]。\n\n专栏3 救援站布局\n\n城北区2座。\n"
        ),
        Bad(
            "指南\n\n按式（1）计算。\n\nQ=q/n[[~（1）]]\n\n按式（2）修正。\n\nM=a+b[[~（2）]]\n\n结果由[[式（4）]]得出。\n"
        ),
        Good(
            "海州市防汛手册\n\n一、分级\n\n分级标准见表1，驾驶人视力应达到对数视力表5.0以上。\n\n"
            "表1 分级标准\n\n一级\t二级\n30人\t10人\n"
        ),
    ),
)
def dangling_figure(document: Document, options: Options) -> Findings:
    """One finding a number without a caption, and one a 下表 behind the last table."""
    text = document.read(own_words)
    if not any(kind in text for kind in _KINDS):
        return
    captions, cited = _named(text, document.read(flow))
    for kind, number, span in cited:
        known = captions[kind]
        if number not in known and _are_all(document, kind, known) and not _captioned(document, kind, number):
            related = tuple(see(place, "现有的图表", "a caption that stands") for place in list(known.values())[:3])
            yield Finding(span, {"name": document.text.slice(span)}, related)
    yield from _next(document, text)


def _named(text: str, stream: Flow) -> tuple[dict[str, dict[str, Span]], list[tuple[str, str, Span]]]:
    """The places of captions by kind and number, and what is cited: kind, number, place."""
    captions: dict[str, dict[str, Span]] = {kind: {} for kind in _KINDS}
    cited: list[tuple[str, str, Span]] = []
    for match in _NUMBERED.finditer(text):
        span = stream.span(*match.span())
        if stream.unit_at(match.start()).start == match.start():
            captions[match["kind"]].setdefault(match["number"], span)
        elif _CITED.search(text, max(0, match.start() - 3), match.start()):
            cited.append((match["kind"], match["number"], span))
    for match in _EQUATION.finditer(text) if "式(" in text or "式 (" in text else ():
        number = match["cited"] or match["number"]
        if match["cited"]:
            cited.append(("式", number, stream.span(*match.span())))
        else:
            captions["式"].setdefault(number, stream.span(match.start("number") - 1, match.end()))
    return captions, cited


def _next(document: Document, text: str) -> Findings:
    """下表 behind the last table."""
    stream = document.read(flow)
    tables = document.tables
    for match in _NEXT.finditer(text) if tables and "下表" in text else ():
        span = stream.span(*match.span("words"))
        if all(table.span.end < span.start for table in tables):
            yield Finding(span, {"name": match["words"]})


def _are_all(document: Document, kind: str, known: Mapping[str, Span]) -> bool:
    """Whether no caption of a kind was lost: there are many, or they count from 1 and each table has its own."""
    counted = set(known) == {str(number) for number in range(1, len(known) + 1)}
    each = len(document.tables) == len(known) if kind == "表" else len(known) > 1
    return len(known) >= _CAPTIONS or (bool(known) and counted and each)


def _captioned(document: Document, kind: str, number: str) -> bool:
    """Whether a caption stands in a line of its own or behind a sentence, joined to other words by mistake."""
    words = document.text.normal[document.span.start : document.span.end]
    caption = rf"(?:^|[。;\t>])[ #*]*{kind} ?{re.escape(number)}(?![\d.\-])"
    if kind == "式":  # an equation that is a picture leaves its number behind
        caption = rf"\({number}\) *$"
    return bool(re.search(caption, words, re.MULTILINE))
