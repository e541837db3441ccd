#!/usr/bin/env bash
# One would guess: the text of a paragraph of an OpenDocument file is what stands in it; the number of a footnote is set
#   apart, and the words of the note do not stand in the middle of the sentence. Comments are no part of it at all.
# What happens: the number of the note goes on with the digits before it, and the note follows: 5000 and note 1 are 50001.
#   A reviewer's name and comment stand among the words, the reading of a name behind it.
# Version: odfpy 1.4.1 (PyPI), odf.teletype.extractText, which its documentation names for the text of an element.
# Why it matters: a fine of 5000 is checked as 50001, and words that nobody published, such as a comment on a person, are
#   taken for the document's. gazette-lint puts notes behind the text and leaves comments out.
# Source: OpenDocument 1.3 part 3: text:note-citation is generated text of the note's mark, text:note-body its content;
#   office:annotation is a comment; text:ruby-text is the reading of text:ruby-base.
source "$(dirname "$0")/record.bash"

python_packages odfpy==1.4.1
cat > draft.py <<'P'
import zipfile
URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "text")) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
TYPE, HEAD = "application/vnd.oasis.opendocument.text", '<?xml version="1.0" encoding="UTF-8"?>'
BODY = ('<text:p>处5000<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>见附件。</text:p></text:note-body></text:note>元以下罚款。</text:p>"
    "<text:p>组长：张某<office:annotation><dc:creator>李某</dc:creator><dc:date>2024-01-01T00:00:00</dc:date>"
    "<text:p>已调离</text:p></office:annotation>，副组长：<text:ruby><text:ruby-base>曌</text:ruby-base>"
    "<text:ruby-text>zhao</text:ruby-text></text:ruby>某</text:p>")
parts = {
    "mimetype": TYPE,
    "content.xml": f'{HEAD}<office:document-content {SPACES} office:version="1.3"><office:body><office:text>{BODY}</office:text></office:body></office:document-content>',
    "styles.xml": f'{HEAD}<office:document-styles {SPACES} office:version="1.3"><office:styles/></office:document-styles>',
    "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="{URN}:manifest:1.0" manifest:version="1.3">'
        + "".join(f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
            for path, kind in (("/", TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))) + "</manifest:manifest>",
}
with zipfile.ZipFile("draft.odt", "w") as file:
    for name, text in parts.items(): file.writestr(name, text)
P
cat > read.py <<'P'
from odf import opendocument, teletype, text
draft = opendocument.load("draft.odt")
for paragraph in draft.text.childNodes:
    print(teletype.extractText(paragraph))
P
read_draft() { python draft.py; python read.py; }

as_recorded read_draft <<'R'
处50001见附件。元以下罚款。
组长：张某李某2024-01-01T00:00:00已调离，副组长：曌zhao某
R
