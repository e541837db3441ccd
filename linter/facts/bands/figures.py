"""Numbers with their units: 30万千瓦, -10℃, 三分之二, 1/3, 10⁶立方米, 10 000元, 三成, 半年."""

from __future__ import annotations

from collections.abc import Iterator

from linter.language import NUMBER, NamedTuple, Number, exact, lazy, number
from linter.language.units import UNITS, Unit, open_unit, unit_at

_BOUND = r"[及或]?其?(?:\([^()]{1,8}\))?以[上下内外]"
_NUMBER = lazy(NUMBER)
# Forms that few texts have, tried only where one of their characters stands: 10 000元, 1/3, 2½, 半年.
_GROUPS = r"\d{1,3}(?: \d{3})"
_RARE = lazy(
    rf"(?P<grouped>(?:(?<=[^\W\d_])|(?<=[≥≤≧≦<>=])|(?<![\s\S])){_GROUPS}+(?![\d.,])(?= ?(?:[^\W\d_]|[%℃‰]|[,;。)]|$))"
    rf"|(?<![\d.]){_GROUPS}{{2,}}(?![\d.,]))"
    r"|(?P<ratio>(?<![\d./])\d{1,2}/\d{1,3}(?![\d/年月日]))"
    r"|(?P<vulgar>\d*[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
    r"|(?P<half>半(?=个?(?:[年月天日]|小时|学期)))"
    rf"|(?P<plain>{NUMBER})"
)
_RARE_SIGNS = lazy(r"[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞半]|\d[ /]\d")
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED = lazy(r"(?:×10)?(?P<power>[⁰¹²³⁴-⁹]+)")
_TIMES_TEN = lazy(r"[×*]10(?P<power>[⁰¹²³⁴-⁹]+)")
_SHARE = lazy(r"(?:[百千万]|\d+|[二三四五六七八九十]+)分之")
_TENTHS = lazy(r"成(?![员立分果为功就年本品长熟套人都县])")
# What no unit holds: bounding words and what joins two bounds, numbers.
_NOT_UNIT = "以及或和与且并但而为由属的至到超不未满上下一二两三四五六七八九十百千万"
# Units that no table has are read where a bounding word follows, or where one led: 3小类以下, 超过3小类的.
_OPEN = lazy(
    rf"(?:个?[^\W\d_A-Za-z{_NOT_UNIT}]{{1,4}}(?:/[^\W\d_A-Za-z{_NOT_UNIT}]{{1,2}})?"
    rf"|[A-Za-zμΩ²³]{{1,5}}(?:/[A-Za-z²³]{{1,3}})?)(?={_BOUND})"
    # 6层至10层: both ends of a range carry it; what dates and numbers a thing (月, 时, 号, 页) counts nothing.
    rf"|(?P<both>[^\W\d_A-Za-z{_NOT_UNIT}月日时点号页章节版路届年]{{1,2}})(?=[-~—至到]{{1,2}}\d[\d.]*(?P=both))"
)
# 3kg/s, 2m³/h: letters that are no unit of the table.
_RATE = lazy(r"/[A-Za-z]{1,3}(?![A-Za-z\d])")
_FAR = lazy(rf"[^\W\d_A-Za-z{_NOT_UNIT}内外左右]{{1,3}}(?=以[上下内])")
_OPEN_LED = lazy(rf"个?[^\W\d_A-Za-z{_NOT_UNIT}]{{1,3}}(?=的|[,;。、)且不未≤≥<>]|[小低少]于|$)")
_SIGN_BEHIND = lazy(r"[^\W\d_]{1,4}[≤<]")
_LEADING = frozenset("过出于超逾满足到及≥≤≧≦<>=")
# A dash behind these joins two ends (5℃-10℃); behind a bounding word or a stop it is a minus.
_SIGNED_AFTER = frozenset(" ([{,:;、<>=≤≥~。上下内外至到为达于低高过是在温约从由")
_RANGE_ON = lazy(r"[-~—至到]{1,2}[\d.]+ ?(?P<unit>℃|°C|摄氏度|%)")
# Words of what is measured, and characters that end no number: 温度-18℃, but 5度-10℃.
_MEASURED = lazy(r"(?:[^\W\d_A-Za-z度]|(?<=[温湿])度)$")
_MEASURED_BELOW_ZERO = frozenset({"温度", "%"})
# In a cell whose head has the unit: -10以上-5以下.
_BELOW_ZERO = lazy(r"(?:(?<![\s\S])|(?<=以[上下]))-[\d.]+以[上下]")
# What is measured from the level of the sea or the ground may lie below it: 海拔-10米, 标高为-3.5米.
_HEIGHT = lazy(r"(?:海拔|高程|标高|水位)(?:高度)?[为在]?$")
_HEIGHT_REACH = 6
# 第11日至第20日, 第2名至第5名: days and places in turn are the ends of a range.
_TURNS = "(?:[日天年名位]|个月)"
_IN_TURN = lazy(
    rf"(?:{NUMBER})(?: ?{_TURNS})?(?=[至到—~-]第?(?:{NUMBER}) ?{_TURNS})"
    rf"|(?<=[至到—~-]第)(?:{NUMBER}) ?{_TURNS}"
)
_NOT_COUNTED_BEHIND = frozenset({"余", "多", "来", "几"})


