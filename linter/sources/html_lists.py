"""The numbers that a browser shows before the items of lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from linter.language import to_chinese, to_roman

_WHOLE = re.compile(r"\s*([+-]?\d{1,6})(?!\d)")
_STYLE = re.compile(r"list-style(?:-type)? *: *(?:[a-z]+ +)*?([a-z-]+)(?= *(?:;|$|!| ))", re.IGNORECASE)
# The item has a number of its own among its words.
_NUMBERED = re.compile(r"\s*(?:[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）.、．]|第|[①-⑳]|$)")
_LARGEST_ROMAN = 3999
_LARGEST_LATIN = 26
_CHINESE = (
    "cjk-ideographic simp-chinese-informal simp-chinese-formal trad-chinese-informal trad-chinese-formal cjk-decimal"
)


class ListNumbers:
    """The numbers of the ordered lists of a page; ask for each item in order."""

    def __init__(self) -> None:
        self._last: dict[Any, int] = {}

    def label(self, item: Any) -> str:
        """What stands before an item of an ordered list; nothing if its words begin with a number of their own."""
        parent = _owner(item)
        if parent is None or parent.tag != "ol":
            return ""
        step = 1 if parent.get("reversed") is None else -1
        if parent not in self._last:
            start = _whole(parent.get("start"))
            whole = sum(_owner(one) is parent for one in parent.iter("li")) if step < 0 else 0
            self._last[parent] = (start if start is not None else 1 if step > 0 else whole) - step
        own = _whole(item.get("value"))
        number = self._last[parent] = own if own is not None else self._last[parent] + step
        shown = _shown(number, _style(item) or _style(parent) or item.get("type") or parent.get("type") or "1")
        return "" if _NUMBERED.match("".join(item.itertext())) else shown


def _owner(item: Any) -> Any:
    """The list that an item belongs to, whatever stands between."""
    return next(item.iterancestors("ol", "ul", "menu", "dir"), None)


def _whole(words: str | None) -> int | None:
    match = _WHOLE.match(words or "")
    return int(match[1]) if match else None


def _style(element: Any) -> str:
    found = _STYLE.search(element.get("style") or "")
    return found[1].lower() if found else ""


def _shown(number: int, style: str) -> str:
    if style in ("none", "disc", "circle", "square"):
        return ""
    write = _FORMS.get(style)
    return write(number) if write else f"{number}. "


def _latin(number: int, first: str) -> str:
    return f"{chr(ord(first) + number - 1)}. " if 0 < number <= _LARGEST_LATIN else f"{number}. "


def _roman(number: int, *, upper: bool) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return f"{number}. "
    return f"{to_roman(number) if upper else to_roman(number).lower()}. "


_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), lambda number: _latin(number, "a")),
    **dict.fromkeys(("A", "upper-alpha", "upper-latin"), lambda number: _latin(number, "A")),
    **dict.fromkeys(("i", "lower-roman"), lambda number: _roman(number, upper=False)),
    **dict.fromkeys(("I", "upper-roman"), lambda number: _roman(number, upper=True)),
    **dict.fromkeys(_CHINESE.split(), lambda number: f"{to_chinese(number)}、" if number > 0 else f"{number}、"),
}
