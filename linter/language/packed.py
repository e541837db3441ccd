"""A table with a row for a character, laid out so that opening it reads none: a row is found by bisection.

The bytes: the number of rows (four), the characters in order (UTF-16), the end of each row (four each), the rows one
behind another (UTF-8). Numbers have their lowest byte first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate

_NUMBER = 4
_CHARACTER = 2


class PackedRows:
    """The rows of a packed table, each decoded when it is asked for."""

    __slots__ = ("_characters", "_data", "_ends", "_rows")

    def __init__(self, data: bytes) -> None:
        count = int.from_bytes(data[:_NUMBER], "little")
        self._data = data
        self._ends = _NUMBER + _CHARACTER * count
        self._rows = self._ends + _NUMBER * count
        self._characters = data[_NUMBER : self._ends].decode("utf-16-le")

    def row(self, character: str) -> str:
        """The row of a character; empty if it has none."""
        at = bisect_left(self._characters, character)
        if self._characters[at : at + 1] != character:
            return ""
        return self._data[self._rows + (self._end(at - 1) if at else 0) : self._rows + self._end(at)].decode()

    def _end(self, at: int) -> int:
        place = self._ends + _NUMBER * at
        return int.from_bytes(self._data[place : place + _NUMBER], "little")


def pack(rows: Mapping[str, str]) -> bytes:
    """The bytes of a table. Its characters are those of the basic plane."""
    ordered = sorted(rows)
    cells = [rows[character].encode() for character in ordered]
    ends = b"".join([end.to_bytes(_NUMBER, "little") for end in accumulate(map(len, cells))])
    return b"".join([len(cells).to_bytes(_NUMBER, "little"), "".join(ordered).encode("utf-16-le"), ends, *cells])
