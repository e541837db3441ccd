"""Documents that flow, as rich text and OpenDocument write them: words become paragraphs, tables, notes, margins.

The text is laid out as that of a Word file is: text boxes behind their paragraph, notes and what the margins add at the
end, a row of a table a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import limits
from linter.language import NamedTuple
from linter.sources import Changes, Source, SourceError, make_source, too_many
from linter.sources.blocks import PILCROW, Builder, check_columns, clean
from linter.sources.docx_looks import HIDDEN, PLAIN, STRUCK, Look
from linter.sources.docx_unread import PICTURES

BREAK = "\n"
_TITLES = {"footnote": "脚注", "endnote": "尾注", "header": "页眉", "footer": "页脚"}
_MARGINS = ("header", "footer")
# Text boxes within each other.
_DEEPEST = 20


class StoryCell(NamedTuple):
    """The paragraphs of a cell, and the columns it takes; ``skipped`` are those left free before it."""

    paragraphs: Sequence[str]
    columns: int = 1
    skipped: int = 0


class StoryParagraph(NamedTuple):
    """The words of a paragraph, and where it stood."""

    place: str
    words: str


class StoryTable(NamedTuple):
    """The rows of a table, and which table it is."""

    place: str
    rows: Sequence[Sequence[StoryCell]]


class Stories:
    """A document as it is read: its stories, and what of it is not read."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items = self._boxes = self.tables = 0
        self._counts = dict.fromkeys(_TITLES, 0)
        self._notes: list[Story] = []
        self._margins: dict[str, list[Story]] = {kind: [] for kind in _MARGINS}
        self.unread: set[str] = set()
        self.body = Story(self, "")

    def count(self) -> None:
        """Count a paragraph or a cell. Raises SourceError beyond the limit."""
        self._items += 1
        if self._items > limits.ITEMS:
            raise too_many()

    def note(self, kind: str) -> Story:
        """Begin a ``footnote`` or ``endnote``."""
        self._counts[kind] += 1
        story = Story(self, f"{_TITLES[kind]}{self._counts[kind]}", kind)
        self._notes.append(story)
        return story

    def call_endnote(self, note: Story) -> None:
        """The footnote just begun is an endnote."""
        self._counts["footnote"] -= 1
        self._counts["endnote"] += 1
        note.kind, note.place = "endnote", f"{_TITLES['endnote']}{self._counts['endnote']}"

    def margin(self, kind: str) -> Story:
        """Begin a ``header`` or ``footer``."""
        story = Story(self, _TITLES[kind], kind)
        self._margins[kind].append(story)
        return story

    def box(self, inside: Story) -> Story:
        """Begin a text box anchored in the paragraph under way. Raises SourceError if they are nested too deeply."""
        if inside.depth >= _DEEPEST:
            raise SourceError("文本框嵌套过深，不予读取 (text boxes nested too deeply)")
        self._boxes += 1
        story = Story(self, f"文本框{self._boxes}", depth=inside.depth + 1)
        inside.boxes.append(story)
        return story

    def source(self, data: bytes, form: str, changes: Changes) -> Source:
        """The text with its origins. Raises SourceError if there are images and no words, or beyond the limits."""
        builder = Builder(self._size)
        self.body.finish()
        _write(builder, self.body.blocks)
        for note in self._notes:
            note.finish()
            _write(builder, note.blocks)
        self._write_margins(builder)
        raw, origins = builder.finish()
        if not raw.strip() and PICTURES in self.unread:
            raise SourceError("文件没有文字，只有图像，请先做文字识别 (no words, only images)")
        return make_source(raw, data, form, origins=origins)._replace(changes=changes, notes=tuple(sorted(self.unread)))

    def _write_margins(self, builder: Builder) -> None:
        said = "".join(builder.so_far().split())
        for kind in _MARGINS:
            seen = set()
            for margin in self._margins[kind]:
                margin.finish()
                words = "".join(words_of(margin.blocks))
                if words not in seen and says_more(words, said):
                    _write(builder, margin.blocks)
                seen.add(words)


