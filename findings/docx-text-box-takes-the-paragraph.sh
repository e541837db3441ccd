#!/usr/bin/env bash
# One would guess: a paragraph with a text box anchored in it keeps its own words; the words of the box come before or
#   after them, or not at all.
# What happens: pandoc gives the words of the box in place of the paragraph: whatever else stood in it is gone. With
#   the older form of a box (w:pict) it is the other way round. docx2txt gives the words of the box twice, once from
#   the drawing and once from its fallback for old readers.
# Version: pandoc 3.9 (pypandoc-binary 1.17), docx2txt 0.9.
# Why it matters: office templates put the document number or the emblem of the issuing body into a text box, which
#   Word anchors in whatever paragraph stands there, the title or the addressees. Converted, the document has lost it,
#   or has its number twice. gazette-lint reads both and gives the box after its paragraph.
# Source: pandoc's issue 3086 asks only where the words of a box should go; ISO/IEC 29500-3, 10.2.1, says that a
#   consumer takes one of Choice and Fallback.
source "$(dirname "$0")/record.bash"

python_packages pypandoc-binary==1.17 docx2txt==0.9 python-docx==1.2.0
cat > box.py <<'P'
import docx, docx2txt, pypandoc
from docx.oxml import parse_xml
OOXML, MS = "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/word/2010/"
BOX = "<w:txbxContent><w:p><w:r><w:t>东政发〔2021〕5号</w:t></w:r></w:p></w:txbxContent>"
OLD = f'<w:pict><v:shape style="width:90pt;height:20pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
NEW = f"""<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="1143000" cy="254000"/><wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="{MS}wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:inline></w:drawing></mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>"""
for name, shape in (("drawing", NEW), ("pict", OLD)):
    paper = docx.Document()
    paper.element.body.insert(0, parse_xml(f"""<w:p xmlns:w="{OOXML}wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
      xmlns:mc="{OOXML}markup-compatibility/2006" xmlns:wp="{OOXML}drawingml/2006/wordprocessingDrawing"
      xmlns:a="{OOXML}drawingml/2006/main" xmlns:wps="{MS}wordprocessingShape"><w:r>{shape}</w:r>
      <w:r><w:t>各县（市、区）人民政府：</w:t></w:r></w:p>"""))
    paper.save("box.docx")
    print(name, "pandoc:", *pypandoc.convert_file("box.docx", "plain").split())
    print(name, "docx2txt:", *docx2txt.process("box.docx").split())
print(pypandoc.get_pandoc_version())
P

as_recorded python box.py <<'R'
drawing pandoc: 东政发〔2021〕5号
drawing docx2txt: 东政发〔2021〕5号 东政发〔2021〕5号各县（市、区）人民政府：
pict pandoc: 各县（市、区）人民政府：
pict docx2txt: 东政发〔2021〕5号各县（市、区）人民政府：
3.9
R
