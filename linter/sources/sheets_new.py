"""Workbooks of OOXML (.xlsx): cells as openpyxl reads them, after a look at what the package unpacks to."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from linter.limits import MEMBERS, unpacked
from linter.sources import SourceError, extra
from linter.sources.raised import raised
from linter.sources.sheets_grid import SheetWords, Sight
from linter.sources.sheets_numbers import UnknownFormatError, shown, stored

# Entities are declared in a document type only; no program writes one into a workbook.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_UNCOMPUTED = re.compile(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)(?:<v */>|<v></v>)?</c>")
_BOX_WORDS = b"<a:t>"


def load(data: bytes) -> tuple[list[SheetWords], list[str], list[str]]:
    """The sheets that can be seen, the names of the hidden ones, and notes. Raises SourceError with one line."""
    uncomputed, boxes = _looked_at(data)
    openpyxl = extra("openpyxl", "sheets")
    book = openpyxl.load_workbook(BytesIO(data), data_only=True, rich_text=True, keep_links=False)
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    notes = []
    if uncomputed:
        notes.append(f"有{uncomputed}处公式没有存下结果，未检查 (formulas without a stored result)")
    if boxes:
        notes.append("有文本框，其中的文字未检查 (words in text boxes are not read)")
    return [_sheet(sheet) for sheet in seen], hidden, notes


def _looked_at(data: bytes) -> tuple[int, bool]:
    """How many formulas have no result, and whether boxes have words. Raises SourceError for bombs and entities."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        entries = package.infolist()
        if len(entries) > MEMBERS:
            raise SourceError("压缩包内文件过多，不予读取 (too many files in the package)")
        # No member is read further than it says.
        most = unpacked(len(data))
        if sum(entry.file_size for entry in entries) > most:
            raise SourceError(f"工作簿解压后超过 {most >> 20} MB，不予读取 (too large when unpacked)")
        uncomputed, boxes = 0, False
        for entry in entries:
            if not entry.filename.endswith((".xml", ".rels")):
                continue
            part = package.read(entry)
            if any(doctype in part for doctype in _DOCTYPES):
                raise SourceError("工作簿含有 DTD 声明，不予读取 (document type declaration refused)")
            if entry.filename.startswith("xl/worksheets/"):
                uncomputed += len(_UNCOMPUTED.findall(part))
            boxes |= entry.filename.startswith("xl/drawings/") and _BOX_WORDS in part
    return uncomputed, boxes


def _sheet(sheet: Any) -> SheetWords:
    merged = [(area.min_row, area.max_row, area.min_col, area.max_col) for area in sheet.merged_cells.ranges]
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    sight = Sight(sheet.title, merged, rows, set(_hidden_columns(sheet)))
    # Its own walk over rows makes a cell for every place up to the last one.
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
        if cell.value is not None:
            sight.put(row, column, *_words(cell))
    return sight.sheet()


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for column in sheet.column_dimensions.values():
        if column.hidden:
            yield from range(column.min or 0, (column.max or 0) + 1)


def _words(cell: Any) -> tuple[str, bool]:
    """The words of a cell, and whether they are what its format shows."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper(), True
    if isinstance(value, datetime | date | time | timedelta):
        value = extra("openpyxl.utils.datetime", "sheets").to_excel(value)
    if isinstance(value, int | float):
        try:
            return shown(value, cell.number_format), True
        except UnknownFormatError:
            return stored(value), False
    whole_up = cell.font is not None and cell.font.vertAlign == "superscript"
    return raised(str(value)) if whole_up else "".join(_runs(value)), True


def _runs(value: Any) -> Iterator[str]:
    for run in [value] if isinstance(value, str) and not isinstance(value, list) else value:
        font = getattr(run, "font", None)
        words = str(getattr(run, "text", run))
        yield raised(words) if font is not None and font.vertAlign == "superscript" else words
