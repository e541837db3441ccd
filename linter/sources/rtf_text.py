r"""Bytes of rich text → characters: the code page of the font, else that of the document (RTF 1.9.1, \fcharset)."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from linter.sources.plain import decode_gb

SYMBOLS = 2
# Character set of a font → code page; those left out have that of the document.
_CODECS = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 254: "cp437", 255: "cp437"} | {
    charset: f"cp{page}"
    for charset, page in (
        (161, 1253),
        (162, 1254),
        (163, 1258),
        (177, 1255),
        (178, 1256),
        (186, 1257),
        (204, 1251),
        (222, 874),
        (238, 1250),
    )
}
_WESTERN = 0
# Where Word keeps the characters of symbol fonts.
_SYMBOLS_FROM = 0xF000
_PAGES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb18030"}
# Both bytes of each character are high, as in GB 2312: no Western words look so.
_PAIRS = re.compile(rb"(?:[\0-\x7f]|[\xa1-\xfe][\xa1-\xfe])*")


@dataclass(slots=True)
class Font:
    """A font of the table: its character set, the code page that it names itself, and its name."""

    charset: int = 1
    page: int = 0
    name: str = ""

    @property
    def signs(self) -> str | None:
        """Its name in small letters, if its letters are drawn as signs."""
        return self.name.strip(" ;").lower() or "wingdings" if self.charset == SYMBOLS else None


def codec_of(page: int) -> str:
    """The codec of a Windows code page; that of Western Europe for unknown ones."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def decoded(data: bytes, font: Font, page: str) -> str:
    """The characters of a run in a font, in a document of a code page (a codec); damaged bytes become U+FFFD.

    Programs call a font Western that is none: in a document of a Chinese code page its bytes count as Chinese if they
    come in pairs.
    """
    if font.charset == SYMBOLS:
        return "".join(chr(_SYMBOLS_FROM + byte) for byte in data)
    if data.isascii():
        return data.decode("ascii")
    if font.page:
        return _read(data, codec_of(font.page))
    if font.charset == _WESTERN and not _PAIRS.fullmatch(data):
        return _read(data, "cp1252")
    return _read(data, _CODECS.get(font.charset, page))


def _read(data: bytes, codec: str) -> str:
    if codec == "gb18030":
        try:
            return decode_gb(data)
        except UnicodeDecodeError:
            pass
    return data.decode(codec, "replace")


def joined(words: str) -> str:
    """Words whose characters beyond the first plane are written as two halves; a half by itself becomes U+FFFD."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
