#!/usr/bin/env bash
# One would guess: the ≥ that an author puts in with Insert, Symbol is a character of the text like the typed one.
# What happens: from the font Symbol, which that window offers first, Word writes no character but a w:sym with a font and
#   a code. python-docx, docx2txt and docx2txt2 leave it out: 雨量≥100毫米 becomes 雨量100毫米, ±5 becomes 5. docx2python
#   puts markup with the code in the place of the sign, which a browser may show as ³. mammoth and pandoc are right. So are
#   the boxes ☑ and □ of forms, in the font Wingdings: without them 是 and 否 are both ticked, or neither.
# Version: python-docx 1.2.0, docx2txt 0.9, docx2txt2 1.0.4, docx2python 3.7.1, mammoth 1.13.0, pandoc 3.9
#   (pypandoc-binary 1.17).
# Why it matters: in a ladder of thresholds the sign is the rule. Without it a grade has a point where it had a range, and
#   the next check of overlaps finds nothing, or finds what is not there. gazette-lint reads w:sym.
# Source: ISO/IEC 29500-1, 17.3.3.30: sym is a character of the run, in the font named, and is to be displayed.
source "$(dirname "$0")/record.bash"

python_packages python-docx==1.2.0 docx2txt==0.9 docx2txt2==1.0.4 docx2python==3.7.1 mammoth==1.13.0 pypandoc-binary==1.17
cat > signs.py <<'P'
import docx, docx2python, docx2txt, docx2txt2, mammoth, pypandoc
from docx.oxml import parse_xml
space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def run(words): return f"<w:r><w:t>{words}</w:t></w:r>"
def sign(code, font="Symbol"): return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
body = run("雨量") + sign("F0B3") + run("100毫米，误差") + sign("F0B1") + run("5；是") + sign("F0FE", "Wingdings") + run("否") + sign("F0A8", "Wingdings")
paper = docx.Document()
paper.element.body.insert(0, parse_xml(f"<w:p {space}>{body}</w:p>"))
paper.save("plan.docx")
print("python-docx:", paper.paragraphs[0].text)
print("docx2txt:", docx2txt.process("plan.docx").strip())
print("docx2txt2:", docx2txt2.extract_text("plan.docx").replace(" ", "").strip())
print("docx2python:", docx2python.docx2python("plan.docx").text.strip())
with open("plan.docx", "rb") as file: print("mammoth:", mammoth.extract_raw_text(file).value.strip())
print("pandoc:", pypandoc.convert_file("plan.docx", "plain", extra_args=["--wrap=none"]).strip())
P

as_recorded python signs.py <<'R'
python-docx: 雨量100毫米，误差5；是否
docx2txt: 雨量100毫米，误差5；是否
docx2txt2: 雨量100毫米，误差5；是否
docx2python: 雨量<span style=font-family:Symbol>&#x00B3;</span>100毫米，误差<span style=font-family:Symbol>&#x00B1;</span>5；是<span style=font-family:Wingdings>&#x00FE;</span>否<span style=font-family:Wingdings>&#x00A8;</span>
mammoth: 雨量≥100毫米，误差±5；是🗹否🞎
pandoc: 雨量≥100毫米，误差±5；是🗹否◻
R
