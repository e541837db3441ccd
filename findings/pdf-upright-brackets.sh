#!/usr/bin/env bash
# One would guess: text set vertically in a PDF comes out with the characters that were put in, whichever of the
#   standard encodings the file uses.
# What happens: with the encodings of the GBK family ending in -V, PDFium and MuPDF give the upright forms of brackets,
#   ︹2021︺ (U+FE39, U+FE3A), which no search for 〔2021〕 finds. With UniGB-UCS2-V PDFium gives 〔2021〕, MuPDF still
#   ︹2021︺. pdfminer.six and pypdf give 〔2021〕 for all.
# Version: pypdfium2 5.10.1, PyMuPDF 2.0, pdfminer.six 20260107, pypdf 7.1.1; the font is not in the file.
# Why it matters: document numbers, （） and 《》 in side headings of tables and on spines are not recognised, so that a
#   reference to them has no target. Fold U+FE10–FE19 and U+FE30–FE48 to the usual forms before comparing.
# Source: ISO 32000-1, 9.7.5.2, table 118, names the encodings and says only that -V is vertical writing; pdfminer and
#   pypdf map the code, PDFium and MuPDF the glyph.
source "$(dirname "$0")/record.bash"

python_packages pypdfium2==5.10.1 pymupdf==2.0 pdfminer.six==20260107 pypdf==7.1.1
cp "$here/gb_pdf.py" .
cat > upright.py <<'P'
import logging, pymupdf, pypdf, pypdfium2
from gb_pdf import save
from pdfminer.high_level import extract_text
logging.disable()
for encoding, codec in (("GBK-EUC-V", "gbk"), ("GBK2K-V", "gb18030"), ("UniGB-UCS2-V", "utf-16-be")):
    save("v.pdf", encoding, "《办法》（东政发〔2021〕".encode(codec))
    print(encoding, "PDFium", pypdfium2.PdfDocument("v.pdf")[0].get_textpage().get_text_range())
    print(encoding, "MuPDF", "".join(pymupdf.open("v.pdf")[0].get_text().split()))
    print(encoding, "pdfminer", "".join(extract_text("v.pdf").split()))
    print(encoding, "pypdf", pypdf.PdfReader("v.pdf").pages[0].extract_text())
P

as_recorded python upright.py <<'R'
GBK-EUC-V PDFium ︽办法︾︵东政发︹2021︺
GBK-EUC-V MuPDF ︽办法︾︵东政发︹2021︺
GBK-EUC-V pdfminer 《办法》（东政发〔2021〕
GBK-EUC-V pypdf 《办法》（东政发〔2021〕
GBK2K-V PDFium ︽办法︾︵东政发︹2021︺
GBK2K-V MuPDF ︽办法︾︵东政发︹2021︺
GBK2K-V pdfminer 《办法》（东政发〔2021〕
GBK2K-V pypdf 《办法》（东政发〔2021〕
UniGB-UCS2-V PDFium 《办法》（东政发〔2021〕
UniGB-UCS2-V MuPDF ︽办法︾︵东政发︹2021︺
UniGB-UCS2-V pdfminer 《办法》（东政发〔2021〕
UniGB-UCS2-V pypdf 《办法》（东政发〔2021〕
R
