"""What an archive keeps of a document: titles, number, day, citations with their part, and its facts as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.facts.bands import ladders, measures
from linter.facts.base import dates, flow
from linter.facts.bodies import body_lists
from linter.facts.counts import counts, sums
from linter.facts.references import (
    Citation,
    NumberUse,
    citations,
    core,
    document_day,
    ends_act,
    head_number,
    is_history,
    own_titles,
    rests_on,
)
from linter.kernel.archived import ArchivedPlace
from linter.language.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.language.text import Span
    from linter.structure.fact import Fact
    from linter.structure.model import Document, Issue

# Kept as they are read, so that others can ask an archive for them.
_KINDS: tuple[Fact[Any], ...] = (dates, body_lists, measures, ladders, counts, sums)
# A title longer than this is text that was taken for one.
_LONGEST = 120

Number = tuple[str, int, int]


class KeptTitle(NamedTuple):
    """A title that a document bears, and the act within it as titles are compared."""

    title: str
    core: str


class KeptCitation(NamedTuple):
    """A cited title: its place, the act within it, the number behind it, and its part (``basis``, ``end`` or none)."""

    place: ArchivedPlace
    title: str
    core: str
    number: str
    key: Number | None
    role: str


class KeptDocument(NamedTuple):
    """A document for the archive."""

    place: ArchivedPlace
    titles: tuple[KeptTitle, ...]
    number: str
    key: Number | None
    day: str
    citations: tuple[KeptCitation, ...]
    facts: Mapping[str, tuple[Any, ...]]

    def at(self, path: str) -> KeptDocument:
        """The same document in a file of that name."""
        cited = tuple([one._replace(place=one.place._replace(path=path)) for one in self.citations])
        return self._replace(place=self.place._replace(path=path), citations=cited)


def kept(issue: Issue, path: str) -> Iterator[KeptDocument]:
    """The documents of a file that bear a title."""
    for document in issue.documents:
        named = [one for one in document.read(own_titles) if len(one.title) <= _LONGEST]
        if not named:
            continue
        number = head_number(document)
        yield KeptDocument(
            _place(document, named[0].span, path),
            tuple(dict.fromkeys(KeptTitle(one.title, core(one.title)) for one in named)),
            _written(number),
            number.key if number else None,
            document_day(document, issue),
            tuple(_citations(document, path)),
            {fact.name: tuple(document.read(fact)) for fact in _KINDS},
        )


def _citations(document: Document, path: str) -> Iterator[KeptCitation]:
    text = document.read(flow).text
    for one in document.read(citations):
        key = one.number.key if one.number else None
        place = _place(document, one.span, path)
        yield KeptCitation(place, one.title, core(one.title), _written(one.number), key, _role(text, one))


def _role(text: str, one: Citation) -> str:
    if ends_act(text, one):
        return "end"
    return "basis" if rests_on(text, one) and not is_history(text, one) else ""


def _written(number: NumberUse | None) -> str:
    return f"{number.agency}〔{number.year}〕{number.serial}号" if number else ""


def _place(document: Document, span: Span, path: str) -> ArchivedPlace:
    line, column = document.text.position(span.start)
    return ArchivedPlace(path, line, column, span, "".join(document.text.slice(span).split()))
