"""Quoted text is not the document's own: what stands in “…” or 《…》 is hidden from checks of wording and form.

Sentences of a document, and their clauses: what wording checks compare.
"""

from __future__ import annotations

from linter.facts.base.flow import flow
from linter.facts.base.pairs import pairs
from linter.language import NamedTuple, Span, lazy, quick
from linter.structure import Document, fact

__all__ = ["HIDDEN", "Clause", "Sentence", "around", "clauses", "own_words", "quoted_spans", "sentences"]

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


# Up to a full stop with the closing marks behind it, or to the end of the paragraph.
_SENTENCE = lazy(r"[^。!?\n]+[。!?]*[”’」』)》〕]*")
_STOPS = frozenset("。!?”’」』)》〕")
_CLAUSE = lazy(r"[^,;:。!?\n]+")


class Sentence(NamedTuple):
    """A sentence as offsets into the flow, its stop included, and the index of its unit."""

    start: int
    end: int
    unit: int


class Clause(NamedTuple):
    """Words between two marks, as offsets into the flow, marks left out."""

    start: int
    end: int


@fact("sentences")
def sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences in order, those of headings and table cells included; a number before one is no part of it."""
    stream = document.read(flow)
    text = stream.text
    marks = {id(section.heading): len(section.mark.text) for section in document.sections}
    found: list[Sentence] = []
    for index, (first, paragraph, _, _) in enumerate(stream.units):
        end = first + len(paragraph.text)
        start = first + marks.get(id(paragraph), 0)
        start += text[start] == " "
        if _STOPS.isdisjoint(paragraph.text):
            if start < end:
                found.append(quick(Sentence, (start, end, index)))
            continue
        found += [quick(Sentence, (*match.span(), index)) for match in _SENTENCE.finditer(text, start, end)]
    return tuple(found)


def clauses(text: str, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, parted by comma, semicolon or colon."""
    return [Clause(*match.span()) for match in _CLAUSE.finditer(text, sentence.start, sentence.end)]
