"""One stand-in for the fonts that a PDF names but does not hold, so that every machine reads the same.

pdfium takes such fonts from the machine, places characters by them, and drops words that they have no shape for: with
one text object a character, all Chinese is lost where no Chinese font is installed.
"""

import ctypes
import re
from functools import cache
from typing import Any

from linter.sources.pdf_boxfont import box_font

# pdfium holds these itself, with their own widths; for all others it would look in the machine's folders.
_OWN = re.compile(
    rb"(times|arial|helvetica|courier)(newroman|new|roman)?(ps)?(mt)?(?![a-z])|symbol|zapfdingbats", re.IGNORECASE
)
# Japanese, simplified Chinese, Korean, traditional Chinese: character sets of Windows.
_EAST_ASIAN = frozenset((128, 134, 129, 136))
_WHOLE_FILE = 0
_HANDLE = 1


@cache
def use_box_font(raw: Any) -> object:
    """Give pdfium the box font wherever it would look for one on the machine; for the whole process.

    What it draws afterwards is of no use. ``raw`` is pypdfium2's module of C functions; the answer is what pdfium
    calls, which the cache keeps alive.
    """
    font = box_font()

    def map_font(_info: Any, _weight: int, _italic: int, charset: int, _pitch: int, face: Any, _exact: Any) -> Any:
        name = ctypes.string_at(face).replace(b" ", b"")
        return None if charset not in _EAST_ASIAN and _OWN.match(name) else _HANDLE

    def font_data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        if table != _WHOLE_FILE:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    kinds = dict(raw.FPDF_SYSFONTINFO._fields_)
    own = {"MapFont": kinds["MapFont"](map_font), "GetFontData": kinds["GetFontData"](font_data)}
    info = raw.FPDF_SYSFONTINFO(version=1, **own)
    raw.FPDF_SetSystemFontInfo(info)
    return info
