"""Word files: paragraphs with their automatic numbers, tables, text boxes, notes, headers and footers.

Tracked changes are read as accepted, or as rejected. Footnotes, endnotes, headers and footers stand behind the body.

Tables of Word: rows and cells that are there in a view of the changes, merged cells, cells left free.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from linter.language import NamedTuple, Span
from linter.sources import AS_USUAL, Changes, Comment, How, Reads, Source, SourceError, make_source
from linter.sources.blocks import PILCROW, Builder, check_columns
from linter.sources.docx_inline import Chunk, Inline, InlineReader, joined
from linter.sources.docx_looks import Looks
from linter.sources.docx_numbering import Numbering
from linter.sources.docx_revisions import VIEWS, RevisionView
from linter.sources.docx_unread import PICTURES, unread
from linter.sources.ooxml import Element, Package, R, W, value
from linter.sources.stories import says_more

READS = Reads(
    "docx", (".docx",), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", part="word/"
)
# A comment in a Word file that speaks to the linter, as one in a text file does.
_DIRECTIVE = "gazette-lint:"


class DocxPiece(NamedTuple):
    """A stretch of the text and the text element it was typed in.

    ``anchor`` is the paragraph of the body at which a comment can stand if it cannot at the words themselves (text
    boxes, notes, headers); None in the body.
    """

    span: Span
    node: Element
    anchor: Element | None


@dataclass(frozen=True, slots=True)
class DocxReading:
    """A Word file as read, with the way from the text back to the elements of its main part."""

    source: Source
    package: Package
    part: str
    root: Element
    pieces: tuple[DocxPiece, ...]


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a Word file. Raises SourceError with one line for damaged, encrypted and excessive files."""
    source = read_mapped(data, how.changes).source
    if PICTURES in source.notes and not source.raw.strip():
        raise SourceError("Word 文件没有文字，只有图像，请先做文字识别 (no words, only images)")
    return source


def read_mapped(data: bytes, changes: Changes = "accepted") -> DocxReading:
    """The text of a Word file and its pieces. Raises SourceError as ``read`` does."""
    package = Package(data)
    part = package.main()
    root = package.tree(part)
    reader = _DocxReader(package, part, VIEWS[changes], len(data))
    body = root.find(f"{W}body")
    if body is not None:
        reader.run(body)
    raw, origins = reader.builder.finish()
    source = make_source(raw, data, "docx", origins=origins)._replace(changes=changes)
    source = source._replace(comments=tuple(reader.comments()), notes=(*reader.notes(), *sorted(unread(root))))
    return DocxReading(source, package, part, root, tuple(reader.pieces))


@dataclass(slots=True)
class _Story:
    """A run of blocks with its own fields and counters: the body, a text box, a note, a header."""

    inline: InlineReader
    place: str = ""
    anchor: Element | None = None
    paragraphs: int = 0
    pending: list[Inline] = field(default_factory=list)


