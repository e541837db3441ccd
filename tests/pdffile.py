"""PDF files made on the fly, for tests: Chinese words at places, and thin black rectangles as lines."""

from __future__ import annotations

from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
_SYSTEM = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
_NO_SYSTEM = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_MEASURES = "/Ascent 880/Descent -120/CapHeight 880/ItalicAngle 0/StemV 80"


class Said(NamedTuple):
    """Words whose first character has its left edge at ``x`` and its foot ``y`` points below the top of the page.

    In the font V words run downwards from the middle of the first character's top edge; N names no characters.
    ``scale`` is the part of the size that the matrix of the text gives, as many programs write it.
    """

    x: float
    y: float
    words: str
    size: float = 16
    turn: str = "1 0 0 1"
    font: str = "H"
    scale: float = 1


class Ruled(NamedTuple):
    """A black rectangle: left, top, right, bottom from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float


def grid(lefts: list[float], tops: list[float]) -> list[Ruled]:
    """The lines of a table."""
    across = [Ruled(lefts[0], top, lefts[-1], top + 0.5) for top in tops]
    return across + [Ruled(left, tops[0], left + 0.5, tops[-1]) for left in lefts]


def column(words: list[str], x: float = 80, y: float = 100, step: float = 28, size: float = 16) -> list[Said]:
    """Lines below each other; each full-width space at the start of one indents it."""
    return [
        Said(x + size * (len(one) - len(one.lstrip("　"))), y + step * at, one.lstrip("　"), size)
        for at, one in enumerate(words)
    ]


def apart(words: list[Said]) -> list[Said]:
    """Each character a text object of its own, as some converters write them."""
    return [one._replace(x=one.x + one.size * at, words=char) for one in words for at, char in enumerate(one.words)]


Drawn = Said | Ruled | str


def pdf_file(*pages: list[Said | Ruled] | list[Drawn], more: str = "") -> bytes:
    """A PDF with these pages and fonts that it does not hold; ``more`` goes into the trailer.

    A string on a page stands for the operators that it is.
    """
    font = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-{}/DescendantFonts[4 0 R]>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{9 + 2 * at} 0 R' for at in range(len(pages)))}]>>",
        font.format("H"),
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R{_SYSTEM}>>",
        f"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]{_MEASURES}>>",
        font.format("V"),
        "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+F1/Encoding/Identity-H/DescendantFonts[8 0 R]>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+F1/DW 1000/FontDescriptor 5 0 R{_NO_SYSTEM}>>",
    ]
    for at, page in enumerate(pages):
        content = "\n".join(_drawn(item) for item in page)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</H 3 0 R/V 6 0 R/N 7 0 R>>>>"
            f"/Contents {10 + 2 * at} 0 R>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return assemble(objects, more)


def assemble(objects: list[str], more: str = "") -> bytes:
    """A PDF of numbered objects, the first of them the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"<</Size {size}/Root 1 0 R{more}>>"
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF"
    return out + tail.encode("latin-1")


def _drawn(item: Drawn) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, Ruled):
        width, height = item.right - item.left, item.bottom - item.top
        return f"{item.left} {HEIGHT - item.bottom} {width} {height} re f"
    words = item.words.encode("utf-16-be").hex()
    turn = " ".join(f"{float(part) * item.scale:g}" for part in item.turn.split())
    return f"BT /{item.font} {item.size / item.scale:g} Tf {turn} {item.x} {HEIGHT - item.y} Tm <{words}> Tj ET"
