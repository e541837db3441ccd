#!/usr/bin/env bash
# One would guess: a summary in Markdown of a SARIF log shows each result with its message, as code scanning does.
# What happens: sarif-to-markdown puts all results of a rule under the message of the first one and lists only the lines
#   of the others; their messages are nowhere. A result of kind pass is in the same list, as ERROR.
# Version: @security-alert/sarif-to-markdown 1.11.1 (npm).
# Why it matters: a linter of prose says in the message which two places contradict each other; a comment on a merge
#   request made with this package shows one contradiction and a row of line numbers. Use --format markdown instead.
# Source: SARIF 2.1.0, 3.27.11: message describes the result, not the rule; the package's own example has one result.
source "$(dirname "$0")/record.bash"

node_packages @security-alert/sarif-to-markdown@1.11.1
cat > summary.js <<'J'
const { sarifToMarkdown } = require('@security-alert/sarif-to-markdown');
const result = (text, startLine, more) => ({
  ruleId: 'TH001', ruleIndex: 0, message: { text }, ...more,
  locations: [{ physicalLocation: { artifactLocation: { uri: 'notice.txt' }, region: { startLine } } }],
});
const rule = { id: 'TH001', name: 'BandInverted', shortDescription: { text: '下限不低于上限' }, help: { text: '' },
  defaultConfiguration: { level: 'error' } };
const results = [result('“40%以上13%以下”没有数值符合', 4), result('“9人以上3人以下”没有数值符合', 7),
  result('“3人以上10人以下”无误', 9, { kind: 'pass', level: 'none' })];
const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'lint', rules: [rule] } }, results }] };
const [{ body }] = sarifToMarkdown({ title: 't', owner: 'o', repo: 'r', branch: 'main', sourceRoot: '' })(log);
console.log(body.split('## Results')[1].split('##')[0].split('\n').filter((line) => line.trim()).join('\n'));
J

as_recorded node summary.js <<'R'
- **[ERROR]** **[TH001]**  `“40%以上13%以下”没有数值符合`
    - https://github.com/o/r/blob/main/notice.txt#L4
    - https://github.com/o/r/blob/main/notice.txt#L7
    - https://github.com/o/r/blob/main/notice.txt#L9
R
