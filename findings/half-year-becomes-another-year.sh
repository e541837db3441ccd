#!/usr/bin/env bash
# One would guess: 上半年 (the first half of the year) and 下半年 (the second) are half a year, or are not read.
# What happens: 上半年 is the whole of last year and 下半年 the whole of next year, also with 今年 (this year) or 明年
#   (next year) before it: 明年上半年, said in November 2021, is the year 2020. 2021年上半年 and 2021年底前 are the
#   whole of 2021, with the words that narrow it inside the match or left out. 第一季度 is right.
# Version: @microsoft/recognizers-text-suite 1.3.1 (npm), culture zh-cn; the day of reference is 25 November 2021.
# Why it matters: plans give their terms in half years (2022年上半年完成). A term moved by a year back is in the past, one
#   moved forward is late; both look computed. The text that is marked is the whole word, so nothing seems left over.
# Source: 上年 and 下年 are last and next year; between the two signs stands 半, which the reader passes over.
source "$(dirname "$0")/record.bash"

node_packages @microsoft/recognizers-text-suite@1.3.1
cat > half.js <<'J'
const { recognizeDateTime, Culture } = require('@microsoft/recognizers-text-suite');
const day = new Date(2021, 10, 25);
for (const words of ['第一季度', '上半年', '下半年', '今年上半年', '今年下半年', '明年上半年', '2021年上半年', '2021年下半年', '2021年底前'])
  for (const { text, resolution } of recognizeDateTime(words, Culture.Chinese, undefined, day))
    console.log(words, '→', text, ...resolution.values.map(({ start, end }) => `${start} to ${end}`));
J

as_recorded node half.js <<'R'
第一季度 → 第一季度 2021-01-01 to 2021-04-01
上半年 → 上半年 2020-01-01 to 2021-01-01
下半年 → 下半年 2022-01-01 to 2023-01-01
今年上半年 → 今年上半年 2020-01-01 to 2021-01-01
今年下半年 → 今年下半年 2022-01-01 to 2023-01-01
明年上半年 → 明年上半年 2020-01-01 to 2021-01-01
2021年上半年 → 2021年上半年 2021-01-01 to 2022-01-01
2021年下半年 → 2021年下半年 2021-01-01 to 2022-01-01
2021年底前 → 2021年 2021-01-01 to 2022-01-01
R
