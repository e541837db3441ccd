"""Which lines of a page belong to one paragraph, and what stands between their words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from linter.language import NamedTuple
from linter.sources.page_lines import CLOSED, PageLine

_INDENT = 1.5
_SHORT = 1.6
# The share of lines that must agree on a margin, and the lines needed to show it. No column is narrower than this
# share of the page: short lines under each other are a list.
_SHARED = 0.05
_FEW = 10
_NARROWEST = 0.3
# A few lines end where the left margin stands on the right, less so much (em).
_UNEVEN = 1.3
_SENTENCE_ENDS = ("。", "；")
_NEVER_FIRST = tuple("，。、；：！？）》”’〕】,;:!?)")
_NEVER_LAST = frozenset("《〈（(“‘〔【")
_WORD = re.compile(r"[《〈（“‘〔【]?([!-~]{2,24}(?:[》〉）”’〕】][!-~]{0,24})?)")
_LATIN_WIDTH = 0.55
_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})* |第[一二三四五六七八九十百]{1,5}[章节条]|附[件录]")
_ITEM = re.compile(r"\d{1,2}[、.](?!\d)|[（(]\d{1,2}[）)]|[（(]?[一二三四五六七八九十]{1,3}[）)、]")
# （一）（二）项: numbers that a sentence names.
_LISTED = re.compile(r"[）)][（(]")
_LABEL = re.compile(r"附 ?[件录表图] ?[\d.\-]*$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}[〔\[（(]\d{4}[〕\]）)]第?\d{1,4}号$")
_LEADER = re.compile(r"[.…·]{4,} ?[-—(（]* ?\d{1,4} ?[-—)）]*$")


class Margins(NamedTuple):
    """Where full lines of a column begin and end, how far apart they stand, and how large their characters are.

    ``indented`` says that first lines are.
    """

    left: float
    right: float
    leading: float
    size: float
    indented: bool

    @property
    def centre(self) -> float:
        """The middle of the column."""
        return (self.left + self.right) / 2


def margins(lines: Sequence[PageLine], width: float) -> Margins:
    """The margins that lines on a page of this width share: the outermost edges on which some of them agree."""
    steps = [low.top - high.top for high, low in pairwise(lines) if low.page == high.page]
    steps = [step for step in steps if step > 0]
    em = median(one.size for one in lines)
    left = _edge(sorted(one.left for one in lines), 0.5 * em)
    # Marks may hang over the margin.
    plain = [one for one in lines if not one.words.endswith(_NEVER_FIRST)] or lines
    right = -_edge(sorted(-one.right for one in plain), 0.8 * em)
    right = max(right, left + _NARROWEST * width, width - left - _UNEVEN * em if len(lines) < _FEW else 0.0)
    indented = sum(_INDENT * em < one.left - left < 3 * em for one in lines) > _SHARED * len(lines)
    return Margins(left, right, median(steps) if steps else 0.0, em, indented)


def _edge(places: Sequence[float], near: float) -> float:
    """The first of ascending places beside which enough others stand; the first at all if there is none."""
    enough = max(2, math.ceil(len(places) * _SHARED))
    last = enough - 1
    return next((place for at, place in enumerate(places[:-last]) if places[at + last] - place <= near), places[0])


def between(before: PageLine, after: PageLine, left: Margins, column: Margins) -> str | None:
    """What to write between two lines, each with the margins of its column.

    Nothing, a space, or a line end where the layout leaves it open; None if a new paragraph begins.
    """
    em = after.size
    if abs(before.size - em) > 0.15 * em or _stands_alone(before) or _stands_alone(after):
        return None
    if (after.page, after.column) == (before.page, before.column):
        if after.top - before.top > max(1.5 * column.leading, 2.2 * em):
            return None
        if min(em, before.size) > 1.15 * column.size or (_centred(before, column) and _centred(after, column)):
            return "\n"
    if after.left > column.left + _INDENT * em or not is_full((left.right - before.right) / em, after.words):
        return None
    if before.words.endswith(CLOSED) and _begins(after.words, column, before.words[-1]):
        return None
    return glue(before, after)


def _begins(words: str, column: Margins, last: str) -> bool:
    """Whether a line not indented begins a paragraph: a heading, or an item where nothing is indented."""
    item = not column.indented and _ITEM.match(words) and not _LISTED.match(last + words)
    return bool(item or _HEADING.match(words))


def is_full(free: float, after: str) -> bool:
    """Whether a line that leaves so many em free is full.

    A mark that may begin no line takes a character with it to the next one; one that may end no line goes there
    itself; so does a whole word or number.
    """
    word = _WORD.match(after)
    taken = _LATIN_WIDTH * len(word[1]) if word else after[1:2] in _NEVER_FIRST
    return free < _SHORT + taken + (after[0] in _NEVER_LAST)


def starts_item(words: str) -> bool:
    """Whether words begin with the number of a heading or an item."""
    return bool(_ITEM.match(words) or _HEADING.match(words))


def _stands_alone(one: PageLine) -> bool:
    """Labels of appendices, the number of a document, lines of a table of contents, and of tables without lines."""
    alone = _LABEL.match(one.words) or _LEADER.search(one.words) or _NUMBER.match(one.words)
    return len(one.cells) > 1 or bool(alone)


def glue(before: PageLine, after: PageLine) -> str:
    """A space between two Latin words broken over lines, and where one was typed; nothing inside a number."""
    last, first = before.words[-1], after.words[0]
    latin = last.isascii() and last.isalnum() and first.isascii() and first.isalnum()
    return " " if latin and (before.spaced or not (last.isdigit() and first.isdigit())) else ""


def _centred(one: PageLine, column: Margins) -> bool:
    inside = one.left > column.left + one.size and one.right < column.right - one.size
    inside = inside and not one.words.endswith(_SENTENCE_ENDS)
    return inside and abs((one.left + one.right) / 2 - column.centre) < one.size
