"""A declared count, with how many things its list holds."""

from __future__ import annotations

from typing import Literal

from linter.language import NamedTuple, Span, lazy, number

__all__ = ["Count"]

How = Literal["sentence", "headings", "rows"]
_BETWEEN = lazy("[一二两三四五六七八九]{2,3}")


class Count(NamedTuple):
    """A declared count: its value, words and span; how many items the list has, at least and at most; their spans."""

    value: int
    words: str
    span: Span
    low: int
    high: int
    items: tuple[Span, ...]
    how: How
    open: bool = False

    @property
    def fits(self) -> bool:
        """Whether the list may have as many items as declared; one that ends in 等 may have fewer."""
        return self.low <= self.value if self.open else self.low <= self.value <= self.high


def count_value(words: str) -> int:
    """The value of a number, 0 if the words are none; 三五个 is between two numbers and none of its own."""
    if _BETWEEN.fullmatch(words):
        return 0
    try:
        return int(number(words))
    except ValueError:
        return 0
