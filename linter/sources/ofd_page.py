"""What an OFD page shows: characters with their boxes, lines and images, in points, as the layout wants them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from linter.sources import SourceError
from linter.sources.ofd_package import child, local, words
from linter.sources.ofd_text import Matrix, characters, inner, is_hidden, numbers
from linter.sources.page import PICTURES, SLANTED, Box, Drawn, Page, Placed, around, ruled, sides, upright

_POINTS_A_MM = 72 / 25.4
# A4, for files that do not say.
_USUAL = (210.0, 297.0)
# Units that draw each other, and shapes without end.
_MAX_DEPTH = 40
_MAX_OBJECTS = 200_000
_MAX_SEGMENTS = 20_000
_BLOCKS = frozenset(("Content", "Layer", "PageBlock", "Appearance"))
# Numbers behind the letter of each step of a path; the last two are its point.
_STEPS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}


def size(*areas: Element | None) -> tuple[float, float]:
    """Width and height of a page in mm, by the first area that tells them."""
    for area in areas:
        box = numbers(words(child(area, "PhysicalBox")))
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            return box[2], box[3]
    return _USUAL


class Canvas:
    """Collects what is drawn on one page of so many mm; ``units`` are the drawings that objects refer to."""

    def __init__(self, width: float, height: float, units: Mapping[str, Element]) -> None:
        self._width, self._height = width * _POINTS_A_MM, height * _POINTS_A_MM
        # From mm that grow downwards to points that grow upwards.
        self._paper = Matrix(_POINTS_A_MM, 0, 0, -_POINTS_A_MM, 0, self._height)
        self._units = units
        self._shown: list[Placed] = []
        self._hidden: list[Placed] = []
        self._rules: list[Box] = []
        self._pictures = 0.0
        self._largest = 0.0
        # The identifier of the largest image, empty if there is none.
        self.image = ""
        self._segments = self._objects = 0

    def draw(self, content: Element) -> None:
        """Draw the objects of a page or a template. Raises SourceError if they are too many."""
        self._draw(content, self._paper, 0)

    def annotate(self, appearance: Element, *, watermark: bool) -> None:
        """Draw the words of an annotation: its strokes are handwriting, no lines of a table.

        Those of a watermark are as good as slanted, and its image is none of the page.
        """
        rules, shown = len(self._rules), len(self._shown)
        images = self._pictures, self._largest, self.image
        self._draw(appearance, inner(appearance, self._paper), 0)
        del self._rules[rules:]
        if watermark:
            self._shown[shown:] = [one._replace(line=SLANTED) for one in self._shown[shown:]]
            self._pictures, self._largest, self.image = images

    def page(self) -> Page:
        """The page drawn. Text that cannot be seen counts over an image of words, if there is no other."""
        drawn = Drawn(self._rules, self._pictures, self._segments)
        page = upright(self._width, self._height, self._shown, drawn)
        if self._hidden and not self._shown and PICTURES in page.unread:
            return upright(self._width, self._height, self._hidden, drawn)._replace(scanned=True)
        return page._replace(form=PICTURES in page.unread and not self._rules)

    def _draw(self, block: Element, matrix: Matrix, depth: int) -> None:
        for one in block:
            self._objects += 1
            if self._objects > _MAX_OBJECTS or depth > _MAX_DEPTH:
                raise SourceError("OFD 有一页的对象过多，不予读取 (too many objects on a page)")
            if one.get("Visible") == "false":
                continue
            kind = local(one)
            if kind in _BLOCKS:
                self._draw(one, matrix, depth + 1)
            elif kind == "TextObject":
                (self._hidden if is_hidden(one) else self._shown).extend(characters(one, inner(one, matrix)))
            elif kind == "PathObject":
                self._path(one, inner(one, matrix))
            elif kind == "ImageObject":
                across, along = sides(_boundary(one, matrix))
                self._pictures += across * along
                if across * along > self._largest:
                    self._largest, self.image = across * along, one.get("ResourceID", "")
            elif kind == "CompositeObject" and one.get("ResourceID", "") in self._units:
                self._draw(self._units[one.get("ResourceID", "")], inner(one, matrix), depth + 1)

    def _path(self, path: Element, matrix: Matrix) -> None:
        stroked = path.get("Stroke") != "false"
        for part in _parts(words(child(path, "AbbreviatedData")).split()):
            self._segments += len(part)
            if self._segments <= _MAX_SEGMENTS:
                self._rules.extend(ruled([matrix.point(x, y) for x, y in part], stroked=stroked))


def _boundary(element: Element, matrix: Matrix) -> Box:
    box = numbers(element.get("Boundary"))
    if len(box) != 4:
        return Box(0, 0, 0, 0)
    return around([matrix.point(box[0], box[1]), matrix.point(box[0] + box[2], box[1] + box[3])])


def _parts(data: list[str]) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path; curves count by their ends."""
    part: list[tuple[float, float]] = []
    at = 0
    while at < len(data):
        letter = data[at]
        count = _STEPS.get(letter, 0)
        step = numbers(" ".join(data[at + 1 : at + 1 + count]))
        at += 1 + count
        if letter in ("S", "M") and part:
            yield part
            part = []
        if letter == "C" and part:
            part.append(part[0])
        elif count and len(step) == count:
            part.append((step[-2], step[-1]))
    if part:
        yield part
