"""Titles and numbers: what is one act, what is a slip, and what is lawfully near."""

from __future__ import annotations

import pytest
from clock import Stopwatch
from hypothesis import given
from hypothesis import strategies as st

import checks.tn
from linter.facts.references.citations import citations, core, document_numbers, same_act
from linter.facts.references.statutes import near_statute, repealed, statutes
from linter.kernel.packs import collect
from linter.language.near import common_ends, one_apart
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.parse import parse

CHECKS = {check.code: check for check in collect(checks.tn)}

HEAD = "海州市人民政府公报\n\n2021年第5期\n\n目 录\n\n"
ENTRY = (
    "海州市人民政府关于印发海州市防汛应急预案的通知 （海政发〔2021〕3号） 1\n\n"
    "海州市人民政府关于加强养老服务的意见 （海政发〔2021〕4号） 9\n\n"
)
FIRST = (
    "海州市人民政府关于印发海州市防汛应急预案的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n"
    "《海州市防汛应急预案》已经市人民政府同意，现印发给你们，请认真执行。"
    "原《海州市防汛抗旱应急预案》（海政发〔2015〕61号）同时废止。\n\n"
    "海州市人民政府\n2021年5月6日\n\n海州市防汛应急预案\n\n1 总则\n\n1.1 编制依据\n\n"
    "根据《中华人民共和国突发事件应对法》《海州市突发事件总体应急预案》制定。\n\n2 附则\n\n2.1 生效\n\n"
    "本预案自印发之日起施行。原《海州市防汛抗旱应急预案》（海政发〔2015〕61号）同时废止。\n\n"
)
SECOND = (
    "海州市人民政府关于加强养老服务的意见\n\n海政发〔2021〕4号\n\n各区人民政府：\n\n"
    "落实《国务院办公厅关于推进养老服务发展的意见》（国办发〔2019〕5号）。\n\n海州市人民政府\n2021年6月8日\n"
)
ISSUE = HEAD + ENTRY + FIRST + SECOND


def codes(text: str) -> list[tuple[str, str]]:
    return [
        (code, text[item.span.start : item.span.end])
        for code, check in CHECKS.items()
        if not check.preview
        for item in findings(check, text)
    ]


def test_a_clean_issue_is_silent() -> None:
    assert codes(ISSUE) == []


