"""The articles of an act, with their paragraphs (款) and the numbers of their items (项)."""

from __future__ import annotations

from linter.language import NamedTuple, lazy, ordinal
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["Article", "articles"]


class Article(NamedTuple):
    """An article of a law: its paragraphs (款) in order, the numbers of its items (项), inline ones included, and the
    paragraph that holds the last of these.
    """

    section: Section
    clauses: tuple[Paragraph, ...]
    items: tuple[int, ...]
    last: Paragraph


@fact("articles")
def articles(document: Document) -> tuple[dict[tuple[int, ...], Article], ...]:
    """The articles of each part by number; of two with one number the first."""
    found: list[dict[tuple[int, ...], Article]] = [{} for _ in document.parts]
    for section in document.sections:
        if section.mark.scheme == "article":
            found[section.part].setdefault(section.mark.value, _article(document, section))
    return tuple(found)


_INLINE_ITEM = lazy(r"\(([一二三四五六七八九十]{1,3})\)")


def _article(document: Document, section: Section) -> Article:
    clauses = [section.heading, *(block for block in section.body if isinstance(block, Paragraph))]
    items = [ordinal(value) for value in _INLINE_ITEM.findall(section.heading.text)]
    last = section.heading
    for child in document.children(section):
        last = child.heading
        items += [ordinal(value) for value in _INLINE_ITEM.findall(child.heading.text)] or child.mark.value
        clauses += [block for block in child.body if isinstance(block, Paragraph)]
    return Article(section, tuple(clauses), tuple(items), last)
