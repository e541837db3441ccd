#!/usr/bin/env bash
# One would guess: the main text taken out of the page of a notice holds its list of annexes, the more so when links are
#   asked for.
# What happens: on a page of some length (here eight paragraphs; in the short ones they stay) an annex that is a link in
#   a paragraph or an item of its own, as most sites publish them, is dropped with its name, also with include_links and
#   favor_recall: 附件： stands alone or not at all, or is left with the first annex only. Where the number stands before
#   the link, 2. and then the link, the annex stays.
# Version: trafilatura 2.3.1 (PyPI), extract.
# Why it matters: a notice that had two annexes has one or none in the text that is checked or filed, and 见附件2 refers to
#   nothing. gazette-lint reads web pages itself, with their annexes.
# Source: the documentation says of include_links that links are kept along with their targets, and of favor_recall that
#   more text is kept in cases of doubt.
source "$(dirname "$0")/record.bash"

python_packages trafilatura==2.3.1 lxml_html_clean==0.4.6
cat > page.py <<'P'
from trafilatura import extract
WORDS = "各县（市、区）人民政府要加强对防汛工作的领导，落实防汛责任制，完善防汛应急预案，保障防汛经费，确保安全度汛，不得推诿。"
FORMS = ('<p>附件：</p><ul><li><a href="1.docx">责任单位名单</a></li><li><a href="2.docx">物资储备表</a></li></ul>',
    '<p>附件：<a href="1.docx">1.责任单位名单</a></p><p><a href="2.docx">2.物资储备表</a></p>',
    '<p>附件：<br><a href="1.docx">1.责任单位名单</a><br><a href="2.docx">2.物资储备表</a></p>',
    '<p>附件：1.<a href="1.docx">责任单位名单</a></p><p>2.<a href="2.docx">物资储备表</a></p>',
    '<p>附件：1.责任单位名单</p><p>2.物资储备表</p>')
for form in FORMS:
    page = (f'<html lang="zh"><head><title>通知</title></head><body><div class="content"><h1>通知</h1>{f"<p>{WORDS}</p>" * 8}{form}'
        "<p>东江市人民政府</p><p>2021年11月25日</p></div></body></html>")
    shown = [extract(page, **wish).replace(WORDS, "").split("通知", 1)[1].split("东江市")[0].split()
        for wish in ({}, {"include_links": True, "favor_recall": True})]
    print(form, *(" ".join(words) or "(nothing)" for words in shown), sep="\n  → ")
P

as_recorded python page.py <<'R'
<p>附件：</p><ul><li><a href="1.docx">责任单位名单</a></li><li><a href="2.docx">物资储备表</a></li></ul>
  → 附件：
  → 附件：
<p>附件：<a href="1.docx">1.责任单位名单</a></p><p><a href="2.docx">2.物资储备表</a></p>
  → 附件：1.责任单位名单
  → 附件：[1.责任单位名单](1.docx)
<p>附件：<br><a href="1.docx">1.责任单位名单</a><br><a href="2.docx">2.物资储备表</a></p>
  → (nothing)
  → (nothing)
<p>附件：1.<a href="1.docx">责任单位名单</a></p><p>2.<a href="2.docx">物资储备表</a></p>
  → 附件：1.责任单位名单 2.物资储备表
  → 附件：1.[责任单位名单](1.docx) 2.[物资储备表](2.docx)
<p>附件：1.责任单位名单</p><p>2.物资储备表</p>
  → 附件：1.责任单位名单 2.物资储备表
  → 附件：1.责任单位名单 2.物资储备表
R