class _DocxReader:
    def __init__(self, package: Package, part: str, view: RevisionView, size: int) -> None:
        self._package = package
        self._view = view
        self._part = part
        styles = self._optional("styles")
        self._numbering = Numbering(self._optional("numbering"), styles)
        self._looks = Looks(styles)
        self.builder = Builder(size)
        self.pieces: list[DocxPiece] = []
        self._notes: list[tuple[str, str, Element]] = []
        self._marked: dict[str, int] = {}
        self._tables = 0
        self._boxes = 0

    def run(self, body: Element) -> None:
        """Read the body, then what stands outside it."""
        self._blocks(body, self._story())
        self._read_notes()
        self._read_margins(body)

    def _story(self, place: str = "", anchor: Element | None = None) -> _Story:
        return _Story(InlineReader(self._view, self._looks), place, anchor)

    def notes(self) -> tuple[str, ...]:
        """Which words were not read for their looks, a line for each kind."""
        return tuple(sorted(self._looks.left_out))

    def comments(self) -> Iterator[Comment]:
        """The comments of the file that speak to the linter."""
        root = self._optional("comments")
        for comment in root.iterchildren(f"{W}comment") if root is not None else ():
            words = "".join(text.text or "" for text in comment.iter(f"{W}t")).strip()
            at = self._marked.get(value(comment, "id"))
            if at is not None and words.startswith(_DIRECTIVE):
                yield Comment(Span(at, at), words)

    def _optional(self, kind: str) -> Element | None:
        names = self._package.related(self._part, kind)
        return self._package.tree(names[0]) if names else None

    def _blocks(self, container: Element, story: _Story) -> None:
        for child in container:
            if child.tag == f"{W}p":
                self._paragraph(child, story)
            elif child.tag == f"{W}tbl":
                self._table(child, story)
            elif child.tag in self._view.containers:
                self._blocks(child, story)

    def _paragraph(self, paragraph: Element, story: _Story) -> None:
        story.paragraphs += 1
        inline = self._read_inline(paragraph, story)
        if inline.chunks:
            self.builder.block(f"{story.place}第{story.paragraphs}段")
            self._write(inline, story.anchor)
        self._read_boxes(inline, paragraph, story)

    def _read_inline(self, paragraph: Element, story: _Story) -> Inline:
        """A paragraph with its number; without chunks if it has no words, or goes on in the next one."""
        inline = story.inline.read(paragraph)
        properties = self._view.properties(paragraph)
        if self._view.joins_next(paragraph):
            story.pending.append(inline)
            return Inline([], [], [])
        gone = self._looks.hides_end(properties) and not inline.words
        label = "" if gone else self._numbering.label(properties)
        inline = joined([Inline([Chunk(label)] if label else [], [], []), *story.pending, inline])
        story.pending.clear()
        anchor = paragraph if story.anchor is None else story.anchor
        self._notes += [(mark.kind, mark.name, anchor) for mark in inline.marks if mark.kind != "comment"]
        return inline if inline.words.removeprefix(label).strip() else inline._replace(chunks=[])

    def _write(self, inline: Inline, anchor: Element | None, *, cell: bool = False) -> None:
        """Write the chunks of a paragraph; line breaks at its ends go, those in a cell part paragraphs."""
        chunks = inline.chunks
        ends = [at for at, chunk in enumerate(chunks) if chunk.words != "\n"]
        marked: defaultdict[int, list[str]] = defaultdict(list)
        for mark in inline.marks:
            marked[mark.at].append(mark.name)
        for at, chunk in enumerate(chunks):
            self._marked.update(dict.fromkeys(marked.get(at, ()), self.builder.length))
            if chunk.words == "\n":
                if ends[0] < at < ends[-1]:
                    self.builder.write(PILCROW if cell else "\n")
                continue
            offset = self.builder.write(chunk.words)
            if chunk.node is not None:
                self.pieces.append(DocxPiece(Span(offset, self.builder.length), chunk.node, anchor))

    def _read_boxes(self, inline: Inline, paragraph: Element, story: _Story) -> None:
        for box in inline.boxes:
            self._boxes += 1
            self._blocks(box, self._story(f"文本框{self._boxes}", paragraph if story.anchor is None else story.anchor))

    def _table(self, table: Element, story: _Story) -> None:
        self._tables += 1
        name = f"{story.place}表{self._tables}"
        rows = [
            (f"{name}第{number}行", row, list(cells_of(row, self._view)))
            for number, row in enumerate(rows_of(table, self._view), 1)
        ]
        if all(len(cells) <= 1 for _, _, cells in rows):
            for place, _, cells in rows:
                for cell in cells:
                    self._blocks(cell.element, self._story(place, story.anchor))
            return
        begin = self.builder.block
        later: list[tuple[Inline, Element]] = []
        for place, row, cells in rows:
            read = [[(self._read_inline(one, story), one) for one in paragraphs_of(cell.element)] for cell in cells]
            later += [pair for pairs in read for pair in pairs if pair[0].boxes]
            words = [[inline for inline, _ in pairs if inline.chunks] for pairs in read]
            columns = [cell.columns for cell in cells]
            if any(words):
                begin(place)
                begin = self.builder.row
                self.builder.write("\t" * skipped_before(row))
                check_columns(skipped_before(row) + sum(columns))
                self._write_row(words, columns, place, story.anchor)
        for inline, paragraph in later:
            self._read_boxes(inline, paragraph, story)

    def _write_row(
        self, cells: Sequence[list[Inline]], columns: Sequence[int], place: str, anchor: Element | None
    ) -> None:
        """Cells parted by tabs; a merged cell has its words at its first place, the others are empty."""
        for number, (paragraphs, count) in enumerate(zip(cells, columns, strict=True), 1):
            self.builder.at(f"{place}第{number}格")
            for at, inline in enumerate(paragraphs):
                if at:
                    self.builder.write(PILCROW)
                self._write(inline, anchor, cell=True)
            self.builder.at(place)
            self.builder.write("\t" * (count if number < len(cells) else count - 1))

    def _read_notes(self) -> None:
        roots = {kind: self._optional(f"{kind}s") for kind in ("footnote", "endnote")}
        notes = {
            (kind, value(note, "id")): note
            for kind, root in roots.items()
            for note in (root.iterchildren(W + kind) if root is not None else ())
        }
        counts = {"footnote": 0, "endnote": 0}
        for kind, name, anchor in tuple(self._notes):
            note = notes.pop((kind, name), None)
            if note is not None:
                counts[kind] += 1
                title = "脚注" if kind == "footnote" else "尾注"
                self._blocks(note, self._story(f"{title}{counts[kind]}", anchor))

    def _read_margins(self, body: Element) -> None:
        """Headers and footers that say what the body does not: page numbers and running titles are left out."""
        said = "".join(self.builder.so_far().split())
        relations = self._package.relations(self._part)
        first = next(body.iter(f"{W}p"), None)
        for kind, title in (("header", "页眉"), ("footer", "页脚")):
            references = [reference.get(f"{R}id", "") for reference in body.iter(f"{W}{kind}Reference")]
            for target in dict.fromkeys(relations.get(one, ("", ""))[1] for one in references):
                root = self._package.tree(target) if target in self._package.names else None
                words = "".join(text.text or "" for text in root.iter(f"{W}t")) if root is not None else ""
                if root is not None and says_more(words, said):
                    self._blocks(root, self._story(title, first))


