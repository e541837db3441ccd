"""并列的各级说同一句话，其中一级漏了或者改了几个字。

依据 文件自身：同级各节用同样的句子，只有级别、数字不同。
说明 各级响应的条件和措施多是复制后改动的，“需要实施保障行动的”在另一级成了“需要保障行动的”，多半是漏字。
限度 同级标题只差级别或者数字、至少有两级写法相同、只差一处一两个字才报；程度、范围、数量的差别是有意的，不报。

Summary Parallel levels say one clause, and one of them drops or changes a few characters.
Basis The document itself: the sections use the same sentences, level and number apart.
Why The levels were copied and edited; a character lost on the way is a slip.
Limits Only sections whose titles differ by level or number, one difference of one or two characters, at least two
levels that agree; differences of degree, reach and number are meant.
"""

from linter.facts.wording import parallel_differences
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

_LEVEL = "4.{0}.1 启动条件\n\n（1）发生{1}事件，{2}，经市指挥部研究决定；\n\n（2）其他需要启动响应的情形。\n\n"
_MEASURES = "4.{0}.2 响应措施\n\n市指挥部办公室接到信息后，立即组织有关部门会商。\n\n派出工作组赶赴现场指导处置。\n\n"


def _plan(first: str, third: str) -> str:
    """A plan with three levels and what the first and the last of them say."""
    levels = zip("ⅠⅡⅢ", ("特别重大", "重大", "较大"), (first, "需要实施应急保障行动的", third), strict=True)
    return "4 应急响应\n\n" + "".join(
        f"4.{at} {sign}级响应\n\n" + _LEVEL.format(at, level, words) + _MEASURES.format(at)
        for at, (sign, level, words) in enumerate(levels, 1)
    )


@check(
    code="WD008",
    name="parallel-differs",
    severity="note",
    preview=True,
    reads=(parallel_differences,),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "“{words}”与并列各级的“{usual}”（{count}处）不同，可能漏字或者误改",
        "en": "“{words}” differs from “{usual}” of the parallel levels{count:| (# places)}; a character may be lost",
    },
    examples=(
        Bad(_plan("[[~需要实施应急保障行动的]]", "[[需要应急保障行动的]]")),
        Good(_plan("需要实施应急保障行动的", "需要实施应急保障行动的")),
        Good(_plan("需要实施应急保障行动的", "需要立即实施应急保障行动的")),
        Good(_plan("需要实施应急保障行动的", "需要持续实施应急保障行动的")),
    ),
)
def parallel_differs(document: Document, options: Options) -> Findings:
    """Every clause that departs from its parallels by a slip."""
    for one in document.read(parallel_differences):
        yield Finding(
            one.clause.span,
            {"words": one.clause.words, "usual": one.usual.words, "count": one.agreeing},
            related=(see(one.usual.span, "并列各级的写法", "what the parallels say"),),
        )
