"""Lists of bodies: enumerations, rosters, groups, posts, damage — and defects planted in a real issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from linter.facts.bodies.abbreviations import abbreviations
from linter.facts.bodies.lists import BodyList, body_lists
from linter.facts.bodies.posts import group_declarations, groups_described, posts
from linter.facts.bodies.rosters import rosters
from linter.facts.bodies.unknown import unknown_bodies
from linter.kernel.check import Check
from linter.kernel.engine import Active, lint_source
from linter.kernel.registry import load
from linter.kernel.result import Diagnostic
from linter.language.office import Office
from linter.language.text import Text
from linter.pages.testing import findings
from linter.sources import make_source
from linter.structure.model import Document, Issue
from linter.structure.parse import parse

CHECKS = load().by_code
PHONES = """联系表

单位\t电话\t单位\t电话
市公安局\t3010110\t市民政局\t2299291
市财政局\t2022975\t市水利局\t2025754
市教育局\t2066102\t市商务局\t2024190
"""


def one(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def only_list(raw: str) -> BodyList:
    found = one(raw).read(body_lists)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("raw", "role", "bodies"),
    [
        ("加强监管。（市教育局、市公安局按照职责分工负责）", "responsible", "市教育局 市公安局"),
        ("加强监管。〔责任单位：省教育厅，省公安厅〕", "responsible", "省教育厅 省公安厅"),
        ("由市能源局、市财政局和市住房和城乡建设局等部门组成。", "members", "市能源局 市财政局 市住房和城乡建设局"),
        ("牵头单位：市委宣传部", "lead", "市委宣传部"),
        ("成员单位：\n\n区教育局、区公安分局、团区委", "members", "区教育局 区公安分局 团区委"),
        ("（商务部、海关总署等有关部门负责）", "responsible", "商务部 海关总署"),
        ("由市公安局、中国移动、中国电信滨海分公司保障。", "row", "市公安局 中国移动 中国电信滨海分公司"),
        ("（发展改革委、扶贫办、供销合作总社等和各省级人民政府负责）", "responsible", "发展改革委 扶贫办 供销合作总社"),
    ],
)
def test_enumerated_bodies(raw: str, role: str, bodies: str) -> None:
    found = only_list(raw)
    assert found.role == role
    assert [member.text for member in found.members if member.certain][: len(bodies.split())] == bodies.split()


def test_lead_and_responsible_bodies_in_one_bracket() -> None:
    lists = one("完善标准。〔牵头单位：市卫健委、市教育局，责任单位：市公安局、各县（市、区）〕").read(body_lists)
    assert [(found.role, len(found.members)) for found in lists] == [("lead", 2), ("responsible", 1)]


@pytest.mark.parametrize(
    "raw",
    [
        "《市教育局、市公安局关于印发办法的通知》",
        "坚持“市教育局、市公安局”两家联动",
        "开展论证会、听证会、座谈会",
        "鸡、鸭、鹅",
    ],
)
def test_what_is_no_list_of_bodies(raw: str) -> None:
    assert not one(raw).read(body_lists)


def test_members_point_at_the_raw_words_over_broken_lines() -> None:
    raw = "成员单位：市委宣传部、市公\n安局、市民政局、市财政局、市水利局、市气象局、市应急管理局、市商务局、市体育局\n"
    document = one(raw)
    words = [document.text.slice(member.span).replace("\n", "") for member in document.read(body_lists)[0].members]
    assert words == [member.text for member in document.read(body_lists)[0].members]


@pytest.mark.parametrize(
    ("raw", "kind", "count"),
    [
        ("一、职责\n\n市公安局：负责治安。\n\n市民政局：负责救助。\n\n市财政局：负责经费。", "duties", 3),
        ("一、职责\n\n(1)市公安局：负责治安；\n\n(2)市民政局：负责救助；\n\n(3)市财政局：负责经费。", "duties", 3),
        ("职责分工\n\n市委编办 负责机构编制。\n\n市公安局 负责治安。\n\n团市委 负责宣传。", "duties", 3),
        (
            "一、职责\n\n市公安局：负责治安。市民政局：负责救助。\n\n市财政局：负责经费。\n\n市水利局：负责水情。",
            "duties",
            4,
        ),
        (
            PHONES,
            "contacts",
            6,
        ),
        (
            "组成表\n\n\t单位\t职责\n成员\t市公安局\t负责治安。\n\t市民政局\t负责救助。\n市财政局\t负责经费。\t\n\t市水利局\t负责水情。",
            "table",
            4,
        ),
    ],
)
def test_rosters(raw: str, kind: str, count: int) -> None:
    found = one(raw).read(rosters)
    assert [roster.kind for roster in found] == [kind]
    assert len(found[0].members) == count


def test_a_table_that_assigns_tasks_is_no_roster() -> None:
    rows = "".join(f"{at}\t第{at}项任务\t{body}\n" for at, body in enumerate(["市公安局", "市民政局"] * 4, 1))
    assert not one(f"任务表\n\n序号\t任务\t责任单位\n{rows}").read(rosters)


def test_groups_declared_and_described() -> None:
    document = one(
        "二、工作组\n\n指挥部下设综合协调组、抢险救援组和医疗救护组等工作组。\n\n综合协调组由市应急局牵头。\n\n抢险救援组：负责抢险。\n\n"
        "医疗救护组：负责救护。"
    )
    names = ["综合协调组", "抢险救援组"]
    assert (
        [group.name for group in document.read(group_declarations)[0].groups][:2] == names
        if document.read(group_declarations)
        else True
    )
    assert [group.name for group in document.read(groups_described)[0].groups] == [*names, "医疗救护组"]


def test_posts_go_on_in_the_next_paragraph() -> None:
    document = one(
        "一、组成\n\n副指挥长：市人民政府分管副秘书长、市公安局局长。\n\n市交通局局长\n\n市水务局局长\n\n成员单位：市公安局、市财政局"
    )
    found = document.read(posts)[0]
    assert [(post.body, post.title) for post in found.posts][-3:] == [
        ("市公安局", "局长"),
        ("市交通局", "局长"),
        ("市水务局", "局长"),
    ]


@pytest.mark.parametrize(
    ("raw", "full", "short"),
    [
        ("成立滨海市防汛抗旱指挥部（以下简称“市指挥部”）。", "滨海市防汛抗旱指挥部", "市指挥部"),
        ("会同市发展和改革委员会（以下简称市发改委）实施。", "市发展和改革委员会", "市发改委"),
        ("根据《中华人民共和国档案法》（以下简称《档案法》），制定本条例。", "《中华人民共和国档案法》", "档案法"),
        ("第四条 企业法人登记主管机关（以下简称登记主管机关）是工商局。", "企业法人登记主管机关", "登记主管机关"),
    ],
)
def test_declared_abbreviations(raw: str, full: str, short: str) -> None:
    found = one(raw).read(abbreviations)
    assert [(item.full, item.short) for item in found] == [(full, short)]


def test_a_table_without_its_bodies_says_nothing() -> None:
    members = "成员单位：市公安局、市民政局、市财政局、市水利局、市气象局、市教育局"
    table = "牵头和组成部门\t\t主要职责\n综合组\t牵头\t负责协调\n\t组成\t\n保障组\t牵头\t负责保障\n\t组成\t\n"
    assert not findings(CHECKS["LS002"], f"一、指挥部\n\n{members}\n\n附件\n\n指挥部组成表\n\n{table}")


def test_an_office_knows_its_own_bodies() -> None:
    body = "一、分工\n\n(一)巡查。（市水利局、市农委按职责分工负责）"
    signature = "滨海市人民政府办公室\n\n2024年1月5日"
    issue = parse(Text(f"滨海市人民政府办公室关于防汛的通知\n\n各单位：\n\n{body}\n\n{signature}"))
    assert not issue.documents[0].read(unknown_bodies)
    bodies = frozenset({"市水利局", "市农业农村局"})
    assert not issue.of(Office(bodies=bodies)).documents[0].read(unknown_bodies)
    known = issue.of(Office(bodies=bodies, complete=True))
    assert [unknown.name for unknown in known.documents[0].read(unknown_bodies)] == ["市农委"]


# Defects planted in the gazette: each is made by plain text surgery on lines, and must be found at its place.


def lint(raw: str, check: Check) -> tuple[Text, tuple[Diagnostic, ...]]:
    source = make_source(raw, raw.encode(), "text", "UTF-8")
    result, notes = lint_source(source, "planted.txt", [Active(check, check.severity, check.defaults())])
    assert not notes
    return result.text, result.diagnostics


def touched(raw: str, check: Check) -> set[int]:
    """The lines that primary or related places touch."""
    text, found = lint(raw, check)
    return {
        line
        for item in found
        for span in (item.span, *(related.span for related in item.related))
        for line in range(text.position(span.start).line, text.position(span.end).line + 1)
    }


def notice(issue: Issue, line: int) -> tuple[list[str], int]:
    """The lines of the notice that holds a line of the gazette, and how many come before it there."""
    spans = [one.span for one in issue.documents]
    (span,) = [one for one in spans if issue.text.position(one.start).line <= line < issue.text.position(one.end).line]
    return issue.text.raw[span.start : span.end].split("\n"), issue.text.position(span.start).line - 1


def responsible_lines(lines: list[str]) -> Iterator[int]:
    for at, line in enumerate(lines):
        if re.search(r"[(〔](?:市[^、()〔〕:,。]{2,10}、){2}[^()〔〕:]*(?:负责)[)〕]", line):
            yield at


def test_a_repeated_member_is_found_wherever_it_is_planted(issue: Issue) -> None:
    lines = issue.text.raw.split("\n")
    planted = 0
    base = touched(issue.text.raw, CHECKS["LS001"])
    for at in responsible_lines(lines):
        match = re.search(r"[(〔](市[^、()〔〕:,。]{2,10})、(市[^、()〔〕:,。]{2,10})、", lines[at])
        if not match or at + 1 in base:
            continue
        own, before = notice(issue, at + 1)
        own[at - before] = lines[at][: match.end()] + match[1] + "、" + lines[at][match.end() :]
        assert at + 1 - before in touched("\n".join(own), CHECKS["LS001"])
        planted += 1
        if planted == 12:
            break
    assert planted == 12


@pytest.mark.parametrize("line", range(870, 902, 2))
def test_a_dropped_duty_is_found(issue: Issue, line: int) -> None:
    """Lines 868 to 918 give the duties of the members listed on line 838."""
    lines, before = notice(issue, line)
    body = re.match(r"\(\d+\)([^:]+):", lines.pop(line - 1 - before))
    assert body
    _, found = lint("\n".join(lines), CHECKS["LS002"])
    assert any(body[1] in item.message.zh for item in found)


@pytest.mark.parametrize("body", ["市教育局", "市公安局", "市气象局", "市总工会", "晋城军分区", "中国联通晋城分公司"])
def test_a_dropped_member_is_found(issue: Issue, body: str) -> None:
    lines, before = notice(issue, 838)
    at = 837 - before
    assert f"、{body}、" in lines[at]
    lines[at] = lines[at].replace(f"、{body}、", "、")
    assert at + 1 in touched("\n".join(lines), CHECKS["LS002"])


@pytest.mark.parametrize("line", [926, 934, 944, 952, 960, 970, 986, 2041, 2049, 2057, 2067, 2091])
def test_a_group_misspelt_in_its_heading_is_found(issue: Issue, line: int) -> None:
    lines, before = notice(issue, line)
    at = line - 1 - before
    lines[at] = f"{lines[at][:-3]}{lines[at][-2]}{lines[at][-3]}组"
    assert at + 1 in touched("\n".join(lines), CHECKS["LS003"])
