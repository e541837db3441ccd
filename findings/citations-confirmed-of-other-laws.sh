#!/usr/bin/env bash
# One would guess: a tool that looks up every article a text cites, and lists those that do not exist, at least never
#   confirms one that does not.
# What happens: the citation is cut at 条, so 第一百三十三条之九, which the law never had, is confirmed as article 133; of
#   第三十三条、第九十九条 only the first is looked at. A title that contains the name of a law counts as that law: article
#   150 of the regulations for carrying out the Food Safety Law (they end at 86) and article 8 of a city's measures are
#   confirmed as articles of the law. 第一二五四条 is confirmed as article 4. Asked for one citation with 之 the tool says
#   that it cannot read it: only the check of a whole text confirms it.
# Version: china-law-mcp 0.1.1 (PyPI), check_citations_in_text and verify_citation, no network needed.
# Why it matters: “all confirmed” ends the proofreading of the very citations that are wrong. RF010 of gazette-lint knows
#   regulations from the law named in their title, and confirms nothing.
# Source: the package's description says that all articles of a text are taken out and the invented ones listed; the
#   Criminal Law has 第一百三十三条之一 and 之二 and no more.
source "$(dirname "$0")/record.bash"

python_packages china-law-mcp==0.1.1
cat > cited.py <<'P'
import logging
import jieba
from china_law_mcp.server import check_citations_in_text, verify_citation
jieba.setLogLevel(logging.ERROR)
for text in ("依照《中华人民共和国刑法》第一百三十三条之九处罚。", "违反《行政处罚法》第三十三条、第九十九条的规定。",
             "依据《食品安全法实施条例》第一百五十条。", "《某市实施〈中华人民共和国消防法〉办法》第八条规定如下。",
             "依据《行政处罚法》第九十九条。"):
    seen = check_citations_in_text(text)
    print(text, f'{seen["valid"]} of {seen["total"]} confirmed:', *(f'{one["law"]} {one["citation"]}' for one in seen["details"]))
for law, article in (("民法典", "第一千二百五十四条"), ("民法典", "第一二五四条"), ("刑法", "第一百三十三条之九")):
    told = verify_citation(law, article)
    print(law, article, told.get("article_no") if told["verified"] else told["reason"])
P

as_recorded python cited.py <<'R'
依照《中华人民共和国刑法》第一百三十三条之九处罚。 1 of 1 confirmed: 中华人民共和国刑法 《中华人民共和国刑法》第一百三十三条
违反《行政处罚法》第三十三条、第九十九条的规定。 1 of 1 confirmed: 中华人民共和国行政处罚法 《行政处罚法》第三十三条
依据《食品安全法实施条例》第一百五十条。 1 of 1 confirmed: 中华人民共和国食品安全法 《食品安全法实施条例》第一百五十条
《某市实施〈中华人民共和国消防法〉办法》第八条规定如下。 1 of 1 confirmed: 中华人民共和国消防法 《某市实施〈中华人民共和国消防法〉办法》第八条
依据《行政处罚法》第九十九条。 0 of 1 confirmed: 中华人民共和国行政处罚法 《行政处罚法》第九十九条
民法典 第一千二百五十四条 第一千二百五十四条
民法典 第一二五四条 第四条
刑法 第一百三十三条之九 bad_article_no
R
