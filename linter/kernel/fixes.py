"""Fixes: which of them may be applied, which can be applied together, and the text with them applied.

What overlaps an earlier edit is left for the next round. Nothing inside quotation marks or 《》 is ever touched.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from linter.kernel.finding import Edit, Fix
from linter.language import Span, lazy

_PARTNER = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "〉": "〈"}
_OPENERS = frozenset(_PARTNER.values())
_QUOTES = _OPENERS - {"《", "〈"}
_TOKEN = lazy(r"[“”‘’「」『』《》〈〉\"＂]|\n[^\S\n]*\n\s*")


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix applied; of two that overlap, the first in order of place wins, whole."""
    return replaced(text, plan(fixes))


def replaced(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied that stand apart and in order of place."""
    words: list[str] = []
    at = 0
    for edit in edits:
        words.append(text[at : edit.span.start])
        words.append(edit.text)
        at = edit.span.end
    return "".join([*words, text[at:]])


def plan(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits that can be applied together, in order of place."""
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        edits = sorted(fix.edits)
        if all(_apart(*two) for two in pairwise(edits)) and all(_free(edit, taken) for edit in edits):
            for edit in edits:
                insort(taken, edit)
    return taken


def _free(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit stands apart from its neighbours among edits in order that stand apart themselves."""
    at = bisect_left(taken, edit)
    return all(_apart(edit, other) for other in taken[max(at - 1, 0) : at + 1])


def _apart(one: Edit, other: Edit) -> bool:
    """An insertion at the end of another edit is apart from it; two insertions at one place are not."""
    if one.span == other.span:
        return False
    return one.span.end <= other.span.start or other.span.end <= one.span.start


def allowed(text: str, fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that touch nothing inside quotation marks or book-title marks: those words are another's."""
    inside = quoted(text)
    starts = [span.start for span in inside]

    def touches(edit: Edit) -> bool:
        at = bisect_right(starts, max(edit.span.end - 1, edit.span.start)) - 1
        if at < 0:
            return False
        start, end = edit.span
        return start <= inside[at].end if start == end else start < inside[at].end

    return [fix for fix in fixes if not any(touches(edit) for edit in fix.edits)]


def quoted(text: str) -> list[Span]:
    """What stands inside quotation marks and book-title marks, without the outermost marks, in order.

    A mark without partner in its paragraph encloses nothing, but a quotation goes on over paragraphs that each begin
    with its opening mark.
    """
    pairs: list[Span] = []
    open_: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(text):
        mark = match[0]
        if mark[0] == "\n":
            following = text[match.end() : match.end() + 1]
            if not (open_ and following == open_[0][0] and following in _QUOTES):
                open_.clear()
        elif mark in _OPENERS:
            if mark not in _QUOTES or all(mark != one for one, _ in open_):
                open_.append((mark, match.end()))
        else:
            _close(mark, match, open_, pairs)
    outermost: list[Span] = []
    for pair in sorted(pairs):
        if not outermost or pair.start >= outermost[-1].end:
            outermost.append(pair)
    return outermost


def _close(mark: str, match: re.Match[str], open_: list[tuple[str, int]], pairs: list[Span]) -> None:
    """A closing mark ends the last one it belongs to; a straight one opens if none is open."""
    opener = _PARTNER.get(mark, mark)
    at = next((at for at in range(len(open_) - 1, -1, -1) if open_[at][0] == opener), -1)
    if at >= 0:
        pairs.append(Span(open_[at][1], match.start()))
        del open_[at:]
    elif mark not in _PARTNER:
        open_.append((mark, match.end()))
