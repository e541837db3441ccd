"""Text with positions: a raw text, its normal form of equal length, and its line index.

Offsets are code points from 0; lines and columns are code points from 1. The normal form replaces one code point by
one code point, so an offset found in it is valid in the raw text.

Radicals that PDF fonts and old code tables put in place of characters, and the characters they stand for.

The block of Kangxi radicals folds by its compatibility forms; that of the supplement (U+2E80 to U+2EF3) has none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from linter.language.pattern import lazy
from linter.language.record import NamedTuple

__all__ = [
    "HAN",
    "INVISIBLE",
    "UNDERLINES",
    "VOID",
    "Position",
    "Span",
    "Text",
    "covering",
    "finds",
    "is_han",
    "normalise",
]

# A Chinese character in a pattern: a letter that is no digit and not Latin. The plain range takes ten times as long to
# compile.
HAN = r"[^\W\d_A-Za-z]"


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one of the basic block, in which nearly all official text is written."""
    return "\u4e00" <= character <= "\u9fff"


def finds(text: str, words: str, *, apart: bool = False) -> Iterator[int]:
    """Where words stand in a text, one place after the other; with ``apart`` no two overlap."""
    step = len(words) if apart else 1
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + step)


# Marks that no reader sees: soft hyphen, zero-width and joining marks, marks of direction, variation selectors.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
# In the normal form of a text: where the file has markup that no reader sees. White space to every pattern, and dropped
# where lines become paragraphs.
VOID = "\x1f"
# The first character of a line that only marks the line above as a heading, by depth.
UNDERLINES = ("\x1d", "\x1e")


class Span(NamedTuple):
    """A half-open range of code points in the raw text."""

    start: int
    end: int


def covering(spans: Iterable[Span]) -> Callable[[int], bool]:
    """Whether a place lies in one of some spans, asked as often as one likes."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    ends = list(accumulate((span.end for span in ordered), max))
    return lambda place: (at := bisect_right(starts, place)) > 0 and place < ends[at - 1]


class Position(NamedTuple):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


def _folds() -> tuple[tuple[str, str], ...]:
    """One code point to one: full-width ASCII, the many spaces, dashes, tildes and dots of recognised text."""
    pairs = [(chr(code), chr(code - 0xFEE0)) for code in range(0xFF01, 0xFF5F)]
    # U+E5E5 is what a strict reading of GB 18030 makes of the bytes A3 A0, the full-width space of old editors.
    spaces = "\u00a0\u3000\u202f\r\f\v\u0085\u2028\u2029\ue5e5" + "".join(map(chr, range(0x2000, 0x200B)))
    for characters, folded in (
        (spaces, " "),
        (INVISIBLE, VOID),
        ("\u2010\u2011\u2012\u2013\u2212\ufe63", "-"),
        ("\u2015", "—"),
        ("\u301c\u223c\u02dc", "~"),
        ("\u2022\u2027\u30fb\uff65", "·"),
        ("\ufe5d", "〔"),
        ("\ufe5e", "〕"),
        ("\u2236\ufe55", ":"),
        ("\ufe50", ","),
        ("\ufe54", ";"),
        ("\ufe6a", "%"),
        # Presentation forms of vertical text, which PDF readers give for some encodings.
        *zip(
            "︐︑︒︓︔︕︖︗︘︰︱︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
            ",、。:;!?〖〗:—()〔〕【】《》〈〉「」『』[]",
            strict=True,
        ),
    ):
        pairs += [(character, folded) for character in characters]
    return tuple(pairs)


_FOLDS = dict(_folds())
_FOLDED = lazy(f"[{''.join(_FOLDS)}]")
# Kangxi radicals and compatibility ideographs come out of PDF fonts; each folds to one unified ideograph.
_COMPATIBLE = lazy("[\u2e80-\u2fdf\uf900-\ufaff]")


def normalise(raw: str) -> str:
    """The normal form of ``raw``: same length, half-width ASCII, one kind of space, dash, tilde and middle dot."""
    folded = raw
    # A translation table costs a hundred times as much, for every ideograph it lacks.
    for character in set(_FOLDED.findall(raw)):
        folded = folded.replace(character, _FOLDS[character])
    if _COMPATIBLE.search(folded):
        folded = _COMPATIBLE.sub(_unified, folded)
    return folded


def _unified(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0])
    return ideograph(plain if len(plain) == 1 else match[0])


class Text:
    """An immutable text: ``raw`` as it was read, ``normal`` for grammars, and positions.

    ``shown`` is what a reader sees in place of ``raw``, as long as that, with ``VOID`` for markup; without markup it is
    ``raw``, and ``normal`` is its normal form. ``scanned`` are the ranges that were recognised in images, ``doubtful``
    those characters of which recognition was not sure, both in order.
    """

    __slots__ = ("_starts", "doubtful", "normal", "raw", "scanned", "shown")

    def __init__(
        self, raw: str, shown: str = "", scanned: tuple[Span, ...] = (), doubtful: tuple[Span, ...] = ()
    ) -> None:
        self.raw = raw
        self.scanned = scanned
        self.doubtful = doubtful
        self.shown = shown or raw
        self.normal = normalise(self.shown)
        self._starts: list[int] | None = None

    def __len__(self) -> int:
        return len(self.raw)

    @property
    def starts(self) -> list[int]:
        """The offset at which each line begins. Lines end in LF or CR LF only, as SARIF counts them."""
        if self._starts is None:
            self._starts = [0, *accumulate([len(line) + 1 for line in self.raw.split("\n")[:-1]])]
        return self._starts

    def position(self, offset: int) -> Position:
        """Line and column (from 1, code points) of an offset from 0 to the length of the text.

        Raises ValueError outside that range.
        """
        if not 0 <= offset <= len(self.raw):
            raise ValueError(f"offset {offset} outside a text of {len(self.raw)} code points")
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.raw)
        if end > start and self.raw[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def slice(self, span: Span) -> str:
        """The raw words of a span."""
        return self.raw[span.start : span.end]


# From U+2E81 on, as listed in EquivalentUnifiedIdeograph.txt of the Unicode Character Database; a stop where the code
# point is not assigned.
_FIRST = 0x2E81
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵.旡日月歺母民氵氺灬爫爫丬牛犭"
    "王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅"
    "長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)


def ideograph(radical: str) -> str:
    """The character that a radical of the supplement stands for; the radical itself where there is none."""
    index = ord(radical) - _FIRST
    found = _IDEOGRAPHS[index] if 0 <= index < len(_IDEOGRAPHS) else "."
    return radical if found == "." else found
