#!/usr/bin/env bash
# One would guess: what turns written numbers into words for a voice reads 50%-60% as a range, as it does 200-300元, and
#   leaves out no sign that bounds a number.
# What happens: WeText reads winds of force 11-12 as 十一月十二日级, “the twelfth of November”, 8-10级 as eight minus ten and
#   50%-60% as fifty to minus sixty; 第2条 becomes 第两条, 〔2021〕 two thousand and twenty-one. zh-normalization reads >10人
#   and <10人 alike as 十人, 10^4 as 104, 1—10月 as 110月, 1:500 as 1:50 and a zero, 50%-60% as minus sixty per cent. With ～ for
#   the range both are right, or leave the sign in.
# Version: wetext 0.1.8, operator tn; zh-normalization 0.0.2 (PyPI).
# Why it matters: warnings are read out by loudspeakers in villages, and notices by readers for the blind, with such
#   steps in front of the voice. FM017 of gazette-lint (--strict) names the hyphen of 50%-60%.
# Source: zh-normalization lists numeric ranges (12~23) and percentages among what it reads; both read other ranges with
#   - rightly.
source "$(dirname "$0")/record.bash"

python_packages wetext==0.1.8 kaldifst==1.8.3 zh-normalization==0.0.2
cat > aloud.py <<'P'
from wetext import Normalizer
from zh_normalization import TextNormalizer
wetext, other = Normalizer(lang="zh", operator="tn"), TextNormalizer()
for words in ("补助200-300元。", "出勤率为50%-60%。", "风力8-10级，阵风11-12级。", "风力8～10级。", "死亡>10人的。", "死亡<10人的。", "第2条规定。",
        "东政发〔2021〕5号文件。", "库容10^4立方米。", "1—10月，全市降雨偏多。", "比例尺1:500的地形图。"):
    print(words, wetext.normalize(words), "".join(other.normalize(words)), sep=" | ")
P

as_recorded python aloud.py <<'R'
补助200-300元。 | 补助两百到三百元。 | 补助二百到三百元。
出勤率为50%-60%。 | 出勤率为百分之五十百分之负六十。 | 出勤率为百分之五十负百分之六十。
风力8-10级，阵风11-12级。 | 风力八减十级，阵风十一月十二日级。 | 风力八到十级，阵风十一到十二级。
风力8～10级。 | 风力八～十级。 | 风力八至十级。
死亡>10人的。 | 死亡>十人的。 | 死亡十人的。
死亡<10人的。 | 死亡<十人的。 | 死亡十人的。
第2条规定。 | 第两条规定。 | 第二条规定。
东政发〔2021〕5号文件。 | 东政发〔两千零二十一〕五号文件。 | 东政发〔二零二幺〕五号文件。
库容10^4立方米。 | 库容十^四立方米。 | 库容幺零四立方米。
1—10月，全市降雨偏多。 | 一—十月，全市降雨偏多。 | 一百一十月，全市降雨偏多。
比例尺1:500的地形图。 | 比例尺一比五百的地形图。 | 比例尺一点五十分零的地形图。
R
