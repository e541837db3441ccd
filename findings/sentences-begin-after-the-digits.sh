#!/usr/bin/env bash
# One would guess: a pattern for Chinese sentences finds the sentence 死亡3人以上10人以下。 whole.
# What happens: zhon's sentence pattern knows Han characters and marks only; it begins after the last digit, Latin letter
#   or bracket 〔〕 and gives 人以下。 Of 东政发〔2021〕5号文件已经第3次会议通过。 it gives 次会议通过。 With numerals in Han
#   characters the sentence is whole, so that a first test looks well. pysbd gives all of them whole.
# Version: zhon 2.1.1 (zhon.hanzi.sentence), pysbd 0.3.4.
# Why it matters: the part that is lost is the one with the figures: nothing in the rest contradicts anything, and the
#   places of what is found are not those of sentences.
# Source: zhon's documentation offers the pattern for finding sentences; it describes them by characters and marks, and
#   says nothing of digits.
source "$(dirname "$0")/record.bash"

python_packages zhon==2.1.1 pysbd==0.3.4
cat > sentences.py <<'P'
import re, pysbd
from zhon.hanzi import sentence
segmenter = pysbd.Segmenter(language="zh", clean=False)
for words in ("死亡三人以上十人以下。", "死亡3人以上10人以下。", "东政发〔2021〕5号文件已经第3次会议通过。", "执行GB/T 9704的规定。"):
    print(words, "zhon", *re.findall(sentence, words), "pysbd", *segmenter.segment(words))
P

as_recorded python sentences.py <<'R'
死亡三人以上十人以下。 zhon 死亡三人以上十人以下。 pysbd 死亡三人以上十人以下。
死亡3人以上10人以下。 zhon 人以下。 pysbd 死亡3人以上10人以下。
东政发〔2021〕5号文件已经第3次会议通过。 zhon 次会议通过。 pysbd 东政发〔2021〕5号文件已经第3次会议通过。
执行GB/T 9704的规定。 zhon 的规定。 pysbd 执行GB/T 9704的规定。
R
