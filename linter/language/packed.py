"""A table with a row for a character, laid out so that opening it reads none: a row is found by its code point.

The bytes: the first code point, how many follow from it, where the row of each begins and where the last ends (four bytes
each, the lowest first), the rows one behind another (UTF-8). A character between that has no row has an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from struct import Struct

_HEAD = Struct("<2I")
_BOUNDS = Struct("<2I")
_NUMBER = 4


class PackedRows:
    """The rows of a packed table, each decoded when it is asked for."""

    __slots__ = ("_data", "_first", "_size")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._first, self._size = _HEAD.unpack_from(data)

    def row(self, code: int) -> str:
        """The row of a code point; empty if it has none."""
        at = code - self._first
        if not 0 <= at < self._size:
            return ""
        start, end = _BOUNDS.unpack_from(self._data, _HEAD.size + _NUMBER * at)
        return self._data[start:end].decode()


def pack(rows: Mapping[str, str]) -> bytes:
    """The bytes of a table."""
    codes = range(ord(min(rows)), ord(max(rows)) + 1)
    cells = [rows.get(chr(code), "").encode() for code in codes]
    head = _HEAD.size + _NUMBER * (len(cells) + 1)
    bounds = Struct(f"<{len(cells) + 1}I").pack(*accumulate(map(len, cells), initial=head))
    return b"".join([_HEAD.pack(codes.start, len(codes)), bounds, *cells])
