"""Terms that a document defines (本办法下列用语的含义：（一）排放配额，是指…) and never uses."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import flow
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import HAN, Span, finds
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["unused_terms"]

# What opens the definitions of an act.
_OPENS = lazy("(?:用语|术语)的?(?:含义|定义|解释)")
# A line of them: its number, the term, a note, and 是指.
_DEFINES = lazy(
    rf'\n(?:\(?[\d一二三四五六七八九十]{{1,3}}[).、]{{1,2}} ?)?["“]?(?P<term>{HAN}{{4,18}}?)["”]?'
    rf"(?:\((?P<note>[^()\n]{{1,30}})\))?[,:]?(?:是指|指的是|系指|指(?={HAN}))"
)
# Not a term alone: several, or one that is led in, or a sentence.
_NO_TERM = lazy("所称|[或和及与是第本]|[所的]$")
# More characters hold no list of definitions.
_REACH = 4000
# So many inserted characters make a variant of a term; and of so many definitions one may be unused.
_INSERTED = 4
_SHARE = 4


class UnusedTerm(NamedTuple):
    """A defined term that stands nowhere else, and the nearest form that does, with its place, if there is one."""

    term: str
    span: Span
    form: str
    place: Span | None


@fact("unused-terms")
def unused_terms(document: Document) -> tuple[UnusedTerm, ...]:
    """The defined terms that stand only in their definition, in order; none where many are: a glossary explains."""
    stream = document.read(flow)
    text = stream.text
    terms = dict(_defined(text))
    unused = {at: term for at, term in terms.items() if text.count(term) == 1}
    if len(terms) < 2 or len(unused) > max(1, len(terms) // _SHARE):
        return ()
    found: list[UnusedTerm] = []
    for at, term in unused.items():
        place = _form(text, term)
        form = text[slice(*place)] if place else ""
        found.append(UnusedTerm(term, stream.span(at, at + len(term)), form, stream.span(*place) if place else None))
    return tuple(found)


def _defined(text: str) -> Iterator[tuple[int, str]]:
    """The place of each term behind an opening of definitions, and the term."""
    done = 0
    for opening in _OPENS.finditer(text):
        first = max(done, opening.end())
        done = max(done, opening.end() + _REACH)
        for match in _DEFINES.finditer(text, first, min(done, len(text))):
            if not _NO_TERM.search(match["term"]) and "简称" not in (match["note"] or ""):
                yield match.start("term"), match["term"]


def _form(text: str, term: str) -> tuple[int, int] | None:
    """Where the term stands with a word more inside it: 新建项目(企业)配额."""
    for cut in range(2, len(term) - 1):
        head, tail = term[:cut], term[cut:]
        for at in finds(text, head, apart=True):
            end = text.find(tail, at + cut, at + cut + _INSERTED + len(tail))
            if end > at + cut and text[at + cut : end].isalpha():
                return at, end + len(tail)
    return None
