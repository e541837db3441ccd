#!/usr/bin/env bash
# One would guess: a library that joins Word files and says that it keeps bullets and numbering keeps 第一条, 第二条.
# What happens: the lists get new numbers in the file's table of lists, the paragraphs keep the old ones. So paragraphs
#   point to lists that do not exist, which is no number: a decree and its annex have no 第一条 any more. A paragraph of
#   list 10 points to the first list of the first file: （一） becomes one more 第…条. No error is raised.
# Version: docx-merger 1.2.2 (npm); the files are made with python-docx 1.2.0 and hold what Word writes for such lists.
# Why it matters: an issue of a gazette, or a notice with its annexes, is put together in this way, and 依照第二条 refers to
#   nothing. gazette-lint reads the numbers of the joined file as Word shows them.
# Source: the readme says that bullets and numberings of the input files are preserved; of Word on Windows it says that
#   it shows some error due to numbering. ECMA-376 Part 1, 17.9.18: w:numId of a paragraph names the w:num it belongs
#   to.
source "$(dirname "$0")/record.bash"

python_packages python-docx==1.2.0
node_packages docx-merger@1.2.2
cat > make.py <<'P'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
HERE = nsdecls("w")
def make(name, *paragraphs):
    file = docx.Document()
    lists = file.part.numbering_part.element
    for one in list(lists): lists.remove(one)
    for number, shape in ((1, "第%1条"), (2, "（%1）")):
        lists.append(parse_xml(f'<w:abstractNum {HERE} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="{shape}"/></w:lvl></w:abstractNum>'))
    for number, abstract in ((1, 1), (10, 2)):
        lists.append(parse_xml(f'<w:num {HERE} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    for words, number in paragraphs:
        paragraph = file.add_paragraph(words)
        if number:
            paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {HERE}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
    file.save(name)
make("decree.docx", ("某市防汛办法", 0), ("为了防汛，制定本办法。", 1), ("汛期为：", 1), ("主汛期；", 10), ("后汛期。", 10))
make("annex.docx", ("附件：实施细则", 0), ("依照办法第二条，制定本细则。", 1))
P
cat > join.js <<'J'
const fs = require('fs');
const DocxMerger = require('docx-merger');
const files = ['decree.docx', 'annex.docx'].map((name) => fs.readFileSync(name, 'binary'));
new DocxMerger({ pageBreak: false }, files).save('nodebuffer', (data) => fs.writeFileSync('joined.docx', data));
J
cat > read.py <<'P'
import sys, docx
from docx.oxml.ns import qn
for name in ("decree.docx", "annex.docx", "joined.docx"):
    file = docx.Document(name)
    table = file.part.numbering_part.element
    shapes = {one.get(qn("w:abstractNumId")): one.find(".//" + qn("w:lvlText")).get(qn("w:val")) for one in table.findall(qn("w:abstractNum"))}
    lists = {one.get(qn("w:numId")): shapes[one.find(qn("w:abstractNumId")).get(qn("w:val"))] for one in table.findall(qn("w:num"))}
    print(name, *(f"[{lists.get(number[0], 'no such list')}]{one.text}" if (number := one._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")) else one.text
        for one in file.paragraphs), sep=" ")
P
join() { python make.py; node join.js; python read.py; }

as_recorded join <<'R'
decree.docx 某市防汛办法 [第%1条]为了防汛，制定本办法。 [第%1条]汛期为： [（%1）]主汛期； [（%1）]后汛期。
annex.docx 附件：实施细则 [第%1条]依照办法第二条，制定本细则。
joined.docx 某市防汛办法 [no such list]为了防汛，制定本办法。 [no such list]汛期为： [第%1条]主汛期； [第%1条]后汛期。 附件：实施细则 [no such list]依照办法第二条，制定本细则。
R
