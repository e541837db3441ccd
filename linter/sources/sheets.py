"""Workbooks (.xlsx; .xls, .et): the sheets that can be seen as tables, words above and below them as paragraphs.

The libraries read untrusted bytes in a process of their own.
"""

from linter.sources import AS_USUAL, How, Reads, Source, extra
from linter.sources.worker import ask, heard

READS = Reads("xlsx", (".xlsx",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", part="xl/")


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of a workbook, numbers as their format shows them; each range tells its cell (工作表“表1”B3).

    ``notes`` tell hidden sheets, rows and columns, which are left out, and what could not be shown as Excel shows it.
    Raises SourceError with one line for what is locked, damaged, empty or too large.
    """
    extra("openpyxl", "sheets")
    return read_book(data, "xlsx")


def read_book(data: bytes, form: str) -> Source:
    """As ``read``, for either format, whose library is there."""
    return heard(ask("linter.sources.sheets_worker", data, "工作簿", form), data, form)
