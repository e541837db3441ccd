#!/usr/bin/env bash
# One would guess: a reader of pictures made for Chinese text, which reads Ⅱ级 and 100m², reads Ⅰ级 and 100㎡, or marks
#   them as uncertain.
# What happens: grade Ⅰ, the gravest, is left out of 启动Ⅰ级应急响应, or read as a bracket; Ⅱ is right. The newer package reads
#   100㎡ as 100m and 5㎥ as 5 without a unit, the older one 5m³ as 5m² and Ⅲ as 川, both 5‰ as 5%0 or 5%. The scores are
#   0.7 or more; below 0.5 a line is dropped. The model of the older package has no Ⅰ, ³, 㛃 and 䶮, and the names become
#   others, that of the newer one has no ㎡ and ㎥: no picture can give them.
# Version: rapidocr 3.10.0 and rapidocr-onnxruntime 1.4.4 with the models they bring; onnxruntime 1.32.0, the font Noto
#   Sans CJK (cvttf-notosanscjk-regular 1.0), all PyPI. Each line fills its picture.
# Why it matters: plans for emergencies give the levels of response as Ⅰ to Ⅳ; of a scan the first has no threshold, and
#   limits have no unit. gazette-lint reads no pictures and says of a scan that it holds no text.
# Source: the list of characters in the models themselves (shown below), with Ⅱ and Ⅲ, and with Ⅰ in the newer one.
source "$(dirname "$0")/record.bash"

python_packages rapidocr==3.10.0 rapidocr-onnxruntime==1.4.4 onnxruntime==1.32.0 cvttf-notosanscjk-regular==1.0 pillow==13.0.0 numpy==2.4.6
cat > read.py <<'P'
import logging
from pathlib import Path
import cvttf_NotoSansCJK_Regular, numpy, onnxruntime, rapidocr, rapidocr_onnxruntime
from PIL import Image, ImageDraw, ImageFont
logging.disable(logging.CRITICAL)
font = ImageFont.truetype(str(next(Path(cvttf_NotoSansCJK_Regular.__path__[0]).glob("*.otf"))), 48)
new, old = rapidocr.RapidOCR(), rapidocr_onnxruntime.RapidOCR()
for package in (rapidocr, rapidocr_onnxruntime):
    (model,) = Path(package.__path__[0], "models").glob("*_rec_*.onnx")
    known = onnxruntime.InferenceSession(model).get_modelmeta().custom_metadata_map["character"].splitlines()
    print(package.__name__, len(known), "characters, without", *(one for one in "ⅠⅡⅢ≥≤℃‰²³㎡㎥〔〕㛃䶮" if one not in known))
for words in ("启动Ⅰ级应急响应", "启动Ⅱ级应急响应", "日雨量250毫米以上为Ⅰ级", "建筑面积100m²以下", "建筑面积100㎡以下", "日供水5㎥以上", "日供水5m³以上",
        "坡度不超过5‰", "启动Ⅲ级应急响应", "气温≥35℃", "李㛃、张䶮"):
    image = Image.new("RGB", (int(font.getlength(words)) + 20, 72), "white")
    ImageDraw.Draw(image).text((10, 0), words, font=font, fill="black")
    array = numpy.array(image)
    # One line fills the picture, so that no line has to be found first.
    late, ((text, score),) = new(array, use_det=False, use_cls=False), old(array, use_det=False, use_cls=False)[0]
    print(words, "→", *late.txts, "|", text, "|", "sure" if min(score, *late.scores) >= 0.7 else "unsure")
P

as_recorded python read.py <<'R'
rapidocr 18708 characters, without ㎡ ㎥
rapidocr_onnxruntime 6623 characters, without Ⅰ ³ ㎥ 㛃 䶮
启动Ⅰ级应急响应 → 启动级应急响应 | 启动」级应急响应 | sure
启动Ⅱ级应急响应 → 启动Ⅱ级应急响应 | 启动Ⅱ级应急响应 | sure
日雨量250毫米以上为Ⅰ级 → 日雨量250毫米以上为级 | 日雨量250毫米以上为「级 | sure
建筑面积100m²以下 → 建筑面积100m²以下 | 建筑面积100m²以下 | sure
建筑面积100㎡以下 → 建筑面积100m以下 | 建筑面积100㎡以下 | sure
日供水5㎥以上 → 日供水5以上 | 日供水5m以上 | sure
日供水5m³以上 → 日供水5m³以上 | 日供水5m²以上 | sure
坡度不超过5‰ → 坡度不超过5%0 | 坡度不超过5% | sure
启动Ⅲ级应急响应 → 启动Ⅲ级应急响应 | 启动川级应急响应 | sure
气温≥35℃ → 气温≥35℃ | 气温≥35℃ | sure
李㛃、张䶮 → 李㛃、张龚 | 李契丶张龚 | sure
R
