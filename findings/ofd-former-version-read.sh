#!/usr/bin/env bash
# One would guess: of an OFD file that keeps its versions, the text is that of the version marked as current, which a
#   viewer opens.
# What happens: the list of versions is passed over, and the document that stands first in the package is read: the fine
#   of 10 000 of the first version, not the 30 000 of the current one. Nothing tells that there are two.
# Version: ofdkit 0.2.0 (PyPI), ofdkit text.
# Why it matters: offices amend a paper by adding a version, so that signatures on the old one stay valid. What is
#   searched, compared and checked then is the paper that was replaced. gazette-lint reads the current one and says so.
# Source: GB/T 33190—2016, 19: DocBody/Versions lists the versions of a document, Current="true" marks the one that is
#   shown by default, whose part for the version names its own DocRoot.
source "$(dirname "$0")/record.bash"

python_packages ofdkit==0.2.0
cat > paper.py <<'P'
import zipfile
HEAD, SPACE = '<?xml version="1.0" encoding="UTF-8"?>', 'xmlns:ofd="http://www.ofdspec.org/2016"'
def part(name, body, more=""): return f"{HEAD}<ofd:{name} {SPACE}{more}>{body}</ofd:{name}>"
def page(number, text): return part("Page", f'<ofd:Content><ofd:Layer ID="{number}"><ofd:TextObject ID="{number + 1}" '
    f'Boundary="30 60 150 8" Font="2" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g {len(text) - 1} 5">{text}</ofd:TextCode>'
    "</ofd:TextObject></ofd:Layer></ofd:Content>")
def document(name): return part("Document", "<ofd:CommonData><ofd:MaxUnitID>90</ofd:MaxUnitID><ofd:PageArea>"
    "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
    f'<ofd:Pages><ofd:Page ID="1" BaseLoc="{name}"/></ofd:Pages>')
def version(number, root, page):
    files = "".join(f'<ofd:File ID="{at}">/Doc_0/{one}</ofd:File>' for at, one in enumerate((root, page, "PublicRes.xml"), 1))
    return part("DocVersion", f"<ofd:FileList>{files}</ofd:FileList><ofd:DocRoot>/Doc_0/{root}</ofd:DocRoot>", f' ID="{number}"')
parts = {
    "OFD.xml": part("OFD", f'<ofd:DocBody><ofd:DocInfo><ofd:DocID>{"0" * 32}</ofd:DocID></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>"
        '<ofd:Version ID="1" Index="1" Current="false" BaseLoc="Doc_0/Version_1.xml"/>'
        '<ofd:Version ID="2" Index="2" Current="true" BaseLoc="Doc_0/Version_2.xml"/>'
        "</ofd:Versions></ofd:DocBody>", ' Version="1.0" DocType="OFD"'),
    "Doc_0/PublicRes.xml": part("Res", '<ofd:Fonts><ofd:Font ID="2" FontName="FangSong"/></ofd:Fonts>', ' BaseLoc="Res"'),
    "Doc_0/Version_1.xml": version(1, "Document.xml", "Page_1.xml"),
    "Doc_0/Document.xml": document("Page_1.xml"),
    "Doc_0/Page_1.xml": page(20, "处一万元以下罚款。"),
    "Doc_0/Version_2.xml": version(2, "Document_2.xml", "Page_2.xml"),
    "Doc_0/Document_2.xml": document("Page_2.xml"),
    "Doc_0/Page_2.xml": page(30, "处三万元以下罚款。"),
}
with zipfile.ZipFile("paper.ofd", "w") as file:
    for name, text in parts.items(): file.writestr(name, text)
P
read_paper() { python paper.py; ofdkit text paper.ofd | grep .; }

as_recorded read_paper <<'R'
处一万元以下罚款。
R
