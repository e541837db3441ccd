"""Another machine's fonts for pdfium: a folder in place of the system's, and a Chinese font to put there.

As a plug-in of pytest (``-p machine_fonts``) it takes the folder from the environment. Linux only: elsewhere pdfium
asks the system, not folders.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pypdfium2

VARIABLE = "TEST_FONT_FOLDER"


def use_folder(folder: str) -> None:
    """Start pdfium anew with the fonts of this folder and no others."""
    raw = pypdfium2.raw
    letters = ctypes.POINTER(ctypes.c_char)
    paths = (letters * 2)(ctypes.cast(ctypes.create_string_buffer(os.fsencode(folder)), letters), None)
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=paths))


def chinese_font(folder: Path) -> None:
    """Write a font of the basic Chinese characters under a name that pdfium looks for; shapes narrower than the em."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for at, point in enumerate([(100, 0), (100, 700), (800, 700), (800, 0)]):
        (pen.lineTo if at else pen.moveTo)(point)
    pen.closePath()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "shape", "space"])
    font.setupCharacterMap({0x20: "space", **dict.fromkeys((*range(0x21, 0x7F), *range(0x3001, 0x9FA6)), "shape")})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "shape": pen.glyph(), "space": TTGlyphPen(None).glyph()})
    font.setupHorizontalMetrics({".notdef": (900, 0), "shape": (900, 100), "space": (900, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "WenQuanYi Micro Hei", "styleName": "Regular"})
    # Bit 18 says that it has simplified Chinese.
    font.setupOS2(ulCodePageRange1=1 << 18, sTypoAscender=800, sTypoDescender=-200, version=1)
    font.setupPost()
    font.save(folder / "chinese.ttf")


if VARIABLE in os.environ:
    use_folder(os.environ[VARIABLE])
