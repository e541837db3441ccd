"""OFD files made on the fly, for tests: Chinese words at places in mm, and lines."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

NAMESPACE = "http://www.ofdspec.org/2016"


class Text(NamedTuple):
    """Words whose first character stands on the line ``y`` mm below the top; ``more`` are attributes of the object.

    ``steps`` are those of the text code, ``inside`` what stands before it.
    """

    x: float
    y: float
    words: str
    size: float = 5
    more: str = ""
    steps: str = ""
    inside: str = ""


def text(one: Text) -> str:
    """A text object; its origin is its left end on the line."""
    code = f'<ofd:TextCode X="0" Y="0" {one.steps}>{escape(one.words)}</ofd:TextCode>'
    boundary = f'Boundary="{one.x} {one.y} 100 10"'
    return (
        f'<ofd:TextObject ID="9" {boundary} Font="3" Size="{one.size}" {one.more}>{one.inside}{code}</ofd:TextObject>'
    )


def rule(x: float, y: float, across: float, along: float) -> str:
    """A stroke from a point, so many mm across and down."""
    data = f"<ofd:AbbreviatedData>M 0 0 L {across} {along}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="8" Boundary="{x} {y} {across} {along}">{data}</ofd:PathObject>'


def page(*objects: Text | str) -> str:
    """The content of a page."""
    drawn = "".join(text(one) if isinstance(one, Text) else one for one in objects)
    return f'<ofd:Content><ofd:Layer ID="2">{drawn}</ofd:Layer></ofd:Content>'


def resources(**units: str) -> str:
    """A part with drawings, by their identifiers without the letter before the number."""
    made = "".join(
        f'<ofd:CompositeGraphicUnit ID="{name[1:]}"><ofd:Content>{inside}</ofd:Content></ofd:CompositeGraphicUnit>'
        for name, inside in units.items()
    )
    return root("Res", f"<ofd:CompositeGraphicUnits>{made}</ofd:CompositeGraphicUnits>")


def ofd_file(*pages: str, common: str = "", more: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A package with these pages; ``common`` goes into the data they share, ``more`` behind the list of pages.

    ``parts`` are further parts, or others in place of those made here.
    """
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    files = {
        "OFD.xml": root("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": root(
            "Document", f"<ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{more}"
        ),
        **{f"Doc_0/Pages/{at}.xml": root("Page", content) for at, content in enumerate(pages)},
        **(parts or {}),
    }
    return package(files)


def root(name: str, inside: str) -> str:
    """An XML part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="{NAMESPACE}">{inside}</ofd:{name}>'


def package(files: dict[str, str]) -> bytes:
    """A package of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()
