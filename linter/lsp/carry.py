"""Findings of an earlier version, carried over an edit: moved behind it, dropped where it touched them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linter.kernel.result import Diagnostic
from linter.kernel.session import moved
from linter.language.record import NamedTuple
from linter.language.text import Span


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of the earlier version were replaced by ``longer`` more (or fewer) others."""

    start: int
    end: int
    longer: int

    def touches(self, span: Span) -> bool:
        """Whether it reaches into a span; at its edge it does not."""
        return span.start < self.end and span.end > self.start

    def moved(self, span: Span) -> Span:
        """Where an untouched span of the earlier version is in the later one."""
        by = self.longer if span.start >= self.end else 0
        return Span(span.start + by, span.end + by)


def change(old: str, new: str) -> Change:
    """The least range in which two versions differ."""
    most = min(len(old), len(new))
    start = _longest(most, lambda count: old[:count] == new[:count])
    back = _longest(most - start, lambda count: not count or old[-count:] == new[-count:])
    return Change(start, len(old) - back, len(new) - len(old))


def _longest(most: int, same: Callable[[int], bool]) -> int:
    """The greatest count up to ``most`` for which ``same`` holds; it holds for every smaller one."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if same(middle):
            low = middle
        else:
            most = middle - 1
    return low


def carried(items: Iterable[Diagnostic], old: str, new: str) -> Iterator[Diagnostic]:
    """The findings of one version that an edit left alone, at their places in the next."""
    edit = change(old, new)
    for item in items:
        spans = [item.span, *(other.span for other in item.related), *_edited(item)]
        if not any(map(edit.touches, spans)):
            yield moved(item, edit.moved)


def _edited(item: Diagnostic) -> Iterator[Span]:
    return (edit.span for edit in item.fix.edits) if item.fix else iter(())
