# ruff: noqa: INP001 — copied beside the script that uses it, never part of a package
"""A page of PDF with one line in a Chinese font that is not in the file, in one of the encodings that PDF names."""

from pathlib import Path

COLLECTION = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
MEASURES = "/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93"


def save(path: str, encoding: str, codes: bytes) -> None:
    """Write the page; ``encoding`` is a predefined CMap of Adobe-GB1, ``codes`` are the bytes that are shown."""
    shown = f"BT /F1 20 Tf 1 0 0 1 300 700 Tm <{codes.hex()}> Tj ET"
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-{encoding}/Encoding/{encoding}/DescendantFonts[6 0 R]>>",
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 7 0 R{COLLECTION}>>",
        f"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6{MEASURES}>>",
    )
    file, places = "%PDF-1.5\n", ["0000000000 65535 f "]
    for number, part in enumerate(parts, 1):
        places.append(f"{len(file):010} 00000 n ")
        file += f"{number} 0 obj\n{part}\nendobj\n"
    table = f"xref\n0 {len(places)}\n" + "\n".join(places) + f"\ntrailer<</Size {len(places)}/Root 1 0 R>>\n"
    Path(path).write_bytes(f"{file}{table}startxref\n{len(file)}\n%%EOF".encode("ascii"))
