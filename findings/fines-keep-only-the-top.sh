#!/usr/bin/env bash
# One would guess: an extractor of Chinese amounts that knows 以上 and 以下 finds both ends of the commonest penalty,
#   处5000元以上1万元以下罚款, or the two amounts without their bounds.
# What happens: it finds one piece, 元以上1万元以下, from the unit of the first amount on, and takes it for "at most
#   10000". The lower end is gone with its digits, alone and in a longer sentence. With 至 between the ends, and where the
#   ends are 5000万元 and 1亿元, both are found. parse_money, which reads one amount, refuses the same words.
# Version: jionlp 1.5.31, ner.extract_money (PyPI).
# Why it matters: a table of penalties made with it has no lower ends and looks complete; two steps that overlap or leave
#   a gap look right. gazette-lint reads both ends with their inclusion.
# Source: the neighbours 1000元以下 and 5000万元以上1亿元以下 (shown below) are found whole, so the words are known.
source "$(dirname "$0")/record.bash"

python_packages jionlp==1.5.31
cat > fines.py <<'P'
import contextlib, io, sys
with contextlib.redirect_stdout(io.StringIO()): import jionlp
for words in ("处1000元以下罚款", "处5000元以上1万元以下罚款", "处五千元以上一万元以下罚款",
        "处1000元以上5000元以下罚款；情节严重的，处1万元以上5万元以下罚款。", "罚款3万元至5万元", "损失5000万元以上1亿元以下"):
    found = jionlp.ner.extract_money(words, with_parsing=True)
    print(words, "→", *(f"{one['text']}={one['detail']['num']}{one['detail']['definition']}" for one in found))
try: jionlp.parse_money("5000元以上1万元以下")
except ValueError: print("parse_money refuses")
P

as_recorded python fines.py <<'R'
处1000元以下罚款 → 1000元以下=1000.00blur-
处5000元以上1万元以下罚款 → 元以上1万元以下=10000.00blur-
处五千元以上一万元以下罚款 → 元以上一万元以下=10000.00blur-
处1000元以上5000元以下罚款；情节严重的，处1万元以上5万元以下罚款。 → 元以上5000元以下=5000.00blur- 元以上5万元以下=50000.00blur-
罚款3万元至5万元 → 3万元=30000.00accurate 5万元=50000.00accurate
损失5000万元以上1亿元以下 → 5000万元以上=50000000.00blur+ 1亿元以下=100000000.00blur-
parse_money refuses
R