class Figure(NamedTuple):
    """A number with its unit (None: none was found), its range in the text, and whether it has a sign of its own."""

    value: Number
    unit: Unit | None
    start: int
    end: int
    negative: bool = False


def figures(text: str, default: Unit | None = None) -> Iterator[Figure]:
    """The numbers of a text in order; article and section numbers, dates and estimates (十余人) are left out.

    ``default`` is the unit of numbers that have none of their own, as the head of a column gives it.
    """
    done = 0
    known: dict[str, Unit] = {}
    pattern = _RARE if _RARE_SIGNS.search(text) else _NUMBER
    for match in pattern.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if text[end - 1] in "千百" and unit_at(text, end - 1):  # 30万千瓦
            end -= 1
        if _not_counted(text, start, end, text[start - 1 : start]):
            continue
        try:
            value, unit = _value(match.lastgroup or "plain", text[start:end])
        except ValueError:
            continue
        value, end = _raised(text, value, end)
        figure = _figure(text, value, unit, start, end, default)
        if figure is not None:
            if figure.unit is not None and text[start - 1 : start] == "第":  # the 11th day, not eleven days
                figure = figure._replace(unit=open_unit(figure.unit.name, whole=True))
            if figure.unit is None and known:
                last = next((one for one in known.values() if text.startswith(one.name, figure.end)), None)
                figure = figure._replace(unit=last, end=figure.end + len(last.name)) if last else figure
            if figure.unit is not None and figure.unit.name not in UNITS:
                known[figure.unit.name] = figure.unit
            done = figure.end
            yield figure


def _figure(text: str, value: Number, unit: Unit | None, start: int, end: int, default: Unit | None) -> Figure | None:
    if unit is None:
        unit, end = _unit(text, end, value, start)
    tenths = _TENTHS.match(text, end - 1) if unit is not None and unit.name == "成" else None
    if unit is not None and unit.name == "成" and not tenths:
        unit, end = None, end - 1
    if _is_date(text, start, value, unit) or text[end : end + 1] in _NOT_COUNTED_BEHIND:
        return None
    if unit is not None and text[end : end + 1] == "半":  # 一年半
        value, end = value + exact(1, 2), end + 1
    unit = unit or default
    # -15~-10℃: the unit of the second end tells that the first one has a sign.
    ahead = _RANGE_ON.match(text, end) if unit is None and text[start - 1 : start] == "-" else None
    first = _sign(text, start, UNITS[ahead["unit"]] if ahead else unit)
    return Figure(-value if first < start else value, unit, first, end, first < start)


def _unit(text: str, end: int, value: Number, start: int) -> tuple[Unit | None, int]:
    # A space or the mark of a note: 100 人, 100①人.
    at = end + (text[end : end + 1] == " " or "①" <= text[end : end + 1] <= "⑳")
    unit = unit_at(text, at)
    if unit is None or unit.name == "个":
        arabic = text[start].isdigit() and text[start].isascii()
        wide = _OPEN.match(text, at) if arabic else None
        if arabic and wide is None and (text[start - 1 : start] in _LEADING or _SIGN_BEHIND.match(text, at)):
            wide = _OPEN_LED.match(text, at)
        if wide and (unit is None or len(wide[0]) > 1):
            return open_unit(wide[0], whole=isinstance(value, int)), wide.end()
    if unit is None:
        return None, end
    at += len(unit.name)
    per = unit_at(text, at + 1) if text[at : at + 1] == "/" else None  # 65美元/桶
    if per is not None:
        name = f"{unit.name}/{per.name}"
        return Unit(name, f"{unit.dimension}/{per.name}", unit.factor), at + 1 + len(per.name)
    rate = _RATE.match(text, at) if text[at : at + 1] == "/" else None
    if rate is not None:
        return Unit(unit.name + rate[0], unit.dimension + rate[0], unit.factor), rate.end()
    far = _FAR.match(text, at) if unit.whole else None  # 500头猪当量以下
    return unit, far.end() if far else at


