#!/usr/bin/env bash
# One would guess: 三五个 (three to five), 二三十人 (twenty to thirty people) and 万一 (in case) are left alone by what
#   turns the numerals of a text into digits, since they name no number.
# What happens: 三五天 becomes 35天 in both packages; chinese2digits also makes 5600人 of 五六百人, 230人 of 二三十人
#   and 0.0001 of 万一.
# Version: cn2an 0.5.24 (transform), chinese2digits 6.0.2 (takeNumberFromString).
# Why it matters: a text prepared this way for comparison says 35 days where the rule says a few. Two digits side by
#   side without a power of ten are a number only in a year or in an ordinal.
# Source: cn2an documents transform for whole sentences, and leaves 五六百人 and 二三十人 as they are.
source "$(dirname "$0")/record.bash"

python_packages cn2an==0.5.24 chinese2digits==6.0.2
cat > about.py <<'P'
from chinese2digits import takeNumberFromString
from cn2an import transform
for words in ("三五个单位", "三五天", "五六百人", "二三十人", "万一发生", "三十五个"):
    print(words, transform(words, "cn2an"), takeNumberFromString(words)["replacedText"])
P

as_recorded python about.py <<'R'
三五个单位 35个单位 35个单位
三五天 35天 35天
五六百人 五六百人 5600人
二三十人 二三十人 230人
万一发生 万一发生 0.0001发生
三十五个 35个 35个
R
