"""Enumerations: words in a row joined by 、 with the label before them and the words around them.

One scan of a paragraph finds them all, in brackets and out of them; what its items are (bodies, posts, groups) is
asked later. Text in 《》 and in quotation marks is never an enumeration of the document's own.
"""

from __future__ import annotations

import re
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

    __slots__ = ("at", "bracket", "inner", "items", "label", "label_start", "quoted")

    def __init__(self, at: int, quoted: bool) -> None:
        self.at = at
        self.inner = at > 0
        self.quoted = quoted
        self.items: list[Item] = []
        self.label = ""
        self.label_start = at
        self.bracket = -1


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


def scan(paragraph: Paragraph, inherited: str = "") -> list[Row]:
    """The enumerations of a paragraph with two items or more, or with a label; ``inherited`` speaks for the first."""
    text = paragraph.text
    rows: list[Row] = []
    stack = [_Level(0, False)]
    stack[0].label = inherited
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        level = stack[-1]
        if mark == "、":
            _take(text, level, at)
        elif mark in _OPEN:
            if level.bracket < 0:
                level.bracket = at
            stack.append(_Level(at + 1, level.quoted or mark in _QUOTES))
        elif mark not in _CLOSE:
            _separate(paragraph, level, mark, at, rows)
        elif len(stack) > 1:
            _finish(paragraph, level, at, rows, bracketed=True)
            stack.pop()
        else:
            level.at, level.items, level.label = at + 1, [], ""
    while stack:
        _finish(paragraph, stack[-1], len(text), rows, bracketed=len(stack) > 1)
        stack.pop()
    return rows


def _separate(paragraph: Paragraph, level: _Level, mark: str, at: int, rows: list[Row]) -> None:
    """A mark that ends an item: a colon makes the words before it a label, a comma goes on in a labelled row."""
    if mark == ":":
        start = level.at
        label = paragraph.text[start:at].strip()
        if level.items and not level.label:
            _take(paragraph.text, level, at)
        _finish(paragraph, level, start, rows, bracketed=level.inner)
        level.label = label if _LABEL.search(label) else ""
        level.label_start = start
        level.at, level.bracket = at + 1, -1
    elif mark in ",;" and level.label:
        _take(paragraph.text, level, at)
    else:
        _finish(paragraph, level, at, rows, bracketed=level.inner)
    level.at = max(level.at, at + 1)


def _take(text: str, level: _Level, end: int) -> None:
    """Close the item that runs up to ``end``."""
    start = level.at
    stop = level.bracket if level.bracket >= start else end
    words = text[start:stop].strip()
    if words:
        at = start + text[start:stop].index(words[0])
        level.items.append(Item(at, end, words, text[stop:end]))
    level.at, level.bracket = end + 1, -1


def _finish(paragraph: Paragraph, level: _Level, end: int, rows: list[Row], *, bracketed: bool) -> None:
    """Close the row that runs up to ``end``, if one was begun."""
    if level.items or level.label:
        if level.at < end:
            _take(paragraph.text, level, end)
        items = level.items
        if not level.quoted and items and (len(items) > 1 or level.label):
            start = level.label_start if level.label else items[0].start
            rows.append(Row(paragraph, tuple(items), level.label, start, bracketed))
        level.items, level.label = [], ""
    level.bracket = -1
    level.at = end + 1
