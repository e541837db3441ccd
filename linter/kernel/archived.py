"""What a check of scope ``archive`` sees: the documents of an archive and their citations, and what it yields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from linter.kernel.finding import Label, Severity
from linter.language import Interval, NamedTuple, Span

if TYPE_CHECKING:
    from linter.structure.model import Document


class ArchivedPlace(NamedTuple):
    """A place in a file of an archive: line and column from 1, the span in code points, and the words there."""

    path: str
    line: int
    column: int
    span: Span
    words: str


class ArchivedDocument(NamedTuple):
    """A document: where its title stands, its titles (of the notice, of what it encloses), its number and its day.

    ``number`` is empty where it bears none, ``day`` (ISO) where none is known. ``dated`` is the day, else the last one
    above its text (通过, 修订): that of the version of a law.
    """

    place: ArchivedPlace
    titles: tuple[str, ...]
    number: str
    day: str
    dated: str = ""

    @property
    def title(self) -> str:
        """The title of the notice, else of the first instrument."""
        return self.titles[0]


class ArchivedCitation(NamedTuple):
    """A cited title with the number behind it, in the document that cites it.

    ``role`` is ``basis`` where the document rests on it, ``end`` where it ends it, else empty; ``since`` is the first
    day (ISO) on which what is ended has no force.
    """

    place: ArchivedPlace
    title: str
    number: str
    role: str
    citing: ArchivedDocument
    since: str = ""


class ArchivedRung(NamedTuple):
    """A level of a ladder: its rank from 1, the worst, its name, and the values that belong to it."""

    place: ArchivedPlace
    rank: int
    name: str
    interval: Interval


class ArchivedLadder(NamedTuple):
    """What one thing (死亡, in 人) amounts to at the levels of a scale of events, the worst first."""

    vocabulary: str
    dimension: str
    words: str
    rungs: tuple[ArchivedRung, ...]


class ArchiveFinding(NamedTuple):
    """One defect at one place of an archive, with its other ends; ``args`` and ``message`` as in ``Finding``."""

    place: ArchivedPlace
    args: Mapping[str, object]
    related: Sequence[tuple[ArchivedPlace, Label]]
    severity: Severity | None = None
    message: str = ""


class Archive(Protocol):
    """The questions a check may ask; each answer comes in order of path and place, however large the archive is.

    ``against`` is the file that the user holds the others against; empty without one.
    """

    against: str

    def of_one_number(self) -> Iterator[tuple[ArchivedDocument, ...]]:
        """The documents that bear one number, where there are several."""

    def cited_by_number(self) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        """Each citation by a number that others bear, and these."""

    def cited_by_title(self) -> Iterator[tuple[ArchivedCitation, tuple[ArchivedDocument, ...]]]:
        """Each citation with a number whose title others bear that have numbers, and these."""

    def cited_alone(self) -> Iterator[tuple[ArchivedCitation, ...]]:
        """The citations by one number that no document bears, where they give it several titles."""

    def cited_after_end(self) -> Iterator[tuple[ArchivedCitation, ArchivedCitation]]:
        """Each citation that its document rests on, and the first that ended the act before that day.

        An act is known by its number, else by its title, if nobody bears that since.
        """

    def near_listed(self) -> Iterator[tuple[tuple[ArchivedCitation, ...], ArchivedDocument]]:
        """The citations of each title that nobody bears, and the act of a table whose title is one character off."""

    def series(self, least: int) -> Iterator[tuple[ArchivedDocument, ...]]:
        """The documents of one code and year in order of number, the first of each; of series that have so many."""

    def copies(self) -> Iterator[tuple[ArchivedDocument, ArchivedDocument]]:
        """The documents in two files that are one: of one number, or of one title and day."""

    def structure(self, document: ArchivedDocument) -> Document:
        """The structure of a document, as it was put in; read anew, so ask it of few."""

    def place(self, document: ArchivedDocument, span: Span) -> ArchivedPlace:
        """A place in the file of a document."""

    def higher(self) -> Iterator[tuple[ArchivedDocument, ArchivedDocument]]:
        """Each document with ladders and each that it cites, or is held against by the user, which has them too."""

    def cites(self, document: ArchivedDocument, other: ArchivedDocument) -> bool:
        """Whether a document cites a title that another one bears."""

    def ladders(self, document: ArchivedDocument) -> tuple[ArchivedLadder, ...]:
        """The ladders of a document, by the events that it grades."""
