#!/usr/bin/env bash
# One would guess: the difference of two reports shows each result that went and each that came.
# What happens: two or more results of a rule with different messages are taken together as one issue “R1 ...”, of which only
#   the number is compared. Of two results one is mended and another appears, in another line or another file: “no
#   changes”; so too when both are replaced. Where a rule had one result and now has two, the old one, still there, is
#   told as eliminated and both as new. A rule with one result each time is compared rightly.
# Version: sarif-tools 3.0.5 (PyPI), sarif diff.
# Why it matters: a rule that compares two places of a document reports many kinds of contradiction, and a correction often
#   makes another; “no changes” lets it through. gazette-lint compares findings one by one (--baseline).
# Source: the tool's help says that diff finds the difference between two sets of SARIF files; SARIF 2.1.0, 3.27.24, has
#   baselineState to tell new, unchanged and absent results apart, one by one.
source "$(dirname "$0")/record.bash"

python_packages sarif-tools==3.0.5
cat > reports.py <<'P'
import json
def report(name, *results):
    told = [{"ruleId": "R1", "level": "warning", "message": {"text": words}, "locations": [{"physicalLocation": {
        "artifactLocation": {"uri": path}, "region": {"startLine": line}}}]} for path, line, words in results]
    driver = {"name": "example", "rules": [{"id": "R1", "shortDescription": {"text": "facts differ"}}]}
    with open(name, "w") as file: json.dump({"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": told}]}, file)
kept = ("a.docx", 3, "附件缺号")
report("before.sarif", kept, ("a.docx", 7, "星期不符"))
report("one-replaced.sarif", kept, ("a.docx", 90, "金额不符"))
report("both-replaced.sarif", ("b.docx", 20, "人名不符"), ("b.docx", 90, "金额不符"))
report("single.sarif", kept)
report("other-single.sarif", ("a.docx", 90, "金额不符"))
P
compared() {
  python reports.py
  for pair in before:one-replaced before:both-replaced single:before single:other-single; do
    echo "$pair"
    sarif diff "${pair%:*}.sarif" "${pair#*:}.sarif" | grep -v -e '^error' -e '^note' -e '^all' -e '^$'
  done
}

as_recorded compared <<'R'
before:one-replaced
warning level: +0 -0 no changes
before:both-replaced
warning level: +0 -0 no changes
single:before
warning level: +1 -1
  New issue "R1 ..." (2 occurrences)
    a.docx:3
    a.docx:7
  Eliminated issue "R1 附件缺号"
single:other-single
warning level: +1 -1
  New issue "R1 金额不符" (1 occurrence)
    a.docx:90
  Eliminated issue "R1 附件缺号"
R
