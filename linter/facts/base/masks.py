"""Quoted text is not the document's own: what stands in “…” or 《…》 is hidden from checks of wording and form."""

from __future__ import annotations

from linter.facts.base.flow import flow
from linter.facts.base.pairs import pairs
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["HIDDEN", "around", "own_words", "quoted_spans"]

# Stands for each hidden character: neither a word nor a mark to any pattern.
HIDDEN = "\0"
_QUOTING = frozenset("“《「『‘〈")
# Between marks that do not tell opening from closing, words behind the title of what says them: 《若干意见》明确,"…".
_SAID = lazy(r"》[^。;\n\"《]{0,12}[,:]?(?P<words>\"[^\"\n]+\")")


class Quoted(NamedTuple):
    """A quoted region as offsets into the flow, its marks included."""

    start: int
    end: int


@fact("quoted")
def quoted(document: Document) -> tuple[Quoted, ...]:
    """The outermost regions in quotation marks or book-title marks, in order."""
    text = document.read(flow).text
    regions: list[Quoted] = []
    found = [(pair.opener, pair.closer + 1) for pair in document.read(pairs).pairs if text[pair.opener] in _QUOTING]
    said = [match.span("words") for match in _SAID.finditer(text)] if '"' in text else []
    for start, end in sorted(found + said) if said else found:
        if not regions or start >= regions[-1].end:
            regions.append(Quoted(start, end))
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


def around(document: Document, start: int, end: int, width: int = 8) -> str:
    """The words of a range of the flow with up to ``width`` characters of its paragraph on each side."""
    stream = document.read(flow)
    unit = stream.unit_at(start)
    return stream.text[max(start - width, unit.start) : min(end + width, unit.end)]
