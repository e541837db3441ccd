#!/usr/bin/env bash
# One would guess: what Word's 带圈字符 (enclose characters) and 拼音指南 (phonetic guide) show is text for a reader of
#   .docx; at worst without the ring or the reading.
# What happens: Word writes the ring, and the guide in documents that began as .doc, as a field EQ with no result, so
#   that the character stands in the instruction only. Five of six readers leave it out: 第㉑项 becomes 第项, and a
#   name loses a character; the sixth gives the raw instruction. Of the newer element w:ruby three put the reading into
#   the name and three drop the character.
# Version: python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0, pandoc 3.9 (pypandoc-binary 1.17),
#   docx2txt2 1.0.4.
# Why it matters: numbers above ⑳ are mostly made this way, since fonts lack them; rare characters in names are the
#   ones that get a reading. An item without its number is a gap in a list for every check.
# Source: Microsoft's help lists the field Eq with its switches \o (overstrike) and \ac; ISO/IEC 29500-1, 17.3.3.25,
#   says that w:rubyBase is the text and w:rt its guide.
source "$(dirname "$0")/record.bash"

python_packages python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 pypandoc-binary==1.17 docx2txt2==1.0.4
cat > enclosed.py <<'P'
import re, docx, docx2txt, docx2txt2, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
def run(words): return f'<w:r><w:t>{words}</w:t></w:r>'
def field(code): return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
def save(*parts):
    paper = docx.Document()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paper.element.body.insert(0, parse_xml(f'<w:p {space}>{"".join(parts)}</w:p>'))
    paper.save("p.docx")
def pandoc(path): return pypandoc.convert_file(path, "plain")
def html(path):
    with open(path, "rb") as file: return re.sub("<[^>]*>", "", mammoth.convert_to_html(file).value)
READERS = {"python-docx": lambda path: docx.Document(path).paragraphs[0].text, "docx2txt": docx2txt.process,
    "docx2python": lambda path: docx2python(path).text, "mammoth": html, "pandoc": pandoc, "docx2txt2": docx2txt2.extract_text}
RUBY = '<w:r><w:ruby><w:rubyPr/><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>' % (run("fǔ"), run("甫"))
for name, middle in (("ring", field(r" EQ \o\ac(○,21) ")), ("guide", field(r' EQ \* jc2 \o\ad(\s\up 9(fǔ),甫) ')), ("ruby", RUBY)):
    save(run("第"), middle, run("项"))
    for reader, read in READERS.items(): print(name, reader, repr(read("p.docx").strip()))
P

as_recorded python enclosed.py <<'R'
ring python-docx '第项'
ring docx2txt '第项'
ring docx2python '第项'
ring mammoth '第项'
ring pandoc '第项'
ring docx2txt2 '第 EQ \\o\\ac(○,21) 项'
guide python-docx '第项'
guide docx2txt '第项'
guide docx2python '第项'
guide mammoth '第项'
guide pandoc '第项'
guide docx2txt2 '第 EQ \\* jc2 \\o\\ad(\\s\\up 9(fǔ),甫) 项'
ruby python-docx '第项'
ruby docx2txt '第fǔ甫项'
ruby docx2python '第fǔ甫项'
ruby mammoth '第项'
ruby pandoc '第项'
ruby docx2txt2 '第 fǔ 甫 项'
R
