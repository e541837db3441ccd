"""OpenDocument text (ISO/IEC 26300, .odt): paragraphs with their automatic numbers, tables, text boxes, notes, margins.

Tracked changes are read as accepted, or as rejected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar
from xml.etree.ElementTree import Element

from linter.limits import COLUMNS
from linter.sources import AS_USUAL, Changes, How, Reads, Source, SourceError
from linter.sources.docx_looks import HIDDEN, PLAIN, Look
from linter.sources.docx_unread import EMBEDDED, PICTURES, is_large
from linter.sources.odt_lists import Lists
from linter.sources.odt_styles import DRAW, OFFICE, STYLE, SVG, TABLE, TEXT, OdtStyles, points
from linter.sources.stories import Stories, Story, StoryCell, words_of
from linter.sources.zipped import Zipped

READS = Reads("odt", (".odt",), "application/vnd.oasis.opendocument.text", part="content.xml")

_REFUSAL = "不是 ODT 文件，或已损坏 (not an ODT file, or damaged)"
_LOCKED = b"encryption-data"
_WHITE = re.compile("[ \t\r\n]+")
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_MARGINS = ("header", "footer")
# Typed spaces of which nobody wants more.
_SPACES = 1000
_DEEPEST = 100
_INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "bibliography")
_WRAPPERS = ("index-body", "index-title", "alphabetical-index", "numbered-paragraph", *_INDEXES)
_ROW_GROUPS = tuple(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of an OpenDocument file. Raises SourceError with one line for damaged, locked and excessive ones."""
    package = Zipped(data, "ODT", _REFUSAL)
    names = {entry.filename for entry in package.entries}
    if "META-INF/manifest.xml" in names and _LOCKED in package.part("META-INF/manifest.xml", "manifest.xml"):
        raise SourceError("文件有密码保护，请另存为无密码的 (encrypted)")
    content = package.tree("content.xml", "content.xml")
    styles = package.tree("styles.xml", "styles.xml") if "styles.xml" in names else None
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise SourceError("不是文字文档，是其他 OpenDocument 文件 (no text document)")
    reader = _OdtReader(len(data), [one for one in (content, styles) if one is not None], how.changes)
    reader.blocks(body, reader.stories.body)
    reader.margins(styles)
    return reader.stories.source(data, "odt", how.changes)


