"""Edits of a Word document as tracked changes, which whoever opens it accepts or rejects one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import deepcopy

from linter.kernel.finding import Edit
from linter.language import Span
from linter.reports.docx_comments import AUTHOR, next_identity
from linter.reports.docx_package import cut, rewrite, serialise
from linter.sources import SourceError
from linter.sources.docx import DocxPiece, DocxReading, read_mapped
from linter.sources.ooxml import Element, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class TrackedChanges:
    """The changes to be made in one document."""

    def __init__(self, data: bytes) -> None:
        self._draft: DocxReading = read_mapped(data)
        if self._draft.package.strict:
            raise SourceError("严格格式的 .docx 不能改写，请另存为普通 .docx (strict OOXML; save as ordinary .docx)")
        self._starts = [piece.span.start for piece in self._draft.pieces]
        self._next = next_identity(self._draft.root.iter())

    def possible(self, edit: Edit) -> bool:
        """Whether the words of an edit were typed in one paragraph of the body, and others are left in it."""
        pieces = self._pieces(edit.span)
        typed = sum(min(one.span.end, edit.span.end) - max(one.span.start, edit.span.start) for one in pieces)
        if not pieces or typed != edit.span.end - edit.span.start or any(one.anchor is not None for one in pieces):
            return False
        first, *others = {next(one.node.iterancestors(f"{W}p")) for one in pieces}
        left = sum(len((text.text or "").strip()) for text in first.iter(f"{W}t")) + len(edit.text.strip()) - typed
        return not others and left > 0 and not any(mark in edit.text for mark in "\n\r\t")

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The document with possible edits, which stand apart, as tracked changes."""
        for edit in sorted(edits, reverse=True):
            self._change(edit)
        part = self._draft.part
        return rewrite(self._draft.source.data, {part: serialise(self._draft.package, self._draft.root)})

    def _pieces(self, span: Span) -> list[DocxPiece]:
        """The pieces that hold a span; for an empty one the piece before it, else the one behind it."""
        pieces = self._draft.pieces
        if span.start == span.end:
            before = bisect_left(self._starts, span.start) - 1
            if before >= 0 and pieces[before].span.end >= span.start:
                return [pieces[before]]
            return [one for one in pieces[before + 1 : before + 2] if one.span.start == span.start]
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return [one for one in pieces[first:last] if one.span.end > span.start]

    def _change(self, edit: Edit) -> None:
        """Cut the runs at the ends of an edit, strike what is between, and insert the new words behind it."""
        pieces = self._pieces(edit.span)
        last = pieces[-1]
        parent, place = cut(last.node, min(edit.span.end, last.span.end) - last.span.start)
        model = last.node.getparent()
        if edit.text:
            self._insert(edit.text, model, parent, place)
        if edit.span.start == edit.span.end:
            return
        cut(pieces[0].node, edit.span.start - pieces[0].span.start)
        if edit.span.start > pieces[0].span.start:
            runs = [pieces[0].node.getparent().getnext(), *(one.node.getparent() for one in pieces[1:])]
        else:
            runs = [one.node.getparent() for one in pieces]
        for run in dict.fromkeys(runs):
            self._strike(run)

    def _insert(self, words: str, model: Element, parent: Element, place: int) -> None:
        run = model.makeelement(model.tag, nsmap=model.nsmap)
        properties = model.find(f"{W}rPr")
        if properties is not None:
            run.append(deepcopy(properties))
        text = run.makeelement(f"{W}t", {_SPACE: "preserve"})
        text.text = words
        run.append(text)
        own = self._wrapped(f"{W}ins", run)
        if parent.tag == f"{W}del":
            # The words behind were struck just before.
            parent, place = parent.getparent(), parent.getparent().index(parent)
        if parent.tag == f"{W}ins":
            # What another inserted is parted, or whoever rejects that insertion would reject this one with it.
            parent, place = self._parted(parent, place)
        parent.insert(place, own)

    def _parted(self, insertion: Element, place: int) -> tuple[Element, int]:
        rest = insertion[place:]
        if rest:
            second = insertion.makeelement(insertion.tag, {**insertion.attrib, f"{W}id": str(self._next)})
            self._next += 1
            second.extend(rest)
            insertion.addnext(second)
        outer = insertion.getparent()
        return outer, outer.index(insertion) + 1

    def _strike(self, run: Element) -> None:
        parent = run.getparent()
        place = parent.index(run)
        for text in run.iterchildren(f"{W}t"):
            text.tag = f"{W}delText"
            text.set(_SPACE, "preserve")
        parent.insert(place, self._wrapped(f"{W}del", run))

    def _wrapped(self, tag: str, run: Element) -> Element:
        wrapper = run.makeelement(tag, {f"{W}id": str(self._next), **AUTHOR})
        self._next += 1
        wrapper.append(run)
        return wrapper
