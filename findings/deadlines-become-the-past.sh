#!/usr/bin/env bash
# One would guess: 12月20日前报送, to be handed in by 20 December, read in November 2021, gives 20 December 2021, as the same
#   library reads the same words as Japanese, or gives nothing.
# What happens: 12月 and 20日 are read as lengths of time and 前 as ago: 12 months and 20 days ago, 5 November 2020, also
#   where dates of the future are preferred. 12月底 is twelve months ago, 至30日 thirty days ago, 每年6月30日前 half a year ago.
#   自收到之日起30日内 is thirty days ago as well. A date with its year is read rightly, but not found before 前.
# Version: dateparser 1.5.0 (PyPI), dateparser.search.search_dates with languages zh.
# Why it matters: every notice sets its deadlines in this form, and a list of deadlines made with the library has passed
#   before the notice came out. gazette-lint takes the year of such a date from the document.
# Source: the documentation lists Chinese among the languages and says of PREFER_DATES_FROM future that incomplete dates
#   are taken from the future.
source "$(dirname "$0")/record.bash"

python_packages dateparser==1.5.0
cat > deadlines.py <<'P'
from datetime import datetime
from dateparser.search import search_dates
def show(words, language="zh", **more):
    found = search_dates(words, languages=[language], settings={"RELATIVE_BASE": datetime(2021, 11, 25), **more}) or []
    print(language, words, "→", *(f"{text}={date:%Y-%m-%d}" for text, date in found), *more)
for words in ("2021年12月20日召开。", "请于2021年12月20日前报送。", "请于12月20日前报送。", "请于12月底前报送。", "会期为11月28日至30日。",
        "自收到之日起30日内答复。", "每年6月30日前公布。"):
    show(words)
show("请于12月20日前报送。", PREFER_DATES_FROM="future")
show("12月20日までに提出。", "ja")
P

as_recorded python deadlines.py <<'R'
zh 2021年12月20日召开。 → 2021年12月20=2021-12-20
zh 请于2021年12月20日前报送。 →
zh 请于12月20日前报送。 → 12月20日前=2020-11-05
zh 请于12月底前报送。 → 12月=2020-11-25
zh 会期为11月28日至30日。 → 11月28日=2020-11-27 30日=2021-10-26
zh 自收到之日起30日内答复。 → 30日=2021-10-26
zh 每年6月30日前公布。 → 年6月30日前=2021-04-25
zh 请于12月20日前报送。 → 12月20日前=2020-11-05 PREFER_DATES_FROM
ja 12月20日までに提出。 → 12月20=2021-12-20
R
