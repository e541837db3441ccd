"""The visible characters of a PDF page with their boxes, the same on every machine."""

from __future__ import annotations

import ctypes
import math
from typing import Any

from linter.language import NamedTuple
from linter.sources.page import SLANTED, UNKNOWN, Char, Placed, is_slanted
from linter.sources.pdf_boxfont import ASCENT, DESCENT, EM

# A line broken at a hyphen ends in one of these.
_HYPHENS = frozenset((0x2, 0xAD, 0xFFFE))
_MAX_CHARACTERS = 200_000
# The modes of text that is filled, and of text that is neither filled nor stroked.
_FILLED, _UNSEEN = 0, 3
# A colour is white if each part of it is as much, of 255.
_WHITE = 250
# 一, whose advance shows which way a font writes.
_ONE = 0x4E00


def characters(page: Any, raw: Any, most: int = _MAX_CHARACTERS) -> list[Placed]:
    """The characters of a page of pypdfium2 in the order of the file, up to so many."""
    held = page.get_textpage()
    text = held.raw  # the pointer itself: the object would be asked for it at every call
    boxes = _Boxes(text, raw)
    found: list[Placed] = []
    for at in range(min(raw.FPDFText_CountChars(text), most)):
        code = raw.FPDFText_GetUnicode(text, at)
        words = "-" if code in _HYPHENS else chr(code)
        if words.isspace():
            if found and raw.FPDFText_IsGenerated(text, at) != 1:
                found[-1] = found[-1]._replace(char=found[-1].char._replace(spaced=True))
        elif code > 32 and not 0xD800 <= code < 0xE000:
            placed = boxes.placed(at, words)
            if placed:
                found.append(placed)
    return found


