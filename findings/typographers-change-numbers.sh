#!/usr/bin/env bash
# One would guess: a tool that repairs spaces and punctuation between Chinese and Latin text leaves the numbering of
#   annexes, ranges and the numbers of standards as they are.
# What happens: zhlint --fix takes the point after a number for the end of a sentence: 附件：1.名单 becomes 附件：1。名单;
#   it drops the space after 第3条 and makes （） half-width. pangu writes GB/T as GB / T and 5日—10日 as 5 日 —10 日.
#   autocorrect puts its spaces in and changes nothing else.
# Version: zhlint 0.8.2 (preset default), pangu 7.2.1, autocorrect-node 2.14.0 (npm).
# Why it matters: GB/T 9704—2012, 7.3.4, numbers annexes 1. 2.; after the repair the list of annexes is no list and the
#   standard's number is another string, for people as for gazette-lint. Do not run these on official documents.
# Source: the READMEs name spaces and punctuation; autocorrect, of the same purpose, leaves all of it alone.
source "$(dirname "$0")/record.bash"

node_packages zhlint@0.8.2 pangu@7.2.1 autocorrect-node@2.14.0
cat > lines.mjs <<'J'
import { createRequire } from 'module';
const require = createRequire(process.cwd() + '/');
const { run } = require('zhlint'), { format } = require('autocorrect-node'), { pangu } = require('pangu');
for (const line of ['附件：1.名单', '第3条 依据GB/T 9704—2012执行', '每月5日—10日报送', '各县（市、区）人民政府']) {
  console.log(line);
  console.log('  zhlint     ', run(line, { rules: { preset: 'default' } }).result);
  console.log('  pangu      ', pangu.spacingText(line));
  console.log('  autocorrect', format(line));
}
J

as_recorded node lines.mjs <<'R'
附件：1.名单
  zhlint      附件：1。名单
  pangu       附件：1. 名单
  autocorrect 附件：1.名单
第3条 依据GB/T 9704—2012执行
  zhlint      第 3 条依据 GB/T 9704—2012 执行
  pangu       第 3 条 依据 GB / T 9704—2012 执行
  autocorrect 第 3 条 依据 GB/T 9704—2012 执行
每月5日—10日报送
  zhlint      每月5日—10日报送
  pangu       每月 5 日 —10 日报送
  autocorrect 每月 5 日—10 日报送
各县（市、区）人民政府
  zhlint      各县 (市、区) 人民政府
  pangu       各县（市、区）人民政府
  autocorrect 各县（市、区）人民政府
R
