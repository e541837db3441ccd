"""Radicals that PDF fonts and old code tables put in place of characters, and the characters they stand for.

The block of Kangxi radicals folds by its compatibility forms; that of the supplement (U+2E80 to U+2EF3) has none.
"""

# From U+2E81 on, as listed in EquivalentUnifiedIdeograph.txt of the Unicode Character Database; a stop where the code
# point is not assigned.
_FIRST = 0x2E81
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵.旡日月歺母民氵氺灬爫爫丬牛犭"
    "王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅"
    "長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)


def ideograph(radical: str) -> str:
    """The character that a radical of the supplement stands for; the radical itself where there is none."""
    index = ord(radical) - _FIRST
    found = _IDEOGRAPHS[index] if 0 <= index < len(_IDEOGRAPHS) else "."
    return radical if found == "." else found
