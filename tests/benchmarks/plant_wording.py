"""Defects in punctuation, characters and wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planting import Planted, matches, operator, put


@operator("FM001")
def unpair_a_bracket(raw: str) -> Iterator[Planted]:
    for match in matches(r"[(（][\u4e00-\u9fff、]{3,30}[)）]", raw):
        yield put(raw, match.end() - 1, match.end(), "")._replace(start=match.start(), end=match.end())


@operator("FM001")
def unpair_a_title_mark(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"《[\u4e00-\u9fff]{4,30}》", raw):
        yield put(raw, match.end() - 1, match.end(), "")._replace(start=match.start(), end=match.end())


@operator("FM001")
def mismatch_a_bracket(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"〔[\u4e00-\u9fff、:：,，()（）]{6,60}〕", raw):
        yield put(raw, match.end() - 1, match.end(), "]")._replace(start=match.start(), end=match.end())


@operator("FM002")
def mix_numerals(raw: str) -> Iterator[Planted]:
    if len(re.findall("[ⅠⅡⅢⅣ]级", raw)) >= 3 and not re.search("[IV]+级", raw):
        for match in matches("([ⅡⅢ])级", raw):
            yield put(raw, match.start(1), match.end(1), "II" if match[1] == "Ⅱ" else "III")


@operator("FM005", "FM003")
def drop_the_last_full_stop(raw: str) -> Iterator[Planted]:
    for match in re.finditer(
        r"(?m)[\u4e00-\u9fff]{12,}(。)\s*\n\s*\n?(?=第[一二三四五六七八九十百]+[条章]|[一二三四五六七八九十]、)", raw
    ):
        yield put(raw, match.start(1), match.end(1), "")._replace(start=match.start())


@operator("WD001")
def a_latin_word(raw: str) -> Iterator[Planted]:
    for match in matches(r"[\u4e00-\u9fff]{3}(和)[\u4e00-\u9fff]{3}", raw):
        yield put(raw, match.start(1), match.end(1), " and ")


@operator("WD002")
def a_word_twice(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?:应当|负责|进行|按照|根据|加强|建立|组织)(?=[\u4e00-\u9fff]{4})", raw):
        yield put(raw, match.end(), match.end(), match[0])._replace(start=match.start())


@operator("WD002")
def a_sentence_twice(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?<=。)[\u4e00-\u9fff、，,]{14,60}。", raw):
        yield put(raw, match.end(), match.end(), match[0])._replace(start=match.start())


def _replaced(raw: str, right: str, wrong: str) -> Iterator[Planted]:
    for match in matches(right, raw):
        yield put(raw, *match.span(), wrong)


@operator("WD004")
def confuse_other(raw: str) -> Iterator[Planted]:
    yield from _replaced(raw, "其他", "其它")


@operator("WD004")
def confuse_deploy(raw: str) -> Iterator[Planted]:
    yield from _replaced(raw, "部署", "布署")


@operator("WD004")
def confuse_revoke(raw: str) -> Iterator[Planted]:
    yield from _replaced(raw, "撤销", "撤消")


@operator("WD004")
def confuse_until(raw: str) -> Iterator[Planted]:
    yield from _replaced(raw, r"截至(?=\d{4}年)", "截止")


@operator("WD004")
def confuse_leak(raw: str) -> Iterator[Planted]:
    yield from _replaced(raw, "(?:(?<=气体)|(?<=燃气)|(?<=物质)|(?<=介质))泄漏", "泄露")


@operator("WD006")
def leave_markup(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff]{6})", raw):
        yield put(raw, match.end(), match.end(), "<br>")


@operator("WD006")
def leave_a_replacement_character(raw: str) -> Iterator[Planted]:
    for match in matches(r"[\u4e00-\u9fff]{4}([\u4e00-\u9fff])[\u4e00-\u9fff]{4}", raw):
        yield put(raw, match.start(1), match.end(1), "\ufffd")


@operator("LV006")
def another_colour(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?:一级|Ⅰ级)[、（(]?红色|红色预警[（(](?:一级|Ⅰ级)", raw):
        at = raw.index("红", match.start())
        yield put(raw, at, at + 1, "橙")._replace(start=match.start(), end=match.end())


@operator("LV004")
def a_foreign_level(raw: str) -> Iterator[Planted]:
    for match in matches(r"其他较大(?=[\u4e00-\u9fff]*(?:事件|事故))", raw):
        yield put(raw, match.start() + 2, match.end(), "一般")._replace(start=match.start())


@operator("LV003")
def the_same_condition_twice(raw: str) -> Iterator[Planted]:
    """The first condition of one level as the first of the next."""
    pattern = r"启动[^\n]{0,12}(?:应急)?响应[。:：]\s*\n\s*\n?[(（][1一][)）]([^\n]{12,})\n"
    found = list(re.finditer(pattern, raw))
    for one, other in pairwise(found):
        if one[1] != other[1] and 0 < other.start() - one.end() < 6000:
            yield put(raw, other.start(1), other.end(1), one[1])
