#!/usr/bin/env bash
# One would guess: what a reader calls the visible text of an OFD page are the words that a viewer shows.
# What happens: a text object with Visible="false" is read with the rest, so that a struck sum stands beside the one that
#   replaced it; the words of annotations, which a viewer draws on the page (here a mark of secrecy), are not read at all.
#   Words of template pages are read rightly.
# Version: ofdkit 0.2.0 (PyPI), ofdkit text.
# Why it matters: a fine of 10 000 that no reader of the paper sees is compared with the rest of the text, and the mark of
#   secrecy, which must be on the first page, is missing. gazette-lint leaves hidden objects out and reads annotations.
# Source: GB/T 33190—2016: Visible of a graphic unit says whether it is shown, and is true unless given; the appearance of
#   an annotation is drawn over the page. The package says of its text that it is the visible text in reading order.
source "$(dirname "$0")/record.bash"

python_packages ofdkit==0.2.0
cat > paper.py <<'P'
import zipfile
HEAD, SPACE = '<?xml version="1.0" encoding="UTF-8"?>', 'xmlns:ofd="http://www.ofdspec.org/2016"'
def words(number, top, text, more=""): return (f'<ofd:TextObject ID="{number}" Boundary="30 {top} 150 8" Font="2" Size="5"{more}>'
    f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(text) - 1} 5">{text}</ofd:TextCode></ofd:TextObject>')
def part(name, body, more=""): return f"{HEAD}<ofd:{name} {SPACE}{more}>{body}</ofd:{name}>"
def layer(number, body, before=""): return part("Page", f'{before}<ofd:Content><ofd:Layer ID="{number}">{body}</ofd:Layer></ofd:Content>')
parts = {
    "OFD.xml": part("OFD", f'<ofd:DocBody><ofd:DocInfo><ofd:DocID>{"0" * 32}</ofd:DocID></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>", ' Version="1.0" DocType="OFD"'),
    "Doc_0/Document.xml": part("Document", "<ofd:CommonData><ofd:MaxUnitID>90</ofd:MaxUnitID><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        '<ofd:TemplatePage ID="3" BaseLoc="Template.xml"/></ofd:CommonData>'
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages><ofd:Annotations>Annotations.xml</ofd:Annotations>'),
    "Doc_0/PublicRes.xml": part("Res", '<ofd:Fonts><ofd:Font ID="2" FontName="FangSong"/></ofd:Fonts>', ' BaseLoc="Res"'),
    "Doc_0/Template.xml": layer(10, words(11, 30, "某市人民政府文件")),
    "Doc_0/Page.xml": layer(20, words(21, 60, "罚款一万元。", ' Visible="false"') + words(22, 70, "罚款三万元。"),
        '<ofd:Template TemplateID="3"/>'),
    "Doc_0/Annotations.xml": part("Annotations", '<ofd:Page PageID="1"><ofd:FileLoc>Annotation.xml</ofd:FileLoc></ofd:Page>'),
    "Doc_0/Annotation.xml": part("PageAnnot", '<ofd:Annot ID="31" Type="Stamp" Creator="a" LastModDate="2021-01-01">'
        f'<ofd:Appearance Boundary="0 0 210 20">{words(32, 10, "秘密★10年")}</ofd:Appearance></ofd:Annot>'),
}
with zipfile.ZipFile("paper.ofd", "w") as file:
    for name, text in parts.items(): file.writestr(name, text)
P
read_paper() { python paper.py; ofdkit text paper.ofd | grep .; }

as_recorded read_paper <<'R'
某市人民政府文件
罚款一万元。
罚款三万元。
R