@pytest.mark.parametrize(
    ("before", "after", "nth", "expected"),
    [
        # One character of a number, in the contents, at the head, in a citation.
        ("（海政发〔2021〕3号）", "（海政发〔2021〕8号）", 1, {"TN004"}),
        ("\n海政发〔2021〕4号", "\n海政发〔2021〕3号", 1, {"TN004", "TN006"}),
        ("\n海政发〔2021〕4号", "\n海政发〔2020〕4号", 1, {"TN004", "TN006"}),
        ("〔2015〕61号", "〔2015〕62号", 2, {"TN002"}),
        ("〔2015〕61号", "〔2016〕61号", 1, {"TN002"}),
        # One character of a title.
        ("加强养老服务的意见 （", "加强养者服务的意见 （", 1, {"TN004"}),
        ("防汛抗旱应急预案》（", "防汛抗早应急预案》（", 2, {"TN001"}),
        ("《海州市防汛应急预案》", "《海州市防讯应急预案》", 1, {"TN003", "TN007"}),
        ("《中华人民共和国突发事件应对法》", "《中华人民共和国突发事件应付法》", 1, {"TN003"}),
        ("《中华人民共和国突发事件应对法》", "《中华人名共和国突发事件应对法》", 1, {"TN003"}),
        # Form.
        ("（国办发〔2019〕5号）", "（国办发[2019]5号）", 1, {"TN005"}),
        ("（国办发〔2019〕5号）", "（国办发〔2019〕05号）", 1, {"TN005"}),
        ("（国办发〔2019〕5号）", "（国办发〔19〕5号）", 1, {"TN005"}),
        ("（国办发〔2019〕5号）", "（国办发〔2019〕第5号）", 1, {"TN005"}),
        # Order and page.
        ("4号） 9", "4号） 0", 1, {"TN004"}),
    ],
)
def test_a_planted_slip_is_found_at_its_place(before: str, after: str, nth: int, expected: set[str]) -> None:
    start = -1
    for _ in range(nth):
        start = ISSUE.index(before, start + 1)
    text = ISSUE[:start] + after + ISSUE[start + len(before) :]
    at = start + next(index for index, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    found = set()
    for code, check in CHECKS.items():
        for item in findings(check, text):
            places = [item.span, *(related.span for related in item.related)]
            assert any(place.start <= at + 1 and at <= place.end for place in places), (code, item.message.zh)
            found.add(code)
    assert found == expected


def test_a_truncated_title_in_the_contents() -> None:
    whole, cut = "海州市人民政府关于印发海州市防汛应急预案的通知 （", "海州市人民政府关于印发海州市防汛 （"
    text = ISSUE.replace(whole, cut)
    assert codes(text) == [("TN004", "海州市人民政府关于印发海州市防汛")]


def test_a_title_broken_over_lines_is_the_same() -> None:
    text = ISSUE.replace("\n\n海州市人民政府关于加强养老服务的意见\n", "\n\n海州市人民政府 关于加强养老服务的意见\n")
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "一、适用《中华人民共和国刑事诉讼法》。\n\n二、适用《中华人民共和国民事诉讼法》。\n",
        (
            "一、落实《海州市城市供水条例》（海政办〔2015〕61号）。\n\n"
            "二、落实《海州市城市供热条例》（海政办〔2015〕62号）、《海州市城市供电条例》。\n"
        ),
        "一、按照《关于加强学校体育工作的意见》《关于加强学校美育工作的意见》执行。\n",
        "一、按照《刑法修正案（六）》。\n\n二、按照《刑法修正案（七）》。\n\n三、按照《刑法修正案（八）》。\n",
        "一、对照《河南省供水管理办法》。\n\n二、对照《河北省供水管理办法》。\n",
        (
            "一、执行《国务院关于印发供水管理办法的通知》（国发〔2018〕41号）。\n\n"
            "二、执行《供水管理办法》（国发〔2018〕41号）。\n"
        ),
    ],
)
def test_lawful_neighbours_are_silent(text: str) -> None:
    assert codes(text) == []


def test_an_act_repealed_by_the_same_file() -> None:
    text = ISSUE.replace(
        "根据《中华人民共和国", "根据《海州市防汛抗旱应急预案》（海政发〔2015〕61号）和《中华人民共和国"
    )
    assert [code for code, _ in codes(text)] == ["TN008"]


def test_a_law_that_ended_before_the_document() -> None:
    text = ISSUE.replace("《海州市突发事件总体应急预案》", "《中华人民共和国合同法》")
    assert codes(text) == [("TN008", "中华人民共和国合同法")]
    assert codes(text.replace("2021年5月6日", "2020年5月6日").replace("〔2021〕3号", "〔2020〕3号")) == []


@pytest.mark.parametrize(
    ("words", "agency", "year", "serial"),
    [
        ("（国办发〔2019〕5号）", "国办发", "2019", "5"),
        ("根据晋市政办〔2021〕33号文", "晋市政办", "2021", "33"),
        ("按照国办函(2015)134号执行", "国办函", "2015", "134"),
        ("粤民规字【2021】第1号", "粤民规字", "2021", "1"),
    ],
)
def test_numbers_as_written(words: str, agency: str, year: str, serial: str) -> None:
    (found,) = parse(Text(words + "\n")).read(document_numbers)
    assert (found.agency, found.year, found.serial) == (agency, year, serial)


@pytest.mark.parametrize("words", ["（2021）京0105民初1号", "第3号公告", "〔2021〕年度", "2021年第5号"])
def test_other_numbers_are_none(words: str) -> None:
    assert parse(Text(words + "\n")).read(document_numbers) == ()


