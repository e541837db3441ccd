#!/usr/bin/env bash
# One would guess: a converter that writes 100 050 000 as words writes 一亿零五万, or refuses.
# What happens: after 亿 with nothing but zeros before the tens of thousands, a single digit of 万 is lost: 100 050 000 is
#   一億, one hundred million, and 50 000 are gone; so are they with the capital numerals that the readme gives for
#   cheques. 100 050 001 is 一億零一. Of the 99 999 sums of whole 万 below ten 亿 these 81 are wrong, by 10 000 to 90 000
#   each.
# Version: number-to-chinese-words 1.0.20 (npm), toWords.
# Why it matters: budgets above one hundred million are written like this, and a cheque whose words and digits differ is
#   void (Law on Negotiable Instruments, article 8). gazette-lint compares the amount in words with the digits.
# Source: the readme says that large numbers are converted and shows one of sixteen digits, with 零 for the gaps.
source "$(dirname "$0")/record.bash"

node_packages number-to-chinese-words@1.0.20
cat > words.js <<'J'
const { toWords, default: settings } = require('number-to-chinese-words');
const DIGITS = '零一二三四五六七八九';
const read = (words) => {
  let [sum, part, digit] = [0, 0, 0];
  for (const one of words) {
    if (one === '億') [sum, part, digit] = [(sum + part + digit) * 1e8, 0, 0];
    else if (one === '萬') [sum, part, digit] = [sum + (part + digit) * 1e4, 0, 0];
    else if ('十百千'.includes(one)) [part, digit] = [part + (digit || 1) * 10 ** ('十百千'.indexOf(one) + 1), 0];
    else digit = DIGITS.indexOf(one);
  }
  return sum + part + digit;
};
let wrong = 0;
for (let number = 1e4; number < 1e9; number += 1e4) wrong += read(toWords(number)) !== number;
for (const number of [50000, 100050000, 100050001, 100150000, 900090000]) console.log(number, toWords(number), read(toWords(number)));
console.log(wrong, 'of 99999');
settings.labels = { ...settings.labels,
  digits: ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
  units: ['', '拾', '佰', '仟', '萬', '拾', '佰', '仟', '億', '拾', '佰', '仟', '兆', '拾', '佰', '仟', '京', '拾', '佰', '仟', '垓'] };
for (const number of [150000, 100050000]) console.log(number, toWords(number));
J

as_recorded node words.js <<'R'
50000 五萬 50000
100050000 一億 100000000
100050001 一億零一 100000001
100150000 一億零一十五萬 100150000
900090000 九億 900000000
81 of 99999
150000 拾伍萬
100050000 壹億
R
