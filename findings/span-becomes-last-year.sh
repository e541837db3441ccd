#!/usr/bin/env bash
# One would guess: "三个月以上一年以下" (three months to one year) gives two lengths of time.
# What happens: the 上 of 以上 is joined with the words after it: the second half is read as 上一年, last year, or
#   上三个月, the last three months: dates counted back from the day of the run. "三年以上" alone is read as a length.
# Version: @microsoft/recognizers-text-suite 1.3.1 (npm), culture zh-cn.
# Why it matters: spans of this form stand in every law with a scale of terms (拘役, 停业, 有效期). Whoever takes
#   dates out of a document with this library finds a year that the document does not name.
# Source: the list of what the library recognises in Chinese names durations and date ranges as separate types.
source "$(dirname "$0")/record.bash"

node_packages @microsoft/recognizers-text-suite@1.3.1
cat > span.js <<'J'
const { recognizeDateTime, Culture } = require('@microsoft/recognizers-text-suite');
for (const words of ['三个月以上一年以下', '六个月以上一年以下', '三年以上', '一个月以上三个月以下']) {
  const found = recognizeDateTime(words, Culture.Chinese, undefined, new Date(2021, 10, 25));
  const shown = found.map(({ text, resolution: { values: [value] } }) => `${text}=${value.timex}`);
  console.log(words, '→', shown.join(' '));
}
J

as_recorded node span.js <<'R'
三个月以上一年以下 → 三个月=P3M 上一年=2020
六个月以上一年以下 → 六个月=P6M 上一年=2020
三年以上 → 三年=P3Y
一个月以上三个月以下 → 一个月=P1M 上三个月=(2021-08-25,2021-11-25,P3M)
R
