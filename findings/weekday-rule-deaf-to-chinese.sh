#!/usr/bin/env bash
# One would guess: a rule for dates with the wrong day of the week that lists zh among its languages reports
#   2021年11月25日（星期五）, which was a Thursday.
# What happens: it reports nothing for any Chinese way to write the day (星期五, 周五), with either kind of bracket and
#   also where zh is set; the same date with the Japanese 金曜日 or in English is reported.
# Version: textlint-rule-date-weekday-mismatch 1.1.1, textlint 15.8.0 (npm).
# Why it matters: notices of meetings carry day and date; a clean run of this rule says nothing about a Chinese text.
#   gazette-lint checks it itself (DT005).
# Source: the rule's README lists zh as supported and the language as found by itself.
source "$(dirname "$0")/record.bash"

node_packages textlint@15.8.0 textlint-rule-date-weekday-mismatch@1.1.1
printf '%s\n\n' '会议于2021年11月25日（星期五）召开。' '会议于2021年11月25日(周五)召开。' '2021年11月25日(金曜日)' 'On 2021-11-25(Friday).' > dates.txt
printf '%s' '{"rules":{"date-weekday-mismatch":true}}' > found.json
printf '%s' '{"rules":{"date-weekday-mismatch":{"lang":"zh"}}}' > zh.json
weekdays() {
  for settings in found zh; do
    node_modules/.bin/textlint --config $settings.json --format unix dates.txt > $settings.txt || true
    for line in 1 3 5 7; do
      echo "$settings line $line: $(grep -c "dates.txt:$line:" $settings.txt || true)"
    done
  done
}

as_recorded weekdays <<'R'
found line 1: 0
found line 3: 0
found line 5: 1
found line 7: 1
zh line 1: 0
zh line 3: 0
zh line 5: 0
zh line 7: 1
R
