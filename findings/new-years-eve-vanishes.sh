#!/usr/bin/env bash
# One would guess: a calendar that knows 除夕, the eve of the lunar new year, knows it every year.
# What happens: it is entered as the thirtieth of the twelfth month. In the years 2025 to 2029 that month has 29 days, and the
#   calendar has no 除夕 at all between February 2024 and February 2030: on 28 January 2025 it names a Buddhist
#   feast only. The dates themselves are right, and 春节 and 端午节 are there.
# Version: cnlunar 0.2.5 (PyPI); chinese-days 1.5.7 (npm) beside it, which is right.
# Why it matters: since 2025 除夕 is a public holiday, so that a rota or a term made from this calendar counts it as a
#   working day, five years in a row. Ask for 正月初一 and take the day before.
# Source: the State Council's decision of November 2024 that amends the Regulation on Public Holidays adds 农历除夕; a
#   lunar month has 29 or 30 days.
source "$(dirname "$0")/record.bash"

python_packages cnlunar==0.2.5
node_packages chinese-days@1.5.7
cat > eve.py <<'P'
import datetime, cnlunar
for year, month, day in ((2024, 2, 9), (2025, 1, 28), (2026, 2, 16), (2027, 2, 5), (2028, 1, 25), (2029, 2, 12), (2030, 2, 2),
                         (2025, 1, 29), (2025, 5, 31)):
    one = cnlunar.Lunar(datetime.datetime(year, month, day))
    print(f"{year}-{month:02}-{day:02}", one.lunarMonthCn + one.lunarDayCn, one.get_legalHolidays() or one.get_otherLunarHolidays())
P
cat > eve.js <<'J'
const { getLunarFestivals } = require('chinese-days').default;
for (const day of ['2025-01-28', '2026-02-16', '2029-02-12']) console.log(day, getLunarFestivals(day, day)[0].name[0]);
J
both() { python eve.py; node eve.js; }

as_recorded both <<'R'
2024-02-09 腊月大三十 除夕
2025-01-28 腊月小廿九 华严菩萨诞
2026-02-16 腊月小廿九 华严菩萨诞
2027-02-05 腊月小廿九 华严菩萨诞
2028-01-25 腊月小廿九 华严菩萨诞
2029-02-12 腊月小廿九 华严菩萨诞
2030-02-02 腊月大三十 除夕
2025-01-29 正月大初一 春节
2025-05-31 五月小初五 端午节
2025-01-28 除夕
2026-02-16 除夕
2029-02-12 除夕
R
