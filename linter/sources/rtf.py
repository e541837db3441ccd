r"""Rich text (RTF 1.9.1): paragraphs with their automatic numbers, tables, text boxes, notes, headers and footers.

Numbers of lists are those that the program which wrote the file put before each item (``\listtext``). Tracked changes
are read as accepted, or as rejected.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import partial

from linter.sources import AS_USUAL, How, Reads, Source, SourceError
from linter.sources.docx_equation import equation
from linter.sources.docx_looks import Look
from linter.sources.docx_numbering import spaced
from linter.sources.docx_unread import EMBEDDED, PICTURES, is_large
from linter.sources.rtf_groups import RichGroups
from linter.sources.rtf_tables import RichTable
from linter.sources.rtf_text import Font, codec_of
from linter.sources.rtf_words import CODE_PAGES, MARGINS, SIDES, TABLES
from linter.sources.stories import Story

READS = Reads("rtf", (".rtf",), "application/rtf", begins=b"{\\rtf")

_FORMULAS = "有公式，其中的文字未检查 (formulas are not read)"
_NUMBERLESS = "有自动编号没有写在文件里，未检查 (automatic numbers that the file does not give)"
# The number of an item that is a sign: a letter of Courier drawn as a ring.
_RING = "o"
_TWIPS = 20


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a file of rich text. Raises SourceError with one line for what is none, or exceeds the limits."""
    if not data.removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(READS.begins):
        raise SourceError("不是 RTF 文件，或已损坏 (not rich text, or damaged)")
    reader = _RichReader(data, rejected=how.changes == "rejected")
    reader.run()
    return reader.stories.source(data, "rtf", how.changes)


class _RichReader(RichGroups):
    def character_set(self, number: int) -> None:
        if self.state.fonts:
            self.fonts.setdefault(self.state.font, Font()).charset = number

    def font_page(self, number: int) -> None:
        if self.state.fonts:
            self.fonts.setdefault(self.state.font, Font()).page = number

    def document_page(self, number: int) -> None:
        self.page = codec_of(number)

    def document_page_of(self, _: int, codec: str) -> None:
        self.page = codec

    def usual_font(self, number: int) -> None:
        self.usual = self.state.font = number

    def fallback(self, number: int) -> None:
        self.state.fallback = min(max(number, 0), 8)

    def plain(self, _: int) -> None:
        state = self.state
        state.hidden = state.struck = state.raised = state.added = state.removed = False
        state.font = self.usual

    def paragraph_plain(self, _: int) -> None:
        self.state.in_table = self.state.in_list = False

    def end(self, _: int) -> None:
        """End a paragraph, unless its mark is one of the changes that are not there."""
        state = self.state
        if state.in_list and not self.numbered and state.story.has_words:
            self.stories.unread.add(_NUMBERLESS)
        self.numbered = False
        if not (state.added if self.rejected else state.removed):
            state.table.paragraph(inside=state.in_table)

    def turn(self, _: int) -> None:
        self.state.story.turn()

    def _aside(self, story: Story) -> None:
        """What this group says stands in a story of its own."""
        self.state.story, self.state.table = story, RichTable(story)
        self.state.in_table = self.state.hidden = False
        self.state.closing = self.state.table.finish

    def footnote(self, _: int) -> None:
        self._aside(self.stories.note("footnote"))

    def endnote(self, _: int) -> None:
        if self.state.story.kind == "footnote":
            self.stories.call_endnote(self.state.story)

    def margin(self, _: int, kind: str) -> None:
        self._aside(self.stories.margin(kind))

    def box(self, _: int) -> None:
        self._aside(self.stories.box(self.state.story))

    def number(self, _: int) -> None:
        """The number of an item of a list; signs are none."""
        own = Story(self.stories, "")
        hidden = self.state.hidden
        self.state.story, self.state.label = own, True

        def closing() -> None:
            label = own.taken().strip()
            if label != _RING and any(one.isalnum() for one in label):
                self.state.story.say(spaced(label), Look(hidden))

        self.state.closing = closing
        self.numbered = True

    def instruction(self, _: int) -> None:
        """The instruction of a field: one that sets characters over each other has no result."""
        own = Story(self.stories, "")
        self.state.story = own
        self.state.closing = lambda: self.say(equation(own.taken()))

    def picture(self, _: int) -> None:
        """Words in images are not read: told of large ones."""
        sides = self.state.picture = {}

        def closing() -> None:
            across, along = (sides.get(side, 0) / _TWIPS * sides.get(scale, 100) / 100 for side, scale in SIDES)
            if is_large(across * along):
                self.stories.unread.add(PICTURES)

        self.state.closing = closing

    def side(self, number: int, name: str) -> None:
        if self.state.picture is not None:
            self.state.picture[name] = number

    def embedded(self, _: int) -> None:
        self.stories.unread.add(EMBEDDED)

    def formula(self, _: int) -> None:
        self.stories.unread.add(_FORMULAS)
        self.state.skip = True


def _sets(name: str) -> Callable[[_RichReader, int], None]:
    """A word that switches a property on, or off with the number 0."""
    return lambda reader, number: setattr(reader.state, name, number != 0)


def _of_table(name: str) -> Callable[[_RichReader, int], None]:
    """A word about the table under way."""
    return lambda reader, _: getattr(reader.state.table, name)()


_Known = Callable[[_RichReader, int], None]
_RichReader.known = {
    "f": lambda reader, number: setattr(reader.state, "font", number),
    "v": _sets("hidden"),
    **dict.fromkeys(("strike", "striked"), _sets("struck")),
    "super": _sets("raised"),
    **dict.fromkeys(("sub", "nosupersub"), lambda reader, _: setattr(reader.state, "raised", False)),
    **dict.fromkeys(("revised", "mvt"), _sets("added")),
    **dict.fromkeys(("deleted", "mvf"), _sets("removed")),
    **dict.fromkeys(("intbl", "itap"), _sets("in_table")),
    "ls": _sets("in_list"),
    "fonttbl": _sets("fonts"),
    "fcharset": _RichReader.character_set,
    "cpg": _RichReader.font_page,
    "ansicpg": _RichReader.document_page,
    **{word: partial(_RichReader.document_page_of, codec=codec) for word, codec in CODE_PAGES.items()},
    "deff": _RichReader.usual_font,
    "uc": _RichReader.fallback,
    "plain": _RichReader.plain,
    "pard": _RichReader.paragraph_plain,
    **dict.fromkeys(("par", "\r", "\n"), _RichReader.end),
    "sect": _of_table("finish"),
    **dict.fromkeys(("line", "lbr", "page", "column"), _RichReader.turn),
    **{word: _of_table(name) for word, name in TABLES.items()},
    "cellx": lambda reader, number: reader.state.table.edge(number),
    "trleft": lambda reader, number: reader.state.table.begin(number),
    "nestcell": lambda reader, _: reader.state.table.paragraph(inside=True),
    "footnote": _RichReader.footnote,
    "ftnalt": _RichReader.endnote,
    **{word: partial(_RichReader.margin, kind=kind) for word, kind in MARGINS.items()},
    **dict.fromkeys(("shptxt", "dptxbxtext"), _RichReader.box),
    **dict.fromkeys(("listtext", "pntext"), _RichReader.number),
    "fldinst": _RichReader.instruction,
    "pict": _RichReader.picture,
    **{word: partial(_RichReader.side, name=word) for pair in SIDES for word in pair},
    "object": _RichReader.embedded,
    **dict.fromkeys(("mmath", "moMath"), _RichReader.formula),
}
