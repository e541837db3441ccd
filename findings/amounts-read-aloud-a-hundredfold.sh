#!/usr/bin/env bash
# One would guess: a reading of amounts aloud, in Mandarin or Cantonese, says the number that is written.
# What happens: in Mandarin 10000 is 十千 and 100000 is 一百千, 102 is 一百二 (which is said for 120), 1.5 is 一五; in Cantonese 10000
#   is 一百万, one million, 100000 is 十百万. The sign of -10, ‰ and ≥ are left out. Written as 一万 it is right.
# Version: eSpeak NG 1.52.0 (espeakng-loader 0.2.4), through phonemizer-fork 3.3.2 (PyPI).
# Why it matters: screen readers speak with it, and proof is read aloud against the copy: a fine of 10000元 is heard as a million,
#   and -10℃ as ten. Compare amounts by eye, or write 1万元.
# Source: GB/T 15835-2011 出版物上数字用法; 现代汉语词典: 万 is the unit of ten thousand; a zero within a number is read 零.
source "$(dirname "$0")/record.bash"

python_packages espeakng-loader==0.2.4 phonemizer-fork==3.3.2
cat > aloud.py <<'P'
import espeakng_loader
from phonemizer import phonemize
from phonemizer.backend.espeak.wrapper import EspeakWrapper

EspeakWrapper.set_library(espeakng_loader.get_library_path())
EspeakWrapper.set_data_path(espeakng_loader.get_data_path())


def aloud(words, language):
    return phonemize(words, language=language, backend="espeak", strip=True).replace(" ", "")


print("eSpeak NG", ".".join(map(str, EspeakWrapper().version)))
for language, written, words in (
    ("cmn", "10000", ("一万", "十千")),
    ("cmn", "100000", ("十万", "一百千")),
    ("cmn", "102", ("一百零二", "一百二")),
    ("cmn", "1.5", ("一点五", "一五")),
    ("cmn", "-10", ("负十", "十")),
    ("cmn", "30‰", ("千分之三十", "三十")),
    ("cmn", "≥40", ("大于等于四十", "四十")),
    ("yue", "10000", ("一万", "一百万")),
    ("yue", "100000", ("十万", "十百万")),
    ("yue", "102", ("一百零二", "一百二")),
):
    heard = [one for one in words if aloud(one, language) == aloud(written, language)]
    print(language, written, "is read as", *heard)
P

as_recorded python aloud.py <<'R'
eSpeak NG 1.52.0
cmn 10000 is read as 十千
cmn 100000 is read as 一百千
cmn 102 is read as 一百二
cmn 1.5 is read as 一五
cmn -10 is read as 十
cmn 30‰ is read as 三十
cmn ≥40 is read as 四十
yue 10000 is read as 一百万
yue 100000 is read as 十百万
yue 102 is read as 一百零二
R
