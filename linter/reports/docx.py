"""Word: the draft as it was, each finding a comment at its words, with links to its other ends.

Text, web pages and PDF become a new document. Nothing else of a Word file changes.

A new Word document from plain text: a line a paragraph, rows with tabs a table, type and margins of GB/T 9704.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from linter.kernel import labels
from linter.kernel.result import FileResult, Result, file_of
from linter.language import NamedTuple, Span
from linter.pages.explain import title
from linter.reports import ReportError, ReportOptions
from linter.reports.docx_comments import Comments, Remark
from linter.reports.entries import ReportEntry, behind, clean, colon, entries, heading
from linter.reports.excerpt import plain
from linter.reports.places import where
from linter.sources import extra, make_source
from linter.sources.docx import DocxPiece, DocxReading, read_mapped
from linter.sources.ooxml import OFFICE, RELS, Element, Package, W

# So many other ends are linked; a comment with more is no longer read.
_MOST = 20


def render(result: Result, options: ReportOptions) -> bytes:
    """The annotated document. Raises ReportError unless there is exactly one, SourceError if it cannot be written."""
    refuse(result)
    source = result.files[0].source
    known = source.format == "docx"
    comments = Comments(read_mapped(source.data, source.changes) if known else new_document(source.raw))
    for entry in entries(result, options):
        comments.add(entry.item.span, _remarks(entry, options.lang))
    return comments.write()


def refuse(result: Result) -> None:
    """Raise ReportError for a result that is no single document."""
    if len(result.files) != 1:
        count = len(result.files)
        raise ReportError(f"docx 格式一次只能批注一个文件，现有 {count} 个 (--format docx takes one file at a time)")


def _remarks(entry: ReportEntry, lang: str) -> list[Remark]:
    """The paragraphs of a comment; those about other ends link to them."""
    item, mark = entry.item, colon(lang)
    severity = labels.severity(item.severity, lang)
    remarks = [
        Remark(f"[{severity}] {heading(entry)} {title(item.check, lang)}"),
        Remark(labels.pick(item.message, lang)),
    ]
    for other in item.related[:_MOST]:
        file = file_of(other, entry.file)
        label = labels.pick(other.label, lang)
        said = behind(label, plain(file.text.slice(other.span)), lang)
        told = label + _placed(file, other.span, lang, far=file is not entry.file) + said
        remarks.append(Remark(f"→ {told}", other.span if file is entry.file else None))
    if len(item.related) > _MOST:
        rest = len(item.related) - _MOST
        remarks.append(Remark(f"→ {rest} more" if lang == "en" else f"→ 另有 {rest} 处"))
    if item.fix:
        remarks.append(Remark(labels.pick(labels.FIX[item.fix.kind], lang) + mark + labels.pick(item.fix.label, lang)))
    if item.check.norm:
        remarks.append(Remark(("Norm" if lang == "en" else "依据") + mark + item.check.norm))
    return [remark._replace(words=clean(plain(remark.words))) for remark in remarks]


def _placed(file: FileResult, span: Span, lang: str, *, far: bool) -> str:
    """Where another end is, if a link does not tell: in a file without lines, or in another one."""
    name = f"{file.path} " if far else ""
    placed = far or file.source.place(span.start)
    place = f"{name}{where(file, span.start, lang)}"
    return (f" ({place})" if lang == "en" else f"（{place}）") if placed else ""


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK = re.compile(r"(?: *</?p>| *<br ?/?>| *¶)+ *")
_LINE = re.compile(r"[^\r\n]*[^\r\n\s][^\r\n]*")
# GB/T 9704-2012 5.2.1: A4, 37 mm above, 28 mm to the left, 156 mm by 225 mm of text; in twentieths of a point.
_SECTION = (
    f'<w:sectPr xmlns:w="{W[1:-1]}"><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)
# 5.2.2: characters of size 三 (16 points), 仿宋.
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{W[1:-1]}"><w:docDefaults>'
    '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    "</w:styles>"
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
# What is no title and no addressee: it holds a mark or ends in one, or is long. Lines with spaces before them are set.
_RUNNING = re.compile(
    r"^(?![\s#|]).*(?:[。；，;,]|.{40})(?!.*[：:]$)|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]", re.DOTALL
)
_PART = "word/document.xml"
# The program a document was made by, as the office suites write it; a program that saves the document puts its own.
_APPLICATION = "docProps/app.xml"
_MADE_BY = "<Application>gazette-lint</Application>"
_MADE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<Properties xmlns="{OFFICE.removesuffix("/relationships")}/extended-properties">{_MADE_BY}</Properties>'
)
_APPLICATION_LINK = f'<Relationship Id="rId2" Type="{OFFICE}/extended-properties" Target="{_APPLICATION}"/>'
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


class _Line(NamedTuple):
    """A line with words: its words and its offset."""

    words: str
    start: int

    @property
    def tabular(self) -> bool:
        """Whether tabs part cells in it."""
        return "\t" in self.words.strip(" ")


def new_document(raw: str) -> DocxReading:
    """A document of these words, and which stretch of them stands in which element."""
    etree = extra("lxml.etree", "docx")
    maker = _Maker(etree)
    lines = [_Line(match[0], match.start()) for match in _LINE.finditer(raw)]
    for tabular, run in groupby(lines, lambda line: line.tabular):
        if tabular:
            maker.table(list(run))
        else:
            for line in run:
                maker.body.append(maker.paragraph(line.words, line.start))
    maker.body.append(etree.fromstring(_SECTION))
    data = _package(etree.tostring(maker.root, xml_declaration=True, encoding="UTF-8", standalone=True))
    source = make_source(raw, data, "docx")
    return DocxReading(source, Package(data), _PART, maker.root, tuple(maker.pieces))


class _Maker:
    def __init__(self, etree: Element) -> None:
        self._make = etree.Element
        self.root = self._make(f"{W}document", nsmap={"w": W[1:-1], "r": OFFICE})
        self.body = etree.SubElement(self.root, f"{W}body")
        self.pieces: list[DocxPiece] = []

    def paragraph(self, words: str, start: int, *, cell: bool = False) -> Element:
        """A paragraph of words that stand at an offset of the text; running text is indented by two characters."""
        paragraph, run, text = self._make(f"{W}p"), self._make(f"{W}r"), self._make(f"{W}t", {_SPACE: "preserve"})
        text.text = clean(words)
        run.append(text)
        if not cell and _RUNNING.search(words):
            properties = self._make(f"{W}pPr")
            properties.append(self._make(f"{W}ind", {f"{W}firstLineChars": "200", f"{W}firstLine": "640"}))
            paragraph.append(properties)
        paragraph.append(run)
        if words:
            self.pieces.append(DocxPiece(Span(start, start + len(words)), text, None))
        return paragraph

    def table(self, lines: Sequence[_Line]) -> None:
        """A table, and an empty paragraph behind it, without which two tables would be one."""
        table, properties, borders = self._make(f"{W}tbl"), self._make(f"{W}tblPr"), self._make(f"{W}tblBorders")
        for side in _BORDERS:
            borders.append(self._make(W + side, {f"{W}val": "single", f"{W}sz": "4", f"{W}space": "0"}))
        properties.append(borders)
        table.append(properties)
        width = max(line.words.count("\t") for line in lines) + 1
        grid = self._make(f"{W}tblGrid")
        grid.extend(self._make(f"{W}gridCol", {f"{W}w": str(8844 // width)}) for _ in range(width))
        table.append(grid)
        table.extend(self._row(line, width) for line in lines)
        self.body.extend([table, self._make(f"{W}p")])

    def _row(self, line: _Line, width: int) -> Element:
        row = self._make(f"{W}tr")
        start = line.start
        cells = line.words.split("\t")
        for words in [*cells, *[""] * (width - len(cells))]:
            cell = self._make(f"{W}tc")
            cell.extend(self.paragraph(*part, cell=True) for part in _parts(words, start))
            row.append(cell)
            start += len(words) + 1
        return row


def _parts(words: str, start: int) -> Iterator[tuple[str, int]]:
    """The paragraphs of a cell with their offsets; one at least."""
    at, found = 0, False
    for match in _BREAK.finditer(words):
        if words[at : match.start()].strip():
            found = True
            yield words[at : match.start()], start + at
        at = match.end()
    if words[at:].strip() or not found:
        yield words[at:], start + at


def _package(document: bytes) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{RELS[1:-1]}">'
    link = head + f'<Relationship Id="rId1" Type="{OFFICE}/{{}}" Target="{{}}"/></Relationships>'
    package_links = link.format("officeDocument", _PART).replace("</", f"{_APPLICATION_LINK}</")
    members = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": package_links.encode(),
        _PART: document,
        "word/_rels/document.xml.rels": link.format("styles", "styles.xml").encode(),
        "word/styles.xml": _STYLES.encode(),
        _APPLICATION: _MADE.encode(),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in members.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), words, zipfile.ZIP_DEFLATED)
    return out.getvalue()