class GridCell(NamedTuple):
    """A cell and the number of columns it takes."""

    element: Element
    columns: int


def rows_of(table: Element, view: RevisionView) -> Iterator[Element]:
    """The rows of a table that are there."""
    for child in table:
        if child.tag == f"{W}tr":
            if not view.drops_row(child):
                yield child
        elif child.tag in view.containers:
            yield from rows_of(child, view)


def cells_of(row: Element, view: RevisionView) -> Iterator[GridCell]:
    """The cells of a row that are there, with the columns each takes."""
    for child in row:
        if child.tag in view.containers:
            yield from cells_of(child, view)
        elif child.tag == f"{W}tc" and not view.drops_cell(child):
            yield GridCell(child, _count(child.find(f"{W}tcPr/{W}gridSpan"), 1))


def paragraphs_of(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of a table in it included, those of text boxes left out.

    A cell that goes on with the one above it (vMerge) or before it (hMerge) shows nothing.
    """
    merges = [cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge")]
    if any(merge is not None and value(merge) != "restart" for merge in merges):
        return
    for paragraph in cell.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}txbxContent", f"{W}tc")).tag == f"{W}tc":
            yield paragraph


def skipped_before(row: Element) -> int:
    """The columns left free before the first cell of a row."""
    return _count(row.find(f"{W}trPr/{W}gridBefore"), 0)


def _count(element: Element | None, default: int) -> int:
    words = value(element)
    return max(default, int(words[:6])) if words.isdecimal() else default
