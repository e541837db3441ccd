"""Files in the format of Word 97 made on the fly, for tests: a compound file with one piece of text."""

from __future__ import annotations

import struct

_SECTOR = 512
# Streams shorter than this would go into the small sectors, which these files do without.
_LEAST = 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_TEXT_AT = 2048
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
# The pair of place and length that names the pieces of the text, among those of Word 97.
_PIECES, _PAIRS = 33, 93


def doc_file(*paragraphs: str, encrypted: bool = False) -> bytes:
    """A document with these paragraphs."""
    words = "".join(f"{one}\r" for one in paragraphs)
    # One piece: where its characters begin and end, no properties, its place, as 16-bit text.
    pieces = struct.pack("<II", 0, len(words)) + struct.pack("<HIH", 0, _TEXT_AT, 0)
    table = struct.pack("<BI", 2, len(pieces)) + pieces
    flags = _TABLE_1 | (_ENCRYPTED if encrypted else 0)
    head = struct.pack("<4H", 0xA5EC, 0x00C1, 0, 0x0804) + struct.pack("<HHH", 0, flags, 0x00C1) + bytes(18)
    counts = struct.pack("<22I", _TEXT_AT + 2 * len(words), 0, 0, len(words), *[0] * 18)
    pairs = [(0, len(table)) if at == _PIECES else (0, 0) for at in range(_PAIRS)]
    places = b"".join(struct.pack("<II", *pair) for pair in pairs)
    fib = head + struct.pack("<H", 14) + bytes(28) + struct.pack("<H", 22) + counts + struct.pack("<H", _PAIRS) + places
    return compound({"WordDocument": fib.ljust(_TEXT_AT, b"\0") + words.encode("utf-16-le"), "1Table": table})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of two streams."""
    fat, body, starts = [_FAT], b"", []
    for data in streams.values():
        count = max(_LEAST, len(data) + _SECTOR - 1) // _SECTOR
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + count), _END]
        body += data.ljust(count * _SECTOR, b"\0")
    folder_at = len(fat)
    fat.append(_END)
    (first, one), (second, other) = streams.items()
    folder = _entry("Root Entry", 5, _NONE, child=1, start=_END, size=0)
    folder += _entry(first, 2, 2 if len(second) < len(first) else _NONE, start=starts[0], size=max(_LEAST, len(one)))
    folder += _entry(second, 2, _NONE, start=starts[1], size=max(_LEAST, len(other)))
    folder += _entry("", 0, _NONE, start=0, size=0)
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, folder_at, 0, _LEAST, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + table + body + folder


def _entry(name: str, kind: int, left: int, *, child: int = _NONE, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le")
    data = title.ljust(64, b"\0") + struct.pack("<HBB", len(title) + 2 if name else 0, kind, 1)
    return data + struct.pack("<3I", left, _NONE, child) + bytes(36) + struct.pack("<IQ", start, size)
