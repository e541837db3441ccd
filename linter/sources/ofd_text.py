"""Text objects of OFD: where each character stands, and whether anyone can see it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from linter.language import NamedTuple
from linter.sources.ofd_package import child, children
from linter.sources.page import SLANTED, Char, Placed, around, is_slanted

# 12 pt in mm, for text without a size.
_USUAL_SIZE = 4.2333
# How far a character reaches above and below the line it stands on, in em; the square of a Chinese font.
_ABOVE, _BELOW = 0.88, 0.12
# Letters and digits of Chinese fonts are half as wide as characters.
_HALF = 0.5
# No page and no scale is as large; and what is no number is not smaller.
_FARTHEST = 1e6


class Matrix(NamedTuple):
    """An affine map: x becomes a·x + c·y + e, y becomes b·x + d·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: Matrix) -> Matrix:
        """The map that does this one first, then another."""
        first, second = other.point(self.a, self.b), other.point(self.c, self.d)
        origin = other.point(self.e, self.f)
        return Matrix(
            first[0] - other.e, first[1] - other.f, second[0] - other.e, second[1] - other.f, origin[0], origin[1]
        )


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute; what is none, or lies beyond any page, is left out."""
    found = []
    for part in (text or "").replace(",", " ").split():
        try:
            number = float(part)
        except ValueError:
            continue
        if abs(number) < _FARTHEST:
            found.append(number)
    return found


def inner(element: Element, outer: Matrix) -> Matrix:
    """The map from the coordinates of an object to those around it."""
    own = numbers(element.get("CTM"))
    box = numbers(element.get("Boundary"))
    matrix = Matrix(*own) if len(own) == 6 else Matrix()
    place = Matrix(e=box[0], f=box[1]) if len(box) == 4 else Matrix()
    return matrix.then(place).then(outer)


def characters(text: Element, matrix: Matrix) -> Iterator[Placed]:
    """The characters of a text object; ``matrix`` leads to points that grow upwards."""
    turns = -math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    size = next(iter(numbers(text.get("Size"))), 0.0) or _USUAL_SIZE
    scale = next(iter(numbers(text.get("HScale"))), 1.0) or 1.0
    turned = next(iter(numbers(text.get("CharDirection"))), 0.0)
    quarter = (round(turns) + round(turned / 90)) % 4
    x = y = 0.0
    for code in children(text, "TextCode"):
        x = next(iter(numbers(code.get("X"))), x)
        y = next(iter(numbers(code.get("Y"))), y)
        run = _Run(code, size, scale)
        line = SLANTED if is_slanted(turns) else (round(turns) + run.down) % 4
        yield from _placed(run, x, y, matrix, (quarter, line))


class _Run:
    """The characters of a text code, their widths, and the steps to the next ones."""

    def __init__(self, code: Element, size: float, scale: float) -> None:
        text = code.text or ""
        # Line ends come from programs that indent their XML.
        self.words = text.strip() if "\n" in text else text
        self.size = size
        self.widths = [size * scale * (1 if _is_wide(char) else _HALF) for char in self.words]
        across = _steps(code.get("DeltaX"), len(self.words))
        self.up_to_down = _steps(code.get("DeltaY"), len(self.words))
        self.across = across + [0.0 if self.up_to_down else width for width in self.widths[len(across) :]]
        self.down = bool(self.up_to_down) and not any(across) and any(step > 0 for step in self.up_to_down)


def _placed(run: _Run, x: float, y: float, matrix: Matrix, turns: tuple[int, int]) -> Iterator[Placed]:
    last: Placed | None = None
    for at, char in enumerate(run.words):
        step = run.across[at]
        if char.isspace() and last:
            last = last._replace(char=last.char._replace(spaced=True))
        elif not char.isspace() and char >= " ":
            if last:
                yield last
            width = min(run.widths[at], step) if step > 0 and _is_wide(char) else run.widths[at]
            if not _is_wide(char) and 0 < step <= run.size:
                width = step
            top, foot = y - _ABOVE * run.size, y + _BELOW * run.size
            box = around([matrix.point(x, top), matrix.point(x + width, foot)])
            last = Placed(Char(char, *box), *turns, named=True)
        x += step
        y += run.up_to_down[at] if at < len(run.up_to_down) else 0.0
    if last:
        yield last


def _is_wide(char: str) -> bool:
    """Whether a character of a Chinese font takes up a whole em."""
    return unicodedata.east_asian_width(char) in "WFA"


def _steps(text: str | None, most: int) -> list[float]:
    """Steps from one character to the next; ``g 3 2.5`` stands for three of 2.5."""
    parts = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(parts) and len(found) < most:
        times = 1
        if parts[at] == "g" and at + 2 < len(parts) and parts[at + 1].isdecimal():
            times = min(int(parts[at + 1][:9]), most)
            at += 2
        found.extend((numbers(parts[at]) or [0.0]) * times)
        at += 1
    return found[:most]


def is_hidden(text: Element) -> bool:
    """Whether text is transparent, white, or neither filled nor stroked."""
    stroked = text.get("Stroke") == "true"
    filled = text.get("Fill") != "false"
    color = child(text, "FillColor")
    clear = text.get("Alpha") == "0" or (color is not None and color.get("Alpha") == "0")
    white = color is not None and _is_white(color.get("Value"))
    return clear or not (stroked or (filled and not white))


def _is_white(value: str | None) -> bool:
    parts = (value or "").split()
    return bool(parts) and all(part.lower() in ("255", "#ff") for part in parts) and len(parts) != 4
