"""Cited acts: 《title》 with the number behind it, the numbers in a text, and the titles a document bears itself.

A grammar recognises; what is one act, a short form of it, or another act is decided on ``key`` and ``core``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.facts.base import Flow, flow
from linter.language import NamedTuple, Span, lazy, ratio
from linter.structure import Document, Issue, Paragraph, fact

__all__ = [
    "Citation",
    "Named",
    "NumberUse",
    "citations",
    "core",
    "document_numbers",
    "head_number",
    "issued_act",
    "key",
    "listed_titles",
    "numbers_in",
    "own_titles",
    "same_act",
    "similar",
]

# A title holds titles in turn; longer ones are marks left open.
_TITLE = lazy(r"《((?:[^《》\n]|《[^《》\n]{1,80}》){2,120})》")
# A number begins at its year: the one rare mark in it, so that one scan finds all.
_YEAR = lazy(
    r"(?P<open>[〔\[(【﹝{〈<]) ?(?P<year>\d{1,4}) ?(?P<inside>年|年度)?(?P<close>[〕\])】﹞}〉>])"
    r" ?(?P<ordinal>第)? ?(?P<serial>\d{1,5}) ?号"
)
_AGENCY = lazy(r"[^\W\d_]{1,16} ?$")
# Words that stand before an agency's code in running text and are no part of it.
_BEFORE = lazy(r".*(?:{BASIS}|{ISSUE}|关于|以及|同意|[和及与的原见由以对在经按等])")
_FOLLOWING = lazy(r" ?\((?=[^()《》\n]{0,24}[〔\[(【﹝])")
# 关于印发X的通知: the act itself is X.
_WRAPPED = lazy(r"(?:关于)?{ISSUE}(?:了)?(?P<core>.+?)的?(?:通知|决定|公告|令)$")
_MARKS = lazy(r"[\s《》〈〉<>“”\"'‘’()·、,，]")
# A shorter cell beside a number is no title.
_TITLED = 8
_VERSION = lazy(r"\((?:{VERSION}|[\d年一二三四五六七八九〇○零]{2,12}{VERSION}?)\)$")


class NumberUse(NamedTuple):
    """A document number as written: agency code (without words before it), digits of year and serial, and its marks.

    ``span`` runs from the agency's code to 号; ``form`` from the opening bracket.
    """

    agency: str
    year: str
    serial: str
    opening: str
    closing: str
    extra: str
    text: str
    span: Span
    form: Span

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes two numbers one, however they are written."""
        return self.agency, int(self.year), int(self.serial)


class Citation(NamedTuple):
    """A 《title》 in the text: its words without spaces, its place inside the marks, and the number behind it, if any.

    ``start`` and ``end`` are offsets into the flow of the document, the marks included.
    """

    title: str
    span: Span
    number: NumberUse | None
    start: int
    end: int


class Named(NamedTuple):
    """A title that a document bears: of the notice or of an instrument, with the number of the notice."""

    title: str
    span: Span
    number: NumberUse | None
    instrument: bool


def key(title: str) -> str:
    """A title for comparison: no spaces, no quotation or title marks, no commas."""
    return _MARKS.sub("", title)


def issued_act(title: str) -> str:
    """The act within the title of a notice that issues it, as written there; of any other, the title."""
    wrapped = _WRAPPED.search(title)
    return wrapped["core"] if wrapped else title


def core(title: str) -> str:
    """The act within the title of a notice that issues it, without a note of its version, as ``key``."""
    return key(_unmarked(issued_act(_unmarked(title))))


def _unmarked(title: str) -> str:
    """A title without a note of its version."""
    return _VERSION.sub("", title) if title.endswith(")") else title


def same_act(one: str, other: str) -> bool:
    """Whether two titles can name one act: equal, or one within the other (a short form, or the issuing notice)."""
    first, second = sorted((core(one), core(other)), key=len)
    return first in second or key(one) in key(other) or key(other) in key(one)


@fact("document-numbers", "个文号", "document number|document numbers")
def document_numbers(issue: Issue) -> tuple[NumberUse, ...]:
    """Every document number in a file, contents included, in order of place."""
    return tuple(numbers_in(issue.text.normal, 0))


def numbers_in(words: str, at: int) -> Iterator[NumberUse]:
    """The numbers in words that begin at the raw offset ``at``."""
    for match in _YEAR.finditer(words):
        before = _AGENCY.search(words, max(0, match.start() - 18), match.start())
        agency = _BEFORE.sub("", before[0]).strip() if before else ""
        if not before or len(agency) < 2:
            continue
        start = before.end() - len(before[0]) + before[0].rindex(agency)
        yield NumberUse(
            agency,
            match["year"],
            match["serial"],
            match["open"],
            match["close"],
            (match["inside"] or "") + (match["ordinal"] or ""),
            words[start : match.end()],
            Span(at + start, at + match.end()),
            Span(at + match.start(), at + match.end()),
        )


@fact("citations", "处援引文件", "cited title|cited titles")
def citations(document: Document) -> tuple[Citation, ...]:
    """Every title cited in a document, outermost ones only, in order of place."""
    stream = document.read(flow)
    found = []
    for match in _TITLE.finditer(stream.text) if "《" in stream.text else ():
        number = _number_behind(stream, match.end())
        span = stream.span(match.start(1), match.end(1))
        found.append(Citation("".join(match[1].split()), span, number, match.start(), match.end()))
    return tuple(found)


@fact("listed-titles")
def listed_titles(document: Document) -> tuple[Named, ...]:
    """The titles of tables that give the number of each act in the cell beside it, in order of place."""
    found = []
    for table in document.tables:
        for title, beside in [pair for row in table.rows for pair in pairwise(row.cells)]:
            use = next(numbers_in(beside.text, 0), None) if "号" in beside.text[-2:] else None
            if use and use.text == beside.text.strip("()") and len(title.text) >= _TITLED:
                found.append(Named("".join(title.text.strip("《》").split()), title.span, use, instrument=False))
    return tuple(found)


def _number_behind(stream: Flow, end: int) -> NumberUse | None:
    """The number in brackets right behind a title."""
    opened = _FOLLOWING.match(stream.text, end)
    if not opened:
        return None
    words = stream.text[opened.end() : opened.end() + 48]
    use = next(numbers_in(words, 0), None)
    if use is None or use.span.start > 6:
        return None
    start = opened.end()
    return use._replace(
        span=stream.span(start + use.span.start, start + use.span.end),
        form=stream.span(start + use.form.start, start + use.form.end),
    )


@fact("own-titles")
def own_titles(document: Document) -> tuple[Named, ...]:
    """The titles a document bears: the notice's, and those of the instruments it encloses."""
    number = head_number(document)
    found = []
    if document.head.title:
        found.append(_named(document.head.title, number, instrument=False))
    found += [
        _named(part.title, number, instrument=part.kind == "instrument")
        for part in document.parts
        if part.kind in ("letter", "instrument") and part.title and part.title is not document.head.title
    ]
    return tuple(found)


def _named(title: Paragraph, number: NumberUse | None, *, instrument: bool) -> Named:
    return Named("".join(title.text.split()), title.span(), number, instrument)


def head_number(document: Document) -> NumberUse | None:
    """The number that a document bears, as written."""
    number = document.head.number
    if not number:
        return None
    return next(numbers_in(document.text.normal[number.span.start : number.span.end], number.span.start), None)


def similar(one: str, other: str) -> bool:
    """Whether two titles share most of their words, so that one is a slip for the other."""
    return ratio(core(one), core(other)) >= 0.6
