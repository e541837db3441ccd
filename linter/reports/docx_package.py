"""Write a Word package: what is not named stays as it was, byte for byte once unpacked.

Put elements at places of a Word document: runs are cut where a place begins or ends inside one.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import deepcopy
from io import BytesIO

from linter.language import Span
from linter.sources import SourceError
from linter.sources.docx import DocxPiece
from linter.sources.ooxml import OFFICE, RELS, Element, Package, W

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPE_LIST = "[Content_Types].xml"
# The date that the format gives to what has none, so that the same input makes the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
# What a package may unpack to while it is copied; pictures of a thick gazette take a tenth of it.
_MOST = 1 << 30


def rewrite(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with some members replaced or added. Raises SourceError if it unpacks beyond all measure."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(item.file_size for item in old.infolist()) > _MOST:
            raise SourceError(f".docx 解压后超过 {_MOST >> 20} MB，不予改写 (package too large when unpacked)")
        for item in old.infolist():
            if item.filename in changed:
                new.writestr(item, changed[item.filename], zipfile.ZIP_DEFLATED)
                continue
            with old.open(item) as source, new.open(item, "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
        for name in sorted(changed.keys() - set(old.namelist())):
            new.writestr(zipfile.ZipInfo(name, _DATE), changed[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def serialise(package: Package, root: Element) -> bytes:
    """An XML part as Word writes it."""
    words: bytes = package.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return words


def declare(package: Package, part: str, name: str, kind: str, content_type: str) -> dict[str, bytes]:
    """The members that make a new part known: the list of content types, and the relationships of ``part``."""
    types = package.tree(_TYPE_LIST)
    if not any(one.get("PartName") == f"/{name}" for one in types.iter(f"{_TYPES}Override")):
        types.append(types.makeelement(f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": content_type}))
    folder, _, file = part.rpartition("/")
    relations_name = f"{folder}/_rels/{file}.rels".lstrip("/")
    etree = package.etree
    if relations_name in package.names:
        relations = package.tree(relations_name)
    else:
        relations = etree.Element(f"{RELS}Relationships", nsmap={None: RELS[1:-1]})
    taken = {one.get("Id") for one in relations}
    identity = next(f"rIdGazetteLint{at}" for at in range(len(taken) + 1) if f"rIdGazetteLint{at}" not in taken)
    target = {"Id": identity, "Type": f"{OFFICE}/{kind}", "Target": f"/{name}"}
    relations.append(relations.makeelement(f"{RELS}Relationship", target))
    return {_TYPE_LIST: serialise(package, types), relations_name: serialise(package, relations)}


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_END, _START = 0, 1


class Marks:
    """Elements to be put around places of the text. They are gathered first and put in from the end backwards.

    So a cut never moves a place that is still to come.
    """

    def __init__(self, pieces: Sequence[DocxPiece]) -> None:
        self._pieces = pieces
        self._starts = [piece.span.start for piece in pieces]
        self._at: dict[tuple[int, int], list[Element]] = defaultdict(list)
        self._around: list[tuple[Element, list[Element], list[Element]]] = []

    def around(self, span: Span, before: list[Element], after: list[Element]) -> bool:
        """Put elements before and after the words of a span; whether there is any place for them.

        Words that nobody typed (automatic numbers) are marked at the nearest typed ones, words outside the body at
        the paragraph of the body they belong to.
        """
        anchor, place = self._anchor(span), self._inside(span)
        if anchor is not None:
            self._around.append((anchor, before, after))
        elif place:
            self._at[place.start, _START] += before
            self._at[place.end, _END] += after
        return anchor is not None or place is not None

    def place(self, span: Span) -> Span | None:
        """What would be marked for a span: from the first to behind the last typed word; None if nothing."""
        anchor = self._anchor(span)
        if anchor is None:
            return self._inside(span)
        inside = {piece.node: piece.span for piece in self._pieces}
        return around([inside[one] for one in anchor.iter() if one in inside])

    def _anchor(self, span: Span) -> Element | None:
        """The paragraph to be marked for a span outside the body; None for one in it."""
        found = [self._pieces[at].anchor for at in self._touched(span)]
        return found[0] if found and all(anchor is not None for anchor in found) else None

    def _inside(self, span: Span) -> Span | None:
        """The typed words of the body that stand for a span."""
        body = [piece.span for at in self._touched(span) if (piece := self._pieces[at]).anchor is None]
        if not body:
            return None
        first, last = body[0], body[-1]
        start = max(first.start, span.start) if span.start < first.end else first.start
        end = min(last.end, span.end) if span.end > last.start else last.end
        return Span(start, max(end, start + 1))

    def put(self) -> None:
        """Put all elements in."""
        for paragraph, before, after in self._around:
            inside = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
            paragraph[inside:inside] = before
            paragraph.extend(after)
        for offset, side in sorted(self._at, reverse=True):
            piece = self._pieces[self._index(offset, side)]
            parent, place = cut(piece.node, offset - piece.span.start)
            parent[place:place] = self._at[offset, side]

    def _touched(self, span: Span) -> list[int]:
        """The pieces a span shares words with, else the nearest one."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, max(span.end, span.start + 1))
        found = [at for at in range(first, last) if self._pieces[at].span.end > span.start]
        return found or ([min(first + 1, len(self._pieces) - 1)] if self._pieces else [])

    def _index(self, offset: int, side: int) -> int:
        if side == _START:
            return bisect_right(self._starts, offset) - 1
        return bisect_left(self._starts, offset) - 1


def around(spans: Sequence[Span]) -> Span | None:
    """From the start of the first span to the end of the last; None without any."""
    return Span(spans[0].start, spans[-1].end) if spans else None


def cut(node: Element, index: int) -> tuple[Element, int]:
    """Part a run before the character at ``index`` of a text element; the parent and the place between the parts."""
    run = node.getparent()
    parent = run.getparent()
    words = node.text or ""
    if 0 < index < len(words):
        rest = deepcopy(node)
        node.text, rest.text = words[:index], words[index:]
        for half in (node, rest):
            half.set(_SPACE, "preserve")
        node.addnext(rest)
        node = rest
    elif index >= len(words):
        node = node.getnext()
    if node is None:
        return parent, parent.index(run) + 1
    if all(one.tag == f"{W}rPr" for one in node.itersiblings(preceding=True)):
        return parent, parent.index(run)
    second = run.makeelement(run.tag, run.attrib, run.nsmap)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend([node, *node.itersiblings()])
    run.addnext(second)
    return parent, parent.index(second)
