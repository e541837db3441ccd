"""Abbreviations a document declares: 晋城市水上搜救应急指挥部(以下简称市指挥部)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from linter.facts import fact

if TYPE_CHECKING:
    from linter.structure.model import Document, Paragraph
    from linter.text import Span

_DECLARES = re.compile(r"\((?:以下|下文|下)?(?:分别|统一|均)?(?:简称|统称|下称|合称)(?:为|是)?[:,]?([^()]{1,40}?)(?:,?下同)?\)")
_QUOTES = "“”‘’「」《》\"' "
# A name does not reach back over these.
_BOUND = re.compile(r"[,;:。!?、()〔〕“”\n]|成立|设立|组建|根据|依据|依照|按照|由|对|在|经|向|为|是|即|的|和|与|及")


class Abbreviation(NamedTuple):
    """A short form and what it stands for. ``full`` reaches back to the last boundary, at least as long as needed.

    ``at`` is the raw offset from which the short form is in force; ``paragraph`` and ``start`` say where ``full`` begins.
    """

    full: str
    short: str
    full_span: Span
    short_span: Span
    at: int


@fact("abbreviations")
def abbreviations(document: Document) -> tuple[Abbreviation, ...]:
    """Every declared abbreviation, in order."""
    found: list[Abbreviation] = []
    for paragraph in document.paragraphs:
        if "简称" in paragraph.text or "统称" in paragraph.text or "下称" in paragraph.text:
            found.extend(_declared(paragraph))
    return tuple(found)


def _declared(paragraph: Paragraph) -> list[Abbreviation]:
    found = []
    for match in _DECLARES.finditer(paragraph.text):
        shorts = [word for word in match[1].split("、") if word.strip(_QUOTES)]
        if len(shorts) != 1:
            continue
        short = shorts[0].strip(_QUOTES)
        start = full_start(paragraph.text, match.start(), short)
        if start >= match.start():
            continue
        at = match.start(1) + match[1].index(short)
        found.append(
            Abbreviation(
                paragraph.text[start : match.start()],
                short,
                paragraph.span(start, match.start()),
                paragraph.span(at, at + len(short)),
                paragraph.source(match.end() - 1) + 1,
            )
        )
    return found


def full_start(text: str, end: int, short: str) -> int:
    """Where the name before ``end`` that ``short`` stands for begins: a title in 《》, or back to a boundary.

    A boundary word inside the name (发展和改革委员会) is passed if the short form needs a character before it.
    """
    if text[end - 1] == "》":
        return max(text.rfind("《", 0, end), 0)
    low = max(0, end - 60)
    cuts = [low] + [match.end() for match in _BOUND.finditer(text, low, end)]
    for cut in reversed(cuts):
        if cut < end and short[0] in text[cut:end]:
            return cut
    return cuts[-1] if cuts[-1] < end else end
