"""Sources: bytes → text, one module a format. Each remembers where every range came from."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Callable, MutableMapping
from importlib import import_module
from pathlib import PurePath
from typing import Any, Literal

from linter import limits
from linter.language import NamedTuple, Span, Text
from linter.sources.readers import READERS
from linter.sources.sniff import reader_of

Changes = Literal["accepted", "rejected"]


class How(NamedTuple):
    """How documents are read: tracked changes as accepted or rejected, and whether LibreOffice may convert .doc.

    ``pages`` holds what was recognised in the images of scanned pages, by their digests, and takes what is new.
    """

    changes: Changes = "accepted"
    convert: bool = False
    pages: MutableMapping[str, bytes] | None = None


AS_USUAL = How()


class Reads(NamedTuple):
    """What a reader reads, as ``READS`` of its module, which has ``read(data: bytes, name: str, how: How) -> Source``.

    ``form`` is the format of its sources, and ``mime`` its type, empty if another reader says it. ``suffixes`` are
    those of names, with the dot; ``begins`` the bytes with which such files begin, whatever their name says; ``part``
    how the name of a part begins that only such packages (zip) have. ``python generate/readers.py`` gathers them,
    so that no run imports a reader in vain.
    """

    form: str
    suffixes: tuple[str, ...]
    mime: str = ""
    begins: bytes = b""
    part: str = ""


class SourceError(Exception):
    """The input cannot be read; the message is one line for the user."""


class Origin(NamedTuple):
    """Where a range of the text came from, in words a reader of the original can follow (第3页, 表2第4行第1格)."""

    span: Span
    place: str


class Comment(NamedTuple):
    """A comment of the file, without its marks, and where it stood in the text."""

    span: Span
    words: str


class LinePicture(NamedTuple):
    """A character that was read doubtfully, and its line in the image it was read from: a JPEG in base 64."""

    span: Span
    data: str


class Measures(NamedTuple):
    """The length of a file in bytes, and its digest in hexadecimal digits (SHA-256)."""

    length: int
    sha256: str


class Source(NamedTuple):
    """A text as read: ``raw`` with its encoding (IANA name; empty for binary formats), and its origins in order.

    ``original`` are the bytes of the file. ``binary`` says that lines exist only in the extracted text; then ``data``
    are the bytes it was extracted from, so that a writer can annotate them. ``notes`` say what could not be read.
    ``comments`` are those of the file that speak to the linter (``gazette-lint: …``): their inner words, and the range
    they take up in ``raw``, empty if the reader leaves comments out of the text. ``changes`` says how the tracked ones
    of a Word file were read; ``shown`` is the text without the markup of its format, place by place (``Text.shown``).
    ``scanned`` is what was recognised in images, and ``doubtful`` the characters of which recognition was not sure,
    ``pictures`` their lines in the image.
    ``measures`` stand in for the bytes where they are not at hand, as in a record.
    """

    raw: str
    format: str
    encoding: str
    original: bytes
    origins: tuple[Origin, ...] = ()
    binary: bool = False
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = ()
    data: bytes = b""
    changes: Changes = "accepted"
    shown: str = ""
    scanned: tuple[Span, ...] = ()
    doubtful: tuple[Span, ...] = ()
    pictures: tuple[LinePicture, ...] = ()
    measures: Measures | None = None

    @property
    def length(self) -> int:
        """The length of the file in bytes."""
        return self.measures.length if self.measures else len(self.original)

    @property
    def sha256(self) -> str:
        """The digest of the file in hexadecimal digits."""
        if self.measures:
            return self.measures.sha256
        from hashlib import sha256

        return sha256(self.original).hexdigest()

    @property
    def text(self) -> Text:
        """The text with positions."""
        return Text(self.raw, self.shown, self.scanned, self.doubtful)

    def place(self, offset: int) -> str:
        """Where an offset stood in the original (第3页, 表2第4行第1格); nothing if it had no place of its own."""
        at = bisect_right(self.origins, offset, key=lambda origin: origin.span.start) - 1
        return self.origins[at].place if at >= 0 and offset < self.origins[at].span.end else ""


def make_source(raw: str, data: bytes, form: str, encoding: str = "", origins: tuple[Origin, ...] = ()) -> Source:
    """A source of the bytes it was read from."""
    binary = not encoding
    return Source(raw, form, encoding, data, origins, binary, data=data if binary else b"")


def extra(module: str, name: str) -> Any:
    """Import a module of the optional part ``name``. Raises SourceError that says how to install it."""
    try:
        return import_module(module)
    except ImportError:
        from linter.installing import install

        raise SourceError(f"读写这种格式需要附加组件，请先运行 {install(name)} (missing extra)") from None


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """Read the bytes of a document called ``name``: what they begin with chooses the format, else the suffix.

    Unknown ones are plain text.

    Raises SourceError with one line that says what is wrong and what to do.
    """
    if len(data) > limits.BYTES:
        most = limits.BYTES >> 20
        raise SourceError(f"文件超过 {most} MB，不予读取 (file larger than {most} MB)")
    suffix = PurePath(name).suffix.lower()
    module = reader_of(data, suffix) or READERS.get(suffix, "plain")
    reader: Callable[[bytes, str, How], Source] = import_module(f"linter.sources.{module}").read
    source = reader(data, name, how)
    _check(source.raw, len(data))
    return source


def _check(raw: str, size: int) -> None:
    """Raise SourceError for what is no text of a document, or is longer than any."""
    if "\0" in raw:
        raise SourceError("二进制文件，不是文本 (binary file, not text)")
    if len(raw) > (most := limits.characters(size)):
        raise too_long(most)
    if len(raw) > limits.LINE and max(map(len, raw.split("\n"))) > limits.LINE:
        raise SourceError(f"有一行超过 {limits.LINE} 字，不是公文 (a line longer than {limits.LINE} characters)")
    if raw.count("\t") + raw.count("\n") - raw.count("\n\n") > limits.ITEMS:
        raise too_many()


def too_long(most: int) -> SourceError:
    """What is said of a text that has more characters than its file may hold."""
    return SourceError(f"正文超过 {most // 10000} 万字，不予读取 (more than {most:,} characters)")


def too_many() -> SourceError:
    """What is said of a file of more paragraphs and cells than any document has."""
    return SourceError(
        f"段落和表格的格超过 {limits.ITEMS} 个，不予读取 (more than {limits.ITEMS:,} paragraphs and cells)"
    )


def reading(name: str) -> Callable[[str], Text]:
    """How a text of a document called ``name`` is read: without its markup, or the spaces of broken lines."""
    if READERS.get(PurePath(name).suffix.lower()) != "markdown":
        from linter.sources.plain_joins import rejoined

        return lambda raw: Text(raw, rejoined(raw))
    from linter.sources.markdown_shown import shown

    return lambda raw: Text(raw, shown(raw))


def read_text(text: str, name: str) -> Source:
    """Read a text that is decoded already; a lone surrogate becomes ``?``, so that offsets stay. Raises as ``read``."""
    data = text.encode("utf-8", "replace")
    # A byte order mark of its own keeps the one the text begins with.
    return read(codecs.BOM_UTF8 + data if text.startswith("\ufeff") else data, name)
