"""Every combination of bounding words, kinds of unit and forms of number, written out, read, and compared."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from tabled import over

from linter.facts.bands.quantities import Band, may_bound, scan
from linter.language.interval import Bound
from linter.language.numerals import exact, to_chinese
from linter.language.text import normalise
from linter.language.units import UNITS

if TYPE_CHECKING:
    from linter.language.numerals import Number

# A word before the number, a word behind it, the side they bound, and whether the number is included.
BOUNDS: tuple[tuple[str, str, str, bool | None], ...] = (
    ("", "以上", "lower", True),
    ("", "及以上", "lower", True),
    ("", "及其以上", "lower", True),
    ("", "或以上", "lower", True),
    ("", "（含）以上", "lower", True),
    ("", "以上（含本数）", "lower", True),
    ("", "以上（不含）", "lower", False),
    ("超过", "", "lower", False),
    ("高于", "", "lower", False),
    ("大于", "", "lower", False),
    ("多于", "", "lower", False),
    ("不低于", "", "lower", True),
    ("不少于", "", "lower", True),
    ("不小于", "", "lower", True),
    ("至少", "", "lower", True),
    ("≥", "", "lower", True),
    (">", "", "lower", False),
    ("＞", "", "lower", False),
    ("大于等于", "", "lower", True),
    ("不得低于", "", "lower", True),
    ("满", "", "lower", True),
    ("", "以下", "upper", None),
    ("", "及以下", "upper", True),
    ("", "（含）以下", "upper", True),
    ("", "以下（不含本数）", "upper", False),
    ("", "以内", "upper", True),
    ("", "以内（含）", "upper", True),
    ("不足", "", "upper", False),
    ("不满", "", "upper", False),
    ("未满", "", "upper", False),
    ("未达", "", "upper", False),
    ("未达到", "", "upper", False),
    ("不到", "", "upper", False),
    ("低于", "", "upper", False),
    ("少于", "", "upper", False),
    ("小于", "", "upper", False),
    ("不超过", "", "upper", True),
    ("不高于", "", "upper", True),
    ("不大于", "", "upper", True),
    ("至多", "", "upper", True),
    ("≤", "", "upper", True),
    ("<", "", "upper", False),
    ("＜", "", "upper", False),
    ("不得超过", "", "upper", True),
    ("小于或等于", "", "upper", True),
)
LOWER = [one for one in BOUNDS if one[2] == "lower"]
UPPER = [one for one in BOUNDS if one[2] == "upper"]
KINDS = (
    "人",
    "户",
    "元",
    "吨",
    "%",
    "‰",
    "倍",
    "℃",
    "小时",
    "个月",
    "周岁",
    "日",
    "米",
    "平方米",
    "立方米",
    "分贝",
    "dB(A)",
    "级",
    "mg/L",
    "公里",
    "兆瓦",
    "个工作日",
)


def forms(value: int) -> dict[str, Number]:
    """The same whole number in the forms that documents write, each with the value it stands for."""
    return {
        str(value): value,
        f"{value:,}": value,
        f"{value:,}".replace(",", " "): value,
        f"{value}.5": exact(2 * value + 1, 2),
        to_chinese(value): value,
        f"{to_chinese(value)}点五": exact(2 * value + 1, 2),
        f"{value}万": value * 10**4,
        f"{to_chinese(value)}亿": value * 10**8,
    }


def written(bound: tuple[str, str, str, bool | None], number: str, unit: str) -> str:
    return f"{bound[0]}{number}{unit}{bound[1]}"


def end(bound: Bound | None) -> tuple[Number, bool | None] | None:
    return None if bound is None else (bound.value, bound.inclusive)


def only(words: str, unit: str = "") -> Band:
    text = normalise(f"数量{words}的")
    bands = scan(text, unit)
    assert len(bands) == 1, (words, bands)
    assert text[bands[0].start : bands[0].end] == normalise(words), words
    assert not bands[0].flaw, words
    return bands[0]


@pytest.mark.parametrize("unit", KINDS)
def test_one_bound(unit: str) -> None:
    for bound, low in product(BOUNDS, (3, 12, 1500)):
        for number, value in forms(low).items():
            words = written(bound, number, unit)
            band = only(words)
            wanted = (value * UNITS[unit].factor, bound[3])
            assert end(band.lower if bound[2] == "lower" else band.upper) == wanted, words
            assert (band.upper if bound[2] == "lower" else band.lower) is None, words
            assert may_bound(normalise(words)), words


@pytest.mark.parametrize("unit", KINDS)
def test_two_bounds(unit: str) -> None:
    factor = UNITS[unit].factor
    for lower, upper, joint in product(LOWER, UPPER, ("", "、", "，", "且")):
        words = written(lower, "3", unit) + joint + written(upper, "五", unit)
        band = only(words)
        assert end(band.lower) == (3 * factor, lower[3]), words
        assert end(band.upper) == (5 * factor, upper[3]), words


@over(("dash", "unit"), product(["-", "～", "—", "至", "到", "~", "－"], KINDS))
def test_ranges(dash: str, unit: str) -> None:
    factor = UNITS[unit].factor
    for first in ("", unit):
        band = only(f"10{first}{dash}20{unit}")
        assert (end(band.lower), end(band.upper)) == ((10 * factor, True), (20 * factor, True))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("10吨≤泄漏量≤20吨", (10, True), (20, True)),
        ("10≤泄漏量＜20", (10, True), (20, False)),
        ("12＜T＜24", (12, False), (24, False)),
        ("20＞T≥10", (10, True), (20, False)),
        ("[10,20)", (10, True), (20, False)),
        ("（10，20]", (10, False), (20, True)),
        ("[10, 20]", (10, True), (20, True)),
        ("[20，+∞)", (20, True), None),
        ("（20，∞）", (20, False), None),
        ("12以上24以下（含12和24）", (12, True), (24, True)),
        ("12以上（含12）24以下（不含24）", (12, True), (24, False)),
        ("5以下", None, (5, None)),
        ("10～20", (10, True), (20, True)),
        ("20以上", (20, True), None),
        ("超过5不足10", (5, False), (10, False)),
    ],
)
def test_forms_with_the_unit_in_the_head_of_the_column(
    words: str, low: tuple[int, bool] | None, high: tuple[int, bool] | None
) -> None:
    for unit in ("吨", "万元", "人", "吨/日"):
        band = only(words, unit)
        own = "吨" if "吨" in words else unit
        factor = 10**4 if own == "万元" else UNITS[own].factor if own in UNITS else 1
        assert end(band.lower) == (low and (low[0] * factor, low[1])), (words, unit)
        assert end(band.upper) == (high and (high[0] * factor, high[1])), (words, unit)


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("-10℃以上-5℃以下", -10, -5, "℃"),
        ("－10℃以上－5℃以下", -10, -5, "℃"),
        ("−10℃以上−5℃以下", -10, -5, "℃"),
        ("–10℃以上–5℃以下", -10, -5, "℃"),
        ("﹣10℃以上﹣5℃以下", -10, -5, "℃"),
        ("零下10℃以上零下5℃以下", -10, -5, "℃"),
        ("-5℃以上0℃以下", -5, 0, "℃"),
        ("-15℃至-10℃", -15, -10, "℃"),
        ("-15～-10℃", -15, -10, "℃"),
        ("5-10℃", 5, 10, "℃"),
        ("百分之三十以上百分之五十以下", 30, 50, "%"),
        ("1/3以上1/2以下", exact(100, 3), 50, "%"),
        ("三分之一以上三分之二以下", exact(100, 3), exact(200, 3), "%"),
        ("⅓以上½以下", exact(100, 3), 50, "%"),
        ("三成以上五成以下", 30, 50, "%"),
        ("千分之五以上千分之八以下", exact(1, 2), exact(4, 5), "%"),
        ("5‰以上8‰以下", exact(1, 2), exact(4, 5), "%"),
        ("10²立方米以上10⁶立方米以下", 100, 10**6, "立方米"),
        ("1.5×10³吨以上2×10⁴吨以下", 1500, 20000, "吨"),
        ("10 000元以上20 000元以下", 10**4, 2 * 10**4, "元"),
        ("1亿元以上1.5亿元以下", 10**8, 15 * 10**7, "元"),
        ("9000万元以上1亿2000万元以下", 9 * 10**7, 12 * 10**7, "元"),
        ("半年以上一年半以下", exact(1, 2), exact(3, 2), "年"),
        ("3个月以上6个月以下", 3, 6, "个月"),
        ("6个月以上1年以下", exact(1, 2), 1, "年"),
        ("廿日以上廿五日以下", 20, 25, "日"),
        ("3个小类以上10小类以下", 3, 10, ""),
        ("10.0dB（A）以上20.0dB（A）以下", 10, 20, "dB(A)"),
    ],
)
def test_signs_shares_powers_and_mixed_units(words: str, low: Number, high: Number, unit: str) -> None:
    text = normalise(words)
    band = scan(text)[-1]
    factor = UNITS[unit].factor if unit else 1
    assert (band.lower and band.lower.value, band.upper and band.upper.value) == (low * factor, high * factor)
    assert (band.start, band.end, band.flaw) == (0, len(text), "")


@pytest.mark.parametrize(
    ("words", "flaw"),
    [
        ("超过3次以上", "double"),
        ("至少2周以上", "double"),
        ("不足3人以下", "double"),
        ("超过35周岁（含）", "note"),
        ("20%以上30%的罚款", "open-upper"),
        ("1吨不足3吨的", "open-lower"),
        ("1000元以2000元以下", "cut-word"),
        ("5万元上10万元以下", "miswritten"),
        ("5万以元上10万元以下", "miswritten"),
        ("5万元以土10万元以下", "miswritten"),
        ("5万元已上10万元以下", "miswritten"),
        ("5万元以上10万元一下", "miswritten"),
        ("一万元以上五万元以卜", "miswritten"),
        ("2.5元万以上", "unit-order"),
        ("一万元以上万元以下", "no-number"),
        ("一百万一十元以上", "no-zero"),
        ("4至9人以上", "range-bound"),
    ],
)
def test_slips(words: str, flaw: str) -> None:
    assert scan(normalise(f"处{words}"))[0].flaw == flaw


@pytest.mark.parametrize(
    "words",
    [
        "每满1吨不足2吨的",
        "距年满60周岁不足15年的",
        "16周岁以下60周岁以上",
        "每户3人以上5人的家庭",
        "三成员以上",
        "一百零一万元以上",
        "五万元以上一百一十万元以下",
        "800²万元以上1000万元以下",
    ],
)
def test_right_words_have_no_flaw(words: str) -> None:
    text = normalise(words)
    assert not [
        band for band in scan(text) if band.flaw or (band.lower and band.upper and band.lower.value > band.upper.value)
    ]
