"""Places that name an appendix by number and by title: 自查表(见附件1), 附件2《汇总表》; and what bears that number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.facts.base import flow
from linter.facts.references.appendices import announced, appendices, plain_number
from linter.facts.references.citations import key
from linter.language.near import one_apart
from linter.language.pattern import lazy, sought
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["appendix_mentions"]

_NUMBER = r"(?P<word>附[件表录图]) ?(?P<number>\d{1,2}(?:[.\-]\d{1,2}){0,2}|[一二三四五六七八九十]{1,2})"
_BEHIND = lazy(rf"\((?:详?见|参见)?{_NUMBER}\)")
_BEFORE = lazy(rf"(?:[详参]?见|[填报][写报送]|按照?|的){_NUMBER}[:,]?[《“](?P<title>[^《》“”\n]{{3,50}})[》”]")
_NAMED = lazy("附[件表录图]")
# A number and a title of 50 characters.
_BEHIND_NAME = 64
# Shorter titles are names of kinds (申请表), and stand before a number by chance.
_LEAST = 4
_NEAR = 6
_REACH = 80


class Mention(NamedTuple):
    """An appendix named by number and title: the words of both, the place of the title, the title under that number and
    its place; ``other`` is the number under which the title named stands, empty if it is only like the right one.
    """

    label: str
    title: str
    span: Span
    right: str
    right_span: Span
    other: str


class _Titled(NamedTuple):
    """The title of an appendix and its place."""

    title: str
    span: Span


@fact("appendix-mentions")
def appendix_mentions(document: Document) -> tuple[Mention, ...]:
    """The places where number and title of an appendix do not belong together, in order."""
    titles = _titles(document)
    if not titles:
        return ()
    found = sorted([*_quoted(document, titles), *_plain(document, titles)], key=lambda one: one.span)
    places = {entry.span.start for entry in document.read(announced)}
    return tuple(one for one in found if one.span.start not in places)


def _titles(document: Document) -> dict[tuple[str, str], _Titled]:
    """The titles of numbered appendices: as they stand, else as they are announced."""
    found: dict[tuple[str, str], _Titled] = {}
    for listed in document.read(announced):
        if listed.number and listed.title:
            found.setdefault((listed.word, listed.number), _Titled(listed.title, listed.span))
    for appendix in document.read(appendices):
        if appendix.number and len(appendix.title) >= _LEAST:
            found.setdefault((appendix.word, appendix.number), _Titled(appendix.title, appendix.title_span))
    return found


def _quoted(document: Document, titles: Mapping[tuple[str, str], _Titled]) -> Iterator[Mention]:
    """附件2《汇总表》: the title is what the marks hold."""
    stream = document.read(flow)
    for match in sought(_BEFORE, _NAMED, stream.text, _BEHIND_NAME):
        word, number = match["word"], plain_number(match["number"])
        known = titles.get((word, number))
        wanted = key(match["title"])
        if known and wanted not in key(known.title) and key(known.title) not in wanted:
            other = _bearer(titles, word, number, wanted)
            if other or one_apart(wanted, key(known.title)):
                span = stream.span(*match.span("title"))
                yield Mention(word + number, match["title"], span, known.title, known.span, other)


def _plain(document: Document, titles: Mapping[tuple[str, str], _Titled]) -> Iterator[Mention]:
    """自查表(见附件1): the title ends right before the bracket, with or without marks around it."""
    stream = document.read(flow)
    for match in _BEHIND.finditer(stream.text):
        word, number = match["word"], plain_number(match["number"])
        known = titles.get((word, number))
        if not known:
            continue
        start = max(stream.unit_at(match.start()).start, match.start() - _REACH)
        before = stream.text[start : match.start()].rstrip("》”")
        words, right = key(before), key(known.title)
        if not words or words.endswith(right) or right.endswith(words):
            continue
        named = next(
            (one for place, one in titles.items() if place != (word, number) and _ends(words, one.title)), None
        )
        keyed = len(key(named.title)) if named else _slip(words, right)
        if keyed:
            end = start + len(before)
            length = _tail(before, keyed)
            title = before[-length:]
            other = _bearer(titles, word, number, key(named.title)) if named else ""
            yield Mention(word + number, title, stream.span(end - length, end), known.title, known.span, other)


def _tail(before: str, keyed: int) -> int:
    """How many characters at the end of words hold so many that count in a comparison."""
    length = 0
    while keyed and length < len(before):
        length += 1
        keyed -= bool(key(before[-length]))
    return length


def _ends(words: str, title: str) -> bool:
    return len(key(title)) >= _LEAST and words.endswith(key(title))


def _bearer(titles: Mapping[tuple[str, str], _Titled], word: str, number: str, wanted: str) -> str:
    """The label of the one other appendix that bears a title, or nothing."""
    found = [place for place, one in titles.items() if place != (word, number) and key(one.title) == wanted]
    return "".join(found[0]) if len(found) == 1 else ""


def _slip(words: str, right: str) -> int:
    """How many characters at the end of words are the title but for one; 0 if they are not."""
    if len(right) < _NEAR:
        return 0
    for length in (len(right), len(right) - 1, len(right) + 1):
        tail = words[-length:]
        if len(tail) == length and tail[:2] == right[:2] and tail[-2:] == right[-2:] and one_apart(tail, right):
            return length
    return 0
