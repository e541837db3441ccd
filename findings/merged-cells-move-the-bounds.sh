#!/usr/bin/env bash
# One would guess: a table with a cell that goes over two rows becomes a table of Markdown in which the second row has
#   that cell empty or repeated, since Markdown has no merged cells; or it is left as HTML.
# What happens: the second row begins one column further left. In a table of fines whose lower bound is one cell for two
#   grades, 5万元, the upper bound of the second grade, stands under 下限 and 上限 is empty, without any sign. With a grade
#   that goes over two rows the places become grades. html-to-text keeps the columns.
# Version: markdownify 1.2.3, html2text 2025.4.15 (PyPI); turndown 7.2.5 with turndown-plugin-gfm 1.0.2,
#   node-html-markdown 2.0.0; html-to-text 10.0.1 (npm).
# Why it matters: grades and fines are set in such tables, and 5万元 as the least fine is a well-formed statement.
#   gazette-lint reads merged cells of web pages, Word and Excel with their columns.
# Source: HTML 4.9.12 defines which columns the cells of a row stand in; colspan is counted by two of these packages.
source "$(dirname "$0")/record.bash"

python_packages markdownify==1.2.3 html2text==2025.4.15
node_packages turndown@7.2.5 turndown-plugin-gfm@1.0.2 node-html-markdown@2.0.0 html-to-text@10.0.1
cat > fines.html <<'H'
<table><tr><th>程度</th><th>下限</th><th>上限</th></tr><tr><td>较轻</td><td rowspan="2">1万元</td><td>3万元</td></tr><tr><td>较重</td><td>5万元</td></tr></table>
H
cat > table.py <<'P'
import re, html2text, markdownify
for package, convert in ((markdownify, markdownify.markdownify), (html2text, html2text.html2text)):
    print(package.__name__, *(re.sub(" *[|] *", "|", line).strip() for line in convert(open("fines.html", encoding="utf-8").read()).split("\n")
        if "元" in line))
P
cat > table.js <<'J'
const page = require('fs').readFileSync('fines.html', 'utf8');
const Turndown = require('turndown');
const turndown = new Turndown();
turndown.use(require('turndown-plugin-gfm').gfm);
const show = (name, text) => console.log(name, ...text.split('\n').filter((line) => line.includes('元')).map((line) => line.replace(/ *[|] */g, '|').trim()));
show('turndown', turndown.turndown(page));
show('node-html-markdown', require('node-html-markdown').NodeHtmlMarkdown.translate(page));
show('html-to-text', require('html-to-text').convert(page, { selectors: [{ selector: 'table', format: 'dataTable' }] }));
J
tables() { python table.py; node table.js; }

as_recorded tables <<'R'
markdownify |较轻|1万元|3万元| |较重|5万元|
html2text 较轻|1万元|3万元 较重|5万元
turndown |较轻|1万元|3万元| |较重|5万元|
node-html-markdown |较轻|1万元|3万元| |较重|5万元||
html-to-text 较轻   1万元   3万元 较重         5万元
R
