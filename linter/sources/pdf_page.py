"""What a PDF page shows: characters with their boxes and ruled lines, turned upright, top down."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

# Lines of a table are strokes, or rectangles this thin (points).
_THIN = 3.0
_MAX_SEGMENTS = 20_000
# A line broken at a hyphen ends in one of these.
_HYPHENS = frozenset((0x2, 0xAD, 0xFFFE))
# Emblems and logos take up a twentieth of a page, tables and scans set as images a fifth at least.
_LARGE = 0.1
_MAX_CHARACTERS = 200_000


class Box(NamedTuple):
    """A rectangle in points from the top left of the upright page."""

    left: float
    top: float
    right: float
    bottom: float


class Char(NamedTuple):
    """A visible character and its box, as wide as the text advances; ``spaced`` says that a typed space follows it."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = False

    @property
    def size(self) -> float:
        """Its height, near enough the size of the font."""
        return self.bottom - self.top


class Page(NamedTuple):
    """An upright page; ``pictures`` says that images take up much of it, which may hold words."""

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Box, ...]
    pictures: bool


def load(page: Any, raw: Any) -> Page:
    """Read one page of pypdfium2 (``raw`` is its module of C functions)."""
    width, height = page.get_size()
    if page.get_rotation() % 180:
        width, height = height, width
    found = list(_characters(page, raw))
    quarters = Counter(quarter for _, quarter in found)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    turn = _turn(quarter, width, height)
    chars = tuple(_turned(char, turn) for char, own in found if own == quarter)
    rules = tuple(turn(box) for box in _rules(page, raw))
    shown = (_sides(Box(*image.get_bounds())) for image in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    pictures = sum(across * along for across, along in shown) > _LARGE * width * height
    return Page(height if quarter % 2 else width, width if quarter % 2 else height, chars, rules, pictures)


def _characters(page: Any, raw: Any) -> Iterator[tuple[Char, int]]:
    """Characters with boxes that grow upwards, and their quarter turns; slanted ones (watermarks) are left out."""
    text = page.get_textpage()
    box = raw.FS_RECTF()
    last: tuple[Char, int] | None = None
    for at in range(min(raw.FPDFText_CountChars(text), _MAX_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, at)
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        words = chr(0x2D if code in _HYPHENS else code)
        if words.isspace() and last:
            last = last[0]._replace(spaced=True), last[1]
        turns = raw.FPDFText_GetCharAngle(text, at) / (math.pi / 2)
        if code <= 32 or words.isspace() or 0xD800 <= code < 0xE000 or abs(turns - round(turns)) > 0.05:
            continue
        if raw.FPDFText_GetLooseCharBox(text, at, box):
            if last:
                yield last
            last = Char(words, box.left, box.bottom, box.right, box.top), round(turns) % 4
    if last:
        yield last


def _turn(quarter: int, width: float, height: float) -> Callable[[Box], Box]:
    """How boxes that grow upwards become upright boxes from the top, for text turned clockwise so many times."""
    if quarter == 3:
        return lambda box: Box(box.top, box.left, box.bottom, box.right)
    if quarter == 2:
        return lambda box: Box(width - box.right, box.top, width - box.left, box.bottom)
    if quarter == 1:
        return lambda box: Box(height - box.bottom, width - box.right, height - box.top, width - box.left)
    return lambda box: Box(box.left, height - box.bottom, box.right, height - box.top)


def _turned(char: Char, turn: Callable[[Box], Box]) -> Char:
    return Char(char.words, *turn(Box(*char[1:5])), char.spaced)


def _rules(page: Any, raw: Any) -> Iterator[Box]:
    """Lines along the axes, drawn as strokes or as thin rectangles, as boxes that grow upwards."""
    left = _MAX_SEGMENTS
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        count = raw.FPDFPath_CountSegments(shape)
        left -= max(count, 1)
        if left < 0:
            return
        if min(_sides(Box(*shape.get_bounds()))) <= _THIN:
            yield Box(*shape.get_bounds())
        elif count > 1:
            yield from _outline(shape, raw, count)


def _outline(shape: Any, raw: Any, count: int) -> Iterator[Box]:
    """Thin rectangles among the parts of a shape, and, if it is stroked, its lines along the axes."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, mode, stroke)
    matrix = shape.get_matrix()
    part: list[tuple[float, float]] = []
    for at in range(count + 1):
        segment = raw.FPDFPath_GetPathSegment(shape, at) if at < count else None
        if segment is None or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield from _part(part, stroked=bool(stroke.value))
            part = []
        if segment is not None:
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            part.append(matrix.on_point(x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                part.append(part[0])


def _part(points: list[tuple[float, float]], *, stroked: bool) -> Iterator[Box]:
    if len(points) < 2:
        return
    whole = _around(points)
    if min(_sides(whole)) <= _THIN:
        yield whole
    elif stroked:
        lines = (_around([one, other]) for one, other in pairwise(points))
        yield from (line for line in lines if min(_sides(line)) <= _THIN < max(_sides(line)))


def _around(points: list[tuple[float, float]]) -> Box:
    across, along = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(along), max(across), max(along))


def _sides(box: Box) -> tuple[float, float]:
    return abs(box.right - box.left), abs(box.bottom - box.top)
