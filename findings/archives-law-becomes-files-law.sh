#!/usr/bin/env bash
# One would guess: a text turned into traditional characters and back is the text again, and the titles of laws and the
#   names of authorities stay what they are.
# What happens: with the words of Taiwan, 文件 and 档案 meet in 檔案 and part as 文件: 档案法 (Archives Law) comes back as
#   文件法, 国家档案局 as 国家文件局. On the way there 程序规定 becomes 程式規定, the 代码 of 统一社会信用代码 becomes program
#   code, and 红头文件, a document with a red head, becomes 紅標頭檔案, a red header file. 约束性指标 (binding targets) comes
#   back as 约束性指针 (pointers). Without the words (s2tw, tw2s) all of them come back as they were.
# Version: OpenCC 1.4.2 (PyPI), s2twp with tw2sp, and s2tw with tw2s.
# Why it matters: the titles of acts and the names of bodies are changed to others that read well, so nobody sees it.
#   For official documents use s2tw, s2hk or s2t; gazette-lint reads both scripts as they are.
# Source: OpenCC's documentation calls s2twp the conversion with Taiwanese idiom; the idioms are those of computing, in
#   which 文件 is a file and 程序 a program.
source "$(dirname "$0")/record.bash"

python_packages OpenCC==1.4.2
cat > titles.py <<'P'
from opencc import OpenCC
ways = [(OpenCC(there), OpenCC(back)) for there, back in (("s2twp", "tw2sp"), ("s2tw", "tw2s"))]
for title in ("中华人民共和国档案法", "国家档案局", "行政处罚程序规定", "统一社会信用代码", "红头文件", "约束性指标"):
    print(title)
    for there, back in ways:
        changed = there.convert(title)
        print("  ", changed, back.convert(changed))
P

as_recorded python titles.py <<'R'
中华人民共和国档案法
   中華人民共和國檔案法 中华人民共和国文件法
   中華人民共和國檔案法 中华人民共和国档案法
国家档案局
   國家檔案局 国家文件局
   國家檔案局 国家档案局
行政处罚程序规定
   行政處罰程式規定 行政处罚程序规定
   行政處罰程序規定 行政处罚程序规定
统一社会信用代码
   統一社會信用程式碼 统一社会信用代码
   統一社會信用代碼 统一社会信用代码
红头文件
   紅標頭檔案 红头文件
   紅頭文件 红头文件
约束性指标
   約束性指標 约束性指针
   約束性指標 约束性指标
R
