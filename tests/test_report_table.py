"""Lists of findings for an office: complete, harmless in a spreadsheet, the same every time."""

from __future__ import annotations

import csv
import io
import zipfile

from lxml import etree
from report_samples import result, sample

from linter.reports import ReportOptions, render

OPTIONS = ReportOptions()
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(lang: str = "zh") -> list[dict[str, str]]:
    data = render("csv", result(), ReportOptions(lang=lang))
    assert isinstance(data, bytes)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cells(data: bytes | str) -> list[list[str]]:
    """The words of a sheet as a spreadsheet shows them."""
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    words = ["".join(item.itertext()) for item in shared.iter(f"{SHEET}si")]
    assert next(sheet.iter(f"{SHEET}f"), None) is None
    return [
        [words[int(one.findtext(f"{SHEET}v"))] if one.get("t") == "s" else one.findtext(f"{SHEET}v", "") for one in row]
        for row in sheet.iter(f"{SHEET}row")
    ]


def test_a_row_a_finding() -> None:
    rows = read_csv()
    assert [row["检查"] for row in rows] == ["ZZ101", "ZZ102", "ZZ103"]
    first = rows[0]
    assert (first["序号"], first["行"], first["级别"], first["处理"]) == ("1", "5", "错误", "")
    assert first["原文"] == "40%以上13%以下"
    assert first["问题"] == "下限“40%”大于上限“13%”。"
    assert first["相关之处"].splitlines()[0] == "→ 第 5 行 相邻一级：“20%以上”"
    assert first["依据"] == "GB/T 9704-2012 7.2.5、7.2.6"
    assert read_csv("en")[0]["Finding"] == "lower bound 40% exceeds 13%."


def test_the_workbook_holds_the_same_words() -> None:
    listed = [list(row.values()) for row in read_csv()]
    assert [row[:14] for row in cells(render("xlsx", result(), OPTIONS))[1:]] == [row[:14] for row in listed]


def test_nothing_in_a_document_becomes_a_formula() -> None:
    file = sample()
    item = file.diagnostics[0]
    sly = file._replace(path="=cmd|' /C calc'!A0", diagnostics=(item._replace(path=("@SUM(1)",)),))
    data = render("csv", result(sly), OPTIONS)
    assert isinstance(data, bytes)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (row["文件"][:2], row["章节"][:2]) == ("'=", "'@")
    assert cells(render("xlsx", result(sly), OPTIONS))[1][1].startswith("=cmd")


def test_no_findings_are_a_heading() -> None:
    empty = sample()._replace(diagnostics=())
    assert len(cells(render("xlsx", result(empty), OPTIONS))) == 1


def test_the_same_findings_make_the_same_bytes() -> None:
    assert render("xlsx", result(), OPTIONS) == render("xlsx", result(), OPTIONS)


def test_long_places_keep_their_ends() -> None:
    text = "关于放假的通知\n\n" + "负" * 600 + "40%以上13%以下，20%以上\n"
    file = sample(text)
    whole = file.diagnostics[0]._replace(span=file.text.line_span(3))
    data = render("csv", result(file._replace(diagnostics=(whole,))), OPTIONS)
    assert isinstance(data, bytes)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert len(row["原文"]) == 201
    assert row["原文"].endswith("20%以上")
