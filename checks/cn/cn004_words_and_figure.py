"""同一数的汉字写法与括号内数字不一致。

依据 文件内部矛盾；金额大小写不一致时无法确定数额（票据法第八条：二者必须一致）。
说明 “三十（45）日”“人民币壹佰万元整（¥1,200,000元）”两种写法必有一误。
限度 括号内须是单独一个阿拉伯数字，其后或其前有单位；序号（一）、第三条（2）之类不看。

Summary A number in Han characters and the figure beside it in brackets differ.
Basis Internal contradiction; for money, the Negotiable Instruments Law, article 8, demands that both agree.
Why “三十（45）日” or “壹佰万元整（¥1,200,000元）” leaves open which of the two holds.
Limits The brackets hold one Arabic number with a unit on either side; numbers of items and articles are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import flow
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding, Label, Related
from linter.language.numerals import ARABIC, number
from linter.language.pattern import lazy
from linter.structure.model import Document

_UNIT = "个|日|天|年|月|名|人|份|元|万元|亿元|项|家|户|次|倍|周|小时|平方米|亩|公里|吨|台|辆|件|套|股"
_HAN = "一二两三四五六七八九十百千万"
# Found by its bracket; what stands before it is tested then.
_FIGURE_BEHIND = lazy(rf"\((?P<figure>{ARABIC})\) ?(?={_UNIT})")
_WORDS = lazy(rf"(?<![第之附条款项章节表图{_HAN}])(?P<words>[{_HAN}]{{1,8}}) ?$")
_CAPITAL = "[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]"
_TWO_CAPITALS = lazy(_CAPITAL + "{2}")
_MONEY = rf"(?P<words>{_CAPITAL}{{2,24}})[元圆]"
_FIGURE = rf"[¥￥]? ?(?P<figure>{ARABIC}) ?(?P<unit>亿元|万元|元)"
_CAPITAL_FIRST = lazy(rf"{_MONEY}整?正? ?\((?:小写)?:?(?:人民币)?{_FIGURE}?\)")
_FIGURE_FIRST = lazy(rf"{_FIGURE} ?\((?:大写)?:?(?:人民币)?{_MONEY}")
_SCALE = {"亿元": 10**8, "万元": 10**4}
_REACH = 10
# Where the words and where the figure stand, and what a figure of one is worth.
_Pair = tuple[tuple[int, int], tuple[int, int], int]


@check(
    code="CN004",
    name="words-and-figure",
    severity="warning",
    message={
        "zh": "“{words}”与括号旁的“{figure}”不是同一个数",
        "en": "“{words}” and “{figure}” beside it are different numbers",
    },
    examples=(
        Bad("申请人应当在收到通知之日起[[三十]]（[[~45]]）日内提出异议。"),
        Bad(
            "补助资金共计人民币[[壹佰万]]元整（¥[[~1,200,000]].00元）。".replace(
                "[[~1,200,000]].00", "[[~1,200,000.00]]"
            )
        ),
        Good("申请人应当在收到通知之日起三十（30）日内提出异议，补助人民币壹佰万元整（¥1,000,000.00元）。"),
        Good("第三条 有下列情形之一（1）的，按附件二（3）办理；合同价款50万元（大写：伍拾万元整）。"),
    ),
)
def words_and_figure(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield numbers written twice with two values."""
    stream = document.read(flow)
    for words, figure, scale in (*_counted(stream.text), *_paid(stream.text)):
        if _differ(stream.text[slice(*words)], stream.text[slice(*figure)], scale):
            related = (Related(stream.span(*figure), Label("另一写法", "the other form")),)
            args = {"words": stream.text[slice(*words)], "figure": stream.text[slice(*figure)]}
            yield Finding(stream.span(*words), args, related=related)


def _counted(text: str) -> Iterator[_Pair]:
    """三十(30)日."""
    for match in _FIGURE_BEHIND.finditer(text):
        words = _WORDS.search(text, max(0, match.start() - _REACH), match.start())
        if words:
            yield words.span("words"), match.span("figure"), 1


def _paid(text: str) -> Iterator[_Pair]:
    """壹佰万元整(¥1,000,000.00元) and the other way round."""
    if not ("元" in text and _TWO_CAPITALS.search(text)):
        return
    for pattern in (_CAPITAL_FIRST, _FIGURE_FIRST):
        for match in pattern.finditer(text):
            yield match.span("words"), match.span("figure"), _SCALE.get(match["unit"] or "", 1)


def _differ(words: str, figure: str, scale: int) -> bool:
    try:
        return number(words) != number(figure) * scale
    except ValueError:
        return False
