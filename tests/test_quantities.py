"""Bounded quantities: what each form means, in exact values, and what is wrong with malformed ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.bands.quantities import Band, scan
from linter.language.interval import Bound
from linter.language.numerals import to_chinese
from linter.language.text import normalise
from linter.language.units import UNITS, unit_at


def side(bound: Bound | None, unit: int) -> str:
    """A bound as ≥3, >3, 3? for the tests below."""
    if bound is None:
        return ""
    mark = {True: "=", False: "", None: "?"}[bound.inclusive]
    return f"{bound.value / unit:g}{mark}"


def shown(band: Band) -> str:
    unit = band.unit.factor
    return f"{side(band.lower, unit)}..{side(band.upper, unit)} {band.unit.name}"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("死亡10人以上30人以下", "10=..30? 人"),
        ("死亡10人以上、30人以下", "10=..30? 人"),
        ("死亡10人以上，少于30人", "10=..30 人"),
        ("溢油500吨以上不足1000吨", "500=..1000 吨"),
        ("发病10-29例", "10=..29= 例"),
        ("3人至9人", "3=..9= 人"),
        ("缺口超20%", "20.. %"),
        ("超过100人", "100.. 人"),
        ("不超过100人", "..100= 人"),
        ("未超过三十日", "..30= 日"),
        ("不得少于5年", "5=.. 年"),
        ("9人以下", "..9? 人"),
        ("2人及其以下", "..2= 人"),
        ("2人及以上", "2=.. 人"),
        ("2人以下（含2人）", "..2= 人"),
        ("50%（含）以上100%（不含）以下", "50=..100 %"),
        ("3人以上（含3人），少于5人", "3=..5 人"),
        ("能见度不足100米", "..100 米"),
        ("10≤死亡人数<30", "10=..30 "),
        ("大于等于10小于30", "10=..30 "),
        ("介于10%与20%之间", "10?..20? %"),
        ("三年以上七年以下", "3=..7? 年"),
        ("百分之三十以上", "30=.. %"),
        ("不满1万元", "..10000 元"),
        ("1万元以上不满5万元", "10000=..50000 元"),
        ("5000万元以上1亿元以下", "5e+07=..1e+08? 元"),
        ("1,000人以上", "1000=.. 人"),
        ("5.0级以上6.0级以下", "5=..6? 级"),
        ("降至-10℃以下", "..-10? ℃"),
        ("零下10℃以下", "..-10? ℃"),
        ("2小时内", "..2= 小时"),
        ("中毒人数30-99人", "30=..99= 人"),
        ("2个以上县", "2=.. 个"),
        ("30万千瓦以上", "300000=.. 千瓦"),
        ("220千伏以上", "220=.. 千伏"),
        ("10人以上至30人", "10=..30= 人"),
        ("100①人以上300②人以下", "100=..300? 人"),
    ],
)
def test_meaning(text: str, meaning: str) -> None:
    assert [shown(band) for band in scan(normalise(text))] == [meaning]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("死亡4至9人以上", "range-bound"),
        ("20%-40%以下", "range-bound"),
        ("10人以上30人以上", "same-side"),
        ("缺口达10%以内", "reach-within"),
        ("超过30人以上", "double"),
        ("约30人左右", "double"),
        ("不足30人以上", "opposed"),
        ("超过30人（含）", "note"),
        ("10以上30人以下", "no-unit"),
        ("5.0以上、6.0级以下", "no-unit"),
        ("满十年以上", ""),
        ("10-29例", ""),
        ("10人以上30人以下", ""),
    ],
)
def test_flaw(text: str, flaw: str) -> None:
    assert [band.flaw for band in scan(normalise(text))] == [flaw]


@pytest.mark.parametrize(
    "text",
    [
        "第三条第2款", "2021年5月1日", "5.2.1 响应", "晋政发〔2021〕3号", "十余人", "几十人", "数百人", "一个县",
        "0356-2198331", "第一次会议", "三、工作要求",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert scan(normalise(text)) == ()


def test_crossed_bands_share_their_bounds() -> None:
    bands = scan("倒塌房屋20万间或7万户以上、30万间或10万户以下")
    assert [shown(band) for band in bands] == ["200000=..300000? 间", "70000=..100000? 户"]


def test_mixed_units_of_one_kind_are_converted() -> None:
    (band,) = scan("责令停业6个月以上1年以下")
    assert band.lower
    assert band.upper
    assert (band.lower.value, band.upper.value) == (6, 12)


def test_mixed_units_of_different_kinds_do_not_pair() -> None:
    assert [shown(band) for band in scan("处违法所得30%以上2倍以下罚款")] == ["30=.. %", "..2? 倍"]


@given(st.integers(2, 10**6), st.integers(2, 10**6), st.sampled_from(sorted(UNITS)), st.booleans())
def test_round_trip(low: int, high: int, unit: str, han: bool) -> None:
    """What is written down as a band is read back, in both kinds of numerals, with its place."""
    if unit == "年":
        low, high = low % 900 + 2, high % 900 + 2  # 2021年 is a date
    words = [to_chinese(value) if han else str(value) for value in (low, high)]
    text = f"造成{words[0]}{unit}以上不足{words[1]}{unit}的"
    (band,) = scan(text)
    assert band.lower
    assert band.upper
    factor = UNITS[unit].factor
    assert (band.lower.value, band.upper.value) == (low * factor, high * factor)
    assert text[band.start : band.end] == text[2:-1]
    assert text[band.lower.start : band.lower.end] == words[0] + unit
    assert (band.lower.inclusive, band.upper.inclusive) == (True, False)


@given(
    st.text(st.sampled_from("0123456789.,一二十百万人例%元年以上下内不足超过至-～（）()含约达第、；。 "), max_size=40)
)
def test_any_text_gives_bands_in_order_inside_it(text: str) -> None:
    text = normalise(text)
    last = 0
    for band in scan(text):
        assert 0 <= band.start < band.end <= len(text)
        assert band.start >= last or band.form == "bound"
        last = band.start


@pytest.mark.parametrize(
    ("sign", "letters"),
    [("㎜", "mm"), ("㎝", "cm"), ("㎞", "km"), ("㎡", "m²"), ("㎥", "m³"), ("㎏", "kg"), ("㎎", "mg")],
)
def test_unit_of_one_character_is_that_of_its_letters(sign: str, letters: str) -> None:
    one, other = unit_at(f"{sign}以上", 0), unit_at(f"{letters}以上", 0)
    assert one
    assert other
    assert one[1:] == other[1:]


def test_longest_unit_wins() -> None:
    unit = unit_at("个工作日内", 0)
    assert unit
    assert unit.name == "个工作日"
    assert unit_at("的", 0) is None
