"""What is wrong with a number and its bound: ends in the wrong order, half a word, a limit against its verb."""

from __future__ import annotations

from linter.facts.bands.atoms import AGES, Atom, Flaw
from linter.language import lazy
from linter.language.units import unit_at

# 20%以上30%的罚款: what a consequence that ends in a bare number is followed by.
_SHORT_OF = lazy("[不未]满|不(?:[足到]|超过)")
_ENDS = lazy(r"的?(?:罚[款金]|处罚|违约金|滞纳金)|的(?=[,;。]|$)|(?:计征|征收|缴纳|支付)(?=[,;。]|$)")
_GAIN = lazy(r"[每各另再共计给奖补得加]")
_WITHIN = lazy(r"以(?=\d|[一二三四五六七八九十])")
# What 以上 between two ends, and 以下 behind the second, is miswritten as.
_LOW = lazy(r"[已一巳]?上|以[土士]|以以上|以上上|以(?P<unit>[元人户吨天日年])上")
_HIGH = lazy(r"(?:[已一巳]下|以[卜丅]|以以下|以下下)(?!一)|以(?=的?(?:罚款|处罚|[,;。]))")
# 5万元以上上10万元以下, 50万元以下下的, 20万元以下以上罚款.
_AGAIN = lazy(r"(?:下|以[上下])(?=[的,;。、]|罚款|$)")
_MISPLACED = lazy(r"[万亿](?:元)?(?:以[上下]|[,;。]|的?罚款)")
_NO_NUMBER = lazy(r"[,、]?(?P<words>[百千万亿]+元以下)")
_NO_ZERO = lazy(r"[万亿](?:[一二三四五六七八九]?[百十](?![万亿千])|[一二三四五六七八九](?=[^\W\d_万亿千百十]))")
# A mark within a quantity, and what stands behind one that is whole but for it.
_MARKS = frozenset(",、.。;:")
_BOUND_BEHIND = lazy(r"及?以[上下内外]")
_BOUND_ALONE = lazy(r"以[上下内外](?=\d|[,;。、)]|的[,;。处]|不[足满超])")
# What is numbered: 附件1、表2.
_NUMBERED = frozenset("件表图注款项条第")
# What a verb that falls or rises reaches.
_REACHED_BY = frozenset("到至为")
_FALLS = lazy(r"(?:下?降低?|减少?|压[减缩]|缩[短减])[到至为]$")
_RISES = lazy(r"(?:[提升]高|提升|增[加长]|上升)[到至为]$")


def slip(text: str, one: Atom, other: Atom) -> Flaw:
    """What is wrong between two figures of one unit beside one another, the first the smaller; "" if nothing is."""
    if _miswritten(text, one, other):
        return "miswritten"
    if one.unit is None or other.unit is None or one.unit.name != other.unit.name or one.value >= other.value:
        return ""
    between = text[one.end : other.start]
    if one.side == "lower" and not other.side and between in {"", "、", ","} and _ENDS.match(text, other.end):
        return "" if between and _GAIN.search(between) else "open-upper"
    if one.side or one.lead or between not in {"", "以"}:
        return ""
    if between == "以":
        return "cut-word" if other.side == "upper" and _WITHIN.match(text, one.end) else ""
    led = other.side == "upper" and _SHORT_OF.fullmatch(other.lead)
    return "open-lower" if led and text[one.digits[0] - 1 : one.digits[0]] not in {"每", "满", "距"} else ""


def _miswritten(text: str, one: Atom, other: Atom) -> bool:
    """Whether one end has its word, and the other what is left of it: 5万元上10万元以下, 5万元以上10万元一下."""
    if other.unit is None or one.lead or other.lead or one.value >= other.value:
        return False
    between = _LOW.fullmatch(text, one.end, other.start)
    if other.side == "upper" and not one.side and between:
        name = between["unit"] or (one.unit and one.unit.name)
        return name is not None and other.unit.name.endswith(name)
    joined = one.side == "lower" and text[one.end : other.start] in {"", "上"} and one.unit is not None
    if joined and other.trail == "以下" and (one.end < other.start or _AGAIN.match(text, other.end)):
        return True
    return joined and one.end == other.start and not other.side and _HIGH.match(text, other.end) is not None


def reversed_order(text: str, one: Atom, other: Atom) -> bool:
    """1000平方米以下5000平方米以上: an upper bound, then a higher lower one, with nothing between them. Ages are apart
    on purpose (16周岁以下60周岁以上).
    """
    if one.side != "upper" or other.side != "lower" or text[one.end : other.start] or other.lead:
        return False
    if one.lead not in {"", "在"}:
        return False
    return one.unit is not None and one.unit.name not in AGES and one.unit.dimension != "温度"


def broken(text: str, one: Atom) -> tuple[Flaw, int]:
    """What is wrong with a single figure, and where the words that show it end."""
    if one.unit is not None and one.unit.name == "元":
        misplaced = _MISPLACED.match(text, one.digits[1])
        if misplaced:
            return "unit-order", misplaced.end()
        if one.side == "lower" and one.trail == "以上" and (bare := _NO_NUMBER.match(text, one.end)):
            return "no-number", bare.end()
    if text[one.digits[1] : one.digits[1] + 1] in _MARKS and (end := _stray(text, one)):
        return "stray", end
    if one.unit is not None and not one.trail and text.startswith("以的", one.end):
        return "cut-word", one.end + 1
    if one.side and not text[one.digits[0]].isdigit() and _NO_ZERO.search(text, *one.digits):
        return "no-zero", one.end
    return "", one.end


def _stray(text: str, one: Atom) -> int:
    """Where a quantity ends that a mark parts: 5、台以上, 1万元、以上5万元以下; 0 for the number of a list."""
    before = text[one.start - 1 : one.start]
    if one.side or not text[one.digits[0]].isascii() or not before.isalpha() or before in _NUMBERED:
        return 0
    at = one.digits[1] + 1
    if one.unit is not None:
        behind = _BOUND_ALONE.match(text, at)
        return behind.end() if behind else 0
    at += text[at : at + 1] in {"万", "亿"}
    unit = unit_at(text, at)
    behind = _BOUND_BEHIND.match(text, at + len(unit.name)) if unit else None
    return behind.end() if behind else 0


def against(text: str, one: Atom) -> Flaw:
    """Whether a limit runs against the verb before it: 下降到35微克以上, 提高到12平方米以下, not 年龄降至40岁以上."""
    if one.unit is None or one.lead or text[one.start - 1 : one.start] not in _REACHED_BY:
        return ""
    if one.unit.name in AGES or one.unit.dimension in {"%", "温度"}:
        return ""
    before = max(0, one.start - 6)
    if one.trail == "以上" and _FALLS.search(text, before, one.start):
        return "falls-above"
    return "rises-below" if one.trail in {"以下", "以内"} and _RISES.search(text, before, one.start) else ""