class _OdtReader:
    def __init__(self, size: int, roots: Sequence[Element], changes: Changes) -> None:
        self.stories = Stories(size)
        self._styles = OdtStyles(roots)
        self._lists = Lists(roots)
        self._rejected = changes == "rejected"
        regions = (one for root in roots for one in root.iter(f"{TEXT}changed-region"))
        self._regions = {one.get(f"{TEXT}id", ""): one for one in regions}
        # Additions that are open: the words in them are not there if the changes are rejected.
        self._added: set[str] = set()
        self._depth = 0

    def blocks(self, container: Iterable[Element], story: Story) -> None:
        """Read what a container holds. Raises SourceError if it is nested too deeply."""
        self._deeper(1)
        for child in container:
            handle = self._BLOCKS.get(child.tag)
            if handle:
                handle(self, child, story)
            elif child.tag.startswith(DRAW):
                self._draw(child, story)
        self._deeper(-1)

    def _deeper(self, step: int) -> None:
        self._depth += step
        if self._depth > _DEEPEST:
            raise SourceError("ODT 嵌套过深，不予读取 (nested too deeply)")

    def margins(self, styles: Element | None) -> None:
        """Read the headers and footers of the kinds of pages."""
        for page in styles.iter(f"{STYLE}master-page") if styles is not None else ():
            for child in page:
                kind = child.tag.removeprefix(STYLE).partition("-")[0]
                if kind in _MARGINS and child.get(f"{STYLE}display") != "false":
                    self.blocks(child, self.stories.margin(kind))

    def _paragraph(self, element: Element, story: Story, label: str | None = None) -> None:
        """A paragraph behind its label; a heading that is in no list may have one of its own."""
        look = self._styles.look("paragraph", element.get(f"{TEXT}style-name", ""))
        if label is None:
            label = self._lists.heading(element) if element.tag == f"{TEXT}h" else ""
        self._put(label, story, look)
        self._inline(element, story, look)
        if not self._gone:
            story.paragraph()

    @property
    def _gone(self) -> bool:
        """Whether what is read now was added, and the changes are rejected."""
        return self._rejected and bool(self._added)

    def _list(self, element: Element, story: Story) -> None:
        self._lists.begin(element)
        for item in element:
            if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                self._item(item, story)
        self._lists.end()

    def _item(self, item: Element, story: Story) -> None:
        """An item of a list, whose first paragraph has its number; one that holds but a list has none."""
        children = list(item)
        if children and children[0].tag in _PARAGRAPHS:
            label = self._lists.label(item) if item.tag == f"{TEXT}list-item" else ""
            self._paragraph(children.pop(0), story, label)
        self.blocks(children, story)

    def _section(self, element: Element, story: Story) -> None:
        if element.get(f"{TEXT}display") == "none":
            self.stories.unread.add(HIDDEN)
        else:
            self.blocks(element, story)

    def _table(self, element: Element, story: Story) -> None:
        story.table(list(self._rows(element)))

    def _rows(self, container: Element) -> Iterator[list[StoryCell]]:
        for child in container:
            if child.tag == f"{TABLE}table-row":
                row = list(self._cells(child))
                for _ in range(_count(child.get(f"{TABLE}number-rows-repeated"))):
                    self.stories.count()
                    yield row
            elif child.tag in _ROW_GROUPS:
                yield from self._rows(child)

    def _cells(self, row: Element) -> Iterator[StoryCell]:
        """The cells of a row; one covered from above is empty, one covered by the cell before it is none."""
        covered = 0
        for cell in row:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            times = min(_count(cell.get(f"{TABLE}number-columns-repeated")), COLUMNS)
            if cell.tag == f"{TABLE}covered-table-cell":
                gone = min(covered, times)
                covered -= gone
                yield from [StoryCell(())] * (times - gone)
                continue
            wide = min(_count(cell.get(f"{TABLE}number-columns-spanned")), COLUMNS)
            covered = wide - 1
            inner = Story(self.stories, "", depth=1)
            self.blocks(cell, inner)
            inner.finish()
            yield from [StoryCell(list(words_of(inner.blocks)), wide)] * times

    def _inline(self, element: Element, story: Story, look: Look) -> None:
        """The words of a paragraph, or of something within."""
        self._deeper(1)
        self._say(element.text, story, look)
        for child in element:
            handle = self._INLINE.get(child.tag)
            if handle:
                handle(self, child, story, look)
            elif child.tag.startswith(DRAW):
                self._draw(child, story)
            elif child.tag.startswith(TEXT):
                self._inline(child, story, look)
            self._say(child.tail, story, look)
        self._deeper(-1)

    def _say(self, words: str | None, story: Story, look: Look) -> None:
        if words and not self._gone:
            words = _WHITE.sub(" ", words)
            story.say(words if story.has_words else words.lstrip(" "), look)

    def _span(self, element: Element, story: Story, look: Look) -> None:
        own = self._styles.look("text", element.get(f"{TEXT}style-name", ""))
        self._inline(element, story, own.or_else(look))

    def _spaces(self, element: Element, story: Story, look: Look) -> None:
        self._put(" " * min(_count(element.get(f"{TEXT}c")), _SPACES), story, look)

    def _tab(self, _: Element, story: Story, look: Look) -> None:
        self._put(" ", story, look)

    def _put(self, words: str, story: Story, look: Look) -> None:
        if not self._gone:
            story.say(words, look)

    def _turn(self, _: Element, story: Story, _look: Look) -> None:
        if not self._gone:
            story.turn()

    def _note(self, element: Element, _: Story, _look: Look) -> None:
        body = element.find(f"{TEXT}note-body")
        if body is not None and not self._gone:
            kind = "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
            self.blocks(body, self.stories.note(kind))

    def _ruby(self, element: Element, story: Story, look: Look) -> None:
        base = element.find(f"{TEXT}ruby-base")
        if base is not None:
            self._inline(base, story, look)

    def _unseen(self, _: Element, _story: Story, _look: Look) -> None:
        self.stories.unread.add(HIDDEN)

    def _begin(self, element: Element, _: Story, _look: Look = PLAIN) -> None:
        self._added.add(element.get(f"{TEXT}change-id", ""))

    def _end(self, element: Element, _: Story, _look: Look = PLAIN) -> None:
        self._added.discard(element.get(f"{TEXT}change-id", ""))

    def _removed(self, element: Element, story: Story, look: Look = PLAIN) -> None:
        """A point where something was removed: there again if the changes are rejected."""
        region = self._regions.get(element.get(f"{TEXT}change-id", ""))
        removed = region.find(f"{TEXT}deletion") if region is not None and self._rejected else None
        if removed is not None:
            for number, paragraph in enumerate(one for one in removed.iter() if one.tag in _PARAGRAPHS):
                if number:
                    story.paragraph()
                self._inline(paragraph, story, look)

    def _draw(self, element: Element, story: Story) -> None:
        """A shape: its words are a text box; what is in an image or another file is not read."""
        across, along = (points(element.get(f"{SVG}{name}", "")) for name in ("width", "height"))
        if element.find(f"{DRAW}image") is not None and is_large(across * along):
            self.stories.unread.add(PICTURES)
        if any(element.find(f"{DRAW}{name}") is not None for name in ("object", "object-ole")):
            self.stories.unread.add(EMBEDDED)
        box = element.find(f"{DRAW}text-box")
        holder = element if box is None else box
        if any(one.tag in self._BLOCKS for one in holder):
            self.blocks(holder, self.stories.box(story))
        else:
            self._deeper(1)
            for child in element.iterfind(f"{DRAW}*"):
                self._draw(child, story)
            self._deeper(-1)

    _BLOCKS: ClassVar[Mapping[str, Callable[[_OdtReader, Element, Story], None]]] = {
        **dict.fromkeys(_PARAGRAPHS, _paragraph),
        f"{TEXT}list": _list,
        f"{TEXT}section": _section,
        **dict.fromkeys((TEXT + name for name in _WRAPPERS), blocks),
        f"{TABLE}table": _table,
        f"{TEXT}change-start": _begin,
        f"{TEXT}change-end": _end,
        f"{TEXT}change": _removed,
    }
    _INLINE: ClassVar[Mapping[str, Callable[[_OdtReader, Element, Story, Look], None]]] = {
        f"{TEXT}span": _span,
        f"{TEXT}s": _spaces,
        f"{TEXT}tab": _tab,
        f"{TEXT}line-break": _turn,
        f"{TEXT}note": _note,
        f"{TEXT}ruby": _ruby,
        **dict.fromkeys((f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"), _unseen),
        f"{TEXT}change-start": _begin,
        f"{TEXT}change-end": _end,
        f"{TEXT}change": _removed,
    }


def _count(words: str | None) -> int:
    """A number of repetitions or of places taken; 1 for what is none."""
    return max(int(words), 1) if words and words.isdecimal() and len(words) < 10 else 1
