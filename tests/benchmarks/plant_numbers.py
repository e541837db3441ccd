"""Defects in thresholds, counts, sums, dates and contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planting import Planted, line_of, matches, operator, put

UNIT = "人|例|起|户|%|％|万元|亿元|吨|公顷|小时"
BAND = rf"(?<![\d.])(\d+(?:\.\d+)?)({UNIT})?以上(?:、)?(\d+(?:\.\d+)?)({UNIT})以下"


@operator("TH001")
def swap_bounds(raw: str) -> Iterator[Planted]:
    for match in matches(BAND, raw):
        low, unit, high, other = match.groups()
        if float(low) < float(high) and unit in (None, other):
            yield put(raw, *match.span(), f"{high}{unit or ''}以上{low}{other}以下")


def graded(raw: str, at: int) -> bool:
    """Whether a band grades something: fines share ends on purpose, and no check compares them with each other."""
    start, end = line_of(raw, at)
    return not re.search("罚款|处以|给予|补助|奖励", raw[start:end])


@operator("TH001", "TH002", "TH003", "TH007")
def widen_band(raw: str) -> Iterator[Planted]:
    """The upper bound of a band beyond the lower bound of the level above, where another band begins at it."""
    for match in matches(BAND, raw):
        low, unit, high, other = match.groups()
        if float(low) >= float(high) or unit not in (None, other) or not graded(raw, match.start()):
            continue
        if len(re.findall(rf"(?<![\d.]){re.escape(high)}{other}以上", raw)) == 1:
            wider = f"{float(high) * 1.4:g}"
            yield put(raw, *match.span(), f"{low}{unit or ''}以上{wider}{other}以下")


@operator("TH001", "TH002", "TH003", "TH007")
def narrow_band(raw: str) -> Iterator[Planted]:
    for match in matches(BAND, raw):
        low, unit, high, other = match.groups()
        if float(high) < float(low) * 1.6 or unit not in (None, other) or not graded(raw, match.start()):
            continue
        if len(re.findall(rf"(?<![\d.]){re.escape(high)}{other}以上", raw)) == 1:
            narrower = f"{float(low) + (float(high) - float(low)) * 0.5:g}"
            yield put(raw, *match.span(), f"{low}{unit or ''}以上{narrower}{other}以下")


@operator("TH004")
def bound_behind_a_range(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?<![\d.])\d+(?:人|例)?(?:至|-|—|～)\d+(?:人|例|起)(?![以之\d])", raw):
        yield put(raw, *match.span(), match[0] + "以上")


@operator("TH005", "TH003", "TH002")
def drop_the_boundary_clause(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"[^\n。]*“以上”(?:包括|含|包含)本数[^\n。]*。", raw):
        shared = re.search(BAND, raw)
        if shared and match.start() > shared.end():
            text = raw[: match.start()] + raw[match.end() :]
            yield Planted(text, 0, len(text))


@operator("TH006", "TH005", "TH002")
def contradict_the_boundary_clause(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"“?以下”?(不包括|不含|不包含)本数", raw):
        yield Planted(raw[: match.start(1)] + match[1][1:] + raw[match.end(1) :], 0, len(raw) - 1)


@operator("TH011")
def exceeding_and_above(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?<!不得)(?<!不)超过\d+(?:人|例|日|天|万元|元|%|％|小时|米|吨|公里)(?![以的之])", raw):
        yield put(raw, *match.span(), match[0] + "以上")


@operator("CN001")
def declare_one_more(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?:下设|分为|划分为|设立?|设置)(\d)个[\u4e00-\u9fff]{0,8}[,，:：]?(?:即|分别为|包括)", raw):
        value = int(match[1])
        yield put(raw, match.start(1), match.end(1), str(value + 1 if value < 9 else value - 1))


@operator("CN002")
def break_a_sum(raw: str) -> Iterator[Planted]:
    for match in matches(r"共计?(\d+)[个项家户人][^。;；\n]{0,20}其中[:：,，]", raw):
        end = raw.find("。", match.end())
        parts = list(re.finditer(r"\d+(?=[个项家户人])", raw[match.end() : end]))
        if len(parts) >= 3 and sum(int(part[0]) for part in parts) == int(match[1]):
            at = match.end() + parts[1].start()
            yield Planted(put(raw, at, at + len(parts[1][0]), str(int(parts[1][0]) + 3)).text, match.start(), end)


@operator("DT001")
def a_day_that_is_not(raw: str) -> Iterator[Planted]:
    for match in matches(r"(\d{4}年)(\d{1,2})月(\d{1,2})日", raw):
        yield put(raw, *match.span(), f"{match[1]}2月30日")


@operator("DT001")
def a_thirteenth_month(raw: str) -> Iterator[Planted]:
    for match in matches(r"(\d{4}年)(\d{1,2})月(\d{1,2})日", raw):
        yield put(raw, *match.span(), f"{match[1]}13月{match[3]}日")


@operator("DT002")
def in_force_before_issue(raw: str) -> Iterator[Planted]:
    dated = re.search(
        r"(?m)^\s*(\d{4})年\d{1,2}月\d{1,2}日\s*$|(\d{4})年\d{1,2}月\d{1,2}日[^\n]{0,40}(?:公布|通过)", raw
    )
    for match in matches(r"自(\d{4})年\d{1,2}月\d{1,2}日起(?:施行|实施|执行)", raw) if dated else ():
        year = int(dated[1] or dated[2]) if dated else 0
        if int(match[1]) >= year and "附则" in raw[max(0, match.start() - 3000) : match.start()]:
            yield put(raw, match.start(1), match.end(1), str(year - 12))


@operator("DT004")
def a_leading_zero(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?m)^\s*(\d{4}年)([1-9])月(\d{1,2}日)\s*$", raw):
        yield put(raw, match.start(1), match.end(3), f"{match[1]}0{match[2]}月{match[3]}")


@operator("DT005")
def a_wrong_weekday(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?<!\d)\d{1,2}月\d{1,2}日[(（](?:星期|周)([一二三四五六日])[)）]", raw):
        other = "一二三四五六日"[("一二三四五六日".index(match[1]) + 2) % 7]
        yield put(raw, match.start(1), match.end(1), other)._replace(start=match.start(), end=match.end())


@operator("CT003")
def a_digit_too_few(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)", raw):
        yield put(raw, *match.span(), match[0][:-2])


@operator("CT001")
def one_number_for_two(raw: str) -> Iterator[Planted]:
    """The telephone of the row above in the row below, both rows of two cells."""
    for match in re.finditer(r"(?m)^([^\t\n]{3,})\t(\d{7})(?= |\n)[^\n]*\n([^\t\n]{3,})\t(\d{7})(?= |\n)", raw):
        if raw.count(match[2]) == 1 and match[2] != match[4]:
            start, end = line_of(raw, match.start(4))
            yield Planted(put(raw, match.start(4), match.end(4), match[2]).text, start, end)
