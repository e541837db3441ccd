"""The process that recognises pages: images in, each behind its length, and a line of JSON for each out.

The model is that of the wheel; nothing is fetched.
"""

from __future__ import annotations

import json
import math
import struct
import sys
from base64 import b64encode
from io import BytesIO
from typing import Any, BinaryIO

from linter.limits import SCAN_MEMORY, failure
from linter.sources import extra
from linter.sources.page import Box
from linter.sources.scan import Scan, ScanChar, is_doubtful, legible, lies, tilt
from linter.sources.worker import limit_memory

LENGTH = struct.Struct(">Q")
# The model for lines upside down takes some that are not for such, which then are lost.
_OPTIONS = {"Global.log_level": "critical", "Global.use_cls": False, "Global.text_score": 0.0}
# Half of the dots of an image with grain differ by so much from those around; so many times that is its deviation.
_GRAIN, _DEVIATION = 2, 5
# A page that tilts by more than this (radians) is straightened and recognised anew: small print is lost between lines.
_LEVEL = 0.003
# Strokes so many pixels long, across and down, belong to no character of 150 dpi; a line is so much longer than wide.
_LONG = ((100, 1), (1, 60))
_SLENDER = 6
# The picture of a line: pixels around it, quality of its JPEG.
_EDGE = 4
_QUALITY = 60


Lines = tuple[tuple[ScanChar, ...], ...]


class Engine:
    """The recogniser, started once."""

    def __init__(self) -> None:
        self._engine = extra("rapidocr", "ocr").RapidOCR(params=_OPTIONS)
        self._cv2 = extra("cv2", "ocr")
        self._numpy = extra("numpy", "ocr")

    def recognise(self, image: bytes) -> Scan:
        """The lines of an image. Raises ValueError for bytes that are none."""
        with extra("PIL.Image", "ocr").open(BytesIO(image)) as opened:
            grey = self._numpy.array(opened.convert("L"))
        grey, lines = self._upright(self._cleaned(grey))
        if abs(tilt(lines)) > _LEVEL:
            grey = self._straightened(grey, tilt(lines))
            lines = self._lines(grey)
        height, width = grey.shape
        pictures = tuple(self._picture(grey, line) if is_doubtful(line) else "" for line in lines)
        return Scan(width, height, lines, tuple(self._rules(self._straightened(grey, tilt(lines)))), pictures)

    def _picture(self, grey: Any, line: tuple[ScanChar, ...]) -> str:
        """A line in the image, as a JPEG in base 64."""
        across, along = zip(*(corner for char in line for corner in char.corners), strict=True)
        low, left = max(int(min(along)) - _EDGE, 0), max(int(min(across)) - _EDGE, 0)
        cut = grey[low : int(max(along)) + _EDGE, left : int(max(across)) + _EDGE]
        made, data = self._cv2.imencode(".jpg", cut, [self._cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
        return b64encode(data.tobytes()).decode() if made else ""

    def _upright(self, grey: Any) -> tuple[Any, Lines]:
        """The image with its lines; if it seems to lie, turned so that most of it can be read."""
        lines = self._lines(grey)
        best = grey, lines
        for turn in (self._cv2.ROTATE_90_CLOCKWISE, self._cv2.ROTATE_90_COUNTERCLOCKWISE, self._cv2.ROTATE_180):
            if not lies(best[1]):
                break
            turned = self._cv2.rotate(grey, turn)
            found = self._lines(turned)
            if legible(found) > legible(best[1]):
                best = turned, found
        return best

    def _cleaned(self, grey: Any) -> Any:
        """The image without the grain of a scanner, in which small print is not found; a clean one as it is."""
        cv2 = self._cv2
        grain = float(self._numpy.median(cv2.absdiff(grey, cv2.medianBlur(grey, 3))))
        if grain < _GRAIN:
            return grey
        return cv2.fastNlMeansDenoising(grey, None, h=_DEVIATION * grain, templateWindowSize=5, searchWindowSize=11)

    def _lines(self, grey: Any) -> Lines:
        picture = self._cv2.cvtColor(grey, self._cv2.COLOR_GRAY2BGR)
        found = self._engine(picture, return_word_box=True, return_single_char_box=True)
        return tuple(tuple(char for one in line for char in _chars(*one)) for line in found.word_results or () if line)

    def _straightened(self, grey: Any, angle: float) -> Any:
        height, width = grey.shape
        turn = self._cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(angle), 1)
        return self._cv2.warpAffine(grey, turn, (width, height), flags=self._cv2.INTER_CUBIC, borderValue=255)

    def _rules(self, straight: Any) -> list[Box]:
        """The lines of tables on the straightened image."""
        cv2 = self._cv2
        dark = cv2.adaptiveThreshold(straight, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
        found = []
        for long in _LONG:
            strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, long))
            _, _, areas, _ = cv2.connectedComponentsWithStats(strokes)
            found += [
                Box(left, top, left + across, top + along)
                for left, top, across, along, _ in areas[1:].tolist()
                if min(across, along) * _SLENDER < max(across, along)
            ]
        return found


def _chars(words: str, score: float, corners: Any) -> list[ScanChar]:
    """A recognised character; should several stand in one box, each has an even part of it."""
    top_left, top_right, bottom_right, bottom_left = [tuple(map(float, corner)) for corner in corners]

    def between(start: Any, end: Any, part: float) -> tuple[float, float]:
        return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part

    found = []
    for at, char in enumerate(words):
        start, end = at / len(words), (at + 1) / len(words)
        quad = (
            between(top_left, top_right, start),
            between(top_left, top_right, end),
            between(bottom_left, bottom_right, end),
            between(bottom_left, bottom_right, start),
        )
        found.append(ScanChar(char, float(score), quad))
    return found


def serve(source: BinaryIO) -> None:
    """Answer each image until there is no other."""
    limit_memory(SCAN_MEMORY)
    engine = Engine()
    while head := source.read(LENGTH.size):
        image = source.read(*LENGTH.unpack(head))
        try:
            answer: Any = engine.recognise(image)
        except Exception as error:  # noqa: BLE001 - one page must not end the others
            answer = {"error": failure(error)}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer)
