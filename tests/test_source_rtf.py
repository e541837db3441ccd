"""Rich text: what its reader sees, whatever program wrote it; files that mean harm."""

from __future__ import annotations

import pytest
from clock import Stopwatch
from rtffile import paragraph, row, rtf_file, said

from linter.limits import GROUPS, ITEMS
from linter.sources import AS_USUAL, How, Source, SourceError, read

REJECTED = How(changes="rejected")


def source(*body: str, how: How = AS_USUAL) -> Source:
    return read(rtf_file(*body), "请示.rtf", how)


def blocks(*body: str, how: How = AS_USUAL) -> list[str]:
    return source(*body, how=how).raw.rstrip("\n").split("\n\n")


def test_paragraphs_and_their_places() -> None:
    found = source(paragraph("某市通知"), paragraph(""), paragraph("各县：请办理{\\}。"))
    assert found.raw == "某市通知\n\n各县：请办理{\\}。\n"
    assert (found.format, found.binary, found.place(0), found.place(7)) == ("rtf", True, "第1段", "第3段")


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.txt"])
def test_a_file_is_what_its_bytes_say(name: str) -> None:
    assert read(rtf_file(paragraph("通知")), name).raw == "通知\n"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"\f0 \'cd\'a8\'d6\'aa", "通知"),
        (r"\f1 \'cd\'a8\'d6\'aa", "通知"),
        (r"\f1 5\'b0x\'b75", "5°x·5"),
        (r"\f9 \'cd\'a8\'80", "通€"),
        (r"\f0 \'8d@\'b0\'5c", "岪癨"),
        (r"\f0 \u36890?\u30693\'d6", "通知"),
        (r"\f0 \uc2\u36890\'cd\'a8\uc0\u30693!", "通知!"),
        (r"\f0 \u-10174?\u-8265?\u-9999?", "𠮷\ufffd"),
        (r"\f2 \'b3\f0 100\super 2\nosupersub\~m\line\emdash\_1", "≥100²\u00a0m\n—-1"),
    ],
    ids=["fonts", "called-western", "western", "no-font", "trail-bytes", "numbers", "fallbacks", "halves", "signs"],
)
def test_characters(written: str, read_as: str) -> None:
    assert blocks(rf"\pard {written}\par") == [read_as]


def test_raw_bytes_and_other_code_pages() -> None:
    assert read(r"{\rtf1\ansi\ansicpg936 通知\par}".encode("gbk"), "a.rtf").raw == "通知\n"
    assert read(r"{\rtf1\ansi\ansicpg65001 通知\par}".encode(), "a.rtf").raw == "通知\n"
    assert read(rb"{\rtf1\mac \'a5\'e0\par}", "a.rtf").raw == "•‡\n"
    assert read(rb"{\rtf1\ansi\ansicpg99999 \'b7\par}", "a.rtf").raw == "·\n"
    big = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f3\fcharset136 X;}{\f4\cpg950 Y;}}\f3 \'b3\'71\f4 \'aa\'be\par}"
    assert read(big, "a.rtf").raw == "通知\n"


def test_numbers_of_lists_and_signs_that_are_none() -> None:
    def item(label: str, words: str, more: str = "") -> str:
        return paragraph(words, rf"\ls1{{\listtext\pard\plain{more} {said(label)}\tab}}")

    found = blocks(item("一、", "总则"), item("1.1", "目的"), item("●", "甲"), item("o", "乙"), item("l", "丙", r"\f2"))
    assert found == ["一、总则", "1.1 目的", "甲", "乙", "丙"]
    assert blocks(r"\pard{\pntext\f1 1.\tab}{\*\pn\pnlvlbody\pndec{\pntxta .}}one\par") == ["1. one"]


def test_numbers_that_the_file_does_not_give_are_told() -> None:
    (told,) = source(paragraph("总则", r"\ls1\ilvl0 "), paragraph("正文")).notes
    assert "自动编号" in told


def test_tables_with_merged_cells() -> None:
    found = blocks(
        row(["类别", "标准"], [1000, 3000]),
        row(["甲", "一", "二"], [1000, 2000, 3010], r"\clvmgf"),
        row(["", "三", "四"], [1000, 2000, 3000], r"\clvmrg"),
        r"\trowd\trleft1000\cellx3000\pard\intbl\cell\row",
        paragraph("注"),
    )
    assert found == ["类别\t标准\t\n甲\t一\t二\n\t三\t", "注"]


def test_rows_within_a_cell_and_rows_without_edges() -> None:
    inner = (
        r"\pard\intbl\itap2 " + said("内") + r"\nestcell{\*\nesttableprops\trowd\cellx900\nestrow}{\nonesttables\par}"
    )
    outer = rf"\trowd\cellx1000\cellx2000 {inner}\pard\intbl {said('外')}\cell {said('右')}\cell\row"
    assert blocks(outer) == ["内¶外\t右"]
    assert blocks(r"\pard\intbl a\cell b\cell\row\intbl c\par d\cell") == ["a\tb\nc¶d"]


def test_a_table_of_one_column_is_a_frame() -> None:
    found = source(row(["甲"]), row(["乙"]))
    assert (found.raw, found.place(0)) == ("甲\n\n乙\n", "表1第1行")


