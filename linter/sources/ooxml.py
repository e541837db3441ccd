"""The package of a Word file: parts read under limits, XML parsed without entities, relationships."""

from __future__ import annotations

import posixpath
from typing import Any

from linter.sources import SourceError, extra
from linter.sources.sniff import OLE
from linter.sources.zipped import Zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# The strict variant of the format uses other names for the same things.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": OFFICE.encode(),
}

Element = Any


class Package:
    """A Word file opened for reading. Raises SourceError with one line for whatever is no such file."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            raise SourceError("文件有密码保护，请另存为无密码的 .docx (encrypted)")
        self.etree = extra("lxml.etree", "docx")
        self._zip = Zipped(data, ".docx", "不是 .docx 文件，或已损坏 (not a Word file, or damaged)")
        self.names = frozenset(entry.filename for entry in self._zip.entries)
        # Whether a part was written in the strict variant; then what was read is not what stands in the file.
        self.strict = False

    def bytes(self, name: str) -> bytes:
        """The bytes of a part. Raises SourceError if it is damaged, or if the parts read so far exceed the limit."""
        return self._zip.part(name, name)

    def tree(self, name: str) -> Element:
        """The root element of an XML part. Raises SourceError for damaged XML and for document type declarations."""
        data = self.bytes(name)
        for strict, usual in _STRICT.items():
            if strict in data:
                self.strict = True
                data = data.replace(strict, usual)
        self._zip.markup(data, name)
        parser = self.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = self.etree.fromstring(data, parser)
        except (self.etree.XMLSyntaxError, ValueError):
            raise SourceError(f".docx 已损坏：{name} 不是合格的 XML (malformed XML)") from None
        if root.getroottree().docinfo.doctype:
            raise SourceError(f".docx 的 {name} 含有 DTD 声明，不予读取 (document type declaration refused)")
        return root

    def main(self) -> str:
        """The name of the part that holds the document."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self.names:
                return target
        raise SourceError("压缩包里没有 Word 正文 (no Word document in the package)")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → kind (the last word of its type) and the full name of the target part."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.names:
            return {}
        found = {}
        for relation in self.tree(name).iter(f"{RELS}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part refers to and that are there, in order of their names."""
        targets = {target for which, target in self.relations(part).values() if which == kind}
        return sorted(targets & self.names)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of the Word namespace; nothing if element or attribute is missing."""
    return "" if element is None else str(element.get(W + name, ""))


def is_on(element: Element | None) -> bool:
    """Whether a toggle such as ``<w:vanish/>`` is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
