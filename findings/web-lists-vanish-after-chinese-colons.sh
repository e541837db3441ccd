#!/usr/bin/env bash
# One would guess: a list that a sentence with a colon introduces, 附件：, 责任单位：, stays in the article, whichever colon it
#   is.
# What happens: a short list near the beginning or the end of the article is taken for the metadata of a blog and
#   removed, unless the words before it end with a colon or its items with a full stop: but only the Latin : and . are
#   known. After 责任单位： the list is gone, after 责任单位: it stays; items that end with 。 go, items that end with . stay.
# Version: defuddle 0.19.4 (npm), as used from Node with jsdom 27.4.0.
# Why it matters: lists of annexes, of offices and of members are the short lists of official documents, and they stand
#   at the end; what is left is a sentence that introduces nothing. gazette-lint reads web pages itself, with their
#   lists.
# Source: the package says that it keeps the main content of a page; the same page with Latin colons keeps the lists.
source "$(dirname "$0")/record.bash"

node_packages defuddle@0.19.4 jsdom@27.4.0
cat > page.mjs <<'J'
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
const words = '各县（市、区）人民政府要加强对防汛工作的领导，落实防汛责任制，完善防汛应急预案，保障防汛经费，确保安全度汛，不得推诿。';
const show = async (before, ...items) => {
  const list = `<p>${before}</p><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;
  const page = `<html lang="zh"><head><title>通知</title></head><body><div><h1>通知</h1>${`<p>${words}</p>`.repeat(6)}${list}<p>东江市人民政府</p></div></body></html>`;
  const { content } = await Defuddle(new JSDOM(page).window.document, 'https://example.org/1', { markdown: true });
  console.log(before, items.join(' '), '→', content.replaceAll(words, '').replace(/\s+/g, ' ').trim());
};
await show('附件：', '责任单位名单', '物资储备表');
await show('附件:', '责任单位名单', '物资储备表');
await show('责任单位：', '市水利局', '市应急局', '市气象局');
await show('责任单位:', '市水利局', '市应急局', '市气象局');
await show('会议议定', '停工。', '停课。');
await show('会议议定', '停工.', '停课.');
J

as_recorded node page.mjs <<'R'
附件： 责任单位名单 物资储备表 → 附件： 东江市人民政府
附件: 责任单位名单 物资储备表 → 附件: 1. 责任单位名单 2. 物资储备表 东江市人民政府
责任单位： 市水利局 市应急局 市气象局 → 责任单位： 东江市人民政府
责任单位: 市水利局 市应急局 市气象局 → 责任单位: 1. 市水利局 2. 市应急局 3. 市气象局 东江市人民政府
会议议定 停工。 停课。 → 会议议定 东江市人民政府
会议议定 停工. 停课. → 会议议定 1. 停工. 2. 停课. 东江市人民政府
R
