"""Packages (zip) of untrusted files: their parts are read under limits on number, size and markup."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree as ET

from linter import limits
from linter.sources import SourceError

_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, KeyError, OSError, RuntimeError, ValueError)


class Zipped:
    """A package opened for reading; ``form`` names its format to the user, ``refusal`` says that it is none.

    Raises SourceError with one line for whatever is no package.
    """

    def __init__(self, data: bytes, form: str, refusal: str) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGED:
            raise SourceError(refusal) from None
        self.form = form
        self.entries = self._zip.infolist()
        if len(self.entries) > limits.MEMBERS:
            raise SourceError("压缩包内文件过多，不予读取 (too many files in the package)")
        self._size = len(data)
        self._read = self._nodes = 0

    def part(self, entry: zipfile.ZipInfo | str, name: str) -> bytes:
        """The bytes of a part. Raises SourceError if it is damaged, or if the parts read so far exceed the limit."""
        most = limits.unpacked(self._size)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(most - self._read + 1)
        except _DAMAGED:
            raise SourceError(f"{self.form} 已损坏：{name} 读不出 (damaged part)") from None
        self._read += len(data)
        if self._read > most:
            raise SourceError(f"{self.form} 解压后超过 {most >> 20} MB，不予读取 (package too large when unpacked)")
        return data

    def tree(self, entry: zipfile.ZipInfo | str, name: str) -> ET.Element:
        """The root of an XML part. Raises SourceError if it is missing, damaged or too large, or declares a type."""
        data = self.part(entry, name)
        self.markup(data, name)
        # Entities can be declared in a document type only, which the target refuses.
        parser = ET.XMLParser(target=_Target(self.form))  # noqa: S314
        try:
            parser.feed(data)
            root: ET.Element = parser.close()
        except (ET.ParseError, ValueError, LookupError):
            raise SourceError(f"{self.form} 已损坏：{name} 不是合格的 XML (malformed XML)") from None
        return root

    def markup(self, data: bytes, name: str) -> None:
        """Count the markup of a part. Raises SourceError if that of the parts so far exceeds the limit."""
        self._nodes += data.count(b"<") + data.count(b'="') + data.count(b"='")
        if self._nodes > limits.nodes(self._size):
            raise SourceError(f"{self.form} 的标记过多，不予读取：{name} (too much markup)")


class _Target(ET.TreeBuilder):
    """Builds elements; a document type ends it."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise SourceError(f"{self._form} 含有 DTD 声明，不予读取 (document type declaration refused)")
