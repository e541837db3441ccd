#!/usr/bin/env bash
# One would guess: a converter from SARIF to JUnit takes the level of a result from its rule where the result has none,
#   and leaves out what is suppressed or gone.
# What happens: sarif-junit counts a result without a level as a passed test, also where its rule says error; a
#   suppressed one and one with baselineState absent are failures.
# Version: sarif-junit 1.1.4 (npm).
# Why it matters: a pipeline that shows findings as tests turns green on errors. gazette-lint therefore writes the level
#   with every result, and --sarif-profile github leaves the accepted ones out; better still, use its own --format junit.
# Source: SARIF 2.1.0, 3.27.10: without a level the result has that of the rule's defaultConfiguration, else warning;
#   3.27.23 and 3.27.24 for suppressions and baselineState.
source "$(dirname "$0")/record.bash"

node_packages sarif-junit@1.1.4
cat > write.py <<'P'
import json
def result(words, **more):
    place = {"artifactLocation": {"uri": "notice.txt"}, "region": {"startLine": 4, "startColumn": 5, "endColumn": 9}}
    return {"ruleId": "TH001", "message": {"text": words}, "locations": [{"physicalLocation": place}], **more}
rule = {"id": "TH001", "shortDescription": {"text": "下限不低于上限"}, "defaultConfiguration": {"level": "error"}}
results = [result("有级别", level="error"), result("级别在规则里"),
    result("已接受", level="error", suppressions=[{"kind": "external", "status": "accepted"}]),
    result("已改正", level="error", baselineState="absent")]
for one in results[:3]: one.update(baselineState="unchanged")
for one in (*results[:2], results[3]): one.update(suppressions=[])
run = {"tool": {"driver": {"name": "lint", "rules": [rule]}}, "columnKind": "utf16CodeUnits", "results": results}
with open("in.sarif", "w", encoding="utf-8") as file: json.dump({"version": "2.1.0", "runs": [run]}, file, ensure_ascii=False)
P
cat > read.py <<'P'
import xml.etree.ElementTree as tree
for case in tree.parse("out.xml").iter("testcase"):
    print(case.get("name").split()[-1], "failed" if case.find("failure") is not None else "passed")
P
tests() { python3 write.py && node_modules/.bin/sarif-junit -i in.sarif -o out.xml > log && python3 read.py; }

as_recorded tests <<'R'
有级别 failed
级别在规则里 passed
已接受 failed
已改正 failed
R
