#!/usr/bin/env bash
# One would guess: a reader of Chinese amounts that knows bounds gives 不低于 (not below) and 不超过 (not above)
#   opposite directions, as it does 低于 and 高于.
# What happens: 不低于, 不少于 and 不小于 are read as upper bounds ("blur-", at most), as 不超过 is. No error,
#   no warning. 不高于 and 不大于 are right; without 不 all are right.
# Version: jionlp 1.5.31 (parse_money).
# Why it matters: "罚款不低于5000元" becomes "at most 5000". Who prepares or checks scales of penalties with it turns
#   them round; its reading must not be taken as a second opinion on a bound.
# Source: the docstrings of the package describe "blur+" as more than and "blur-" as less than the amount.
source "$(dirname "$0")/record.bash"

python_packages jionlp==1.5.31
cat > bounds.py <<'P'
from jionlp import parse_money
for word in "不低于 不少于 不小于 不高于 不超过 不大于 低于 高于 以上 以下".split():
    words = "5000元" + word if word in ("以上", "以下") else word + "5000元"
    print(words, parse_money(words)["definition"])
P
bounds() { python bounds.py | grep -v '^#'; }

as_recorded bounds <<'R'
不低于5000元 blur-
不少于5000元 blur-
不小于5000元 blur-
不高于5000元 blur-
不超过5000元 blur-
不大于5000元 blur-
低于5000元 blur-
高于5000元 blur+
5000元以上 blur+
5000元以下 blur-
R
