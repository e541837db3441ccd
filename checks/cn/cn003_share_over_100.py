"""同一整体的各份额之和超过100%。

依据 文件内部矛盾。
说明 “中央财政承担60%、省级财政承担30%、市县承担20%”合计110%，无法执行；权重之和超过100%也无法计分。
限度 只看承担、分担、负担、出资、权重等本来划分一个整体的份额，成绩公式中各项的权重；
“占”类统计数字口径可以交叉，不看；带以上、不低于的不看。

Summary Shares of one whole that exceed 100 %.
Basis Internal contradiction.
Why Costs shared 60 %, 30 % and 20 % cannot be paid, weights above 100 % cannot be scored.
Limits Only shares that divide a whole (承担, 分担, 出资, 权重) and weights of a formula of marks; statistics with 占
may overlap and are left out, as are shares with bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.check import Bad, Good, check
from linter.facts.flow import Flow, flow
from linter.facts.sums import plain, read
from linter.finding import Finding, Label, Related
from linter.lazy import lazy
from linter.structure.model import Document

_VERB = "承担|分担|负担|出资|权重|分摊|配套"
_DIVIDES = lazy(_VERB)
_SHARE = lazy(rf"(?:{_VERB})(?:比例|资金|费用|各)?(?:分别)?(?:为|占|的)?,? ?(?P<n>\d{{1,3}}(?:\.\d+)?)%(?!以|[-~—至])")
_BOUNDED = lazy("以上|以下|不低于|不超过|不少于|不高于|至少|最高|最低|约")
_WEIGHT = lazy(r"× ?(?P<n>\d{1,3}(?:\.\d+)?)%")
_TERM = r"[^,。;:=+\n×]{0,14}(?:成绩|得分|分数|评分|分值|评价)(?:\([^()]{0,8}\))?(?:÷ ?\d)?× ?[\d.]{1,5}%"
_FORMULA = lazy(rf"{_TERM}(?: ?\+ ?{_TERM})+")
_SENTENCE = lazy(r"[^。;\n]+")
# Half of the longest sentence that is read.
_LONGEST = 500
_WHOLE = 100 * 10**6


@check(
    code="CN003",
    name="share-over-100",
    severity="error",
    message={"zh": "各份额合计{added}%，超过100%", "en": "The shares add up to {added} %, more than 100 %"},
    examples=(
        Bad("所需资金由中央财政[[承担60%]]、省级财政[[~承担30%]]、市县财政[[~承担20%]]。"),
        Bad("考核得分中，日常监测[[权重40%]]，现场检查[[~权重35%]]，群众评价[[~权重35%]]。"),
        Bad("综合成绩＝笔试成绩÷3[[×60%]]＋面试成绩[[~×50%]]，保留两位小数。"),
        Good("综合成绩＝笔试成绩×60%＋面试成绩×40%。补助金额＝缴费额×50%＋实际工资×80%。"),
        Good("所需资金由中央财政承担60%、省级财政承担30%、市县财政承担10%。"),
        Good("原则上银行承担的比例不低于20%，省级机构承担不低于40%，国家基金承担不低于50%。党员占60%，女性占55%。"),
    ),
)
def share_over_100(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield sentences whose shares exceed the whole."""
    stream = document.read(flow)
    yield from _weights(stream)
    if "%" not in stream.text or not _DIVIDES.search(stream.text):
        return
    for sentence in _sentences(stream):
        shares = list(_SHARE.finditer(stream.text, *sentence))
        if len(shares) < 2 or _BOUNDED.search(stream.text, *sentence):
            continue
        added = sum([value[0] for share in shares if (value := read(share["n"]))])
        if added > _WHOLE + len(shares) * 10**6 // 2:
            spans = [stream.span(*share.span()) for share in shares]
            related = tuple(Related(span, Label("另一份额", "another share")) for span in spans[1:])
            yield Finding(spans[0], {"added": plain(added)}, related=related)


def _weights(stream: Flow) -> Iterator[Finding]:
    """笔试成绩×60%+面试成绩×50%: the weights of a formula."""
    if "×" not in stream.text:
        return
    for formula in _FORMULA.finditer(stream.text):
        terms = list(_WEIGHT.finditer(stream.text, *formula.span()))
        added = sum([value[0] for term in terms if (value := read(term["n"]))])
        if added > _WHOLE:
            spans = [stream.span(*term.span()) for term in terms]
            related = tuple(Related(span, Label("另一权重", "another weight")) for span in spans[1:])
            yield Finding(spans[0], {"added": plain(added)}, related=related)


def _sentences(stream: Flow) -> Iterator[tuple[int, int]]:
    """The sentences that hold two shares or more; they are found from their first."""
    end = -1
    for share in _SHARE.finditer(stream.text):
        if share.start() >= end:
            first = max(0, share.start() - _LONGEST)
            start = max(first, *[stream.text.rfind(mark, first, share.start()) + 1 for mark in "。;\n"])
            sentence = _SENTENCE.match(stream.text, start, start + 2 * _LONGEST)
            end = sentence.end() if sentence else share.end()
            yield start, end
