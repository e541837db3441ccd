#!/usr/bin/env bash
# One would guess: a tool that repairs the layout of official documents to GB/T 9704 leaves the words and the automatic
#   numbers of paragraphs alone.
# What happens: gongwen optimize --apply puts empty paragraphs in, below the title and within the list of annexes, but the
#   automatic numbers stay with the position in the file: the addressees become 一、, the heading 总则 三、, and two
#   headings have none. The second annex loses its "2." Its md2docx also takes "1." and "2." off the lines of a list.
# Version: gongwen-skill 2.15.0 (gongwen optimize, md2docx).
# Why it matters: after the repair the document contradicts itself where it did not before. Check a document with
#   gazette-lint after such a tool, not only before.
# Source: the README calls the two commands repair of fonts, sizes, spacing and margins, and conversion of a draft.
source "$(dirname "$0")/record.bash"

python_packages gongwen-skill==2.15.0 python-docx==1.2.0 lxml==6.1.3
cat > write.py <<'P'
import docx
from docx.oxml import parse_xml
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
paper = docx.Document()
root = paper.part.numbering_part.element
root[:] = [parse_xml(f'<w:abstractNum {W} w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    'w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'),
    parse_xml(f'<w:num {W} w:numId="1"><w:abstractNumId w:val="1"/></w:num>')]
for words in ("东山市人民政府关于印发安全管理办法的通知", "东政发〔2021〕5号", "各县（市、区）人民政府：", "现将有关事项通知如下。", "#总则",
    "#分级标准", "#附则", "附件：1.名单", "　　　2.联系方式", "东山市人民政府", "2021年11月25日"):
    paragraph = paper.add_paragraph(words.lstrip("#"))
    if words.startswith("#"):
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
paper.save("in.docx")
P
cat > read.py <<'P'
import sys, docx
for path in sys.argv[1:]:
    shown = [("#" if p._p.xpath("./w:pPr/w:numPr") else "") + p.text for p in docx.Document(path).paragraphs]
    print(path, "|".join(shown))
P
printf '%s\n\n' '# 关于印发办法的通知' '各县人民政府：' '1. 死亡3人以上' '2. 重伤10人以上' '附件：1.名单' '2.联系方式' > draft.md
numbers() {
  python write.py && gongwen optimize in.docx -o out.docx --apply --remove-ai-declaration > log 2>&1
  gongwen md2docx draft.md -o draft.docx > log 2>&1 && python read.py in.docx out.docx draft.docx
}

as_recorded numbers <<'R'
in.docx 东山市人民政府关于印发安全管理办法的通知|东政发〔2021〕5号|各县（市、区）人民政府：|现将有关事项通知如下。|#总则|#分级标准|#附则|附件：1.名单|　　　2.联系方式|东山市人民政府|2021年11月25日
out.docx 东山市人民政府关于印发安全管理办法的通知|||东政发〔2021〕5号|#各县（市、区）人民政府：|#现将有关事项通知如下。|#总则|分级标准|附则|附件：1.名单||联系方式|东山市人民政府|2021年11月25日
draft.docx 关于印发办法的通知|各县人民政府：|死亡3人以上|重伤10人以上|附件：1.名单|联系方式|（内容由GongWen-skill-AI生成，仅供参考）
R
