"""Numbers are proved by round trips, and by what must not be read as one."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.numerals import (
    ARABIC,
    NUMBER,
    arabic,
    chinese,
    exact,
    money,
    number,
    ordinal,
    plain,
    roman,
    to_chinese,
    to_roman,
)

whole = st.integers(0, 10**16 - 1)


@given(whole)
def test_chinese_round_trip(value: int) -> None:
    assert chinese(to_chinese(value)) == value


@given(st.integers(0, 9999), st.sampled_from([1, 10**4, 10**8, 10**12]))
def test_round_numbers_keep_their_zeros(value: int, power: int) -> None:
    words = to_chinese(value * power)
    assert chinese(words) == value * power
    assert re.fullmatch(NUMBER, words)


@given(st.integers(1, 3999))
def test_roman_round_trip(value: int) -> None:
    assert roman(to_roman(value)) == value
    assert roman(to_roman(value).lower()) == value


@given(whole)
def test_separated_thousands(value: int) -> None:
    assert arabic(f"{value:,}") == value
    assert arabic(f"{value:,}".replace(",", " ")) == value
    assert re.fullmatch(ARABIC, f"{value:,}")


@given(st.integers(0, 10**6), st.integers(1, 4))
def test_decimals_are_exact(value: int, places: int) -> None:
    digits = str(value).rjust(places + 1, "0")
    words = f"{digits[:-places]}.{digits[-places:]}"
    assert arabic(words) == Fraction(value, 10**places)
    assert number(words + "万") == Fraction(value, 10**places) * 10**4


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_mixed_forms_agree_with_han(high: int, low: int) -> None:
    if high and low > 999:
        assert number(f"{high}亿{low}万") == high * 10**8 + low * 10**4
        assert number(to_chinese(high) + "亿" + to_chinese(low) + "万") == high * 10**8 + low * 10**4


@given(st.one_of(whole, st.fractions(min_value=0, max_value=10**6, max_denominator=1000)))
def test_plain_words_read_back(value: int | Fraction) -> None:
    words = plain(value)
    if "/" not in words:
        assert number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("两千", 2000),
        ("一百二", 120),
        ("一万五", 15000),
        ("一百零五", 105),
        ("十五", 15),
        ("二〇二一", 2021),
        ("壹拾万", 100000),
        ("1亿2000万", 120_000_000),
        ("5000万", 50_000_000),
        ("1.5亿", 150_000_000),
        ("1万5千", 15000),
        ("一万二千三百四十五亿", 1_234_500_000_000),
        ("百分之三十", Fraction(3, 10)),
        ("百分之十二点五", Fraction(1, 8)),
        ("三分之一", Fraction(1, 3)),
        ("万分之五", Fraction(1, 2000)),
    ],
)
def test_values(words: str, value: int | Fraction) -> None:
    assert number(words) == value
    assert re.fullmatch(NUMBER, words)


@pytest.mark.parametrize("words", ["", "十百", "一二百", "万", "百", "千百", "3,44", "一百百", "亿万", "三点x"])
def test_no_numbers(words: str) -> None:
    with pytest.raises(ValueError, match=r"number|power|zero|digit|order"):
        number(words)


@pytest.mark.parametrize(("words", "value"), [("Ⅳ", 4), ("IV", 4), ("ІІІ", 3), ("ⅡI", 3), ("ⅻ", 12)])
def test_roman_look_alikes(words: str, value: int) -> None:
    assert roman(words) == value


@pytest.mark.parametrize("words", ["", "IIII", "VX", "IL", "ⅠⅤⅠ", "1"])
def test_no_roman(words: str) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(words)


@pytest.mark.parametrize("value", [-1, 10**16])
def test_out_of_range(value: int) -> None:
    with pytest.raises(ValueError, match="Han"):
        to_chinese(value)


def test_exact_keeps_whole_numbers_as_integers() -> None:
    assert type(exact(6, 3)) is int
    assert exact(1, 3) == Fraction(1, 3)
    assert plain(Fraction(59, 2)) == "29.5"
    assert plain(-5) == "-5"
    assert plain(120_000_000) == "1.2亿"


def test_every_ordinal_is_read_in_each_of_its_forms() -> None:
    for value in range(1, 10_000):
        words = to_chinese(value)
        assert ordinal(words) == ordinal(str(value)) == value
        # 一百十六 without its 一, and 廿, 卅 for the tens.
        assert ordinal(words.replace("百一十", "百十")) == value
        assert ordinal(words.replace("二十", "廿").replace("三十", "卅")) == value
    assert [ordinal(chr(ord("①") + at)) for at in range(20)] == list(range(1, 21))


@pytest.mark.parametrize("words", ["", "²", "⁶", "⅓", "½", "十百", "一x", "1.5", "①②", "-1", "１"])
def test_no_ordinal(words: str) -> None:
    assert ordinal(words) == 0


@pytest.mark.parametrize("sign", [*"⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂½⅓⅔¼¾⅛", "㈠", "㊀"])
def test_raised_figures_and_fractions_are_no_digits(sign: str) -> None:
    assert not re.fullmatch(NUMBER, sign)
    assert not re.fullmatch(NUMBER, f"10{sign}")
    with pytest.raises(ValueError, match="not a"):
        number(f"10{sign}")


@given(st.integers(1, 10**12), st.integers(0, 9), st.integers(0, 9))
def test_amounts_in_words_are_read_to_the_fen(yuan: int, jiao: int, fen: int) -> None:
    words = to_chinese(yuan).translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")) + "元"
    digits = "零壹贰叁肆伍陆柒捌玖"
    words += f"{digits[jiao]}角" if jiao else "零" if fen else ""
    words += f"{digits[fen]}分" if fen else "整"
    assert money(words) == yuan + Fraction(10 * jiao + fen, 100)


@given(st.integers(0, 10**16 - 1), st.sampled_from(["", "元", "人", "第", "共"]))
def test_a_number_is_read_whole(value: int, beside: str) -> None:
    words = to_chinese(value)
    found = re.search(NUMBER, f"{beside}{words}{beside}")
    assert found
    assert found[0] == words
    assert number(found[0]) == value