def test_titles_within_titles() -> None:
    words = "依照《山西省实施〈工伤保险条例〉办法》（晋政发〔2019〕5号）和《关于〈X〉的通知》。\n"
    (document,) = parse(Text(words)).documents
    found = document.read(citations)
    assert [one.title for one in found] == ["山西省实施〈工伤保险条例〉办法", "关于〈X〉的通知"]
    assert found[0].number is not None
    assert found[1].number is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("国务院关于印发供水管理办法的通知", "供水管理办法", True),
        ("供水管理办法（试行）".replace("（", "(").replace("）", ")"), "供水管理办法", True),
        ("关于印发《供水管理办法》的通知", "供水管理办法", True),
        ("防汛应急预案", "防汛抗旱应急预案", False),
    ],
)
def test_one_act_under_several_titles(one: str, other: str, same: bool) -> None:
    assert same_act(one, other) is same


TITLE = st.text(alphabet="海州市供水管理办法条例", min_size=4, max_size=12)


@given(TITLE, st.data())
def test_one_edit_is_one_apart(title: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(title) - 1))
    for edited in (title[:at] + "新" + title[at + 1 :], title[:at] + title[at + 1 :], title[:at] + "新" + title[at:]):
        assert one_apart(title, edited)
        assert one_apart(edited, title)
        assert not one_apart(title, "旧旧" + edited)


@given(TITLE, TITLE)
def test_common_ends_do_not_overlap(one: str, other: str) -> None:
    head, tail = common_ends(one, other)
    assert head + tail <= min(len(one), len(other))
    assert one[:head] == other[:head]
    assert one[len(one) - tail :] == other[len(other) - tail :]


def test_the_lists_are_well_formed() -> None:
    assert not [title for title in statutes() if title.startswith("中华人民共和国") or title != title.strip()]
    assert not [title for title in statutes() if near_statute("中华人民共和国" + title)]


def test_law_with_a_general_word() -> None:
    assert near_statute("中华人民共和国渔业管理法") == "中华人民共和国渔业法"
    assert near_statute("中华人民共和国渔业法实施细则") == ""
    # The regulation that a law took the place of.
    assert near_statute("中华人民共和国注册会计师条例") == ""
    assert all(len(act.since) == 10 and act.basis for act in repealed().values())
    assert core("中华人民共和国合同法").removeprefix("中华人民共和国") in repealed()


def test_many_titles_take_no_pairs() -> None:
    heads = [(at, at * 3 % 2000 + 0x1000, at * 7 % 2000 + 0x2000) for at in range(4000)]
    names = ["".join(chr(0x4E00 + value) for value in head) + "供水管理实施办法" for head in heads]
    text = "\n\n".join(f"第{at}款 执行《{name}》。" for at, name in enumerate(names))
    with Stopwatch() as watch:
        findings(CHECKS["TN003"], text)
    assert watch.seconds < 3


def test_contents_may_leave_out_the_issuing_body() -> None:
    text = ISSUE.replace("海州市人民政府关于印发海州市防汛应急预案的通知 （", "关于印发海州市防汛应急预案的通知 （")
    assert codes(text.replace("海州市人民政府关于加强养老服务的意见 （", "关于加强养老服务的意见 （")) == []


def test_the_act_of_a_notice_is_told_by_its_own_title() -> None:
    text = (
        "海州市人民政府印发关于土地置换若干规定（试行）的通知\n\n各区人民政府：\n\n现印发给你们，请遵照执行。\n\n"
        "海州市人民政府\n2015年9月10日\n\n关于土地置换的若干规定（试行）\n\n第一条 为规范土地置换，制定本规定。\n"
    )
    (found,) = findings(CHECKS["TN007"], text)
    assert (
        found.message.zh
        == "通知印发的是“关于土地置换若干规定（试行）”，所附文件的题名是“关于土地置换的若干规定（试行）”"
    )
