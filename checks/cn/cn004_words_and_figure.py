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

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from linter.facts.base import flow
from linter.facts.counts import SCALE
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see
from linter.language import ARABIC, HAN_DIGITS, Number, lazy, money, number
from linter.structure import Table

_UNIT = "{FIGURE_UNIT}"
_NUMERAL = f"[{HAN_DIGITS}点]"
# 三十(30)日, 两千户(2000户), 一亿元(10000万元): the bracket is looked for, what stands before it is tested then.
_BEHIND = lazy(rf"\((?P<figure>{ARABIC}) ?(?P<unit>{_UNIT})?\)(?= ?(?P<after>{_UNIT})?)")
_WORDS = lazy(rf"(?<![第之附条款项章节表图点{HAN_DIGITS}])(?P<words>[{HAN_DIGITS}]{_NUMERAL}*) ?(?P<unit>{_UNIT})? ?$")
# 两三人, 七八十吨: between two numbers, not one.
_ABOUT = lazy("[一二两三四五六七八九]{2}[十百千万亿]?$")
_MONEY = rf"(?P<words>(?:{_NUMERAL}+[元圆])?(?:零?{_NUMERAL}角)?(?:零?{_NUMERAL}分)?)"
_ANY_FIGURE = rf"(?P<sign>[¥￥])? ?(?P<figure>{ARABIC}) ?(?P<unit>亿元|万元|元)?"
# ¥30508.06 needs no 元 behind it.
_FIGURE = rf"{_ANY_FIGURE}(?(sign)|(?<=元))"
_CAPITAL = lazy("[壹贰叁肆伍陆柒捌玖拾佰仟]")
_CAPITAL_FIRST = lazy(rf"(?<!{_NUMERAL}){_MONEY}[整正]?\((?:小写)?:?(?:人民币)?{_ANY_FIGURE}\)")
_FIGURE_FIRST = lazy(rf"{_FIGURE} ?\((?:大写)?:?(?:人民币)?{_MONEY}[整正]?\)")
_CELL = lazy(rf"(?:人民币)?(?:[¥￥]?(?P<figure>{ARABIC})(?P<unit>亿元|万元|元)?|{_MONEY}[整正]?)$")
_SHARE = lazy(rf"百分之(?P<words>[{HAN_DIGITS}]{_NUMERAL}*) ?\((?P<figure>{ARABIC}) ?%\)")
# A unit that the table does not have is one where both numbers have it: 三批次(3批次).
_UNLISTED = lazy(
    rf"(?<![第之附条款项章节表图点{HAN_DIGITS}])(?P<words>[{HAN_DIGITS}]{_NUMERAL}*) ?"
    rf"(?P<unit>[\u4e00-\u9fff]{{1,4}}) ?\((?P<figure>{ARABIC}) ?(?P=unit)\)"
)
_REACH = 30
# Where the words and where the figure stand, and the values of both.
_Pair: TypeAlias = "tuple[tuple[int, int], tuple[int, int], Number, Number]"


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
        Bad("补助资金共计人民币[[壹佰万元]]整（¥[[~1,200,000.00]]元）。"),
        Bad("质量保证金为百分之[[三]]（[[~5]]%），其中百分之二点五（2.5%）由施工单位承担。"),
        Bad("应缴金额：¥[[~30508.06]]（人民币[[叁万零伍佰零捌元陆角]]）。"),
        Bad("公务接待[[八百七十三]]批次（[[~837]]批次），出栏生猪[[三千零五十]]头（[[~3500]]头）。"),
        Good("评选一等奖（3名）、二等奖（5名），由第三方机构（2家）复核，二级医院（12所医院）参加。"),
        Good(
            "全市有供水用户两千两百二十五户（2225户），其中一百十六户（116户）未装表，一千零十七（1017）户在建。"
            "总投资一百九十万零三千九百七十一（1903971）元，注册资本叁佰贰拾伍点伍万元（325.5万元），一亿零五百万元（10500万元）。"
            "两三人（3人）到场，每期两个半小时（2.5小时），押金壹佰贰拾叁元肆角伍分（¥123.45元）。"
        ),
        Good("第三条 有下列情形之一（1）的，按附件二（3）办理；合同价款50万元（大写：伍拾万元整）。"),
        Bad(
            "付款审批单\n\n事项\t金额（小写）\t金额（大写）\n监理费\t86500.00元\t捌万陆仟伍佰元整\n"
            "检测费\t[[~12300.00元]]\t[[壹万贰仟零叁拾元整]]\n"
        ),
    ),
)
def words_and_figure(document: Document, options: Options) -> Findings:
    """Yield numbers written twice with two values."""
    stream = document.read(flow)
    for table in document.tables:
        yield from _columns(table)
    kinds = (_unlisted, _counted, _shares, _paid)
    found = {pair[1]: pair for read in kinds for pair in read(stream.text)}
    for words, figure, one, other in found.values():
        if one != other:
            related = (see(stream.span(*figure), "另一写法", "the other form"),)
            args = {"words": stream.text[slice(*words)], "figure": stream.text[slice(*figure)]}
            yield Finding(stream.span(*words), args, related=related)


