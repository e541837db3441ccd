"""Enumerations: words in a row joined by 、 with the label before them and the words around them.

One scan of a paragraph finds them all, in brackets and out of them; what its items are (bodies, posts, groups) is
asked later. Text in 《》 and in quotation marks is never an enumeration of the document's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.facts import fact

if TYPE_CHECKING:
    from linter.structure.model import Document, Paragraph
    from linter.text import Span

_MARK = re.compile(r"[、,;:。!?()〔〕\[\]【】《》“”\n]")
_OPEN = {"(": ")", "〔": "〕", "[": "]", "【": "】", "《": "》", "“": "”"}
_CLOSE = frozenset(_OPEN.values())
_QUOTES = frozenset("《“")
# What may stand before a 、 inside a row worth reading: bodies, groups, posts, or the bracket behind one.
_ENDS = frozenset("局委办部厅署院会府队社司团心联协站关区台室行组长任员记)〕")
_LABEL = re.compile(
    r"(?:(?:[主承协]办|牵头|责任|成员|配合|组成|参加|参与|联合|支持|主管|主责)(?:单位|部门)"
    r"|^(?:成员|组成人员|(?:副|总|副总|常务副总)?指挥长?|(?:常务)?副?[组队]长|(?:常务)?副?主任|副?总?召集人))$"
)
_HINT = re.compile("(?:单位|部门|成员|指挥|组长|主任|召集人|人员):")


class Item(NamedTuple):
    """A word of an enumeration: where it stands in its paragraph, its words, and what stood in brackets behind it."""

    start: int
    end: int
    text: str
    note: str = ""


class Row(NamedTuple):
    """An enumeration: its items in order, the label before its colon, and whether brackets hold it.

    ``label_start`` is the offset of the label in the paragraph, of the first item if there is none.
    """

    paragraph: Paragraph
    items: tuple[Item, ...]
    label: str = ""
    label_start: int = 0
    bracketed: bool = False

    def span(self, item: Item) -> Span:
        """The raw span of an item, its bracket left out."""
        return self.paragraph.span(item.start, item.start + len(item.text))


class _Level:
    """One depth of brackets while scanning: the items of the row being read."""

    def __init__(self, at: int, quoted: bool) -> None:
        self.at = at
        self.quoted = quoted
        self.items: list[Item] = []
        self.label = ""
        self.label_start = at
        self.bracket = -1
        self.note = ""


@fact("enumerations")
def enumerations(document: Document) -> tuple[Row, ...]:
    """All enumerations of a document, in order, those of table cells included."""
    rows: list[Row] = []
    label = ""
    for paragraph in document.paragraphs:
        text = paragraph.text
        if not label and not worth_reading(text):
            continue
        rows.extend(scan(paragraph, label))
        label = _waiting(text)
    return tuple(rows)


def _waiting(text: str) -> str:
    """A label that ends its paragraph speaks for the next one."""
    return text[:-1] if len(text) <= 24 and text.endswith(":") and _LABEL.search(text[:-1]) else ""


def worth_reading(text: str) -> bool:
    """Cheap test: a 、 behind the end of a name, or a label of the kind 责任单位:."""
    if "、" in text and any(piece[-1:] in _ENDS for piece in text.split("、")[:-1]):
        return True
    return ":" in text and _HINT.search(text) is not None


def scan(paragraph: Paragraph, inherited: str = "") -> Iterator[Row]:
    """The enumerations of a paragraph with two items or more, or with a label; ``inherited`` speaks for the first."""
    text = paragraph.text
    stack = [_Level(0, False)]
    stack[0].label = inherited
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        level = stack[-1]
        if mark in _OPEN:
            if level.bracket < 0:
                level.bracket = at
            stack.append(_Level(at + 1, level.quoted or mark in _QUOTES))
        elif mark in _CLOSE:
            if len(stack) == 1:
                level.at, level.items, level.label = at + 1, [], ""
                continue
            yield from _finish(paragraph, level, at, bracketed=True)
            stack.pop()
        else:
            yield from _separate(paragraph, level, mark, at, len(stack) > 1)
    while stack:
        yield from _finish(paragraph, stack[-1], len(text), bracketed=len(stack) > 1)
        stack.pop()


def _separate(paragraph: Paragraph, level: _Level, mark: str, at: int, bracketed: bool) -> Iterator[Row]:
    if mark == "、":
        _take(paragraph.text, level, at)
    elif mark == ":":
        start = level.at
        label = paragraph.text[start:at].strip()
        if level.items and not level.label:
            _take(paragraph.text, level, at)
        yield from _finish(paragraph, level, start, bracketed)
        level.label = label if _LABEL.search(label) else ""
        level.label_start = start
        level.at, level.bracket, level.note = at + 1, -1, ""
    elif mark in ",;" and level.label:
        _take(paragraph.text, level, at)
    else:
        yield from _finish(paragraph, level, at, bracketed)
    level.at = max(level.at, at + 1)


def _take(text: str, level: _Level, end: int) -> None:
    """Close the item that runs up to ``end``."""
    start = level.at
    stop = level.bracket if level.bracket >= start else end
    note = text[stop:end] if stop < end else ""
    while start < stop and text[start] == " ":
        start += 1
    words = text[start:stop].rstrip()
    if words:
        level.items.append(Item(start, end, words, note))
    level.at, level.bracket = end + 1, -1


def _finish(paragraph: Paragraph, level: _Level, end: int, bracketed: bool) -> Iterator[Row]:
    if level.at < end:
        _take(paragraph.text, level, end)
    items = level.items
    if not level.quoted and items and (len(items) > 1 or level.label):
        start = level.label_start if level.label else items[0].start
        yield Row(paragraph, tuple(items), level.label, start, bracketed)
    level.items, level.label, level.bracket = [], "", -1
    level.at = end + 1
