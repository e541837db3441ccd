"""Comments of a Word document: ranges and references in the body, bookmarks they link to, and the part they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.kernel.identity import without_ids
from linter.language import NamedTuple, Span
from linter.reports.docx_package import Marks, around, declare, rewrite, serialise
from linter.sources import SourceError
from linter.sources.docx import DocxReading, read_mapped
from linter.sources.ooxml import Element, W, value

AUTHOR = {f"{W}author": "gazette-lint"}
_BOOKMARK = "gazette_lint_"
_PART = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Remark(NamedTuple):
    """A paragraph of a comment, and the place it links to, if any."""

    words: str
    target: Span | None = None


class Comments:
    """The comments to be added to a document."""

    def __init__(self, draft: DocxReading) -> None:
        self._draft = draft
        self._marks = Marks(draft.pieces)
        self._make = draft.package.etree.Element
        names = draft.package.related(draft.part, "comments")
        self._part = names[0] if names else _PART
        self._list = draft.package.tree(names[0]) if names else self._make(f"{W}comments", nsmap={"w": W[1:-1]})
        self._new = not names
        self._added = False
        self._next = next_identity(self._list.iter(f"{W}comment"))
        self._next_mark = next_identity(draft.root.iter())
        self._bookmarks: dict[Span, str] = {}
        self._marked = _numbers(value(one, "name") for one in draft.root.iter(f"{W}bookmarkStart"))
        self._known = {} if self._new else known(self._list, draft)

    def add(self, span: Span, remarks: Sequence[Remark]) -> None:
        """Add a comment at a place; at the start of the document if the place has no words.

        One that an earlier run left there is not made again. Raises SourceError for a format that is not written.
        """
        if self._draft.package.strict:
            raise SourceError("严格格式的 .docx 不能改写，请另存为普通 .docx (strict OOXML; save as ordinary .docx)")
        places = self._known.get(without_ids("\n".join(remark.words for remark in remarks)))
        if places and self._marks.place(span) in places:
            return
        identity = {f"{W}id": str(self._next)}
        reference = self._make(f"{W}r")
        reference.append(self._make(f"{W}commentReference", identity))
        start, end = self._make(f"{W}commentRangeStart", identity), self._make(f"{W}commentRangeEnd", identity)
        if not self._marks.around(span, [start], [end, reference]):
            self._at_start([start, end, reference])
        self._next += 1
        self._added = True
        comment = self._make(f"{W}comment", {**identity, **AUTHOR, f"{W}initials": "GL"})
        comment.extend(self._paragraph(remark) for remark in remarks)
        self._list.append(comment)

    def write(self) -> bytes:
        """The document with its comments; the very bytes it had if there are none to add."""
        if not self._added:
            return self._draft.source.data
        self._marks.put()
        package, part = self._draft.package, self._draft.part
        changed = {part: serialise(package, self._draft.root), self._part: serialise(package, self._list)}
        if self._new:
            changed |= declare(package, part, self._part, "comments", _TYPE)
        return rewrite(self._draft.source.data, changed)

    def _at_start(self, elements: list[Element]) -> None:
        body = self._draft.root.find(f"{W}body")
        paragraph = next(body.iter(f"{W}p"), None)
        if paragraph is None:
            paragraph = self._make(f"{W}p")
            body.insert(0, paragraph)
        paragraph.extend(elements)

    def _paragraph(self, remark: Remark) -> Element:
        paragraph = self._make(f"{W}p")
        holder = paragraph
        name = self._bookmark(remark.target) if remark.target else ""
        if name:
            holder = self._make(f"{W}hyperlink", {f"{W}anchor": name, f"{W}history": "1"})
            paragraph.append(holder)
        run, text = self._make(f"{W}r"), self._make(f"{W}t", {_SPACE: "preserve"})
        text.text = remark.words
        run.append(text)
        holder.append(run)
        return paragraph

    def _bookmark(self, span: Span) -> str:
        """The name of the bookmark around a place, put there when first asked for; nothing if it has no words."""
        if span in self._bookmarks:
            return self._bookmarks[span]
        name, identity = f"{_BOOKMARK}{self._marked + len(self._bookmarks) + 1}", {f"{W}id": str(self._next_mark)}
        start = self._make(f"{W}bookmarkStart", {**identity, f"{W}name": name})
        placed = self._marks.around(span, [start], [self._make(f"{W}bookmarkEnd", identity)])
        self._next_mark += 1
        self._bookmarks[span] = name if placed else ""
        return self._bookmarks[span]


def known(comments: Element, draft: DocxReading) -> dict[str, set[Span | None]]:
    """The comments of earlier runs and the places they stand at.

    Their words, paragraphs parted by line ends, are without short names: a new title changes those of all findings.
    """
    own = {
        value(one, "id"): without_ids(_words(one))
        for one in comments.iter(f"{W}comment")
        if value(one, "author") == AUTHOR[f"{W}author"]
    }
    spans = {piece.node: piece.span for piece in draft.pieces}
    opened: dict[str, list[Span]] = {}
    found: dict[str, set[Span | None]] = {}
    for element in draft.root.iter():
        if element in spans:
            for inside in opened.values():
                inside.append(spans[element])
        elif element.tag == f"{W}commentRangeStart" and value(element, "id") in own:
            opened[value(element, "id")] = []
        elif element.tag == f"{W}commentRangeEnd" and value(element, "id") in opened:
            inside = opened.pop(value(element, "id"))
            found.setdefault(own[value(element, "id")], set()).add(around(inside))
    return found


def others(data: bytes) -> list[str]:
    """The words of the comments in a Word file that are not ours. Raises SourceError."""
    draft = read_mapped(data)
    names = draft.package.related(draft.part, "comments")
    comments = draft.package.tree(names[0]).iter(f"{W}comment") if names else ()
    return sorted(_words(one) for one in comments if value(one, "author") != AUTHOR[f"{W}author"])


def _words(comment: Element) -> str:
    lines = comment.iter(f"{W}p")
    return "\n".join("".join(text.text or "" for text in line.iter(f"{W}t")) for line in lines)


def _numbers(names: Iterable[str]) -> int:
    """The highest number among the bookmarks of earlier runs."""
    own = (name.removeprefix(_BOOKMARK) for name in names if name.startswith(_BOOKMARK))
    return max((int(number) for number in own if number.isdecimal() and len(number) < 10), default=0)


def next_identity(elements: Iterable[Element] | Iterator[Element]) -> int:
    """A number above all ``w:id`` there are."""
    found = (value(one, "id") for one in elements if isinstance(one.tag, str))
    return max((int(one) for one in found if one.isdecimal() and len(one) < 10), default=0) + 1
