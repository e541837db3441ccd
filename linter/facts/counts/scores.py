"""Marks of an assessment: (20分) behind the headings of items, which add up to that of the heading above or to 满分."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.counts.sums import Sum, Term, read
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document, Section

__all__ = ["scores"]

_SCORE = lazy(r"\((?:满分|共|计)? ?(?P<n>\d{1,4}(?:\.\d)?) ?分\)")
_FULL = lazy(r"(?:满分|总分)(?:值)?(?:为|是|:)? ?(?P<words>(?P<n>\d{2,4}) ?分)")
_HEAD = 60


@fact("scores")
def scores(document: Document) -> tuple[Sum, ...]:
    """The marks of headings with those of the headings below, where each of these has one; the full mark of a part."""
    if "分)" not in document.read(flow).text:
        return ()
    found = [one for section in document.sections if (one := _below(document, section))]
    return (*found, *_full(document))


def _score(section: Section) -> Term | None:
    """The mark in the heading of a section, if it names exactly one."""
    head = section.title[:_HEAD]
    matches = list(_SCORE.finditer(head))
    if len(matches) != 1:
        return None
    text = section.heading.text
    at = text.find(matches[0][0])
    value = read(matches[0]["n"])
    if at < 0 or value is None:
        return None
    words = matches[0][0]
    return Term(*value, words, at, at + len(words), section.heading.span(at, at + len(words)))


def _below(document: Document, section: Section) -> Sum | None:
    total = _score(section)
    return _added(total, document.children(section)) if total else None


def _added(total: Term, sections: list[Section]) -> Sum | None:
    parts = [_score(one) for one in sections]
    known = [part for part in parts if part]
    return Sum(total, tuple(known), complete=True) if len(known) == len(parts) >= 2 else None


def _full(document: Document) -> Iterator[Sum]:
    """满分100分, once in a part, against its top sections."""
    for index, part in enumerate(document.parts):
        named = [
            (paragraph, match)
            for paragraph in part.blocks
            if not hasattr(paragraph, "rows") and "分" in paragraph.text and (match := _FULL.search(paragraph.text))
        ]
        if len(named) != 1:
            continue
        paragraph, match = named[0]
        value = read(match["n"])
        if value:
            span = paragraph.span(*match.span("words"))
            total = Term(*value, match["words"], *match.span("words"), span)
            one = _added(total, document.roots(index))
            if one:
                yield one
