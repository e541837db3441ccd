"""What a PDF page shows: its characters, and the lines and images beside them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from linter.sources.page import THIN, Box, Drawn, Page, ruled, sides, upright
from linter.sources.pdf_chars import characters

_MAX_SEGMENTS = 20_000


def load(page: Any, raw: Any) -> Page:
    """Read one page of pypdfium2 (``raw`` is its module of C functions)."""
    width, height = page.get_size()
    if page.get_rotation() % 180:
        width, height = height, width
    return upright(width, height, characters(page, raw), _drawn(page, raw))


def _drawn(page: Any, raw: Any) -> Drawn:
    """Lines are strokes or thin rectangles; those behind too many shapes are left out."""
    rules: list[Box] = []
    pictures, segments = 0.0, 0
    for shape in page.get_objects([raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        box = Box(*shape.get_bounds())
        across, along = sides(box)
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += across * along
            continue
        count = raw.FPDFPath_CountSegments(shape)
        segments += max(count, 1)
        if segments > _MAX_SEGMENTS:
            continue
        if min(across, along) <= THIN:
            rules.append(box)
        elif count > 1:
            rules.extend(_outline(shape, raw, count))
    return Drawn(rules, pictures, segments)


def _outline(shape: Any, raw: Any, count: int) -> Iterator[Box]:
    """Thin rectangles among the parts of a shape, and, if it is stroked, its lines along the axes."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, mode, stroke)
    matrix = shape.get_matrix()
    part: list[tuple[float, float]] = []
    for at in range(count + 1):
        segment = raw.FPDFPath_GetPathSegment(shape, at) if at < count else None
        if segment is None or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield from ruled(part, stroked=bool(stroke.value))
            part = []
        if segment is not None:
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            part.append(matrix.on_point(x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                part.append(part[0])
