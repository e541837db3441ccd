"""并列的书名号或者引号之间，有的用顿号，有的不用。

依据 GB/T 15834-2011 4.5.3.5：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号；文件自身前后应当一致。
说明 “《甲法》、《乙法》”与“《甲法》《乙法》”都有人用，同一份文件里混用才是差错。
限度 只看混用，取少数的一种报一处，其余列为相关位置；一串书名号里有的带括注的，用顿号是对的，不计。

Summary Adjacent titles or quotations are parted by 、 in some places and not in others.
Basis GB/T 15834-2011 4.5.3.5: adjacent titles and quotations usually take no 、; one document keeps one way.
Why Either way is met with; the mixture is the defect.
Limits Mixing only, one finding at the rarer form; a row in which a title has a note in brackets rightly takes 、.
"""

import re

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see
from linter.language import lazy

_ADJACENT = lazy("》(、?)《|”(、?)“")
# Titles or quotations in a row, each with its note in brackets if it has one.
_ROW = lazy(
    r"《[^《》\n]*》(?:\([^()\n]*\))?(?:、?《[^《》\n]*》(?:\([^()\n]*\))?)+"
    r"|“[^“”\n]*”(?:\([^()\n]*\))?(?:、?“[^“”\n]*”(?:\([^()\n]*\))?)+"
)
_NOTED = ("》(", "”(")
# More related places than this tell a reader nothing new.
_CAP = 40


@check(
    code="FM006",
    name="adjacent-titles",
    severity="note",
    reads=(flow,),
    norm="GB/T 15834-2011 4.5.3.5",
    strength="should",
    needs=needs(script="simplified"),
    message={
        "zh": "并列的{pair}之间顿号混用：{few}处写作“{words}”，另有{many}处写作“{other}”",
        "en": "{pair} stand side by side as “{words}” in {few:# place|# places} and as “{other}” in {many}",
    },
    examples=(
        Bad(
            "根据《预算法[[~》《]]会计法》《审计法》的规定，执行《政府采购法[[》、《]]招标投标法》。\n",
            fixed="根据《预算法》《会计法》《审计法》的规定，执行《政府采购法》《招标投标法》。\n",
        ),
        Bad("推动“一网通办[[~”“]]跨省通办”“全省通办”，建设“三晋通[[”、“]]晋来办”平台。\n"),
        Good("根据《预算法》、《会计法》、《审计法》，推动“一网通办”“跨省通办”。\n"),
        Good("根据《预算法》、《会计法》（第24号）、《审计法》、《统计法》，执行《价格法》《广告法》。\n"),
    ),
)
def adjacent_titles(document: Document, options: Options) -> Findings:
    """One finding for titles and one for quotations, at the rarer form."""
    found: dict[tuple[str, bool], list[re.Match[str]]] = {}
    text = document.read(flow).text
    noted = {
        pair.start()
        for row in _ROW.finditer(text)
        if any(note in row[0] for note in _NOTED)
        for pair in _ADJACENT.finditer(text, *row.span())
    }
    for match in _ADJACENT.finditer(text):
        if match.start() not in noted:
            found.setdefault((match[0][0], "、" in match[0]), []).append(match)
    for closer in "》”":
        with_mark, without = found.get((closer, True), []), found.get((closer, False), [])
        if with_mark and without:
            few, many = (with_mark, without) if len(with_mark) <= len(without) else (without, with_mark)
            yield _mixed(document, few, many)


def _mixed(document: Document, few: list[re.Match[str]], many: list[re.Match[str]]) -> Finding:
    stream = document.read(flow)
    spans = [stream.span(*match.span()) for match in few]
    right = many[0][0]
    related = [see(stream.span(*many[0].span()), "另一种写法", "the other way")]
    related += [see(span, "同样的写法", "written the same") for span in spans[1:_CAP]]
    return Finding(
        spans[0],
        {
            "pair": "《》" if right[0] == "》" else "“”",
            "few": len(few),
            "many": len(many),
            "words": few[0][0],
            "other": right,
        },
        related=tuple(related),
        fix=mend("safe", spans, right, "改为多数的写法", "write the common way"),
    )
