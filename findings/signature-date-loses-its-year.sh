#!/usr/bin/env bash
# One would guess: a reader of dates for Chinese pages reads 二〇二一年十一月二十五日, the form of all signatures until
#   2012, or gives nothing; it does not give a date of this year.
# What happens: gggdtparser knows 零 but not 〇: the year is dropped and that of the day of the run taken. Of a day with
#   more than two signs it keeps the first two: 二十五日 is the 21st, also with 零. A day that does not exist gives another
#   with a time: 2021年2月29日 is 2 February, 9 o'clock. chrono's zh.hant reads the year 21 and the 20th; its zh.hans is right.
# Version: gggdtparser 0.1.6 (PyPI), chrono-node 2.10.3 (npm).
# Why it matters: collections of notices are sorted by such dates. An old notice comes out as new, and "in force since"
#   is counted from a day that stands nowhere. gazette-lint reads 〇, ○ and 零 alike and reports 2月29日 (DT).
# Source: the README of gggdtparser promises right results for all forms; 一九九八年十二月五日 is right (shown below).
source "$(dirname "$0")/record.bash"

python_packages gggdtparser==0.1.6
node_packages chrono-node@2.10.3
dates=(一九九八年十二月五日 二〇二一年二月三日 二〇二一年十一月二十五日 二零二一年十一月二十五日 2021年2月29日)
cat > read.py <<'P'
import datetime, sys, gggdtparser
for words in sys.argv[1:]:
    day = gggdtparser.parse(words)
    year = "this year" if day.year == datetime.date.today().year else day.year
    print(words, "gggdtparser", year, f"{day:%m-%d %H:%M}")
P
cat > read.mjs <<'J'
import * as chrono from 'chrono-node';
for (const words of process.argv.slice(2, -1))
  for (const name of ['hans', 'hant'])
    for (const { text, start } of chrono.zh[name].parse(words))
      console.log(words, `zh.${name}`, text, ...['year', 'month', 'day'].map((part) => start.get(part)));
J
both() { python read.py "${dates[@]}" && node read.mjs "${dates[@]}"; }

as_recorded both <<'R'
一九九八年十二月五日 gggdtparser 1998 12-05 00:00
二〇二一年二月三日 gggdtparser this year 02-03 00:00
二〇二一年十一月二十五日 gggdtparser this year 11-21 00:00
二零二一年十一月二十五日 gggdtparser 2021 11-21 00:00
2021年2月29日 gggdtparser 2021 02-02 09:00
一九九八年十二月五日 zh.hans 一九九八年十二月五日 1998 12 5
一九九八年十二月五日 zh.hant 一九九八年十二月五日 1998 12 5
二〇二一年二月三日 zh.hans 二〇二一年二月三日 2021 2 3
二〇二一年二月三日 zh.hant 二一年二月三日 21 2 3
二〇二一年十一月二十五日 zh.hans 二〇二一年十一月二十五日 2021 11 25
二〇二一年十一月二十五日 zh.hant 二一年十一月二十 21 11 20
二零二一年十一月二十五日 zh.hans 二零二一年十一月二十五日 2021 11 25
二零二一年十一月二十五日 zh.hant 二零二一年十一月二十 2021 11 20
R
