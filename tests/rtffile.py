r"""Rich text made on the fly, for tests: characters beyond ASCII as bytes of code page 936 (``\'d6\'d0``)."""

from __future__ import annotations

from collections.abc import Sequence

_FONTS = r"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\froman\fcharset0 Times;}{\f2\ftech\fcharset2 Symbol;}}"
_WIDE = 1800


def said(words: str) -> str:
    """Words as Chinese programs write them; what the code page has not is written by its number."""
    return "".join(map(_character, words))


def _character(one: str) -> str:
    if one in "\\{}":
        return f"\\{one}"
    if one.isascii():
        return one
    try:
        return "".join(f"\\'{byte:02x}" for byte in one.encode("gbk"))
    except UnicodeEncodeError:
        units = one.encode("utf-16-le")
        return "".join(f"\\u{int.from_bytes(units[at : at + 2], 'little')}?" for at in range(0, len(units), 2))


def paragraph(words: str, before: str = "") -> str:
    """A paragraph; ``before`` are words about it, or the group with its number."""
    return rf"\pard {before}{said(words)}\par" + "\n"


def row(cells: Sequence[str], edges: Sequence[int] = (), more: str = "") -> str:
    """A row of cells that end at these places, or side by side; ``more`` stands before the last edge."""
    places = edges or [_WIDE * at for at in range(1, len(cells) + 1)]
    shape = "".join(rf"{more if at == len(places) - 1 else ''}\cellx{place}" for at, place in enumerate(places))
    return rf"\trowd\trleft0{shape}" + "".join(rf"\pard\intbl {said(one)}\cell" for one in cells) + r"\row" + "\n"


def rtf_file(*body: str) -> bytes:
    """A file with these blocks."""
    return (rf"{{\rtf1\ansi\ansicpg936\deff0{_FONTS}" + "".join(body) + "}").encode("ascii")
