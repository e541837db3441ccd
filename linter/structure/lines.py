"""Physical lines: where each begins and ends, what stands before it, and which are noise of pages and conversion."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.language import UNDERLINES, VOID, NamedTuple, Span, Text, lazy, quick
from linter.structure.furniture import is_field, is_furniture
from linter.structure.marks import Found, find
from linter.structure.model import Number
from linter.structure.sorts import WORDLESS, Judged, Sort, judge

# Page numbers alone on a line, and the head and foot that browsers print on every page.
_NOISY_SIGNS = "-—·~第h"
_NOISE = lazy(
    r"[-—·~ ]*\d{1,3}[-—·~ ]*$|第 ?\d{1,4} ?页(?: ?[,/共]? ?共? ?\d{1,4} ?页)?$|-[IVX]+-$"
    r"|https?://\S+ ?\d+/\d+$|\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d{2}"
)
_PREFIXES = "#-*+>"
_PREFIX = lazy(r"(?:#{1,6} +|[-*+] +(?=[\S\x1f])|> ?)+")
# What is dropped inside a line: markup, and spaces that recognition put between characters.
_DROP = lazy(r"\*\*|__|[ \x1f]+")
_MARGIN = " " + VOID
# What stands before a page's furniture is not continued behind it, whereas a page number stands within a sentence.
_APART = 3
_FENCES = ("```", "~~~")
_BLANK, _NOISY, _FURNITURE, _ASIDE = Judged("blank"), Judged("noise"), Judged("furniture"), Judged("aside")


class Line(NamedTuple):
    """A line without its margin: raw range, words in normal form, empty lines before it, and what it is.

    ``heading`` is the depth of a Markdown heading, 0 if it is none. ``voids`` are the places in ``text`` where markup
    was left out, one for each character of it. ``apart``: a page's furniture stands before it.
    """

    start: int
    end: int
    text: str
    gap: int
    judged: Judged
    heading: int = 0
    voids: tuple[int, ...] = ()
    apart: bool = False

    @property
    def sort(self) -> Sort:
        """The one sort it is of."""
        return self.judged.sort

    @property
    def tabular(self) -> bool:
        """Whether it is a row of a table."""
        return self.judged.sort == "row"

    @property
    def mark(self) -> Found | None:
        """The mark it begins with; its lengths count the markup in it."""
        found = self.judged.mark
        if not found or not self.voids:
            return found
        length, skip = self.at(found.length - 1) + 1 - self.start, self.at(found.skip) - self.start
        return found._replace(length=length, skip=skip)

    def at(self, index: int) -> int:
        """The offset in the text of ``text[index]``."""
        return self.start + index + (bisect_right(self.voids, index) if self.voids else 0)

    def placed(self, number: Number) -> Number:
        """A document number found in its words, with its place in the text."""
        start, end = number.span
        return number._replace(span=Span(self.at(start), self.at(end - 1) + 1))


def scan(text: Text, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a range that hold words; empty ones are counted in ``gap``, the other wordless ones left out."""
    return [line for line in every_line(text, start, end) if line.judged.sort not in WORDLESS]