def _not_counted(text: str, start: int, end: int, before: str) -> bool:
    """Article and section numbers (第三条, 5.2.1), numbers nobody counted (几十人, 数百人), and the sign 零下."""
    if before == ".":
        return text[start - 2 : start - 1].isdigit()
    if text[start] == "零" and text[start:end] == "零" and text[end : end + 1] == "下":
        return True
    if before == "第":
        return _IN_TURN.match(text, start) is None
    return before == "几" or (before == "数" and text[start] in "十百千万")


def _value(kind: str, words: str) -> tuple[Number, Unit | None]:
    """The value, with % as the unit of a share: 百分之三十 is 30 %, 三分之一 and 1/3 a third of 100 %."""
    if kind == "plain":
        share = _SHARE.match(words)
        if share is None:
            return number(words), None
        return (number(words[3:]) if share[0] == "百分之" else number(words) * 100), UNITS["%"]
    if kind == "grouped":
        return number(words.replace(" ", "")), None
    if kind == "half":
        return exact(1, 2), None
    return (_ratio if kind == "ratio" else _vulgar)(words), UNITS["%"]


def _ratio(words: str) -> Number:
    """1/3 in per cent. Raises ValueError for what is no share (5/3, 0/4)."""
    top, _, bottom = words.partition("/")
    if not 0 < int(top) < int(bottom):
        raise ValueError(f"not a share: {words!r}")
    return exact(100 * int(top), int(bottom))


def _vulgar(words: str) -> Number:
    from unicodedata import normalize

    top, _, bottom = normalize("NFKC", words[-1]).partition("\u2044")
    whole = int(words[:-1] or 0)
    return exact(100 * (whole * int(bottom) + int(top)), int(bottom))


def _raised(text: str, value: Number, end: int) -> tuple[Number, int]:
    """10⁶ and 1.5×10⁶; a raised number behind any other number is the mark of a note."""
    if text[end : end + 1] in {"×", "*"}:
        times = _TIMES_TEN.match(text, end)
        return (value * 10 ** int(times["power"].translate(_POWERS)), times.end()) if times else (value, end)
    raised = _RAISED.match(text, end) if not text[end : end + 1].isascii() else None
    if raised is None:
        return value, end
    return (10 ** int(raised["power"].translate(_POWERS)) if value == 10 else value), raised.end()


def _is_date(text: str, start: int, value: Number, unit: Unit | None) -> bool:
    if unit is None:
        return False
    return (unit.name == "年" and value >= 1000) or (unit.name == "日" and text[start - 1 : start] == "月")


def _sign(text: str, start: int, unit: Unit | None) -> int:
    """Where a number begins with its sign: 零下10℃, -10℃. A dash between two numbers is none (5-10℃, 表2-1)."""
    if start == 0:
        return start
    if unit is None:
        return start - (_BELOW_ZERO.match(text, start - 1) is not None)
    if unit.dimension == "温度" and text.startswith("零下", start - 2):
        return start - 2
    return start - (text[start - 1] == "-" and _is_minus(text, start - 1, unit.dimension))


def _is_minus(text: str, at: int, dimension: str) -> bool:
    """Whether the dash before a number of a dimension is a minus."""
    if dimension == "长度":
        return _HEIGHT.search(text, max(0, at - _HEIGHT_REACH), at) is not None
    if dimension not in _MEASURED_BELOW_ZERO:
        return False
    before = text[at - 1 : at]
    # -15℃--10℃
    if not before or before in {"-", "~", "—"} or before in _SIGNED_AFTER:
        return True
    return dimension == "温度" and _MEASURED.search(text, max(0, at - 2), at) is not None
