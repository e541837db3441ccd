"""Dates are proved against the calendar of the standard library; clauses by their forms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.dt.dt002_date_order import date_order
from checks.dt.dt010_impossible_time import impossible_time
from linter.facts.base.dates import (
    Date,
    add_months,
    dates,
    days_between,
    effects,
    month_length,
    possible,
    weekday,
    within,
)
from linter.language.text import Span, Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse

DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2399, 12, 31))


def read(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def found(raw: str) -> list[tuple[int | None, int, int | None]]:
    return [(date.year, date.month, date.day) for date in read(raw).read(dates)]


@given(DAYS)
def test_weekday_is_that_of_the_calendar(day: dt.date) -> None:
    assert weekday(day.year, day.month, day.day) == day.weekday()


@given(DAYS, DAYS)
def test_days_between(one: dt.date, other: dt.date) -> None:
    assert days_between((one.year, one.month, one.day), (other.year, other.month, other.day)) == (other - one).days


@given(st.integers(1901, 2399), st.integers(0, 14), st.integers(0, 33))
def test_possible_exactly_where_the_calendar_has_the_day(year: int, month: int, day: int) -> None:
    date = Date(year, month, day, "figures", "", 0, 0, Span(0, 0))
    try:
        dt.date(year, month, day)
    except ValueError:
        assert not possible(date)
    else:
        assert possible(date)


@given(DAYS, st.integers(0, 240))
def test_months_later(day: dt.date, months: int) -> None:
    year, month, last = add_months((day.year, day.month, day.day), months)
    assert (year * 12 + month) - (day.year * 12 + day.month) == months
    assert last == min(day.day, month_length(month, year))


@given(DAYS)
def test_figures_are_read_back(day: dt.date) -> None:
    assert found(f"请于{day.year}年{day.month}月{day.day}日前报送。") == [(day.year, day.month, day.day)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("二〇二一年十月十四日", [(2021, 10, 14)]),
        ("2021 年 10 月 14 日", [(2021, 10, 14)]),
        ("２０２１年１０月１４日", [(2021, 10, 14)]),
        ("3月5日至4月10日", [(None, 3, 5), (None, 4, 10)]),
        ("2021年10月", [(2021, 10, None)]),
        ("2021-02-30、2021/3/4", [(2021, 2, 30), (2021, 3, 4)]),
        ("中華民國九十三年九月二十四日", [(93, 9, 24)]),
        ("三个月内，18月龄，每月5日，第三月，三月", []),
        ("农历二月三十日，文号2021-3-456", []),
        ("编号A2021-02-30", []),
    ],
)
def test_forms_of_dates(raw: str, expected: list[tuple[int | None, int, int | None]]) -> None:
    assert found(f"说明：{raw}。") == expected


def test_within_is_by_offset() -> None:
    all_dates = read("一、2021年1月1日。\n\n二、2021年2月2日，2021年3月3日。").read(dates)
    assert [date.month for date in within(all_dates, all_dates[1].start, all_dates[2].end)] == [2, 3]


@pytest.mark.parametrize(
    ("raw", "subject", "event", "since"),
    [
        ("本办法自2022年1月1日起施行。", "本办法", "", True),
        ("本预案自印发之日起实施。", "本预案", "印发", True),
        ("本细则自发布之日施行。", "本细则", "发布", False),
        ("现印发给你们，自2022年1月1日起执行。", "", "", True),
    ],
)
def test_effect_clauses(raw: str, subject: str, event: str, since: bool) -> None:
    (effect,) = read(raw).read(effects)
    assert (effect.subject, effect.event, effect.since) == (subject, event, since)
    assert (effect.date is None) == bool(event)


def test_a_clause_is_not_measured_on_the_letter_of_another_act_in_the_file() -> None:
    act = "海州市居住证办法\n\n第一条 制定本办法。\n\n第二条 本办法自2016年1月1日起施行。\n\n"
    letter = "各区：\n\n现转发给你们，请执行。\n\n海州市人民政府\n\n2019年3月23日\n\n"
    assert findings(date_order, f"{act}{letter}海州市居住证细则\n\n第一条 制定本细则。\n") == []
    assert len(findings(date_order, f"{act}{letter}")) == 1


def test_a_gazette_comes_out_after_its_notices() -> None:
    raw = (Path(__file__).parent.parent / "examples" / "jincheng-2021-05.txt").read_text("utf-8")
    assert findings(date_order, raw) == []
    early = raw.replace("2021年11月25日出版", "2021年10月20日出版")
    late = [early[one.span.start : one.span.end] for one in findings(date_order, early)]
    assert late == ["2021年10月25日", "2021年10月28日"]


@given(st.integers(0, 30), st.integers(0, 99))
def test_every_time_of_day(hour: int, minute: int) -> None:
    """DT010: what a clock does not show is told, in the morning also what is past noon, and nothing else is."""
    exists = (hour < 24 and minute < 60) or (hour, minute) == (24, 0)
    for part, least in (("", 24), ("下午", 24), ("上午", 12)):
        found = findings(impossible_time, f"一、会议定于3月5日{part}{hour}:{minute:02}召开。\n")
        assert bool(found) == (not exists or hour > least)


@pytest.mark.parametrize(
    "words",
    [
        "现发布《海州市农村公路养护办法》，自2020年11月1日起施行。",
        "一、标准提高到680元。\n\n二、上述标准从2020年11月1日起执行。",
    ],
)
def test_what_is_issued_or_named_above_is_not_in_force_before_it_is_signed(words: str) -> None:
    raw = f"海州市民政局关于低保标准的通知\n\n各县民政局：\n\n{words}\n\n海州市民政局\n\n2020年12月7日\n"
    assert [raw[one.span.start : one.span.end] for one in findings(date_order, raw)] == ["2020年11月1日"]
