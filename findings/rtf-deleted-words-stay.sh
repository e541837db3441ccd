#!/usr/bin/env bash
# One would guess: the text taken out of a rich text file is what its reader sees and prints. Hidden words (\v) and words
#   struck out under tracked changes (\deleted) are marked as such in the file.
# What happens: both stand in the text. 三十日 that a reviser struck out and 二十日 put in its place read 三十二十日,
#   a number in no version of the document; the hidden note stands in the midst of the sentence.
# Version: striprtf 0.0.35.
# Why it matters: offices send drafts as rich text with their changes tracked. What is checked, compared or searched
#   then is a text that nobody wrote, with terms and sums that contradict themselves.
# Source: Rich Text Format Specification 1.9.1, character properties \v, \deleted and \revised.
source "$(dirname "$0")/record.bash"

python_packages striprtf==0.0.35
cat > read.py <<'P'
from striprtf.striprtf import rtf_to_text

def words(text):
    return "".join(r"\u%d?" % ord(one) for one in text)

term = words("应当在") + r"{\deleted\revauthdel1 " + words("三十") + r"}{\revised\revauth1 " + words("二十") + "}" + words("日内答复。")
note = words("应当") + r"{\v " + words("此处待核") + "}" + words("公开。")
for body in (term, note):
    print(rtf_to_text(r"{\rtf1\ansi{\*\revtbl{Unknown;}{a;}}\pard " + body + r"\par}").strip())
P

as_recorded python read.py <<'R'
应当在三十二十日内答复。
应当此处待核公开。
R
