"""OFD, the layout format of Chinese offices (GB/T 33190): positioned characters, read by the layout of the page."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from linter.language import NamedTuple
from linter.limits import PAGES, brief
from linter.sources import AS_USUAL, How, Reads, Source, SourceError, make_source
from linter.sources.ofd_package import OfdPackage, child, children, resolve, words
from linter.sources.ofd_page import Canvas, size
from linter.sources.page import DAMAGED, Page, is_scan
from linter.sources.page_text import PageWriter, check_words, notes, recognised_in

READS = Reads("ofd", (".ofd",), "application/ofd", part="ofd.xml")

_CURRENT = "只检查了当前的一个 (only the current one of its versions is read)"
_FIRST = "没有指明或缺少当前的，检查的是入口所指的 (no version is the current one, the first is read)"


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of all documents of an OFD file. Raises SourceError with one line if it has none or is damaged."""
    package = OfdPackage(data)
    documents = [_Document(package, body) for body in _bodies(package)]
    read_pages = [document.pages(how) for document in documents]
    check_words([page for pages in read_pages for page in pages], "OFD")
    writer = PageWriter()
    told = []
    for number, (document, pages) in enumerate(zip(documents, read_pages, strict=True), 1):
        part = f"文件{number}" if len(documents) > 1 else ""
        writer.write(pages, part)
        told += notes(pages, part)
        told += document.beside(part)
    raw, origins = writer.builder.finish()
    source = make_source(raw, data, "ofd", origins=origins)
    return recognised_in(source, writer)._replace(notes=tuple(told))


class _DocBody(NamedTuple):
    """One document of the package: the part that holds it, how many seals it bears, what is told of versions."""

    root: str
    seals: int
    versions: str


def _bodies(package: OfdPackage) -> list[_DocBody]:
    """The documents. Raises SourceError if there are none."""
    found = []
    for body in children(package.tree("OFD.xml"), "DocBody"):
        versions = list(children(child(body, "Versions"), "Version"))
        current = _current(package, versions)
        if root := current or words(child(body, "DocRoot")):
            listed = words(child(body, "Signatures"))
            signed = package.tree_of(resolve("OFD.xml", listed)) if listed else None
            seals = sum(one.get("Type", "Seal") == "Seal" for one in children(signed, "Signature"))
            told = f"有 {len(versions)} 个版本，{_CURRENT if current else _FIRST}" if len(versions) > 1 else ""
            found.append(_DocBody(resolve("OFD.xml", root), seals, told))
    if not found:
        raise SourceError("OFD 里没有文件 (no document in the package)")
    return found


def _current(package: OfdPackage, versions: list[Element]) -> str:
    """The document of the version that is shown (GB/T 33190, 19); nothing if none is, or its part is missing.

    Its path begins at the part that describes the version; some programs begin at the root of the package.
    """
    described = next((one.get("BaseLoc", "") for one in versions if one.get("Current") in ("true", "1")), "")
    part = resolve("OFD.xml", described)
    root = words(child(package.tree_of(part), "DocRoot"))
    return next((path for path in (resolve(part, root), resolve("OFD.xml", root)) if root and package.has(path)), "")


class _Document:
    """One document of the package: its pages, and what they share."""

    def __init__(self, package: OfdPackage, body: _DocBody) -> None:
        self._package = package
        self._body = body
        self._root = root = body.root
        self._tree = package.tree(root)
        self._common = child(self._tree, "CommonData")
        self._units: dict[str, Element] = {}
        self._media: dict[str, str] = {}
        self._images: dict[int, str] = {}
        for name in children(self._common, "PublicRes", "DocumentRes"):
            self._take(resolve(root, words(name)))

    def beside(self, part: str) -> Iterator[str]:
        """What the document bears besides its pages, a line for each kind; ``part`` names it, if there are several."""
        listed = child(self._tree, "Attachments")
        if listed is not None:
            files = children(self._package.tree_of(resolve(self._root, words(listed))), "Attachment")
            names = "、".join(f"“{brief(name)}”" for name in (one.get("Name") for one in files) if name)
            yield f"{part}附有其他文件{names}，未检查 (attached files are not read)"
        if self._body.versions:
            yield part + self._body.versions
        if self._body.seals:
            yield f"{part}有 {self._body.seals} 枚电子印章，印文和真伪未检查 (seals are neither read nor verified)"

    def pages(self, how: How) -> list[Page]:
        """Its pages in order, those that are an image as recognised. Raises SourceError if they are too many."""
        found = list(children(child(self._tree, "Pages"), "Page"))
        if len(found) > PAGES:
            raise SourceError(f"OFD 超过 {PAGES} 页，不予读取 (more than {PAGES} pages)")
        templates = {
            one.get("ID", ""): resolve(self._root, one.get("BaseLoc", ""))
            for one in children(self._common, "TemplatePage")
        }
        annotated = self._annotations()
        pages = [
            self._page(number, one, templates, annotated.get(one.get("ID", ""), []))
            for number, one in enumerate(found, 1)
        ]
        return self._recognised(pages, how)

    def _recognised(self, pages: list[Page], how: How) -> list[Page]:
        scans = [number for number, page in enumerate(pages, 1) if is_scan(page) and number in self._images]
        if not scans:
            return pages
        from linter.sources.scan_pages import recognised

        return recognised(pages, scans, lambda number: self._package.bytes(self._images[number]), how.pages)

    def _page(self, number: int, entry: Element, templates: dict[str, str], annotations: list[str]) -> Page:
        name = resolve(self._root, entry.get("BaseLoc", ""))
        tree = self._package.tree_of(name)
        if tree is None:
            return Page(0, 0, (), (), (DAMAGED,))
        for resource in children(tree, "PageRes"):
            self._take(resolve(name, words(resource)))
        canvas = Canvas(*size(child(tree, "Area"), child(self._common, "PageArea")), self._units)
        used = [templates.get(one.get("TemplateID", ""), "") for one in children(tree, "Template")]
        for page in (*(self._package.tree_of(template) for template in used), tree):
            for content in children(page, "Content"):
                canvas.draw(content)
        for annotation in annotations:
            for one in children(self._package.tree_of(annotation), "Annot"):
                if one.get("Visible") != "false":
                    for appearance in children(one, "Appearance"):
                        canvas.annotate(appearance, watermark=one.get("Type") == "Watermark")
        image = self._media.get(canvas.image, "")
        if self._package.has(image):
            self._images[number] = image
        drawn = canvas.page()
        self._package.show(len(drawn.chars))
        return drawn

    def _take(self, name: str) -> None:
        """Note the drawings and images of a part with resources; files are seen that lack the part."""
        tree = self._package.tree_of(name)
        for group in children(tree, "CompositeGraphicUnits"):
            self._units.update({one.get("ID", ""): one for one in children(group, "CompositeGraphicUnit")})
        base = tree.get("BaseLoc", "") if tree is not None else ""
        folder = resolve(name, f"{base}/-" if base else "-")
        for group in children(tree, "MultiMedias"):
            files = ((one.get("ID", ""), words(child(one, "MediaFile"))) for one in children(group, "MultiMedia"))
            self._media.update({key: resolve(folder, file) for key, file in files})

    def _annotations(self) -> dict[str, list[str]]:
        """The parts with annotations, by the identifier of their page."""
        found: dict[str, list[str]] = {}
        for name in children(self._tree, "Annotations"):
            part = resolve(self._root, words(name))
            for page in children(self._package.tree_of(part), "Page"):
                files = [resolve(part, words(file)) for file in children(page, "FileLoc")]
                found.setdefault(page.get("PageID", ""), []).extend(files)
        return found
