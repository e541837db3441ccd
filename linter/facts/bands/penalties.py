"""What is done at a level: fines, terms, rewards, each with its band, kept apart from the conditions."""

from __future__ import annotations

from collections.abc import Iterable

from linter.facts.bands.model import GradedItem
from linter.facts.bands.quantities import Band
from linter.facts.bands.readings import consequence
from linter.language.numerals import Number
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span

__all__ = ["Penalty", "penalties"]

# The kind of a consequence stands right behind its band (…以下的罚款) or right before it (奖励5000元).
_BEHIND = lazy(r"(?:的|人民币)?({CONSEQUENCE})")
_BEFORE = lazy(r"({CONSEQUENCE})(?:金额|[^\W\d_]{2,4}[人者])?(?:为|标准为)?$")
_LABEL = lazy(r"罚款|奖励|补[助贴]")
# 记分, 扣分, 分值: points count as fines do.
_POINTS = lazy(r"[记扣]分|分值")
# Where a cell holds one number only, what its column pays or takes: 水价, 报销比例.
_PRICED = lazy(r"{HEAD_CONSEQUENCE}")


class Penalty(NamedTuple):
    """A consequence: its kind (罚款), the band of its amount or term, and its place."""

    kind: str
    item: GradedItem
    band: Band

    @property
    def key(self) -> tuple[str, str]:
        """What can be compared: the kind in one unit."""
        return self.kind, self.band.unit.dimension

    @property
    def values(self) -> tuple[Number | None, Number | None]:
        """The values of its two ends, in base units."""
        lower, upper = self.band.lower, self.band.upper
        return lower and lower.value, upper and upper.value

    @property
    def quote(self) -> str:
        """Its words."""
        return self.item.paragraph.text[self.band.start : self.band.end]

    @property
    def span(self) -> Span:
        """Its place in the raw text."""
        return self.item.paragraph.span(self.band.start, self.band.end)


def penalties(items: Iterable[GradedItem]) -> dict[tuple[str, str], Penalty]:
    """The consequences among some conditions, by kind and unit; a kind that comes twice is left out."""
    found: dict[tuple[str, str], list[Penalty]] = {}
    for item in items:
        for band in item.bands():
            kind = _kind(item, band)
            if kind and not band.flaw and not band.about:
                one = Penalty(kind, item, band)
                found.setdefault(one.key, []).append(one)
    return {key: several[0] for key, several in found.items() if len(several) == 1}


def _kind(item: GradedItem, band: Band) -> str:
    text = item.paragraph.text
    behind = _BEHIND.match(text, band.end)
    before = _BEFORE.search(text, item.start, band.start)
    label = _LABEL.search(item.label) or _POINTS.search(item.label)
    if label is None and item.label and text[item.start : item.end].strip() == text[band.start : band.end]:
        label = _PRICED.search(item.label)
    if behind and consequence(item, band):
        return behind[1]
    return before[1] if before else label[0] if label else ""


def lighter(one: Penalty, other: Penalty) -> bool:
    """Whether one consequence is lighter than another: neither bound is higher, and one is lower."""
    pairs = [(_value(one, side), _value(other, side)) for side in (0, 1)]
    known = [(first, second) for first, second in pairs if first is not None and second is not None]
    return (
        bool(known)
        and all(first <= second for first, second in known)
        and any(first < second for first, second in known)
    )


def _value(one: Penalty, side: int) -> int | None:
    bound = one.band.interval[side]
    return None if bound is None or isinstance(bound, bool) else int(bound.value)
