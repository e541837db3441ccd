"""References that give number and title of a chapter or section of the document: 第3章(应急响应), 1.2(工作职责).

The table of contents of a law, a plan or a guide, before its text, against the headings in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from linter.facts.base import flow, own_words
from linter.facts.references.citations import key
from linter.language import NamedTuple, Span, lazy, ordinal, sought
from linter.structure import Document, Issue, Section, fact

__all__ = ["Chapter", "law_contents", "titled_references"]

_CHAPTER = lazy(r"第 ?(?P<ordinal>[一二三四五六七八九十\d]{1,4}) ?(?P<unit>章|部分) ?")
_SCHEMES = {"章": ("chapter", "decimal"), "部分": ("chinese", "decimal")}
_DECIMAL = lazy(r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}) ?节?(?=[(“《])")
_POINT = lazy(r"\.\d{1,2} ?节?[(“《]")
_REACH = 12
# “4.2 响应终止”, (见4.2 响应终止): number and title between the same marks.
_QUOTED = lazy(
    r"[(“](?:(?:详?见|参[见照]|按照?|依照) ?)?(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}) ?"
    r"(?P<title>[^()“”,。;:\d\n][^()“”,。;:\n]{1,23})[)”]"
)
_BRACKETED = lazy(r"[(“《](?P<title>[^()“”《》,。;:\n]{2,24})[)”》]")
_LONGEST = 24
# Before a decimal: it is the end of a longer number.
_GLUE = frozenset(".0123456789")
_FOREIGN = lazy(r"(?:》|(?<!本)(?:{ACT}|{STANDARD}))(?:的|中的|中)?$")
# What leads to a place whose title is named, and what is said of it.
_LEADS = lazy(r"(?:{BASIS}|[按见]|符合|违反|适用)(?:本[^,。;、]{1,5}?)?$")
_ASKED = lazy(r"的?{PROVIDED}")
_HAN_TITLE = lazy(r"[\u4e00-\u9fff]{2,12}")
_OWN = lazy(r"本(?:{ACT}|{STANDARD})(?:的|中的|中)?$")


class TitledReference(NamedTuple):
    """A number with a title behind it: the section of that number, and another that bears the title (or None)."""

    number: str
    span: Span
    title: str
    named: Section
    meant: Section | None


class _Cited(NamedTuple):
    """A number with a title behind it, as offsets into the flow; ``schemes`` are those that the number may have."""

    start: int
    stop: int
    end: int
    schemes: tuple[str, ...]
    value: tuple[int, ...]
    title: str


@fact("titled-references")
def titled_references(document: Document) -> tuple[TitledReference, ...]:
    """The references whose number and title belong to two sections of the document, or the title to none, in order."""
    headed = list(reversed(_headed(document)))
    numbers: dict[tuple[str, tuple[int, ...]], Section] = {
        (section.mark.scheme, section.mark.value): section for section in headed
    }
    titles = {(section.mark.scheme, key(section.title)): section for section in headed}
    words_of = {title for _, title in titles}
    text = document.read(own_words)
    stream = document.read(flow)
    told: list[TitledReference] = []
    for one in sorted([*_cited(text, stream.text, words_of), *_quoted(stream.text)]) if titles else ():
        named = next((numbers[scheme, one.value] for scheme in one.schemes if (scheme, one.value) in numbers), None)
        meant = titles.get((named.mark.scheme, one.title)) if named else None
        if not named or key(named.title) == one.title or not (meant or _claims(document, text, one, named)):
            continue
        before = text[max(0, one.start - 16) : one.start]
        if stream.unit_at(one.start).start == one.start or (_FOREIGN.search(before) and not _OWN.search(before)):
            continue
        words = text[one.start : one.stop].strip()
        told.append(TitledReference(words, stream.span(one.start, one.end), one.title, named, meant))
    return tuple(told)


def _claims(document: Document, text: str, one: _Cited, named: Section) -> bool:
    """Whether words in brackets are said to be a title (按照1.3(报告时限)的要求) and the section has none of them."""
    if text[one.stop : one.stop + 1] not in ("(", "“", "《") or not _HAN_TITLE.fullmatch(one.title):
        return False
    if not _LEADS.search(text, max(0, one.start - 12), one.start) or not _ASKED.match(text, one.end):
        return False
    own = document.text.slice(named.span)
    return not any(one.title[at : at + 2] in own for at in range(len(one.title) - 1))


def _headed(document: Document) -> list[Section]:
    """The chapters, decimal sections and parts 一、二、 with a title of their own; parts only if counted but once."""
    parts = [section for section in document.sections if section.mark.scheme == "chinese"]
    once = len({section.mark.value for section in parts}) == len(parts)
    schemes = ("chapter", "decimal", "chinese") if once else ("chapter", "decimal")
    return [
        section
        for section in document.sections
        if section.mark.scheme in schemes and 2 <= len(section.title) <= _LONGEST and not section.run_in
    ]


def _quoted(text: str) -> Iterator[_Cited]:
    """Numbers and titles that stand together in quotes or brackets."""
    for match in _QUOTED.finditer(text):
        value = tuple(int(part) for part in match["decimal"].split("."))
        yield _Cited(*match.span("decimal"), match.end("title"), ("decimal",), value, key(match["title"]))


def _cited(text: str, whole: str, titles: Collection[str]) -> Iterator[_Cited]:
    """Numbers with a title in brackets or quotes, and chapters with a title of the document right behind them;
    ``text`` hides what is quoted in ``whole``.
    """
    lengths = sorted({len(title) for title in titles}, reverse=True)
    for match in _CHAPTER.finditer(text):
        schemes = _SCHEMES[match["unit"]]
        value: tuple[int, ...] = (ordinal(match["ordinal"]),)
        bracketed = _BRACKETED.match(whole, match.end())
        if bracketed:
            yield _Cited(match.start(), match.end(), bracketed.end(), schemes, value, key(bracketed["title"]))
            continue
        behind = (text[match.end() : match.end() + length] for length in lengths)
        title = next((words for words in behind if words in titles), "")
        if title:
            yield _Cited(match.start(), match.end(), match.end() + len(title), schemes, value, title)
    for match in sought(_DECIMAL, _POINT, text, _REACH):
        bracketed = _BRACKETED.match(whole, match.end())
        # 点击1.1“登录”: what is quoted is a title only where one is referred to.
        told = text[match.end() : match.end() + 1] == "(" or _LEADS.search(
            text, max(0, match.start() - 12), match.start()
        )
        if bracketed and told and text[match.start() - 1 : match.start()] not in _GLUE:
            value = tuple(int(part) for part in match["decimal"].split("."))
            yield _Cited(match.start(), match.end(), bracketed.end(), ("decimal",), value, key(bracketed["title"]))


_HEAD = lazy(r"^[# *]*目 *[录錄次][ *]*$", re.MULTILINE)
# Contents stand at the front; farther in, 目录 is the title of something else.
_CONTENTS_REACH = 6000
_ENTRY = lazy(
    r"[# *\-]*(?P<mark>第 *[一二三四五六七八九十百]+ *(?P<rank>章|部分|[编篇])) *"
    r"(?P<title>[^\n.…·\d]*?)[ .…·]*\d*[ *]*$"
)


# 二、办理流程……1: outside of laws an entry shows its page, or the dots that lead to it.
_NUMBERED_ENTRY = lazy(
    r"[# *\-]*(?P<mark>[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2}){0,2}) *(?P<title>[^\n.…·\d][^\n.…·]*?)"
    r"(?: *[.…·]{2,} *\d*| {2,}\d{1,3})[ *]*$"
)
# 二、现状分析: entries may be without pages, up to where the first of them is said again.
_PLAIN_ENTRY = lazy(
    r"[# *\-]*(?P<mark>[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2}){0,2}(?= )) *"
    r"(?P<title>[^\n。;:,\d]{2,24}?)[ *]*$"
)
_LONGEST_TITLE = 40


class Chapter(NamedTuple):
    """An entry of the contents: mark and title without spaces, their place, and the heading of that mark, if any."""

    mark: str
    title: str
    span: Span
    section: Section | None


@fact("law-contents")
def law_contents(issue: Issue) -> tuple[Chapter, ...]:
    """The entries of the contents of a lone document, each with the heading of the same number in the text."""
    text = issue.text.normal
    head = _HEAD.search(text, 0, _CONTENTS_REACH) if len(issue.documents) == 1 else None
    if head is None:
        return ()
    document = issue.documents[0]
    if not _chapters(document):
        return tuple(_numbered(document, text, head.end() + 1))
    headings = {"".join(section.mark.text.split()): section for section in reversed(_chapters(document))}
    found: list[Chapter] = []
    at = head.end() + 1
    has_chapters = any(section.mark.scheme == "chapter" for section in headings.values())
    first = min((section.span.start for section in headings.values()), default=0)
    while at < first:
        stop = text.find("\n", at)
        entry = _ENTRY.match(text[at:stop])
        if entry and entry["title"] and (entry["rank"] == "章") == has_chapters:
            mark = "".join(entry["mark"].split())
            span = Span(at + entry.start("mark"), at + entry.end("title"))
            found.append(Chapter(mark, "".join(entry["title"].split()), span, headings.get(mark)))
        at = stop + 1
    return tuple(found)


def _numbered(document: Document, text: str, at: int) -> Iterator[Chapter]:
    """The entries 一、… and 1.1 …, as far as they follow one another."""
    headings: dict[str, Section] = {}
    for section in document.sections:
        if (
            section.mark.scheme in ("chinese", "decimal")
            and not section.run_in
            and 0 < len(section.title) <= _LONGEST_TITLE
        ):
            headings.setdefault("".join(section.mark.text.split()), section)
    seen: set[str] = set()
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        entry = _NUMBERED_ENTRY.match(line) or _PLAIN_ENTRY.match(line)
        if entry and entry["mark"] in seen:
            return
        seen.update([entry["mark"]] if entry else [])
        named = headings.get(entry["mark"]) if entry else None
        if entry and named and named.span.start > at:
            span = Span(at + entry.start("mark"), at + entry.end("title"))
            yield Chapter(entry["mark"], "".join(entry["title"].split()), span, named)
        elif line.strip() and not entry:
            return
        at = stop + 1


def _chapters(document: Document) -> list[Section]:
    """The chapters of a document, or the parts (第一部分) of one without them."""
    found = {
        scheme: [one for one in document.sections if one.mark.scheme == scheme] for scheme in ("chapter", "volume")
    }
    return found["chapter"] or found["volume"]
