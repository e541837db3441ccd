#!/usr/bin/env bash
# One would guess: a calendar of Chinese working days knows the days of the years it covers and refuses the years for
#   which the State Council has announced nothing yet.
# What happens: chinese-days and chinese-workday (npm) answer for any year by the day of the week: 1 October 2027,
#   a holiday by law, is a working day. chinese-workday also takes 3 September 2015 and 1 January 2018 for working days
#   and 3 January 2023 for a holiday; chncal takes 5 April and 20 September 2013 for working days. chinesecalendar is
#   right on all; it and chncal refuse 2027.
# Version: chinese-days 1.5.7, chinese-workday 1.16.1 (npm), chinesecalendar 1.11.0, chncal 3.1.2025 (PyPI).
# Why it matters: notices give terms in working days (15个工作日内). A date computed for next year before November is a
#   guess, and two of four libraries do not say so. gazette-lint does not compute terms.
# Source: 全国年节及纪念日放假办法 (1 January; 1 to 3 October) and the yearly notices of the General Office: 2013 (4 to 6
#   April, 19 to 21 September off), 2015 (3 to 5 September off), 2018 (1 January off), 2023 (31 December to 2 January off).
source "$(dirname "$0")/record.bash"

python_packages chinesecalendar==1.11.0 chncal==3.1.2025 pandas==2.3.3 pyyaml==6.0.3
node_packages chinese-days@1.5.7 chinese-workday@1.16.1
days=(2013-04-05 2013-09-20 2015-09-03 2018-01-01 2023-01-03 2025-10-09 2027-10-01)
cat > days.mjs <<'J'
import days from 'chinese-days';
import { isWorkday } from 'chinese-workday';
const word = (works) => (works ? 'working' : 'off');
for (const day of process.argv.slice(2)) console.log(day, 'chinese-days', word(days.isWorkday(day)), 'chinese-workday', word(isWorkday(day)));
J
cat > days.py <<'P'
import datetime, sys, chinese_calendar, chncal
def word(ask, day):
    try: return "working" if ask(day) else "off"
    except NotImplementedError: return "refused"
for text in sys.argv[1:]:
    day = datetime.date.fromisoformat(text)
    print(text, "chinesecalendar", word(chinese_calendar.is_workday, day), "chncal", word(chncal.is_workday, day))
P
workdays() { node days.mjs "${days[@]}" && python days.py "${days[@]}"; }

as_recorded workdays <<'R'
2013-04-05 chinese-days off chinese-workday off
2013-09-20 chinese-days off chinese-workday off
2015-09-03 chinese-days off chinese-workday working
2018-01-01 chinese-days off chinese-workday working
2023-01-03 chinese-days working chinese-workday off
2025-10-09 chinese-days working chinese-workday working
2027-10-01 chinese-days working chinese-workday working
2013-04-05 chinesecalendar off chncal working
2013-09-20 chinesecalendar off chncal working
2015-09-03 chinesecalendar off chncal off
2018-01-01 chinesecalendar off chncal off
2023-01-03 chinesecalendar working chncal working
2025-10-09 chinesecalendar working chncal working
2027-10-01 chinesecalendar refused chncal refused
R
