"""县级行政区划的并称在一处写成了另一个样子。

依据 文件自身：别处都写作“县（市、区）”，一处写作“市（县、区）”“县（区）”或者“市（县、市）”。
说明 并称漏了“市”，县级市就不在规定的范围里；前后颠倒、自相重复的是笔误。
限度 “县（市）”与“县（市、区）”所指不同，法规里常同时使用，不报；多数的写法至少五处才判断。

Summary The common name of the county-level divisions is written otherwise in one place.
Basis The document itself: elsewhere it writes 县（市、区）, here 市（县、区）, 县（区） or 市（县、市）.
Why Without 市 the county-level cities fall out of the rule; the other forms are slips.
Limits 县（市） means another thing than 县（市、区） and is left alone; the usual form must stand five times.
"""

from collections import Counter

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see
from linter.language import lazy

_FORM = lazy(r"[县市区旗]\([县市区旗](?:、[县市区旗])*\)")
_USUAL = 5


@check(
    code="WD010",
    name="division-form",
    severity="note",
    preview=True,
    reads=(flow,),
    needs=needs(script="simplified"),
    message={
        "zh": "“{words}”在别处写作“{usual}”（{times}处）",
        "en": "“{words}” is “{usual}” elsewhere{times:| (# places)}",
    },
    examples=(
        Bad(
            "第三条 各[[~县（市、区）]]人民政府负责，县（市、区）财政部门配合。\n\n第四条 县（市、区）之间加强协作，"
            "跨县（市、区）的事项由市人民政府协调。\n\n第五条 县（市、区）不足时向相邻[[市（县、区）]]调用物资。\n"
        ),
        Good(
            "第三条 各县（市、区）人民政府负责，县（市、区）财政部门配合，县（市）人民政府可以委托乡镇实施。\n\n"
            "第四条 县（市、区）之间加强协作，跨县（市、区）的事项由市人民政府协调。\n\n第五条 县（市、区）储备物资。\n"
        ),
        Good(
            "第三条 各县（市、区）人民政府负责，县（市、区）财政部门配合。\n\n第四条 县（市、区）之间加强协作，跨"
            "县（市、区）的事项由市协调。\n\n第五条 县（市、区）储备物资。\n\n附件\n\n"
            "____省____市（州）____县（区）登记表\n"
        ),
    ),
)
def division_form(document: Document, options: Options) -> Findings:
    """Forms of the same divisions in another order, or without the county-level cities, beside the usual one."""
    stream = document.read(flow)
    matches = list(_FORM.finditer(stream.text))
    counts = Counter(match[0] for match in matches)
    if len(counts) < 2:
        return
    usual, times = counts.most_common(1)[0]
    if times < _USUAL or usual == "县(市)":
        return
    example = next(match for match in matches if match[0] == usual)
    for match in matches:
        if stream.text[match.start() - 1] in "_ ":
            continue  # a form: ____县(区)
        if match[0] != usual and (
            sorted(match[0]) == sorted(usual) or match[0] == "县(区)" or match[0][0] in match[0][1:]
        ):
            span = stream.span(*match.span())
            right = document.text.slice(stream.span(*example.span()))
            yield Finding(
                span,
                {"words": match[0], "usual": usual, "times": times},
                related=(see(stream.span(*example.span()), "通常的写法", "the usual form"),),
                fix=mend("unsafe", span, right),
            )
