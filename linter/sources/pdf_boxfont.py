"""A font that draws the same box for every character: the stand-in for fonts that a PDF names but does not hold.

A TrueType file after the OpenType specification 1.9, with the tables that a reader asks for and no others. Spaces are
empty, as they are in every font.
"""

import struct

EM = 1000
# The square of a Chinese font: its foot lies below the line on which Latin letters stand.
ASCENT, DESCENT = 880, -120
# Glyph 0 is for what a font lacks, and here that is nothing.
_GLYPHS = 3
_BOX, _EMPTY = 1, 2
_SPACES = ((0x20, 0x20), (0xA0, 0xA0), (0x2000, 0x200F), (0x3000, 0x3000))
_LAST = 0x10FFFF
# Platform and encoding: Unicode; Windows, 16 bits; Windows, all of Unicode. A reader asks for one of them.
_ENCODINGS = ((0, 4), (3, 1), (3, 10))
_VERSION = 0x00010000
# The 32-bit words of a font add up to this, with the place of the summand in ``head``.
_SUM = 0xB1B0AFBA
_SUMMAND = 8


def box_font() -> bytes:
    """The font as a file."""
    outline = _outline()
    tables = {
        b"cmap": _cmap(),
        b"glyf": outline,
        b"head": _head(),
        b"hhea": struct.pack(">I3hH5h12xH", _VERSION, ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, 0, 1),
        # One advance for all, then the left bearings of the others.
        b"hmtx": struct.pack(">H3h", EM, 0, 0, 0),
        # Where each glyph begins and the last one ends, halved.
        b"loca": struct.pack(">4H", 0, 0, len(outline) // 2, len(outline) // 2),
        # Four points in one contour; one zone, as for every font without instructions.
        b"maxp": struct.pack(">I6H16x", _VERSION, _GLYPHS, 4, 1, 0, 0, 1),
        b"post": struct.pack(">I28x", 0x00030000),
    }
    return _file(tables)


def _outline() -> bytes:
    """A square of one em: its box, the number of its last point, flags of the points, and the steps to each."""
    frame = struct.pack(">5h", 1, 0, DESCENT, EM, ASCENT)
    steps_across, steps_up = (0, 0, EM, 0), (DESCENT, EM, 0, -EM)
    return frame + struct.pack(">HH4B8h", 3, 0, 1, 1, 1, 1, *steps_across, *steps_up)


def _cmap() -> bytes:
    """From code points to glyphs, many to one (format 13)."""
    groups = b""
    start = 0
    for first, last in (*_SPACES, (_LAST + 1, _LAST + 1)):
        groups += struct.pack(">3I", start, first - 1, _BOX)
        if first <= _LAST:
            groups += struct.pack(">3I", first, last, _EMPTY)
        start = last + 1
    place = 4 + 8 * len(_ENCODINGS)
    records = b"".join(struct.pack(">HHI", *encoding, place) for encoding in _ENCODINGS)
    return (
        struct.pack(">HH", 0, len(_ENCODINGS))
        + records
        + struct.pack(">HH3I", 13, 0, 16 + len(groups), 0, len(groups) // 12)
        + groups
    )


def _head() -> bytes:
    """The header, its summand still 0: flags say that lines and left edges begin at 0; no dates."""
    magic, flags = 0x5F0F3CF5, 0b11
    start = struct.pack(">4I2H16x", _VERSION, _VERSION, 0, magic, flags, EM)
    return start + struct.pack(">4hHH3h", 0, DESCENT, EM, ASCENT, 0, 8, 2, 0, 0)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory, each on a boundary of four bytes."""
    power = len(tables).bit_length() - 1
    span = 16 << power
    head = struct.pack(">I4H", _VERSION, len(tables), span, power, 16 * len(tables) - span)
    place = len(head) + 16 * len(tables)
    directory, body = b"", b""
    summand_at = 0
    for tag, table in sorted(tables.items()):
        if tag == b"head":
            summand_at = place + len(body) + _SUMMAND
        directory += struct.pack(">4s3I", tag, checksum(table), place + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    font = head + directory + body
    summand = struct.pack(">I", (_SUM - checksum(font)) % 2**32)
    return font[:summand_at] + summand + font[summand_at + 4 :]


def checksum(data: bytes) -> int:
    """The sum of the 32-bit words of a table, modulo 2**32; the last one is filled with zeros."""
    whole = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(whole) // 4}I", whole)
    return sum(words) % 2**32
