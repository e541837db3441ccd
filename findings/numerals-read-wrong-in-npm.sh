#!/usr/bin/env bash
# One would guess: a package that turns Chinese numerals into digits gives the number or an error.
# What happens: nzh adds the digits of a year as if 二〇二一 were 200 + 21 (221), reads 两百 as 0 and 百分之三十 as 130;
#   一百二 becomes 102 and 一万五 10005. chinese-numbers-converter reads 一亿零五万 as 1 000 000 050 000, ten
#   thousand times too much, though 一亿 and 五万 alone are right. Neither raises an error.
# Version: nzh 1.0.14 (decodeS), chinese-numbers-converter 2.3.1 (toInteger), npm.
# Why it matters: such helpers fill the numbers of forms and of lint rules made at home; a year of 221 or an amount
#   of a billion too much passes every check of type.
# Source: the README of nzh promises the way back from Chinese to digits; that of the other names 亿 as its largest
#   unit and shows years.
source "$(dirname "$0")/record.bash"

node_packages nzh@1.0.14 chinese-numbers-converter@2.3.1
cat > numerals.js <<'J'
const { decodeS } = require('nzh/cn');
const ChineseNumber = require('chinese-numbers-converter');
for (const words of ['一百二十', '一百零八', '二〇二一', '两百', '百分之三十', '一百二', '一万五', '一亿', '五万', '一亿零五万'])
  console.log(words, decodeS(words), new ChineseNumber(words).toInteger());
J

as_recorded node numerals.js <<'R'
一百二十 120 120
一百零八 108 108
二〇二一 221 2021
两百 0 200
百分之三十 130 130
一百二 102 120
一万五 10005 15000
一亿 100000000 100000000
五万 50000 50000
一亿零五万 100050000 1000000050000
R
