"""Bounds that lost a word, a number or their unit's place, told where the words around them leave no other reading."""

from linter.facts.bands.atoms import Atom, Flaw
from linter.language.pattern import lazy

# 20%以上30%的罚款: what a consequence that ends in a bare number is followed by.
_SHORT_OF = lazy("[不未]满|不(?:[足到]|超过)")
_ENDS = lazy(r"的?(?:罚[款金]|处罚|违约金|滞纳金)|的(?=[,;。]|$)")
_GAIN = lazy(r"[每各另再共计给奖补得加]")
_WITHIN = lazy(r"以(?=\d|[一二三四五六七八九十])")
# What 以上 between two ends, and 以下 behind the second, is miswritten as.
_LOW = lazy(r"[已一巳]?上|以[土士]|以以上|以上上|以(?P<unit>[元人户吨天日年])上")
_HIGH = lazy(r"(?:[已一巳]下|以[卜丅]|以以下|以下下)(?!一)")
_MISPLACED = lazy(r"[万亿](?:元)?(?:以[上下]|[,;。]|的?罚款)")
_NO_NUMBER = lazy(r"[,、]?(?P<words>[百千万亿]+元以下)")
_NO_ZERO = lazy(r"[万亿][一二三四五六七八九]?[百十](?![万亿千])")
_AGES = frozenset({"周岁", "岁"})


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
    joined = one.side == "lower" and not text[one.end : other.start] and one.unit is not None
    return joined and not other.side and _HIGH.match(text, other.end) is not None


def reversed_order(text: str, one: Atom, other: Atom) -> bool:
    """1000平方米以下5000平方米以上: an upper bound, then a higher lower one, with nothing between them. Ages are apart
    on purpose (16周岁以下60周岁以上).
    """
    if one.side != "upper" or other.side != "lower" or text[one.end : other.start] or other.lead:
        return False
    if one.lead not in {"", "在"}:
        return False
    return one.unit is not None and one.unit.name not in _AGES and one.unit.dimension != "温度"


def broken(text: str, one: Atom) -> tuple[Flaw, int]:
    """What is wrong with a single figure, and where the words that show it end."""
    if one.unit is not None and one.unit.name == "元":
        misplaced = _MISPLACED.match(text, one.digits[1])
        if misplaced:
            return "unit-order", misplaced.end()
        if one.side == "lower" and one.trail == "以上" and (bare := _NO_NUMBER.match(text, one.end)):
            return "no-number", bare.end()
    if one.side and not text[one.digits[0]].isdigit() and _NO_ZERO.search(text, *one.digits):
        return "no-zero", one.end
    return "", one.end
