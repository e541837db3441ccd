#!/usr/bin/env bash
# One would guess: an OFD made from a PDF with text holds that text.
# What happens: pdf2ofd draws every character as an outline (PathObject): the page looks right and holds no TextObject,
#   no TextCode and no font, so that no reader of OFD finds a word; searching, copying and checking are impossible.
# Version: pdf2ofd 0.1.0; read with ofdkit 0.2.0 and, for the PDF, its own PyMuPDF 1.24.14.
# Why it matters: offices have to deliver OFD and convert what they have. "No findings" on such a file means nothing was
#   read. Check the PDF before, or run OCR.
# Source: GB/T 33190—2016, clause 11, has text objects for text; the package calls itself a conversion of the format
#   and mentions vector paths, but not that text ceases to be text.
source "$(dirname "$0")/record.bash"

python_packages pdf2ofd==0.1.0 ofdkit==0.2.0 pymupdf==1.24.14
cat > convert.py <<'P'
import subprocess, zipfile, fitz, ofdkit
paper = fitz.open()
paper.new_page().insert_text((72, 100), "东山市人民政府文件", fontname="china-s")
paper.save("in.pdf")
print("PDF:", fitz.open("in.pdf")[0].get_text().strip())
subprocess.run(["pdf2ofd", "-q", "in.pdf", "out.ofd"], check=True)
page = zipfile.ZipFile("out.ofd").read("Doc_0/Pages/Page_0/Content.xml").decode()
print("OFD:", {name: page.count(f"<ofd:{name} ") + page.count(f"<ofd:{name}>") for name in ("PathObject", "TextObject", "TextCode")})
print("ofdkit:", repr(ofdkit.extract_text("out.ofd")))
P

as_recorded python convert.py <<'R'
PDF: 东山市人民政府文件
OFD: {'PathObject': 9, 'TextObject': 0, 'TextCode': 0}
ofdkit: ''
R
