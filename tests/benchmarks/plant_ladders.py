"""Defects in ladders: bounds that lost a word, fines out of order, levels that miss, share or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planting import Planted, matches, operator, put

NUMBER = r"(?<![\d.第])(\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
UNIT = "(万元|亿元|元|吨|人|户|%|％|倍|公顷|平方米|立方米|小时|分贝)"
FINE = rf"{NUMBER}{UNIT}以上{NUMBER}(?:\2)以下(?=的?罚款)"


@operator("TH004")
def drop_the_word_of_the_upper_bound(raw: str) -> Iterator[Planted]:
    """20%以上30%的罚款."""
    for match in matches(FINE, raw):
        yield put(raw, *match.span(), match[0].removesuffix("以下"))


@operator("TH004")
def cut_the_word_of_the_lower_bound(raw: str) -> Iterator[Planted]:
    """1000元以2000元以下."""
    for match in matches(FINE, raw):
        yield put(raw, *match.span(), match[0].replace("以上", "以", 1))


@operator("TH004")
def drop_the_number_of_the_upper_bound(raw: str) -> Iterator[Planted]:
    """一万元以上万元以下."""
    for match in matches(rf"{NUMBER}万元以上{NUMBER}(?=万元以下)", raw):
        yield put(raw, *match.span(), match[0].removesuffix(match[2]))


@operator("TH004")
def power_behind_the_unit(raw: str) -> Iterator[Planted]:
    """2.5元万以上."""
    for match in matches(rf"{NUMBER}万元(?=以上)", raw):
        yield put(raw, *match.span(), match[0].replace("万元", "元万"))


@operator("TH004")
def lower_bound_bare(raw: str) -> Iterator[Planted]:
    """1吨不足3吨."""
    for match in matches(rf"{NUMBER}{UNIT}以上不[足满]{NUMBER}(?:\2)", raw):
        yield put(raw, *match.span(), match[0].replace("以上", "", 1))


@operator("TH001")
def bounds_in_reverse(raw: str) -> Iterator[Planted]:
    """10吨以下30吨以上."""
    for match in matches(rf"{NUMBER}{UNIT}以上{NUMBER}(?:\2)以下(?!的?罚款)", raw):
        yield put(raw, *match.span(), f"{match[1]}{match[2]}以下{match[3]}{match[2]}以上")


@operator("TH001")
def fine_upside_down(raw: str) -> Iterator[Planted]:
    for match in matches(FINE, raw):
        if match[1] != match[3]:
            yield put(raw, *match.span(), f"{match[3]}{match[2]}以上{match[1]}{match[2]}以下")


@operator("TH011")
def exceeded_and_up(raw: str) -> Iterator[Planted]:
    """超过3次以上."""
    for match in matches(rf"(?<![不得未能])超过{NUMBER}{UNIT}(?![以(（至—－\-])", raw):
        yield put(raw, *match.span(), match[0] + "以上")


@operator("TH011")
def exceeded_and_included(raw: str) -> Iterator[Planted]:
    """超过35周岁（含）."""
    for match in matches(rf"(?<![不得未能])超过{NUMBER}{UNIT}(?![以(（至—－\-])", raw):
        yield put(raw, *match.span(), match[0] + "（含）")


@operator("TH013")
def drop_the_unit_of_the_lower_bound(raw: str) -> Iterator[Planted]:
    for match in matches(rf"{NUMBER}{UNIT}以上{NUMBER}(?:\2)以下", raw):
        if match[1].isascii():
            yield put(raw, *match.span(), match[0].replace(match[2], "", 1))


@operator("TH012")
def fines_of_two_steps_exchanged(raw: str) -> Iterator[Planted]:
    """The fine of the plain case and that of the grave one."""
    fines = list(re.finditer(FINE, raw))
    for one, other in pairwise(fines):
        between = raw[one.end() : other.start()]
        if re.search("[；;]情节严重的", between) and len(between) < 40 and one[0] != other[0]:
            yield put(raw, one.start(), other.end(), other[0] + between + one[0])


@operator("TH003", "TH002")
def last_step_moved_up(raw: str) -> Iterator[Planted]:
    """不足5万元的…；5万元以上的… with the second number raised."""
    step = r"的[，,][^。\n]{4,60}?[；;]\s*(?:（[一二三四五六七八九十]）)?[^；;。\n]{0,12}?"
    pattern = rf"不[足满]{NUMBER}{UNIT}{step}\1\2(?=以上)"
    for match in re.finditer(pattern, raw):
        if match[1].isascii():
            raised = f"{float(match[1]) * 2:g}{match[2]}"
            end = match.end()
            yield put(raw, end - len(match[1] + match[2]), end, raised)
