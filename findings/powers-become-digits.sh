#!/usr/bin/env bash
# One would guess: 10<sup>4</sup> of a web page becomes 10⁴, 10^4, or stays as HTML; at the least the two numbers are
#   kept apart.
# What happens: the raised digits go on with the ones before them: a reservoir of 10⁴ cubic metres or more is one of
#   104, 5×10³ is 5×103, and 30 days with the number of note 1 are 301 days.
# Version: markdownify 1.2.3, html2text 2025.4.15 (PyPI); turndown 7.2.5, node-html-markdown 2.0.0, html-to-text 10.0.1
#   (npm).
# Why it matters: limits for reservoirs, water and food are written with powers, and 104立方米以上 is a well-formed limit.
#   gazette-lint reads raised digits as such (10⁴), from web pages and from Word.
# Source: HTML 4.5.19 names sup as what changes the meaning if it is left out. markdownify has an option for it,
#   sup_symbol, which is empty unless set; bold and italic, which change nothing, are kept by the same packages.
source "$(dirname "$0")/record.bash"

python_packages markdownify==1.2.3 html2text==2025.4.15
node_packages turndown@7.2.5 node-html-markdown@2.0.0 html-to-text@10.0.1
printf '%s' '<html lang="zh"><body><p>库容10<sup>4</sup>立方米以上的水库，菌落总数不超过5×10<sup>3</sup>的水厂，应当自收到通知之日起30<sup>1</sup>日内报告。</p></body></html>' > page.html
cat > powers.py <<'P'
import html2text, markdownify
page = open("page.html", encoding="utf-8").read()
print("markdownify", markdownify.markdownify(page).strip())
print("html2text", html2text.html2text(page, bodywidth=0).strip())
P
cat > powers.js <<'J'
const page = require('fs').readFileSync('page.html', 'utf8');
const Turndown = require('turndown');
console.log('turndown', new Turndown().turndown(page));
console.log('node-html-markdown', require('node-html-markdown').NodeHtmlMarkdown.translate(page));
console.log('html-to-text', require('html-to-text').convert(page, { wordwrap: false }));
J
powers() { python powers.py; node powers.js; }

as_recorded powers <<'R'
markdownify 库容104立方米以上的水库，菌落总数不超过5×103的水厂，应当自收到通知之日起301日内报告。
html2text 库容104立方米以上的水库，菌落总数不超过5×103的水厂，应当自收到通知之日起301日内报告。
turndown 库容104立方米以上的水库，菌落总数不超过5×103的水厂，应当自收到通知之日起301日内报告。
node-html-markdown 库容104立方米以上的水库，菌落总数不超过5×103的水厂，应当自收到通知之日起301日内报告。
html-to-text 库容104立方米以上的水库，菌落总数不超过5×103的水厂，应当自收到通知之日起301日内报告。
R
