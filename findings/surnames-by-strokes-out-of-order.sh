#!/usr/bin/env bash
# One would guess: the collation “stroke” for Chinese sorts surnames as lists of members do that say 按姓氏笔画为序.
# What happens: surnames with 阝 come one stroke too late (邓, of four strokes, behind those of five; 陈 and 陆, of seven, behind
#   those of eight), as if the simplified character were counted in its Taiwan form; and surnames of equal strokes follow their
#   radicals (尹 孔 方 毛 王), not their first stroke, 横竖撇点折 (王 毛 方 尹 孔). The collation reports itself as “stroke”.
# Version: Node.js 22.12.0 with ICU 76.1 (npm package node); the strings are right, Intl.Collator("zh-u-co-stroke").
# Why it matters: a list of candidates or members sorted this way is no list “by strokes of the surname”, and one in the right
#   order looks wrong to a check that asks the collation. Sort by the table of 通用规范汉字表 instead.
# Source: 通用规范汉字表 (2013): 邓 is of four strokes, 阮 of six, 陈 of seven, 郑 of eight; GB 13000.1 字符集汉字字序（笔画序）规范
#   GF 3003-1999: equal strokes by the first stroke, 横竖撇点折.
source "$(dirname "$0")/record.bash"

node_packages node@22.12.0
cat > sorted.js <<'J'
const strokes = { 王: 4, 毛: 4, 方: 4, 尹: 4, 孔: 4, 邓: 4, 田: 5, 白: 5, 冯: 5, 刘: 6, 阮: 6, 李: 7, 张: 7, 陆: 7, 陈: 7, 周: 8, 郑: 8, 胡: 9 };
const order = new Intl.Collator('zh-u-co-stroke');
console.log('ICU', process.versions.icu, order.resolvedOptions().collation);
console.log(Object.keys(strokes).sort(order.compare).map((one) => one + strokes[one]).join(' '));
J

as_recorded node_modules/.bin/node sorted.js <<'R'
ICU 76.1 stroke
尹4 孔4 方4 毛4 王4 冯5 田5 白5 邓4 刘6 张7 李7 阮6 周8 陆7 陈7 胡9 郑8
R
