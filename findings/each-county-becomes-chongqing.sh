#!/usr/bin/env bash
# One would guess: where a text speaks of counties without naming one, a tool that finds provinces, cities and districts
#   finds none.
# What happens: every 县 without a name is the county level of Chongqing, code 500200: 各县（市、区）人民政府, 县财政局 and
#   省、市、县三级财政 are all placed there, because the statistics list a heading 县 under that city and the package takes
#   it for a place. 市辖区 alone is one in Zunyi, Guizhou. 重庆市开县 (now 开州区) is 重庆市 县. “Provinces, regions and
#   municipalities” finds nothing, as one would want.
# Version: cpca 0.5.5 (PyPI), transform and transform_text_with_addrs.
# Why it matters: nearly every document for the provinces begins with 各县（市、区）; sorted by place, all of them belong to
#   Chongqing, with a valid code. gazette-lint takes no place from a word that names none.
# Source: the package's description: it recognises provinces, cities and districts in Chinese text; in the National
#   Bureau of Statistics' codes 500200 is the heading 县 for the counties of Chongqing, no county.
source "$(dirname "$0")/record.bash"

python_packages cpca==0.5.5 'pandas==2.3.3' 'numpy==2.3.4'
cat > places.py <<'P'
import cpca
for words in ("各县（市、区）人民政府", "县财政局", "该县境内", "各省、自治区、直辖市人民政府", "市辖区人民政府", "重庆市开县",
              "重庆市万州区"):
    found = cpca.transform([words]).iloc[0]
    print(words, *(found[part] or "-" for part in ("省", "市", "区", "adcode")))
text = "所需资金由省、市、县三级财政共同负担。"
for _, found in cpca.transform_text_with_addrs(text, pos_sensitive=True).iterrows():
    print(text, found["省"], found["市"], found["adcode"], "at", found["市_pos"])
P

as_recorded python places.py <<'R'
各县（市、区）人民政府 重庆市 县 - 500200
县财政局 重庆市 县 - 500200
该县境内 重庆市 县 - 500200
各省、自治区、直辖市人民政府 - - - -
市辖区人民政府 贵州省 遵义市 市辖区 520301
重庆市开县 重庆市 县 - 500200
重庆市万州区 重庆市 市辖区 万州区 500101
所需资金由省、市、县三级财政共同负担。 重庆市 县 500200 at 9
R
