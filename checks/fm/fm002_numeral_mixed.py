"""同一文件里级别的罗马数字有的用Ⅱ，有的用拉丁字母II。

依据 文件自身：同一种级别应当用同一种写法；国家级预案用U+2160—U+2163的Ⅰ—Ⅳ。
说明 “Ⅱ级响应”与“II级响应”看起来相近，检索、对照和朗读时却是两个词，常见于拼凑和识别的文稿。
限度 一份文件报一处，位置取少数的那种写法；只看“级、类、期、型、度、档、等”之前的数字，V型、X型指形状的不算。

Summary One document writes the numerals of its levels both as Ⅱ and as Latin letters II.
Basis The document itself: one kind of level takes one form.
Why The two look alike but are different words to search, comparison and speech.
Limits One finding a document and kind, at the rarer form; only before 级, 类 and the like.
"""

from collections import defaultdict

from linter.facts.base import Roman, flow, romans
from linter.kernel.check import Bad, Document, Edit, Finding, Findings, Fix, Good, Label, Options, check, needs, see

_SIGNS = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ", "VI": "Ⅵ", "VII": "Ⅶ", "VIII": "Ⅷ", "IX": "Ⅸ", "X": "Ⅹ"}
_LETTERS = {sign: letters for letters, sign in _SIGNS.items()}
# More related places than this tell a reader nothing new.
_CAP = 40


@check(
    code="FM002",
    name="numeral-mixed",
    severity="warning",
    reads=(romans,),
    needs=needs("marks"),
    message={
        "zh": "“{words}{counted}”共{few}处，同一文件另有{many}处写作“{other}{counted}”：罗马数字写法不统一",
        "en": "{words}{counted} in {few:# place|# places}, {other}{counted} in {many}: two forms of one numeral",
    },
    examples=(
        Bad(
            "4.2.1 [[~Ⅰ]]级响应\n\n启动Ⅰ级响应后，市指挥部组织处置。\n\n"
            "4.2.2 [[II]]级响应\n\n启动Ⅱ级响应后，县指挥部组织处置。\n",
            fixed="4.2.1 Ⅰ级响应\n\n启动Ⅰ级响应后，市指挥部组织处置。\n\n"
            "4.2.2 Ⅱ级响应\n\n启动Ⅱ级响应后，县指挥部组织处置。\n",
        ),
        Bad("第三条 事件分为[[~I]]级、II级、III级。\n\n第四条 [[Ⅱ]]级事件由省人民政府处置。\n"),
        Good("第三条 事件分为Ⅰ级、Ⅱ级、Ⅲ级和Ⅳ级。开挖V型槽，生产I类产品。\n"),
    ),
)
def numeral_mixed(document: Document, options: Options) -> Findings:
    """One finding for what is counted, at the first of the rarer form."""
    kinds: defaultdict[str, list[Roman]] = defaultdict(list)
    for one in document.read(romans):
        kinds[one.counted].append(one)
    for counted, found in kinds.items():
        latin = [one for one in found if one.latin]
        signs = [one for one in found if not one.latin]
        if latin and signs:
            yield _mixed(document, counted, *sorted((latin, signs), key=len))


def _mixed(document: Document, counted: str, few: list[Roman], many: list[Roman]) -> Finding:
    stream = document.read(flow)
    text = stream.text
    spans = [stream.span(one.start, one.end) for one in few]
    related = [see(span, "同样的写法", "written the same") for span in spans[1:_CAP]]
    first = many[0]
    related.append(see(stream.span(first.start, first.end), "另一种写法", "the other form"))
    table = _SIGNS if few[0].latin else _LETTERS
    edits = [
        Edit(span, table[text[one.start : one.end]])
        for one, span in zip(few, spans, strict=True)
        if text[one.start : one.end] in table
    ]
    return Finding(
        spans[0],
        {
            "words": text[few[0].start : few[0].end],
            "few": len(few),
            "many": len(many),
            "other": text[first.start : first.end],
            "counted": counted,
        },
        related=tuple(related),
        fix=Fix("unsafe", tuple(edits), Label("改为多数的写法", "write the common form")) if edits else None,
    )