def every_line(text: Text, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """All physical lines of a range, each judged once."""
    normal = text.normal
    end = len(text) if end is None else end
    gap = 0
    fenced = commented = apart = False
    while start < end:
        stop = normal.find("\n", start, end)
        if stop < 0:
            stop = end
        if stop == start:
            gap += 1
            yield Line(start, stop, "", gap, _BLANK)
            start = stop + 1
            continue
        words = normal[start:stop]
        stripped = words.strip()
        fence = stripped.startswith(_FENCES)
        fenced ^= fence
        comment = not fence and (commented or stripped.startswith("<!--"))
        if comment:
            commented = "-->" not in stripped
        if not stripped or fence or comment or fenced:
            # Code stands in the place of words; a fence or a comment parts them as an empty line does.
            gap += not stripped or fence or comment
            yield Line(start, stop, "", gap, _ASIDE if stripped else _BLANK)
        elif is_furniture(stripped) or (apart and is_field(stripped)):
            gap, apart = _APART, True
            yield Line(start, stop, "", gap, _FURNITURE)
        elif _is_noise(stripped):
            yield Line(start, stop, "", gap, _NOISY)
        else:
            underline = normal[stop + 1 : stop + 2]
            heading = UNDERLINES.index(underline) + 1 if underline in UNDERLINES else 0
            yield _line(normal, start, stop, gap, heading, apart)
            gap, apart = 0, False
        start = stop + 1


def _is_noise(words: str) -> bool:
    """Page numbers, and what browsers print at the head and foot of pages."""
    if words[0] not in _NOISY_SIGNS and not words[0].isdecimal():
        return False
    return (len(words) < 24 or words[:4] == "http" or words[4:5] == "/") and bool(_NOISE.match(words))


def _line(normal: str, start: int, stop: int, gap: int, heading: int, apart: bool) -> Line:
    words = normal[start:stop]
    text = words.lstrip()
    first = stop - len(text)
    text = text.rstrip()
    last = first + len(text)
    tabbed = "\t" in words and "\t" in words.strip(" ") and not _is_item(words)
    tabular = tabbed or (text[0] == "|" and words.count("|") > 2)
    if tabbed:
        first, last, text = start, stop, words
    elif not tabular and (text[0] in _PREFIXES or "**" in text):
        first, last, prefixed = _bared(normal, first, last)
        heading, text = heading or prefixed, normal[first:last]
    voids: tuple[int, ...] = ()
    if VOID in words:
        first, last, text, voids = _unmarked(text, last)
    return quick(Line, (first, last, text, gap, judge(text, tabular=tabular), heading, voids, apart))


def _bared(normal: str, first: int, last: int) -> tuple[int, int, int]:
    """The range of a line without marks of Markdown at its ends, and the depth of heading they give."""
    heading = 0
    prefix = _PREFIX.match(normal, first, last) if normal[first] in _PREFIXES else None
    if prefix and prefix.end() < last:
        heading = prefix[0].count("#")
        first = prefix.end()
    while normal.startswith("**", first, last):
        first += 2
    while last - first > 1 and normal.endswith("**", first, last):
        last -= 2
    return first, last, heading


def parted(text: Text, line: Line, cuts: Sequence[int]) -> list[Line]:
    """The lines that one was run together from, given where each further one begins in its words."""
    places = [line.start, *(line.at(cut) for cut in cuts), line.end]
    return [
        _line(text.normal, start, stop, 0 if at else line.gap, 0, line.apart and not at)
        for at, (start, stop) in enumerate(pairwise(places))
    ]


def _is_item(words: str) -> bool:
    """Whether the only tabs of a line stand behind its words, and these begin with (一) or 1.: an item, not a row.

    9.4 with a tab behind its title is a row of a list of appendices.
    """
    if "\t" in words.rstrip():
        return False
    mark = find(words.strip())
    return mark is not None and mark.scheme != "decimal"


def _unmarked(text: str, end: int) -> tuple[int, int, str, tuple[int, ...]]:
    """The range of a line that ends at ``end`` without the markup at its ends, its words, and the markup in them."""
    text = text.lstrip(_MARGIN)
    start = end - len(text)
    text = text.rstrip(_MARGIN)
    voids = [at for at, character in enumerate(text) if character == VOID]
    places = tuple(at - before for before, at in enumerate(voids))
    return start, start + len(text), text.replace(VOID, ""), places


def ranges(normal: str, start: int, end: int, *, tight: bool = False) -> list[tuple[int, int]]:
    """The ranges of a line that carry words: without emphasis marks and without spaces inside words.

    A space stays between two runs of Latin letters or digits, and between two Chinese words of two or more
    characters; it goes between single characters (指 挥 长), beside punctuation, and between a character and a digit.
    ``tight`` drops those between Chinese words too, as titles broken over lines need.
    """
    words = normal[start:end]
    if " " not in words and "**" not in words and VOID not in words:
        return [(start, end)] if start < end else []
    kept: list[tuple[int, int]] = []
    at = start
    for match in _DROP.finditer(normal, start, end):
        if (
            " " in match[0]
            and match.start() > start
            and match.end() < end
            and _keeps(normal, *match.span(), end, tight)
        ):
            if VOID in match[0]:
                space = match.start() + match[0].index(" ")
                kept += [(at, match.start()), (space, space + 1)] if at < match.start() else [(space, space + 1)]
                at = match.end()
            continue
        if match[0] == "__" and not _han(normal[match.end() : match.end() + 1]):
            continue
        if at < match.start():
            kept.append((at, match.start()))
        at = match.end()
    if at < end:
        kept.append((at, end))
    return kept


def _keeps(normal: str, start: int, stop: int, end: int, tight: bool) -> bool:
    """Whether the space at ``start:stop`` parts two words."""
    before, after = normal[start - 1], normal[stop]
    if before < "\x7f" and after < "\x7f":
        return True
    if tight or not (_han(before) and _han(after)):
        return False
    left, right = start - 2, stop + 1
    while left > 0 and normal[left] == VOID:
        left -= 1
    while right < end and normal[right] == VOID:
        right += 1
    return left >= 0 and right < end and _han(normal[left]) and _han(normal[right])


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
