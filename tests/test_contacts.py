"""Contact tables in their layouts, and the numbers of running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.ct.ct001_one_number_two_bodies import one_number_two_bodies
from checks.ct.ct003_telephone_form import telephone_form
from checks.ct.ct004_personal_mobile import personal_mobile
from linter.facts.bodies.contacts import body_key, contacts, owns_lines, same_body, telephones
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse


def read(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def rows(raw: str) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (one.name, one.person, [(number.area, number.digits, number.role) for number in one.numbers])
        for one in read(raw).read(contacts)
    ]


def test_columns_side_by_side() -> None:
    raw = (
        "附件1 联系表\n\n单位\t电话\t传真\t单位\t电话\t传真\n"
        "省交通厅\t0351-4663010\t0351-4663010\t市委值班室\t2023001\t2066622\n市水务局\t2025754\t2025754\t\t\t\n"
    )
    assert rows(raw) == [
        ("省交通厅", "", [("0351", "4663010", "phone"), ("0351", "4663010", "fax")]),
        ("市委值班室", "", [("", "2023001", "phone"), ("", "2066622", "fax")]),
        ("市水务局", "", [("", "2025754", "phone"), ("", "2025754", "fax")]),
    ]


def test_many_numbers_in_a_cell() -> None:
    raw = "附件1 联络表\n\n单位名称\t联系电话\n市能源局\t2061323 2062520 (传真同号)\n市公安局\t3010110 2028110 (传真)\n"
    assert rows(raw) == [
        ("市能源局", "", [("", "2061323", "phone"), ("", "2062520", "both")]),
        ("市公安局", "", [("", "3010110", "phone"), ("", "2028110", "fax")]),
    ]


def test_a_second_row_belongs_to_the_name_above() -> None:
    raw = (
        "附件1 通讯录\n\n单位名称\t联系人\t移动电话\t固定电话\n兰山科创\t李某\t13800000002\t2189601\n"
        "\t王某\t13800000003\t\n市气象局\t张某\t138****0004\t2051909\n"
    )
    assert rows(raw) == [
        ("兰山科创", "李某", [("", "13800000002", "mobile"), ("", "2189601", "phone")]),
        ("兰山科创", "王某", [("", "13800000003", "mobile")]),
        ("市气象局", "张某", [("", "2051909", "phone")]),
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("联系电话：0351-4045001", [("0351", "4045001")]),
        ("电话：(0356)2198496", [("0356", "2198496")]),
        ("传真：01066933312", [("010", "66933312")]),
        ("致电400-893-9111、400-790-1999咨询", [("", "4008939111"), ("", "4007901999")]),
        ("监督电话12345，举报热线：12369", [("", "12345"), ("", "12369")]),
        ("手机：138****0000；共有电话3部", []),
        ("电话费不超过2000元", []),
    ],
)
def test_numbers_of_running_text(raw: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.area, one.digits) for one in read(raw + "。").read(telephones)] == expected


def test_spans_point_at_the_digits() -> None:
    raw = "附件1 联络表\n\n单位名称\t联系电话\n市公安局\t3010110 2028110 (传真)\n市教育局\t2066102\n"
    document = read(raw)
    spans = [number.span for one in document.read(contacts) for number in one.numbers]
    assert [raw[start:end] for start, end in spans] == ["3010110", "2028110", "2066102"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("市交通局", "市交通运输局", True),
        ("市政府值班室", "市政府办公室", True),
        ("市卫健委", "市卫生健康委员会", True),
        ("晋城市消防救援支队", "市消防救援支队", True),
        ("市财政局", "市民政局", False),
        ("市商务局", "市水务局", False),
        ("城区交通局", "泽州县交通局", False),
    ],
)
def test_same_body(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same


def test_a_desk_is_found_under_its_body() -> None:
    assert body_key("市委值班室") == body_key("市委")
    assert owns_lines("市政府值班室")
    assert not owns_lines("综合科")


ISSUE = (Path(__file__).parent.parent / "examples" / "jincheng-2021-05.txt").read_text("utf-8")


def test_the_contact_tables_of_a_real_issue() -> None:
    shared = [ISSUE[one.span.start : one.span.end] for one in findings(one_number_two_bodies, ISSUE)]
    assert shared == ["2198741", "2037755", "2023797"]
    assert findings(telephone_form, ISSUE) == []
    (mobile,) = findings(personal_mobile, ISSUE)
    assert len(mobile.related) == 13


def test_a_digit_lost_in_a_real_issue() -> None:
    raw = ISSUE.replace("市水务局\t2025754 2024011", "市水务局\t205754 2024011")
    assert raw != ISSUE
    assert [raw[one.span.start : one.span.end] for one in findings(telephone_form, raw)] == ["205754"]
