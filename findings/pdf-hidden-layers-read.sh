#!/usr/bin/env bash
# One would guess: the text taken out of a PDF is what a viewer shows: not what stands in a layer that is switched off, but
#   what has been filled into a form and what an annotation writes on the page.
# What happens: it is the other way round. A layer that the file switches off is read with the rest, so that the former
#   sum stands beside the one that replaced it; the opinion filled into a field and the mark of secrecy of an annotation,
#   which viewers draw, are not read. MuPDF is right in all three.
# Version: pypdf 7.1.1, pypdfium2 5.10.1 (after init_forms, too), pdfminer.six 20260107, pdfplumber 0.11.10; PyMuPDF 2.0
#   (PyPI).
# Why it matters: forms for approval are filled in and filed as PDF, marks of drafts and former versions are put into
#   layers. 罚款一万元 is not in the document that was issued. gazette-lint reads PDF with PDFium, and such a layer with it.
# Source: ISO 32000-1, 8.11.4.3: the groups in OFF are hidden when a document is opened; 12.5.5: the appearance of an
#   annotation is drawn on its page.
source "$(dirname "$0")/record.bash"

python_packages pypdf==7.1.1 pypdfium2==5.10.1 pdfminer.six==20260107 pdfplumber==0.11.10 pymupdf==2.0
cat > make.py <<'P'
def code(words): return f"<{words.encode('utf-16-be').hex()}>"
def line(top, words): return f"BT /F 14 Tf 60 {top} Td {code(words)} Tj ET"
def stream(words, more=""): return f"<<{more}/Length {len(words)}>>stream\n{words}\nendstream"
def drawn(words): return stream(line(4, words), "/Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F 4 0 R>>>>")
parts = [
    "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>/AcroForm<</Fields[8 0 R]/DA(/F 14 Tf)/DR<</Font<</F 4 0 R>>>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/Properties<</L 6 0 R>>>>/Annots[7 0 R 8 0 R]>>",
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    "/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor"
    "/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>",
    stream(f"{line(760, '罚款三万元。')} /OC /L BDC {line(740, '罚款一万元。')} EMC"),
    "<</Type/OCG/Name(former)>>",
    f"<</Type/Annot/Subtype/FreeText/Rect[60 790 360 810]/F 4/Contents {code(chr(0xfeff) + '秘密')}/DA(/F 14 Tf)/AP<</N 9 0 R>>>>",
    f"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[60 560 360 580]/F 4/V {code(chr(0xfeff) + '不同意。')}/DA(/F 14 Tf)/AP<</N 10 0 R>>>>",
    drawn("秘密"), drawn("不同意。"),
]
file, places = b"%PDF-1.7\n", []
for number, part in enumerate(parts, 1):
    places.append(len(file))
    file += f"{number} 0 obj\n{part}\nendobj\n".encode()
table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010d} 00000 n \n" for at in places)
file += f"{table}trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF\n".encode()
with open("form.pdf", "wb") as written: written.write(file)
P
cat > read.py <<'P'
import logging, pdfplumber, pymupdf, pypdf, pypdfium2
from pdfminer.high_level import extract_text
logging.disable(logging.CRITICAL)
file = pypdfium2.PdfDocument("form.pdf")
file.init_forms()
for name, text in (("pypdf", pypdf.PdfReader("form.pdf").pages[0].extract_text()), ("pypdfium2", file[0].get_textpage().get_text_bounded()),
        ("pdfminer.six", extract_text("form.pdf")), ("pdfplumber", pdfplumber.open("form.pdf").pages[0].extract_text()),
        ("PyMuPDF", pymupdf.open("form.pdf")[0].get_text())):
    print(name, *text.split())
P
read_form() { python make.py; python read.py; }

as_recorded read_form <<'R'
pypdf 罚款三万元。 罚款一万元。
pypdfium2 罚款三万元。 罚款一万元。
pdfminer.six 罚款三万元。 罚款一万元。
pdfplumber 罚款三万元。 罚款一万元。
PyMuPDF 罚款三万元。 秘密 不同意。
R
