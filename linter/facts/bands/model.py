"""The values of graded scales: conditions, levels, scales."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

from linter.facts.bands.levels import LevelName
from linter.facts.bands.quantities import Band, scan
from linter.language import NamedTuple, Span, lazy, quick
from linter.structure import Paragraph

__all__ = ["GradedItem", "Level", "Scale"]

Kind = Literal["response", "warning", "event", "other"]

# Cells of flattened tables part their conditions by wide spaces only.
_SEGMENT = lazy(r"(?:[^;。\n ]+| (?! ))+")
_KINDS: tuple[tuple[str, Kind], ...] = (("响应", "response"), ("预警", "warning"))
_EVENT = lazy(r"{EVENT}|{HAZARD}")
_start = attrgetter("start")


class GradedItem(NamedTuple):
    """One condition: a stretch of a paragraph up to ； or 。, its bands, and the label of its table row or column.

    ``unit`` is that of numbers which have none of their own, as the label gives it.
    """

    paragraph: Paragraph
    start: int
    end: int
    label: str = ""
    unit: str = ""

    @property
    def text(self) -> str:
        """The words of the condition."""
        return self.paragraph.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the raw text."""
        return self.paragraph.span(self.start, self.end)

    def bands(self) -> list[Band]:
        """Its quantities, with offsets into the paragraph."""
        bands = scan(self.paragraph.text, self.unit)
        first = bisect_left(bands, self.start, key=_start)
        last = bisect_left(bands, self.end, key=_start)
        return [band for band in bands[first:last] if band.end <= self.end]


class Level(NamedTuple):
    """A level of a scale: its name, the place of the name, its whole head, its conditions, and what is done then."""

    name: LevelName
    span: Span
    head: str
    items: tuple[GradedItem, ...]
    deeds: tuple[GradedItem, ...] = ()


class Scale(NamedTuple):
    """Levels in the order of the document. ``subject`` is what remains of their heads without the names (响应).

    ``discretion`` says that each level is a step of a table which leads from one condition to a consequence of its own.
    """

    kind: Kind
    subject: str
    levels: tuple[Level, ...]
    section: int
    span: Span
    discretion: bool = False

    @property
    def graded(self) -> bool:
        """Whether the levels grade something bad, so that their order can be judged; 大型客车 and 中型客车 do not."""
        return self.kind != "other" or self.levels[0].name.vocabulary in {"event", "lesser", "colour", "numeral"}

    @property
    def ordered(self) -> list[Level]:
        """The levels from the worst down."""
        return sorted(self.levels, key=lambda level: level.name.rank)


def items(paragraph: Paragraph, start: int = 0, label: str = "", unit: str = "") -> Iterator[GradedItem]:
    """A paragraph cut at ；, at 。 and at wide spaces."""
    for match in _SEGMENT.finditer(paragraph.text, start):
        if match[0].strip():
            yield quick(GradedItem, (paragraph, match.start(), match.end(), label, unit))


def kind_of(subject: str, context: str) -> Kind:
    """What a scale grades, by the words of its levels, else by those around them."""
    for words in (subject, context):
        for word, kind in _KINDS:
            if word in words:
                return kind
    return "event" if _EVENT.search(subject) or _EVENT.search(context) else "other"
