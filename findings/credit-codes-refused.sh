#!/usr/bin/env bash
# One would guess: libraries that validate the unified social credit code (统一社会信用代码) take every code that the
#   standard allows and whose check character agrees.
# What happens: two libraries of one name and plan refuse all codes of rural collectives (N1, N2, N3) and of bodies
#   that no other office registers (Y1), as they want eight figures at the front, where the standard has two characters
#   and six figures. The one for Node.js refuses every code that ends in the check character 0 as well, one in 31: it
#   looks for it behind the end of the alphabet. Both say no more than that the code is invalid.
# Version: python-stdnum 2.2; stdnum 1.12.0 (npm).
# Why it matters: notices list subsidies and penalties by credit code; checked with these, a list of villages is wrong
#   from end to end, and of the firms one in thirty. gazette-lint (CT008) takes all four codes below.
# Source: GB 32100-2015 with its amendments, 4.1 and table 1: the office that registers and the kind of body are a
#   figure or a letter each (N: agriculture, Y: others), the division of the country six figures; the check
#   character is (31 - sum mod 31) mod 31.
source "$(dirname "$0")/record.bash"

python_packages python-stdnum==2.2
node_packages stdnum@1.12.0
cat > codes.py <<'P'
from stdnum.cn import uscc

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
for body in ("91350100M000100Y4", "91440105MA5000025", "N2440105MF0123456", "Y1440105MF0123456"):
    check = SIGNS[-sum(SIGNS.index(sign) * 3**at for at, sign in enumerate(body)) % 31]
    print(body + check, uscc.is_valid(body + check))
P
cat > codes.cjs <<'J'
const { stdnum } = require('stdnum');
for (const code of ['91350100M000100Y43', '91440105MA50000250', 'N2440105MF0123456F', 'Y1440105MF0123456A']) {
  console.log(code, stdnum.CN.uscc.validate(code).isValid);
}
J
both() {
  echo python-stdnum && python codes.py && echo 'stdnum of npm' && node codes.cjs
}

as_recorded both <<'R'
python-stdnum
91350100M000100Y43 True
91440105MA50000250 True
N2440105MF0123456F False
Y1440105MF0123456A False
stdnum of npm
91350100M000100Y43 true
91440105MA50000250 false
N2440105MF0123456F false
Y1440105MF0123456A false
R
