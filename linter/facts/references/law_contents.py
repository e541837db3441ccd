"""The table of contents of a law or a plan: its chapters (第一章 总则) before the text, against the headings in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Issue, Section

_HEAD = lazy(r"^[# *]*目 *[录錄次][ *]*$", re.MULTILINE)
# Contents stand at the front; farther in, 目录 is the title of something else.
_REACH = 6000
_ENTRY = lazy(r"[# *\-]*(?P<mark>第 *[一二三四五六七八九十百]+ *章) *(?P<title>[^\n.…·\d]*?)[ .…·]*\d*[ *]*$")


class Chapter(NamedTuple):
    """An entry of the contents: mark and title without spaces, their place, and the heading of that mark, if any."""

    mark: str
    title: str
    span: Span
    section: Section | None


@fact("law-contents")
def law_contents(issue: Issue) -> tuple[Chapter, ...]:
    """The chapters that the contents of a lone law name, each with the heading of the same number in the text."""
    text = issue.text.normal
    head = _HEAD.search(text, 0, _REACH) if len(issue.documents) == 1 else None
    if head is None:
        return ()
    document = issue.documents[0]
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


def _chapters(document: Document) -> list[Section]:
    return [section for section in document.sections if section.mark.scheme == "chapter"]
