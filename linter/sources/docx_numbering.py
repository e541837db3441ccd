"""Automatic numbering of Word (ISO/IEC 29500-1 17.9): what stands before a paragraph though nobody typed it."""

from __future__ import annotations

import re
from typing import TypeAlias

from linter.language import NamedTuple, to_chinese, to_roman
from linter.sources.docx_looks import StyleTable
from linter.sources.ooxml import Element, W, is_on, value

_HOLE = re.compile(r"%([1-9])")
_CLOSED = ("、", "）", ")", "．", "。", "，", "：", "】", "〕", "]")
_LEVELS = 9
# A list and the depth in it; None where nothing is said.
ListPlace: TypeAlias = tuple[str | None, int | None]
_NOTHING: ListPlace = (None, None)
# The first number of a format that fills up with zeros.
_PADDED = re.compile("0+1")


class NumberingLevel(NamedTuple):
    """One level of a list: its number format, its text with holes %1…%9, and how it counts."""

    form: str
    text: str
    suffix: str
    start: int
    restart: int
    legal: bool
    style: str


class Numbering:
    """The lists of a document with their counters; ask for the label of each paragraph in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = StyleTable(styles, lambda style: _numbered(style.find(f"{W}pPr/{W}numPr")), _joined, _NOTHING)
        self._abstract: dict[str, dict[int, NumberingLevel]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, NumberingLevel], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def label(self, properties: Element | None) -> str:
        """The words before a paragraph with these properties, with the space that parts them; counts on."""
        number, depth = self._place(properties)
        if number not in self._lists or not 0 <= depth < _LEVELS:
            return ""
        key, own, starts = self._lists[number]
        levels = self._levels(key) | own
        if depth not in levels:
            return ""
        counts = self._count(key, number, depth, levels, starts)
        return _render(levels, depth, counts)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """List and depth of a paragraph: its own, else those of its style."""
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        direct = properties.find(f"{W}numPr") if properties is not None else None
        own = _numbered(direct)
        number, depth = _joined(own, self._styles.of(style or self._styles.default))
        if own[0] is None and number and depth is None:
            depth = self._depth_of(number, style)
        return number or "", depth or 0

    def _depth_of(self, number: str, style: str) -> int | None:
        """The level that names a paragraph style as its own."""
        if number not in self._lists:
            return None
        key, own, _ = self._lists[number]
        return next((depth for depth, level in (self._levels(key) | own).items() if level.style == style), None)

    def _levels(self, key: str) -> dict[int, NumberingLevel]:
        """The levels of an abstract list; one that only links to a list style takes those of the style."""
        levels = self._abstract.get(key, {})
        if levels or key not in self._linked:
            return levels
        number, _ = self._styles.of(self._linked[key] or self._styles.default)
        target = self._lists.get(number or "", ("", {}, {}))[0]
        return self._abstract.get(target, {})

    def _count(
        self, key: str, number: str, depth: int, levels: dict[int, NumberingLevel], starts: dict[int, int]
    ) -> dict[int, int]:
        counts = self._counts.setdefault(key, {})
        fresh = (number, depth) not in self._started
        self._started.add((number, depth))
        if depth in starts and fresh:
            counts[depth] = starts[depth]
        else:
            first = starts.get(depth, levels[depth].start)
            counts[depth] = counts[depth] + 1 if depth in counts else first
        # A list that begins below its top has passed over the numbers above, as word processors count.
        for upper in range(depth):
            if upper in levels:
                counts.setdefault(upper, starts.get(upper, levels[upper].start))
        for lower in [one for one in counts if one > depth]:
            restart = levels[lower].restart if lower in levels else -1
            if restart < 0 or depth < restart:
                del counts[lower]
        return counts

    def _read(self, numbering: Element) -> None:
        for abstract in numbering.iterchildren(f"{W}abstractNum"):
            key = value(abstract, "abstractNumId")
            self._abstract[key] = dict(_level(one) for one in abstract.iterchildren(f"{W}lvl"))
            link = abstract.find(f"{W}numStyleLink")
            if link is not None:
                self._linked[key] = value(link)
        for number in numbering.iterchildren(f"{W}num"):
            own: dict[int, NumberingLevel] = {}
            starts: dict[int, int] = {}
            for override in number.iterchildren(f"{W}lvlOverride"):
                depth = _whole(value(override, "ilvl"))
                own.update(_level(one) for one in override.iterchildren(f"{W}lvl"))
                if override.find(f"{W}startOverride") is not None:
                    starts[depth] = _whole(value(override.find(f"{W}startOverride")), 1)
            self._lists[value(number, "numId")] = (value(number.find(f"{W}abstractNumId")), own, starts)


def _joined(own: ListPlace, above: ListPlace) -> ListPlace:
    """List and depth with those of the style above where no list is named."""
    return own if own[0] is not None else (above[0], above[1] if own[1] is None else own[1])


def _numbered(properties: Element | None) -> ListPlace:
    """List and depth that a paragraph or a style gives by itself."""
    if properties is None:
        return _NOTHING
    number, depth = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    return (
        value(number) if number is not None else None,
        _whole(value(depth)) if depth is not None else None,
    )


def _level(level: Element) -> tuple[int, NumberingLevel]:
    suffix = level.find(f"{W}suff")
    restart = level.find(f"{W}lvlRestart")
    return _whole(value(level, "ilvl")), NumberingLevel(
        _form(next(level.iter(f"{W}numFmt"), None)),
        value(level.find(f"{W}lvlText")),
        value(suffix) if suffix is not None else "tab",
        _whole(value(level.find(f"{W}start")), 1),
        _whole(value(restart), -1) if restart is not None else -1,
        is_on(level.find(f"{W}isLgl")),
        value(level.find(f"{W}pStyle")),
    )


def _form(form: Element | None) -> str:
    """The number format of a level; one of its own (``custom``), by the first number it shows: 01, 001."""
    if form is None:
        return "decimal"
    if value(form) != "custom":
        return value(form)
    first = value(form, "format").partition(",")[0].strip()
    return first if _PADDED.fullmatch(first) else "decimal"


def _render(levels: dict[int, NumberingLevel], depth: int, counts: dict[int, int]) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return ""

    def fill(match: re.Match[str]) -> str:
        upper = int(match[1]) - 1
        if upper not in counts:
            return ""
        form = "decimal" if level.legal and levels[upper].form != "none" else levels[upper].form
        return ordinal(counts[upper], form)

    words = _HOLE.sub(fill, level.text)
    return words if level.suffix == "nothing" else spaced(words)


def spaced(label: str) -> str:
    """The words before a paragraph, with the space that parts them from its own."""
    return label if not label or label.endswith(_CLOSED) else label + " "


_ROWS = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_FULL_WIDTH = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
_BY_PLACE = str.maketrans("0123456789", "〇一二三四五六七八九")
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def ordinal(count: int, form: str) -> str:
    """A number in a number format of Word; decimal for formats it does not know and numbers they do not reach."""
    if form == "none":
        return ""
    if form in _ROWS:
        return _ROWS[form][count - 1] if 0 < count <= len(_ROWS[form]) else str(count)
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return to_roman(count) if form == "upperRoman" else to_roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 26 * 20:
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return _counted(count, form)


def _counted(count: int, form: str) -> str:
    digits = str(count)
    if count >= 0 and form.startswith(("chineseCounting", "taiwaneseCounting", "japaneseCounting")):
        return to_chinese(count)
    if count >= 0 and form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        words = to_chinese(count)
        return ("一" + words if words.startswith("十") else words).translate(_LEGAL)
    if form in ("ideographDigital", "taiwaneseDigital"):
        return digits.translate(_BY_PLACE)
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return digits.translate(_FULL_WIDTH)
    if _PADDED.fullmatch(form):
        return digits.zfill(len(form))
    return {"decimalZero": digits.zfill(2), "numberInDash": f"- {digits} -"}.get(form, digits)


def _whole(words: str, default: int = 0) -> int:
    return int(words) if words.removeprefix("-").isdecimal() and len(words) < 10 else default
