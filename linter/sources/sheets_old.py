"""Workbooks of Excel 97–2003 (.xls) and WPS (.et): cells as xlrd reads them."""

import io
from collections.abc import Iterator
from typing import Any

from linter.sources import AS_USUAL, How, Reads, Source, SourceError, extra
from linter.sources.raised import raised
from linter.sources.sheets import read_book
from linter.sources.sheets_grid import SheetWords, Sight
from linter.sources.sheets_numbers import UnknownFormatError, shown, stored
from linter.sources.sniff import LOCKED

READS = Reads("xls", (".xls", ".et"), "application/vnd.ms-excel")
# From the calendar that begins in 1904 to the usual one, in days.
_YEARS_1904 = 1462
_SUPERSCRIPT = 1


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a workbook in the old format, as ``sheets.read`` reads the new one."""
    extra("xlrd", "sheets")
    return read_book(data, "xls")


def load(data: bytes) -> tuple[list[SheetWords], list[str], list[str]]:
    """The sheets that can be seen, the names of the hidden ones, and no notes. Raises SourceError with one line."""
    if LOCKED in data:
        raise SourceError("工作簿有密码保护，读不出文字 (encrypted)")
    xlrd = extra("xlrd", "sheets")
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise SourceError("工作簿有密码保护，读不出文字 (encrypted)") from None
        raise
    seen = [_sheet(sheet, book, xlrd) for sheet in book.sheets() if not sheet.visibility]
    return seen, [sheet.name for sheet in book.sheets() if sheet.visibility], []


def _sheet(sheet: Any, book: Any, xlrd: Any) -> SheetWords:
    merged = [(top + 1, below, left + 1, right) for top, below, left, right in sheet.merged_cells]
    rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
    columns = {column + 1 for column, info in sheet.colinfo_map.items() if info.hidden}
    sight = Sight(sheet.name, merged, rows, columns)
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                look = book.xf_list[cell.xf_index]
                runs = sheet.rich_text_runlist_map.get((row, column), [])
                sight.put(row + 1, column + 1, *_words(cell, look, runs, book, xlrd))
    return sight.sheet()


def _words(cell: Any, look: Any, runs: list[tuple[int, int]], book: Any, xlrd: Any) -> tuple[str, bool]:
    """The words of a cell, and whether they are what its format shows."""
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return "".join(_runs(cell.value, [(0, look.font_index), *runs], book)), True
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return str(bool(cell.value)).upper(), True
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#"), True
    value = cell.value + (_YEARS_1904 if cell.ctype == xlrd.XL_CELL_DATE and book.datemode else 0)
    try:
        return shown(value, book.format_map[look.format_key].format_str), True
    except UnknownFormatError:
        return stored(value), False


def _runs(words: str, runs: list[tuple[int, int]], book: Any) -> Iterator[str]:
    """The words, raised figures as Unicode's; each run begins at its place and has a font."""
    ends = [start for start, _ in runs[1:]] + [len(words)]
    for (start, font), end in zip(runs, ends, strict=True):
        up = font < len(book.font_list) and book.font_list[font].escapement == _SUPERSCRIPT
        yield raised(words[start:end]) if up else words[start:end]
