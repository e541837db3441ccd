"""Automatic numbering of OpenDocument text (ISO/IEC 26300-1, 5.3 and 16.30): lists, and headings by their level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from linter.language import NamedTuple
from linter.sources.docx_numbering import ordinal, spaced
from linter.sources.odt_styles import STYLE, TEXT

_HOLE = re.compile("%([0-9]{1,2})%")
_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_LABEL = f"{STYLE}list-level-properties/{STYLE}list-level-label-alignment"
_LEVELS = 10
# The first number of a format → as Word calls it; others are written as they are.
_FORMS = {
    "1": "decimal",
    "1, 2, 3, ...": "decimalFullWidth",  # as LibreOffice writes it
    "１": "decimalFullWidth",
    "A": "upperLetter",
    "a": "lowerLetter",
    "I": "upperRoman",
    "i": "lowerRoman",
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
}


class OdtLevel(NamedTuple):
    """One level of a list: number format, text with holes %1%…%10%, where it starts, whether no space follows."""

    form: str
    text: str
    start: int
    close: bool


Levels = Mapping[int, OdtLevel]
Counts = dict[int, int]


class Lists:
    """The lists of a document with their counters; ask for the label of each item in order."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, Levels] = {}
        self._outline: Levels = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._outline = _levels(style)
        # The styles and the counters of the lists that are open, from the outermost.
        self._open: list[tuple[str, Counts]] = []
        self._last: dict[str, Counts] = {}
        self._named: dict[str, Counts] = {}
        self._headings: Counts = {}

    def begin(self, element: Element) -> None:
        """Begin a list: within another one it counts with it, else from the start, or on from one before."""
        style = element.get(f"{TEXT}style-name") or (self._open[-1][0] if self._open else "")
        if self._open:
            counts = self._open[0][1]
        elif element.get(f"{TEXT}continue-list") in self._named:
            counts = self._named[element.get(f"{TEXT}continue-list", "")]
        elif element.get(f"{TEXT}continue-numbering") == "true":
            counts = self._last.get(style, {})
        else:
            counts = {}
        self._open.append((style, counts))
        if len(self._open) == 1:
            self._last[style] = counts
            self._named[element.get("{http://www.w3.org/XML/1998/namespace}id", "")] = counts

    def end(self) -> None:
        """End the innermost list."""
        self._open.pop()

    def label(self, item: Element) -> str:
        """The words before an item of the innermost list; counts on."""
        style, counts = self._open[-1]
        levels = self._styles.get(item.get(f"{TEXT}style-override") or style, {})
        return _counted(levels, counts, len(self._open), item.get(f"{TEXT}start-value"))

    def heading(self, element: Element) -> str:
        """The words before a heading that is in no list; counts on."""
        level = element.get(f"{TEXT}outline-level", "")
        if not level.isdecimal() or len(level) > 2 or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        restart = element.get(f"{TEXT}start-value") if element.get(f"{TEXT}restart-numbering") == "true" else None
        return _counted(self._outline, self._headings, int(level), restart)


def _counted(levels: Levels, counts: Counts, depth: int, start: str | None) -> str:
    """Count an item at a level; its label."""
    level = levels.get(depth)
    if level is None:
        return ""
    counts[depth] = counts.get(depth, level.start - 1) + 1
    if start and start.isdecimal() and len(start) < 10:
        counts[depth] = int(start)
    for lower in [one for one in counts if one > depth]:
        del counts[lower]
    for upper in range(1, depth):
        if upper in levels:
            counts.setdefault(upper, levels[upper].start)
    if not level.form:
        return ""
    words = _HOLE.sub(lambda hole: _number(levels, counts, int(hole[1])), level.text)
    return words if level.close else spaced(words)


def _number(levels: Levels, counts: Counts, depth: int) -> str:
    return ordinal(counts[depth], levels[depth].form or "none") if depth in counts and depth in levels else ""


def _levels(style: Element) -> Levels:
    """The levels of a style; signs before items are no numbers."""
    found = {}
    for level in style:
        depth = level.get(f"{TEXT}level", "")
        if depth.isdecimal() and 0 < len(depth) < 3 and 0 < int(depth) <= _LEVELS:
            found[int(depth)] = _level(level, int(depth))
    return found


def _level(level: Element, depth: int) -> OdtLevel:
    form = level.get(f"{STYLE}num-format", "")
    first = form.partition(",")[0].strip()
    start, shown = (level.get(f"{TEXT}{name}", "") for name in ("start-value", "display-levels"))
    above = int(shown) if shown.isdecimal() and len(shown) < 3 else 1
    holes = ".".join(f"%{one}%" for one in range(max(1, depth - above + 1), depth + 1))
    text = level.get(_FORMAT) or level.get(f"{STYLE}num-prefix", "") + holes + level.get(f"{STYLE}num-suffix", "")
    label = level.find(_LABEL)
    close = label is not None and label.get(f"{TEXT}label-followed-by") == "nothing"
    start_at = int(start) if start.isdecimal() and len(start) < 10 else 1
    return OdtLevel(_FORMS.get(form) or _FORMS.get(first, first), text, start_at, close)