def test_notes_boxes_and_margins() -> None:
    note = r"{\super\chftn}{\footnote\pard\plain\f0 {\super\chftn}" + said("见附件") + "}"
    starred = r"{\*\footnote \chftn\pard\plain\f0 " + said("再见") + "}"
    end = r"{\footnote\ftnalt\pard\plain\f0 " + said("末") + "}"
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt \pard " + said("框内") + r"\par}}{\shprslt x}}"
    margin = r"{\header\pard " + said("某市文件") + r"\par}{\headerl\pard " + said("某市文件") + r"\par}"
    page = r"{\footer\pard " + said("第") + r"{\field{\*\fldinst PAGE}{\fldrslt 1}}" + said("页") + r"\par}"
    body = paragraph("正文", note + box + starred + end)
    found = source(margin, page, body)
    assert found.raw.split("\n\n") == ["正文", "框内", "见附件", "再见", "末", "某市文件\n"]
    places = [found.place(found.raw.index(words)) for words in ("框内", "见附件", "再见", "末", "某市")]
    assert places == ["文本框1第1段", "脚注1第1段", "脚注2第1段", "尾注1第1段", "页眉第1段"]


def test_one_side_of_tracked_changes() -> None:
    words = rf"{{\deleted\revauthdel1 {said('三十')}}}{{\revised\revauth1 {said('二十')}}}{said('日')}"
    ends = rf"{said('甲')}{{\deleted\par}}{said('乙')}{{\revised\par}}{said('丙')}\par"
    body = (rf"\pard {words}\par", rf"\pard {ends}")
    assert blocks(*body) == ["二十日", "甲乙", "丙"]
    assert blocks(*body, how=REJECTED) == ["三十日", "甲", "乙丙"]
    assert source(*body, how=REJECTED).changes == "rejected"
    moved = rf"\pard {{\mvf {said('甲')}}}{said('乙')}{{\mvt {said('甲')}}}\par"
    assert (blocks(moved), blocks(moved, how=REJECTED)) == (["乙甲"], ["甲乙"])


def test_what_nobody_sees_is_told_and_not_read() -> None:
    hidden = rf"\pard {said('应当')}{{\v {said('待核')}}}{{\strike {said('划去')}}}{said('公开')}\v0\strike0\par"
    image = r"{\pict\picwgoal9000\pichgoal9000\picscalex100\picscaley100\bin6 }{\par}"
    other = r"{\object{\*\objdata 0102}{\result }}{\mmath{\*\moMath x}}{\xe hidden}{\*\bkmkstart a}"
    found = source(r"{\info{\title t}}{\*\generator g;}{\stylesheet{\s0 Normal;}}", hidden, image, other)
    assert found.raw == "应当公开\n"
    kinds = ("公式", "图像", "嵌有", "隐藏", "划去")
    assert all(any(kind in told for told in found.notes) for kind in kinds)
    small = r"{\*\shppict{\pict\picwgoal9000\pichgoal9000\picscalex10 00ff}}{\nonshppict{\pict 00}}"
    assert source(paragraph("甲"), small).notes == ()


def test_a_ring_set_over_a_number_and_the_result_of_a_field() -> None:
    ring = r"{\field{\*\fldinst EQ \\o\\ac(" + said("○") + r",21)}{\fldrslt }}"
    link = r"{\field{\*\fldinst HYPERLINK x}{\fldrslt " + said("网站") + "}}"
    assert blocks(rf"\pard {ring}{link}\par") == ["㉑网站"]


@pytest.mark.parametrize(
    "data",
    [b"{\\rtf", b"{\\rtf1}}}}x", b"{\\rtf1\\'", b"{\\rtf1\\u", b"{\\rtf1\\bin99999 x}", b"{\\rtf1{\\fonttbl{\\f1"],
    ids=["head", "ends", "byte", "number", "binary", "fonts"],
)
def test_damaged_files_are_read_as_far_as_they_go(data: bytes) -> None:
    found = read(data, "a.rtf")
    assert found.raw in ("", "x\n")
    assert found.notes == (
        () if b"}}" in data else ("文件不完整，末尾的内容没有读到 (the end of the file is missing)",)
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{\\rtf1" + b"{" * 2 * GROUPS, "嵌套"),
        (b"{\\rtf1" + b"{\\shptxt " * 40, "文本框嵌套"),
        (b"{\\rtf1" + b"\\par" * (ITEMS + 2), "段落"),
        (b"{\\rtf1" + b"\\intbl\\row" * (ITEMS + 2), "段落"),
        (b"{\\rtf1\\trowd" + b"\\cellx9" * 2000, "列"),
        (b"{\\rtf1{\\pict\\picwgoal9000\\pichgoal9000 00}}", "只有图像"),
        (b"", "不是 RTF"),
    ],
    ids=["groups", "boxes", "paragraphs", "rows", "columns", "images", "none"],
)
def test_excessive_files_are_refused_with_one_line(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as caught:
        read(data, "a.rtf")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("unit", [b"{\\f1\\'d6\\'d0}", b"{\\*\\x y}", b"\\cell\\row", b"{\\footnote a}", b"\\u8212?"])
def test_time_grows_with_the_length(unit: bytes) -> None:
    with Stopwatch() as watch:
        read(b"{\\rtf1 " + unit * (200_000 // len(unit)) + b"\\row\\par}", "a.rtf")
    assert watch.seconds < 2