class Story:
    """A run of blocks: the body, a text box, a note, a header. Words are said, then the paragraph is ended."""

    def __init__(self, stories: Stories, place: str, kind: str = "", depth: int = 0) -> None:
        self.stories = stories
        self.place = place
        self.kind = kind
        self.depth = depth
        self.blocks: list[StoryParagraph | StoryTable] = []
        self.boxes: list[Story] = []
        self._words: list[str] = []
        self._ended = 0

    def say(self, words: str, look: Look = PLAIN) -> None:
        """Words of the paragraph under way, which are not there if their look hides them."""
        if look.hidden or look.struck:
            if words.strip():
                self.stories.unread.add(HIDDEN if look.hidden else STRUCK)
        elif words:
            self._words.append(look.seen(clean(words)))

    def turn(self) -> None:
        """Break the line."""
        self._words.append(BREAK)

    @property
    def has_words(self) -> bool:
        """Whether anything was said since the last paragraph was ended."""
        return bool(self._words)

    def taken(self) -> str:
        """The words said since the last paragraph was ended, which are forgotten."""
        words = "".join(self._words).strip(BREAK)
        self._words.clear()
        return words

    def end(self) -> str:
        """End the paragraph, and return its words."""
        self.stories.count()
        return self.taken()

    def paragraph(self) -> None:
        """End the paragraph, and add it to the blocks."""
        words = self.end()
        self._ended += 1
        if words.strip():
            self.blocks.append(StoryParagraph(f"{self.place}第{self._ended}段", words))
        self._add_boxes()

    def table(self, rows: Sequence[Sequence[StoryCell]]) -> None:
        """Add a table; one of a single column is a frame around its paragraphs."""
        self.stories.tables += 1
        place = f"{self.place}表{self.stories.tables}"
        if any(len(row) > 1 for row in rows):
            self.blocks.append(StoryTable(place, rows))
        else:
            self.blocks.extend(
                StoryParagraph(f"{place}第{number}行", words)
                for number, row in enumerate(rows, 1)
                for cell in row
                for words in cell.paragraphs
            )
        self._add_boxes()

    def finish(self) -> None:
        """End the last paragraph, if there is one."""
        if self._words or self.boxes:
            self.paragraph()

    def _add_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            box.finish()
            self.blocks.extend(box.blocks)


def says_more(words: str, said: str) -> bool:
    """Whether a margin says what the body, both without spaces, does not: page numbers and running titles do not."""
    words = "".join(words.split())
    letters = "".join(character for character in words if character.isalpha())
    return bool(letters.strip("第共页")) and words not in said


def words_of(blocks: Sequence[StoryParagraph | StoryTable]) -> Iterator[str]:
    """The words of blocks, paragraph by paragraph."""
    for block in blocks:
        if isinstance(block, StoryParagraph):
            yield block.words
        else:
            yield from (words for row in block.rows for cell in row for words in cell.paragraphs)


def _write(builder: Builder, blocks: Sequence[StoryParagraph | StoryTable]) -> None:
    for block in blocks:
        if isinstance(block, StoryParagraph):
            builder.block(block.place)
            builder.write(block.words)
        else:
            _write_table(builder, block)


def _write_table(builder: Builder, table: StoryTable) -> None:
    begin = builder.block
    for number, row in enumerate(table.rows, 1):
        check_columns(sum(cell.columns + cell.skipped for cell in row))
        if any(words.strip() for cell in row for words in cell.paragraphs):
            place = f"{table.place}第{number}行"
            begin(place)
            begin = builder.row
            _write_row(builder, row, place)


def _write_row(builder: Builder, row: Sequence[StoryCell], place: str) -> None:
    """Cells parted by tabs; a merged cell has its words at its first place, the others are empty."""
    for number, cell in enumerate(row, 1):
        builder.write("\t" * cell.skipped)
        builder.at(f"{place}第{number}格")
        builder.write(PILCROW.join(words.replace(BREAK, PILCROW) for words in cell.paragraphs if words.strip()))
        builder.at(place)
        builder.write("\t" * (cell.columns if number < len(row) else cell.columns - 1))