def is_pale(held: Any, raw: Any) -> bool:
    """Whether an object of a page is filled with white, or with a colour that is wholly clear."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(held, red, green, blue, cover):
        return False
    return cover.value == 0 or min(red.value, green.value, blue.value) >= _WHITE


class _Font(NamedTuple):
    """A font of pdfium, its address, whether the file lacks it, and whether its characters stand below each other."""

    handle: Any
    address: int
    lent: bool
    down: bool


class _Boxes:
    """The boxes of the characters of a page, growing upwards.

    Of a font that the file holds, pdfium's box: as wide as the text advances, or as the shape if that is wider. Of one
    it does not hold, only the advance, which is in the file: the shape is the stand-in's.
    """

    def __init__(self, text: Any, raw: Any) -> None:
        self._text = text
        self._raw = raw
        # As the library has it, but with an address for an answer, which is quick to compare.
        kind = ctypes.CFUNCTYPE(ctypes.c_void_p, raw.FPDF_TEXTPAGE, ctypes.c_int)
        self._object_at = kind(ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._across, self._up, self._width = ctypes.c_double(), ctypes.c_double(), ctypes.c_float()
        self._fonts: dict[int, _Font] = {}
        self._widths: dict[tuple[int, int], float] = {}
        # Of the text object last looked at, which neighbours mostly share.
        self._object: int | None = -1
        self._font: _Font | None = None
        self._quarter = 0
        self._em = 0.0
        self._seen, self._pale = True, False

    def placed(self, at: int, words: str) -> Placed | None:
        """A character with its box; None if it has none."""
        address = self._object_at(self._text, at)
        if address != self._object:
            self._look_at(address, at)
        font, quarter = self._font, self._quarter
        if not self._raw.FPDFText_GetLooseCharBox(self._text, at, self._box):
            return None
        box = self._box
        char = _no_higher(Char(words, box.left, box.bottom, box.right, box.top), self._em, quarter)
        if font and (font.lent or font.down):
            char = self._advanced(char, font, at)
        named = self._raw.FPDFText_HasUnicodeMapError(self._text, at) != 1
        if not named:
            char = char._replace(words=UNKNOWN)
        down = font is not None and font.down and quarter != SLANTED
        return Placed(char, quarter, (quarter + 1) % 4 if down else quarter, named, self._seen, self._pale)

    def _look_at(self, address: int | None, at: int) -> None:
        """Note what the characters of a text object share, by one of them."""
        self._object = address
        self._quarter = self._turned(at)
        self._em = self._size(at)
        held = ctypes.cast(address, self._raw.FPDF_PAGEOBJECT) if address else None
        self._font = self._font_of(held) if held else None
        mode = self._raw.FPDFTextObj_GetTextRenderMode(held) if held else _FILLED
        self._seen = mode != _UNSEEN
        self._pale = bool(held) and mode == _FILLED and is_pale(held, self._raw)

    def _turned(self, at: int) -> int:
        """The quarter turns of a character, or that it is slanted."""
        turns = self._raw.FPDFText_GetCharAngle(self._text, at) / (math.pi / 2)
        return SLANTED if is_slanted(turns) else round(turns) % 4

    def _font_of(self, found: Any) -> _Font | None:
        font = self._raw.FPDFTextObj_GetFont(found)
        address = ctypes.addressof(font.contents) if font else 0
        if address and address not in self._fonts:
            lent = self._raw.FPDFFont_GetIsEmbedded(font) == 0
            self._fonts[address] = _Font(font, address, lent, self._advance(font, address, _ONE) < 0)
        return self._fonts.get(address)

    def _advanced(self, char: Char, font: _Font, at: int) -> Char:
        """The character with the extent along its line that its advance gives, if that is known.

        In vertical writing it is a square above the point where a horizontal line would put it: pdfium's box does not
        heed the scale there.
        """
        size = self._size(at)
        width = size if font.down else self._advance(font.handle, font.address, ord(char.words)) * size
        if width <= 0 or not self._raw.FPDFText_GetCharOrigin(self._text, at, self._across, self._up):
            return char
        across, up = self._across.value, self._up.value
        # Words that the file gives for others (ActualText) all begin where those do; pdfium's boxes share out the room.
        if not font.down and abs(_begin(char, self._quarter) - (up if self._quarter % 2 else across)) > size / 2:
            return char
        if font.down and self._quarter == 0:
            char = char._replace(top=up + DESCENT * size / EM, bottom=up + ASCENT * size / EM)
        return _along(char, across, up, width, self._quarter)

    def _size(self, at: int) -> float:
        """The size of a character's font on the page."""
        self._raw.FPDFText_GetMatrix(self._text, at, self._matrix)
        size: float = self._raw.FPDFText_GetFontSize(self._text, at) * math.hypot(self._matrix.a, self._matrix.b)
        return size

    def _advance(self, font: Any, address: int, code: int) -> float:
        """How far a character moves the text, in em: the file's number. Below 0 in vertical writing, 0 if unknown."""
        if (address, code) not in self._widths:
            known = self._raw.FPDFFont_GetGlyphWidth(font, code, 1.0, self._width)
            self._widths[address, code] = self._width.value if known else 0.0
        return self._widths[address, code]


def _no_higher(char: Char, em: float, quarter: int) -> Char:
    """A character no higher than its font is large: the boxes of many fonts leave room above and below the line."""
    low, high = (char.left, char.right) if quarter % 2 else (char.top, char.bottom)
    if not 0 < em < high - low:
        return char
    low, high = (low + high - em) / 2, (low + high + em) / 2
    return char._replace(left=low, right=high) if quarter % 2 else char._replace(top=low, bottom=high)


def _begin(char: Char, quarter: int) -> float:
    """Where a character begins along its line."""
    return (char.left, char.bottom, char.right, char.top)[quarter % 4]


def _along(char: Char, across: float, up: float, width: float, quarter: int) -> Char:
    """A character with its extent along the line replaced: so many points on from where it begins."""
    if quarter == 0:
        return char._replace(left=across, right=across + width)
    if quarter == 1:
        return char._replace(top=up - width, bottom=up)
    if quarter == 2:
        return char._replace(left=across - width, right=across)
    return char._replace(top=up, bottom=up + width)
