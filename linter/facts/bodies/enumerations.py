"""Enumerations: words in a row joined by 、 with the label before them and the words around them.

One scan of a paragraph finds them all, in brackets and out of them; what its items are (bodies, posts, groups) is
asked later. Text in 《》 and in quotation marks is never an enumeration of the document's own.
"""

from __future__ import annotations

from linter.language import NamedTuple, Span, finds, lazy, lexicon, quick
from linter.structure import Document, Paragraph, fact, marks

__all__ = ["Item", "ListRow", "enumerations"]

_MARK = lazy(r"[、,;:。!?()〔〕\[\]【】《》“”\n]")
_OPEN = {"(": ")", "〔": "〕", "[": "]", "【": "】", "《": "》", "“": "”"}
_CLOSE = frozenset(_OPEN.values())
_QUOTES = frozenset("《“")
# The end of a body, group or post, or of the bracket behind one, before a 、; or a label before a colon.
_NAMED = lazy("、(?<=[局委办部厅署院会府队社司团心联协站关区台室行组长任员记)〕]、)")
_LABELS = tuple(lexicon.words("LIST_LABEL"))
_LABEL = lazy(
    r"(?:{ROLE}(?:单位|部门)(?:包括|(?:分别)?为|[是有]|如下)?"
    r"|^(?:(?:组成人|成)员|(?:常务)?副?(?:总?指挥长?|[组队]长|主任|总?召集人)))$"
)


class Item(NamedTuple):
    """A word of an enumeration: where it stands in its paragraph, its words, and what stood in brackets behind it."""

    start: int
    end: int
    text: str
    note: str = ""


class ListRow(NamedTuple):
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

    def __init__(self, at: int, *, inner: bool, quoted: bool) -> None:
        self.at = at
        self.inner = inner
        self.quoted = quoted
        self.items: list[Item] = []
        self.label = ""
        self.label_start = at
        self.bracket = -1


@fact("enumerations")
def enumerations(document: Document) -> tuple[ListRow, ...]:
    """All enumerations of a document, in order, those of table cells included."""
    rows: list[ListRow] = []
    label = ""
    for paragraph in document.paragraphs:
        text = paragraph.text
        if label:
            rows.extend(scan(paragraph, 0, len(text), label))
        elif "、" in text or ":" in text:
            mark = marks.find(text)
            for start, end in _stretches(text):
                rows.extend(scan(paragraph, max(start, mark.skip if mark else 0), end))
        label = _waiting(text)
    return tuple(rows)


def _waiting(text: str) -> str:
    """A label that ends its paragraph speaks for the next one."""
    return text[:-1] if text[-1] == ":" and len(text) <= 24 and _LABEL.search(text[:-1]) else ""


def _stretches(text: str) -> list[tuple[int, int]]:
    """The sentences worth reading: with a 、 behind the end of a name, or a label of the kind 责任单位:."""
    found: list[tuple[int, int]] = []
    end = 0
    for at in _worth(text):
        if at < end:
            continue
        start = max(end, text.rfind("。", end, at) + 1)
        end = text.find("。", at) + 1 or len(text)
        if found and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _worth(text: str) -> list[int]:
    """Offsets of the marks that show an enumeration of names."""
    named = [match.start() for match in _NAMED.finditer(text)]
    return sorted(named + [colon for colon in finds(text, ":") if text.endswith(_LABELS, 0, colon)])


def scan(paragraph: Paragraph, start: int, end: int, inherited: str = "") -> list[ListRow]:
    """The enumerations in a stretch of a paragraph with two items or more, or with a label.

    ``inherited`` is a label that speaks for the first of them.
    """
    text = paragraph.text
    rows: list[ListRow] = []
    stack = [_Level(start, inner=False, quoted=False)]
    stack[0].label = inherited
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        level = stack[-1]
        if mark == "、":
            _take(text, level, at)
        elif mark in _OPEN:
            if level.bracket < 0:
                level.bracket = at
            stack.append(_Level(at + 1, inner=True, quoted=level.quoted or mark in _QUOTES))
        elif mark not in _CLOSE:
            _separate(paragraph, level, mark, at, rows)
        elif len(stack) > 1:
            _finish(paragraph, level, at, rows)
            stack.pop()
        else:
            level.at, level.items, level.label = at + 1, [], ""
    while stack:
        _finish(paragraph, stack.pop(), end, rows)
    return rows


def _separate(paragraph: Paragraph, level: _Level, mark: str, at: int, rows: list[ListRow]) -> None:
    """A mark that ends an item: a colon makes the words before it a label, a comma goes on in a labelled row."""
    if mark == ":":
        start = level.at
        label = paragraph.text[start:at].strip()
        if level.items and not level.label:
            _take(paragraph.text, level, at)
        _finish(paragraph, level, start, rows)
        level.label = label if _LABEL.search(label) else ""
        level.label_start = start
        level.at, level.bracket = at + 1, -1
    elif mark in ",;" and level.label:
        _take(paragraph.text, level, at)
    else:
        _finish(paragraph, level, at, rows)
    level.at = max(level.at, at + 1)


def _take(text: str, level: _Level, end: int) -> None:
    """Close the item that runs up to ``end``."""
    start = level.at
    stop = level.bracket if level.bracket >= start else end
    words = text[start:stop].strip()
    if words:
        at = start + text[start:stop].index(words[0])
        level.items.append(quick(Item, (at, end, words, text[stop:end])))
    level.at, level.bracket = end + 1, -1


def _finish(paragraph: Paragraph, level: _Level, end: int, rows: list[ListRow]) -> None:
    """Close the row that runs up to ``end``, if one was begun."""
    if level.items or level.label:
        if level.at < end:
            _take(paragraph.text, level, end)
        items = level.items
        if not level.quoted and items and (len(items) > 1 or level.label):
            start = level.label_start if level.label else items[0].start
            rows.append(quick(ListRow, (paragraph, tuple(items), level.label, start, level.inner)))
        level.items, level.label = [], ""
    level.bracket = -1
    level.at = end + 1
