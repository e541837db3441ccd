"""Characters → lines, by their places on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from linter.language import NamedTuple
from linter.sources.page import Char
from linter.sources.raised import raised

# All in widths of a Chinese character (em). A word space between Latin letters is a quarter, which word processors
# also leave between Latin and Chinese where nobody typed one; between Chinese characters it is a half at least;
# between columns stand one or two. First lines are indented by two.
_LATIN_SPACE = 0.15
_SPACE = 0.5
COLUMN_GAP = 1.2
# Between cells of a table without lines; some stand nearer, which other lines then show.
CELL_GAP = 2.0
_PIECE_GAP = 0.9
# How far beside itself a character is drawn again, and how many others may stand between.
_DRAWN_AGAIN = 0.3
_BETWEEN = 3
# Behind this stand Chinese characters and the marks that are as wide.
_CHINESE = "\u2e80"
# A raised mark is so much smaller than the line, stands so far above its foot, and reaches down into it.
_SMALL = 0.8
_LIFTED = 0.25
_REACHING = 0.3
# A line that begins with a number of a heading or an item is no rest of a sentence that has ended.
CLOSED = ("。", "；", "：", "！", "？", ";", ":", "）", ")", "〕")


class LinePiece(NamedTuple):
    """Words of a line between gaps, and where they stand."""

    words: str
    left: float
    right: float


class PageLine(NamedTuple):
    """Words of one line, their box, the height of their characters, and the words between wide gaps.

    ``pieces`` are those between narrower gaps. ``spaced`` says that a typed space stands at its end.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page: int = 0
    column: int = 0
    cells: tuple[LinePiece, ...] = ()
    pieces: tuple[LinePiece, ...] = ()
    spaced: bool = False


def rows(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters that stand on one height, from left to right, rows from the top."""
    found: list[list[Char]] = []
    middle = reach = 0.0
    for char in sorted(chars, key=lambda one: one.top + one.bottom):
        own = (char.top + char.bottom) / 2
        if not found or own - middle > reach:
            found.append([])
            middle, reach = own, 0.0
        found[-1].append(char)
        if char.size / 2 > reach:
            middle, reach = own, char.size / 2
    return [_raised(_once(sorted(row, key=lambda char: char.left))) for row in _whole_rows(found)]


def _whole_rows(found: list[list[Char]]) -> list[list[Char]]:
    """Rows with the marks that stand raised above them: small, and reaching down into the next row."""
    whole: list[list[Char]] = []
    for row in found:
        above = whole[-1] if whole else row
        size = max([char.bottom - char.top for char in above])
        reach = max([char.bottom for char in above]) - min([char.top for char in row])
        if size < _SMALL * max([char.bottom - char.top for char in row]) and reach > _REACHING * size:
            whole[-1] = above + row
        else:
            whole.append(row)
    return whole


def _raised(row: list[Char]) -> list[Char]:
    """A row whose raised figures are Unicode's: 10⁶ is no 106, and a note's mark no digit of a number."""
    sizes = [char.bottom - char.top for char in row]
    em = min(_em(row), max(sizes))
    if min(sizes) >= _SMALL * em:
        return row
    foot = max(char.bottom for char in row if char.size >= _SMALL * em)
    shown = row[:1]
    for before, char in pairwise(row):
        hangs = before.size >= _SMALL * em or shown[-1].words != before.words
        lifted = char.size < _SMALL * em and foot - char.bottom > _LIFTED * em
        if lifted and hangs and char.left - before.right < _LATIN_SPACE * em:
            shown.append(char._replace(words=raised(char.words)))
        else:
            shown.append(char)
    return shown


def _once(row: list[Char]) -> list[Char]:
    """A row without what is drawn a second time beside itself to look bold, or below itself as its shadow.

    Two of one character that stand so near cover each other, which no text does.
    """
    kept: list[Char] = []
    for char in row:
        if not kept or not _covers(kept[-1], char):
            kept.append(char)
            continue
        for at in range(len(kept) - 1, max(len(kept) - 1 - _BETWEEN, -1), -1):
            if kept[at].words == char.words and _covers(kept[at], char):
                kept[at] = kept[at]._replace(spaced=kept[at].spaced or char.spaced)
                break
        else:
            kept.append(char)
    return kept


def _covers(before: Char, after: Char) -> bool:
    return after.left - before.left < min(_DRAWN_AGAIN * after.size, (after.right - after.left) / 2)


def segments(row: Sequence[Char], gap: float = COLUMN_GAP) -> list[list[Char]]:
    """A row cut at gaps wider than ``gap`` em."""
    return _parted(row, gap * _em(row))


def _parted(row: Sequence[Char], gap: float) -> list[list[Char]]:
    """A row cut at gaps wider than so many points."""
    part = [row[0]]
    found = [part]
    for before, char in pairwise(row):
        if char.left - before.right > gap:
            part = []
            found.append(part)
        part.append(char)
    return found


def line(row: Sequence[Char], page: int = 0, column: int = 0) -> PageLine:
    """The words of a row, with the spaces its gaps stand for."""
    em = _em(row)
    pieces = _pieces(_parted(row, _PIECE_GAP * em), em)
    cells = _pieces(_parted(row, CELL_GAP * em), em) if len(pieces) > 1 else pieces
    box = (
        row[0].left,
        min([char.top for char in row]),
        max([char.right for char in row]),
        max([char.bottom for char in row]),
    )
    return PageLine(" ".join([one.words for one in cells]), *box, em, page, column, cells, pieces, row[-1].spaced)


def _pieces(parts: Sequence[Sequence[Char]], em: float) -> tuple[LinePiece, ...]:
    return tuple(
        [
            LinePiece(
                _spaced(part, em if len(parts) == 1 else _em(part)), part[0].left, max([one.right for one in part])
            )
            for part in parts
        ]
    )


def _spaced(row: Sequence[Char], em: float) -> str:
    words = [row[0].words]
    for before, char in pairwise(row):
        latin = before.spaced or (before.words < "\x7f" and char.words < "\x7f")
        if char.left - before.right > (_LATIN_SPACE if latin else _SPACE) * em:
            words.append(" ")
        words.append(char.words)
    return "".join(words)


def _em(row: Sequence[Char]) -> float:
    """The height of the larger characters of a row, of Chinese ones if it has any: digits differ by their font."""
    sizes = sorted([char.bottom - char.top for char in row if char.words >= _CHINESE])
    sizes = sizes or sorted([char.size for char in row])
    return max(sizes[len(sizes) * 4 // 5], 1.0)
