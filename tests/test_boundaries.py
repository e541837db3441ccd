"""Clauses on 以上 and 以下: every wording, and how far each reaches."""

from __future__ import annotations

import pytest

from checks.th.th002_band_overlap import band_overlap
from linter.facts.bands.bounds import boundaries, clause_for
from linter.language.office import Office
from linter.language.text import Text
from linter.pages.testing import findings
from linter.structure.model import Document
from linter.structure.parse import parse


def document(text: str) -> Document:
    return parse(Text(text)).documents[0]


BOTH = {"以上": True, "以下": True}
LOWER = {"以上": True, "以下": False}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("本预案有关数量的表述中，“以上”含本数，“以下”不含本数。", LOWER),
        ("本预案“以上”包括本数，“以下”不包括本数。", LOWER),
        ("(3)本预案所称以上包含本数，以下不包含本数。", LOWER),
        ("本标准所称以上均含本数，以下均不含本数。", LOWER),
        ("本预案中“以上”含、“以下”不含。", LOWER),
        ("本条例所称“以上”“以下”均含本数。", BOTH),
        ("本规定所称“以上”“以下”，除特别注明的外，包括本数在内。", BOTH),
        ("本办法所称“以上”均含本数。", {"以上": True}),
        ("“以上”“以下”不包括本数。", {"以上": False, "以下": False}),
        ("本法所称以上、以下、以内，包括本数。", {**BOTH, "以内": True}),
        (
            "民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；所称的“不满”、“超过”、“以外”，不包括本数。",
            {**BOTH, "以内": True, "届满": True, "不满": False, "超过": False, "以外": False},
        ),
        ("注：“以上”、“不少于”包括本数，“不足”不包括本数。", {"以上": True, "不少于": True, "不足": False}),
        ("本预案所称“以上”“以下”“以内”皆包括本数或者本级。", {**BOTH, "以内": True}),
    ],
)
def test_wordings(text: str, meaning: dict[str, bool]) -> None:
    (clause,) = document(f"第一条　总则。\n\n第二条　{text}\n").read(boundaries)
    assert dict(clause.meaning) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "造成3人以上（含3人）死亡的。",
        "内容包括本级预算。",
        "县级以上人民政府应当含有下列内容。",
        "本数据以上传为准，以下载为辅。",
    ],
)
def test_no_clause(text: str) -> None:
    assert document(f"第一条　{text}\n").read(boundaries) == ()


LAW = (
    "第一章　总则\n\n第三条　事故分为：\n\n（一）重大事故，死亡10人以上30人以下；\n\n"
    "（二）较大事故，死亡3人以上10人以下。\n\n"
    "{clause}\n\n第二章　罚则\n\n第四条　处1万元以下罚款。\n"
)


@pytest.mark.parametrize(
    ("scope", "article_four"), [("本条第一款", False), ("本章", False), ("本办法", True), ("", True)]
)
def test_reach(scope: str, article_four: bool) -> None:
    text = LAW.format(clause=f"{scope}所称的“以上”包括本数，所称的“以下”不包括本数。")
    read = document(text)
    assert clause_for(read, "以下", text.index("10人以下"))
    assert bool(clause_for(read, "以下", text.index("1万元"))) is article_four


def test_the_narrower_clause_wins() -> None:
    text = LAW.format(clause="本条所称的“以下”不包括本数。") + "\n第五条　本办法所称“以上”“以下”均包括本数。\n"
    read = document(text)
    inner, outer = (clause_for(read, "以下", text.index(words)) for words in ("10人以下", "1万元"))
    assert inner
    assert outer
    assert (inner.meaning["以下"], outer.meaning["以下"]) == (False, True)


def test_note_from_here_on() -> None:
    text = (
        "一、死亡30人以上（含本数，下同）的。\n\n二、死亡10人以上30人以下（不含本数，下同）的。\n\n"
        "三、死亡3人以上10人以下的。\n"
    )
    read = document(text)
    assert clause_for(read, "以下", text.index("10人以下")) is not None
    assert clause_for(read, "以下", 0) is None


def test_table_note_reaches_its_table_only() -> None:
    table = "级别\t死亡\n重大\t10人以上30人以下\n较大\t3人以上10人以下\n"
    text = f"一、死亡100人以下的。\n\n二、分级表\n\n{table}\n注：本表中所称的“以上”包括本数，“以下”不包括本数。\n"
    read = document(text)
    assert clause_for(read, "以下", text.index("10人以下"))
    assert clause_for(read, "以下", text.index("100人以下")) is None


def test_office_reads_what_the_document_leaves_open() -> None:
    from checks.th.th005_boundary_undefined import boundary_undefined

    text = "（一）重大事故：死亡10人以上；\n\n（二）较大事故：死亡3人以上10人以下；\n\n（三）一般事故：死亡3人以下。\n"
    assert len(findings(boundary_undefined, text)) == 1
    read = parse(Text(text)).of(Office(boundary="lower")).documents[0]
    assert list(boundary_undefined.run(read, {})) == []


def test_terms_that_share_their_ends_are_a_warning_and_levels_an_error() -> None:
    terms = "整改期限按短期（3个月以内）、中期（3-6个月）和长期（6个月以上）列表说明。\n"
    levels = "Ⅰ级：减供负荷达40%以上；\n\nⅡ级：减供负荷达30%-40%；\n\nⅢ级：减供负荷达20%-29%。\n"
    assert [one.severity for text in (terms, levels) for one in findings(band_overlap, text)] == ["warning", "error"]
