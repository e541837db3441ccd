"""Counts of a whole document: 共分4个方面、10项任务, against its top headings and the items counted through them."""

from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.counts.declared import Count, count_value
from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Section

__all__ = ["whole_counts"]

_N = r"[\d一二三四五六七八九十]{1,3}"
_BOTH = lazy(
    rf"(?P<tops>{_N}) ?个?(?:方面|部分|大项)[,、]?(?:共|共计)?(?P<words>(?P<items>{_N}) ?[项条个](?:具体|重点|主要)?"
    r"{TASKED})"
)
_PARTS = ("方面", "部分", "大项")
_FEW = 4


@fact("whole-counts")
def whole_counts(document: Document) -> tuple[Count, ...]:
    """Counts of items beside a count of top headings that agrees; only items numbered through the whole are counted."""
    stream = document.read(flow)
    own = document.read(own_words)
    found: list[Count] = []
    for match in _BOTH.finditer(own) if any(word in own for word in _PARTS) else ():
        value, items = count_value(match["items"]), _through(document, count_value(match["tops"]))
        if value and items:
            span = stream.span(*match.span("words"))
            found.append(Count(value, match["words"], span, len(items), len(items), items, "headings"))
    return tuple(found)


def _through(document: Document, tops: int) -> tuple[Span, ...]:
    """The items below as many top headings as stated, if they are numbered from one on through all of them."""
    for part in range(len(document.parts)):
        roots = document.roots(part)
        below = list(_below(document, roots))
        counted = [one.mark.value[-1] for one in below]
        alike = len({one.mark.scheme for one in below}) == 1
        if len(roots) == tops and len(below) >= _FEW and alike and counted == list(range(1, len(counted) + 1)):
            return tuple(one.mark.span for one in below)
    return ()


def _below(document: Document, roots: list[Section]) -> Iterator[Section]:
    for root in roots:
        yield from document.children(root)
