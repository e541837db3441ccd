"""What a PDF page shows: its characters, and the lines and images beside them."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from linter.sources.page import (
    FIELDS,
    HIDDEN,
    THIN,
    Box,
    Char,
    Drawn,
    Page,
    Placed,
    covers,
    hides,
    ruled,
    sides,
    upright,
)
from linter.sources.pdf_chars import characters, is_pale

_MAX_SEGMENTS = 20_000
_MAX_ANNOTATIONS = 2000
_MAX_BYTES = 1 << 20
# Of a page with so many grounds nobody asks which of them a character stands on.
_MAX_GROUNDS = 500
# Boxes of words and fields of forms (PDF 32000, 12.5.6), and where their words stand; buttons and signatures have none.
_WORDS_OF = {3: b"Contents", 20: b"V"}
_NO_WORDS = frozenset(("Btn", "Sig"))
# Characters of one line differ in height by less (points).
_ON_LINE = 2.0


def load(page: Any, raw: Any, most: int) -> Page:
    """Read one page of pypdfium2 (``raw`` is its module of C functions): what it shows within its bounds.

    Of more characters than ``most`` so many are read.

    Words that are not drawn count over the image of a scan only, of which they were recognised.
    """
    bounds = Box(*page.get_bbox())
    width, height = bounds.right - bounds.left, bounds.bottom - bounds.top
    found = _against_grounds(characters(page, raw, most), page, raw)
    if page.get_bbox() != page.get_mediabox():
        found = list(_within(found, bounds))
    drawn = _drawn(page, raw)
    if bounds.left or bounds.top:
        found = [one._replace(char=_moved(one.char, bounds)) for one in found]
        drawn = drawn._replace(rules=[_moved(rule, bounds) for rule in drawn.rules])
    seen = [one for one in found if one.seen]
    scanned = len(seen) < len(found) and covers(drawn.pictures, width, height)
    shown = upright(width, height, found if scanned else seen, drawn)
    filled = (FIELDS,) if _has_filled_fields(page, raw) else ()
    hidden = (HIDDEN,) if hides(found) and not scanned else ()
    return shown._replace(scanned=scanned, unread=(*shown.unread, *filled, *hidden))


def _against_grounds(found: list[Placed], page: Any, raw: Any) -> list[Placed]:
    """The characters, those in white that stand on nothing darker not seen."""
    if not any(one.pale for one in found):
        return found
    grounds = list(islice(_grounds(page, raw), _MAX_GROUNDS))
    if len(grounds) == _MAX_GROUNDS:
        return found
    return [one._replace(seen=not (one.pale and not _over(one.char, grounds)) and one.seen) for one in found]


def _grounds(page: Any, raw: Any) -> Iterator[Box]:
    """The boxes of what fills a part of a page with more than white: shapes, images, shadings."""
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING]
    for shape in page.get_objects(kinds, max_depth=3):
        if shape.type != raw.FPDF_PAGEOBJ_PATH or (_is_filled(shape, raw) and not is_pale(shape.raw, raw)):
            yield Box(*shape.get_bounds())


def _is_filled(shape: Any, raw: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, mode, stroke)) and mode.value != 0


def _over(char: Char, grounds: Sequence[Box]) -> bool:
    return any(_inside(char, one) for one in grounds)


def _has_filled_fields(page: Any, raw: Any) -> bool:
    """Whether a field of a form on the page has words in it, or an annotation is a box of words."""
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        key = _WORDS_OF.get(raw.FPDFAnnot_GetSubtype(annotation))
        kind, words = (_said(annotation, name, raw) for name in (b"FT", key or b"V"))
        raw.FPDFPage_CloseAnnot(annotation)
        if key and words.strip() and kind not in _NO_WORDS:
            return True
    return False


def _said(annotation: Any, key: bytes, raw: Any) -> str:
    """The string under a key of an annotation."""
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length < _MAX_BYTES:
        return ""
    words = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(words, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return words.raw[:-2].decode("utf-16-le", "replace")


def _within(found: list[Placed], bounds: Box) -> Iterator[Placed]:
    """The characters without those lines of the file that lie beyond the cut, as notes of the printers do."""
    run: list[Placed] = []
    for one in found:
        if run and not _on_line(run[-1], one):
            yield from _shown(run, bounds)
            run = []
        run.append(one)
    yield from _shown(run, bounds)


def _on_line(before: Placed, after: Placed) -> bool:
    """Whether a character stands on the line of the one before it."""
    one, other = before.char, after.char
    apart = one.left - other.left if after.quarter % 2 else one.top - other.top
    return before.quarter == after.quarter == after.line and abs(apart) < _ON_LINE


def _shown(run: list[Placed], bounds: Box) -> list[Placed]:
    return run if any(_inside(one.char, bounds) for one in run) else []


def _inside(char: Char, bounds: Box) -> bool:
    across, up = (char.left + char.right) / 2, (char.top + char.bottom) / 2
    return bounds.left <= across <= bounds.right and bounds.top <= up <= bounds.bottom


def _moved(one: Any, bounds: Box) -> Any:
    """A box or a character of a page whose corner is no origin."""
    left, low = bounds.left, bounds.top
    return one._replace(left=one.left - left, top=one.top - low, right=one.right - left, bottom=one.bottom - low)


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
