"""Styles of OpenDocument text: what they do to words, each completed by the one that it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from linter.sources.docx_looks import PLAIN, Look

_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
OFFICE, TEXT, TABLE, STYLE = (_SPACE.format(name) for name in ("office", "text", "table", "style"))
DRAW = _SPACE.format("drawing")
FO, SVG = (_SPACE.format(f"{name}-compatible") for name in ("xsl-fo", "svg"))
_LENGTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{0,8})?)(in|cm|mm|pt|pc)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0}
_SYMBOLS = "x-symbol"


class OdtStyles:
    """The styles of a document, those in its content and those in its part for styles."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._own: dict[tuple[str, str], tuple[Look, str]] = {}
        self._whole: dict[tuple[str, str], Look] = {}
        self._signs: dict[str, str] = {}
        for root in roots:
            for font in root.iter(f"{STYLE}font-face"):
                family = font.get(f"{SVG}font-family", "").strip("'\"").lower()
                if font.get(f"{STYLE}font-charset") == _SYMBOLS:
                    self._signs[font.get(f"{STYLE}name", "")] = family or "wingdings"
            for style in root.iter(f"{STYLE}style"):
                name = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")
                own = self._look(style.find(f"{STYLE}text-properties"))
                self._own[name] = own, style.get(f"{STYLE}parent-style-name", "")

    def look(self, family: str, name: str) -> Look:
        """What a style of a family does to words, with those it is based on, up to one that stands in a circle."""
        chain: list[str] = []
        while (family, name) in self._own and (family, name) not in self._whole and name not in chain:
            chain.append(name)
            name = self._own[family, name][1]
        found = self._whole.get((family, name), PLAIN)
        for one in reversed(chain):
            found = self._whole[family, one] = self._own[family, one][0].or_else(found)
        return found

    def _look(self, properties: Element | None) -> Look:
        if properties is None:
            return PLAIN
        display, position = properties.get(f"{TEXT}display"), properties.get(f"{STYLE}text-position")
        lines = [properties.get(f"{STYLE}text-line-through-{name}") for name in ("style", "type")]
        font = properties.get(f"{STYLE}font-name")
        said = Look(
            None if display is None else display == "none",
            None if position is None else _is_raised(position),
            None if font is None else self._signs.get(font, ""),
            None if lines == [None, None] else any(line not in (None, "none") for line in lines),
        )
        return PLAIN if said == PLAIN else said


def _is_raised(position: str) -> bool:
    """Whether words stand as superscript: by its name, or so many percent higher."""
    first = position.partition(" ")[0]
    return first == "super" or (first.endswith("%") and not first.startswith(("-", "0")))


def points(length: str) -> float:
    """A length in points; 0 for what is none."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _POINTS[match[2]] if match else 0.0
