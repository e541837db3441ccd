#!/usr/bin/env bash
# One would guess: a step that removes "abnormal characters" and is said to keep Han characters, the usual marks and the
#   signs of units and of calculation keeps ≥, ≤, ², ㎡ and Han characters.
# What happens: each of these is replaced by a space: 雨量≥250毫米，气温≤-10℃ becomes 雨量 250毫米，气温 -10℃, 100m² becomes
#   100m and 10㎡ just 10. So is the circle of 二○二一年 and every Han character outside the range of 1993: 㙍 and 䶮 in
#   names of places and persons. ±, ℃, ‰, × and 〇 are kept.
# Version: jionlp 1.5.31 (PyPI), remove_exception_char; clean_text does it by default.
# Why it matters: texts are cleaned before they are searched or checked. After it a threshold has no direction, an area
#   is a length, and a township has lost half its name, with a space where nobody looks for one.
# Source: the README lists what is kept; 规范字 of the list of 2013 (通用规范汉字表) include characters from the extensions.
source "$(dirname "$0")/record.bash"

python_packages jionlp==1.5.31
cat > clean.py <<'P'
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()): import jionlp
for words in ("雨量≥250毫米，气温≤-10℃，误差±5‰", "100m²以上、10㎡以下", "3×4÷2", "二〇二一年", "二○二一年", "㙍头镇", "龚䶮同志"):
    print(words, "→", jionlp.remove_exception_char(words))
print(jionlp.clean_text("雨量≥250毫米"))
P

as_recorded python clean.py <<'R'
雨量≥250毫米，气温≤-10℃，误差±5‰ → 雨量 250毫米，气温 -10℃，误差±5‰
100m²以上、10㎡以下 → 100m 以上、10 以下
3×4÷2 → 3×4÷2
二〇二一年 → 二〇二一年
二○二一年 → 二 二一年
㙍头镇 →  头镇
龚䶮同志 → 龚 同志
雨量 250毫米
R
