#!/usr/bin/env bash
# One would guess: where a font of a PDF names glyphs by number and has no table of characters (/ToUnicode is optional),
#   readers give nothing, or a sign for what is unknown; only the drawing says what the reader of the page sees.
# What happens: PDFium, pypdf, MuPDF and pdf_oxide take the number of the glyph for a code point and say nothing. Glyphs
#   12971 and 4660 become ㊫ and Ethiopic ሴ, and glyphs 48 to 57 become the digits 0 to 9: figures that stand nowhere on
#   the page. PDFium alone can be asked (FPDFText_HasUnicodeMapError is 1 for each); pdfminer.six gives (cid:12971).
# Version: pypdfium2 5.15.2, pypdf 7.1.1, PyMuPDF 2.0, pdf_oxide 0.3.78, pdfminer.six 20260107; fonttools 4.68.0 makes
#   the font.
# Why it matters: a collection of safety standards passed on as text holds such lines among right ones; a threshold read
#   there is a number nobody wrote. gazette-lint asks PDFium, refuses a file whose fonts name no characters, and checks
#   no line of a text that holds several letters of such scripts.
# Source: ISO 32000-1, 9.10.2: without such a table there is no way to tell what the character code stands for.
source "$(dirname "$0")/record.bash"

python_packages pypdfium2==5.15.2 pymupdf==2.0 pdfminer.six==20260107 pypdf==7.1.1 pdf_oxide==0.3.78 fonttools==4.68.0
cat > glyphs.py <<'P'
import io, logging, pdf_oxide, pymupdf, pypdf, pypdfium2
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pdfminer.high_level import extract_text
logging.disable()
GLYPHS = [12971, 4660, 48, 49, 57]
pen = TTGlyphPen(None)
pen.moveTo((0, 0)), pen.lineTo((900, 0)), pen.lineTo((900, 900)), pen.closePath()
square, names = pen.glyph(), [".notdef", *(f"g{at}" for at in range(1, max(GLYPHS) + 1))]
made = FontBuilder(1000, isTTF=True)
made.setupGlyphOrder(names)
made.setupGlyf(dict.fromkeys(names, square))
made.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
made.setupHorizontalHeader(ascent=800, descent=-200)
made.setupCharacterMap({}), made.setupNameTable({}), made.setupOS2(), made.setupPost(keepGlyphNames=False)
font = io.BytesIO()
made.save(font)
font = font.getvalue()
shown = f"BT /F 20 Tf 50 700 Td <{''.join(f'{one:04X}' for one in GLYPHS)}> Tj ET".encode()
objects = [
    b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
    b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
    b"/Supplement 0>>/FontDescriptor 7 0 R/DW 1000/CIDToGIDMap/Identity>>",
    b"<</Type/FontDescriptor/FontName/AAAAAA+Own/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800"
    b"/Descent -200/CapHeight 800/StemV 80/FontFile2 8 0 R>>",
    b"<</Length %d/Length1 %d>>stream\n%s\nendstream" % (len(font), len(font), font),
]
data, places = b"%PDF-1.7\n", []
for number, body in enumerate(objects, 1):
    places.append(len(data))
    data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
table = b"".join(b"%010d 00000 n \n" % at for at in places)
data += b"xref\n0 9\n0000000000 65535 f \n%strailer<</Size 9/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(data))
open("own.pdf", "wb").write(data)
page = pypdfium2.PdfDocument("own.pdf")[0].get_textpage()
print("PDFium", page.get_text_range(), [pypdfium2.raw.FPDFText_HasUnicodeMapError(page.raw, at) for at in range(5)])
print("pypdf", pypdf.PdfReader("own.pdf").pages[0].extract_text())
print("MuPDF", pymupdf.open("own.pdf")[0].get_text().strip())
print("pdf_oxide", pdf_oxide.PdfDocument("own.pdf").extract_text(0).strip())
print("pdfminer", extract_text("own.pdf").strip())
P

as_recorded python glyphs.py <<'R'
PDFium ㊫ሴ019 [1, 1, 1, 1, 1]
pypdf ㊫ሴ019
MuPDF ㊫ሴ019
pdf_oxide ㊫ሴ019
pdfminer (cid:12971)(cid:4660)(cid:48)(cid:49)(cid:57)
R
