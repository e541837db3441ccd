"""The package of an OFD file (GB/T 33190): parts read under limits, XML without declarations of entities, paths."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from linter.limits import shown
from linter.sources import SourceError, too_long
from linter.sources.zipped import Zipped

# The flag of an entry that says its name is UTF-8, and the one that says it is encrypted.
_UTF8, _LOCKED = 0x800, 0x1


class OfdPackage:
    """An OFD file opened for reading. Raises SourceError with one line for whatever is no such file."""

    def __init__(self, data: bytes) -> None:
        self._zip = Zipped(data, "OFD", "不是 OFD 文件，或已损坏 (not an OFD file, or damaged)")
        self._most = self._left = shown(len(data))
        entries = self._zip.entries
        self._entries = {_name(entry).lower(): entry for entry in entries}
        if "ofd.xml" not in self._entries:
            raise SourceError("不是 OFD 文件：压缩包里没有 OFD.xml (not an OFD file)")
        locked = any(entry.flag_bits & _LOCKED for entry in entries)
        if locked or any(name.endswith("encryptions.xml") for name in self._entries):
            raise SourceError("OFD 有密码保护，读不出文字 (encrypted)")

    def tree(self, name: str) -> Element:
        """The root of an XML part. Raises SourceError as ``bytes`` does, and for damaged or excessive markup."""
        return self._zip.tree(self._entry(name), name)

    def has(self, name: str) -> bool:
        """Whether a part is there."""
        return name.lower() in self._entries

    def tree_of(self, name: str) -> Element | None:
        """As ``tree``; None for a part that is missing."""
        return self.tree(name) if self.has(name) else None

    def bytes(self, name: str) -> bytes:
        """The bytes of a part. Raises SourceError if it is missing or damaged, or too much has been read."""
        return self._zip.part(self._entry(name), name)

    def show(self, count: int) -> None:
        """Count the characters of a page. Raises SourceError if the pages so far show too many."""
        self._left -= count
        if self._left < 0:
            raise too_long(self._most)

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise SourceError(f"OFD 已损坏：缺少 {name} (missing part)")
        return entry


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; older programs write Chinese ones in GB 18030, which the module takes for code page 437."""
    name = entry.filename.replace("\\", "/").lstrip("/")
    if entry.flag_bits & _UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name


def resolve(part: str, path: str) -> str:
    """The name of the part that ``path``, written in ``part``, leads to; a slash begins at the root."""
    folder = "" if path.startswith("/") else posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, path.strip().lstrip("/"))).lstrip("/")


def local(element: Element) -> str:
    """The name of an element; programs differ about the name space."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names."""
    if element is not None:
        yield from (child for child in element if local(child) in names)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this name."""
    return next(children(element, name), None)


def words(element: Element | None) -> str:
    """The text of an element, without space around it."""
    return (element.text or "").strip() if element is not None else ""
