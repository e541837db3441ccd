#!/usr/bin/env bash
# One would guess: a reader of Chinese quantities that tells 毫米 from 厘米 and 微米 gives millimetres for 100毫米.
# What happens: 100毫米 and 100mm are 100 "Micrometer", a thousandth; 微米 has a name of its own, "Microns". 10海里
#   (nautical miles) is 10 "Knot", a speed. Of 5平方千米 only 千米 is read, a length without a number. 零下10摄氏度 is
#   +10 degrees, though 零 is read as a number of its own and -10摄氏度 rightly.
# Version: @microsoft/recognizers-text-suite 1.3.1 (npm), culture zh-cn.
# Why it matters: rain, snow and ice in flood and frost plans stand in 毫米 and 零下; a threshold read a thousand times
#   too low, or a frost read as warmth, has the right number beside it and passes a glance.
# Source: the same package gives "Millimeter" for 100mm in English (shown below).
source "$(dirname "$0")/record.bash"

node_packages @microsoft/recognizers-text-suite@1.3.1
cat > units.js <<'J'
const { recognizeDimension, recognizeTemperature, Culture } = require('@microsoft/recognizers-text-suite');
const say = (words, found) => console.log(words, '→', found.map(({ text, resolution: r }) => `${text}: ${r.value} ${r.unit}`).join('; '));
say('100mm (en)', recognizeDimension('100mm', Culture.English));
for (const words of ['100毫米', '100mm', '10厘米', '10微米', '10海里', '10公里', '5平方公里', '5平方千米'])
  say(words, recognizeDimension(words, Culture.Chinese));
for (const words of ['10摄氏度', '-10摄氏度', '零下10摄氏度']) say(words, recognizeTemperature(words, Culture.Chinese));
J

as_recorded node units.js <<'R'
100mm (en) → 100mm: 100 Millimeter
100毫米 → 100毫米: 100 Micrometer
100mm → 100mm: 100 Micrometer
10厘米 → 10厘米: 10 Centimeter
10微米 → 10微米: 10 Microns
10海里 → 10海里: 10 Knot
10公里 → 10公里: 10 Kilometer
5平方公里 → 5平方公里: 5 Square kilometer
5平方千米 → 千米: null Kilometer
10摄氏度 → 10摄氏度: 10 C
-10摄氏度 → -10摄氏度: -10 C
零下10摄氏度 → 10摄氏度: 10 C
R
