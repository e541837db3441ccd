"""What the look of a run does to its words: hidden ones are not there, raised figures and symbols become others."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from linter.language import NamedTuple
from linter.sources.docx_symbols import from_symbol
from linter.sources.ooxml import Element, W, is_on, value
from linter.sources.raised import raised

# What is looked for in the properties of runs, or of the styles that they have.
_STRIKES = (f"{W}strike", f"{W}dstrike")
_VANISH, _ALIGN, _FONTS, _STYLE = f"{W}vanish", f"{W}vertAlign", f"{W}rFonts", f"{W}rStyle"

_SYMBOL = "symbol"
# Fonts whose letters are pictures: ticks, boxes, arrows. Chinese among them is drawn in another font.
_PICTURES = ("wingdings", "webdings", "zapf dingbats", "zapfdingbats", "monotype sorts")
_DRAWN = re.compile("[!-\xff\ue000-\uf8ff]")
T = TypeVar("T")


class Look(NamedTuple):
    """Whether words are hidden, set as superscript or struck out, and their font if it draws signs.

    The font is ``symbol``, another one that draws pictures, or empty for letters. None where nothing is said.
    """

    hidden: bool | None = None
    raised: bool | None = None
    signs: str | None = None
    struck: bool | None = None

    def or_else(self, other: Look) -> Look:
        """The look that another one completes where this one says nothing."""
        if self is PLAIN or other is PLAIN:
            return other if self is PLAIN else self
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.raised if self.raised is None else self.raised,
            other.signs if self.signs is None else self.signs,
            other.struck if self.struck is None else self.struck,
        )

    def seen(self, words: str) -> str:
        """The words as a reader sees them, as long as they were."""
        if self.signs == _SYMBOL:
            words = from_symbol(words)
        elif self.signs:
            words = _DRAWN.sub("□", words)
        return raised(words) if self.raised else words


PLAIN = Look()
# What is told of words that are not read for their looks.
HIDDEN = "有隐藏的文字，未检查 (hidden words are not read)"
STRUCK = "有划去的文字，未检查 (words struck out are not read)"


class StyleTable(Generic[T]):
    """What the styles of a document say of one matter: each by itself, completed by what it is based on.

    ``own`` reads what a style says, ``joined`` completes it, ``nothing`` is what one says that says nothing.
    ``default`` names the style of paragraphs that name none.
    """

    def __init__(
        self, styles: Element | None, own: Callable[[Element], T], joined: Callable[[T, T], T], nothing: T
    ) -> None:
        self._joined, self._nothing = joined, nothing
        self._base: dict[str, str] = {}
        self._own: dict[str, T] = {}
        self._whole: dict[str, T] = {}
        self.default = ""
        for style in styles.iterchildren(f"{W}style") if styles is not None else ():
            name = value(style, "styleId")
            self._base[name] = value(style.find(f"{W}basedOn"))
            self._own[name] = own(style)
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on"):
                self.default = name

    def of(self, name: str) -> T:
        """What a style says with those it is based on, up to one that stands in a circle."""
        found: dict[str, None] = {}
        above = name
        while above and above not in found and above not in self._whole:
            found[above] = None
            above = self._base.get(above, "")
        for one in reversed(found):
            inherited = self._whole.get(self._base.get(one, ""), self._nothing)
            self._whole[one] = self._joined(self._own.get(one, self._nothing), inherited)
        return self._whole.get(name, self._nothing)


class Looks:
    """The looks of the styles of a document; ``left_out`` says which words are not read for their looks."""

    def __init__(self, styles: Element | None) -> None:
        self.left_out: set[str] = set()
        self._styles = StyleTable(styles, lambda style: _look(style.find(f"{W}rPr")), Look.or_else, PLAIN)

    def of_paragraph(self, properties: Element | None) -> Look:
        """The look that its style gives the words of a paragraph."""
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        return self._styles.of(style or self._styles.default)

    def hides_end(self, properties: Element | None) -> bool:
        """Whether the mark that ends a paragraph is hidden; then, if no words are shown, Word counts it in no list."""
        own = properties.find(f"{W}rPr") if properties is not None else None
        return bool(_look(own).or_else(self.of_paragraph(properties)).hidden)

    def of_run(self, properties: Element | None, paragraph: Look) -> Look:
        """The look of a run within a paragraph of such a look."""
        if properties is None:
            return paragraph
        own, style = _read(properties)
        return own.or_else(self._styles.of(style)).or_else(paragraph)


def _look(properties: Element | None) -> Look:
    return PLAIN if properties is None else _read(properties)[0]


def _read(properties: Element) -> tuple[Look, str]:
    """What the properties of a run say themselves, and the style that they name."""
    hidden = up = signs = struck = None
    style = ""
    for one in properties.iterchildren(_VANISH, _ALIGN, _FONTS, _STYLE, *_STRIKES):
        if one.tag == _FONTS:
            font = value(one, "ascii").lower()
            signs = font if font == _SYMBOL or font.startswith(_PICTURES) else ""
        elif one.tag == _STYLE:
            style = value(one)
        elif one.tag == _VANISH:
            hidden = is_on(one)
        elif one.tag in _STRIKES:
            struck = struck or is_on(one)
        else:
            up = value(one) == "superscript"
    said = hidden is not None or up is not None or signs or struck is not None
    return (Look(hidden, up, signs, struck) if said else PLAIN), style
