#!/usr/bin/env bash
# One would guess: a converter of Chinese numerals that goes both ways reads back what it has written, and that numbers
#   below 亿 (10^8) are safe.
# What happens: where the part before 万 has two units and ends with the second, 万 multiplies the two apart: its own
#   一百二十万 (1 200 000) is read as 10 200 000, 三千二百万 (32 000 000) as 3 002 000 000. 八十万, 一百零五万 and 一百二十三万
#   are right. So is 100 050 000, but 十万亿 is 10^21 and the year 二〇二一 is 1. No error is raised.
# Version: pycnnum 2.1.1 (PyPI), cn2num and num2cn.
# Why it matters: grants and losses are round sums in 万, so the numerals most written are the ones that fail, and a test
#   with 一百二十三万 does not show it. gazette-lint proves its numerals by enumeration.
# Source: num2cn of the same package writes the numerals that cn2num reads wrongly (shown below); 972 of the 9999 multiples
#   of ten thousand below 10^8 do not come back.
source "$(dirname "$0")/record.bash"

python_packages pycnnum==2.1.1
cat > back.py <<'P'
from pycnnum import cn2num, num2cn
for number in (800000, 1050000, 1200000, 1230000, 10800000, 32000000, 100050000):
    words = num2cn(number)
    print(number, words, cn2num(words), "as written" if cn2num(words) == number else "differs")
print(sum(cn2num(num2cn(number)) != number for number in range(10**4, 10**8, 10**4)), "of 9999")
for words in ("十万亿", "二〇二一"): print(words, cn2num(words))
P

as_recorded python back.py <<'R'
800000 八十万 800000 as written
1050000 一百零五万 1050000 as written
1200000 一百二十万 10200000 differs
1230000 一百二十三万 1230000 as written
10800000 一千零八十万 100800000 differs
32000000 三千二百万 3002000000 differs
100050000 一亿零五万 100050000 as written
972 of 9999
十万亿 1000000000000000000000
二〇二一 1
R
