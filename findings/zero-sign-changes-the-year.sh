#!/usr/bin/env bash
# One would guess: a date of a signature written 二○二一年 with the circle U+25CB, as most offices typed it for years,
#   is read as with the zero U+3007, or not at all; and 第一百〇五条 is read as 105 like 第一百零五条.
# What happens: with the circle the rest, 二一年, is read as the year 1921. In a number with powers of ten the
#   zero U+3007 ends the number: 第一百〇五条 is article 100, one hundred articles from the one that is meant.
# Version: @microsoft/recognizers-text-suite 1.3.1 (npm), culture zh-cn.
# Why it matters: drafts hold all three signs. A wrong year or article is worse than none: it looks read.
#   gazette-lint takes 〇, ○ and 零 as one digit.
# Source: the neighbours 二〇二一年 and 第一百零五条 are read rightly (shown below), so the reader trusts the rest.
source "$(dirname "$0")/record.bash"

node_packages @microsoft/recognizers-text-suite@1.3.1
cat > zero.js <<'J'
const { recognizeDateTime, recognizeOrdinal, Culture } = require('@microsoft/recognizers-text-suite');
const day = new Date(2021, 10, 25);
for (const words of ['二〇二一年十月一日', '二○二一年十月一日'])
  for (const { text, resolution } of recognizeDateTime(words, Culture.Chinese, undefined, day))
    console.log(words, '→', text, resolution.values[0].value);
for (const words of ['第一百零五条', '第一百〇五条'])
  for (const { text, resolution } of recognizeOrdinal(words, Culture.Chinese))
    console.log(words, '→', text, resolution.value);
J

as_recorded node zero.js <<'R'
二〇二一年十月一日 → 二〇二一年十月一日 2021-10-01
二○二一年十月一日 → 二一年十月一日 1921-10-01
第一百零五条 → 第一百零五 105
第一百〇五条 → 第一百〇 100
R
