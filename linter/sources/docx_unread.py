"""What of a Word file may hold words that are not read, and is told: images, diagrams, embedded files."""

import re
from collections.abc import Iterator

from linter.sources.ooxml import Element, W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
PICTURES = "有图像，其中的文字未检查 (words in images are not read)"
_DIAGRAMS = "有智能图形或图表，其中的文字未检查 (words in diagrams and charts are not read)"
EMBEDDED = "嵌有其他文件，未检查 (embedded files are not read)"
# Square points; a tenth of a page of A4, as for pages of PDF.
_LARGE = 0.1 * 595 * 842
_EMU = 12700
_SIDES = tuple(
    re.compile(rf"(?:^|;)\s*{name}:\s*([\d.]{{1,8}})(pt|in|cm|mm)", re.ASCII) for name in ("width", "height")
)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_KINDS = ("/diagram", "/chart", "/chartex")


def unread(root: Element) -> set[str]:
    """A line for each kind of what the main part shows besides its words."""
    found = set()
    if any(map(is_large, _areas(root))):
        found.add(PICTURES)
    if any((one.get("uri") or "").endswith(_KINDS) for one in root.iter(f"{_GRAPHIC}graphicData")):
        found.add(_DIAGRAMS)
    objects = (one for one in root.iter(f"{_OFFICE}OLEObject") if not (one.get("ProgID") or "").startswith("Equation"))
    if next(objects, None) is not None or next(root.iter(f"{W}altChunk"), None) is not None:
        found.add(EMBEDDED)
    return found


def is_large(area: float) -> bool:
    """Whether an image of so many square points may hold words of the document."""
    return area >= _LARGE


def _areas(root: Element) -> Iterator[float]:
    """How many square points each image takes up."""
    for drawing in root.iter(f"{_DRAWING}inline", f"{_DRAWING}anchor"):
        extent = drawing.find(f"{_DRAWING}extent")
        if extent is not None and next(drawing.iter(f"{_GRAPHIC}blip"), None) is not None:
            sides = [extent.get(name) or "" for name in ("cx", "cy")]
            if all(side.isdecimal() and len(side) < 12 for side in sides):
                yield int(sides[0]) / _EMU * int(sides[1]) / _EMU
    for image in root.iter(f"{_VML}imagedata"):
        shape = image.getparent()
        found = [side.search(shape.get("style") or "") for side in _SIDES] if shape is not None else []
        across, along = (_points(one) for one in found) if len(found) == 2 else (0.0, 0.0)
        yield across * along


def _points(match: re.Match[str] | None) -> float:
    try:
        return float(match[1]) * _POINTS[match[2]] if match else 0.0
    except ValueError:
        return 0.0
