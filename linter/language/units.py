"""Units of measure: which of them measure the same thing, by what factor, and which count whole things."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit as written, what it measures, its factor to the base unit of that dimension, and whether it counts."""

    name: str
    dimension: str
    factor: int = 1
    whole: bool = False


NO_UNIT = Unit("", "")

# Counted things, parted by |; words between two bars count the same.
_COUNTED = """
人 名 位|人次|车次|例 病例|起|户|项|家|次|辆|间|头|只|羽|座|条|处|艘|架|列|台|套|件|份|册|栋 幢|所|批|种|类|组|宗|个
期|株|根|支|部|枚|箱|场|篇|本|张|课时 学时|票|张 床 张床位|颗|代|轮|笔|盒|瓶|桶|袋
"""
# Whole factors to a base unit small enough that no factor is a fraction.
_MEASURED = {
    "%": {"‰": 1, "%": 10, "个百分点": 10, "百分点": 10, "成": 100},
    "元": {"元": 1, "元人民币": 1},
    "美元": {"美元": 1},
    "倍": {"倍": 1},
    "时间": {"秒": 1, "分钟": 60, "小时": 3600, "个小时": 3600, "h": 3600, "min": 60, "天": 86400, "日": 86400, "周": 604800, "个星期": 604800},
    "工作日": {"工作日": 1, "个工作日": 1},
    "月": {"个月": 1, "个季度": 3, "个学期": 6, "年": 12, "周岁": 12, "岁": 12},
    "长度": {
        "毫米": 1, "mm": 1, "厘米": 10, "cm": 10, "米": 1000, "m": 1000, "公里": 10**6, "千米": 10**6, "km": 10**6,
        "海里": 1852000,
    },
    "面积": {
        "平方米": 3, "m2": 3, "m²": 3, "㎡": 3, "亩": 2000, "公顷": 30000, "hm2": 30000, "hm²": 30000, "平方公里": 3 * 10**6, "平方千米": 3 * 10**6,
    },
    "体积": {"毫升": 1, "mL": 1, "升": 1000, "L": 1000, "立方米": 10**6, "m3": 10**6, "m³": 10**6},
    "质量": {"毫克": 1, "mg": 1, "克": 1000, "g": 1000, "斤": 500000, "公斤": 10**6, "千克": 10**6, "kg": 10**6, "吨": 10**9, "t": 10**9},
    "总吨": {"总吨": 1, "载重吨": 1},
    "功率": {"瓦": 1, "W": 1, "千瓦": 1000, "kW": 1000, "兆瓦": 10**6, "MW": 10**6},
    "电量": {"千瓦时": 1, "kWh": 1},
    "马力": {"马力": 1},
    "电压": {"伏": 1, "V": 1, "千伏": 1000, "kV": 1000},
    "容量": {"千伏安": 1, "kVA": 1},
    "压强": {"帕": 1, "Pa": 1, "千帕": 1000, "kPa": 1000, "兆帕": 10**6, "MPa": 10**6},
    "流量": {"立方米/秒": 1, "立方米每秒": 1, "m3/s": 1},
    "速度": {"公里/小时": 10, "km/h": 10, "米/秒": 36, "m/s": 36},
    "温度": {"℃": 1, "°C": 1, "摄氏度": 1, "度": 1},
    "级": {"级": 1},
    "分": {"分": 1},
    "浓度": {
        "微克/立方米": 1, "μg/m3": 1, "μg/m³": 1, "毫克/立方米": 1000, "mg/m3": 1000, "mg/m³": 1000,
    },
    "水中浓度": {"μg/L": 1, "微克/升": 1, "mg/L": 1000, "毫克/升": 1000},
    "分贝": {"分贝": 1, "dB": 1, "dB(A)": 1},
    "标准箱": {"标准箱": 1},
    "pH单位": {"pH单位": 1, "个pH单位": 1},
}  # fmt: skip


def _table() -> dict[str, Unit]:
    units = {
        name: Unit(name, dimension, factor) for dimension, names in _MEASURED.items() for name, factor in names.items()
    }
    for line in _COUNTED.replace("\n", "|").split("|"):
        names = line.split()
        units.update({name: Unit(name, names[0], 1, whole=True) for name in names})
    return units


UNITS = _table()
# The longest unit that begins with a character: most characters begin none.
_LENGTHS: dict[str, int] = {}
for _name in UNITS:
    _LENGTHS[_name[0]] = max(_LENGTHS.get(_name[0], 0), len(_name))
_MAGNITUDES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands at an offset of a text; of Latin letters only whole words (5t, not 5th)."""
    for length in range(_LENGTHS.get(text[at : at + 1], 0), 0, -1):
        unit = UNITS.get(text[at : at + length])
        if unit and len(unit.name) == length:
            after = text[at + length : at + length + 1]
            if unit.name[-1].isascii() and unit.name[-1].isalpha() and after.isascii() and after.isalnum():
                continue
            return unit
    return None


def unit_of(words: str) -> Unit | None:
    """A unit as the head of a column or the note of a table names it: 吨, 万元 (ten thousand of a unit), 名."""
    unit = UNITS.get(words)
    if unit or not words:
        return unit
    plain = UNITS.get(words[1:])
    factor = _MAGNITUDES.get(words[0])
    return (
        Unit(words, plain.dimension, plain.factor * factor, plain.whole and factor == 1) if plain and factor else None
    )


def open_unit(words: str, *, whole: bool) -> Unit:
    """A unit that no table knows (小类, 猪当量): it measures itself, and counts whole things beside whole numbers."""
    return Unit(words, words.removeprefix("个"), 1, whole)
