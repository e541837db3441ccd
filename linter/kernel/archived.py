"""What a check of scope ``archive`` sees: the documents of an archive and their citations, and what it yields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from linter.kernel.finding import Label, Severity
from linter.language.record import NamedTuple
from linter.language.text import Span


class ArchivedPlace(NamedTuple):
    """A place in a file of an archive: line and column from 1, the span in code points, and the words there."""

    path: str
    line: int
    column: int
    span: Span
    words: str


class ArchivedDocument(NamedTuple):
    """A document: where its title stands, its titles (of the notice, of what it encloses), its number and its day.

    ``number`` is empty where it bears none, ``day`` (ISO) where none is known.
    """

    place: ArchivedPlace
    titles: tuple[str, ...]
    number: str
    day: str

    @property
    def title(self) -> str:
        """The title of the notice, else of the first instrument."""
        return self.titles[0]


class ArchivedCitation(NamedTuple):
    """A cited title with the number behind it, in the document that cites it.

    ``role`` is ``basis`` where the document rests on it, ``end`` where it ends it, else empty.
    """

    place: ArchivedPlace
    title: str
    number: str
    role: str
    citing: ArchivedDocument


class ArchiveFinding(NamedTuple):
    """One defect at one place of an archive, with its other ends; ``args`` and ``message`` as in ``Finding``."""

    place: ArchivedPlace
    args: Mapping[str, object]
    related: Sequence[tuple[ArchivedPlace, Label]]
    severity: Severity | None = None
    message: str = ""


class Archive(Protocol):
    """The questions a check may ask; each answer comes in order of path and place, however large the archive is."""

    def of_one_number(self) -> Iterator[tuple[ArchivedDocument, ...]]:
        """The documents that bear one number, where there are several."""

    def cited_by_number(self) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        """Each citation by a number that others bear, and these."""

    def cited_by_title(self) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        """Each citation with a number whose title others bear that have numbers, and these."""

    def cited_alone(self) -> Iterator[tuple[ArchivedCitation, ...]]:
        """The citations by one number that no document bears, where they give it several titles."""

    def cited_after_end(self) -> Iterator[tuple[ArchivedCitation, ArchivedCitation]]:
        """Each citation by number that its document rests on, and the first that ended the act before that day."""
