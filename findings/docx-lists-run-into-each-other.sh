#!/usr/bin/env bash
# One would guess: a converter that keeps automatic numbers keeps those of a Chinese decree (第一条, then （一）（二）), or
#   writes them with other digits, or leaves them out.
# What happens: mammoth makes one list of neighbouring paragraphs of different lists, so that (一) and (二) under 第二条
#   become items 3 and 4, and the next article 5. docx2python writes "--" for every Chinese format, docx-parser-converter
#   writes 第1条 without a word that it changed the digits, pandoc writes "1." and drops 第…条 and the brackets.
# Version: mammoth 1.13.0, docx2python 3.7.1, docx-parser-converter 1.0.3, pandoc 3.9 (pypandoc-binary 1.17).
# Why it matters: references such as 第三条 or 第二条第（二）项 lead nowhere, or elsewhere, in the converted text; to
#   check a Word file give it to gazette-lint as it is.
# Source: mammoth's README promises lists; ISO/IEC 29500-1, 17.9, says that each w:num counts for itself and that
#   w:lvlText is what is shown.
source "$(dirname "$0")/record.bash"

python_packages python-docx==1.2.0 mammoth==1.13.0 docx2python==3.7.1 docx-parser-converter==1.0.3 pypandoc-binary==1.17
cat > lists.py <<'P'
import docx, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
from docx_parser_converter import docx_to_text
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
paper = docx.Document()
root = paper.part.numbering_part.element
root[:] = [parse_xml(f'<w:abstractNum {W} w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    f'w:val="chineseCountingThousand"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>') for n, text in ((1, "第%1条"), (2, "（%1）"))]
root.extend(parse_xml(f'<w:num {W} w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>') for n in (1, 2))
for number, words in ((1, "目的"), (1, "分级"), (2, "一般"), (2, "较大"), (1, "附则")):
    paragraph = paper.add_paragraph(words)
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
paper.save("lists.docx")
with open("lists.docx", "rb") as file: print("mammoth", mammoth.convert_to_html(file).value)
print("docx2python", *docx2python("lists.docx").text.split())
print("docx-parser-converter", *docx_to_text("lists.docx").split())
print("pandoc", *pypandoc.convert_file("lists.docx", "plain").split())
P

as_recorded python lists.py <<'R'
mammoth <ol><li>目的</li><li>分级</li><li>一般</li><li>较大</li><li>附则</li></ol>
docx2python -- 目的 -- 分级 -- 一般 -- 较大 -- 附则
docx-parser-converter 第1条 目的 第2条 分级 （1） 一般 （2） 较大 第3条 附则
pandoc 1. 目的 2. 分级 1. 一般 2. 较大 3. 附则
R
