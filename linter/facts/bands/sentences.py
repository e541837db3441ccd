"""Scales in one sentence: 特别重大…;重大…, or …的为特别重大事故;…的为重大事故."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.facts.bands.levels import LevelName, head_of, names_in
from linter.facts.bands.model import GradedItem, Level, Scale, items, kind_of
from linter.facts.bands.quantities import may_bound
from linter.language.pattern import lazy
from linter.language.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.structure.model import Paragraph

# A name further back than this stands behind the condition, not before it.
_MAX_NAME = 6
_NAMED_LAST = lazy(r"{COPULA}(?P<level>[^,:;。]{2,16})$")


def by_sentences(paragraph: Paragraph, start: int) -> Iterator[Scale]:
    """The scales of a paragraph, from ``start`` on, whose segments each name a level."""
    text = paragraph.text
    if text.count(";") + text.count("。") < 2 or not may_bound(text) or len(names_in(text)) < 2:
        return
    run: list[tuple[LevelName, GradedItem]] = []
    for whole in items(paragraph, start):
        name = _name_of(whole)
        # 事故按照下列标准分级:造成30人以上死亡的为特别重大事故 — the condition begins behind the colon.
        colon = whole.text.find(":") if name and name.start > whole.start + _MAX_NAME else -1
        item = whole._replace(start=whole.start + colon + 1)
        if name and (
            not run or (name.vocabulary == run[0][0].vocabulary and name.rank not in {n.rank for n, _ in run})
        ):
            run.append((name, item))
            continue
        yield from _sentence_scale(run)
        run = [(name, item)] if name else []
    yield from _sentence_scale(run)


def _name_of(item: GradedItem) -> LevelName | None:
    last = _NAMED_LAST.search(item.text)
    if last:
        names = names_in(item.paragraph.text, item.start + last.start("level"), item.end)
        return names[0] if names else None
    head = head_of(item.text)
    if head is None or head.end >= len(item.text):
        return None
    name = head.names[0]
    return name._replace(start=name.start + item.start, end=name.end + item.start)


def _sentence_scale(run: Sequence[tuple[LevelName, GradedItem]]) -> Iterator[Scale]:
    if len(run) < 2 or not any(item.bands() for _, item in run):
        return
    levels = tuple(Level(name, item.paragraph.span(name.start, name.end), name.words, (item,)) for name, item in run)
    span = Span(run[0][1].span.start, run[-1][1].span.end)
    yield Scale(kind_of(run[0][1].text, ""), "", levels, -1, span)
