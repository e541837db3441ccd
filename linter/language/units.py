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
期|株|根|支|部|枚|箱|场
"""
# Whole factors to a base unit small enough that no factor is a fraction.
_MEASURED = {
    "%": {"‰": 1, "%": 10, "个百分点": 10, "百分点": 10},
    "元": {"元": 1, "元人民币": 1},
    "美元": {"美元": 1},
    "倍": {"倍": 1},
    "时间": {"秒": 1, "分钟": 60, "小时": 3600, "天": 86400, "日": 86400, "周": 604800},
    "工作日": {"工作日": 1, "个工作日": 1},
    "月": {"个月": 1, "个季度": 3, "个学期": 6, "年": 12, "周岁": 12, "岁": 12},
    "长度": {
        "毫米": 1, "mm": 1, "厘米": 10, "cm": 10, "米": 1000, "m": 1000, "公里": 10**6, "千米": 10**6, "km": 10**6,
        "海里": 1852000,
    },
    "面积": {
        "平方米": 3, "m2": 3, "m²": 3, "㎡": 3, "亩": 2000, "公顷": 30000, "平方公里": 3 * 10**6, "平方千米": 3 * 10**6,
    },
    "体积": {"升": 1, "立方米": 1000, "m3": 1000, "m³": 1000},
    "质量": {"克": 1, "公斤": 1000, "千克": 1000, "kg": 1000, "吨": 10**6},
    "总吨": {"总吨": 1, "载重吨": 1},
    "功率": {"千瓦": 1, "kW": 1, "兆瓦": 1000, "MW": 1000},
    "马力": {"马力": 1},
    "电压": {"千伏": 1, "kV": 1},
    "流量": {"立方米/秒": 1, "立方米每秒": 1, "m3/s": 1},
    "速度": {"公里/小时": 10, "km/h": 10, "米/秒": 36, "m/s": 36},
    "温度": {"℃": 1, "°C": 1, "摄氏度": 1, "度": 1},
    "级": {"级": 1},
    "分": {"分": 1},
    "浓度": {"微克/立方米": 1, "μg/m3": 1, "毫克/升": 1000, "毫克/立方米": 1000},
    "分贝": {"分贝": 1},
    "标准箱": {"标准箱": 1},
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
_LONGEST = max(map(len, UNITS))


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands at an offset of a text."""
    for length in range(_LONGEST, 0, -1):
        unit = UNITS.get(text[at : at + length])
        if unit and len(unit.name) == length:
            return unit
    return None
