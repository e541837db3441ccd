"""Workbooks of Excel 97 made on the fly, for tests: BIFF records in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docfile import compound

_GLOBALS, _SHEET = 0x0005, 0x0010


class BookSheet(NamedTuple):
    """Cells by row and column from 0: words, or a number with its format; and what is hidden or merged."""

    name: str
    cells: Mapping[tuple[int, int], str | tuple[float, str]]
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()


def book_file(*sheets: BookSheet) -> bytes:
    """A workbook with these sheets."""
    formats = ["General", *{one[1] for sheet in sheets for one in sheet.cells.values() if isinstance(one, tuple)}]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, _GLOBALS, 0, 1997, 0, 6))
    head += _record(0x0031, struct.pack("<HHHHHBBBB", 240, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + b"\x01\x00A")
    for at, code in enumerate(formats):
        head += _record(0x041E, struct.pack("<H", 164 + at) + _words(code, "<H"))
    for at in range(len(formats)):
        head += _record(0x00E0, struct.pack("<HHH14x", 0, 164 + at, 0))
    bodies = [_body(sheet, formats) for sheet in sheets]
    names = [_words(sheet.name, "<B") for sheet in sheets]
    place = len(head) + sum(10 + len(name) for name in names) + 4
    for sheet, name, body in zip(sheets, names, bodies, strict=True):
        head += _record(0x0085, struct.pack("<IBB", place, sheet.hidden, 0) + name)
        place += len(body)
    return compound({"Workbook": head + _record(0x000A) + b"".join(bodies), "Ctls": b""})


def _body(sheet: BookSheet, formats: Sequence[str]) -> bytes:
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, _SHEET, 0, 1997, 0, 6))
    for row in sheet.hidden_rows:
        body += _record(0x0208, struct.pack("<HHHHHHI", row, 0, 9, 0, 0, 0, 0x20))
    for (row, column), value in sorted(sheet.cells.items()):
        if isinstance(value, str):
            body += _record(0x0204, struct.pack("<HHH", row, column, 0) + _words(value, "<H"))
        else:
            body += _record(0x0203, struct.pack("<HHHd", row, column, formats.index(value[1]), value[0]))
    areas = b"".join(struct.pack("<4H", *area) for area in sheet.merged)
    return body + _record(0x00E5, struct.pack("<H", len(sheet.merged)) + areas) + _record(0x000A)


def _words(words: str, length: str) -> bytes:
    return struct.pack(length, len(words)) + b"\x01" + words.encode("utf-16-le")


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data
