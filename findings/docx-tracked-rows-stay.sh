#!/usr/bin/env bash
# One would guess: with all tracked changes accepted a draft reads as it will be printed, with all rejected as it was.
# What happens: words within a line are right everywhere; rows, moves and paragraph marks are not. pandoc keeps a deleted
#   row of a table when it accepts and an inserted one when it rejects, and never joins two paragraphs. accept_all of
#   docx-revisions leaves deleted rows and marks, and what was moved stands in both places, as with docx2txt. mammoth,
#   which has no option for it, is right.
# Version: pandoc 3.9 (pypandoc-binary 1.17), docx-revisions 0.1.5, mammoth 1.13.0, docx2txt 0.9.
# Why it matters: a unit struck from a list of members is still counted, a sentence moved to another article stands in
#   both: contradictions that the accepted draft does not have. gazette-lint follows rows, moves and paragraph marks.
# Source: ISO/IEC 29500-1, 17.13.5: del and ins within trPr mark a row, within the rPr of pPr the paragraph mark,
#   moveFrom and moveTo two ends of one move; pandoc's manual says that accept takes all insertions and deletions.
source "$(dirname "$0")/record.bash"

python_packages python-docx==1.2.0 pypandoc-binary==1.17 docx-revisions==0.1.5 mammoth==1.13.0 docx2txt==0.9
cat > tracked.py <<'P'
import re, docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml
from docx_revisions import RevisionDocument
WHO = 'w:id="%d" w:author="a" w:date="2021-01-01T00:00:00Z"'
def run(words): return f"<w:r><w:t>{words}</w:t></w:r>"
def move(kind, n): return (f'<w:{kind}RangeStart {WHO % n} w:name="m"/><w:{kind} {WHO % (n + 1)}>{run("移动")}</w:{kind}>'
    f'<w:{kind}RangeEnd w:id="{n}"/>')
def row(words, mark=""): return (f'<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>'
    f"<w:p>{run(words)}</w:p></w:tc></w:tr>")
body = (f'<w:p>{run("死亡")}<w:del {WHO % 1}><w:r><w:delText>三</w:delText></w:r></w:del><w:ins {WHO % 2}>{run("五")}</w:ins></w:p>'
    f'<w:p><w:pPr><w:rPr><w:del {WHO % 3}/></w:rPr></w:pPr>{run("前段")}</w:p><w:p>{run("后段")}</w:p>'
    f'<w:p>{run("甲")}{move("moveFrom", 4)}</w:p><w:p>{run("乙")}{move("moveTo", 6)}</w:p>'
    f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{row("财政局")}{row("删去局", f"<w:del {WHO % 8}/>")}'
    f'{row("新增局", f"<w:ins {WHO % 9}/>")}</w:tbl>')
paper = docx.Document()
space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
for at, part in enumerate(parse_xml(f"<w:body {space}>{body}</w:body>")[:]): paper.element.body.insert(at, part)
paper.save("draft.docx")
def pandoc(how): return pypandoc.convert_file("draft.docx", "plain", extra_args=[f"--track-changes={how}"]).replace("-", "").split()
print("pandoc accept:", *pandoc("accept"))
print("pandoc reject:", *pandoc("reject"))
revised = RevisionDocument("draft.docx")
revised.accept_all()
revised.save("accepted.docx")
print("docx-revisions:", *("".join(p.xpath(".//w:t/text()")) for p in docx.Document("accepted.docx").element.body.xpath(".//w:p")))
with open("draft.docx", "rb") as file: print("mammoth:", *re.sub("<[^>]*>", " ", mammoth.convert_to_html(file).value).split())
print("docx2txt:", *docx2txt.process("draft.docx").split())
P

as_recorded python tracked.py <<'R'
pandoc accept: 死亡五 前段 后段 甲 乙移动 财政局 删去局 新增局
pandoc reject: 死亡三 前段 后段 甲移动 乙 财政局 删去局 新增局
docx-revisions: 死亡五 前段 后段 甲移动 乙移动 财政局 删去局 新增局
mammoth: 死亡五 前段后段 甲 乙移动 财政局 新增局
docx2txt: 死亡五 前段 后段 甲移动 乙移动 财政局 删去局 新增局
R
