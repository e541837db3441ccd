#!/usr/bin/env bash
# One would guess: a list of a web page that begins with 3 (start="3", value="3"), after a paragraph between, begins
#   with 3 in what is made of it; and a second list begins with 1.
# What happens: it begins with 1 in the Markdown of two converters and in the text of one, and value= is read by one
#   only. In Word files one converter makes all lists of a page one list: 1 and 2 of a list that begins anew become 4
#   and 5. So does a converter from Markdown for Chinese articles (1 and 2 become 3 and 4).
# Version: trafilatura 2.3.1 as Markdown, inscriptis 2.7.6, markdownify 1.2.3, html2text 2025.4.15, htmldocx 0.0.6,
#   md2docx-cn 0.1.2 (PyPI); node-html-markdown 2.0.0, turndown 7.2.5 (npm).
# Why it matters: 按照第3项 and 见附件2 then refer to other items than those that the page has under these numbers.
#   gazette-lint numbers the items of web pages as browsers do.
# Source: HTML 4.4.5 and 4.4.8: start of ol and value of li. markdownify and turndown read start, inscriptis reads
#   value.
source "$(dirname "$0")/record.bash"

python_packages trafilatura==2.3.1 lxml_html_clean==0.4.6 inscriptis==2.7.6 markdownify==1.2.3 html2text==2025.4.15 htmldocx==0.0.6 md2docx-cn==0.1.2 python-docx==1.2.0
node_packages node-html-markdown@2.0.0 turndown@7.2.5
cat > page.html <<'H'
<html lang="zh"><body><ol><li>水利局</li><li>应急局</li></ol><p>以上单位牵头。</p><ol start="3"><li>气象局</li></ol><p>协办单位：</p><ol><li>财政局</li><li>审计局</li></ol><p>另有：</p><ol><li value="5">住建局</li></ol></body></html>
H
cat > page.py <<'P'
import re, subprocess, docx, html2text, htmldocx, inscriptis, markdownify, trafilatura
page = open("page.html", encoding="utf-8").read()
def show(name, text): print(name, *(one.replace(" ", "") for one in re.findall(r"\d+\. *\w+局", text)))
print("as browsers show them: 1.水利局 2.应急局 3.气象局 1.财政局 2.审计局 5.住建局")
show("trafilatura", trafilatura.extract(page, output_format="markdown", favor_recall=True))
show("inscriptis", inscriptis.get_text(page))
show("markdownify", markdownify.markdownify(page))
show("html2text", html2text.html2text(page))
def numbered(file):
    """Paragraphs of the style List Number as Word numbers them: the style names one list for all."""
    items = [one for one in file.paragraphs if one.style.name == "List Number"]
    assert all(one._p.pPr.numPr is None for one in items)
    return " ".join(f"{at}.{one.text}" for at, one in enumerate(items, 1))
show("htmldocx", numbered(htmldocx.HtmlToDocx().parse_html_string(page)))
with open("page.md", "w", encoding="utf-8") as file: file.write("牵头单位：\n\n1. 水利局\n2. 应急局\n\n协办单位：\n\n1. 财政局\n2. 审计局\n")
subprocess.run(["md2docx-cn", "page.md", "-o", "page.docx"], check=True, capture_output=True)
show("md2docx-cn, 1 2 and 1 2", numbered(docx.Document("page.docx")))
P
cat > page.js <<'J'
const page = require('fs').readFileSync('page.html', 'utf8');
const show = (name, text) => console.log(name, ...text.match(/\d+\. *\S+局/g).map((one) => one.replace(/ +/, '')));
const Turndown = require('turndown');
show('node-html-markdown', require('node-html-markdown').NodeHtmlMarkdown.translate(page));
show('turndown', new Turndown().turndown(page));
J
lists() { python page.py; node page.js; }

as_recorded lists <<'R'
as browsers show them: 1.水利局 2.应急局 3.气象局 1.财政局 2.审计局 5.住建局
trafilatura 1.水利局 2.应急局 1.气象局 1.财政局 2.审计局 1.住建局
inscriptis 1.水利局 2.应急局 1.气象局 1.财政局 2.审计局 5.住建局
markdownify 1.水利局 2.应急局 3.气象局 1.财政局 2.审计局 1.住建局
html2text 1.水利局 2.应急局 3.气象局 1.财政局 2.审计局 1.住建局
htmldocx 1.水利局 2.应急局 3.气象局 4.财政局 5.审计局 6.住建局
md2docx-cn, 1 2 and 1 2 1.水利局 2.应急局 3.财政局 4.审计局
node-html-markdown 1.水利局 2.应急局 1.气象局 1.财政局 2.审计局 1.住建局
turndown 1.水利局 2.应急局 3.气象局 1.财政局 2.审计局 1.住建局
R
