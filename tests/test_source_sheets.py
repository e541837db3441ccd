"""Workbooks: what can be seen of their sheets, numbers as their formats show them, and files that are none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from bookfile import BookSheet, book_file
from docfile import compound, doc_file
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.settings.workspace import Workspace
from linter.sources import SourceError, read
from linter.sources.sheets_grid import coordinate
from linter.sources.sheets_numbers import UnknownFormatError, shown, stored

HEADS = ["类别", "情节", "罚款"]


def xlsx(fill: Callable[[Any], None]) -> bytes:
    """A workbook whose one sheet ``fill`` fills."""
    book = openpyxl.Workbook()
    book.active.title = "裁量"
    fill(book.active)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def table(sheet: Any) -> None:
    for row in (["附件"], ["罚款标准"], HEADS, ["1", "3人以下", "一万元"], ["2", "4人以上", "二万元"], ["备注：略"]):
        sheet.append(row)


def test_a_table_between_its_title_and_its_note() -> None:
    source = read(xlsx(table), "a.xlsx")
    assert source.raw == "附件\n\n罚款标准\n\n类别\t情节\t罚款\n1\t3人以下\t一万元\n2\t4人以上\t二万元\n\n备注：略\n"
    assert source.place(source.raw.index("4人")) == "工作表“裁量”B5"
    assert (source.format, source.binary, source.notes) == ("xlsx", True, ())


def test_old_workbooks_read_the_same() -> None:
    rows = [["附件"], ["罚款标准"], HEADS, ["1", "3人以下", "一万元"], ["2", "4人以上", "二万元"], ["备注：略"]]
    cells = {(at, column): words for at, row in enumerate(rows) for column, words in enumerate(row)}
    assert read(book_file(BookSheet("裁量", cells)), "a.et").raw == read(xlsx(table), "a.xlsx").raw


def test_an_empty_row_parts_tables_and_cells_keep_their_columns() -> None:
    def fill(sheet: Any) -> None:
        for row in (["甲", "乙", "丙"], ["1", None, "3"], [], ["丁", "戊"], ["4", "第一段\n第二段"]):
            sheet.append(row)

    assert read(xlsx(fill), "a.xlsx").raw == "甲\t乙\t丙\n1\t\t3\n\n丁\t戊\n4\t第一段¶第二段\n"


def test_merged_cells_have_their_words_once_and_at_a_place_that_is_seen() -> None:
    def fill(sheet: Any) -> None:
        for row in (HEADS, ["合并", "甲", "乙"], [None, "丙", "丁"], [None, "戊", "己"]):
            sheet.append(row)
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[2].hidden = True

    source = read(xlsx(fill), "a.xlsx")
    assert source.raw == "类别\t情节\t罚款\n合并\t丙\t丁\n\t戊\t己\n"
    assert source.notes == ("工作表“裁量”隐藏的第2行未检查 (hidden rows are not read)",)


def test_hidden_rows_columns_and_sheets_are_told() -> None:
    def fill(sheet: Any) -> None:
        for row in (["甲", "密", "丙"], ["1", "2", "3"], ["旧", "旧", "旧"], ["4", "5", "6"]):
            sheet.append(row)
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[3].hidden = True
        other = sheet.parent.create_sheet("底稿")
        other.append(["不公开"])
        other.sheet_state = "hidden"

    source = read(xlsx(fill), "a.xlsx")
    assert source.raw == "甲\t丙\n1\t3\n4\t6\n"
    assert [note.split(" (")[0] for note in source.notes] == [
        "隐藏的工作表“底稿”未检查",
        "工作表“裁量”隐藏的第3行未检查",
        "工作表“裁量”隐藏的第2列未检查",
    ]
    old = BookSheet("甲", {(0, 0): "一", (1, 0): "二"}, hidden_rows=[1])
    source = read(book_file(old, BookSheet("乙", {(0, 0): "三"}, hidden=True)), "a.xls")
    assert source.raw == "一\n"
    assert [note.split(" (")[0] for note in source.notes] == ["隐藏的工作表“乙”未检查", "工作表“甲”隐藏的第2行未检查"]


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (0.3, "0%", "30%"),
        (0.125, "0.0%", "12.5%"),
        (12, '"第"0"条"', "第12条"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567, '#,##0,"千元"', "1,235千元"),
        (0.5, "#.##", ".5"),
        (3, "0.0#", "3.0"),
        (7, "000", "007"),
        (2.5, "0", "3"),
        (-5, "0;(0)", "(5)"),
        (0, '0;-0;"—"', "—"),
        (-3, "0_);[Red](0)", "(3)"),
        (-3, "0", "-3"),
        (50, "[$¥-804]#,##0", "¥50"),
        (44531, 'yyyy"年"m"月"d"日"', "2021年12月1日"),
        (44531, "yyyy/mm/dd", "2021/12/01"),
        (44531, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二一年十二月一日"),
        (44531, "aaaa", "星期三"),
        (0.78125, "h:mm", "18:45"),
        (0.78125, "上午/下午h:mm", "下午6:45"),
        (44531.5, "yyyy-m-d hh:mm:ss", "2021-12-1 12:00:00"),
        (25, "[DBNum1]General", "二十五"),
    ],
)
def test_numbers_are_shown_by_their_format(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


@pytest.mark.parametrize("code", ["# ?/?", "0.00E+00", "[h]:mm", "[<=100]0;0.0", "mmm", "[DBNum2]General", "0-00-0"])
def test_other_formats_are_refused(code: str) -> None:
    with pytest.raises(UnknownFormatError):
        shown(12.5, code)


def test_a_number_whose_format_is_not_applied_is_told() -> None:
    def fill(sheet: Any) -> None:
        sheet.append([12.5])
        sheet["A1"].number_format = "# ?/?"

    source = read(xlsx(fill), "a.xlsx")
    assert source.raw == "12.5\n"
    assert source.notes[0].startswith("工作表“裁量”有1处数字格式（A1）未套用")


def test_numbers_in_cells_of_both_kinds() -> None:
    def fill(sheet: Any) -> None:
        sheet.append([0.3, 12, date(2021, 12, 1), True])
        sheet["A1"].number_format, sheet["B1"].number_format = "0%", '"第"0"条"'
        sheet["C1"].number_format = 'yyyy"年"m"月"d"日"'

    assert read(xlsx(fill), "a.xlsx").raw == "30%\t第12条\t2021年12月1日\tTRUE\n"
    cells = {(0, 0): (0.3, "0%"), (0, 1): (12.0, '"第"0"条"'), (0, 2): (44531.0, 'yyyy"年"m"月"d"日"')}
    assert read(book_file(BookSheet("甲", cells)), "a.xls").raw == "30%\t第12条\t2021年12月1日\n"


def test_raised_figures_are_no_digits_of_a_number() -> None:
    def fill(sheet: Any) -> None:
        sheet.append([CellRichText("10", TextBlock(InlineFont(vertAlign="superscript"), "6"), "立方米")])

    assert read(xlsx(fill), "a.xlsx").raw == "10⁶立方米\n"


def test_a_formula_without_a_result_is_told() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["合计", "=1+1"])

    source = read(xlsx(fill), "a.xlsx")
    assert source.notes == ("有1处公式没有存下结果，未检查 (formulas without a stored result)",)


def test_levels_in_merged_cells_are_one_act(registry: Registry) -> None:
    def fill(sheet: Any) -> None:
        for row in (["违法行为", "裁量情节", "裁量标准"], ["超标排放", "超标1倍以下", "处1万元以上3万元以下罚款"]):
            sheet.append(row)
        sheet.append([None, "超标1倍以上", "处5万元以上4万元以下罚款"])
        sheet.merge_cells("A2:A3")

    source = read(xlsx(fill), "a.xlsx")
    plan = Workspace(registry, isolated=True).plan("a.xlsx")
    file, _ = lint_source(source, "a.xlsx", plan.active)
    assert [source.place(item.span.start) for item in file.diagnostics if item.code == "TH001"] == ["工作表“裁量”C3"]


def test_what_a_file_is_by_its_bytes() -> None:
    assert read(xlsx(table), "a.xls").format == "xlsx"
    assert read(book_file(BookSheet("甲", {(0, 0): "字"})), "a.doc").raw == "字\n"
    assert read(doc_file("某市通知"), "a.xls").raw == "某市通知\n"
    page = b"<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>"
    assert read(page, "a.xls").format == "html"


def unpacked(name: str, words: bytes) -> bytes:
    """A workbook one part of which was replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx(table))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, words if entry.filename == name else old.read(entry))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (unpacked(SHEET, b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'), "a.xlsx", "DTD"),
        (unpacked(SHEET, bytes(20 * 1024 * 1024)), "a.xlsx", "16 MB"),
        (unpacked(SHEET, b"<a>"), "a.xlsx", "已损坏"),
        (xlsx(table)[:-700], "a.xlsx", "已损坏"),
        (xlsx(lambda _: None), "a.xlsx", "没有文字"),
        (book_file(BookSheet("甲", {(0, 0): "字"}))[:1800], "a.xls", "已损坏"),
        (compound({"EncryptedPackage": bytes(600), "EncryptionInfo": b""}), "a.xlsx", "密码"),
    ],
)
def test_files_that_are_no_readable_workbook(data: bytes, name: str, why: str) -> None:
    with pytest.raises(SourceError, match=why) as error:
        read(data, name)
    assert "\n" not in str(error.value)


def test_names_of_cells_and_numbers_as_stored() -> None:
    assert [coordinate(1, 1), coordinate(3, 28), coordinate(2, 16384)] == ["A1", "AB3", "XFD2"]
    assert [stored(3.0), stored(0.1 + 0.2), stored(1e20)] == ["3", "0.3", "100000000000000000000"]
