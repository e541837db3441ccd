"""What a PDF page shows: characters with their boxes and ruled lines, turned upright, top down."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from linter.sources.pdf_chars import Box, Char, characters

# Lines of a table are strokes, or rectangles this thin (points).
_THIN = 3.0
_MAX_SEGMENTS = 20_000
# Emblems and logos take up a twentieth of a page, tables and scans set as images a fifth at least.
_LARGE = 0.1
# A Chinese character drawn as a shape has some thirty pieces, a frame or a table of rectangles five for each.
_FEW_SEGMENTS = 500
# So few characters set another way round are the page number of a page turned for a wide table.
_FEW_CHARACTERS = 6


class Page(NamedTuple):
    """An upright page, and what on it may hold words that are not read (``PICTURES`` and the like)."""

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Box, ...]
    unread: tuple[str, ...]


PICTURES = "有图像，其中的文字未检查 (words in images are not read)"
SHAPES = "没有文字，只有图形，其中的文字未检查 (words drawn as shapes are not read)"
TURNED = "另有横竖方向不同的文字，未检查 (words set another way round are not read)"
UNNAMED = "有字体没有字符编码，其中的文字未检查 (a font names no characters)"
DAMAGED = "已损坏，未检查 (damaged, not read)"


def load(page: Any, raw: Any) -> Page:
    """Read one page of pypdfium2 (``raw`` is its module of C functions)."""
    width, height = page.get_size()
    if page.get_rotation() % 180:
        width, height = height, width
    found = characters(page, raw)
    drawn = _drawn(page, raw)
    lines = Counter(one.line for one in found)
    quarter = lines.most_common(1)[0][0] if lines else 0
    turn = _turn(quarter, width, height)
    upright = [one for one in found if quarter in (one.line, one.quarter)]
    unread = (
        (PICTURES, drawn.pictures > _LARGE * width * height),
        (SHAPES, not found and drawn.segments > _FEW_SEGMENTS),
        (TURNED, len(found) - len(upright) >= _FEW_CHARACTERS),
        (UNNAMED, not all(one.named for one in upright)),
    )
    return Page(
        height if quarter % 2 else width,
        width if quarter % 2 else height,
        tuple(_turned(one.char, turn) for one in upright),
        tuple(turn(box) for box in drawn.rules),
        tuple(what for what, true in unread if true),
    )


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


class _Drawn(NamedTuple):
    """What a page shows beside text: lines along the axes as boxes growing upwards, square points of images, and how
    many pieces its shapes have.
    """

    rules: list[Box]
    pictures: float
    segments: int


def _drawn(page: Any, raw: Any) -> _Drawn:
    """Lines are strokes or thin rectangles; those behind too many shapes are left out."""
    rules: list[Box] = []
    pictures, segments = 0.0, 0
    for shape in page.get_objects([raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        box = Box(*shape.get_bounds())
        across, along = _sides(box)
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += across * along
            continue
        count = raw.FPDFPath_CountSegments(shape)
        segments += max(count, 1)
        if segments > _MAX_SEGMENTS:
            continue
        if min(across, along) <= _THIN:
            rules.append(box)
        elif count > 1:
            rules.extend(_outline(shape, raw, count))
    return _Drawn(rules, pictures, segments)


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
