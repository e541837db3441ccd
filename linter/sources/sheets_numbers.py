"""Number formats of workbooks (ISO/IEC 29500-1 18.8.31): what a reader sees of a stored number.

Those that offices use are applied: places, thousands, per cent, dates and times, words beside the number, other words
for negative numbers and zero, Chinese numerals. For all others the caller is told, and shows what is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from linter.language import NamedTuple, to_chinese

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<blank>[_*]).|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<half>AM/PM|A/P|上午/下午)|(?P<time>y+|m+|d+|h+|s+|e+(?![+-])|a{3,4})"
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+)|(?P<at>@)|(?P<unknown>[/E])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_COLOR = re.compile(
    r"(?:black|white|red|green|blue|yellow|magenta|cyan|colou?r ?\d+|[黑白红绿蓝黄]色?|颜色 ?\d+)$", re.IGNORECASE
)
# The day before the first one; the calendar of Excel has a 29 February 1900 that never was.
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a date on paper has no zone
_FIRST_TRUE_DAY, _LAST_DAY = 61, 2_958_465
# Digits that Excel keeps of a number, and shows where no format says more.
_KEPT, _SHOWN = 15, 11
_WEEKDAYS = "一二三四五六日"
_NUMERALS = "〇一二三四五六七八九"
_LARGEST_CHINESE = 10**12


class UnknownFormatError(ValueError):
    """A number format that is not applied here."""


class _Token(NamedTuple):
    kind: str
    text: str


def stored(value: float) -> str:
    """A number as it is stored, without a fraction that it does not have."""
    if value == int(value) and abs(value) < 10**_KEPT:
        return str(int(value))
    return format(Decimal(f"{value:.{_SHOWN}g}"), "f")


def shown(value: float, code: str) -> str:
    """What a reader sees of a number under a format. Raises UnknownFormatError if that is not known here."""
    sections = _sections(code)
    at = 0
    if len(sections) > 1 and value < 0:
        at, value = 1, -value
    elif len(sections) > 2 and value == 0:
        at = 2
    tokens = sections[at] if at < len(sections) else sections[0]
    if any(token.kind == "time" for token in tokens):
        return _dated(value, tokens)
    sign = "-" if value < 0 else ""
    return sign + _numbered(abs(value), tokens)


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[tuple[_Token, ...], ...]:
    """The sections of a format: for positive and negative numbers, zero, and words."""
    found: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code or "General"):
        kind = match.lastgroup or ""
        text = match[kind]
        if kind == "plain" and text == ";":
            found.append([])
        elif kind == "unknown":
            found[-1].append(_Token("unknown" if text in "eE" else "slash", text))
        elif kind != "blank":
            found[-1].append(_Token(kind, text))
    return tuple(map(tuple, found))


def _bracket(text: str) -> str:
    """What a bracket shows: a currency sign or nothing. Raises UnknownFormatError for conditions and elapsed time."""
    if text.startswith("$"):
        return text[1:].partition("-")[0]
    if _COLOR.match(text) or text.upper() == "DBNUM1":
        return ""
    raise UnknownFormatError(text)


def _numbered(value: float, tokens: Sequence[_Token]) -> str:
    chinese = any(token.kind == "bracket" and token.text.upper() == "DBNUM1" for token in tokens)
    fields = [token for token in tokens if token.kind in ("digits", "general", "at")]
    if len(fields) > 1 or any(token.kind in ("unknown", "half") for token in tokens):
        raise UnknownFormatError
    if fields and fields[0].kind == "digits" and any(token.kind == "slash" for token in tokens):
        raise UnknownFormatError
    scale = 100 ** sum(token == ("plain", "%") for token in tokens)
    words = []
    for token in tokens:
        if token.kind in ("digits", "general", "at"):
            words.append(_chinese(value) if chinese else _digits(value, token, scale))
        else:
            words.append(_bracket(token.text) if token.kind == "bracket" else token.text)
    return "".join(words)


def _chinese(value: float) -> str:
    if value != int(value) or value >= _LARGEST_CHINESE:
        raise UnknownFormatError
    return to_chinese(int(value))


def _digits(value: float, token: _Token, scale: int) -> str:
    """The number in the place of a run of ``#``, ``0`` and ``?``; commas behind it divide by a thousand each."""
    exact = Decimal(f"{value:.{_KEPT}g}") * scale
    if token.kind != "digits":
        return stored(float(exact))
    whole, _, fraction = token.text.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    exact = exact / 1000**thousands
    rounded = exact.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    before, _, after = f"{rounded:f}".partition(".")
    least = sum(sign == "0" for sign in whole)
    before = ("" if before == "0" else before).zfill(least)
    if "," in whole.rstrip(","):
        before = f"{int(before or 0):,}" if before else ""
    kept = len(fraction.rstrip("#"))
    while len(after) > kept and after.endswith("0"):
        after = after[:-1]
    return before + (f".{after}" if fraction else "")


def _dated(value: float, tokens: Sequence[_Token]) -> str:
    """A date or a time: Excel counts days."""
    if not (0 <= value < 1 or _FIRST_TRUE_DAY <= value <= _LAST_DAY):
        raise UnknownFormatError
    moment = _DAY_ZERO + timedelta(seconds=round(value * 86_400))
    if any(token.kind in ("digits", "general", "at", "unknown") for token in tokens):
        raise UnknownFormatError
    chinese = any(token.kind == "bracket" and token.text.upper() == "DBNUM1" for token in tokens)
    half = any(token.kind == "half" for token in tokens)
    words = []
    fields = [at for at, token in enumerate(tokens) if token.kind == "time"]
    for at, token in enumerate(tokens):
        if token.kind == "time":
            words.append(_field(moment, _unit(tokens, fields, at), half=half, chinese=chinese))
        elif token.kind == "half":
            words.append(_half(moment, token.text))
        else:
            words.append(_bracket(token.text) if token.kind == "bracket" else token.text)
    return "".join(words)


def _unit(tokens: Sequence[_Token], fields: Sequence[int], at: int) -> str:
    """The letters of a field; behind hours and before seconds, m stands for minutes, here M."""
    letters = tokens[at].text.lower()
    place = fields.index(at)
    before = tokens[fields[place - 1]].text.lower() if place else ""
    after = tokens[fields[place + 1]].text.lower() if place + 1 < len(fields) else ""
    minutes = letters in ("m", "mm") and (before.startswith("h") or after.startswith("s"))
    return letters.upper() if minutes else letters


def _half(moment: datetime, text: str) -> str:
    first, _, second = text.partition("/")
    return first if moment.hour < 12 else second


def _field(moment: datetime, letters: str, *, half: bool, chinese: bool) -> str:
    if letters.startswith("a"):
        return ("星期" if len(letters) == 4 else "") + _WEEKDAYS[moment.weekday()]
    if letters[0] in "ye":
        year = str(moment.year) if letters != "yy" else f"{moment.year % 100:02}"
        return "".join(_NUMERALS[int(digit)] for digit in year) if chinese else year
    number = _NUMBERS[letters[0]](moment)
    if half and letters[0] == "h":
        number = number % 12 or 12
    if len(letters) > 2:
        raise UnknownFormatError  # names of months and days in English
    return to_chinese(number) if chinese else str(number).zfill(len(letters))


_NUMBERS: Mapping[str, Callable[[datetime], int]] = {
    "m": lambda moment: moment.month,
    "d": lambda moment: moment.day,
    "h": lambda moment: moment.hour,
    "M": lambda moment: moment.minute,
    "s": lambda moment: moment.second,
}
