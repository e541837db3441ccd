#!/usr/bin/env bash
# One would guess: a library that writes 15:30 as 下午3:30 for Chinese, and reads 3:30 PM for English, reads 下午3:30 as
#   half past three in the afternoon.
# What happens: 下午 and 晚上 are passed over: its own 下午3:30 comes back as 03:30, half past three at night, and 晚上8:00 as
#   08:00. 上午 is right by chance. Japanese 午後 is passed over, too. No error.
# Version: Babel 2.19.0 (PyPI), babel.dates.format_time and parse_time.
# Why it matters: notices of meetings and of cuts in water or power give hours with 上午 and 下午; a list of them is off by
#   twelve hours. gazette-lint reads 下午 with the hour.
# Source: the documentation says that parse_time parses a time with the format of the locale as a hint to the order of
#   its fields, and that of format_time writes 下午 for a (shown below).
source "$(dirname "$0")/record.bash"

python_packages Babel==2.19.0
cat > times.py <<'P'
from datetime import time
from babel.dates import format_time, parse_time
for locale, pattern, moment in (("en_US", "h:mm a", time(15, 30)), ("zh_CN", "ah:mm", time(15, 30)), ("zh_CN", "Bh:mm", time(20)),
        ("zh_CN", "ah时mm分", time(9, 0)), ("zh_TW", "short", time(15, 30)), ("ja", "ah:mm", time(15, 30))):
    words = format_time(moment, pattern, locale=locale)
    print(locale, moment, words, parse_time(words, locale=locale))
P

as_recorded python times.py <<'R'
en_US 15:30:00 3:30 PM 15:30:00
zh_CN 15:30:00 下午3:30 03:30:00
zh_CN 20:00:00 晚上8:00 08:00:00
zh_CN 09:00:00 上午9时00分 09:00:00
zh_TW 15:30:00 下午3:30 03:30:00
ja 15:30:00 午後3:30 03:30:00
R
