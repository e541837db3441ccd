"""简称与全称一字不差：“市社会组织管理局（以下简称市社会组织管理局）”。

依据 文件内部矛盾：“以下简称”之后应当是比全称短的写法。
说明 起草时全称、简称有一处改了，另一处没有跟着改；读者不知道全称是什么。
限度 全称前面是标点、序号或者段首，能够断定从哪里开始的才报；四个字以上。

Summary A short form is declared that is the name itself.
Basis A contradiction within the text: what follows 以下简称 is shorter than the name.
Why One of the two was changed in drafting and the other was not; the full name is lost.
Limits Only where a mark or the beginning of the paragraph says where the name begins; four characters or more.
"""

from linter.facts.bodies import abbreviations, running_text
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see

_SHORTEST = 4
# What may stand before a name that begins there. Words that may be part of one (和, 的) are none of them.
_BEFORE = frozenset("\n,;:。、】)》” ")
_TITLES = "《》“”"


@check(
    code="OR010",
    name="abbreviation-of-itself",
    severity="warning",
    reads=(abbreviations, running_text),
    message={
        "zh": "“{short}”的简称就是“{short}”，全称或者简称写错了",
        "en": "the short form of “{short}” is “{short}”: the name or the short form is wrong",
    },
    examples=(
        Bad("第四条 [[~市社会组织管理局]]（以下简称[[市社会组织管理局]]）负责年度报告的受理。"),
        Bad("第二条 【主管部门】[[~市房产管理局]]（以下简称“[[市房产管理局]]”）负责本办法的实施。"),
        Good("第四条 滨海市社会组织管理局（以下简称市社会组织管理局）负责年度报告的受理。"),
    ),
)
def abbreviation_of_itself(document: Document, _options: Options) -> Findings:
    """Each declaration whose short form is what stands before it."""
    text = document.read(running_text).text
    for one in document.read(abbreviations):
        size = len(one.short)
        end = one.start + len(one.full)
        begin = end - size
        if size < _SHORTEST or begin < 0 or text[begin:end] != one.short or any(map(one.short.__contains__, _TITLES)):
            continue
        if begin == 0 or text[begin - 1] in _BEFORE:
            name = Span(one.full_span.end - size, one.full_span.end)
            related = see(name, "所称的全称", "the name it is declared for")
            yield Finding(one.short_span, {"short": one.short}, (related,))
