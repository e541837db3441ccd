"""Sheets of two pages side by side, as A3 prints them: each becomes two pages, the left one first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from linter.language import NamedTuple
from linter.sources.page import Box, Char, Page
from linter.sources.page_lines import line, rows

# So much wider than high, as a share; A3 is by 0.41.
_WIDE = 1.2
Part = TypeVar("Part", Char, Box)
_NUMBER = re.compile(r"[-–—·•~\s]*(?:第 ?)?(\d{1,4})(?: ?页)?[-–—·•~\s]*")


class SheetPage(NamedTuple):
    """A page, and what it is called in the file: 第3页, or 第3页左 of a sheet."""

    page: Page
    name: str


def leaves(pages: Sequence[Page]) -> list[SheetPage]:
    """The pages of a file, its sheets of two pages parted.

    A wide page is such a sheet if nothing stands across its middle and both halves have a page number; one number is
    enough, or none, where at least half of the wide pages have two.
    """
    halves = [_halves(page) for page in pages]
    parted = [one for one in halves if one]
    shown = sum(all(map(_is_numbered, one)) for one in parted)
    sheets = shown and 2 * shown >= len(parted)
    found = []
    for number, (page, sides) in enumerate(zip(pages, halves, strict=True), 1):
        if sides and sheets:
            found += [SheetPage(side, f"第{number}页{name}") for side, name in zip(sides, "左右", strict=True)]
        else:
            found.append(SheetPage(page, f"第{number}页"))
    return found


def _halves(page: Page) -> tuple[Page, Page] | None:
    """Both halves of a wide page; None for others, and where something stands across the middle."""
    middle = page.width / 2
    if page.form or page.width < _WIDE * page.height:
        return None
    if any(map(_across(middle), page.chars)) or any(map(_across(middle), page.rules)):
        return None
    left, right = _side(page, 0.0, middle), _side(page, middle, page.width)
    return (left, right) if left.chars and right.chars else None


def _across(middle: float) -> Callable[[Char | Box], bool]:
    return lambda one: one.left < middle < one.right


def _side(page: Page, start: float, end: float) -> Page:
    """What stands between two places across a page, as a page of its own."""
    chars = tuple(_moved(one, start) for one in page.chars if start <= one.left < end)
    rules = tuple(_moved(one, start) for one in page.rules if start <= one.left < end)
    return page._replace(width=end - start, chars=chars, rules=rules)


def _moved(one: Part, start: float) -> Part:
    return one._replace(left=one.left - start, right=one.right - start)


def _is_numbered(page: Page) -> bool:
    """Whether the last row of a page is its number."""
    return bool(_NUMBER.fullmatch(line(rows(page.chars)[-1]).words))
