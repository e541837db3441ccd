"""Numbers as official documents write them: Chinese, Arabic, mixed (5000万, 1.5亿, 百分之三十) and Roman.

Values are exact: an ``int``, or a ``Fraction`` where the number is not whole. Words are in normal form (half-width).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from linter.language.pattern import lazy
from linter.language.record import NamedTuple

__all__ = [
    "ARABIC",
    "HAN_DIGITS",
    "NUMBER",
    "ORDINAL",
    "ROMAN",
    "Number",
    "chinese",
    "exact",
    "money",
    "number",
    "ordinal",
    "plain",
    "roman",
    "to_chinese",
    "to_roman",
]

if TYPE_CHECKING:
    from fractions import Fraction

Number: TypeAlias = "int | Fraction"

_DIGITS = {
    character: value
    for value, forms in enumerate(
        ("〇零○", "一壹", "二贰两兩貳", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for character in forms
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_ZERO = frozenset("零〇○")

# One character for a number of tens, as days are counted: 廿五日.
_TENS = {"廿": "二十", "卅": "三十"}

HAN_DIGITS = "".join(_DIGITS) + "".join(_SMALL) + "".join(_LARGE) + "".join(_TENS)
# Arabic digits with or without separated thousands, then powers of ten in Han characters.
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
HAN = f"[{HAN_DIGITS}]+"
# The characters of ordinals and of dates.
ORDINAL = "一二三四五六七八九十廿卅百千零〇○"
PLAIN = rf"(?:{ARABIC}(?:[百千万亿]+(?:\d+(?=[百千万亿]))?)*|{HAN}(?:点{HAN})?)"
# One number of any kind; ``number`` reads what this matches.
NUMBER = f"(?:(?:百分之|千分之|万分之)?{PLAIN}(?:分之{PLAIN})?)"

_DIGIT = "[" + "".join(_DIGITS) + "]"
_MONEY = lazy(rf"(?:({HAN}(?:点{HAN})?)[元圆])?零?(?:({_DIGIT})角)?零?(?:({_DIGIT})分)?[整正]?")
_ARABIC = lazy(r"(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?\Z")
_TOKENS = lazy(rf"{ARABIC}|[{HAN_DIGITS}]")
_SHARES = {"百分之": 100, "千分之": 1000, "万分之": 10000}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# U+2160–U+216B and U+2170–U+217B are single characters for whole numerals; recognised text also has Cyrillic І, Х.
_ROMAN_PLAIN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_FORMS = str.maketrans(
    {"І": "I", "Х": "X"} | {chr(code + at): form for code in (0x2160, 0x2170) for at, form in enumerate(_ROMAN_PLAIN)}
)
ROMAN = "[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻIVXІХ]+"


def exact(top: int, bottom: int) -> Number:
    """``top / bottom`` without rounding, an int if it is whole."""
    if top % bottom == 0:
        return top // bottom
    from fractions import Fraction

    return Fraction(top, bottom)


def arabic(words: str) -> Number:
    """``1,234.5`` or ``10 000``. Raises ValueError for anything else."""
    if not _ARABIC.match(words):
        raise ValueError(f"not an Arabic number: {words!r}")
    whole, _, decimals = words.replace(",", "").replace(" ", "").partition(".")
    return exact(int(whole + decimals), 10 ** len(decimals))


class _Sum(NamedTuple):
    """A number read so far: what ended in 万 or 亿, the section after it, and the digit that waits for its power."""

    total: Number = 0
    section: Number = 0
    digit: Number | None = None
    small: int = 10**4
    large: int = 10**16
    gap: bool = False


def _digit(state: _Sum, value: Number) -> _Sum:
    if state.digit is not None:
        raise ValueError("two digits without a power between them")
    return state._replace(digit=value)


def _power(state: _Sum, power: int) -> _Sum:
    """十, 百, 千: powers must fall within a section; 十 alone stands for 一十, in 一百十六 too."""
    if power >= state.small or (state.digit is None and power != 10):
        raise ValueError("powers of ten out of order")
    digit = 1 if state.digit is None else state.digit
    return state._replace(section=state.section + digit * power, digit=None, small=power, gap=False)


def _section(state: _Sum, power: int) -> _Sum:
    """万, 亿 end a section; 亿 after 万 multiplies both (一万二千亿)."""
    section = state.section + (state.digit or 0)
    if state.large == 10**4 and power == 10**8:
        return _Sum((state.total + section) * power, large=power)
    if (state.digit is None and section == 0) or power >= state.large:
        raise ValueError("万 or 亿 out of order")
    return _Sum(state.total + section * power, large=power)


def _step(state: _Sum, token: str) -> _Sum:
    if token in _ZERO:
        if state.digit is not None or state.gap:
            raise ValueError("a stray zero")
        return state._replace(gap=True)
    if token in _SMALL:
        return _power(state, _SMALL[token])
    if token in _LARGE:
        return _section(state, _LARGE[token])
    return _digit(state, _DIGITS[token] if token in _DIGITS else arabic(token))


def _finish(state: _Sum) -> Number:
    if state.digit is None:
        return state.total + state.section
    digit = state.digit
    # 一百二 is 120 and 一万五 15000: a last digit without 零 takes the next lower power.
    if not state.gap and digit < 10 and isinstance(digit, int):
        if state.section and state.small > 10:
            digit *= state.small // 10
        elif not state.section and 10**4 <= state.large < 10**16:
            digit *= state.large // 10
    return state.total + state.section + digit


def number(words: str) -> Number:
    """The value of a number in any of the forms of ``NUMBER``; a share is a fraction of one (百分之三十 is 3/10).

    Digits without powers read by place (二〇二一 is 2021). Raises ValueError if the words are no number.
    """
    if words.isascii() and words.isdecimal():
        return int(words)
    for prefix, parts in _SHARES.items():
        if words.startswith(prefix):
            return exact(1, parts) * number(words[len(prefix) :])
    bottom, over, top = words.partition("分之")
    if over:
        value = number(top)
        return value if value == 0 else value * exact(1, _whole(bottom))
    whole, point, decimals = words.partition("点")
    if point:
        places = decimals.rstrip("".join(_LARGE))
        value = number(whole) + exact(_by_place(places), 10 ** len(places))
        for power in decimals[len(places) :]:  # 三百二十五点五万
            value *= _LARGE[power]
        return value
    return _placed(words)


def _whole(words: str) -> int:
    value = number(words)
    if not isinstance(value, int) or value == 0:
        raise ValueError(f"not a divisor: {words!r}")
    return value


def _placed(words: str) -> Number:
    if words and all(character in _DIGITS for character in words):
        return _by_place(words)
    for sign, plain_ in _TENS.items():
        words = words.replace(sign, plain_)
    tokens = _TOKENS.findall(words)
    if not tokens or "".join(tokens) != words:
        raise ValueError(f"not a number: {words!r}")
    state = _Sum()
    for token in tokens:
        state = _step(state, token)
    return _finish(state)


def _by_place(words: str) -> int:
    value = 0
    for character in words:
        if character not in _DIGITS:
            raise ValueError(f"not a digit: {character!r}")
        value = value * 10 + _DIGITS[character]
    return value


def money(words: str) -> Number:
    """An amount in words, in 元: 壹佰贰拾叁元肆角伍分, 伍拾万元整. Raises ValueError if the words are none."""
    match = _MONEY.fullmatch(words)
    if match is None or not any(match.groups()):
        raise ValueError(f"not an amount in words: {words!r}")
    yuan, jiao, fen = (number(part) if part else 0 for part in match.groups())
    return yuan + exact(int(jiao), 10) + exact(int(fen), 100)


def ordinal(words: str) -> int:
    """The value of an ordinal, Chinese, Arabic or in a circle (廿五, 一百十六, 25, ⑫); 0 if it is none."""
    if words.isascii() and words.isdigit():
        return int(words)
    if len(words) == 1 and "①" <= words <= "⑳":
        return ord(words) - ord("①") + 1
    try:
        return chinese(words)
    except ValueError:
        return 0


def chinese(words: str) -> int:
    """A whole number in Han characters only (一百二十, 两千, 二〇二一). Raises ValueError for anything else."""
    if not words or any(character not in HAN_DIGITS for character in words):
        raise ValueError(f"not a number in Han characters: {words!r}")
    return int(_placed(words))


def to_chinese(value: int) -> str:
    """A whole number from 0 below 10**16 in Han characters, as statutes write it. Raises ValueError outside."""
    if not 0 <= value < 10**16:
        raise ValueError(f"cannot write {value} in Han characters")
    if value == 0:
        return "零"
    words = _sections(value)
    return words[1:] if words.startswith("一十") else words


def _sections(value: int) -> str:
    for power, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= power:
            high, low = divmod(value, power)
            joint = "零" if 0 < low < power // 10 else ""
            return _sections(high) + name + joint + (_sections(low) if low else "")
    return "零一二三四五六七八九"[value]


def roman(words: str) -> int:
    """A Roman numeral of one (Ⅳ) or several characters (IV, ІІ), any case. Raises ValueError unless well formed."""
    plain = words.translate(_ROMAN_FORMS).upper()
    value, rest = 0, plain
    for unit, sign in _ROMAN:
        while rest.startswith(sign):
            value += unit
            rest = rest[len(sign) :]
    if not value or rest or to_roman(value) != plain:
        raise ValueError(f"not a Roman numeral: {words!r}")
    return value


def to_roman(value: int) -> str:
    """A whole number from 1 to 3999 in capital Latin letters. Raises ValueError outside."""
    if not 1 <= value < 4000:
        raise ValueError(f"cannot write {value} in Roman numerals")
    words = ""
    for unit, sign in _ROMAN:
        count, value = divmod(value, unit)
        words += sign * count
    return words


def plain(value: Number) -> str:
    """A value for a message: 9, 12.5, or 1/3 where no short decimal is exact; 万 and 亿 for round large numbers."""
    if isinstance(value, int):
        for power, name in ((10**8, "亿"), (10**4, "万")):
            if abs(value) >= power and value % (power // 100) == 0:
                return _decimal(exact(value, power)) + name
        return str(value)
    return _decimal(value)


def _decimal(value: Number) -> str:
    for places in range(7):
        scaled = value * 10**places
        if scaled == int(scaled):
            digits = str(abs(int(scaled))).rjust(places + 1, "0")
            sign = "-" if value < 0 else ""
            return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return str(value)
