"""What a page shows, whatever the format: characters with their boxes and ruled lines, turned upright, top down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from linter.language import NamedTuple

# Lines of a table are strokes, or rectangles this thin (points).
THIN = 3.0
# Stands behind a character that was read doubtfully, until the text is written, and before the number of the picture
# of its line, in digits of their own; no text holds these code points.
DOUBT = "\ufdd0"
DOUBT_DIGITS = "\ufde0\ufde1\ufde2\ufde3\ufde4\ufde5\ufde6\ufde7\ufde8\ufde9"
# A scan covers its page; what is written on it besides are marks and page numbers.
_COVERED = 0.5
_FEW_WORDS = 30
# Stands for a character that its font does not name; fonts use private code points too.
UNKNOWN = "\ufffd"
_PRIVATE = range(0xE000, 0xF900)
# Of a text with so large a share of these the sense is lost.
MANY_UNNAMED = 0.2
# Emblems and logos take up a twentieth of a page, tables and scans set as images a fifth at least.
_LARGE = 0.1
# A Chinese character drawn as a shape has some thirty pieces, a frame or a table of rectangles five for each.
_FEW_SEGMENTS = 500
# Of a frame with round corners each side is a line over so large a share.
_SIDE = 0.4
# From one character to the next: so many em along the line, at least and at most; and how many of these, and how many
# times as many as steps across, show that a page is written downwards.
_STEP = (0.4, 1.5)
_FEW_DOWN = 20
_MORE_DOWN = 3
# The line of a watermark: its characters are turned further from a right angle than this (in right angles).
SLANTED = -1
_SLANT = 0.05
# So few characters set another way round are the page number of a page turned for a wide table.
_FEW_CHARACTERS = 6


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


class Placed(NamedTuple):
    """A character with its box growing upwards, its quarter turns clockwise, and those of its line.

    They differ in vertical writing, whose lines run as if turned once; a watermark's line is ``SLANTED``. ``named``
    says that the font names the character; else U+FFFD stands for it. ``seen`` says that it is drawn; recognition lays
    words unseen over a scan. ``pale``: it is drawn in white or without any colour, and seen over a darker ground only.
    """

    char: Char
    quarter: int
    line: int
    named: bool
    seen: bool = True
    pale: bool = False


class Page(NamedTuple):
    """An upright page, and what on it may hold words that are not read (``PICTURES`` and the like).

    ``form`` says that its words fill in a form that is an image; then they stand in the order of the file. ``covered``
    is the share of it that lies under images; ``scanned`` says that its words were recognised in an image, ``pictures``
    are its lines in that image, in base 64, where recognition was not sure.
    """

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Box, ...]
    unread: tuple[str, ...]
    form: bool = False
    covered: float = 0.0
    scanned: bool = False
    pictures: tuple[str, ...] = ()


PICTURES = "有图像，其中的文字未检查 (words in images are not read)"
SCANNED = "没有文字层，未检查；要识别文字，请先装识别组件 (no text layer, no recognition installed)"
UNSEEN = "没有文字层，也没有认出文字 (no text layer, no words recognised)"
SHAPES = "没有文字，只有图形，其中的文字未检查 (words drawn as shapes are not read)"
TURNED = "另有横竖方向不同的文字或水印，未检查 (words set another way round and watermarks are not read)"
UNNAMED = "有字体没有字符编码，其中的文字未检查 (a font names no characters)"
FIELDS = "有填写的表单域或文字框批注，其中的文字未检查 (words in form fields and annotations are not read)"
HIDDEN = "有不显示的文字（隐藏的，或者白底上的白字），未检查 (words that nobody sees are not read)"
DAMAGED = "已损坏，未检查 (damaged, not read)"


def hides(found: Sequence[Placed]) -> bool:
    """Whether enough characters are not seen to be words: programs leave single ones."""
    return sum(not one.seen for one in found) >= _FEW_CHARACTERS


def page_from(plain: Any) -> Page:
    """A page out of its form as plain data."""
    page = Page(*plain)
    chars = tuple(Char(*char) for char in page.chars)
    return page._replace(chars=chars, rules=tuple(Box(*rule) for rule in page.rules), unread=tuple(page.unread))


class Drawn(NamedTuple):
    """What a page shows beside text: lines along the axes as boxes growing upwards, square points of images, and how
    many pieces its shapes have.
    """

    rules: list[Box]
    pictures: float
    segments: int


def is_slanted(turns: float) -> bool:
    """Whether a line turned by so many right angles is that of a watermark."""
    return abs(turns - round(turns)) > _SLANT


def upright(width: float, height: float, found: list[Placed], drawn: Drawn) -> Page:
    """The page turned as most of its lines run, so many points wide and high before that."""
    marks = sum(one.line == SLANTED for one in found)
    found = _vertical([one for one in found if one.line != SLANTED])
    lines = Counter(one.line for one in found)
    quarter = lines.most_common(1)[0][0] if lines else 0
    turn = _turn(quarter, width, height)
    shown = [one for one in found if quarter in (one.line, one.quarter)]
    unread = (
        (PICTURES, drawn.pictures > _LARGE * width * height),
        (SHAPES, not found and drawn.segments > _FEW_SEGMENTS),
        (TURNED, len(found) + marks - len(shown) >= _FEW_CHARACTERS),
        (UNNAMED, not all(one.named for one in shown)),
    )
    return Page(
        height if quarter % 2 else width,
        width if quarter % 2 else height,
        tuple(_turned(one.char, turn) for one in shown),
        tuple(turn(box) for box in drawn.rules),
        tuple(what for what, true in unread if true),
        covered=drawn.pictures / max(width * height, 1.0),
    )


def _vertical(found: list[Placed]) -> list[Placed]:
    """Characters in vertical lines though their font writes across, if most of them stand below those before them."""
    across = down = 0
    made = [one._replace(line=1) if one.line == one.quarter == 0 else one for one in found]
    for at, (one, other) in enumerate(pairwise(found)):
        if one.quarter == other.quarter == one.line == other.line == 0:
            em = max(one.char.bottom - one.char.top, other.char.bottom - other.char.top)
            right = (other.char.left + other.char.right - one.char.left - one.char.right) / 2
            below = (one.char.top + one.char.bottom - other.char.top - other.char.bottom) / 2
            across += _STEP[0] * em < right < _STEP[1] * em and abs(below) < _STEP[0] * em
            if _STEP[0] * em < below < _STEP[1] * em and abs(right) < _STEP[0] * em:
                down += 1
                # Marks stand in the corner of their square.
                made[at] = made[at]._replace(char=one.char._replace(top=other.char.bottom))
    return found if down < max(_FEW_DOWN, _MORE_DOWN * across) else made


def covers(pictures: float, width: float, height: float) -> bool:
    """Whether so many square points of images cover a page."""
    return pictures > _COVERED * width * height


def is_scan(page: Page) -> bool:
    """Whether the words of a page are in an image, drawn as shapes, or in fonts that name no characters."""
    if SHAPES in page.unread or (page.covered > _COVERED and len(page.chars) < _FEW_WORDS):
        return True
    return UNNAMED in page.unread and sum(map(is_unnamed, page.chars)) > len(page.chars) * MANY_UNNAMED


def is_unnamed(char: Char) -> bool:
    """Whether nobody can know which character it is: its font does not name it, or by a private code point only."""
    return char.words == UNKNOWN or ord(char.words[0]) in _PRIVATE


def _turn(quarter: int, width: float, height: float) -> Callable[[Box | Char], Box]:
    """How boxes that grow upwards become upright boxes from the top, for text turned clockwise so many times."""
    if quarter == 3:
        return lambda box: Box(box.top, box.left, box.bottom, box.right)
    if quarter == 2:
        return lambda box: Box(width - box.right, box.top, width - box.left, box.bottom)
    if quarter == 1:
        return lambda box: Box(height - box.bottom, width - box.right, height - box.top, width - box.left)
    return lambda box: Box(box.left, height - box.bottom, box.right, height - box.top)


def _turned(char: Char, turn: Callable[[Box | Char], Box]) -> Char:
    return Char(char.words, *turn(char), char.spaced)


def ruled(points: list[tuple[float, float]], *, stroked: bool) -> Iterator[Box]:
    """The lines along the axes that a part of a shape draws: all of it if it is thin, else its stroked sides."""
    if len(points) < 2:
        return
    whole = around(points)
    if min(sides(whole)) <= THIN:
        yield whole
    elif stroked:
        lines = [around([one, other]) for one, other in pairwise(points)]
        lines = [line for line in lines if min(sides(line)) <= THIN < max(sides(line))]
        yield from _frame(whole) if _is_rounded(lines, whole) else lines


def _is_rounded(lines: list[Box], whole: Box) -> bool:
    """Whether lines are the sides of a frame, all but its corners."""
    across, along = sides(whole)
    found = set()
    for line in lines:
        wide, high = sides(line)
        for at, edge in enumerate(whole):
            flat = at % 2 == 1
            near = max(abs(line[at] - edge), abs(line[(at + 2) % 4] - edge)) <= THIN
            if near and (wide >= _SIDE * across if flat else high >= _SIDE * along):
                found.add(at)
    return len(found) == 4


def _frame(box: Box) -> Iterator[Box]:
    """The sides of a box."""
    for edge in (box.top, box.bottom):
        yield Box(box.left, edge, box.right, edge)
    for edge in (box.left, box.right):
        yield Box(edge, box.top, edge, box.bottom)


def around(points: list[tuple[float, float]]) -> Box:
    """The box around points."""
    across, along = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(along), max(across), max(along))


def sides(box: Box) -> tuple[float, float]:
    """How wide and how high a box is."""
    return abs(box.right - box.left), abs(box.bottom - box.top)