def _columns(table: Table) -> Findings:
    """金额(小写) | 金额(大写): the two columns of one amount, row by row."""
    heads = ["".join(cell.text.split()) for cell in table.header]
    capital = [at for at, head in enumerate(heads) if "大写" in head and "小写" not in head]
    plain = [at for at, head in enumerate(heads) if "小写" in head and "大写" not in head]
    if len(capital) != 1 or len(plain) != 1:
        return
    for row in table.rows:
        if len(row.cells) < len(heads):
            continue
        cells = row.cells[capital[0]], row.cells[plain[0]]
        words, figure = (_CELL.match("".join(cell.text.split())) for cell in cells)
        one = _value(money, words["words"]) if words and words["words"] else None
        other = _value(number, figure["figure"]) if figure and figure["figure"] else None
        if one is None or other is None or one == other * _scale(figure, heads[plain[0]]):
            continue
        related = (see(cells[1].span, "另一写法", "the other form"),)
        yield Finding(cells[0].span, {"words": cells[0].text, "figure": cells[1].text}, related=related)


def _scale(figure: re.Match[str] | None, head: str) -> int:
    """What the unit of a figure, or of the head of its column, is worth."""
    return SCALE.get((figure["unit"] if figure else "") or ("万元" if "万元" in head else "元"), 1)


def _counted(text: str) -> Iterator[_Pair]:
    """三十(30)日 and 三十日(30日); money in capitals is read elsewhere."""
    for match in _BEHIND.finditer(text):
        words = _WORDS.search(text, max(0, match.start() - _REACH), match.start())
        if not words or _ABOUT.match(words["words"]) or _is_money(words):
            continue
        own, other = words["unit"], match["unit"] or match["after"]
        if other is None or (own is not None and match["unit"] is None) or (own and own[-1] != other[-1]):
            continue
        values = _value(number, words["words"]), _value(number, match["figure"])
        if None not in values and values[0] is not None and values[1] is not None:
            # The unit behind the bracket is that of both.
            scales = SCALE.get(own or other, 1), SCALE.get(other, 1)
            yield words.span("words"), match.span("figure"), values[0] * scales[0], values[1] * scales[1]


def _unlisted(text: str) -> Iterator[_Pair]:
    """八百七十三批次(837批次): no words of the table stand between."""
    for match in _UNLISTED.finditer(text) if "(" in text else ():
        one, other = _value(number, match["words"]), _value(number, match["figure"])
        if one is not None and other is not None and not _ABOUT.match(match["words"]):
            yield match.span("words"), match.span("figure"), one, other


def _shares(text: str) -> Iterator[_Pair]:
    """百分之三(5%)."""
    for match in _SHARE.finditer(text):
        one, other = _value(number, match["words"]), _value(number, match["figure"])
        if one is not None and other is not None:
            yield match.span("words"), match.span("figure"), one, other


def _is_money(words: re.Match[str]) -> bool:
    return (words["unit"] or "元")[-1] == "元" and _CAPITAL.match(words["words"]) is not None


def _paid(text: str) -> Iterator[_Pair]:
    """壹佰万元整(¥1,000,000.00元) and the other way round."""
    if not ("元" in text and _CAPITAL.search(text)):
        return
    for pattern in (_CAPITAL_FIRST, _FIGURE_FIRST):
        for match in pattern.finditer(text):
            words = match["words"]
            one, other = _value(money, words), _value(number, match["figure"])
            if one is not None and other is not None and _CAPITAL.search(words):
                yield match.span("words"), match.span("figure"), one, other * SCALE.get(match["unit"] or "", 1)


def _value(read: Callable[[str], Number], words: str) -> Number | None:
    try:
        return read(words)
    except ValueError:
        return None
