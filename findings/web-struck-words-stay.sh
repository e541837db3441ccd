#!/usr/bin/env bash
# One would guess: what a web page strikes out (<del>三</del><ins>五</ins>日, <s>1</s>3万元) is marked in the text or the
#   Word file that is made of it, or left out.
# What happens: it stands there like all other words: within 三五日, “three to five days”, and a fine of 13万元. So it is in
#   plain text, in the Markdown of turndown without its plugin, and in Word files: one converter drops all strokes, the
#   other keeps <s> and drops <del> and <strike>. markdownify keeps <del> and <s> and drops <strike>.
# Version: html-to-text 10.0.1, turndown 7.2.5, html-to-docx 1.8.0 (npm); inscriptis 2.7.6, htmldocx 0.0.6, markdownify
#   1.2.3 (PyPI).
# Why it matters: drafts put out for comment, and comparisons of the old and the new text of a law, are published in
#   this way, and what comes out is a well-formed rule that never was. gazette-lint leaves struck words of web pages
#   out.
# Source: HTML 4.7.2: del is a removal from the document; 4.5.5: s is what is no longer accurate.
source "$(dirname "$0")/record.bash"

python_packages inscriptis==2.7.6 htmldocx==0.0.6 python-docx==1.2.0 markdownify==1.2.3
node_packages html-to-text@10.0.1 turndown@7.2.5 html-to-docx@1.8.0
printf '%s' '<html lang="zh"><body><p>自收到通知之日起<del>三</del><ins>五</ins>日内答复，处<s>1</s>3万元罚款。<strike>本条废止。</strike></p></body></html>' > page.html
cat > page.js <<'J'
const fs = require('fs');
const page = fs.readFileSync('page.html', 'utf8');
const Turndown = require('turndown');
console.log('html-to-text', require('html-to-text').convert(page));
console.log('turndown', new Turndown().turndown(page));
require('html-to-docx')(page).then((file) => fs.writeFileSync('page.docx', Buffer.from(file)));
J
cat > page.py <<'P'
import docx, htmldocx, inscriptis, markdownify
page = open("page.html", encoding="utf-8").read()
def show(name, file):
    print(name, *(f"[{run.text}]" if run.font.strike else run.text for one in file.paragraphs for run in one.runs if run.text.strip()), sep="")
show("html-to-docx ", docx.Document("page.docx"))
show("htmldocx ", htmldocx.HtmlToDocx().parse_html_string(page))
print("inscriptis", inscriptis.get_text(page).strip())
print("markdownify", markdownify.markdownify(page).strip())
P
struck() { node page.js; python page.py; }

as_recorded struck <<'R'
html-to-text 自收到通知之日起三五日内答复，处13万元罚款。本条废止。
turndown 自收到通知之日起三五日内答复，处13万元罚款。本条废止。
html-to-docx 自收到通知之日起三五日内答复，处13万元罚款。本条废止。
htmldocx 自收到通知之日起三五日内答复，处[1]3万元罚款。本条废止。
inscriptis 自收到通知之日起三五日内答复，处13万元罚款。本条废止。
markdownify 自收到通知之日起~~三~~五日内答复，处~~1~~3万元罚款。本条废止。
R
