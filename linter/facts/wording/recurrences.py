"""Runs of clauses that a document says again in another place, found by hashing runs of fixed length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.facts.base import (
    HIDDEN,
    Clause,
    Flow,
    Sentence,
    clauses,
    copied_article,
    copied_articles,
    flow,
    own_words,
    sentences,
)
from linter.facts.wording.parallels import masked
from linter.language.record import NamedTuple
from linter.structure.fact import fact
from linter.structure.model import Document, Section

__all__ = ["recurrences"]

# So many clauses in a row, together so long, are a copy and no figure of speech.
_RUN = 3
_LENGTH = 30
# A whole sentence this long is one, however few clauses it has.
_WHOLE = 24
# What stands more often is a formula of the document.
_OFTEN = 2


class Recurrence(NamedTuple):
    """Words at ``start:end`` of the flow that stood before at ``first``."""

    start: int
    end: int
    first: tuple[int, int]


@fact("recurrences")
def recurrences(document: Document) -> tuple[Recurrence, ...]:
    """Sentences, or runs of clauses, that occur twice in the prose of one part; parallel sections repeat by right.

    So do articles of other acts that are copied where each offence is told.
    """
    stream = document.read(flow)
    own = document.read(own_words)
    prose = [one for one in document.read(sentences) if stream.units[one.unit].table < 0 and own[one.start] != HIDDEN]
    copied = document.read(copied_articles)
    runs = [run for one in prose if not copied_article(copied, one.start) for run in _runs(stream.text, one)]
    often = Counter(stream.text[start:end] for start, end, _ in runs)
    seen: dict[str, tuple[int, int, int]] = {}
    found: list[Recurrence] = []
    for start, end, unit in runs:
        words = stream.text[start:end]
        before = seen.setdefault(words, (start, end, unit))
        if before[0] == start or often[words] > _OFTEN or not _apart(document, stream, before, (start, end, unit)):
            continue
        last = found[-1] if found else None
        if last and start < last.end and before[0] < last.first[1]:
            found[-1] = Recurrence(last.start, max(end, last.end), (last.first[0], max(before[1], last.first[1])))
        else:
            found.append(Recurrence(start, end, before[:2]))
    return tuple(found)


def _runs(text: str, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """A whole short sentence, or every run of clauses of a longer one, with its unit."""
    parts: list[Clause] = clauses(text, sentence)
    if len(parts) < _RUN:
        # 〔市财政局、市税务局负责〕 names who is charged, and recurs as often as they are.
        if sentence.end - sentence.start >= _WHOLE and text[sentence.start] not in "〔(":
            yield sentence.start, sentence.end, sentence.unit
        return
    for at in range(len(parts) - _RUN + 1):
        start, end = parts[at].start, parts[at + _RUN - 1].end
        if end - start >= _LENGTH:
            yield start, end, sentence.unit


def _apart(document: Document, stream: Flow, one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two places are in one part, in different paragraphs, and not in parallel sections or articles."""
    first, second = stream.units[one[2]], stream.units[other[2]]
    if one[2] == other[2] or first.part != second.part:
        return False
    left = _line(document, document.section_at(first.paragraph.source(0)))
    right = _line(document, document.section_at(second.paragraph.source(0)))
    if not left or not right or any(one.mark.scheme == "article" for one in (*left, *right)):
        return False
    fork = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a is not b), -1)
    if fork < 0:
        return True
    return masked(left[fork].title) != masked(right[fork].title)


def _line(document: Document, section: Section | None) -> list[Section]:
    """A section and what it stands under, outermost first."""
    line: list[Section] = []
    while section is not None:
        line.insert(0, section)
        section = document.sections[section.parent] if section.parent >= 0 else None
    return line
