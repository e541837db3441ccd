"""附注没有加圆括号。

依据 GB/T 9704-2012 7.3.6：如有附注，居左空二字加圆括号编排在成文日期下一行。
说明 “此件公开发布”不加括号，会被当作正文的一句话。
限度 只认“此件……”一类固定的附注，且独占一段。

Summary The annotation of a notice has no round brackets.
Basis GB/T 9704-2012 7.3.6: an annotation stands in round brackets below the date.
Why Without them it reads as a sentence of the text.
Limits Only the fixed annotations that begin with 此件, alone in a paragraph.
"""

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs
from linter.language import finds, lazy

_ANNOTATION = lazy(r"[\[【〔<]?(此件(?:(?:主动|依申请|不予?)公开|公开发布|发至[^,。()]{1,20}))[\]】〕>]?。?$")


@check(
    code="FM010",
    name="annotation-brackets",
    severity="warning",
    preview=True,
    reads=(flow,),
    norm="GB/T 9704-2012 7.3.6",
    strength="must",
    needs=needs("lines", script="simplified"),
    message={
        "zh": "附注“{words}”应当加圆括号",
        "en": "the annotation “{words}” is due in round brackets",
    },
    examples=(
        Bad(
            "请遵照执行。\n\n长沙市人民政府办公厅\n\n2022年3月1日\n\n[[此件主动公开]]\n",
            fixed="请遵照执行。\n\n长沙市人民政府办公厅\n\n2022年3月1日\n\n（此件主动公开）\n",
        ),
        Good("请遵照执行。\n\n长沙市人民政府办公厅\n\n2022年3月1日\n\n（此件主动公开）\n"),
    ),
)
def annotation_brackets(document: Document, options: Options) -> Findings:
    """An annotation without brackets, or in brackets of another kind."""
    stream = document.read(flow)
    for at in finds(stream.text, "此件"):
        paragraph = stream.unit_at(at).paragraph
        match = _ANNOTATION.match(paragraph.text)
        if match:
            span = paragraph.span()
            fix = mend("safe", span, f"（{match[1]}）", "加上圆括号", "add round brackets")
            yield Finding(span, {"words": match[1]}, fix=fix)
