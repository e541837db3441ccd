"""Sentences of a document, and their clauses: what wording checks compare."""

from __future__ import annotations

from linter.facts.base.flow import flow
from linter.language.pattern import lazy
from linter.language.record import NamedTuple, quick
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["Clause", "Sentence", "clauses", "sentences"]

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
