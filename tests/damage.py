"""Files of each format damaged at random, and what reads them in this process."""

from __future__ import annotations

import random
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from anyformat import MAKERS
from bookfile import BookSheet, book_file
from odtfile import items, level, odt_file, paragraph, table
from rtffile import row, rtf_file

from linter.sources import doc_worker, pdf_worker, read, sheets_worker

WORDS = "某市关于供水的通知\n\n各区：\n\n停水40%以上13%以下的，应当报告。\n"
TABLE = "供水标准\n\n情节\t标准\n停水\t1万元\n"
BOOK = BookSheet(
    "甲", {(0, 0): "类别", (0, 1): (0.3, "0%"), (1, 0): "字", (1, 1): (44531.0, "yyyy-m-d")}, merged=[(0, 1, 0, 0)]
)
RICH = rtf_file(
    r"\pard\ls1{\listtext\f2 1.\tab}{\deleted\revauthdel1 \u26576?}{\v x}{\footnote\ftnalt y}\par",
    row(["a", "b"], [900, 1800], r"\clvmrg"),
    r"{\field{\*\fldinst EQ \\f(1,2)}{\fldrslt}}{\shp{\*\shpinst{\shptxt z\par}}}{\pict\picwgoal9000\bin3 abc}",
)
LISTS = f'<text:list-style style:name="L">{level(1, "1")}{level(2, "一")}</text:list-style>'
OPEN = (
    items(paragraph("甲") + items("乙"))
    + table([["情节", "标准"], ["停水", "1万元"]])
    + '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>丙</text:p></text:deletion>'
    + '</text:changed-region></text:tracked-changes><text:p>丁<text:change text:change-id="a"/><text:s text:c="3"/>'
    + '<draw:frame svg:width="9in"><draw:text-box><text:p>戊</text:p></draw:text-box></draw:frame></text:p>'
)
PIECES = (
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"-1",
    b"9" * 12,
    b"<",
    b'"',
    b"&a;",
    b"../../../a",
    b"NaN",
    b"<!DOCTYPE a [",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut out, doubled and put in at some places."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(found)) if found else 0
        kind = chance.randrange(5)
        if kind == 0:
            found[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del found[at : at + chance.randrange(1, 60)]
        elif kind == 2:
            found[at:at] = found[at : at + chance.randrange(1, 200)]
        elif kind == 3:
            found[at : at + 4] = chance.choice(PIECES)
        else:
            found = found[: max(at, 1)]
    return bytes(found)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A package one member of which is damaged, or renamed to lead out of it; or damaged as a whole."""
    if chance.random() < 0.3:
        return damaged(data, chance)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            words = damaged(old.read(name), chance) if name == chosen else old.read(name)
            new.writestr(f"../../{name}" if name == chosen and chance.random() < 0.1 else name, words)
    return out.getvalue()


def as_doc(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return doc_worker.convert(data, folder)


Worker = Callable[[bytes], Any]
# What reads a format, in this process, and a file of it.
READERS: dict[str, tuple[Worker, bytes]] = {
    "xlsx": (lambda data: sheets_worker.extract(data, "xlsx"), MAKERS["xlsx"](TABLE)),
    "xls": (lambda data: sheets_worker.extract(data, "xls"), book_file(BOOK)),
    "ofd": (lambda data: read(data, "a.ofd"), MAKERS["ofd"](TABLE)),
    "docx": (lambda data: read(data, "a.docx"), MAKERS["docx"](TABLE)),
    "pdf": (pdf_worker.extract, MAKERS["pdf"](TABLE)),
    "doc": (as_doc, MAKERS["doc"](WORDS)),
    "mht": (lambda data: read(data, "a.mht"), MAKERS["mht"](TABLE)),
    "html": (lambda data: read(data, "a.html"), MAKERS["html"](TABLE)),
    "rtf": (lambda data: read(data, "a.rtf"), RICH),
    "odt": (lambda data: read(data, "a.odt"), odt_file(OPEN, LISTS)),
}


def of_format(form: str, chance: random.Random) -> bytes:
    """A file of a format, damaged."""
    whole = READERS[form][1]
    return (repacked if whole.startswith(b"PK") else damaged)(whole, chance)
