"""The table of contents of a law, a plan or a guide, before its text, against the headings in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Issue, Section

__all__ = ["Chapter", "law_contents"]

_HEAD = lazy(r"^[# *]*目 *[录錄次][ *]*$", re.MULTILINE)
# Contents stand at the front; farther in, 目录 is the title of something else.
_REACH = 6000
_ENTRY = lazy(r"[# *\-]*(?P<mark>第 *[一二三四五六七八九十百]+ *章) *(?P<title>[^\n.…·\d]*?)[ .…·]*\d*[ *]*$")


# 二、办理流程……1: outside of laws an entry shows its page, or the dots that lead to it.
_NUMBERED_ENTRY = lazy(
    r"[# *\-]*(?P<mark>[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2}){0,2}) *(?P<title>[^\n.…·\d][^\n.…·]*?)"
    r"(?: *[.…·]{2,} *\d*| {2,}\d{1,3})[ *]*$"
)
_LONGEST = 40


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
    head = _HEAD.search(text, 0, _REACH) if len(issue.documents) == 1 else None
    if head is None:
        return ()
    document = issue.documents[0]
    if not _chapters(document):
        return tuple(_numbered(document, text, head.end() + 1))
    headings = {"".join(section.mark.text.split()): section for section in reversed(_chapters(document))}
    found: list[Chapter] = []
    at = head.end() + 1
    first = min((section.span.start for section in headings.values()), default=0)
    while at < first:
        stop = text.find("\n", at)
        entry = _ENTRY.match(text[at:stop])
        if entry and entry["title"]:
            mark = "".join(entry["mark"].split())
            span = Span(at + entry.start("mark"), at + entry.end("title"))
            found.append(Chapter(mark, "".join(entry["title"].split()), span, headings.get(mark)))
        at = stop + 1
    return tuple(found)


def _numbered(document: Document, text: str, at: int) -> Iterator[Chapter]:
    """The entries 一、… and 1.1 …, as far as they follow one another."""
    headings: dict[str, Section] = {}
    for section in document.sections:
        if section.mark.scheme in ("chinese", "decimal") and not section.run_in and 0 < len(section.title) <= _LONGEST:
            headings.setdefault("".join(section.mark.text.split()), section)
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        entry = _NUMBERED_ENTRY.match(line)
        named = headings.get(entry["mark"]) if entry else None
        if entry and named and named.span.start > at:
            span = Span(at + entry.start("mark"), at + entry.end("title"))
            yield Chapter(entry["mark"], "".join(entry["title"].split()), span, named)
        elif line.strip() and not entry:
            return
        at = stop + 1


def _chapters(document: Document) -> list[Section]:
    return [section for section in document.sections if section.mark.scheme == "chapter"]
