"""Regions that recognition, layout or conversion damaged: what stands there is not what the office wrote.

Each kind voids one or more aspects of the text (``VOIDS``); a check that needs an aspect is silent in such a region.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.language import NamedTuple, Span, covering, lazy
from linter.language.office import Aspect, DamageKind
from linter.structure import broken_lines, broken_tables
from linter.structure.fact import fact
from linter.structure.model import Document
from linter.structure.paragraph import Paragraph

# What a kind of damage takes from the text: its lines (which one is a heading, an item, a paragraph), its tables (which
# cell stands under which head), what one cell holds, or its marks (brackets, points, digits).
VOIDS: Mapping[DamageKind, frozenset[Aspect]] = {
    "flattened": frozenset(("lines", "marks")),
    "wrapped": frozenset(),
    "lines": frozenset(("lines",)),
    "order": frozenset(("lines",)),
    "flow": frozenset(("lines",)),
    "cells": frozenset(("tables",)),
    "column": frozenset(("tables",)),
    "merged": frozenset(("tables", "cells")),
    "ragged": frozenset(("tables",)),
    "characters": frozenset(("marks",)),
    "marks": frozenset(("marks",)),
    "scan": frozenset(("marks",)),
    "doubtful": frozenset(),
    "fragment": frozenset(),
    "page": frozenset(("lines", "marks")),
}
# Lost, of a private font, or of scripts that no office writes (Syriac to Sinhala, Ethiopic, Cherokee, Canadian
# syllabics, those of the Philippines): numbers of a font's drawings, taken for letters.
_LOST = lazy("[\ufffd\ue000-\uf8ff\u0700-\u0dff\u1200-\u173f]")
# At the end of a line it stands for the line end of a page, and no word is lost.
_PRIVATE = lazy("[\ue000-\uf8ff]++(?! *(?:\n|$))")
# A paragraph that lost so many characters cannot be read, nor can those between two so near each other.
_MANY_LOST, _BETWEEN = 3, 8
# A bracket that recognition read as another sign: its partner is open, and the sign is none of official prose.
_MISREAD = lazy(r"[〔(][^〔〕()。;\n{}=|]{1,14} ?[}=|](?![^〔〕()。;\n]{0,14}[〕)])|[{|][^〔〕()。;\n{}|]{1,14}[〕)]")
# Doubtful characters nearer than this are told as one, with so many characters around them.
_NEAR = 6
# The page prints the number of the document in its own field, above the title or below.
_HEAD = 12


class Region(NamedTuple):
    """A damaged region, with the words by which it is known."""

    kind: DamageKind
    span: Span
    words: str


@fact("damage")
def damage(document: Document) -> tuple[Region, ...]:
    """The damaged regions of a document in order; those the settings name hold for all of it, in place of these."""
    said = document.office.document.damage
    if said is not None:
        return tuple(Region(kind, document.span, "") for kind in said)
    found = [Region(*one) for one in broken_tables.find(document)]
    found += [Region(*one) for one in broken_lines.find(document)]
    found += _lost(document)
    found += _misread(document)
    found += _fields(document)
    found += _recognised(document)
    return tuple(sorted(found, key=lambda one: one.span))


def voided(regions: tuple[Region, ...], span: Span, needed: frozenset[Aspect]) -> Region | None:
    """The first region that takes an aspect of ``needed`` from the place where ``span`` begins."""
    for region in regions:
        if region.span.start > span.start:
            return None
        if span.start < region.span.end and VOIDS[region.kind] & needed:
            return region
    return None


def _lost(document: Document) -> Iterator[Region]:
    """Paragraphs that lost several characters, and single characters of a private font."""
    raw = document.text.normal
    if not _LOST.search(raw, *document.span):
        return
    unread: list[Region] = []
    last = -_BETWEEN - 1
    for at, paragraph in enumerate(document.paragraphs):
        if len(_LOST.findall(paragraph.text)) >= _MANY_LOST:
            span = paragraph.span()
            if at - last <= _BETWEEN:
                unread[-1] = unread[-1]._replace(span=Span(unread[-1].span.start, span.end))
            else:
                unread.append(Region("characters", span, paragraph.text[:20]))
            last = at
    yield from unread
    told = covering(one.span for one in unread)
    for match in _PRIVATE.finditer(raw, *document.span):
        if not told(match.start()):
            yield Region("characters", Span(*match.span()), f"U+{ord(match[0][0]):04X}")


def _misread(document: Document) -> Iterator[Region]:
    """Brackets of which one was read as a brace, a bar or an equals sign."""
    normal = document.text.normal
    if not any(normal.find(sign, *document.span) >= 0 for sign in "{}|="):
        return
    for paragraph in document.paragraphs:
        for match in _MISREAD.finditer(paragraph.text):
            yield Region("marks", paragraph.span(*match.span()), match[0])


def _recognised(document: Document) -> Iterator[Region]:
    """What was recognised in images, marks changed; and the characters in doubt, those near each other as one."""
    text = document.text
    for span in text.scanned:
        if span.start < document.span.end and document.span.start < span.end:
            yield Region("scan", span, "")
    near: list[Span] = []
    for span in text.doubtful:
        if not document.span.start <= span.start < document.span.end:
            continue
        if near and span.start - near[-1].end <= _NEAR and "\n" not in text.raw[near[-1].end : span.start]:
            near[-1] = Span(near[-1].start, span.end)
        else:
            near.append(span)
    for span in near:
        line = text.line_span(text.position(span.start).line)
        around = Span(max(line.start, span.start - _NEAR), min(line.end, span.end + _NEAR))
        yield Region("doubtful", span, text.raw[around.start : around.end])


def _fields(document: Document) -> Iterator[Region]:
    """The number that a page prints twice, in its record and as it stands in the document: the form is the page's."""
    number = document.head.number
    first = document.blocks[:_HEAD] if number else ()
    same = [block for block in first if isinstance(block, Paragraph) and number and block.text == number.text]
    if len(same) > 1:
        yield from (Region("page", block.span(), block.text) for block in same)
