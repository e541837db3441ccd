"""Recognised pages: where characters stand on the straightened page, how sure recognition was, and what it folds.

The values here are what a recogniser answers, in pixels; ``page_of`` makes of them the page that the layout reads.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from linter.language import NamedTuple
from linter.sources.page import DOUBT, DOUBT_DIGITS, UNSEEN, Box, Char, Page

# Every wrong Chinese character and digit of 9,414 had less than 0.95, and one in eighty right ones.
SURE = 0.9
# What the recogniser reads of the marks of Chinese print, beside Chinese.
_FOLDED = str.maketrans("(),;:?!", "（），；：？！")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LITRES = re.compile(r"(?<=\dm)1(?![\dA-Za-z.])")
_CHINESE = "\u2e80"
# The box of a line is so much higher than its characters; steps between them tell their size better, unless they are
# set apart. Sizes of one font come out so different (shares of the size).
_HIGHER = 1.08
_APART = 0.25
_SAME = 0.13
# Neighbours nearer than this have no space between them, Chinese and Latin ones (shares of the height).
_NO_GAP, _NO_LATIN_GAP = 0.75, 0.25
# So many characters show which way a line runs; one further from the level than this (radians) is not set along it.
_FEW = 4
_STEEP = 0.35

# Of a page that stands as it should recognition is surer than this on average.
_LEGIBLE = 0.75

Quad = tuple[tuple[float, float], ...]


class ScanChar(NamedTuple):
    """A character, how sure recognition was of it (0 to 1), and its corners from the top left clockwise."""

    words: str
    score: float
    corners: Quad


class Scan(NamedTuple):
    """A recognised page: its width and height, its lines in any order, and the ruled lines of the straightened page.

    ``pictures`` are its lines in the image, each a JPEG in base 64, empty where recognition was sure.
    """

    width: float
    height: float
    lines: tuple[tuple[ScanChar, ...], ...]
    rules: tuple[Box, ...] = ()
    pictures: tuple[str, ...] = ()


def scan_of(answer: Any) -> Scan:
    """A page out of its form as plain data, which is that of ``Scan``. Raises ValueError or TypeError for any other."""
    width, height, lines, rules, pictures = answer
    return Scan(
        float(width),
        float(height),
        tuple(
            tuple(
                ScanChar(str(words), float(score), tuple((float(x), float(y)) for x, y in corners))
                for words, score, corners in line
            )
            for line in lines
        ),
        tuple(Box(*map(float, rule)) for rule in rules),
        tuple(map(str, pictures)),
    )


def is_doubtful(line: Sequence[ScanChar]) -> bool:
    """Whether recognition was not sure of a line."""
    return any(char.score < SURE for char in line)


def legible(lines: Sequence[Sequence[ScanChar]]) -> float:
    """How much Chinese a page shows in lines across it, each character by how sure recognition was of it."""
    across = (line for line in lines if not _is_upright(line))
    return sum(char.score for line in across for char in line if char.words >= _CHINESE)


def lies(lines: Sequence[Sequence[ScanChar]]) -> bool:
    """Whether a page may lie on its side or stand on its head: its lines run down it, or hardly anything is sure."""
    count = sum(map(len, lines))
    upright = sum(len(line) for line in lines if _is_upright(line))
    return upright * 2 > count or sum(char.score for line in lines for char in line) < _LEGIBLE * count


def _is_upright(line: Sequence[ScanChar]) -> bool:
    """Whether a line runs down the page."""
    across, along = zip(*(corner for char in line for corner in char.corners), strict=True)
    return len(line) >= _FEW and max(along) - min(along) > max(across) - min(across)


def tilt(lines: Sequence[Sequence[ScanChar]]) -> float:
    """By how many radians lines sink from left to right: the median of long lines, each counted by its length."""
    slopes: list[float] = []
    for line in lines:
        if len(line) >= _FEW:
            (x, y), (end, foot) = _middle(line[0]), _middle(line[-1])
            slope = math.atan2(foot - y, end - x)
            if abs(slope) < _STEEP:
                slopes += [slope] * len(line)
    return median(slopes) if slopes else 0.0


def _middle(char: ScanChar) -> tuple[float, float]:
    across, along = zip(*char.corners, strict=True)
    return sum(across) / len(across), sum(along) / len(along)


class _Straight(NamedTuple):
    """The characters of a line on the straightened page, their size (em), and the height of their middle.

    ``near``: by how much of itself the size may be out.
    """

    chars: list[Char]
    em: float
    middle: float
    near: float


def page_of(scan: Scan, width: float, height: float) -> Page:
    """The page of so many points, straightened; doubtful characters are followed by ``DOUBT``."""
    angle = tilt(scan.lines)
    scale = width / scan.width
    lines = [_line(line, at, angle, scan, scale) for at, line in enumerate(scan.lines) if line]
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.chars)
    chars = tuple(char for line in lines for char in _sized(line, _usual(line, sizes)))
    rules = tuple(Box(*(place * scale for place in rule)) for rule in scan.rules)
    return Page(width, height, chars, rules, () if chars else (UNSEEN,), scanned=True, pictures=scan.pictures)


def _line(line: Sequence[ScanChar], at: int, angle: float, scan: Scan, scale: float) -> _Straight:
    turned = [_turned(char.corners, angle, (scan.width / 2, scan.height / 2)) for char in line]
    words = list(_words(line, DOUBT + "".join(DOUBT_DIGITS[int(digit)] for digit in str(at))))
    boxes = [
        Box(
            scale * min(x for x, _ in corners),
            scale * min(y for _, y in corners),
            scale * max(x for x, _ in corners),
            scale * max(y for _, y in corners),
        )
        for corners in turned
    ]
    chars = list(_closed([Char(one, *box) for one, box in zip(words, boxes, strict=True)]))
    steps = [
        after.left - before.left
        for before, after in pairwise(chars)
        if min(before.words, after.words) >= _CHINESE and after.left > before.left
    ]
    em = median(char.size for char in chars) / _HIGHER
    stepped = len(steps) >= _FEW and abs(median(steps) - em) < _APART * em
    middle = median((char.top + char.bottom) / 2 for char in chars)
    return _Straight(chars, median(steps) if stepped else em, middle, _SAME if stepped else _APART)


def _closed(chars: Sequence[Char]) -> Iterator[Char]:
    """The characters of a line without the spaces among them, which their neighbours before them note.

    Boxes shake: where no space was recognised and little lies between, each reaches to the next.
    """
    for before, after in pairwise([*chars, None]):
        if before is None or before.words.isspace():
            continue
        if after is not None and after.words.isspace():
            yield before._replace(spaced=True)
        elif after is not None and 0 < after.left - before.right < _no_gap(before, after) * before.size:
            yield before._replace(right=after.left)
        else:
            yield before


def _no_gap(before: Char, after: Char) -> float:
    """How far apart two characters may stand without a space between them (shares of their height)."""
    return _NO_GAP if max(before.words, after.words) >= _CHINESE else _NO_LATIN_GAP


def _turned(corners: Quad, angle: float, centre: tuple[float, float]) -> Quad:
    """Corners turned back by an angle about the centre of the page."""
    across, along = math.cos(-angle), math.sin(-angle)
    return tuple(
        (
            centre[0] + (x - centre[0]) * across - (y - centre[1]) * along,
            centre[1] + (x - centre[0]) * along + (y - centre[1]) * across,
        )
        for x, y in corners
    )


def _usual(line: _Straight, sizes: Counter[float]) -> float:
    """The size that most characters have among those near enough to be of one font."""
    near = [(count, size) for size, count in sizes.items() if abs(size - line.em) < line.near * line.em]
    return max(near)[1] if near else line.em


def _sized(line: _Straight, em: float) -> Iterator[Char]:
    """The characters of a line on one height, as high as their font."""
    top, bottom = line.middle - em / 2, line.middle + em / 2
    yield from (char._replace(top=top, bottom=bottom) for char in line.chars)


def _words(line: Sequence[ScanChar], doubt: str) -> Iterator[str]:
    """The characters of a line, marks beside Chinese as Chinese print has them, doubtful ones marked.

    Lowered figures are plain ones, as in a text layer; a 1 that ends a unit of volume is an l.
    """
    shown = [char.words.translate(_LOWERED) for char in line]
    for match in _LITRES.finditer("".join(shown)) if all(len(one) == 1 for one in shown) else ():
        shown[match.start()] = "l"
    for at, (char, words) in enumerate(zip(line, shown, strict=True)):
        beside = [shown[other] for other in (at - 1, at + 1) if 0 <= other < len(shown)]
        if any(one >= _CHINESE for one in beside):
            words = words.translate(_FOLDED)  # noqa: PLW2901
        yield words + doubt if char.score < SURE else words
