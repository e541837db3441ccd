#!/usr/bin/env bash
# One would guess: readers of PDF know the Chinese encodings that the PDF standard lists by name, or say that they do not.
# What happens: pypdf takes a font with GBKp-EUC-H for UTF-16 and gives other characters without a warning (东政发 becomes
#   뚫헾랢). A character that takes four bytes in GBK2K-H (GB 18030), such as 㙍 or 㛃, is two U+FFFD in PDFium and
#   nothing in MuPDF; pdfminer.six and pypdf read it.
# Version: pypdf 7.1.1, pypdfium2 5.10.1, PyMuPDF 2.0, pdfminer.six 20260107; the font is not in the file.
# Why it matters: 通用规范汉字表 has such characters for names of persons and places; a dropped one makes two names
#   equal that differ, two U+FFFD make a name differ from itself. gazette-lint reads with PDFium.
# Source: ISO 32000-1, 9.7.5.2, table 118, lists both encodings among those that every reader knows.
source "$(dirname "$0")/record.bash"

python_packages pypdfium2==5.10.1 pymupdf==2.0 pdfminer.six==20260107 pypdf==7.1.1
cp "$here/gb_pdf.py" .
cat > encodings.py <<'P'
import logging, pymupdf, pypdf, pypdfium2
from gb_pdf import save
from pdfminer.high_level import extract_text
logging.disable()
for encoding, codec, words in (("GBK-EUC-H", "gbk", "东政发〔2021〕"), ("GBKp-EUC-H", "gbk", "东政发〔2021〕"), ("GBK2K-H", "gb18030", "甲㙍村、乙㛃村")):
    save("h.pdf", encoding, words.encode(codec))
    print(encoding, "PDFium", pypdfium2.PdfDocument("h.pdf")[0].get_textpage().get_text_range())
    print(encoding, "MuPDF", pymupdf.open("h.pdf")[0].get_text().strip())
    print(encoding, "pdfminer", extract_text("h.pdf").strip())
    print(encoding, "pypdf", pypdf.PdfReader("h.pdf").pages[0].extract_text())
P

as_recorded python encodings.py <<'R'
GBK-EUC-H PDFium 东政发〔2021〕
GBK-EUC-H MuPDF 东政发〔2021〕
GBK-EUC-H pdfminer 东政发〔2021〕
GBK-EUC-H pypdf 东政发〔2021〕
GBKp-EUC-H PDFium 东政发〔2021〕
GBKp-EUC-H MuPDF 东政发〔2021〕
GBKp-EUC-H pdfminer 东政发〔2021〕
GBKp-EUC-H pypdf 뚫헾랢ꆲ㈰㈱ꆳ
GBK2K-H PDFium 甲��村、乙��村
GBK2K-H MuPDF 甲村、乙村
GBK2K-H pdfminer 甲㙍村、乙㛃村
GBK2K-H pypdf 甲㙍村、乙㛃村
R
