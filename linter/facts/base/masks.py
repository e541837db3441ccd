"""Quoted text is not the document's own: what stands in “…” or 《…》 is hidden from checks of wording and form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base.flow import flow
from linter.facts.base.pairs import pairs
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["HIDDEN", "around", "characters", "own_words", "quoted_spans", "search"]

# Stands for each hidden character: neither a word nor a mark to any pattern.
HIDDEN = "\0"
# Each character once, whatever documents hold it: many documents are kept at a time.
_ONE_EACH: dict[str, str] = {}
_QUOTING = frozenset("“《「『‘〈")


class Quoted(NamedTuple):
    """A quoted region as offsets into the flow, its marks included."""

    start: int
    end: int


@fact("quoted")
def quoted(document: Document) -> tuple[Quoted, ...]:
    """The outermost regions in quotation marks or book-title marks, in order."""
    text = document.read(flow).text
    regions: list[Quoted] = []
    for pair in document.read(pairs).pairs:
        if text[pair.opener] in _QUOTING and (not regions or pair.opener >= regions[-1].end):
            regions.append(Quoted(pair.opener, pair.closer + 1))
    return tuple(regions)


@fact("own-words")
def own_words(document: Document) -> str:
    """The text of the flow with every quoted word hidden, at equal length; marks and line breaks stay."""
    text = document.read(flow).text
    words: list[str] = []
    at = 0
    for start, end in document.read(quoted):
        words.append(text[at : start + 1])
        inner = text[start + 1 : end - 1]
        words.append("\n".join([HIDDEN * len(line) for line in inner.split("\n")]))
        at = end - 1
    words.append(text[at:])
    return "".join(words)


@fact("quoted-spans")
def quoted_spans(document: Document) -> tuple[Span, ...]:
    """The quoted regions as raw spans, in order."""
    stream = document.read(flow)
    return tuple([stream.span(start, end) for start, end in document.read(quoted)])


@fact("characters")
def characters(document: Document) -> frozenset[str]:
    """The characters of the document's own words: what is not among them need not be searched for."""
    text: str = document.read(own_words)
    present = list(set(text))
    return frozenset(map(_ONE_EACH.setdefault, present, present))


def search(document: Document, pattern: re.Pattern[str], *needles: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the document's own words, if it holds one of the ``needles`` at all."""
    text = document.read(own_words)
    present = document.read(characters)
    if any(present.issuperset(needle) and needle in text for needle in needles):
        yield from pattern.finditer(text)


def around(document: Document, start: int, end: int, width: int = 8) -> str:
    """The words of a range of the flow with up to ``width`` characters of its paragraph on each side."""
    stream = document.read(flow)
    unit = stream.unit_at(start)
    return stream.text[max(start - width, unit.start) : min(end + width, unit.end)]
