"""The provinces, and the characters by which the codes of their agencies begin (晋市政办 is of 山西)."""

from __future__ import annotations

# Left out are characters that begin the codes of cities elsewhere too: 青 (青岛), 宁 (南京), 新 (新乡), 吉 (吉安), 云 (云浮),
# 贵 (贵港).
BY_CODE: dict[str, str] = {
    "京": "北京", "津": "天津", "冀": "河北", "晋": "山西", "蒙": "内蒙古", "辽": "辽宁", "黑": "黑龙江", "沪": "上海",
    "苏": "江苏", "浙": "浙江", "皖": "安徽", "闽": "福建", "赣": "江西", "鲁": "山东", "豫": "河南", "鄂": "湖北",
    "湘": "湖南", "粤": "广东", "桂": "广西", "琼": "海南", "渝": "重庆", "川": "四川", "黔": "贵州", "滇": "云南",
    "藏": "西藏", "陕": "陕西", "甘": "甘肃",
}  # fmt: skip
PROVINCES = (*BY_CODE.values(), "吉林", "青海", "宁夏", "新疆")
