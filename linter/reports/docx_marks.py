"""Put elements at places of a Word document: runs are cut where a place begins or ends inside one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy

from linter.language.text import Span
from linter.sources.docx import DocxPiece
from linter.sources.ooxml import Element, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_END, _START = 0, 1


class Marks:
    """Elements to be put around places of the text. They are gathered first and put in from the end backwards.

    So a cut never moves a place that is still to come.
    """

    def __init__(self, pieces: Sequence[DocxPiece]) -> None:
        self._pieces = pieces
        self._starts = [piece.span.start for piece in pieces]
        self._at: dict[tuple[int, int], list[Element]] = defaultdict(list)
        self._around: list[tuple[Element, list[Element], list[Element]]] = []

    def around(self, span: Span, before: list[Element], after: list[Element]) -> bool:
        """Put elements before and after the words of a span; whether there is any place for them.

        Words that nobody typed (automatic numbers) are marked at the nearest typed ones, words outside the body at
        the paragraph of the body they belong to.
        """
        anchor, place = self._anchor(span), self._inside(span)
        if anchor is not None:
            self._around.append((anchor, before, after))
        elif place:
            self._at[place.start, _START] += before
            self._at[place.end, _END] += after
        return anchor is not None or place is not None

    def place(self, span: Span) -> Span | None:
        """What would be marked for a span: from the first to behind the last typed word; None if nothing."""
        anchor = self._anchor(span)
        if anchor is None:
            return self._inside(span)
        inside = {piece.node: piece.span for piece in self._pieces}
        return around([inside[one] for one in anchor.iter() if one in inside])

    def _anchor(self, span: Span) -> Element | None:
        """The paragraph to be marked for a span outside the body; None for one in it."""
        found = [self._pieces[at].anchor for at in self._touched(span)]
        return found[0] if found and all(anchor is not None for anchor in found) else None

    def _inside(self, span: Span) -> Span | None:
        """The typed words of the body that stand for a span."""
        body = [piece.span for at in self._touched(span) if (piece := self._pieces[at]).anchor is None]
        if not body:
            return None
        first, last = body[0], body[-1]
        start = max(first.start, span.start) if span.start < first.end else first.start
        end = min(last.end, span.end) if span.end > last.start else last.end
        return Span(start, max(end, start + 1))

    def put(self) -> None:
        """Put all elements in."""
        for paragraph, before, after in self._around:
            inside = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
            paragraph[inside:inside] = before
            paragraph.extend(after)
        for offset, side in sorted(self._at, reverse=True):
            piece = self._pieces[self._index(offset, side)]
            parent, place = cut(piece.node, offset - piece.span.start)
            parent[place:place] = self._at[offset, side]

    def _touched(self, span: Span) -> list[int]:
        """The pieces a span shares words with, else the nearest one."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, max(span.end, span.start + 1))
        found = [at for at in range(first, last) if self._pieces[at].span.end > span.start]
        return found or ([min(first + 1, len(self._pieces) - 1)] if self._pieces else [])

    def _index(self, offset: int, side: int) -> int:
        if side == _START:
            return bisect_right(self._starts, offset) - 1
        return bisect_left(self._starts, offset) - 1


def around(spans: Sequence[Span]) -> Span | None:
    """From the start of the first span to the end of the last; None without any."""
    return Span(spans[0].start, spans[-1].end) if spans else None


def cut(node: Element, index: int) -> tuple[Element, int]:
    """Part a run before the character at ``index`` of a text element; the parent and the place between the parts."""
    run = node.getparent()
    parent = run.getparent()
    words = node.text or ""
    if 0 < index < len(words):
        rest = deepcopy(node)
        node.text, rest.text = words[:index], words[index:]
        for half in (node, rest):
            half.set(_SPACE, "preserve")
        node.addnext(rest)
        node = rest
    elif index >= len(words):
        node = node.getnext()
    if node is None:
        return parent, parent.index(run) + 1
    if all(one.tag == f"{W}rPr" for one in node.itersiblings(preceding=True)):
        return parent, parent.index(run)
    second = run.makeelement(run.tag, run.attrib, run.nsmap)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend([node, *node.itersiblings()])
    run.addnext(second)
    return parent, parent.index(second)
